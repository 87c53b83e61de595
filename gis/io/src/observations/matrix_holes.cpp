#include "observations/matrix_holes.h"

#include <array>
#include <optional>

namespace vicinia::gis::io {

using core::ErrorCode;
using core::Finding;

std::vector<Finding> holes_of(const core::industry::ObservationTable& table, const core::admin::Frame& frame,
                              const std::vector<core::industry::Sector>& sectors,
                              const std::vector<std::string>& periods) {
  std::vector<std::size_t> rows_of(frame.size() * periods.size(), 0);  // [period × unit]
  std::vector<bool> has_rows(frame.levels().size(), false);            // [rank]
  for (const core::industry::Observation& row : table.rows()) {
    ++rows_of[row.period * frame.size() + row.unit];
    has_rows[frame[row.unit].level.rank] = true;
  }
  std::size_t cells = 0;
  std::optional<Finding> missing;
  std::vector<Finding> findings;
  for (std::size_t period = 0; period < periods.size(); ++period) {
    std::size_t absent = 0;
    std::string first_absent;
    for (std::size_t unit = 0; unit < frame.size(); ++unit) {
      const std::size_t rows = rows_of[period * frame.size() + unit];
      if (rows == 0) {
        if (has_rows[frame[unit].level.rank] && absent++ == 0) first_absent = frame[unit].code;
        continue;
      }
      cells += sectors.size();
      if (rows == sectors.size() || missing) continue;
      std::size_t sector = 0;
      while (table.find(unit, sector, period) != nullptr) ++sector;
      missing = Finding{.code = ErrorCode::rows_missing,
                        .subject = {.field = sectors[sector].code, .id = frame[unit].code}};
    }
    if (absent > 0)
      findings.push_back({.code = ErrorCode::units_without_rows,
                          .subject = {.id = first_absent},
                          .detail = std::to_string(absent) + "|" + periods[period]});
  }
  if (missing) {
    missing->detail = std::to_string(cells - table.rows().size()) + "|" + std::to_string(cells);
    findings.insert(findings.begin(), *missing);
  }
  return findings;
}

}  // namespace vicinia::gis::io
