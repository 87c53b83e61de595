#include "vicinia/workspace/base/value_table.h"

#include "base/json_values.h"
#include "vicinia/workspace/base/csv.h"

namespace vicinia::workspace::inline base {
namespace {

struct AsCsv {
  std::string operator()(const std::string& text) const { return csv_field(text); }
  std::string operator()(const core::Cell& cell) const { return csv_field(cell); }
  std::string operator()(const Truth& truth) const { return truth ? (*truth ? "true" : "false") : ""; }
  std::string operator()(const Names& names) const {
    std::string joined;
    for (const std::string& name : names.value_or(std::vector<std::string>{}))
      joined += (joined.empty() ? "" : " ") + name;
    return csv_field(joined);
  }
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

nlohmann::ordered_json ValueTable::json() const {
  auto list = nlohmann::ordered_json::array();
  for (const auto& row : rows) {
    nlohmann::ordered_json object;
    for (std::size_t i = 0; i < columns.size(); ++i) object[columns[i]] = std::visit(AsJson{}, row[i]);
    list.push_back(std::move(object));
  }
  return list;
}

}  // namespace vicinia::workspace::inline base
