#include "vicinia/core/agglomeration/tolerance.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>
#include <string>

#include "vicinia/core/topology/border_match.h"

namespace vicinia::core::agglomeration {
namespace {

using topology::Border;
using topology::LinkRule;

constexpr double least_next_m = 100;
constexpr std::size_t no_set = std::numeric_limits<std::size_t>::max();

LinkRule within(LinkRule rule, double tolerance_m) {
  rule.within_m = tolerance_m;
  return rule;
}

/// Sets of any size: which units are connected, whatever is asked of the whole.
Rules of_any_size(Rules rules) {
  if (rules.size.scope == SizeRule::Scope::whole) rules.size = {};
  return rules;
}

/// [unit] → position of the set that it is in.
std::vector<std::size_t> positions(const std::vector<Agglomeration>& sets, std::size_t unit_count) {
  std::vector<std::size_t> position(unit_count, no_set);
  for (std::size_t i = 0; i < sets.size(); ++i)
    for (const UnitIndex member : sets[i].members) position[member] = i;
  return position;
}

std::vector<UnitIndex> without(const std::vector<UnitIndex>& members, const std::vector<UnitIndex>& others) {
  std::vector<UnitIndex> rest;
  std::ranges::set_difference(members, others, std::back_inserter(rest));
  return rest;
}

/// Of the parts into which an agglomeration falls, those that are large enough; the one with most members.
std::vector<UnitIndex> largest_part(const Agglomeration& whole, const std::vector<Agglomeration>& parts,
                                    const SizeRule& size) {
  const Agglomeration* largest = nullptr;
  for (const Agglomeration& part : parts)
    if (std::ranges::binary_search(whole.members, part.members.front()) && is_large_enough(part.sums, size) &&
        (largest == nullptr || part.members.size() > largest->members.size() ||
         (part.members.size() == largest->members.size() && part.members < largest->members)))
      largest = &part;
  return largest == nullptr ? std::vector<UnitIndex>{} : largest->members;
}

}  // namespace

double next_tolerance_m(double tolerance_m, double proposed_m) {
  return std::max(tolerance_m, std::min(std::max({2 * tolerance_m, least_next_m, proposed_m}),
                                        topology::furthest_match_m));
}

bool tolerance_matters(std::span<const Border> borders, const LinkRule& rule, double proposed_m) {
  const LinkRule least = within(rule, 0), most = within(rule, next_tolerance_m(rule.within_m, proposed_m));
  return std::ranges::any_of(
      borders, [&](const Border& border) { return links(border, most) && !links(border, least); });
}

Result<std::vector<ToleranceEffect>> tolerance_effects(std::span<const UnitValues> values,
                                                       std::span<const Border> borders, const Rules& rules,
                                                       std::span<const Agglomeration> found,
                                                       double proposed_m) {
  if (auto ok = check(rules); !ok) return fail(ok.error());
  if (!std::isfinite(rules.link.within_m))
    return fail({.code = ErrorCode::invalid_argument,
                 .subject = {.field = "within_m"},
                 .detail = std::to_string(rules.link.within_m)});
  std::vector<ToleranceEffect> effects(found.size());
  if (!tolerance_matters(borders, rules.link, proposed_m)) return effects;

  const Rules any_size = of_any_size(rules);
  const auto connected = [&](double tolerance_m) {
    return find_agglomerations(
        values, topology::adjacency(borders, values.size(), within(rules.link, tolerance_m)), any_size);
  };
  const LinkRule next = within(rules.link, next_tolerance_m(rules.link.within_m, proposed_m));
  const auto parts = connected(0), wholes = connected(next.within_m);
  if (!parts) return fail(parts.error());
  if (!wholes) return fail(wholes.error());
  const auto at_next = positions(*wholes, values.size());
  std::vector<std::size_t> owner(values.size(), no_set);
  for (std::size_t i = 0; i < found.size(); ++i)
    for (const UnitIndex member : found[i].members) owner[member] = i;
  for (std::size_t i = 0; i < found.size(); ++i) {
    const std::vector<UnitIndex>& members = found[i].members;
    effects[i].leaving = without(members, largest_part(found[i], *parts, rules.size));
    if (const std::size_t whole = at_next[members.front()]; whole != no_set)
      effects[i].joining = without((*wholes)[whole].members, members);
    effects[i].depends = !effects[i].leaving.empty() || !effects[i].joining.empty();
  }
  // Whoever joins does so over a border that leads out of the agglomeration: the shortest way is the first.
  for (const Border& border : borders) {
    if (links(border, rules.link) || !links(border, next) || owner[border.a] == owner[border.b]) continue;
    if (!is_candidate(values[border.a], rules) || !is_candidate(values[border.b], rules)) continue;
    for (const UnitIndex unit : {border.a, border.b})
      if (owner[unit] != no_set) {
        double& joins_at_m = effects[owner[unit]].joins_at_m;
        joins_at_m = joins_at_m == 0 ? border.distance_m : std::min(joins_at_m, border.distance_m);
      }
  }
  return effects;
}

}  // namespace vicinia::core::agglomeration
