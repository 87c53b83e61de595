#include "explanations.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <iterator>
#include <limits>
#include <span>
#include <unordered_map>

#include "exchanged_rows.h"
#include "hitting_set.h"
#include "known_conflicts.h"
#include "short_conflicts.h"

namespace vicinia::core::audit {

using Conflict = ValueBounds::Conflict;
using Cells = std::vector<CellId>;

namespace {

/// An explanation that costs more than the cheapest by less than a cell is another one.
constexpr double as_good_within = 0.5;
constexpr double cost_of_row = KnownConflicts::cost_of_row;
/// Several wrong values that hang together may come from one mistake, a shifted or copied row: then even one that costs a cell more may
/// be the right one, if not as likely.
constexpr double nearly_as_good_within = 1;
/// Rounds of conflicts after which all that is in conflict is named.
constexpr int most_rounds = 200;
constexpr std::size_t long_table = 5'000;
/// Of one cell. A sum of many rows has as many explanations as rows; nobody reads more, and in a long table each costs what the table does.
constexpr int most_alternatives = 20, most_alternatives_of_long = 6;
static_assert(most_alternatives < static_cast<int>(KnownConflicts::cells_of_a_kind));
/// How long cheapest sets are looked for: near new conflicts, in place of a few cells, and among all that hangs together.
constexpr int many_branches = 100, some_branches = 80, few_branches = 30;
/// Cells that are exchanged for others together.
constexpr std::size_t most_replaced = 12;

void add_cell(Cells& to, CellId cell) {
  const auto at = std::ranges::lower_bound(to, cell);
  if (at == to.end() || *at != cell) to.insert(at, cell);
}

bool holds_cell(const Cells& cells, CellId cell) { return std::ranges::binary_search(cells, cell); }

}  // namespace

Cells ExplainedContradiction::cells() const {
  Cells all;
  for (const CellExplanation& explanation : explanations)
    for (const CellId cell : explanation.cells) add_cell(all, cell);
  return all;
}

namespace {

class Explainer {
 public:
  Explainer(const ValueSystem& system, ValueBounds& bounds) : system_(system), bounds_(bounds) {}

  Explained explain() {
    Explained result{.contradictions = impossible_cells()};
    bounds_.take_all_published();
    if (bounds_.propagate()) {
      bounds_.settle();
      return result;
    }
    minimizer_.emplace(system_);
    known_conflicts_ = short_conflicts(system_, bounds_);
    // What is out of line is left out before anything is made of it.
    out_ = cheapest(known_conflicts_, {}, {});
    for (const CellId cell : out_) bounds_.restore(cell, false);
    (void)bounds_.propagate_anew();
    find_the_cheapest();
    bounds_.settle();
    drop_what_is_not_needed();
    std::optional<std::vector<ExplainedContradiction>> explained;
    while (!explained) {  // each time the best set is cheaper
      result.consequences = consequences();
      explained = with_alternatives(result.consequences);
    }
    std::ranges::move(*explained, std::back_inserter(result.contradictions));
    Cells named;
    for (const ExplainedContradiction& one : result.contradictions)
      for (const CellId cell : one.cells()) add_cell(named, cell);
    bounds_.leave_out(named);
    (void)bounds_.propagate();                                // fewer cells say less
    if (system_.rows.size() <= long_table) bounds_.settle();  // of a long one few steps are new
    std::ranges::sort(result.contradictions, {},
                      [](const ExplainedContradiction& c) { return c.explanations.front().cells; });
    result.conflicts = std::move(known_conflicts_);
    result.only_likely = std::move(only_likely_);
    return result;
  }

 private:
  [[nodiscard]] std::vector<ExplainedContradiction> impossible_cells() const {
    std::vector<ExplainedContradiction> found;
    for (CellId cell = 0; cell < system_.rows.size() * field_count; ++cell)
      if (system_.is_impossible(cell)) found.push_back({{CellExplanation{{cell}, {}}}});
    return found;
  }

  /// The best set may hold a cell that a later one made needless.
  void drop_what_is_not_needed() {
    for (const CellId cell : Cells(best_)) {
      bool fits = false;
      {
        Trial trial(bounds_);
        trial.take(cell);
        fits = bounds_.propagate();
      }
      if (!fits) continue;
      bounds_.take(cell);
      (void)bounds_.propagate();  // it was tried
      std::erase(best_, cell);
    }
  }

