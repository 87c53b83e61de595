#include "vicinia/workspace/tables/agglomeration_sheet.h"

#include <algorithm>
#include <utility>

#include "base/phrase.h"
#include "vicinia/core/agglomeration/shortfall.h"
#include "vicinia/workspace/document/values.h"
#include "vicinia/workspace/words/explanation_text.h"
#include "vicinia/workspace/words/standing_text.h"
#include "vicinia/workspace/words/texts.h"

namespace vicinia::workspace::inline tables {
namespace {

using core::indicators::Measure;

AgglomerationMember member_of(const SectorValues& values, const AgglomerationReport& report,
                              core::admin::UnitIndex unit) {
  const auto& value = values.by_unit()[unit];
  const core::topology::UnitIndex itself[] = {static_cast<core::topology::UnitIndex>(unit)};
  const auto doubts = values.rests_on(itself);
  AgglomerationMember member{
      .unit = unit,
      .province = values.dataset().frame.parent(unit),
      .employees = value.employees,
      .lq = value.lq,
      .employees_doubt = doubt_about(doubts, Measure::employees),
      .lq_doubt = doubt_about(doubts, Measure::location_quotient),
      .is_carried = std::ranges::find(report.found.carried, unit) != report.found.carried.end()};
  const core::Cell& all = report.found.sums.employees;
  if (value.employees.has_number() && all.has_number() && all.number() > 0)
    member.of_employees_pct = 100 * value.employees.number() / all.number();
  return member;
}

std::string percent(double share, Language language) { return number_text(100 * share, 0, language) + " %"; }

}  // namespace

AgglomerationSheet agglomeration_sheet(const SectorValues& values,
                                       const std::vector<AgglomerationReport>& reports, std::size_t number,
                                       double lq_min, const RobustnessReport* robustness) {
  const AgglomerationReport& report = reports[number];
  AgglomerationSheet sheet{.agglomeration = shared_agglomeration(values, report, number)};
  for (const auto unit : report.found.members) sheet.members.push_back(member_of(values, report, unit));
  if (robustness != nullptr && number < robustness->found.agglomerations.size()) {
    const auto& varied = robustness->found.agglomerations[number];
    for (AgglomerationMember& member : sheet.members) {
      const auto at =
          std::ranges::find(varied.members, member.unit, &core::agglomeration::MemberRobustness::unit);
      if (at == varied.members.end()) continue;
      member.survival = at->survival;
      member.is_core = at->is_core;
    }
    for (const auto& near : varied.near)
      sheet.near.push_back(
          {.unit = near.unit,
           .province = values.dataset().frame.parent(near.unit),
           .employees = values.by_unit()[near.unit].employees,
           .lq = values.by_unit()[near.unit].lq,
           .joins = near.joins,
           .short_of_lq = core::agglomeration::employees_short_of_lq(values, near.unit, lq_min)});
  }
  std::ranges::stable_sort(sheet.members, std::greater{}, [](const AgglomerationMember& member) {
    return member.employees.has_number() ? member.employees.number() : -1;
  });
  return sheet;
}

std::string membership_role_text(const AgglomerationMember& member, Language language) {
  std::string text;
  if (member.survival)
    text =
        Phrase{member.is_core ? "lõi ({p})" : "rìa ({p})", member.is_core ? "core ({p})" : "fringe ({p})"}.in(
            language, {{"{p}", percent(*member.survival, language)}});
  if (member.is_carried)
    text += (text.empty() ? "" : "; ") +
            Phrase{"nhờ các đơn vị giáp nó", "carried by its neighbours"}.in(language);
  return text;
}

std::string near_text(const NearUnit& unit, Language language) {
  const std::string text =
      Phrase{"gần ({p})", "near ({p})"}.in(language, {{"{p}", percent(unit.joins, language)}});
  const std::string shortfall = shortfall_text(unit.short_of_lq, false, language);
  return shortfall.empty() ? text : text + ". " + shortfall;
}

}  // namespace vicinia::workspace::inline tables
