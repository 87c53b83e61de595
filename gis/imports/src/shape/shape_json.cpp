// The shape of a table as JSON, for recipes.
#include <array>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <utility>

#include "vicinia/gis/files/json_depth.h"
#include "vicinia/gis/imports/table_shape.h"

namespace vicinia::gis::imports {
namespace {

using core::ErrorCode;
using core::Result;
using Json = nlohmann::ordered_json;

constexpr std::array<std::string_view, 11> role_names{"ignored", "unit_code", "unit_name",   "parent",
                                                      "kind",    "period",    "sector_code", "sector_name",
                                                      "field",   "value",     "total"};
constexpr std::array<std::string_view, 9> kind_names{"figures",  "region",          "country",
                                                     "of_which", "not_allocated",   "subtotal",
                                                     "heading",  "repeated_header", "ignored"};

/// What is wrong with a key; thrown within this file alone.
struct BadKey {
  std::string key, what;
};

void put(Json& json, const char* key, const std::string& text) {
  if (!text.empty()) json[key] = text;
}
void put(Json& json, const char* key, const std::vector<std::size_t>& numbers) {
  if (!numbers.empty()) json[key] = numbers;
}
void put(Json& json, const char* key, bool is) {
  if (is) json[key] = true;
}

Json json_of(const Meaning& meaning) {
  Json json = Json::object();
  put(json, "field", meaning.field);
  put(json, "period", meaning.period);
  put(json, "sector", meaning.sector);
  put(json, "unit", meaning.unit);
  put(json, "parent", meaning.parent);
  return json;
}
void put(Json& json, const char* key, const Meaning& meaning) {
  if (meaning != Meaning{}) json[key] = json_of(meaning);
}

/// An object that is read key by key.
class Reader {
 public:
  Reader(const Json& json, std::string prefix) : json_(json), prefix_(std::move(prefix)) {
    if (!json.is_object()) throw BadKey{prefix_, "no object"};
  }

  [[nodiscard]] std::string text(const char* key) const {
    if (!json_.contains(key)) return {};
    if (!json_[key].is_string()) throw BadKey{name(key), "no text"};
    return json_[key].get<std::string>();
  }
  [[nodiscard]] bool truth(const char* key) const {
    if (!json_.contains(key)) return false;
    if (!json_[key].is_boolean()) throw BadKey{name(key), "neither true nor false"};
    return json_[key].get<bool>();
  }
  [[nodiscard]] std::size_t number(const char* key) const {
    return json_.contains(key) ? number_of(json_[key], name(key)) : 0;
  }
  [[nodiscard]] std::vector<std::size_t> numbers(const char* key) const {
    std::vector<std::size_t> all;
    for (const Json& one : list(key)) all.push_back(number_of(one, name(key)));
    return all;
  }
  [[nodiscard]] Meaning meaning(const char* key) const {
    if (!json_.contains(key)) return {};
    const Reader reader(json_[key], name(key));
    return {.field = reader.text("field"),
            .period = reader.text("period"),
            .sector = reader.text("sector"),
            .unit = reader.text("unit"),
            .parent = reader.text("parent")};
  }
  [[nodiscard]] const Json& list(const char* key) const {
    static const Json none = Json::array();
    if (!json_.contains(key)) return none;
    if (!json_[key].is_array()) throw BadKey{name(key), "no list"};
    return json_[key];
  }
  template <class Choice, std::size_t count>
  [[nodiscard]] Choice choice(const char* key, const std::array<std::string_view, count>& names) const {
    const std::string text = this->text(key);
    if (text.empty()) return Choice{};
    for (std::size_t i = 0; i < count; ++i)
      if (names[i] == text) return static_cast<Choice>(i);
    throw BadKey{name(key), text};
  }
  [[nodiscard]] std::string name(const char* key) const {
    return prefix_.empty() ? key : prefix_ + "." + key;
  }

 private:
  static std::size_t number_of(const Json& json, const std::string& name) {
    if (!json.is_number_unsigned()) throw BadKey{name, "no number"};
    return json.get<std::size_t>();
  }