  /// A row that is the sum of its rows as printed, a wrong one among them, follows from that one.
  [[nodiscard]] Cells consequences() const {
    Cells found;
    for (const ValueSystem::Sum& sum : system_.sums) {
      if (!sum.sums_cells() || !holds_cell(best_, sum.whole_cell)) continue;
      double parts = 0;
      bool has_wrong = false, all_there = true;
      for (const CellId part : system_.part_cells_of(sum)) {
        has_wrong = has_wrong || holds_cell(best_, part);
        all_there = all_there && system_.is_published[part] != 0;
        parts += system_.printed[part].low;
      }
      if (has_wrong && all_there && parts == system_.printed[sum.whole_cell].low)
        add_cell(found, sum.whole_cell);
    }
    return found;
  }

  /// Conflicts are gathered until leaving out the cheapest set of cells that meets them all leaves none. What new conflicts change is
  /// looked for near them; whether all of it together could be had for less is asked at the end.
  void find_the_cheapest() {
    best_ = out_;
    for (int round = 0; round < most_rounds; ++round) {
      if (bounds_.propagate()) {
        const Cells all_anew =
            cheapest(known_conflicts_, {}, best_, cost_of(best_) - as_good_within / 2, few_branches);
        if (all_anew.empty()) return;
        best_ = all_anew;
      } else {
        const std::size_t known = known_conflicts_.size();
        gather_conflicts();
        improve_near(std::span(known_conflicts_).subspan(known));
      }
      leave_out_exactly(best_);
    }
    while (!bounds_.propagate()) gather_conflicts();  // all that is in conflict stays out
    best_ = out_;
  }

  void improve_near(std::span<const Cells> conflicts) {
    Cells touched;
    for (const Cells& conflict : conflicts)
      for (const CellId cell : conflict) add_cell(touched, cell);
    const Cells near = nearest_to(touched, 2 * most_replaced);
    Cells kept;
    std::ranges::set_difference(best_, near, std::back_inserter(kept));
    Conflicts open;
    for (const Cells& conflict : known_conflicts_)
      if (!meets(conflict, kept)) open.push_back(conflict);
    for (const CellId cell : cheapest(open, {}, best_)) add_cell(kept, cell);
    best_ = std::move(kept);
  }

  /// Cells of the best set whose conflicts share most others with these cells.
  [[nodiscard]] Cells nearest_to(const Cells& cells, std::size_t most) const {
    std::vector<std::size_t> score(best_.size()), of_best;
    for (const Cells& conflict : known_conflicts_) {
      std::size_t shared = 0;
      of_best.clear();
      for (auto own = best_.begin(), near = cells.begin();
           const CellId cell : conflict) {  // all three ascend
        while (own != best_.end() && *own < cell) ++own;
        while (near != cells.end() && *near < cell) ++near;
        const bool is_near = near != cells.end() && *near == cell;
        if (own != best_.end() && *own == cell)
          of_best.push_back(2 * static_cast<std::size_t>(own - best_.begin()) + (is_near ? 1 : 0));
        else if (is_near)
          ++shared;
      }
      for (const std::size_t at : of_best) score[at / 2] += shared + (at % 2 == 1 ? 1000 : 0);
    }
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < best_.size(); ++i)
      if (score[i] > 0) order.push_back(i);
    std::ranges::stable_sort(order, std::greater<>(), [&](std::size_t i) { return score[i]; });
    Cells near;
    for (std::size_t i = 0; i < order.size() && i < most; ++i) add_cell(near, best_[order[i]]);
    return near;
  }

  /// Each conflict is set aside whole, so that the next one is another.
  void gather_conflicts() {
    do {
      ValueBounds::Conflict found = minimizer_->minimal(bounds_.conflict());
      bounds_.leave_out(found.cells);
      bounds_.drop_void_steps();
      for (const CellId cell : found.cells) add_cell(out_, cell);
      known_conflicts_.push_back(std::move(found.cells));
    } while (!bounds_.propagate());
  }

  /// Leaves out these cells, and no others.
  void leave_out_exactly(const Cells& out) {
    for (const CellId cell : out_)
      if (!holds_cell(out, cell)) bounds_.take(cell);
    Cells more;
    std::ranges::set_difference(out, out_, std::back_inserter(more));
    bounds_.leave_out(more);
    bounds_.drop_void_steps();
    out_ = out;
  }

