// A row for each unit (and period), a column for each sector; every cell is the same field.
#include <algorithm>
#include <utility>

#include "observations/observations_table.h"

namespace vicinia::gis::io {
namespace {

using core::ErrorCode;
using core::Result;
using core::industry::SectorIndex;

class WideTable : public ObservationsTable {
 public:
  using ObservationsTable::ObservationsTable;

  Result<std::vector<core::Finding>> read() {
    while (observed_fields()[field_].column != source_.field) ++field_;  // the manifest was checked
    unit_ = column("unit_code", true).value_or(0);
    period_ = column("period", false);
    if (!errors_.empty()) return core::fail(std::move(errors_).chained());
    find_sectors();
    if (!errors_.empty()) return core::fail(std::move(errors_).chained());
    std::vector<NumberColumn> columns;
    for (const auto& [column, sector] : sectors_)
      columns.push_back({column, observed_fields()[field_].quantity, 0});
    NumberReader numbers(table_, columns, source_.numbers);
    for (std::size_t row = 0; row < table_.rows.size(); ++row) read_row(row, numbers);
    complain_of_unknown_units();
    if (!errors_.empty()) return core::fail(std::move(errors_).chained());
    return numbers.findings();
  }

 private:
  void complain_of_column(ErrorCode code, std::size_t column, std::string detail) {
    // An unnamed column is found by its place.
    const std::string& name = table_.columns[column];
    errors_.add({.code = code,
                 .subject = {.file = table_.file.string(),
                             .row = 1,
                             .field = name.empty() ? std::to_string(column + 1) : name},
                 .detail = std::move(detail)});
  }

  /// The sectors that the name of a column can mean: the one of that number, or else all of that name.
  [[nodiscard]] std::vector<SectorIndex> sectors_named(const std::string& name) const {
    if (const auto at = context_.sector_of_code.find(name); at != context_.sector_of_code.end())
      return {at->second};
    std::vector<SectorIndex> found;
    for (SectorIndex i = 0; i < context_.sectors.size(); ++i)
      if (context_.sectors[i].name_en == name || context_.sectors[i].name_vi == name) found.push_back(i);
    return found;
  }

  void find_sectors() {
    std::vector<std::optional<std::size_t>> column_of(context_.sectors.size());
    for (const std::string& name : source_.ignore)
      if (!table_.has_column(name)) errors_.add(table_.column(name).error());
    for (std::size_t column = 0; column < table_.columns.size(); ++column) {
      const std::string name = to_nfc(table_.columns[column]);
      if (column == unit_ || column == period_ ||
          std::ranges::find(source_.ignore, name) != source_.ignore.end())
        continue;
      const std::vector<SectorIndex> found = sectors_named(name);
      if (found.size() != 1) {
        std::string codes;
        for (const SectorIndex sector : found)
          codes += (codes.empty() ? "" : ", ") + context_.sectors[sector].code;
        complain_of_column(ErrorCode::unknown_column, column, std::move(codes));
      } else if (const auto& other = column_of[found.front()]) {
        complain_of_column(ErrorCode::repeated_column, column, table_.columns[*other]);
      } else {
        column_of[found.front()] = column;
        sectors_.emplace_back(column, found.front());
      }
    }
    if (errors_.empty() && sectors_.empty())
      errors_.add(
          table_.column(context_.sectors.empty() ? std::string("sector_no") : context_.sectors.front().code)
              .error());
  }

  void read_row(std::size_t row, NumberReader& numbers) {
    const auto period = period_of(row, period_);
    const std::string unit_code = text(row, unit_);
    const auto unit = context_.frame.find(unit_code);
    if (!unit) note_unknown_unit(row, unit_code);
    bool is_first = true;
    for (const auto& [column, sector] : sectors_) {
      const auto read = numbers.read(row, column);
      if (!read) {
        errors_.add(read.error());
        continue;
      }
      if (!unit || !period) continue;
      const auto [position, earlier] = builder_.row(*unit, sector, *period, table_.lines[row]);
      if (earlier != 0 && is_first)  // said once, not for each sector
        complain(ErrorCode::duplicate_observation, row, source_.column("unit_code"), unit_code,
                 std::to_string(earlier));
      is_first = false;
      if (earlier == 0) set(position, field_, read->cell, row, table_.columns[column], unit_code);
    }
  }

  std::size_t field_ = 0;
  std::size_t unit_ = 0;
  std::optional<std::size_t> period_{};
  std::vector<std::pair<std::size_t, SectorIndex>> sectors_{};  ///< column, sector
};

}  // namespace

Result<std::vector<core::Finding>> read_wide_table(const Table& table, const ObservationsSource& source,
                                                   const ObservationsContext& context,
                                                   ObservationsBuilder& builder) {
  return WideTable(table, source, context, builder).read();
}

}  // namespace vicinia::gis::io
