#include "observations_reader.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <tuple>
#include <utility>

#include "error_list.h"
#include "text.h"
#include "vicinia/gis/io/table.h"

namespace vicinia::gis::io {
namespace {

using core::Cell;
using core::Error;
using core::ErrorCode;
using core::Result;
using core::industry::Observation;
using core::industry::PrintedSum;

enum class RowKind { unit, group, total };

std::optional<long long> as_number(const std::string& text) {
  long long number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

/// Years by number, so that 999 comes before 2007; other labels by their bytes, after all numbers.
bool is_earlier(const std::string& a, const std::string& b) {
  const auto x = as_number(a), y = as_number(b);
  if (x && y && *x != *y) return *x < *y;
  if (x.has_value() != y.has_value()) return x.has_value();
  return a < b;
}

class Reader {
 public:
  Reader(const Table& table, const TableSource& source, const core::admin::Frame& frame,
         const std::vector<core::industry::Sector>& sectors, std::string survey_year)
      : table_(table),
        source_(source),
        frame_(frame),
        sectors_(sectors),
        survey_year_(std::move(survey_year)) {}

  Result<ObservationsRead> read() {
    find_columns();
    if (!errors_.empty()) return core::fail(std::move(errors_).chained());
    find_periods();
    for (std::size_t row = 0; row < table_.rows.size() && !errors_.full(); ++row) read_row(row);
    if (!errors_.empty()) return core::fail(std::move(errors_).chained());
    auto made = core::industry::ObservationTable::from_rows(std::move(rows_), std::move(sums_));
    if (!made) {
      made.error().subject.file = table_.file.string();
      return core::fail(made.error());
    }
    return ObservationsRead{*std::move(made), std::move(periods_)};
  }

 private:
  /// A column is optional unless its absence leaves rows without meaning; an alias that the manifest gives
  /// must be there.
  void find_columns() {
    for (const char* name : {"unit_code", "sector_no", "period", "row_kind", "enterprises", "smes",
                             "fdi_firms", "employees", "lq", "sector_share_pct", "district_share_pct",
                             "source_line", "agglomeration", "province", "district"}) {
      const std::string in_file = source_.column(name);
      const bool is_needed = std::string_view(name) == "unit_code" || std::string_view(name) == "sector_no" ||
                             source_.columns.contains(name);
      if (auto at = table_.column(in_file))
        columns_[name] = *at;
      else if (is_needed)
        errors_.add(at.error());
    }
    constexpr const char* figures[] = {
        "enterprises", "smes", "fdi_firms", "employees", "lq", "sector_share_pct", "district_share_pct"};
    if (errors_.empty() &&
        std::ranges::none_of(figures, [&](const char* name) { return columns_.contains(name); }))
      errors_.add(table_.column(source_.column("employees")).error());
  }

  [[nodiscard]] std::string text(std::size_t row, const char* name) const {
    const auto at = columns_.find(name);
    return at == columns_.end() ? std::string() : to_nfc(std::string(trimmed(table_.rows[row][at->second])));
  }

  void find_periods() {
    if (!columns_.contains("period")) {
      periods_ = {survey_year_};
      return;
    }
    for (std::size_t row = 0; row < table_.rows.size(); ++row)
      if (std::string period = text(row, "period"); !period.empty()) periods_.push_back(std::move(period));
    std::ranges::sort(periods_, is_earlier);
    const auto repeated = std::ranges::unique(periods_);
    periods_.erase(repeated.begin(), repeated.end());
  }

  void complain(ErrorCode code, std::size_t row, const char* column, std::string id,
                std::string detail = {}) {
    errors_.add({.code = code,
                 .subject = {.file = table_.file.string(),
                             .row = table_.lines[row],
                             .field = source_.column(column),
                             .id = std::move(id)},
                 .detail = std::move(detail)});
  }

  std::optional<RowKind> kind_of(std::size_t row) {
    if (!columns_.contains("row_kind")) return RowKind::unit;
    const std::string kind = text(row, "row_kind");
    if (kind == "district" || kind == "unit") return RowKind::unit;
    if (kind == "group") return RowKind::group;
    if (kind == "total") return RowKind::total;
    complain(ErrorCode::unknown_row_kind, row, "row_kind", {}, kind);
    return std::nullopt;
  }

  std::optional<std::size_t> period_of(std::size_t row) {
    if (!columns_.contains("period")) return 0;
    const std::string period = text(row, "period");
    if (!period.empty())
      return static_cast<std::size_t>(std::ranges::find(periods_, period) - periods_.begin());
    complain(ErrorCode::invalid_argument, row, "period", {}, "empty");
    return std::nullopt;
  }

  template <class Parse>
  Cell number(std::size_t row, const char* name, Parse parse) {
    const auto at = columns_.find(name);
    if (at == columns_.end()) return Cell::not_published();
    auto cell = parse(table_, row, at->second);
    if (cell) return *cell;
    errors_.add(cell.error());
    return Cell::not_published();
  }

  void read_row(std::size_t row) {
    const auto kind = kind_of(row);
    const auto period = period_of(row);
    const std::string sector_code = text(row, "sector_no");
    const auto sector = core::industry::find_sector(sectors_, sector_code);
    if (!sector) complain(ErrorCode::unknown_sector, row, "sector_no", sector_code);
    const std::string unit_code = text(row, "unit_code");
    const auto unit = frame_.find(unit_code);
    if (kind == RowKind::unit && !unit) complain(ErrorCode::unknown_unit, row, "unit_code", unit_code);

    const core::industry::Counts counts{.enterprises = number(row, "enterprises", parse_count),
                                        .smes = number(row, "smes", parse_count),
                                        .fdi_enterprises = number(row, "fdi_firms", parse_count),
                                        .employees = number(row, "employees", parse_count)};
    const core::industry::PrintedRatios printed{
        .location_quotient = number(row, "lq", parse_quotient),
        .sector_share_pct = number(row, "sector_share_pct", parse_share_pct),
        .district_share_pct = number(row, "district_share_pct", parse_share_pct)};
    core::industry::SourceRow place{.table_line = table_.lines[row],
                                    .source_line = text(row, "source_line"),
                                    .agglomeration = text(row, "agglomeration"),
                                    .province = text(row, "province"),
                                    .district = text(row, "district")};
    if (!kind || !period || !sector) return;
    if (*kind == RowKind::unit) {
      if (!unit) return;
      const auto [first, is_new] = line_of_.try_emplace({*unit, *sector, *period}, table_.lines[row]);
      if (!is_new)
        complain(ErrorCode::duplicate_observation, row, "unit_code", unit_code,
                 std::to_string(first->second));
      rows_.push_back({.unit = *unit,
                       .sector = *sector,
                       .period = *period,
                       .counts = counts,
                       .printed = printed,
                       .source = std::move(place)});
      return;
    }
    // A group may belong to a province that the drawn frame no longer has; the row is kept all the same.
    const bool in_province = unit && frame_[*unit].level == core::admin::Level::province;
    sums_.push_back({.kind = *kind == RowKind::group ? PrintedSum::Kind::group : PrintedSum::Kind::total,
                     .province = in_province ? unit : std::nullopt,
                     .sector = *sector,
                     .period = *period,
                     .counts = counts,
                     .printed = printed,
                     .source = std::move(place)});
  }

  const Table& table_;
  const TableSource& source_;
  const core::admin::Frame& frame_;
  const std::vector<core::industry::Sector>& sectors_;
  std::string survey_year_;
  std::map<std::string, std::size_t, std::less<>> columns_{};
  std::vector<std::string> periods_{};
  std::vector<Observation> rows_{};
  std::vector<PrintedSum> sums_{};
  std::map<std::tuple<std::size_t, std::size_t, std::size_t>, std::size_t> line_of_{};
  ErrorList errors_{};
};

}  // namespace

Result<ObservationsRead> read_observations(const std::filesystem::path& file, const TableSource& source,
                                           const core::admin::Frame& frame,
                                           const std::vector<core::industry::Sector>& sectors,
                                           const std::string& survey_year) {
  const auto table = read_table(file, source.separator);
  if (!table) return core::fail(table.error());
  return Reader(*table, source, frame, sectors, survey_year).read();
}

}  // namespace vicinia::gis::io