  [[nodiscard]] Cells cheapest(const Conflicts& conflicts, const Cells& forbidden, const Cells& preferred,
                               double most = std::numeric_limits<double>::infinity(),
                               int branches = many_branches) const {
    return cheapest_hitting_set(
        conflicts,
        [&](CellId cell) {
          return holds_cell(forbidden, cell) ? std::numeric_limits<double>::infinity() : system_.cost(cell);
        },
        [&](CellId cell) { return holds_cell(preferred, cell); }, most, branches);
  }

  /// Of sets of cells and whole rows, where a row costs no more than a few cells of it; as cells.
  [[nodiscard]] Cells cheapest_with_rows(const Conflicts& conflicts, const Cells& forbidden,
                                         const Cells& preferred, double most) const {
    const auto first_row = static_cast<CellId>(system_.cells());
    const auto row_member = [&](CellId cell) {
      return first_row + static_cast<CellId>(system_.row_of(cell));
    };
    Cells rows = rows_with_many_cells(conflicts);
    for (const CellId cell : forbidden)
      if (!system_.is_assumption(cell)) std::erase(rows, system_.row_of(cell));
    if (rows.empty()) return cheapest(conflicts, forbidden, preferred, most, some_branches);
    Conflicts with_rows = conflicts;
    for (std::size_t k = 0; k < conflicts.size(); ++k)
      for (const CellId cell : conflicts[k])
        if (!system_.is_assumption(cell) && holds_cell(rows, static_cast<CellId>(system_.row_of(cell))))
          add_cell(with_rows[k], row_member(cell));
    const Cells members = cheapest_hitting_set(
        with_rows,
        [&](CellId member) {
          if (member >= first_row) return cost_of_row;
          return holds_cell(forbidden, member) ? std::numeric_limits<double>::infinity()
                                               : system_.cost(member);
        },
        [&](CellId member) { return holds_cell(preferred, member); }, most, some_branches);
    Cells cells;
    for (const CellId member : members) {
      if (member < first_row) {
        add_cell(cells, member);
        continue;
      }
      for (std::size_t f = 0; f < field_count; ++f) {
        const CellId cell = system_.cell(member - first_row, static_cast<Field>(f));
        if (system_.is_published[cell] != 0 && !system_.is_impossible(cell)) add_cell(cells, cell);
      }
    }
    return cells;
  }

  [[nodiscard]] Cells rows_with_many_cells(const Conflicts& conflicts) const {
    Cells cells, rows;
    for (const Cells& conflict : conflicts)
      for (const CellId cell : conflict)
        if (!system_.is_assumption(cell)) cells.push_back(cell);
    std::ranges::sort(cells);
    const auto repeated = std::ranges::unique(cells);
    cells.erase(repeated.begin(), repeated.end());
    for (std::size_t first = 0; first < cells.size();) {
      std::size_t end = first;
      while (end < cells.size() && system_.row_of(cells[end]) == system_.row_of(cells[first])) ++end;
      if (static_cast<double>(end - first) > cost_of_row)
        rows.push_back(static_cast<CellId>(system_.row_of(cells[first])));
      first = end;
    }
    return rows;
  }

  [[nodiscard]] double cost_of(const Cells& cells) const {
    double cost = 0;
    for (const CellId cell : cells) cost += system_.cost(cell);
    return cost;
  }

  [[nodiscard]] double cost_with_rows(const Cells& cells) const {
    double cost = 0, in_row = 0;
    for (std::size_t at = 0; at < cells.size(); ++at) {
      if (system_.is_assumption(cells[at])) {
        cost += system_.cost(cells[at]);
        continue;
      }
      in_row += system_.cost(cells[at]);
      const bool is_last = at + 1 == cells.size() || system_.is_assumption(cells[at + 1]) ||
                           system_.row_of(cells[at + 1]) != system_.row_of(cells[at]);
      if (!is_last) continue;
      cost += std::min(in_row, cost_of_row);
      in_row = 0;
    }
    return cost;
  }

  /// Cells that explain a contradiction as well, cells and rows that nearly do, or such with a row that is wrong as a whole: in place of several cells only
  /// that is one mistake.
  enum class Rivals : std::uint8_t { as_good, nearly_as_good, with_a_whole_row };

  struct Alternative {
    Cells instead_of{}, cells{};
  };

