#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "vicinia/core/base/error_list.h"
#include "vicinia/gis/io/table.h"
#include "vicinia/workspace/published_table.h"
#include "vicinia/workspace/resource_paths.h"

namespace vicinia::workspace {
namespace {

using core::Error;
using core::ErrorCode;
using core::audit::Figure;
using core::audit::figure_count;
using core::audit::PublishedRow;
using core::audit::PublishedTable;
using core::audit::RowKind;

std::string trimmed(const std::string& text) {
  constexpr const char* blanks = " \t\r\n";
  const std::size_t first = text.find_first_not_of(blanks);
  if (first == std::string::npos) return {};
  return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

/// "province, district" as printed → code.
using Spellings = std::map<std::string, std::string>;

std::string as_printed(const std::string& province, const std::string& district) {
  return province + ", " + district;
}

core::Result<Spellings> read_spellings(const std::filesystem::path& file) {
  Spellings spellings;
  if (file.empty()) return spellings;
  const auto table = gis::io::read_table(file);
  if (!table) return core::fail(table.error());
  const auto province = table->column("province"), district = table->column("district"),
             code = table->column("unit_code");
  for (const auto* column : {&province, &district, &code})
    if (!*column) return core::fail(column->error());
  for (const auto& row : table->rows)
    spellings.emplace(as_printed(trimmed(row[*province]), trimmed(row[*district])), trimmed(row[*code]));
  return spellings;
}

class Reader {
 public:
  Reader(const gis::io::Table& table, const Spellings& spellings, gis::io::NumberNotation notation)
      : table_(table), spellings_(spellings), notation_(std::move(notation)) {}

  core::Result<LoadedTable> read() {
    for (const char* name : {"source_line", "sector_no", "province", "district", "row_kind"}) need(name);
    for (std::size_t f = 0; f < figure_count; ++f) need(std::string(name_of(static_cast<Figure>(f))));
    if (!errors_.empty()) return failed();
    numbers_.emplace(table_, number_columns(), notation_);
    for (std::size_t row = 0; row < table_.rows.size(); ++row) read_row(row);
    if (!errors_.empty()) return failed();
    return LoadedTable{std::move(result_), numbers_->findings()};
  }

 private:
  void need(const std::string& name) {
    if (const auto at = table_.column(name); !at) errors_.add(at.error());
  }

  [[nodiscard]] std::vector<gis::io::NumberColumn> number_columns() const {
    using enum gis::io::Quantity;
    std::vector<gis::io::NumberColumn> columns;
    for (std::size_t f = 0; f < figure_count; ++f) {
      const auto figure = static_cast<Figure>(f);
      columns.push_back({*table_.column(name_of(figure)),
                         is_count(figure)                      ? count
                         : figure == Figure::location_quotient ? quotient
                                                               : share_pct,
                         f});
    }
    return columns;
  }

  tl::unexpected<Error> failed() { return core::fail(std::move(errors_).chained()); }

  void complain(ErrorCode code, std::size_t row, const char* field, std::string id, std::string detail) {
    errors_.add({.code = code,
                 .subject = {.file = table_.file.string(),
                             .row = table_.lines[row],
                             .field = field,
                             .id = std::move(id)},
                 .detail = std::move(detail)});
  }

  [[nodiscard]] std::string text(std::size_t row, std::string_view column) const {
    const auto at = table_.column(column);
    return at ? trimmed(table_.rows[row][*at]) : std::string();
  }

  void read_row(std::size_t row) {
    PublishedRow read{.source_line = text(row, "source_line"),
                      .sector = text(row, "sector_no"),
                      .sector_name = {.en = text(row, "sector")},
                      .group = text(row, "agglomeration"),
                      .province = text(row, "province"),
                      .district = text(row, "district")};
    if (read.source_line.empty()) read.source_line = std::to_string(table_.lines[row]);
    if (read.sector.empty() && text(row, "row_kind") != "unit_total")
      complain(ErrorCode::unknown_sector, row, "sector_no", {}, {});
    const std::string kind = text(row, "row_kind");
    if (kind == "group")
      read.kind = RowKind::group;
    else if (kind == "total")
      read.kind = RowKind::total;
    else if (kind == "unit_total")
      read.kind = RowKind::unit_total;
    else if (kind != "district" && kind != "unit")
      complain(ErrorCode::unknown_row_kind, row, "row_kind", {}, kind);
    const std::string code = text(row, "unit_code");
    const std::string printed = code.empty() ? as_printed(read.province, read.district) : code;
    const auto known = spellings_.find(printed);
    read.unit = known == spellings_.end() ? printed : known->second;
    for (std::size_t f = 0; f < figure_count; ++f) read_figure(row, static_cast<Figure>(f), read);
    if (read.kind == RowKind::district) {
      const auto [first, is_new] = line_of_.try_emplace({read.sector, printed}, table_.lines[row]);
      if (!is_new)
        complain(ErrorCode::duplicate_observation, row, "district", printed, std::to_string(first->second));
    }
    result_.rows.push_back(std::move(read));
  }

  void read_figure(std::size_t row, Figure figure, PublishedRow& read) {
    const auto number = numbers_->read(row, *table_.column(name_of(figure)));
    if (!number) {
      errors_.add(number.error());
      return;
    }
    read[figure] = number->cell;
    int& decimals = result_.decimals[static_cast<std::size_t>(figure)];
    if (!is_count(figure)) decimals = std::max(decimals, number->decimals);
  }

  const gis::io::Table& table_;
  const Spellings& spellings_;
  gis::io::NumberNotation notation_;
  std::optional<gis::io::NumberReader> numbers_{};
  PublishedTable result_{.decimals = {}};
  std::map<std::pair<std::string, std::string>, std::size_t> line_of_{};
  core::ErrorList errors_{};
};

}  // namespace

core::Result<LoadedTable> read_published_table(const PublishedTableSource& source) {
  const auto table =
      gis::io::read_table({.file = source.file, .separator = source.separator, .finds_separator = true});
  if (!table) return core::fail(table.error());
  const auto known = read_spellings(source.spellings);
  if (!known) return core::fail(known.error());
  auto read = Reader(*table, *known, source.numbers).read();
  if (read) read->findings.insert(read->findings.begin(), table->findings.begin(), table->findings.end());
  return read;
}

std::filesystem::path built_in_spellings() {
  const auto folder = built_in_dataset();
  if (!folder || !std::filesystem::exists(*folder / "spellings.csv")) return {};
  return *folder / "spellings.csv";
}

}  // namespace vicinia::workspace
