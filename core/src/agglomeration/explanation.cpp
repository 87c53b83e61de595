#include "vicinia/core/agglomeration/explanation.h"

#include <algorithm>
#include <limits>
#include <map>

#include "vicinia/core/agglomeration/shortfall.h"

namespace vicinia::core::agglomeration {
namespace {

using Check = Explanation::Check;
using Standing = Explanation::Standing;

bool contains(const std::vector<UnitIndex>& sorted, admin::UnitIndex wanted) {
  return std::ranges::binary_search(sorted, static_cast<UnitIndex>(wanted));
}

Check compare(const char* rule, Cell value, double threshold) {
  const bool passed = threshold <= 0 || (value.has_number() && value.number() >= threshold);
  return {.rule = rule, .value = value, .threshold = threshold, .passed = passed};
}

/// The sizes that are asked for, of one unit or of several together.
void add_size_checks(const auto& values, const SizeRule& size, bool decides, std::vector<Check>& checks) {
  for (const Check& check :
       {compare("employees_min", values.employees, size.employees_min),
        compare("enterprises_min", values.enterprises, size.enterprises_min),
        compare("sector_share_pct_min", values.sector_share_pct, size.sector_share_pct_min)})
    if (check.threshold > 0) {
      checks.push_back(check);
      checks.back().decides = decides;
    }
}

std::vector<Check> checks_of(const UnitValues& own, const Rules& rules) {
  std::vector<Check> checks{compare("lq_min", own.lq, rules.lq_min)};
  checks.front().passed = checks.front().passed && own.lq.has_number();
  add_size_checks(own, rules.size, rules.size.scope == SizeRule::Scope::unit, checks);
  return checks;
}

std::optional<std::size_t> agglomeration_of(const std::vector<AgglomerationReport>& reports,
                                            admin::UnitIndex unit) {
  for (std::size_t i = 0; i < reports.size(); ++i)
    if (contains(reports[i].found.members, unit)) return i;
  return std::nullopt;
}

std::vector<Explanation::Touching> touched_by(const std::vector<Explanation::Link>& links) {
  std::map<std::size_t, Explanation::Touching> touched;
  for (const Explanation::Link& link : links) {
    if (!link.agglomeration) continue;
    Explanation::Touching& one = touched[*link.agglomeration];
    one.agglomeration = *link.agglomeration;
    one.through.push_back(link.neighbour);
    one.border_m += link.border.length_m;
  }
  std::vector<Explanation::Touching> list;
  for (auto& [number, one] : touched) {
    std::ranges::sort(one.through);
    list.push_back(std::move(one));
  }
  return list;
}

/// Those that are linked, and those that only the tolerance keeps apart; each neighbour once.
void add_neighbours(const std::vector<topology::Border>& borders, const topology::LinkRule& rule,
                    const std::vector<AgglomerationReport>& reports, Explanation& explanation) {
  topology::LinkRule any_distance = rule;
  any_distance.within_m = std::numeric_limits<double>::infinity();
  for (const topology::Border& border : borders) {
    if (border.a != explanation.unit && border.b != explanation.unit) continue;
    const bool is_linked = links(border, rule);
    if (!is_linked && (border.kind != topology::BorderKind::near || !links(border, any_distance))) continue;
    const admin::UnitIndex neighbour = border.a == explanation.unit ? border.b : border.a;
    if (!explanation.links.empty() && explanation.links.back().neighbour == neighbour)
      continue;  // linked by the row before
    const auto theirs = agglomeration_of(reports, neighbour);
    (is_linked ? explanation.links : explanation.apart)
        .push_back({.neighbour = neighbour,
                    .border = border,
                    .is_member = theirs && theirs == explanation.agglomeration,
                    .agglomeration = theirs});
  }
  std::ranges::stable_sort(explanation.apart, {},
                           [](const Explanation::Link& link) { return link.border.distance_m; });
}

/// Of a unit's own checks. What several units lack together can be told of counts alone.
void add_shortfall(Check& check, const SectorValues* values = nullptr, admin::UnitIndex unit = 0) {
  if (check.passed || !check.value.has_number()) return;
  switch (checked_measure(check)) {
    case indicators::Measure::location_quotient:
      if (values != nullptr) check.short_of = employees_short_of_lq(*values, unit, check.threshold);
      return;
    case indicators::Measure::sector_share:
      if (values != nullptr) check.short_of = employees_short_of_share(*values, unit, check.threshold);
      return;
    default: check.short_of = stats::exactly(check.threshold - check.value.number());
  }
}

/// What the unit would be in if no size were asked for.
Status add_set(const SectorValues& values, const std::vector<topology::Border>& borders, const Rules& rules,
               Explanation& explanation) {
  Rules any_size = rules;
  any_size.size = {};
  const auto neighbours = topology::adjacency(borders, values.by_unit().size(), rules.link);
  const auto found = find_agglomerations(values.by_unit(), neighbours, any_size);
  if (!found) return fail(found.error());
  for (const Agglomeration& one : *found)
    if (contains(one.members, explanation.unit)) {
      explanation.set.assign(one.members.begin(), one.members.end());
      add_size_checks(one.sums, rules.size, true, explanation.set_checks);
      for (Check& check : explanation.set_checks) add_shortfall(check);
    }
  return {};
}

Standing standing_of(const Explanation& explanation, const Contiguity& contiguity) {
  if (explanation.agglomeration) return Standing::member;
  if (std::ranges::find(contiguity.units(), explanation.unit) == contiguity.units().end())
    return Standing::not_of_the_map;
  const bool fails = std::ranges::any_of(explanation.checks,
                                         [](const Check& check) { return check.decides && !check.passed; });
  return fails ? Standing::unit_fails : Standing::set_too_small;
}

}  // namespace

indicators::Measure checked_measure(const Check& check) {
  using indicators::Measure;
  if (check.rule == "employees_min") return Measure::employees;
  if (check.rule == "enterprises_min") return Measure::enterprises;
  if (check.rule == "sector_share_pct_min") return Measure::sector_share;
  return Measure::location_quotient;
}

std::string_view name_of(Standing standing) {
  switch (standing) {
    case Standing::member: return "member";
    case Standing::unit_fails: return "unit_fails";
    case Standing::set_too_small: return "set_too_small";
    case Standing::not_of_the_map: return "not_of_the_map";
  }
  return "";
}

Result<Explanation> explain(const SectorValues& values, const Contiguity& contiguity,
                            const Settings& settings, const std::vector<AgglomerationReport>& reports,
                            admin::UnitIndex unit) {
  const admin::Frame& frame = values.dataset().frame;
  const Rules rules = rules_in_force(contiguity, settings);
  if (unit >= frame.size())
    return fail({.code = ErrorCode::invalid_argument,
                 .subject = {.field = "unit"},
                 .detail = std::to_string(unit) + " of " + std::to_string(frame.size())});
  const auto borders = linked_borders(contiguity, settings);
  if (!borders) return fail(borders.error());

  Explanation explanation{
      .unit = unit, .checks = checks_of(values.by_unit()[unit], rules), .tolerance_m = rules.link.within_m};
  const UnitIndex itself[] = {static_cast<UnitIndex>(unit)};
  const auto doubtful = values.rests_on(itself);
  for (Check& check : explanation.checks)
    for (const values::DoubtfulValue& value : doubtful)
      if (value.measure == checked_measure(check)) check.rests_on.push_back(value);
  for (Check& check : explanation.checks) add_shortfall(check, &values, unit);
  explanation.lq_range = values.lq_ranges()[unit];
  explanation.agglomeration = agglomeration_of(reports, unit);
  if (explanation.agglomeration) {
    const Agglomeration& own = reports[*explanation.agglomeration].found;
    explanation.tolerance = reports[*explanation.agglomeration].tolerance;
    explanation.is_carried = contains(own.carried, unit);
    explanation.member_count = own.members.size();
  }
  add_neighbours(*borders, rules.link, reports, explanation);
  for (const auto& [a, b] : settings.links.cut)
    if (a == unit || b == unit) explanation.cut.push_back(a == unit ? b : a);
  std::ranges::sort(explanation.cut);
  if (!explanation.agglomeration) explanation.touching = touched_by(explanation.links);
  explanation.standing = standing_of(explanation, contiguity);
  if (explanation.standing == Standing::set_too_small)
    if (auto ok = add_set(values, *borders, rules, explanation); !ok) return fail(ok.error());
  return explanation;
}

}  // namespace vicinia::core::agglomeration