  /// Cells of the best set that may have to be replaced together with this one: those of its row, those in one conflict with it, and those
  /// whose conflicts share cells with its own.
  [[nodiscard]] Cells neighbourhood_of(CellId cell) const {
    Cells own{cell};
    for (const Cells& conflict : known_conflicts_)
      if (holds_cell(conflict, cell))
        for (const CellId other : conflict) add_cell(own, other);
    for (const CellId other : best_)
      if (!system_.is_assumption(other) && system_.row_of(other) == system_.row_of(cell))
        add_cell(own, other);
    Cells near = nearest_to(own, most_replaced - 1);
    add_cell(near, cell);
    return near;
  }

  /// What may be wrong in place of some cells of the best set, without these: nullopt where nothing is about as good.
  [[nodiscard]] std::optional<Alternative> alternative_to(CellId asked, const Cells& near,
                                                          const Cells& forbidden, Rivals rivals) {
    Cells kept;
    std::ranges::set_difference(best_, near, std::back_inserter(kept));
    const bool has_rows = rivals != Rivals::as_good;
    const auto cost = [&](const Cells& cells) { return has_rows ? cost_with_rows(cells) : cost_of(cells); };
    const double most = cost(near) + (has_rows ? nearly_as_good_within : as_good_within);
    for (int round = 0; round < most_rounds; ++round) {
      while (conflicts_.size() < known_conflicts_.size()) conflicts_.add(known_conflicts_[conflicts_.size()]);
      const Conflicts open = conflicts_.briefly_without(kept, best_);
      if (rivals == Rivals::with_a_whole_row && rows_with_many_cells(open).empty()) return std::nullopt;
      const Cells instead = has_rows ? cheapest_with_rows(open, forbidden, near, most)
                                     : cheapest(open, forbidden, near, most, some_branches);
      if (instead.empty() || cost(instead) > most) return std::nullopt;
      Alternative found = only_what_hangs_together(near, instead, asked, open);
      if (rivals == Rivals::with_a_whole_row && cost_with_rows(found.cells) == cost_of(found.cells))
        return std::nullopt;
      Trial trial(bounds_);
      for (const CellId cell : found.instead_of) trial.take(cell);
      trial.leave_out(found.cells);
      if (bounds_.propagate()) return found;
      known_conflicts_.push_back(minimizer_->minimal(bounds_.conflict()).cells);
    }
    return std::nullopt;
  }

  [[nodiscard]] static bool meets(const Cells& a, const Cells& b) {
    return std::ranges::any_of(a, [&](CellId cell) { return holds_cell(b, cell); });
  }

  /// Of the replacements that were found at once, those which the one that was asked for needs.
  [[nodiscard]] static Alternative only_what_hangs_together(const Cells& near, const Cells& instead,
                                                            CellId asked, const Conflicts& open) {
    Alternative all, found;
    Cells stay;
    std::ranges::set_difference(near, instead, std::back_inserter(all.instead_of));
    std::ranges::set_difference(instead, near, std::back_inserter(all.cells));
    std::ranges::set_intersection(near, instead, std::back_inserter(stay));
    found.instead_of.push_back(asked);
    for (bool is_growing = true; is_growing;) {
      is_growing = false;
      for (const Cells& conflict : open) {
        if (meets(conflict, stay) || !(meets(conflict, found.instead_of) || meets(conflict, found.cells)))
          continue;
        for (const CellId cell : conflict)
          for (auto [from, to] :
               {std::pair(&all.instead_of, &found.instead_of), std::pair(&all.cells, &found.cells)})
            if (holds_cell(*from, cell) && !holds_cell(*to, cell)) {
              add_cell(*to, cell);
              is_growing = true;
            }
      }
    }
    return found;
  }

  /// What is found in place of a part of the best set costs less: then the best set was not, and it is from now on.
  [[nodiscard]] bool improves(const Alternative& other) {
    if (cost_of(other.cells) > cost_of(other.instead_of) - as_good_within / 2) return false;
    out_ = best_;
    std::erase_if(best_, [&](CellId cell) { return holds_cell(other.instead_of, cell); });
    for (const CellId cell : other.cells) add_cell(best_, cell);
    leave_out_exactly(best_);
    (void)bounds_.propagate();  // it was tried
    return true;
  }