  const Json& json_;
  std::string prefix_;
};

TableShape shape_of(const Reader& reader) {
  TableShape shape{.title_rows = reader.numbers("title_rows"),
                   .unit_of_figures = reader.text("unit_of_figures"),
                   .header_rows = reader.numbers("header_rows"),
                   .first_row = reader.number("first_row"),
                   .end_row = reader.number("end_row"),
                   .usual_level = reader.number("usual_level"),
                   .of_all = reader.meaning("of_all"),
                   .note_rows = reader.numbers("note_rows"),
                   .other_tables = reader.numbers("other_tables")};
  for (const Json& json : reader.list("columns")) {
    const Reader column(json, "columns[" + std::to_string(shape.columns.size()) + "]");
    shape.columns.push_back({.heading = column.text("heading"),
                             .role = column.choice<ColumnRole>("role", role_names),
                             .reason = column.text("reason"),
                             .fills_down = column.truth("fills_down"),
                             .meaning = column.meaning("of"),
                             .parts = column.numbers("parts")});
  }
  for (const Json& json : reader.list("rows")) {
    const Reader row(json, "rows[" + std::to_string(shape.rows.size()) + "]");
    shape.rows.push_back({.row = row.number("row"),
                          .kind = row.choice<RowKind>("kind", kind_names),
                          .level = row.number("level"),
                          .sums_above = row.truth("sums_above"),
                          .meaning = row.meaning("of")});
    if (shape.rows.size() > 1 && shape.rows[shape.rows.size() - 2].row >= shape.rows.back().row)
      throw BadKey{row.name("row"), "not ascending"};
  }
  if (shape.end_row < shape.first_row) throw BadKey{"end_row", "before first_row"};
  for (std::size_t column = 0; column < shape.columns.size(); ++column)
    for (const std::size_t part : shape.columns[column].parts)
      if (part >= shape.columns.size() || part == column)
        throw BadKey{"columns[" + std::to_string(column) + "].parts", std::to_string(part)};
  return shape;
}

}  // namespace

std::string_view name_of(ColumnRole role) { return role_names[static_cast<std::size_t>(role)]; }
std::string_view name_of(RowKind kind) { return kind_names[static_cast<std::size_t>(kind)]; }

std::string shape_text(const TableShape& shape) {
  Json json = Json::object();
  put(json, "title_rows", shape.title_rows);
  put(json, "unit_of_figures", shape.unit_of_figures);
  put(json, "header_rows", shape.header_rows);
  json["first_row"] = shape.first_row;
  json["end_row"] = shape.end_row;
  Json columns = Json::array();
  for (const ColumnShape& one : shape.columns) {
    Json column = Json::object();
    put(column, "heading", one.heading);
    column["role"] = name_of(one.role);
    put(column, "reason", one.reason);
    put(column, "fills_down", one.fills_down);
    put(column, "of", one.meaning);
    put(column, "parts", one.parts);
    columns.push_back(std::move(column));
  }
  json["columns"] = std::move(columns);
  Json rows = Json::array();
  for (const RowShape& one : shape.rows) {
    Json row = Json::object();
    row["row"] = one.row;
    row["kind"] = name_of(one.kind);
    if (one.level != 0) row["level"] = one.level;
    put(row, "sums_above", one.sums_above);
    put(row, "of", one.meaning);
    rows.push_back(std::move(row));
  }
  if (!rows.empty()) json["rows"] = std::move(rows);
  if (shape.usual_level != 0) json["usual_level"] = shape.usual_level;
  put(json, "of_all", shape.of_all);
  put(json, "note_rows", shape.note_rows);
  put(json, "other_tables", shape.other_tables);
  // A text that is no UTF-8 never comes out of a sheet; one that a caller has put in must not throw.
  return json.dump(1, ' ', false, Json::error_handler_t::replace);
}

Result<TableShape> parse_shape(std::string_view text) {
  const auto wrong = [](std::string key, std::string what) {
    return core::fail(
        {.code = ErrorCode::bad_document, .subject = {.field = std::move(key)}, .detail = std::move(what)});
  };
  if (files::is_nested_too_deep(text)) return wrong({}, "nested too deep");
  const Json json = Json::parse(text, nullptr, false);
  if (json.is_discarded()) return wrong({}, "no JSON");
  try {
    return shape_of(Reader(json, {}));
  } catch (const BadKey& bad) {
    return wrong(bad.key, bad.what);
  }
}

}  // namespace vicinia::gis::imports
