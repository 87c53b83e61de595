#include "vicinia/gis/io/published_list.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "base/text.h"
#include "observations/observations_builder.h"
#include "observations/row_kinds.h"
#include "vicinia/core/base/error_list.h"
#include "vicinia/gis/io/table.h"

namespace vicinia::gis::io {
namespace {

using core::ErrorCode;
using core::Result;
using core::audit::PublishedRow;
using core::audit::RowKind;

static_assert(core::audit::field_count == observed_field_count, "the fields of a list are those of a table");

std::string text_of_cell(const Table& table, std::size_t row, std::size_t column) {
  return to_nfc(std::string(trimmed(table.rows[row][column])));
}

/// "province, district" as printed → code.
using Spellings = std::map<std::string, std::string>;

std::string as_printed(const std::string& province, const std::string& district) {
  return province + ", " + district;
}

Result<Spellings> read_spellings(const std::filesystem::path& file) {
  Spellings spellings;
  if (file.empty()) return spellings;
  const auto table = read_table(file);
  if (!table) return core::fail(table.error());
  const auto province = table->column("province"), district = table->column("district"),
             code = table->column("unit_code");
  for (const auto* column : {&province, &district, &code})
    if (!*column) return core::fail(column->error());
  for (std::size_t row = 0; row < table->rows.size(); ++row)
    spellings.emplace(as_printed(text_of_cell(*table, row, *province), text_of_cell(*table, row, *district)),
                      text_of_cell(*table, row, *code));
  return spellings;
}

class ListReader {
 public:
  ListReader(const Table& table, const Spellings& spellings, const ObservationsSource& source)
      : table_(table), spellings_(spellings), source_(source) {}

  Result<PublishedList> read() {
    for (const char* name : {"source_line", "sector_no", "province", "district", "row_kind"}) need(name);
    std::vector<NumberColumn> columns;
    for (std::size_t f = 0; f < observed_field_count; ++f)
      if (const auto at = need(observed_fields()[f].column))
        columns.push_back({*at, observed_fields()[f].quantity, f});
    if (!errors_.empty()) return core::fail(std::move(errors_).chained());
    NumberReader numbers(table_, columns, source_.numbers);
    for (std::size_t row = 0; row < table_.rows.size(); ++row) read_row(row, columns, numbers);
    if (!errors_.empty()) return core::fail(std::move(errors_).chained());
    PublishedList list{std::move(result_), table_.findings};
    for (core::Finding& finding : numbers.findings()) list.findings.push_back(std::move(finding));
    return list;
  }

 private:
  std::optional<std::size_t> need(std::string_view name) {
    const auto at = table_.column(source_.column(std::string(name)));
    if (at) return *at;
    errors_.add(at.error());
    return std::nullopt;
  }

  void complain(ErrorCode code, std::size_t row, const char* field, std::string id, std::string detail) {
    errors_.add({.code = code,
                 .subject = {.file = table_.file.string(),
                             .row = table_.lines[row],
                             .field = source_.column(field),
                             .id = std::move(id)},
                 .detail = std::move(detail)});
  }

  [[nodiscard]] std::string text(std::size_t row, const char* column) const {
    const auto at = table_.column(source_.column(column));
    return at ? text_of_cell(table_, row, *at) : std::string();
  }

  void read_row(std::size_t row, const std::vector<NumberColumn>& columns, NumberReader& numbers) {
    PublishedRow read{.source_line = text(row, "source_line"),
                      .sector = text(row, "sector_no"),
                      .sector_name = {.en = text(row, "sector")},
                      .group = text(row, "agglomeration"),
                      .province = text(row, "province"),
                      .district = text(row, "district")};
    if (read.source_line.empty()) read.source_line = std::to_string(table_.lines[row]);
    const std::string kind_text = text(row, "row_kind");
    const auto kind = row_kind_of(kind_text);
    if (read.sector.empty() && kind != RowKind::unit_total)
      complain(ErrorCode::unknown_sector, row, "sector_no", {}, {});
    if (!kind) complain(ErrorCode::unknown_row_kind, row, "row_kind", {}, kind_text);
    read.kind = kind.value_or(RowKind::district);
    const std::string code = text(row, "unit_code");
    const std::string printed = code.empty() ? as_printed(read.province, read.district) : code;
    const auto known = spellings_.find(printed);
    read.unit = known == spellings_.end() ? printed : known->second;
    for (const NumberColumn& column : columns) read_field(row, column, numbers, read);
    if (read.kind == RowKind::district) {
      const auto [first, is_new] = line_of_.try_emplace({read.sector, printed}, table_.lines[row]);
      if (!is_new)
        complain(ErrorCode::duplicate_observation, row, "district", printed, std::to_string(first->second));
    }
    result_.rows.push_back(std::move(read));
  }

  void read_field(std::size_t row, const NumberColumn& column, NumberReader& numbers, PublishedRow& read) {
    const auto number = numbers.read(row, column.column);
    if (!number) {
      errors_.add(number.error());
      return;
    }
    read.values[column.label] = number->cell;
    int& decimals = result_.decimals[column.label];
    if (column.quantity != Quantity::count) decimals = std::max(decimals, number->decimals);
  }

  const Table& table_;
  const Spellings& spellings_;
  const ObservationsSource& source_;
  core::audit::PublishedTable result_{.decimals = {}};
  std::map<std::pair<std::string, std::string>, std::size_t> line_of_{};
  core::ErrorList errors_{};
};

}  // namespace

Result<PublishedList> read_published_list(const ObservationsSource& source,
                                          const std::filesystem::path& spellings) {
  TableRequest request = source.in({});
  request.finds_separator = true;
  const auto table = read_table(request);
  if (!table) return core::fail(table.error());
  const auto known = read_spellings(spellings);
  if (!known) return core::fail(known.error());
  return ListReader(*table, *known, source).read();
}

}  // namespace vicinia::gis::io
