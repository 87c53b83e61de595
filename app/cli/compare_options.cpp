#include "compare_options.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>
#include <string_view>
#include <utility>

#include "usage.h"
#include "vicinia/workspace/document/find.h"

namespace vicinia::cli {
namespace {

using core::agglomeration::Rules;
using workspace::ComparedMap;

struct RulePart {
  std::string_view name;
  double& (*of)(Rules&);
};
constexpr std::array<RulePart, 5> rule_parts{
    {{"lq-min", [](Rules& rules) -> double& { return rules.lq_min; }},
     {"employees-min", [](Rules& rules) -> double& { return rules.size.employees_min; }},
     {"enterprises-min", [](Rules& rules) -> double& { return rules.size.enterprises_min; }},
     {"sector-share-min", [](Rules& rules) -> double& { return rules.size.sector_share_pct_min; }},
     {"border-min", [](Rules& rules) -> double& { return rules.link.min_length_m; }}}};
constexpr std::array<std::string_view, 4> other_parts{"sector", "variable", "period", "base-period"};

bool is_part(std::string_view name) {
  return std::ranges::find(other_parts, name) != other_parts.end() ||
         std::ranges::find(rule_parts, name, &RulePart::name) != rule_parts.end();
}

core::Error unknown_part(std::string name) {
  std::string possible;
  for (const std::string_view part : other_parts)
    possible += (possible.empty() ? "" : ", ") + std::string(part);
  for (const RulePart& part : rule_parts) possible += ", " + std::string(part.name);
  return {.code = core::ErrorCode::unknown_name,
          .subject = {.field = "comparison", .id = std::move(name)},
          .detail = possible};
}

using Part = std::pair<std::string, std::string>;  ///< name, value

core::Error unusable(const std::string& name, const std::string& value) {
  return {.code = core::ErrorCode::invalid_argument,
          .subject = {.field = "--compare " + name},
          .detail = "\"" + value + "\""};
}

/// "sector=Leather, footwear,variable=lq": a comma within a name is none between parts.
core::Result<std::vector<Part>> parts_of(const std::string& text) {
  std::vector<Part> parts;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t comma = std::min(text.find(',', at), text.size());
    const std::string piece = text.substr(at, comma - at);
    const std::size_t equals = piece.find('=');
    const std::string name = piece.substr(0, equals);
    if (equals == std::string::npos && is_part(name)) return core::fail(unusable(name, ""));
    if (equals != std::string::npos && (is_part(name) || parts.empty())) {
      if (!is_part(name)) return core::fail(unknown_part(name));
      const std::string value = piece.substr(equals + 1);
      // Of two values one would be dropped without a word.
      if (const auto before = std::ranges::find(parts, name, &Part::first); before != parts.end())
        return core::fail(unusable(name, before->second + ", " + value));
      parts.emplace_back(name, value);
    } else if (parts.empty() || equals != std::string::npos) {
      return core::fail(unknown_part(name));
    } else {
      parts.back().second += "," + piece;
    }
    at = comma + 1;
  }
  return parts;
}

core::Result<double> number_of(const std::string& name, const std::string& text) {
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(number) || number < 0)
    return core::fail(unusable(name, text));
  return number;
}

core::Status set_part(const workspace::Document& document, const std::string& name, const std::string& value,
                      ComparedMap& map, std::optional<std::string>& base) {
  const core::Dataset& data = *document.data->dataset;
  if (name == "sector") {
    const auto sector = workspace::find_sector(data, value);
    if (!sector) return core::fail(sector.error());
    map.sector = *sector;
  } else if (name == "variable") {
    const auto variable = core::values::variable_by_id(value);
    if (!variable) {
      std::string names;
      for (const auto& info : core::values::all_variables())
        names += (names.empty() ? "" : ", ") + std::string(info.id);
      return core::fail({.code = core::ErrorCode::unknown_name,
                         .subject = {.field = "measure", .id = value},
                         .detail = names});
    }
    map.variable = *variable;
  } else if (name == "period") {
    const auto period = workspace::find_period(data, value);
    if (!period) return core::fail(period.error());
    map.period = *period;
    if (map.base_period && *map.base_period >= map.period) map.base_period.reset();
  } else if (name == "base-period") {
    base = value;
  } else {
    const auto number = number_of(name, value);
    if (!number) return core::fail(number.error());
    if (!map.rules) map.rules = document.view.agglomerations.rules;
    std::ranges::find(rule_parts, name, &RulePart::name)->of(*map.rules) = *number;
  }
  return {};
}

core::Result<ComparedMap> map_of(const workspace::Document& document, const std::string& text) {
  const auto parts = parts_of(text);
  if (!parts) return core::fail(parts.error());
  const workspace::View& view = document.view;
  ComparedMap map{.sector = view.sector,
                  .variable = view.variable,
                  .period = view.period,
                  .base_period = view.base_period};
  std::optional<std::string> base;
  for (const auto& [name, value] : *parts)
    if (auto ok = set_part(document, name, value, map, base); !ok) return core::fail(ok.error());
  if (base) {
    const auto period = workspace::find_period(*document.data->dataset, *base);
    if (!period) return core::fail(period.error());
    map.base_period = *period;
  }
  return map;
}

}  // namespace

void CompareOptions::setup(CLI::App& app) {
  const OptionGroup group(app, "Several maps on the page");
  auto* const compare =
      app.add_option(
             "--compare", maps_,
             "Another map beside this one, that differs by sector, variable, period, base-period, lq-min, "
             "employees-min, enterprises-min, sector-share-min, border-min: \"sector=IV,variable=employees\"; "
             "up to five times")
          ->type_name("WHAT=…")
          ->expected(1)
          ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
          ->delimiter('\0');
  app.add_flag("--same-classes", same_classes_,
               "Maps of one variable have the classes of all their values together, and one legend")
      ->needs(compare);
}

core::Status CompareOptions::apply(workspace::Workspace& workspace) const {
  namespace commands = workspace::commands;
  for (const std::string& text : maps_) {
    const auto map = map_of(workspace.document(), text);
    if (!map) return core::fail(map.error());
    if (auto ok = workspace.apply(commands::add_map(*map)); !ok) return ok;
    // Whether the data have the variable is known once the map is there.
    const std::size_t number = workspace::map_count(workspace.view()) - 1;
    if (auto ok = workspace.apply(commands::in_map(number, commands::set_variable(map->variable))); !ok)
      return ok;
  }
  return workspace.apply(commands::set_same_classes(same_classes_ && !maps_.empty()));
}

}  // namespace vicinia::cli
