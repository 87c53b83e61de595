#include <algorithm>

#include "base/json_values.h"
#include "vicinia/workspace/base/json_text.h"
#include "vicinia/workspace/base/value_table.h"
#include "vicinia/workspace/document/agglomerations.h"
#include "vicinia/workspace/tables/robustness_table.h"

namespace vicinia::workspace::inline tables {
namespace {

using core::agglomeration::AgglomerationRobustness;
using core::agglomeration::VariedRule;
using nlohmann::ordered_json;

/// Those that join under other rules, and those that no other rule brings in, but rounding may.
std::vector<core::agglomeration::NearMember> near_of(const RobustnessReport& report,
                                                     std::size_t agglomeration) {
  std::vector<core::agglomeration::NearMember> near = report.found.agglomerations[agglomeration].near;
  const std::size_t joining = near.size();
  for (const core::topology::UnitIndex unit : report.membership[agglomeration].may_join) {
    const auto known = std::ranges::find(near.begin(), near.begin() + static_cast<std::ptrdiff_t>(joining),
                                         unit, &core::agglomeration::NearMember::unit);
    if (known == near.begin() + static_cast<std::ptrdiff_t>(joining)) near.push_back({.unit = unit});
  }
  return near;
}

const char* part_of(const core::agglomeration::MemberRobustness& member) {
  return member.is_core ? "core" : "fringe";
}

ordered_json survival_by_rule(const RobustnessReport& report, const AgglomerationRobustness& a) {
  ordered_json json;
  for (std::size_t r = 0; r < core::agglomeration::varied_rule_count; ++r) {
    const auto rule = static_cast<VariedRule>(r);
    ordered_json& list = json[std::string(name_of(rule))] = ordered_json::array();
    for (const auto& at : core::agglomeration::survival_by(rule, report.grid, a.outcomes)) {
      const ordered_json value =
          rule == VariedRule::corners ? ordered_json(at.value > 0) : json_of(core::Cell::of(at.value));
      list.push_back({{"value", value}, {"survival", at.survival}});
    }
  }
  return json;
}

}  // namespace

core::Result<ValueTable> robustness_table(const Document& document, const RobustnessReport& report) {
  const core::Dataset& data = *document.data->dataset;
  ValueTable table{.columns = {"sector_no", "id", "agglomeration_survival", "mean_jaccard", "absorbed",
                               "reduced", "gone", "unit_code", "unit_vi", "unit_en", "part", "survival",
                               "tolerance_m", "depends_on_tolerance", "period", "agglomeration_membership",
                               "membership"}};
  for (std::size_t i = 0; i < report.found.agglomerations.size(); ++i) {
    const AgglomerationRobustness& a = report.found.agglomerations[i];
    TableRow start{data.sectors[document.view.sector].code, core::Cell::of(static_cast<double>(i + 1))};
    for (const double share : {a.survival, a.mean_jaccard, a.absorbed, a.reduced, a.gone})
      start.push_back(number_or_missing(share));
    const auto add = [&](core::topology::UnitIndex index, const char* part, double survival) {
      const core::admin::Unit& unit = data.frame[index];
      TableRow row = start;
      append(row, {unit.code, unit.name_vi, unit.name_en, std::string(part), number_or_missing(survival),
                   number_or_missing(report.tolerance_m), Truth(report.tolerance[i].depends),
                   data.periods[document.view.period], std::string(name_of(report.membership[i].certainty)),
                   std::string(name_of(report.certainty_of(i, index)))});
      table.rows.push_back(std::move(row));
    };
    for (const auto& member : a.members) add(member.unit, part_of(member), member.survival);
    for (const auto& near : near_of(report, i)) add(near.unit, "near", near.joins);
  }
  return table;
}

core::Result<std::string> robustness_json(const Document& document, const RobustnessReport& report) {
  const core::Dataset& data = *document.data->dataset;
  ordered_json json = ordered_json::array();
  for (std::size_t i = 0; i < report.found.agglomerations.size(); ++i) {
    const AgglomerationRobustness& a = report.found.agglomerations[i];
    ordered_json members = ordered_json::array(), near = ordered_json::array();
    for (const auto& member : a.members) {
      members.push_back(json_of(data.frame[member.unit]));
      members.back()["survival"] = member.survival;
      members.back()["part"] = part_of(member);
      members.back()["membership"] = name_of(report.certainty_of(i, member.unit));
    }
    for (const auto& unit : near_of(report, i)) {
      near.push_back(json_of(data.frame[unit.unit]));
      near.back()["joins"] = unit.joins;
      near.back()["membership"] = name_of(report.certainty_of(i, unit.unit));
    }
    json.push_back({{"id", i + 1},
                    {"sector_no", data.sectors[document.view.sector].code},
                    {"period", data.periods[document.view.period]},
                    {"survival", a.survival},
                    {"mean_jaccard", a.mean_jaccard},
                    {"absorbed", a.absorbed},
                    {"reduced", a.reduced},
                    {"gone", a.gone},
                    {"members", std::move(members)},
                    {"near", std::move(near)},
                    {"membership", name_of(report.membership[i].certainty)},
                    {"survival_by", survival_by_rule(report, a)},
                    {"tolerance_m", report.tolerance_m},
                    {"depends_on_tolerance", report.tolerance[i].depends},
                    {"grid_points", report.grid.size()},
                    {"core_share", report.options.core_share}});
  }
  return json_text(json);
}

}  // namespace vicinia::workspace::inline tables
