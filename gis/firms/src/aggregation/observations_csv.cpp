#include "vicinia/gis/firms/observations_csv.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "vicinia/gis/files/csv_field.h"

namespace vicinia::gis::firms {
namespace {

std::string whole(double number) { return std::to_string(static_cast<std::int64_t>(std::llround(number))); }

std::vector<FirmCount> counts_of(const Register& which) {
  std::vector<FirmCount> counts{FirmCount::enterprises};
  if (which.sme.by != SmeRule::By::none) counts.push_back(FirmCount::smes);
  if (!which.columns.foreign_share_pct.empty() || !which.columns.ownership.empty())
    counts.push_back(FirmCount::fdi_enterprises);
  counts.push_back(FirmCount::employees);
  return counts;
}

}  // namespace

std::string observations_csv(const FirmMatrix& matrix, const Register& which,
                             const std::vector<Secret>& secret, Rows rows) {
  const auto counts = counts_of(which);
  std::string csv = "unit_code,sector_no,period";
  for (const FirmCount count : counts) csv += "," + std::string(name_of(count));
  csv += "\n";
  std::vector<std::string> sectors, periods;
  for (const std::string& sector : matrix.sectors) sectors.push_back(files::csv_field(sector));
  for (const std::string& period : matrix.periods) periods.push_back(files::csv_field(period));
  std::size_t at = 0;  // cells are in the same order
  for (std::size_t unit = 0; unit < matrix.units.size(); ++unit) {
    const std::string code = files::csv_field(matrix.units[unit]);
    for (std::size_t sector = 0; sector < sectors.size(); ++sector)
      for (std::size_t period = 0; period < periods.size(); ++period) {
        const bool is_there = at < matrix.cells.size() && matrix.cells[at].unit == unit &&
                              matrix.cells[at].sector == sector && matrix.cells[at].period == period;
        if (!is_there && rows == Rows::with_firms) continue;
        csv += code + "," + sectors[sector] + "," + periods[period];
        for (const FirmCount count : counts) {
          csv += ",";
          if (!is_there) {
            csv += "0";
          } else if (secret.empty() || secret[at] == Secret::none) {
            const core::Cell value = value_of(matrix.cells[at], count);
            if (value.has_number()) csv += whole(value.number());
          }
        }
        csv += "\n";
        if (is_there) ++at;
      }
  }
  return csv;
}

std::string secrecy_csv(const FirmMatrix& matrix, const SecrecyReport& report) {
  std::string csv = "unit_code,sector_no,period,why,count,told,least,most\n";
  for (const WithheldCell& withheld : report.cells) {
    const FirmCell& cell = matrix.cells[withheld.cell];
    for (const FirmCount count : all_firm_counts) {
      const auto& told = withheld.told[static_cast<std::size_t>(count)];
      if (!told) continue;
      csv += files::csv_field(matrix.units[cell.unit]) + "," + files::csv_field(matrix.sectors[cell.sector]) +
             "," + matrix.periods[cell.period] + "," + std::string(name_of(withheld.why)) + "," +
             std::string(name_of(count)) + "," + std::string(name_of(told->kind)) + ",";
      csv += told->kind == Disclosure::Kind::wide ? "," : whole(told->least) + "," + whole(told->most);
      csv += "\n";
    }
  }
  return csv;
}

}  // namespace vicinia::gis::firms
