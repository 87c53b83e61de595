#include "vicinia/workspace/view_file.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string_view>

#include "vicinia/workspace/atomic_file.h"
#include "vicinia/workspace/indicators/own_rule.h"

namespace vicinia::workspace {
namespace {

using core::ErrorCode;
using nlohmann::ordered_json;

constexpr std::array<std::string_view, 4> method_ids{"quantile", "equal-interval", "natural-breaks", "manual"};

core::Error bad(const std::string& field, const std::string& detail) {
  return {.code = ErrorCode::bad_document, .subject = {.field = field}, .detail = detail};
}

ordered_json to_json(const Classification& c) {
  ordered_json json{{"method", method_ids[static_cast<std::size_t>(c.method)]}, {"classes", c.classes}};
  if (!c.manual_breaks.empty()) json["breaks"] = c.manual_breaks;
  return json;
}

Classification classification_from(const nlohmann::json& json) {
  Classification c;
  const auto method = std::ranges::find(method_ids, json.value("method", "quantile"));
  if (method == method_ids.end()) throw bad("method", json.value("method", ""));
  c.method = static_cast<core::stats::ClassMethod>(method - method_ids.begin());
  c.classes = json.value("classes", c.classes);
  if (c.classes < 1 || c.classes > core::stats::max_classes) throw bad("classes", std::to_string(c.classes));
  if (json.contains("breaks")) c.manual_breaks = json["breaks"].get<std::vector<double>>();
  return c;
}

/// Unit of that code, nothing where the key is absent.
std::optional<core::admin::UnitIndex> unit_from(const nlohmann::json& json, const char* key, const core::Dataset& data) {
  if (!json.contains(key)) return std::nullopt;
  const auto code = json[key].get<std::string>();
  const auto unit = data.frame.find(code);
  if (!unit) throw bad(key, code);
  return unit;
}

ordered_json to_json(const AgglomerationSettings& settings, const core::admin::Frame& frame) {
  const auto pairs = [&](const auto& list) {
    ordered_json json = ordered_json::array();
    for (const auto& [a, b] : list) json.push_back({frame[a].code, frame[b].code});
    return json;
  };
  const core::agglomeration::Rules& rules = settings.rules;
  return {{"lq_min", rules.lq_min},
          {"size_of", rules.size.scope == core::agglomeration::SizeRule::Scope::unit ? "unit" : "whole"},
          {"employees_min", rules.size.employees_min},
          {"enterprises_min", rules.size.enterprises_min},
          {"sector_share_pct_min", rules.size.sector_share_pct_min},
          {"link", rules.link.corners ? "corner" : "edge"},
          {"border_min_m", rules.link.min_length_m},
          {"tolerance_m", settings.tolerance_m ? ordered_json(*settings.tolerance_m) : ordered_json(nullptr)},
          {"linked", pairs(settings.links.linked)},
          {"cut", pairs(settings.links.cut)}};
}

std::optional<double> tolerance_from(const nlohmann::json& json) {
  if (json.contains("tolerance_m")) return json["tolerance_m"].is_null() ? std::nullopt : std::optional(json["tolerance_m"].get<double>());
  return json.contains("snap_m") ? tolerance_of_snapping(json["snap_m"].get<double>()) : std::nullopt;
}

AgglomerationSettings settings_from(const nlohmann::json& json, const core::Dataset& data) {
  AgglomerationSettings settings;
  core::agglomeration::Rules& rules = settings.rules;
  const auto one_of = [&](const char* field, const char* usual, const char* other) {
    const auto value = json.value(field, usual);
    if (value != usual && value != other) throw bad(field, value);
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
  settings.tolerance_m = tolerance_from(json);
  const auto pairs = [&](const char* field) {
    std::vector<std::pair<core::topology::UnitIndex, core::topology::UnitIndex>> list;
    for (const auto& codes : json.value(field, std::vector<std::array<std::string, 2>>{})) {
      const auto a = data.frame.find(codes[0]), b = data.frame.find(codes[1]);
      if (!a || !b) throw bad(field, a ? codes[1] : codes[0]);
      list.emplace_back(static_cast<core::topology::UnitIndex>(*a), static_cast<core::topology::UnitIndex>(*b));
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
  if (const auto ok = check(rule); !ok) throw bad("own_rule." + ok.error().subject.field, ok.error().detail);
  return rule;
}

PaletteChoice palettes_from(const nlohmann::json& json) {
  PaletteChoice palettes;
  const auto one = [&](const char* key, Palette usual) {
    const auto id = json.value(key, std::string(info_of(usual).id));
    const auto palette = find_palette(id);
    if (!palette) throw bad("palettes." + std::string(key), id);
    return *palette;
  };
  palettes = {one("plain", palettes.plain), one("pivoted", palettes.pivoted)};
  if (!check(palettes)) throw bad("palettes.plain", std::string(info_of(palettes.plain).id));
  return palettes;
}

/// Position of the sector in the list of its level, whatever level is open.
std::optional<core::industry::SectorIndex> sector_of(const core::Dataset& data, std::size_t level, const std::string& code) {
  if (!data.levels) {
    if (level > 1) throw bad("sector_level", std::to_string(level));
    return core::industry::find_sector(data.sectors, code);
  }
  const auto of_level = data.levels->at(level == 0 ? data.levels->usual_level() : level);
  if (!of_level) throw bad("sector_level", std::to_string(level));
  return core::industry::find_sector(of_level->first, code);
}

View view_from(const nlohmann::json& json, const core::Dataset& data) {
  View view;
  const auto sector_code = json.at("sector").get<std::string>();
  view.sector_level = json.value("sector_level", std::size_t{0});
  const auto sector = sector_of(data, view.sector_level, sector_code);
  if (!sector) throw bad("sector", sector_code);
  view.sector = *sector;
  const auto period_from = [&](const char* key, const std::string& label) {
    const auto at = std::ranges::find(data.periods, label);
    if (at == data.periods.end()) throw bad(key, label);
    return static_cast<std::size_t>(at - data.periods.begin());
  };
  view.period = period_from("period", json.value("period", data.periods.back()));
  if (json.contains("base_period")) {
    view.base_period = period_from("base_period", json["base_period"].get<std::string>());
    if (*view.base_period >= view.period) throw bad("base_period", data.periods[*view.base_period]);
  }
  const auto variable_id = json.at("measure").get<std::string>();
  const auto variable = core::values::variable_by_id(variable_id);
  if (!variable) throw bad("measure", variable_id);
  view.variable = *variable;
  if (json.contains("classifications"))
    for (const core::values::VariableInfo& info : core::values::all_variables())
      if (json["classifications"].contains(info.id))
        view.classifications[static_cast<std::size_t>(info.variable)] = classification_from(json["classifications"][std::string(info.id)]);
  if (json.contains("palettes")) view.palettes = palettes_from(json["palettes"]);
  view.province = unit_from(json, "province", data);
  view.selected = unit_from(json, "selected", data);
  view.labels = json.value("labels", true);
  view.outlines = json.value("outlines", true);
  if (json.contains("agglomerations")) view.agglomerations = settings_from(json["agglomerations"], data);
  if (json.contains("own_rule")) view.own_rule = own_rule_from(json["own_rule"]);
  if (json.contains("contradicted_figures")) {
    const auto id = json["contradicted_figures"].get<std::string>();
    const auto treatment = core::values::treatment_by_id(id);
    if (!treatment) throw bad("contradicted_figures", id);
    view.treatment = *treatment;
  }
  if (json.contains("extent")) {
    const auto e = json["extent"].get<std::array<double, 4>>();
    view.extent = gis::map::Extent{e[0], e[1], e[2], e[3]};
    if (!(view.extent->width() > 0) || !(view.extent->height() > 0)) throw bad("extent", json["extent"].dump());
  }
  return view;
}

ordered_json json_of_view(const Document& document, bool with_folder) {
  const core::Dataset& data = *document.data->dataset;
  const View& view = document.view;
  ordered_json json;
  json["format"] = "vicinia-view";
  json["version"] = 1;
  if (with_folder) json["dataset"] = document.data->folder.string();
  json["data_sha256"] = data.content_hash;
  json["sector"] = data.sectors[view.sector].code;
  if (view.sector_level != 0) json["sector_level"] = view.sector_level;
  json["period"] = data.periods[view.period];
  if (view.base_period) json["base_period"] = data.periods[*view.base_period];
  json["measure"] = core::values::info_of(view.variable).id;
  for (const core::values::VariableInfo& info : core::values::all_variables()) {
    const Classification& one = view.classifications[static_cast<std::size_t>(info.variable)];
    if (core::values::measure_of(info.variable) || one != default_classification(info.variable)) json["classifications"][std::string(info.id)] = to_json(one);
  }
  json["palettes"] = {{"plain", info_of(view.palettes.plain).id}, {"pivoted", info_of(view.palettes.pivoted).id}};
  if (view.province) json["province"] = data.frame[*view.province].code;
  if (view.selected) json["selected"] = data.frame[*view.selected].code;
  if (view.extent) json["extent"] = {view.extent->min_x, view.extent->min_y, view.extent->max_x, view.extent->max_y};
  json["labels"] = view.labels;
  json["outlines"] = view.outlines;
  json["agglomerations"] = to_json(view.agglomerations, data.frame);
  if (view.own_rule != core::indicators::grades::OwnRule{}) json["own_rule"] = to_json(view.own_rule);
  if (view.treatment != core::values::Treatment::as_printed) json["contradicted_figures"] = core::values::id_of(view.treatment);
  return json;
}

}  // namespace

std::optional<double> tolerance_of_snapping(double snap_m) {
  constexpr double former_default_m = 1;
  if (snap_m == former_default_m) return std::nullopt;
  return std::min(snap_m, max_tolerance_m);
}

std::string view_text(const Document& document) { return json_of_view(document, false).dump(); }

core::Status save_view(const Document& document, const std::filesystem::path& file) {
  return write_atomically(file, json_of_view(document, true).dump(2) + "\n");
}

core::Result<StoredView> stored_view_of(const std::string& text, const std::filesystem::path& file) {
  try {
    const auto json = nlohmann::json::parse(text);
    if (json.value("format", "") != "vicinia-view" || json.value("version", 0) != 1)
      return core::fail({.code = ErrorCode::bad_document,
                         .subject = {.file = file.string(), .field = "format"},
                         .detail = json.value("format", "")});
    return StoredView{json.value("dataset", ""), json.value("data_sha256", ""), text};
  } catch (const nlohmann::json::exception& e) {
    return core::fail({.code = ErrorCode::bad_document, .subject = {.file = file.string()}, .detail = e.what()});
  }
}

core::Result<StoredView> read_view_file(const std::filesystem::path& file) {
  std::error_code missing;
  if (!std::filesystem::exists(file, missing))
    return core::fail({.code = ErrorCode::file_not_found, .subject = {.file = file.string()}});
  std::ifstream in(file, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  if (!in)
    return core::fail({.code = ErrorCode::file_not_readable, .subject = {.file = file.string()}, .detail = std::strerror(errno)});
  auto stored = stored_view_of(text, file);
  if (stored && stored->dataset_folder.empty())
    return core::fail({.code = ErrorCode::bad_document, .subject = {.file = file.string(), .field = "dataset"}, .detail = "dataset"});
  return stored;
}

core::Result<View> view_on(const StoredView& stored, const core::Dataset& dataset) {
  try {
    return view_from(nlohmann::json::parse(stored.json), dataset);
  } catch (const core::Error& error) {
    return core::fail(error);
  } catch (const nlohmann::json::exception& e) {
    return core::fail(bad("", e.what()));
  }
}

}  // namespace vicinia::workspace
