// A row for each unit and sector (and period), a column for each field.
#include <algorithm>
#include <array>
#include <utility>

#include "observations/observations_table.h"
#include "observations/row_kinds.h"

namespace vicinia::gis::io {
namespace {

using core::ErrorCode;
using core::Result;
using core::audit::RowKind;
using core::industry::PrintedSum;

class LongTable : public ObservationsTable {
 public:
  using ObservationsTable::ObservationsTable;

  Result<std::vector<core::Finding>> read() {
    find_columns();
    if (!errors_.empty()) return core::fail(std::move(errors_).chained());
    NumberReader numbers(table_, number_columns_, source_.numbers);
    for (std::size_t row = 0; row < table_.rows.size(); ++row) read_row(row, numbers);
    complain_of_unknown_units();
    if (!errors_.empty()) return core::fail(std::move(errors_).chained());
    return numbers.findings();
  }

 private:
  /// A column is optional unless its absence leaves rows without meaning; an alias that the manifest gives must be there.
  void find_columns() {
    unit_ = column("unit_code", true).value_or(0);
    sector_ = column("sector_no", true).value_or(0);
    period_ = column("period", false);
    kind_ = column("row_kind", false);
    source_line_ = column("source_line", false);
    agglomeration_ = column("agglomeration", false);
    province_ = column("province", false);
    district_ = column("district", false);
    for (std::size_t f = 0; f < observed_field_count; ++f) {
      fields_[f] = column(observed_fields()[f].column.data(), false);
      if (fields_[f]) number_columns_.push_back({*fields_[f], observed_fields()[f].quantity, f});
    }
    if (errors_.empty() && number_columns_.empty()) static_cast<void>(column("employees", true));
  }

  [[nodiscard]] std::string optional_text(std::size_t row, std::optional<std::size_t> column) const {
    return column ? text(row, *column) : std::string();
  }

  std::optional<RowKind> kind_of(std::size_t row) {
    if (!kind_) return RowKind::district;
    const std::string_view text = trimmed(table_.rows[row][*kind_]);
    if (const auto kind = row_kind_of(text); kind && *kind != RowKind::unit_total) return kind;
    complain(ErrorCode::unknown_row_kind, row, source_.column("row_kind"), {}, std::string(text));
    return std::nullopt;
  }

  using Cells = std::array<core::Cell, observed_field_count>;

  Cells cells_of(std::size_t row, NumberReader& numbers) {
    Cells cells;
    for (std::size_t f = 0; f < observed_field_count; ++f) {
      if (!fields_[f]) continue;
      if (const auto read = numbers.read(row, *fields_[f]))
        cells[f] = read->cell;
      else
        errors_.add(read.error());
    }
    return cells;
  }

  void read_row(std::size_t row, NumberReader& numbers) {
    const auto kind = kind_of(row);
    const auto period = period_of(row, period_);
    sector_code_ = text(row, sector_);
    const auto sector = context_.sector_of_code.find(sector_code_);
    const bool has_sector = sector != context_.sector_of_code.end();
    if (!has_sector) complain(ErrorCode::unknown_sector, row, source_.column("sector_no"), sector_code_);
    unit_code_ = text(row, unit_);
    const auto unit = context_.frame.find(unit_code_);
    if (kind == RowKind::district && !unit) note_unknown_unit(row, unit_code_);
    const Cells cells = cells_of(row, numbers);
    if (!kind || !period || !has_sector) return;
    if (*kind != RowKind::district)
      add_sum(row, *kind, unit, sector->second, *period, cells);
    else if (unit)
      add_observation(row, *unit, sector->second, *period, cells);
  }

  core::industry::SourceRow place_of(std::size_t row) {
    return {.table_line = table_.lines[row],
            .source_line = optional_text(row, source_line_),
            .agglomeration = optional_text(row, agglomeration_),
            .province = optional_text(row, province_),
            .district = optional_text(row, district_)};
  }

  void add_observation(std::size_t row, core::admin::UnitIndex unit, core::industry::SectorIndex sector,
                       core::industry::PeriodIndex period, const Cells& cells) {
    const auto [position, earlier] = builder_.row(unit, sector, period, table_.lines[row]);
    if (earlier != 0) {
      complain(ErrorCode::duplicate_observation, row, source_.column("unit_code"), unit_code_,
               std::to_string(earlier));
      return;
    }
    for (std::size_t f = 0; f < observed_field_count; ++f)
      if (fields_[f]) set(position, f, cells[f], row, table_.columns[*fields_[f]], unit_code_);
    if (source_line_ || agglomeration_ || province_ || district_)
      builder_.set_source(position, place_of(row));
  }

  void add_sum(std::size_t row, RowKind kind, std::optional<core::admin::UnitIndex> unit,
               core::industry::SectorIndex sector, core::industry::PeriodIndex period, const Cells& cells) {
    // A group may belong to a province that the drawn frame no longer has; the row is kept all the same.
    const bool in_province = unit && context_.frame.is_chosen_as_whole(*unit);
    PrintedSum sum{.kind = kind == RowKind::group ? PrintedSum::Kind::group : PrintedSum::Kind::total,
                   .province = in_province ? unit : std::nullopt,
                   .sector = sector,
                   .period = period,
                   .source = place_of(row)};
    for (std::size_t f = 0; f < observed_field_count; ++f)
      observed_fields()[f].cell(sum.counts, sum.printed) = cells[f];
    builder_.add_sum(std::move(sum));
  }

  std::size_t unit_ = 0, sector_ = 0;
  std::optional<std::size_t> period_{}, kind_{}, source_line_{}, agglomeration_{}, province_{}, district_{};
  std::array<std::optional<std::size_t>, observed_field_count> fields_{};
  std::vector<NumberColumn> number_columns_{};
  std::string unit_code_{}, sector_code_{};  // of the row at hand
};

}  // namespace

Result<std::vector<core::Finding>> read_long_table(const Table& table, const ObservationsSource& source,
                                                   const ObservationsContext& context,
                                                   ObservationsBuilder& builder) {
  return LongTable(table, source, context, builder).read();
}

}  // namespace vicinia::gis::io
