#include "consensus.h"

#include <algorithm>
#include <limits>

namespace vicinia::core::audit {

using stats::Interval;

namespace {

/// More ties than this say nothing; so many are not kept.
constexpr std::size_t most_stretches = 8;

std::vector<Interval> intervals_of(std::span<const Claim> claims) {
  std::vector<Interval> intervals;
  intervals.reserve(claims.size());
  for (const Claim& claim : claims) intervals.push_back(widened(claim.interval));
  return intervals;
}

/// All stretches that as many contain as the one that is known, in ascending order.
std::vector<Interval> tied_with(const stats::MostShared& best, std::span<const Interval> intervals) {
  if (best.stretches == 1) return {best.interval};
  std::vector<double> lows, highs;
  for (const Interval& i : intervals) lows.push_back(i.low), highs.push_back(i.high);
  std::ranges::sort(lows);
  std::ranges::sort(highs);
  std::vector<Interval> found;
  std::size_t closed = 0;
  for (std::size_t opened = 0; opened < lows.size(); ++opened) {
    while (highs[closed] < lows[opened]) ++closed;
    const bool closes_next = opened + 1 == lows.size() || lows[opened + 1] > highs[closed];
    if (closes_next && opened + 1 - closed == best.supporters) found.push_back({lows[opened], highs[closed]});
  }
  return found;
}

}  // namespace

Interval widened(Interval interval) {
  constexpr double hair = 1e-10;
  return {interval.low * (1 - hair), interval.high * (1 + hair)};
}

Consensus::Consensus(std::span<const Claim> claims) {
  const std::vector<Interval> intervals = intervals_of(claims);
  shared_ = stats::most_shared(intervals);
  if (!shared_) return;
  std::vector<Interval> tied = tied_with(*shared_, intervals);
  if (tied.size() > most_stretches) tied.erase(tied.begin() + most_stretches / 2, tied.end() - most_stretches / 2);
  for (const Interval& at : tied) {
    Stretch stretch;
    const auto keep = [](std::optional<End>(&ends)[2], End end, auto better) {
      if (ends[0] && ends[0]->row == end.row) {
        if (better(end.at, ends[0]->at)) ends[0] = end;
      } else if (!ends[0] || better(end.at, ends[0]->at)) {
        ends[1] = ends[0];
        ends[0] = end;
      } else if (!ends[1] || better(end.at, ends[1]->at)) {
        ends[1] = end;
      }
    };
    for (std::size_t i = 0; i < claims.size(); ++i) {
      if (intervals[i].low > at.low || intervals[i].high < at.high) continue;
      keep(stretch.low, {intervals[i].low, claims[i].row}, std::greater<>());
      keep(stretch.high, {intervals[i].high, claims[i].row}, std::less<>());
      if (tied.size() > 1) stretch.rows.push_back(claims[i].row);
    }
    std::ranges::sort(stretch.rows);
    stretches_.push_back(std::move(stretch));
  }
}

std::optional<Consensus::Known> Consensus::of(const Stretch& stretch, std::optional<std::size_t> left_out) {
  const auto pick = [&](const std::optional<End>(&ends)[2]) {
    return ends[0] && ends[0]->row == left_out ? ends[1] : ends[0];
  };
  const auto low = pick(stretch.low), high = pick(stretch.high);
  if (!low || !high) return std::nullopt;
  return Known{{low->at, high->at}, {low->row, high->row}};
}

namespace {

void span_both(std::optional<Consensus::Known>& known, Consensus::Known more) {
  if (!known) {
    known = std::move(more);
    return;
  }
  known->interval = {std::min(known->interval.low, more.interval.low), std::max(known->interval.high, more.interval.high)};
  known->rows.insert(known->rows.end(), more.rows.begin(), more.rows.end());
}

}  // namespace

std::optional<Consensus::Known> Consensus::all() const {
  std::optional<Known> known;
  for (const Stretch& stretch : stretches_)
    if (auto more = of(stretch, std::nullopt)) span_both(known, std::move(*more));
  return known;
}

std::optional<Consensus::Known> Consensus::without(std::size_t row) const {
  std::optional<Known> known;
  // Without the row, stretches that it does not contain are shared by more than those that it does.
  const bool some_stand = is_tied() && std::ranges::any_of(stretches_, [&](const Stretch& stretch) {
                            return !std::ranges::binary_search(stretch.rows, row);
                          });
  for (const Stretch& stretch : stretches_) {
    if (some_stand && std::ranges::binary_search(stretch.rows, row)) continue;
    if (auto more = of(stretch, row)) span_both(known, std::move(*more));
  }
  return known;
}

}  // namespace vicinia::core::audit