  /// Every cell of the best set is forbidden in turn: what is then as good is another explanation of what it stands for. nullopt where one was found that
  /// is better, which is the best set now.
  std::optional<std::vector<ExplainedContradiction>> with_alternatives(const Cells& consequences) {
    const bool is_long = system_.rows.size() > long_table;
    const int most = is_long ? most_alternatives_of_long : most_alternatives;
    std::vector<Alternative> alternatives;
    only_likely_.clear();
    for (const CellId cell : Cells(best_)) {
      if (system_.is_assumption(cell) || holds_cell(consequences, cell)) continue;
      const Cells near = neighbourhood_of(cell);
      Cells forbidden{cell};
      for (int more = 0; more < most; ++more) {
        auto other = alternative_to(cell, near, forbidden, Rivals::as_good);
        if (!other) {
          // In a long table errors that share nothing are errors of their own, but those of a row may be one.
          const bool may_hang_together = near.size() > 1 || (best_.size() > 1 && !is_long);
          if (more > 0 || !may_hang_together) break;
          auto rival = alternative_to(cell, {cell}, forbidden,
                                      Rivals::nearly_as_good);  // what is asked of less is found more surely
          if (!rival && (!is_long || has_another_in_row(cell)))
            rival = alternative_to(cell, near, forbidden, Rivals::with_a_whole_row);
          if (rival) doubt(cell, {.cells = places_of(needed_of(std::move(*rival)))});
          break;
        }
        if (improves(*other)) return std::nullopt;
        const Cells named = of_table(other->cells);
        alternatives.push_back(std::move(*other));
        if (named.empty()) break;
        for (const CellId one : named) add_cell(forbidden, one);
      }
    }
    doubt_rows_that_are_wrong_throughout();
    doubt_sums_that_fail_in_several_fields();
    for (RightIfExchanged& one : right_if_exchanged(system_, bounds_.direct_bounds(), best_))
      doubt(one.cell, std::move(one.exchange));
    return grouped(alternatives, consequences);
  }

  void doubt(CellId cell, OtherExplanation other) {
    auto& others = only_likely_[cell];
    if (std::ranges::find(others, other) == others.end()) others.push_back(std::move(other));
  }

  [[nodiscard]] std::vector<CellPlace> places_of(const Cells& cells) const {
    std::vector<CellPlace> places;
    for (const CellId cell : cells)
      if (!system_.is_assumption(cell)) places.push_back({system_.row_of(cell), system_.field_of(cell)});
    return places;
  }

  /// Of the cells that are wrong instead, those without which it does not work: rows are tried as a whole, and not all of each need be wrong.
  [[nodiscard]] Cells needed_of(Alternative alternative) {
    if (alternative.cells.size() <= 1) return std::move(alternative.cells);
    for (const CellId cell : Cells(alternative.cells)) {
      Cells fewer = alternative.cells;
      std::erase(fewer, cell);
      Trial trial(bounds_);
      for (const CellId one : alternative.instead_of) trial.take(one);
      trial.leave_out(fewer);
      if (bounds_.propagate()) alternative.cells = std::move(fewer);
    }
    return std::move(alternative.cells);
  }

  [[nodiscard]] bool has_another_in_row(CellId cell) const {
    return std::ranges::any_of(best_, [&](CellId other) {
      return other != cell && !system_.is_assumption(other) && system_.row_of(other) == system_.row_of(cell);
    });
  }

  /// Of such a row it may be the place that is wrong, or a row that it sums: not each of its values by itself, nor the sums that it is in.
  void doubt_rows_that_are_wrong_throughout() {
    Cells rows;
    for (const CellId cell : best_) {
      if (system_.is_assumption(cell)) continue;
      const auto in_row = std::ranges::count_if(best_, [&](CellId other) {
        return !system_.is_assumption(other) && system_.row_of(other) == system_.row_of(cell);
      });
      if (static_cast<double>(in_row) <= cost_of_row) continue;
      doubt(cell, {.kind = OtherExplanation::Kind::misplaced_row, .rows = {system_.row_of(cell)}});
      add_cell(rows, static_cast<CellId>(system_.row_of(cell)));
    }
    if (rows.empty()) return;
    for (const ValueSystem::Sum& sum : system_.sums) {
      if (!sum.sums_cells() || !holds_cell(best_, sum.whole_cell)) continue;
      for (const CellId part : system_.part_cells_of(sum))
        if (holds_cell(rows, static_cast<CellId>(system_.row_of(part))))
          doubt(sum.whole_cell,
                {.kind = OtherExplanation::Kind::misplaced_row, .rows = {system_.row_of(part)}});
    }
  }

