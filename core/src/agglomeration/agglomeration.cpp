#include "vicinia/core/agglomeration/agglomeration.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "vicinia/core/stats/sum.h"

namespace vicinia::core::agglomeration {
namespace {

bool reaches(Cell value, double least) {
  return least <= 0 || (value.has_number() && value.number() >= least);
}

/// The candidates that can be reached from one, through candidates.
std::vector<UnitIndex> component(UnitIndex first, std::vector<bool>& is_open,
                                 const topology::Adjacency& neighbours) {
  std::vector<UnitIndex> members{first};
  is_open[first] = false;
  for (std::size_t done = 0; done < members.size(); ++done)
    for (const UnitIndex neighbour : neighbours.of(members[done]))
      if (is_open[neighbour]) {
        is_open[neighbour] = false;
        members.push_back(neighbour);
      }
  std::ranges::sort(members);
  return members;
}

double employees_or_none(const Agglomeration& a) {
  return a.sums.employees.has_number() ? a.sums.employees.number() : -1;
}

}  // namespace

Status check(const Rules& rules) {
  const std::pair<const char*, double> thresholds[] = {
      {"lq_min", rules.lq_min},
      {"employees_min", rules.size.employees_min},
      {"enterprises_min", rules.size.enterprises_min},
      {"sector_share_pct_min", rules.size.sector_share_pct_min},
      {"min_length_m", rules.link.min_length_m}};
  for (const auto& [name, threshold] : thresholds)
    if (!std::isfinite(threshold) || threshold < 0)
      return fail({.code = ErrorCode::invalid_argument,
                   .subject = {.field = name},
                   .detail = std::to_string(threshold)});
  if (!(rules.link.within_m >= 0))  // without bound, it may be
    return fail({.code = ErrorCode::invalid_argument,
                 .subject = {.field = "within_m"},
                 .detail = std::to_string(rules.link.within_m)});
  return {};
}

bool is_large_enough(const Sums& sums, const SizeRule& rule) {
  return reaches(sums.employees, rule.employees_min) && reaches(sums.enterprises, rule.enterprises_min) &&
         reaches(sums.sector_share_pct, rule.sector_share_pct_min);
}

Sums sums_of(std::span<const UnitValues> values, std::span<const UnitIndex> members) {
  const auto sum = [&](Cell UnitValues::*value) {
    Cell total = Cell::of(0);
    for (const UnitIndex member : members) total = stats::add(total, values[member].*value);
    return total;
  };
  return {sum(&UnitValues::employees), sum(&UnitValues::enterprises), sum(&UnitValues::smes),
          sum(&UnitValues::fdi_enterprises), sum(&UnitValues::sector_share_pct)};
}

bool is_candidate(const UnitValues& unit, const Rules& rules) {
  if (!unit.lq.has_number() || unit.lq.number() < rules.lq_min) return false;
  if (rules.size.scope == SizeRule::Scope::whole) return true;
  const UnitIndex alone[] = {0};
  return is_large_enough(sums_of({&unit, 1}, alone), rules.size);
}

Result<std::vector<Agglomeration>> find_agglomerations(std::span<const UnitValues> values,
                                                       const topology::Adjacency& neighbours,
                                                       const Rules& rules) {
  if (auto ok = check(rules); !ok) return fail(ok.error());
  if (neighbours.start.size() != values.size() + 1)
    return fail({.code = ErrorCode::shape_mismatch,
                 .detail = std::to_string(values.size()) + " units, neighbours of " +
                           std::to_string(neighbours.start.empty() ? 0 : neighbours.start.size() - 1)});
  std::vector<bool> is_open(values.size());
  for (std::size_t unit = 0; unit < values.size(); ++unit) is_open[unit] = is_candidate(values[unit], rules);

  std::vector<Agglomeration> found;
  for (std::size_t unit = 0; unit < values.size(); ++unit) {
    if (!is_open[unit]) continue;
    Agglomeration agglomeration{.members = component(static_cast<UnitIndex>(unit), is_open, neighbours)};
    agglomeration.sums = sums_of(values, agglomeration.members);
    if (!is_large_enough(agglomeration.sums, rules.size)) continue;
    for (const UnitIndex member : agglomeration.members) {
      const UnitIndex alone[] = {member};
      if (!is_large_enough(sums_of(values, alone), rules.size)) agglomeration.carried.push_back(member);
    }
    found.push_back(std::move(agglomeration));
  }
  std::ranges::stable_sort(found, std::greater{}, employees_or_none);
  return found;
}

}  // namespace vicinia::core::agglomeration
