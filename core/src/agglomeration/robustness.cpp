#include "vicinia/core/agglomeration/robustness.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <limits>
#include <map>
#include <mutex>
#include <numeric>
#include <string>
#include <tuple>
#include <utility>

namespace vicinia::core::agglomeration {
namespace {

constexpr std::size_t none = std::numeric_limits<std::size_t>::max();

/// Which agglomeration of the reference a unit is in.
std::vector<std::size_t> owners(const std::vector<Agglomeration>& reference, std::size_t unit_count) {
  std::vector<std::size_t> owner(unit_count, none);
  for (std::size_t i = 0; i < reference.size(); ++i)
    for (const UnitIndex member : reference[i].members) owner[member] = i;
  return owner;
}

/// What one point of the grid tells of one agglomeration of the reference.
struct Match {
  Outcome outcome{};
  std::vector<UnitIndex>
      members{};  ///< of the agglomeration there that has more than half of its members; empty: none has
};

std::vector<Match> matches(const std::vector<Agglomeration>& reference, const std::vector<std::size_t>& owner,
                           const std::vector<Agglomeration>& found, double jaccard_above) {
  std::vector<Match> result(reference.size());
  std::vector<std::size_t> shared(reference.size()), touched;
  for (const Agglomeration& other : found) {
    touched.clear();
    for (const UnitIndex member : other.members)
      if (const std::size_t i = owner[member]; i != none && shared[i]++ == 0) touched.push_back(i);
    for (const std::size_t i : touched) {
      const std::size_t common = std::exchange(shared[i], 0);
      const std::size_t either = reference[i].members.size() + other.members.size() - common;
      const double jaccard = static_cast<double>(common) / static_cast<double>(either);
      Outcome& outcome = result[i].outcome;
      outcome.jaccard = std::max(outcome.jaccard, jaccard);
      if (2 * common > reference[i].members.size()) {  // as it is wherever the Jaccard is above one half
        outcome.fate = jaccard > jaccard_above ? Fate::survives : Fate::absorbed;
        result[i].members = other.members;
      } else if (outcome.fate == Fate::gone) {
        outcome.fate = Fate::reduced;
      }
    }
  }
  return result;
}

Status check_arguments(std::span<const Rules> grid, const RobustnessOptions& options,
                       std::span<const topology::Border> borders, std::size_t unit_count) {
  const auto bad = [](const char* field, std::string detail) -> Status {
    return fail(
        {.code = ErrorCode::invalid_argument, .subject = {.field = field}, .detail = std::move(detail)});
  };
  if (grid.empty()) return bad("grid", "no rules");
  if (!(options.jaccard_above >= 0.5 && options.jaccard_above < 1))
    return bad("jaccard_above", std::to_string(options.jaccard_above) + "; 0.5 or more, less than 1");
  if (!(options.core_share >= 0 && options.core_share <= 1))
    return bad("core_share", std::to_string(options.core_share) + "; from 0 to 1");
  for (const Rules& rules : grid)
    if (auto ok = check(rules); !ok) return ok;
  for (const topology::Border& border : borders)
    if (border.a >= unit_count || border.b >= unit_count)
      return bad("borders", std::to_string(border.a) + "," + std::to_string(border.b) + " of " +
                                std::to_string(unit_count));
  return {};
}

using LinkKey = std::tuple<bool, double, double>;
LinkKey key_of(const topology::LinkRule& rule) { return {rule.corners, rule.min_length_m, rule.within_m}; }

/// One for each link rule that the grid has.
std::map<LinkKey, topology::Adjacency> adjacencies(std::span<const topology::Border> borders,
                                                   std::size_t unit_count, std::span<const Rules> grid) {
  std::map<LinkKey, topology::Adjacency> result;
  for (const Rules& rules : grid)
    if (const auto [entry, is_new] = result.try_emplace(key_of(rules.link)); is_new)
      entry->second = topology::adjacency(borders, unit_count, rules.link);
  return result;
}

/// The shares of one agglomeration, from what each point tells of it.
AgglomerationRobustness summary(const Agglomeration& reference, std::size_t index,
                                const std::vector<std::vector<Match>>& by_point, double core_share) {
  const auto share = [points = static_cast<double>(by_point.size())](std::size_t count) {
    return static_cast<double>(count) / points;
  };
  AgglomerationRobustness result;
  std::array<std::size_t, fate_count> fates{};
  std::map<UnitIndex, std::size_t> survivals, joins;
  for (const UnitIndex member : reference.members) survivals[member] = 0;
  std::vector<double> jaccards;
  for (const std::vector<Match>& matches : by_point) {
    const Match& match = matches[index];
    result.outcomes.push_back(match.outcome);
    jaccards.push_back(match.outcome.jaccard);
    ++fates[static_cast<std::size_t>(match.outcome.fate)];
    for (const UnitIndex unit : match.members)
      if (const auto member = survivals.find(unit); member == survivals.end())
        ++joins[unit];
      else if (match.outcome.fate == Fate::survives)
        ++member->second;
  }
  std::ranges::sort(jaccards);  // the same sum to the last bit, whatever the order of the grid
  result.mean_jaccard =
      std::accumulate(jaccards.begin(), jaccards.end(), 0.0) / static_cast<double>(by_point.size());
  result.survival = share(fates[static_cast<std::size_t>(Fate::survives)]);
  result.absorbed = share(fates[static_cast<std::size_t>(Fate::absorbed)]);
  result.reduced = share(fates[static_cast<std::size_t>(Fate::reduced)]);
  result.gone = share(fates[static_cast<std::size_t>(Fate::gone)]);
  for (const auto& [unit, count] : survivals)
    result.members.push_back({unit, share(count), share(count) >= core_share});
  for (const auto& [unit, count] : joins) result.near.push_back({unit, share(count)});
  std::ranges::stable_sort(result.near, std::greater{}, &NearMember::joins);
  return result;
}

/// The values and the reference's own, ascending, each once.
std::vector<double> with_own(std::vector<double> values, double own) {
  values.push_back(own);
  std::ranges::sort(values);
  const auto rest = std::ranges::unique(values);
  values.erase(rest.begin(), rest.end());
  return values;
}

double value_of(VariedRule rule, const Rules& rules) {
  switch (rule) {
    case VariedRule::lq_min: return rules.lq_min;
    case VariedRule::employees_min: return rules.size.employees_min;
    case VariedRule::corners: return rules.link.corners ? 1 : 0;
    case VariedRule::border_min_m: return rules.link.min_length_m;
    case VariedRule::tolerance_m: return rules.link.within_m;
  }
  return 0;
}

}  // namespace

std::string_view name_of(Fate fate) {
  switch (fate) {
    case Fate::survives: return "survives";
    case Fate::absorbed: return "absorbed";
    case Fate::reduced: return "reduced";
    case Fate::gone: return "gone";
  }
  return "";
}

std::string_view name_of(VariedRule rule) {
  switch (rule) {
    case VariedRule::lq_min: return "lq_min";
    case VariedRule::employees_min: return "employees_min";
    case VariedRule::corners: return "corners";
    case VariedRule::border_min_m: return "border_min_m";
    case VariedRule::tolerance_m: return "tolerance_m";
  }
  return "";
}

std::vector<SurvivalAt> survival_by(VariedRule rule, std::span<const Rules> grid,
                                    std::span<const Outcome> outcomes) {
  assert(outcomes.size() == grid.size());
  struct Count {
    std::size_t points = 0, survived = 0;
  };
  std::map<double, Count> counts;
  for (std::size_t point = 0; point < grid.size(); ++point) {
    Count& count = counts[value_of(rule, grid[point])];
    ++count.points;
    if (outcomes[point].fate == Fate::survives) ++count.survived;
  }
  std::vector<SurvivalAt> result;
  for (const auto& [value, count] : counts)
    result.push_back({value, static_cast<double>(count.survived) / static_cast<double>(count.points)});
  return result;
}

std::vector<Rules> grid_around(const Rules& reference, const GridSteps& steps) {
  std::vector<double> lq_mins;
  for (const double factor : steps.lq_factors)
    lq_mins.push_back(std::round(factor * reference.lq_min * 1e6) / 1e6);
  std::vector<bool> contiguities{reference.link.corners};
  if (steps.both_contiguities) contiguities = {false, true};
  std::vector<Rules> grid;
  for (const double lq_min : with_own(std::move(lq_mins), reference.lq_min))
    for (const double employees_min : with_own(steps.employees_min, reference.size.employees_min))
      for (const bool corners : contiguities)
        for (const double border_min_m : with_own(steps.border_min_m, reference.link.min_length_m))
          for (const double tolerance_m : with_own(steps.tolerances_m, reference.link.within_m)) {
            Rules rules = reference;
            rules.lq_min = lq_min;
            rules.size.employees_min = employees_min;
            rules.link = {.corners = corners, .min_length_m = border_min_m, .within_m = tolerance_m};
            grid.push_back(rules);
          }
  return grid;
}

Result<Robustness> robustness(std::span<const UnitValues> values, std::span<const topology::Border> borders,
                              const Rules& reference, std::span<const Rules> grid,
                              const RobustnessOptions& options, const Task& task) {
  if (auto ok = check(reference); !ok) return fail(ok.error());
  if (auto ok = check_arguments(grid, options, borders, values.size()); !ok) return fail(ok.error());
  auto at_reference =
      find_agglomerations(values, topology::adjacency(borders, values.size(), reference.link), reference);
  if (!at_reference) return fail(at_reference.error());
  Robustness result{.reference = std::move(*at_reference)};
  const auto owner = owners(result.reference, values.size());
  const auto neighbours = adjacencies(borders, values.size(), grid);

  std::vector<std::vector<Match>> by_point(grid.size());
  std::mutex reporting;
  std::size_t done = 0;
  tbb::parallel_for(std::size_t{0}, grid.size(), [&](std::size_t point) {
    if (task.stop.stop_requested()) return;
    const auto found = find_agglomerations(values, neighbours.at(key_of(grid[point].link)), grid[point]);
    by_point[point] =
        matches(result.reference, owner, found.value(), options.jaccard_above);  // rules are checked
    const std::scoped_lock lock(reporting);                                      // shares that only rise
    task.at(static_cast<double>(++done) / static_cast<double>(grid.size()), "varying the rules");
  });
  if (task.stop.stop_requested()) return fail({.code = ErrorCode::cancelled});

  result.agglomerations.resize(result.reference.size());
  tbb::parallel_for(std::size_t{0}, result.reference.size(), [&](std::size_t i) {
    result.agglomerations[i] = summary(result.reference[i], i, by_point, options.core_share);
  });
  return result;
}

}  // namespace vicinia::core::agglomeration