  /// One line in the place of another changes the sums of several values: then it may be the line that is wrong, and nothing of the row that sums it.
  void doubt_sums_that_fail_in_several_fields() {
    std::unordered_map<std::size_t, Cells> wrong_in_row;
    for (const CellId cell : best_)
      if (!system_.is_assumption(cell)) wrong_in_row[system_.row_of(cell)].push_back(cell);
    std::unordered_map<std::size_t, int> failing;  // values of a row
    for (const ValueSystem::Sum& sum : system_.sums) {
      if (!sum.sums_cells() || sum.is_lower_bound || !wrong_in_row.contains(system_.row_of(sum.whole_cell)) ||
          system_.is_published[sum.whole_cell] == 0)
        continue;
      double parts = 0;
      bool all_there = true;
      for (const CellId part : system_.part_cells_of(sum)) {
        all_there = all_there && system_.is_published[part] != 0;
        parts += system_.printed[part].low;
      }
      if (all_there && parts != system_.printed[sum.whole_cell].low)
        ++failing[system_.row_of(sum.whole_cell)];
    }
    for (const auto& [row, values] : failing)
      if (values > 1)
        for (const CellId cell : wrong_in_row[row])
          doubt(cell, {.kind = OtherExplanation::Kind::row_of_sum, .rows = {row}});
  }

  [[nodiscard]] Cells of_table(const Cells& cells) const {
    Cells of;
    for (const CellId cell : cells)
      if (!system_.is_assumption(cell)) of.push_back(cell);
    return of;
  }

  [[nodiscard]] CellExplanation explanation_of(const Cells& cells) const {
    CellExplanation explanation;
    for (const CellId cell : cells)
      (system_.is_assumption(cell) ? explanation.given_up : explanation.cells).push_back(cell);
    return explanation;
  }

  /// Cells of the best set that one alternative replaces together belong to one contradiction.
  [[nodiscard]] std::vector<ExplainedContradiction> grouped(const std::vector<Alternative>& alternatives,
                                                            const Cells& consequences) const {
    std::vector<Cells> groups;
    for (const CellId cell : best_)
      if (!system_.is_assumption(cell) && !holds_cell(consequences, cell)) groups.push_back({cell});
    const auto group_with = [&](CellId cell) {
      return std::ranges::find_if(groups, [&](const Cells& g) { return holds_cell(g, cell); });
    };
    for (const Alternative& alternative : alternatives) {
      Cells together;
      for (const CellId cell : of_table(alternative.instead_of)) {
        const auto group = group_with(cell);
        if (group == groups.end()) continue;
        for (const CellId member : *group) add_cell(together, member);
        groups.erase(group);
      }
      if (!together.empty()) groups.push_back(std::move(together));
    }
    std::vector<ExplainedContradiction> found;
    for (const Cells& group : groups) {
      // Sums that were given up belong to whatever was found wrong with them; they bind nothing that is not.
      Cells first = group;
      for (const CellId cell : best_)
        if (system_.is_assumption(cell)) add_cell(first, cell);
      ExplainedContradiction one{{explanation_of(first)}};
      for (const Alternative& alternative : alternatives) {
        const Cells replaced = of_table(alternative.instead_of);
        if (replaced.empty() || !std::ranges::includes(group, replaced)) continue;
        Cells other;
        std::ranges::set_difference(first, alternative.instead_of, std::back_inserter(other));
        for (const CellId cell : alternative.cells) add_cell(other, cell);
        CellExplanation explanation = explanation_of(other);
        const bool is_known = std::ranges::any_of(one.explanations, [&](const CellExplanation& e) {
          return std::ranges::includes(explanation.cells, e.cells);
        });
        if (!is_known) one.explanations.push_back(std::move(explanation));
      }
      found.push_back(std::move(one));
    }
    return found;
  }

  const ValueSystem& system_;
  ValueBounds& bounds_;
  std::optional<ConflictMinimizer> minimizer_{};  ///< where there is anything for it to do
  Conflicts known_conflicts_{};
  KnownConflicts conflicts_{system_};  ///< the same, as far as they were asked for
  Cells out_{}, best_{};
  std::map<CellId, std::vector<OtherExplanation>> only_likely_{};
};

}  // namespace

Explained explain(const ValueSystem& system, ValueBounds& bounds) {
  return Explainer(system, bounds).explain();
}

}  // namespace vicinia::core::audit
