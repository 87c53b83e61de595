#include "vicinia/workspace/base/value_table.h"

#include <algorithm>
#include <cassert>
#include <cctype>
#include <deque>

#include "base/json_values.h"
#include "vicinia/gis/io/xlsx_sheet.h"
#include "vicinia/workspace/base/csv.h"

namespace vicinia::workspace::inline base {
namespace {

std::string joined(const Names& names) {
  std::string text;
  for (const std::string& name : names.value_or(std::vector<std::string>{}))
    text += (text.empty() ? "" : " ") + name;
  return text;
}

struct AsCsv {
  std::string operator()(const std::string& text) const { return csv_field(text); }
  std::string operator()(const core::Cell& cell) const { return csv_field(cell); }
  std::string operator()(const Truth& truth) const { return truth ? (*truth ? "true" : "false") : ""; }
  std::string operator()(const Names& names) const { return csv_field(joined(names)); }
};

struct AsJson {
  nlohmann::ordered_json operator()(const std::string& text) const { return text; }
  nlohmann::ordered_json operator()(const core::Cell& cell) const { return json_of(cell); }
  nlohmann::ordered_json operator()(const Truth& truth) const {
    return truth ? nlohmann::ordered_json(*truth) : nlohmann::ordered_json();
  }
  nlohmann::ordered_json operator()(const Names& names) const {
    return names ? nlohmann::ordered_json(*names) : nlohmann::ordered_json();
  }
};

/// `kept` holds texts that stand nowhere else.
struct AsSheetCell {
  std::deque<std::string>& kept;
  gis::io::SheetCell operator()(const std::string& text) const { return std::string_view(text); }
  gis::io::SheetCell operator()(const core::Cell& cell) const {
    return cell.has_number() ? gis::io::SheetCell(cell.number()) : gis::io::SheetCell();
  }
  gis::io::SheetCell operator()(const Truth& truth) const {
    return truth ? gis::io::SheetCell(*truth) : gis::io::SheetCell();
  }
  gis::io::SheetCell operator()(const Names& names) const {
    return std::string_view(kept.emplace_back(joined(names)));
  }
};

}  // namespace

std::string ValueTable::csv() const {
  std::string text;
  const auto end_line = [&] { text.back() = '\n'; };
  for (const std::string& column : columns) text += column + ',';
  end_line();
  for (const auto& row : rows) {
    for (const TableValue& value : row) text += std::visit(AsCsv{}, value) + ',';
    end_line();
  }
  return text;
}

std::string ValueTable::csv_for_spreadsheets() const { return "\xEF\xBB\xBF" + csv(); }

core::Result<std::string> ValueTable::xlsx(std::string_view sheet) const {
  gis::io::Sheet page{.name = std::string(sheet), .columns = columns};
  std::deque<std::string> kept;
  page.rows.reserve(rows.size());
  for (const TableRow& row : rows) {
    auto& cells = page.rows.emplace_back();
    cells.reserve(row.size());
    for (const TableValue& value : row) cells.push_back(std::visit(AsSheetCell{kept}, value));
  }
  return gis::io::xlsx_bytes(page);
}

nlohmann::ordered_json ValueTable::json() const {
  auto list = nlohmann::ordered_json::array();
  for (const auto& row : rows) {
    nlohmann::ordered_json object;
    for (std::size_t i = 0; i < columns.size(); ++i) object[columns[i]] = std::visit(AsJson{}, row[i]);
    list.push_back(std::move(object));
  }
  return list;
}

std::optional<TableFormat> table_format_of(const std::filesystem::path& file) {
  std::string ending = file.extension().string();
  std::ranges::transform(ending, ending.begin(), [](unsigned char c) { return std::tolower(c); });
  if (ending == ".csv") return TableFormat::csv;
  if (ending == ".json") return TableFormat::json;
  if (ending == ".xlsx") return TableFormat::xlsx;
  return std::nullopt;
}

core::Result<std::string> spreadsheet_bytes(const ValueTable& table, TableFormat format,
                                            std::string_view sheet) {
  assert(format != TableFormat::json);
  if (format == TableFormat::xlsx) return table.xlsx(sheet);
  return table.csv_for_spreadsheets();
}

}  // namespace vicinia::workspace::inline base
