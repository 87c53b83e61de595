#include "short_conflicts.h"

#include <algorithm>
#include <span>
#include <utility>

#include "vicinia/core/stats/interval.h"

namespace vicinia::core::audit {

using Conflict = ValueBounds::Conflict;
using Cells = std::vector<CellId>;

namespace {

/// Rows that a claim out of line is compared with: enough to outweigh any other explanation.
constexpr int most_partners = 12;
/// Larger conflicts are those of long sums, which are minimal as they are.
constexpr std::size_t largest_minimized = 150;

Cells ascending(Cells cells) {
  std::ranges::sort(cells);
  const auto repeated = std::ranges::unique(cells);
  cells.erase(repeated.begin(), repeated.end());
  return cells;
}

class AtSight {
 public:
  AtSight(const ValueSystem& system, const ValueBounds& bounds) : system_(system), bounds_(bounds) {}

  std::vector<Cells> conflicts() {
    compare_claims();
    compare_sums();
    return std::move(found_);
  }

 private:
  /// What one row alone says of a total or a quotient, by two of its cells.
  struct Claim {
    Unknown about = 0;
    stats::Interval interval{};
    Cells cells{};
  };

  /// Short conflicts, of two rows each, tell best who is out of line: a wrong value is in one with every other row.
  void compare_claims() {
    std::vector<Claim> claims;
    for (std::size_t r = 0; r < system_.rows.size(); ++r) {
      const ValueSystem::Row& row = system_.rows[r];
      const auto claim = [&](Unknown about, Field of, Field by) {
        const CellId a = system_.cell(r, of), b = system_.cell(r, by);
        if (about == no_unknown || !bounds_.counts(a) || !bounds_.counts(b) || system_.printed[a].low <= 0 ||
            system_.printed[b].high <= 0)
          return;
        claims.push_back({about, system_.printed[a] / system_.printed[b], {std::min(a, b), std::max(a, b)}});
      };
      claim(row.sector, Field::employees, Field::sector_share);
      claim(row.unit, Field::employees, Field::district_share);
      claim(row.national_per_sector, Field::location_quotient, Field::district_share);
      claim(row.national_per_unit, Field::location_quotient, Field::sector_share);
    }
    std::ranges::stable_sort(claims, {}, &Claim::about);
    for (auto first = claims.begin(); first != claims.end();) {
      const auto end =
          std::find_if(first, claims.end(), [&](const Claim& c) { return c.about != first->about; });
      compare(std::span(first, end));
      first = end;
    }
  }

  void compare(std::span<const Claim> claims) {
    std::vector<stats::Interval> intervals;
    for (const Claim& claim : claims) intervals.push_back(claim.interval);
    const auto shared = stats::most_shared(intervals);
    if (!shared || shared->supporters == claims.size()) return;
    for (const Claim& outlier : claims) {
      if (outlier.interval.low <= shared->interval.low && shared->interval.high <= outlier.interval.high)
        continue;
      int partners = 0;
      for (const Claim& other : claims) {
        if (outlier.interval.high >= other.interval.low && other.interval.high >= outlier.interval.low)
          continue;
        Cells cells = outlier.cells;
        cells.insert(cells.end(), other.cells.begin(), other.cells.end());
        found_.push_back(ascending(std::move(cells)));
        if (++partners == most_partners) break;
      }
    }
  }

  /// Sums that fail as printed, and parts that exceed their whole.
  void compare_sums() {
    for (const ValueSystem::Sum& sum : system_.sums) {
      if (!sum.sums_cells()) continue;
      Cells cells;
      double parts = 0;
      for (const CellId part : system_.part_cells_of(sum)) {
        if (!bounds_.counts(part)) continue;
        cells.push_back(part);
        parts += system_.printed[part].low;
      }
      if (!bounds_.counts(sum.whole_cell)) continue;
      const double whole = system_.printed[sum.whole_cell].low;
      const bool all_there = cells.size() == sum.count;
      if (parts == whole || (parts < whole && (sum.is_lower_bound || !all_there))) continue;
      cells.push_back(sum.whole_cell);
      if (sum.binds != ValueSystem::no_cell) cells.push_back(sum.binds);
      found_.push_back(ascending(std::move(cells)));
    }
    for (std::size_t r = 0; r < system_.rows.size(); ++r)
      for (const Field part : {Field::smes, Field::fdi_enterprises}) {
        const CellId whole_cell = system_.cell(r, Field::enterprises), part_cell = system_.cell(r, part);
        if (bounds_.counts(whole_cell) && bounds_.counts(part_cell) &&
            system_.printed[part_cell].low > system_.printed[whole_cell].high)
          found_.push_back({whole_cell, part_cell});
      }
  }

  const ValueSystem& system_;
  const ValueBounds& bounds_;
  std::vector<Cells> found_{};
};

}  // namespace

std::vector<Cells> short_conflicts(const ValueSystem& system, const ValueBounds& bounds) {
  return AtSight(system, bounds).conflicts();
}

Cells ConflictMinimizer::needed(std::span<const CellId> cells) {
  if (cells.size() <= 1) return {cells.begin(), cells.end()};
  const auto first = cells.first(cells.size() / 2), second = cells.subspan(cells.size() / 2);
  const auto with = [&](std::span<const CellId> taken, auto use) {
    const ValueBounds::Mark mark = scratch_.mark();
    for (const CellId cell : taken) scratch_.take(cell);
    use(scratch_.propagate());
    scratch_.undo(mark);
    for (const CellId cell : taken) scratch_.restore(cell, false);
  };
  Cells of_first(first.begin(), first.end()), found;
  bool is_told_by_first = false;
  with(first, [&](bool fits) {
    is_told_by_first = !fits;
    if (fits) {
      found = needed(second);
    } else {
      const Cells told_by = scratch_.conflict().cells;
      std::erase_if(of_first, [&](CellId cell) { return !std::ranges::binary_search(told_by, cell); });
    }
  });
  if (is_told_by_first) return needed(of_first);
  Cells more;
  with(found, [&](bool fits) {
    if (fits) more = needed(first);
  });
  found.insert(found.end(), more.begin(), more.end());
  return found;
}

Conflict ConflictMinimizer::minimal(Conflict conflict) {
  if (conflict.cells.size() > largest_minimized) return conflict;
  // Assumptions and counts go first: what holds without them says more.
  const auto rank = [&](CellId cell) {
    return system_.is_assumption(cell) ? 2 : is_count(system_.field_of(cell)) ? 1 : 0;
  };
  std::ranges::stable_sort(conflict.cells, {}, rank);
  scratch_.restrict_to(conflict.constraints);
  conflict.cells = ascending(needed(conflict.cells));
  return conflict;
}

}  // namespace vicinia::core::audit
