#include "vicinia/core/agglomeration/membership.h"

#include <algorithm>
#include <limits>
#include <string>

namespace vicinia::core::agglomeration {
namespace {

constexpr std::size_t in_none = std::numeric_limits<std::size_t>::max();

enum class End : std::uint8_t { low, high };

/// Does the LQ pass the threshold at that end? The printed value lies within what it may be, even where the range says otherwise:
/// values that are contradicted have ranges without them.
bool passes(double lq, const std::optional<stats::Interval>& range, double least, End end) {
  if (!range) return lq >= least;
  return end == End::low ? lq >= least && range->low >= least : lq >= least || range->high >= least;
}

/// The values with LQs that pass the threshold where they do at that end; nullopt: as printed.
std::optional<std::vector<UnitValues>> values_at(End end, std::span<const UnitValues> values,
                                                 std::span<const std::optional<stats::Interval>> lq_ranges,
                                                 double least) {
  std::optional<std::vector<UnitValues>> changed;
  for (std::size_t unit = 0; unit < values.size(); ++unit) {
    const Cell lq = values[unit].lq;
    if (!lq.has_number() || passes(lq.number(), lq_ranges[unit], least, end) == (lq.number() >= least))
      continue;
    if (!changed) changed.emplace(values.begin(), values.end());
    (*changed)[unit].lq = end == End::low ? Cell::not_published() : Cell::of(least);
  }
  return changed;
}

std::vector<std::size_t> numbers_of(std::span<const Agglomeration> found, std::size_t unit_count) {
  std::vector<std::size_t> number(unit_count, in_none);
  for (std::size_t i = 0; i < found.size(); ++i)
    for (const UnitIndex member : found[i].members) number[member] = i;
  return number;
}

void sort_once(std::vector<UnitIndex>& units) {
  std::ranges::sort(units);
  const auto again = std::ranges::unique(units);
  units.erase(again.begin(), again.end());
}

}  // namespace

std::string_view name_of(Certainty certainty) {
  switch (certainty) {
    case Certainty::certainly: return "certainly";
    case Certainty::as_printed: return "as_printed";
    case Certainty::may_be: return "may_be";
    case Certainty::no: return "no";
  }
  return "";
}

Result<std::vector<Membership>> memberships(std::span<const UnitValues> values,
                                            std::span<const std::optional<stats::Interval>> lq_ranges,
                                            const topology::Adjacency& neighbours, const Rules& rules,
                                            std::span<const Agglomeration> found) {
  if (lq_ranges.size() != values.size())
    return fail({.code = ErrorCode::shape_mismatch,
                 .detail = std::to_string(values.size()) + " units, intervals of " +
                           std::to_string(lq_ranges.size())});
  std::vector<Membership> result(found.size());
  if (!(rules.lq_min > 0)) return result;  // every LQ passes
  const auto number_as_printed = numbers_of(found, values.size());
  for (const End end : {End::low, End::high}) {
    const auto at_end = values_at(end, values, lq_ranges, rules.lq_min);
    if (!at_end) continue;  // as printed
    const auto found_there = find_agglomerations(*at_end, neighbours, rules);
    if (!found_there) return fail(found_there.error());
    const auto number_there = numbers_of(*found_there, values.size());
    for (std::size_t i = 0; i < found.size(); ++i) {
      Membership& membership = result[i];
      const std::vector<UnitIndex>& members = found[i].members;
      const std::size_t first = number_there[members.front()];
      for (const UnitIndex member : members) {
        const std::size_t there = number_there[member];
        if (there == in_none) membership.as_printed.push_back(member);
        if (there == in_none || there != first) membership.certainty = Certainty::as_printed;
      }
    }
    for (const Agglomeration& there : *found_there) {
      std::vector<UnitIndex> joining;
      std::vector<std::size_t> joined;
      for (const UnitIndex unit : there.members)
        if (number_as_printed[unit] == in_none)
          joining.push_back(unit);
        else
          joined.push_back(number_as_printed[unit]);
      if (joining.empty()) continue;
      std::ranges::sort(joined);
      joined.erase(std::ranges::unique(joined).begin(), joined.end());
      for (const std::size_t i : joined)
        result[i].may_join.insert(result[i].may_join.end(), joining.begin(), joining.end());
    }
  }
  for (Membership& membership : result) {
    sort_once(membership.as_printed);
    sort_once(membership.may_join);
  }
  return result;
}

Certainty certainty_of(const Agglomeration& agglomeration, const Membership& membership, UnitIndex unit) {
  if (std::ranges::binary_search(membership.as_printed, unit)) return Certainty::as_printed;
  if (std::ranges::binary_search(agglomeration.members, unit)) return Certainty::certainly;
  return std::ranges::binary_search(membership.may_join, unit) ? Certainty::may_be : Certainty::no;
}

}  // namespace vicinia::core::agglomeration
