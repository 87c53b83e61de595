#include "document/view_fields.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <tuple>
#include <utility>
#include <vector>

#include "vicinia/core/industry/sector.h"
#include "vicinia/workspace/document/own_rule.h"

namespace vicinia::workspace::inline document {

using core::ErrorCode;

core::Error bad_document(const std::string& field, const std::string& detail) {
  return {.code = ErrorCode::bad_document, .subject = {.field = field}, .detail = detail};
}

core::Error out_of_range(const char* what, std::size_t given, std::size_t size) {
  return {.code = ErrorCode::invalid_argument,
          .subject = {.field = what},
          .detail = std::to_string(given) + " of " + std::to_string(size)};
}

core::Status check_unit(const core::Dataset& data, std::optional<core::admin::UnitIndex> unit,
                        const char* what) {
  if (unit && *unit >= data.frame.size()) return core::fail(out_of_range(what, *unit, data.frame.size()));
  return {};
}

core::Status check_units(const core::Dataset& data, const Selection& units) {
  return check_unit(data, units.empty() ? std::nullopt : std::optional(units.units().back()), "unit");
}

core::Status check_pair(const core::Dataset& data, UnitPair pair) {
  for (const auto unit : {pair.first, pair.second})
    if (unit >= data.frame.size()) return core::fail(out_of_range("unit", unit, data.frame.size()));
  if (pair.first == pair.second)
    return core::fail({.code = ErrorCode::invalid_argument,
                       .subject = {.field = "unit", .id = data.frame[pair.first].code},
                       .detail = "a unit cannot be linked with itself"});
  return {};
}

core::Status check(const AgglomerationSettings& settings, const core::Dataset& data) {
  const auto bad = [](const char* field, double value) -> core::Status {
    return core::fail(
        {.code = ErrorCode::invalid_argument, .subject = {.field = field}, .detail = std::to_string(value)});
  };
  if (settings.tolerance_m && !(*settings.tolerance_m >= 0 && *settings.tolerance_m <= max_tolerance_m))
    return bad("tolerance_m", *settings.tolerance_m);
  if (const auto good = core::agglomeration::check(settings.rules); !good) return good;
  for (const auto* pairs : {&settings.links.linked, &settings.links.cut})
    for (const auto& pair : *pairs)
      if (core::Status ok = check_pair(data, pair); !ok) return ok;
  return {};
}

core::Status check_base_period(const core::Dataset& data, core::industry::PeriodIndex shown,
                               std::optional<core::industry::PeriodIndex> base) {
  if (!base || *base < shown) return {};
  return core::fail({.code = ErrorCode::invalid_argument,
                     .subject = {.field = "base_period"},
                     .detail = (*base < data.periods.size() ? data.periods[*base] : std::to_string(*base)) +
                               ", " + data.periods[shown]});
}

namespace {

using core::Dataset;
using nlohmann::ordered_json;

constexpr std::array<std::string_view, 4> method_ids{"quantile", "equal-interval", "natural-breaks",
                                                     "manual"};

ordered_json to_json(const Classification& c) {
  ordered_json json{{"method", method_ids[static_cast<std::size_t>(c.method)]}, {"classes", c.classes}};
  if (!c.manual_breaks.empty()) json["breaks"] = c.manual_breaks;
  return json;
}

Classification classification_from(const nlohmann::json& json) {
  Classification c;
  const auto method = std::ranges::find(method_ids, json.value("method", "quantile"));
  if (method == method_ids.end()) throw bad_document("method", json.value("method", ""));
  c.method = static_cast<core::stats::ClassMethod>(method - method_ids.begin());
  c.classes = json.value("classes", c.classes);
  if (c.classes < 1 || c.classes > core::stats::max_classes)
    throw bad_document("classes", std::to_string(c.classes));
  if (json.contains("breaks")) c.manual_breaks = json["breaks"].get<std::vector<double>>();
  return c;
}

/// Unit of that code, nothing where the key is absent.
std::optional<core::admin::UnitIndex> unit_from(const nlohmann::json& json, const char* key,
                                                const core::Dataset& data) {
  if (!json.contains(key)) return std::nullopt;
  const auto code = json[key].get<std::string>();
  const auto unit = data.frame.find(code);
  if (!unit) throw bad_document(key, code);
  return unit;
}

/// One code, or a list of codes whose first is the current unit; nothing where the key is absent.
Selection selection_from(const nlohmann::json& json, const char* key, const core::Dataset& data) {
  if (!json.contains(key) || !json[key].is_array()) return Selection(unit_from(json, key, data));
  std::vector<core::admin::UnitIndex> units;
  for (const auto& code : json[key]) {
    const auto unit = data.frame.find(code.get<std::string>());
    if (!unit) throw bad_document(key, code.get<std::string>());
    units.push_back(*unit);
  }
  const auto current = units.empty() ? std::nullopt : std::optional(units.front());
  return Selection(std::move(units), current);
}

ordered_json to_json(const core::agglomeration::Rules& rules) {
  return {{"lq_min", rules.lq_min},
          {"size_of", rules.size.scope == core::agglomeration::SizeRule::Scope::unit ? "unit" : "whole"},
          {"employees_min", rules.size.employees_min},
          {"enterprises_min", rules.size.enterprises_min},
          {"sector_share_pct_min", rules.size.sector_share_pct_min},
          {"link", rules.link.corners ? "corner" : "edge"},
          {"border_min_m", rules.link.min_length_m}};
}

core::agglomeration::Rules rules_from(const nlohmann::json& json) {
  core::agglomeration::Rules rules;
  const auto one_of = [&](const char* field, const char* usual, const char* other) {
    const auto value = json.value(field, usual);
    if (value != usual && value != other) throw bad_document(field, value);
    return value == other;
  };
  rules.lq_min = json.value("lq_min", rules.lq_min);
  rules.size.scope = one_of("size_of", "whole", "unit") ? core::agglomeration::SizeRule::Scope::unit
                                                        : core::agglomeration::SizeRule::Scope::whole;
  rules.size.employees_min = json.value("employees_min", 0.0);
  rules.size.enterprises_min = json.value("enterprises_min", 0.0);
  rules.size.sector_share_pct_min = json.value("sector_share_pct_min", 0.0);
  rules.link.corners = one_of("link", "edge", "corner");
  rules.link.min_length_m = json.value("border_min_m", 0.0);
  return rules;
}

ordered_json to_json(const AgglomerationSettings& settings, const core::admin::Frame& frame) {
  const auto pairs = [&](const auto& list) {
    ordered_json json = ordered_json::array();
    for (const auto& [a, b] : list) json.push_back({frame[a].code, frame[b].code});
    return json;
  };
  ordered_json json = to_json(settings.rules);
  json["tolerance_m"] = settings.tolerance_m ? ordered_json(*settings.tolerance_m) : ordered_json(nullptr);
  json["linked"] = pairs(settings.links.linked);
  json["cut"] = pairs(settings.links.cut);
  return json;
}

AgglomerationSettings settings_from(const nlohmann::json& json, const core::Dataset& data) {
  AgglomerationSettings settings{.rules = rules_from(json)};
  if (json.contains("tolerance_m") && !json["tolerance_m"].is_null())
    settings.tolerance_m = json["tolerance_m"].get<double>();
  const auto pairs = [&](const char* field) {
    UnitPairs list;
    for (const auto& codes : json.value(field, std::vector<std::array<std::string, 2>>{})) {
      const auto a = data.frame.find(codes[0]), b = data.frame.find(codes[1]);
      if (!a || !b) throw bad_document(field, a ? codes[1] : codes[0]);
      list.emplace_back(static_cast<core::topology::UnitIndex>(*a),
                        static_cast<core::topology::UnitIndex>(*b));
    }
    return list;
  };
  settings.links = {pairs("linked"), pairs("cut")};
  return settings;
}

ordered_json to_json(const core::indicators::grades::OwnRule& rule) {
  ordered_json json = ordered_json::object();
  for (const OwnCriterion& criterion : own_criteria) {
    const std::string name(core::indicators::grades::name_of(criterion.id));
    const auto& limits = rule.*criterion.limits;
    if (limits.min) json[name]["min"] = *limits.min;
    if (limits.max) json[name]["max"] = *limits.max;
  }
  return json;
}

core::indicators::grades::OwnRule own_rule_from(const nlohmann::json& json) {
  core::indicators::grades::OwnRule rule;
  for (const OwnCriterion& criterion : own_criteria) {
    const std::string name(core::indicators::grades::name_of(criterion.id));
    if (!json.contains(name)) continue;
    auto& limits = rule.*criterion.limits;
    if (json[name].contains("min")) limits.min = json[name]["min"].get<double>();
    if (json[name].contains("max")) limits.max = json[name]["max"].get<double>();
  }
  if (const auto ok = check(rule); !ok)
    throw bad_document("own_rule." + ok.error().subject.field, ok.error().detail);
  return rule;
}

PaletteChoice palettes_from(const nlohmann::json& json) {
  PaletteChoice palettes;
  const auto one = [&](const char* key, Palette usual) {
    const auto id = json.value(key, std::string(info_of(usual).id));
    const auto palette = find_palette(id);
    if (!palette) throw bad_document("palettes." + std::string(key), id);
    return *palette;
  };
  palettes = {one("plain", palettes.plain), one("pivoted", palettes.pivoted)};
  if (!check(palettes)) throw bad_document("palettes.plain", std::string(info_of(palettes.plain).id));
  return palettes;
}

/// Position of the sector in the list of its level, whatever level is open.
std::optional<core::industry::SectorIndex> sector_of(const core::Dataset& data, std::size_t level,
                                                     const std::string& code) {
  if (!data.levels) {
    if (level > 1) throw bad_document("sector_level", std::to_string(level));
    return core::industry::find_sector(data.sectors, code);
  }
  const auto of_level = data.levels->at(level == 0 ? data.levels->usual_level() : level);
  if (!of_level) throw bad_document("sector_level", std::to_string(level));
  return core::industry::find_sector(of_level->first, code);
}

std::size_t period_from(const nlohmann::json& file, const char* key, const Dataset& data) {
  const auto label = file[key].get<std::string>();
  const auto at = std::ranges::find(data.periods, label);
  if (at == data.periods.end()) throw bad_document(key, label);
  return static_cast<std::size_t>(at - data.periods.begin());
}

core::values::Variable variable_from(const nlohmann::json& file) {
  const auto id = file["variable"].get<std::string>();
  const auto found = core::values::variable_by_id(id);
  if (!found) throw bad_document("variable", id);
  return *found;
}

std::optional<core::admin::UnitIndex> same_unit(std::optional<core::admin::UnitIndex> unit,
                                                const Dataset& from, const Dataset& to) {
  // Another frame may have the code for another unit.
  return unit && from.frame_id == to.frame_id ? to.frame.find(from.frame[*unit].code) : std::nullopt;
}

UnitPairs same_pairs(const UnitPairs& pairs, const Dataset& from, const Dataset& to) {
  UnitPairs same;
  for (const auto& [a, b] : pairs)
    if (const auto x = same_unit(a, from, to), y = same_unit(b, from, to); x && y)
      add_pair(same, ascending(*x, *y));
  return same;
}

/// What every field has, from the member that it is; the rest is added to it.
template <auto member>
constexpr ViewField field(std::string_view key, bool Touched::*touches) {
  return {.key = key,
          .touches = touches,
          .is_same = [](const View& a, const View& b) { return a.*member == b.*member; },
          .copy = [](const View& from, View& to) { to.*member = from.*member; },
          .write = nullptr,
          .read = nullptr,
          .check = nullptr,
          .carry = nullptr};
}

/// What stands after it is read on the data in that frame: view_file.cpp and the command see to it.
ViewField frame() {
  ViewField f = field<&View::frame>("frame", &Touched::dataset);
  f.write = [](const View& view, const Dataset&, ordered_json& file) {
    if (!view.frame.empty()) file["frame"] = view.frame;
  };
  f.read = [](const nlohmann::json& file, const Dataset& data, View& view) {
    view.frame = file["frame"].get<std::string>();
    if (view.frame != data.frame_id) throw bad_document("frame", view.frame);
  };
  f.check = [](const View& view, const Dataset& data) -> core::Status {
    if (view.frame == data.frame_id) return {};
    return core::fail({.code = ErrorCode::invalid_argument,
                       .subject = {.field = "frame", .id = view.frame},
                       .detail = data.frame_id});
  };
  f.carry = [](const View&, const Dataset&, const Dataset& to, View& carried) {
    carried.frame = to.frame_id;
  };
  return f;
}

ViewField sector_level() {
  ViewField f = field<&View::sector_level>("sector_level", &Touched::sector);
  f.write = [](const View& view, const Dataset&, ordered_json& file) {
    if (view.sector_level != 0) file["sector_level"] = view.sector_level;
  };
  f.read = [](const nlohmann::json& file, const Dataset&, View& view) {
    view.sector_level = file["sector_level"].get<std::size_t>();
  };
  f.carry = [](const View&, const Dataset&, const Dataset&, View& carried) { carried.sector_level = 0; };
  return f;
}

ViewField sector() {
  ViewField f = field<&View::sector>("sector", &Touched::sector);
  f.write = [](const View& view, const Dataset& data, ordered_json& file) {
    file["sector"] = data.sectors[view.sector].code;
  };
  f.read = [](const nlohmann::json& file, const Dataset& data, View& view) {
    const auto code = file["sector"].get<std::string>();
    const auto found = sector_of(data, view.sector_level, code);
    if (!found) throw bad_document("sector", code);
    view.sector = *found;
  };
  f.check = [](const View& view, const Dataset& data) -> core::Status {
    if (view.sector >= data.sectors.size())
      return core::fail(out_of_range("sector", view.sector, data.sectors.size()));
    return {};
  };
  f.carry = [](const View& view, const Dataset& from, const Dataset& to, View& carried) {
    carried.sector = core::industry::find_sector(to.sectors, from.sectors[view.sector].code).value_or(0);
  };
  return f;
}

ViewField period() {
  ViewField f = field<&View::period>("period", &Touched::period);
  f.write = [](const View& view, const Dataset& data, ordered_json& file) {
    file["period"] = data.periods[view.period];
  };
  f.read = [](const nlohmann::json& file, const Dataset& data, View& view) {
    view.period = period_from(file, "period", data);
  };
  f.check = [](const View& view, const Dataset& data) -> core::Status {
    if (view.period >= data.periods.size())
      return core::fail(out_of_range("period", view.period, data.periods.size()));
    return {};
  };
  f.carry = [](const View&, const Dataset&, const Dataset& to, View& carried) {
    carried.period = to.periods.size() - 1;
  };
  return f;
}

ViewField base_period() {
  ViewField f = field<&View::base_period>("base_period", &Touched::period);
  f.write = [](const View& view, const Dataset& data, ordered_json& file) {
    if (view.base_period) file["base_period"] = data.periods[*view.base_period];
  };
  f.read = [](const nlohmann::json& file, const Dataset& data, View& view) {
    view.base_period = period_from(file, "base_period", data);
    if (*view.base_period >= view.period) throw bad_document("base_period", data.periods[*view.base_period]);
  };
  f.check = [](const View& view, const Dataset& data) {
    return check_base_period(data, view.period, view.base_period);
  };
  f.carry = [](const View&, const Dataset&, const Dataset&, View& carried) { carried.base_period.reset(); };
  return f;
}

ViewField variable() {
  ViewField f = field<&View::variable>("variable", &Touched::variable);
  f.write = [](const View& view, const Dataset&, ordered_json& file) {
    file["variable"] = core::values::info_of(view.variable).id;
  };
  f.read = [](const nlohmann::json& file, const Dataset&, View& view) {
    view.variable = variable_from(file);
  };
  return f;
}

ViewField classifications() {
  ViewField f = field<&View::classifications>("classifications", &Touched::classification);
  f.write = [](const View& view, const Dataset&, ordered_json& file) {
    for (const core::values::VariableInfo& info : core::values::all_variables()) {
      const Classification& one = view.classifications[static_cast<std::size_t>(info.variable)];
      if (one != default_classification(info.variable))
        file["classifications"][std::string(info.id)] = to_json(one);
    }
  };
  f.read = [](const nlohmann::json& file, const Dataset&, View& view) {
    for (const core::values::VariableInfo& info : core::values::all_variables())
      if (file["classifications"].contains(info.id))
        view.classifications[static_cast<std::size_t>(info.variable)] =
            classification_from(file["classifications"][std::string(info.id)]);
  };
  return f;
}

ViewField palettes() {
  ViewField f = field<&View::palettes>("palettes", &Touched::palette);
  f.write = [](const View& view, const Dataset&, ordered_json& file) {
    file["palettes"] = {{"plain", info_of(view.palettes.plain).id},
                        {"pivoted", info_of(view.palettes.pivoted).id}};
  };
  f.read = [](const nlohmann::json& file, const Dataset&, View& view) {
    view.palettes = palettes_from(file["palettes"]);
  };
  f.check = [](const View& view, const Dataset&) { return workspace::check(view.palettes); };
  return f;
}

ViewField province() {
  ViewField f = field<&View::province>("province", &Touched::province);
  f.write = [](const View& view, const Dataset& data, ordered_json& file) {
    if (view.province) file["province"] = data.frame[*view.province].code;
  };
  f.read = [](const nlohmann::json& file, const Dataset& data, View& view) {
    view.province = unit_from(file, "province", data);
  };
  f.check = [](const View& view, const Dataset& data) { return check_unit(data, view.province, "province"); };
  f.carry = [](const View& view, const Dataset& from, const Dataset& to, View& carried) {
    carried.province = same_unit(view.province, from, to);
    if (carried.province && !to.frame.is_chosen_as_whole(*carried.province)) carried.province.reset();
  };
  return f;
}

ViewField selected() {
  ViewField f = field<&View::selected>("selected", &Touched::selection);
  f.is_in_history = false;
  f.write = [](const View& view, const Dataset& data, ordered_json& file) {
    const auto code = [&](core::admin::UnitIndex unit) { return data.frame[unit].code; };
    if (view.selected.size() == 1) file["selected"] = code(*view.selected.current());
    if (view.selected.size() < 2) return;
    ordered_json codes = ordered_json::array({code(*view.selected.current())});  // the current one first
    for (const auto unit : view.selected.units())
      if (unit != view.selected.current()) codes.push_back(code(unit));
    file["selected"] = std::move(codes);
  };
  f.read = [](const nlohmann::json& file, const Dataset& data, View& view) {
    view.selected = selection_from(file, "selected", data);
  };
  f.check = [](const View& view, const Dataset& data) { return check_units(data, view.selected); };
  f.carry = [](const View& view, const Dataset& from, const Dataset& to, View& carried) {
    std::vector<core::admin::UnitIndex> units;
    for (const auto unit : view.selected.units())
      if (const auto same = same_unit(unit, from, to)) units.push_back(*same);
    carried.selected = Selection(std::move(units), same_unit(view.selected.current(), from, to));
  };
  return f;
}

ViewField kept_selections() {
  ViewField f = field<&View::kept_selections>("kept_selections", &Touched::kept_selections);
  f.write = [](const View& view, const Dataset&, ordered_json& file) {
    for (const KeptSelection& kept : view.kept_selections)
      file["kept_selections"].push_back({{"name", kept.name}, {"units", kept.codes}});
  };
  f.read = [](const nlohmann::json& file, const Dataset&, View& view) {
    view.kept_selections.clear();
    for (const auto& one : file["kept_selections"]) {
      KeptSelection kept{one.at("name").get<std::string>(), one.at("units").get<std::vector<std::string>>()};
      if (kept.name.empty() || kept.codes.empty())
        throw bad_document("kept_selections", one.dump().substr(0, 60));
      view.kept_selections.push_back(std::move(kept));
    }
    std::ranges::stable_sort(view.kept_selections, {}, &KeptSelection::name);
    const auto same = std::ranges::adjacent_find(view.kept_selections, {}, &KeptSelection::name);
    if (same != view.kept_selections.end()) throw bad_document("kept_selections", same->name);
  };
  return f;
}

/// Further out there is nothing to see, and a map of so much cannot be drawn.
bool is_on_earth(const gis::map::Extent& extent) {
  constexpr double furthest = 1e8;  // metres; in degrees more than enough
  return std::ranges::all_of(std::array{extent.min_x, extent.min_y, extent.max_x, extent.max_y},
                             [](double side) { return std::abs(side) <= furthest; });
}

ViewField extent() {
  ViewField f = field<&View::extent>("extent", &Touched::extent);
  f.is_in_history = false;
  f.write = [](const View& view, const Dataset&, ordered_json& file) {
    if (view.extent)
      file["extent"] = {view.extent->min_x, view.extent->min_y, view.extent->max_x, view.extent->max_y};
  };
  f.read = [](const nlohmann::json& file, const Dataset&, View& view) {
    const auto e = file["extent"].get<std::array<double, 4>>();
    view.extent = gis::map::Extent{e[0], e[1], e[2], e[3]};
    if (!(view.extent->width() > 0) || !(view.extent->height() > 0) || !is_on_earth(*view.extent))
      throw bad_document("extent", file["extent"].dump().substr(0, 60));
  };
  f.carry = [](const View&, const Dataset&, const Dataset&, View& carried) { carried.extent.reset(); };
  return f;
}

/// A plain value that may be left to the program is written only where it is not.
const auto& stored(const auto& value) { return value; }
bool stored(const std::optional<bool>& value) { return value.value(); }
auto& place_of(auto& value) { return value; }
bool& place_of(std::optional<bool>& value) { return value.emplace(); }

/// The n-th of plain_fields.
template <std::size_t n>
ViewField plain_field() {
  static constexpr auto& plain = std::get<n>(plain_fields);
  ViewField f = field<plain.member>(plain.key, plain.touches);
  f.write = [](const View& view, const Dataset&, ordered_json& file) {
    if (plain.is_always_written || view.*plain.member != View{}.*plain.member)
      file[std::string(plain.key)] = stored(view.*plain.member);
  };
  f.read = [](const nlohmann::json& file, const Dataset&, View& view) {
    file.at(std::string(plain.key)).get_to(place_of(view.*plain.member));
  };
  return f;
}

ViewField agglomerations() {
  ViewField f = field<&View::agglomerations>("agglomerations", &Touched::agglomerations);
  f.write = [](const View& view, const Dataset& data, ordered_json& file) {
    file["agglomerations"] = to_json(view.agglomerations, data.frame);
  };
  f.read = [](const nlohmann::json& file, const Dataset& data, View& view) {
    view.agglomerations = settings_from(file["agglomerations"], data);
  };
  f.check = [](const View& view, const Dataset& data) { return workspace::check(view.agglomerations, data); };
  f.carry = [](const View& view, const Dataset& from, const Dataset& to, View& carried) {
    const core::topology::ManualLinks& links = view.agglomerations.links;
    carried.agglomerations.links = {same_pairs(links.linked, from, to), same_pairs(links.cut, from, to)};
  };
  return f;
}

ViewField own_rule() {
  ViewField f = field<&View::own_rule>("own_rule", &Touched::own_rule);
  f.write = [](const View& view, const Dataset&, ordered_json& file) {
    if (view.own_rule != core::indicators::grades::OwnRule{}) file["own_rule"] = to_json(view.own_rule);
  };
  f.read = [](const nlohmann::json& file, const Dataset&, View& view) {
    view.own_rule = own_rule_from(file["own_rule"]);
  };
  f.check = [](const View& view, const Dataset&) { return workspace::check(view.own_rule); };
  return f;
}

ViewField treatment() {
  ViewField f = field<&View::treatment>("contradicted_figures", &Touched::treatment);
  f.write = [](const View& view, const Dataset&, ordered_json& file) {
    if (view.treatment != core::values::Treatment::as_printed)
      file["contradicted_figures"] = core::values::id_of(view.treatment);
  };
  f.read = [](const nlohmann::json& file, const Dataset&, View& view) {
    const auto id = file["contradicted_figures"].get<std::string>();
    const auto found = core::values::treatment_by_id(id);
    if (!found) throw bad_document("contradicted_figures", id);
    view.treatment = *found;
  };
  return f;
}

core::values::Variable variable_from(const nlohmann::json& json, const char* key) {
  const auto id = json.at(key).get<std::string>();
  const auto found = core::values::variable_by_id(id);
  if (!found) throw bad_document("chart." + std::string(key), id);
  return *found;
}

core::Status check(const ChartSettings& chart) {
  const auto bad = [](const char* field, core::values::Variable variable) -> core::Status {
    return core::fail({.code = ErrorCode::invalid_argument,
                       .subject = {.field = field, .id = std::string(core::values::info_of(variable).id)}});
  };
  if (core::values::info_of(chart.against).is_category()) return bad("chart.against", chart.against);
  if (chart.size && !core::values::info_of(*chart.size).is_count()) return bad("chart.size", *chart.size);
  return {};
}

ViewField chart() {
  ViewField f = field<&View::chart>("chart", &Touched::chart);
  f.write = [](const View& view, const Dataset&, ordered_json& file) {
    if (view.chart == ChartSettings{}) return;
    file["chart"] = {{"kind", id_of(view.chart.kind)},
                     {"against", core::values::info_of(view.chart.against).id}};
    if (view.chart.size) file["chart"]["size"] = core::values::info_of(*view.chart.size).id;
  };
  f.read = [](const nlohmann::json& file, const Dataset&, View& view) {
    const auto& json = file["chart"];
    const auto kind = chart_kind_by_id(json.at("kind").get<std::string>());
    if (!kind) throw bad_document("chart.kind", json.at("kind").get<std::string>());
    view.chart = {*kind, variable_from(json, "against"), std::nullopt};
    if (json.contains("size")) view.chart.size = variable_from(json, "size");
    if (const auto good = check(view.chart); !good)
      throw bad_document(good.error().subject.field, good.error().subject.id);
  };
  f.check = [](const View& view, const Dataset&) { return check(view.chart); };
  return f;
}

ordered_json to_json(const ComparedMap& map, const Dataset& data) {
  ordered_json json{{"sector", data.sectors[map.sector].code},
                    {"variable", core::values::info_of(map.variable).id},
                    {"period", data.periods[map.period]}};
  if (map.base_period) json["base_period"] = data.periods[*map.base_period];
  if (map.rules) json["rules"] = to_json(*map.rules);
  return json;
}

/// What is left out is as on the first map, which has been read.
ComparedMap compared_map_from(const nlohmann::json& json, const Dataset& data, const View& view) {
  ComparedMap map{.sector = view.sector,
                  .variable = view.variable,
                  .period = view.period,
                  .base_period = view.base_period};
  if (json.contains("sector")) {
    const auto code = json["sector"].get<std::string>();
    const auto found = sector_of(data, view.sector_level, code);
    if (!found) throw bad_document("comparison.sector", code);
    map.sector = *found;
  }
  if (json.contains("variable")) map.variable = variable_from(json);
  if (json.contains("period")) {
    map.period = period_from(json, "period", data);
    map.base_period.reset();
  }
  if (json.contains("base_period")) map.base_period = period_from(json, "base_period", data);
  if (map.base_period && *map.base_period >= map.period)
    throw bad_document("comparison.base_period", data.periods[*map.base_period]);
  if (json.contains("rules")) map.rules = rules_from(json["rules"]);
  return map;
}

core::Status check(const ComparedMap& map, const Dataset& data) {
  if (map.sector >= data.sectors.size())
    return core::fail(out_of_range("sector", map.sector, data.sectors.size()));
  if (map.period >= data.periods.size())
    return core::fail(out_of_range("period", map.period, data.periods.size()));
  if (static_cast<std::size_t>(map.variable) >= core::values::variable_count)
    return core::fail(
        out_of_range("variable", static_cast<std::size_t>(map.variable), core::values::variable_count));
  if (auto ok = check_base_period(data, map.period, map.base_period); !ok) return ok;
  return map.rules ? core::agglomeration::check(*map.rules) : core::Status();
}

/// The map as it is on other data; none where its sector is not there. Its period is that of the same label, or the last.
std::optional<ComparedMap> carried(const ComparedMap& map, const Dataset& from, const Dataset& to) {
  const auto sector = core::industry::find_sector(to.sectors, from.sectors[map.sector].code);
  if (!sector) return std::nullopt;
  ComparedMap there = map;
  there.sector = *sector;
  const auto period_of = [&](core::industry::PeriodIndex period) {
    return static_cast<std::size_t>(std::ranges::find(to.periods, from.periods[period]) - to.periods.begin());
  };
  there.period = std::min(period_of(map.period), to.periods.size() - 1);
  if (map.base_period) there.base_period = period_of(*map.base_period);
  if (there.base_period && *there.base_period >= there.period) there.base_period.reset();
  return there;
}

/// Maps are numbered from 1 in a file, as people number them.
ViewField comparison() {
  ViewField f = field<&View::comparison>("comparison", &Touched::comparison);
  f.write = [](const View& view, const Dataset& data, ordered_json& file) {
    const Comparison& all = view.comparison;
    if (all == Comparison{}) return;
    ordered_json json{{"maps", ordered_json::array()}};
    for (const ComparedMap& map : all.others) json["maps"].push_back(to_json(map, data));
    if (all.swiped_with > 0) json["swiped_with"] = all.swiped_with + 1;
    if (all.same_classes) json["same_classes"] = true;
    file["comparison"] = std::move(json);
  };
  f.read = [](const nlohmann::json& file, const Dataset& data, View& view) {
    const nlohmann::json& json = file["comparison"];
    Comparison all{.same_classes = json.value("same_classes", false)};
    const nlohmann::json& maps = json.at("maps");
    if (!maps.is_array()) throw bad_document("comparison.maps", maps.dump());
    for (const auto& map : maps) {
      if (!map.is_object()) throw bad_document("comparison.maps", map.dump());
      all.others.push_back(compared_map_from(map, data, view));
    }
    if (all.others.size() + 1 > most_compared_maps)
      throw bad_document("comparison.maps", std::to_string(all.others.size() + 1));
    if (json.contains("swiped_with")) {
      const auto number = json["swiped_with"].get<std::size_t>();
      if (number < 2 || number > all.others.size() + 1)
        throw bad_document("comparison.swiped_with", std::to_string(number));
      all.swiped_with = number - 1;
    }
    view.comparison = std::move(all);
  };
  f.check = [](const View& view, const Dataset& data) -> core::Status {
    const Comparison& all = view.comparison;
    if (all.others.size() + 1 > most_compared_maps)
      return core::fail(out_of_range("map", all.others.size(), most_compared_maps));
    if (all.swiped_with > all.others.size())
      return core::fail(out_of_range("map", all.swiped_with, all.others.size() + 1));
    for (const ComparedMap& map : all.others)
      if (auto ok = check(map, data); !ok) return ok;
    return {};
  };
  f.carry = [](const View& view, const Dataset& from, const Dataset& to, View& there) {
    Comparison& all = there.comparison;
    all.others.clear();
    all.swiped_with = 0;
    for (std::size_t map = 1; map <= view.comparison.others.size(); ++map) {
      const auto one = carried(view.comparison.others[map - 1], from, to);
      if (!one) continue;
      all.others.push_back(*one);
      if (view.comparison.swiped_with == map) all.swiped_with = all.others.size();
    }
  };
  return f;
}

/// What stands before the plain fields in a view file, they themselves, and what follows them.
template <std::size_t... n>
std::vector<ViewField> all_fields(std::index_sequence<n...>) {
  return {frame(),
          sector_level(),
          sector(),
          period(),
          base_period(),
          variable(),
          classifications(),
          palettes(),
          province(),
          selected(),
          kept_selections(),
          extent(),
          plain_field<n>()...,
          agglomerations(),
          own_rule(),
          treatment(),
          chart(),
          comparison()};
}

}  // namespace

std::span<const ViewField> view_fields() {
  static const std::vector<ViewField> fields =
      all_fields(std::make_index_sequence<std::tuple_size_v<decltype(plain_fields)>>());
  return fields;
}

ordered_json json_of(const View& view, const Dataset& data) {
  ordered_json file;
  for (const ViewField& field : view_fields()) field.write(view, data, file);
  return file;
}

View view_of(const nlohmann::json& file, const Dataset& data) {
  View view;
  view.period = data.periods.size() - 1;
  for (const char* const needed : {"sector", "variable"})
    if (!file.contains(needed)) throw bad_document(needed, needed);
  for (const ViewField& field : view_fields())
    if (file.contains(field.key)) {
      try {
        field.read(file, data, view);
      } catch (const nlohmann::json::
                   exception&) {  // of another type than it should be: which key, and what stands there
        throw bad_document(std::string(field.key), file[std::string(field.key)].dump().substr(0, 60));
      }
    }
  return view;
}

core::Status check(const View& view, const Dataset& data) {
  for (const ViewField& field : view_fields())
    if (field.check != nullptr)
      if (core::Status ok = field.check(view, data); !ok) return ok;
  return {};
}

View carried_over(const View& view, const Dataset& from, const Dataset& to) {
  View carried = view;
  for (const ViewField& field : view_fields())
    if (field.carry != nullptr) field.carry(view, from, to, carried);
  return carried;
}

}  // namespace vicinia::workspace::inline document
