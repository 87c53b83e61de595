#include "vicinia/core/audit/audit.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "direct_bounds.h"
#include "explanations.h"
#include "table_index.h"
#include "value_bounds.h"
#include "value_system.h"

namespace vicinia::core::audit {

using stats::Interval;
using Cells = std::vector<CellId>;

namespace {

/// Conflicts that are gathered to tell which rows contradict a cell.
constexpr std::size_t most_witnesses = 8;
/// Bounds that may be found anew while every cell is left out in turn. Where it would take more, what a cell leaves is looked for in its own sector and unit
/// only; and where even that is far, in what other rows say by themselves.
constexpr std::size_t most_found_anew = 4'000'000;
constexpr std::size_t most_nearby = 100;

std::vector<CellVerdict> published_cells(const PublishedTable& table) {
  std::vector<CellVerdict> cells;
  for (std::size_t row = 0; row < table.rows.size(); ++row)
    for (std::size_t f = 0; f < field_count; ++f)
      if (const Cell& cell = table.rows[row].values[f]; cell.has_number())
        cells.push_back({.row = row, .field = static_cast<Field>(f), .published = cell.number()});
  return cells;
}

double divided(double a, double b) { return a == 0 ? 0 : b == 0 ? INFINITY : std::isinf(b) ? 0 : a / b; }
Interval product(Interval a, Interval b) { return {times(a.low, b.low), times(a.high, b.high)}; }
Interval ratio(Interval a, Interval b) { return {divided(a.low, b.high), divided(a.high, b.low)}; }

/// What is allowed for a cell, and whether it follows from other values.
struct Allowed {
  Interval interval{0, INFINITY};
  bool is_determined = false;

  void narrow(Interval to, bool determines) {
    const Interval both{std::max(interval.low, to.low), std::min(interval.high, to.high)};
    interval =
        both.low <= both.high ? both : Interval{both.high, both.high};  // they miss each other by a hair
    is_determined = is_determined || determines;
  }
};

class Auditor {
 public:
  explicit Auditor(const PublishedTable& table)
      : index_(table),
        system_(index_),
        bounds_(system_),
        explained_(explain(system_, bounds_)),
        is_named_(system_.cells()) {
    for (const auto& one : explained_.contradictions)
      for (const CellId cell : one.cells()) is_named_[cell] = 1;
    for (const CellId cell : explained_.consequences) is_named_[cell] = 1;
    has_counts_only_ = has_counts_only(table);
  }

  Audit audit() {
    Audit result{.cells = published_cells(index_.table)};
    add_totals(result);
    bounds_.note_supports();
    for (CellVerdict& cell : result.cells)
      if (is_named_[id_of(cell)] == 0) judge(cell);
    for (std::size_t c = 0; c < explained_.contradictions.size(); ++c) add_contradiction(result, c);
    for (const CellId id : explained_.consequences) {  // the sum of its rows as printed
      CellVerdict& cell = verdict_of(result, id);
      cell.verdict = Verdict::agrees;
      cell.check = Check::sum;
      cell.expected = stats::exactly(cell.published);
    }
    for (CellVerdict& cell : result.cells) finish(cell);
    return result;
  }

 private:
  [[nodiscard]] CellId id_of(const CellVerdict& cell) const { return system_.cell(cell.row, cell.field); }
  [[nodiscard]] CellPlace place_of(CellId cell) const {
    return {system_.row_of(cell), system_.field_of(cell)};
  }

  /// By the bounds as they are, the cell itself not among what they rest on.
  [[nodiscard]] Allowed allowed(CellId cell) const {
    const std::size_t r = system_.row_of(cell);
    const Field field = system_.field_of(cell);
    const ValueSystem::Row& row = system_.rows[r];
    Allowed found;
    if (is_count(field)) {
      const Unknown own = row.counts + static_cast<Unknown>(field);
      found.narrow(bounds_.bounds(own), bounds_.is_determined(own));
      return found;
    }
    const Interval x = bounds_.bounds(row.employees());
    const auto of = [&](Unknown u) { return bounds_.bounds(u); };
    const bool x_is_known = bounds_.is_determined(row.employees());
    const auto known = [&](Unknown u) { return u != no_unknown && bounds_.is_determined(u); };
    const auto beside = [&](Field other) -> std::optional<Interval> {
      const CellId at = system_.cell(r, other);
      return bounds_.counts(at) ? std::optional(system_.printed[at]) : std::nullopt;
    };
    const auto share = [&](Unknown total, Unknown quotient) {
      if (total == no_unknown) return;
      found.narrow({0, 1}, false);
      found.narrow(ratio(x, of(total)), x_is_known && (known(total) || x.high == 0));
      if (const auto lq = beside(Field::location_quotient); lq && quotient != no_unknown)
        found.narrow(ratio(*lq, of(quotient)), known(quotient));
    };
    switch (field) {
      case Field::sector_share: share(row.sector, row.national_per_unit); break;
      case Field::district_share: share(row.unit, row.national_per_sector); break;
      default: {
        if (row.unit == no_unknown || row.sector == no_unknown) break;
        const Unknown i = row.sector, j = row.unit, y = row.national_per_sector, z = row.national_per_unit;
        found.narrow(ratio(product(x, of(z)), of(i)), x_is_known && ((known(z) && known(i)) || x.high == 0));
        found.narrow(ratio(product(x, of(y)), of(j)), x_is_known && known(y) && known(j));
        if (const auto s = beside(Field::sector_share)) found.narrow(product(*s, of(z)), known(z));
        if (const auto d = beside(Field::district_share)) found.narrow(product(*d, of(y)), known(y));
      }
    }
    return found;
  }

  /// Counts of one level alone, without a ratio or a sum beside them: nothing reaches the employees but the enterprises of their row.
  [[nodiscard]] static bool has_counts_only(const PublishedTable& table) {
    return std::ranges::all_of(table.rows, [&](const PublishedRow& row) {
      return row.kind == RowKind::district && row.level == table.rows.front().level &&
             row[Field::location_quotient].state() == CellState::not_published &&
             row[Field::sector_share].state() == CellState::not_published &&
             row[Field::district_share].state() == CellState::not_published;
    });
  }
  [[nodiscard]] bool is_reached_by_nothing(const CellVerdict& cell) const {
    const Cell enterprises = index_.table.rows[cell.row][Field::enterprises];
    return has_counts_only_ && cell.field == Field::employees && enterprises.state() != CellState::zero;
  }

  void judge(CellVerdict& cell) {
    if (is_reached_by_nothing(cell)) return;  // not recomputable
    const CellId id = id_of(cell);
    if (!bounds_.supports_something(id)) {
      if (!is_count(cell.field)) return set(cell, allowed(id));
      const auto released = bounds_.released(cell.row, cell.field);
      return set(cell, {released.interval, released.is_determined});
    }
    const std::size_t most = std::max(most_nearby, most_found_anew / system_.cells());
    const std::size_t reach = bounds_.reach_of(id, most);
    Trial trial(bounds_);
    if (reach > most) {
      if (!direct_) direct_.emplace(bounds_.direct_bounds());
      trial.leave_out_and_look_at_rows(id, *direct_);
    } else if (most == most_nearby) {
      trial.leave_out_nearby(id);
    } else {
      trial.leave_out(id);
      (void)bounds_.propagate();  // fewer cells say less
    }
    set(cell, allowed(id));
  }

  void set(CellVerdict& cell, Allowed found) const {
    const bool is_share = cell.field == Field::sector_share || cell.field == Field::district_share;
    if (is_share) found.interval = product(found.interval, stats::exactly(100));
    if (is_count(cell.field)) make_whole(found.interval);
    const bool says_nothing = std::isinf(found.interval.high) && found.interval.low <= 0;
    if (!found.is_determined) {
      if (is_count(cell.field) && !says_nothing) cell.expected = found.interval;
      return;
    }
    cell.expected = found.interval;
    cell.check = is_count(cell.field) && cell.field != Field::employees ? Check::sum : Check::shares;
    if (cell.field == Field::employees && found.interval.is_exact()) cell.check = Check::sum;
    cell.verdict = agreement(cell);
  }

  [[nodiscard]] int decimals_of(Field field) const {
    return index_.table.decimals[static_cast<std::size_t>(field)];
  }

  /// Of a cell that nothing contradicts.
  [[nodiscard]] Verdict agreement(const CellVerdict& cell) const {
    if (is_count(cell.field) || cell.expected->contains(cell.published)) return Verdict::agrees;
    const bool is_bounded = !std::isinf(cell.expected->high);
    return is_bounded && widened(stats::printed(cell.published, decimals_of(cell.field)))
                             .contains(cell.expected->middle())
               ? Verdict::agrees
               : Verdict::rounding;
  }

  static void make_whole(Interval& interval) {
    const double low = std::max(0.0, std::ceil(interval.low - 1e-6)), high = std::floor(interval.high + 1e-6);
    if (low <= high) interval = {low, high};
  }

  void finish(CellVerdict& cell) const {
    if (cell.verdict == Verdict::not_recomputable || !cell.expected || std::isinf(cell.expected->high))
      return;
    const double scale = std::pow(10.0, decimals_of(cell.field));
    cell.agreeing = std::round(cell.expected->middle() * scale) / scale;
  }

  [[nodiscard]] CellVerdict& verdict_of(Audit& result, CellId id) const {
    return *std::ranges::lower_bound(result.cells, place_of(id), {}, [](const CellVerdict& c) {
      return CellPlace{c.row, c.field};
    });
  }

  void add_contradiction(Audit& result, std::size_t number) {
    const ExplainedContradiction& found = explained_.contradictions[number];
    Contradiction told;
    for (const CellExplanation& explanation : found.explanations) {
      std::vector<CellPlace> places;
      for (const CellId cell : explanation.cells) places.push_back(place_of(cell));
      told.explanations.push_back(std::move(places));
    }
    result.contradictions.push_back(std::move(told));
    for (const CellId id : found.cells()) {
      CellVerdict& cell = verdict_of(result, id);
      if (cell.verdict == Verdict::contradicted && cell.blame == Blame::certain) continue;
      const bool is_in_all = std::ranges::all_of(found.explanations, [&](const CellExplanation& e) {
        return std::ranges::binary_search(e.cells, id);
      });
      const auto likely = explained_.only_likely.find(id);
      cell.blame = !is_in_all                               ? Blame::one_of_several
                   : likely != explained_.only_likely.end() ? Blame::likely
                                                            : Blame::certain;
      if (cell.blame == Blame::likely) cell.or_else = likely->second;
      if (cell.blame == Blame::one_of_several) cell.or_else = others_than(id, found);
      cell.contradiction = number;
      cell.verdict = Verdict::contradicted;
      cell.alternatives = alternatives_to(id, found);
      contradict(cell, found);
    }
  }

  [[nodiscard]] static const CellExplanation& first_with(CellId id, const ExplainedContradiction& found) {
    return *std::ranges::find_if(found.explanations, [&](const CellExplanation& e) {
      return std::ranges::binary_search(e.cells, id);
    });
  }

  /// Each explanation without it, as far as it differs from the first that names it.
  [[nodiscard]] std::vector<OtherExplanation> others_than(CellId id,
                                                          const ExplainedContradiction& found) const {
    const CellExplanation& own = first_with(id, found);
    std::vector<OtherExplanation> others;
    for (const CellExplanation& explanation : found.explanations) {
      if (std::ranges::binary_search(explanation.cells, id)) continue;
      OtherExplanation other;
      for (const CellId cell : explanation.cells)
        if (!std::ranges::binary_search(own.cells, cell)) other.cells.push_back(place_of(cell));
      if (!other.cells.empty()) others.push_back(std::move(other));
    }
    return others;
  }

  [[nodiscard]] std::vector<CellPlace> alternatives_to(CellId id, const ExplainedContradiction& found) const {
    std::vector<CellPlace> others;
    for (const CellExplanation& explanation : found.explanations) {
      if (std::ranges::binary_search(explanation.cells, id)) continue;
      for (const CellId cell : explanation.cells) others.push_back(place_of(cell));
    }
    std::ranges::sort(others);
    const auto repeated = std::ranges::unique(others);
    others.erase(repeated.begin(), repeated.end());
    return others;
  }

  /// What is allowed where the first explanation that names the cell is the right one, and what speaks against it then.
  void contradict(CellVerdict& cell, const ExplainedContradiction& found) {
    const CellId id = id_of(cell);
    const CellExplanation& own = first_with(id, found);
    Trial trial(bounds_);
    for (const CellId sum : own.given_up) trial.leave_out(sum);
    for (const CellId other : found.cells())
      if (!std::ranges::binary_search(own.cells, other)) trial.take(other);
    if (!bounds_.propagate()) return;  // another contradiction has a part in it
    const Allowed without = allowed(id);
    set(cell, without);
    cell.verdict = Verdict::contradicted;
    if (!cell.expected) cell.expected = within_range(cell, without);
    cell.check = system_.is_impossible(id) ? Check::range : Check::none;
    if (cell.check == Check::range) cell.contradicted_by = {cell.row};
    if (cell.check != Check::range) gather_witnesses(cell, own, found);
  }

  [[nodiscard]] static std::optional<Interval> within_range(const CellVerdict& cell, const Allowed& found) {
    if (cell.field == Field::sector_share || cell.field == Field::district_share)
      return product(found.interval, stats::exactly(100));
    return found.interval;
  }

  /// The shortest conflicts with values that stand if the explanation is right.
  void gather_witnesses(CellVerdict& cell, const CellExplanation& own, const ExplainedContradiction& found) {
    const CellId id = id_of(cell);
    const Cells named = found.cells();
    const auto stands = [&](CellId other) {
      if (system_.is_assumption(other)) return true;
      return std::ranges::binary_search(named, other) ? !std::ranges::binary_search(own.cells, other)
                                                      : is_named_[other] == 0;
    };
    std::vector<const Cells*> witnesses;
    for (const Cells& conflict : explained_.conflicts)
      if (std::ranges::binary_search(conflict, id) &&
          std::ranges::all_of(conflict, [&](CellId other) { return other == id || stands(other); }))
        witnesses.push_back(&conflict);
    const auto ratios_in = [&](const Cells& conflict) {
      return std::ranges::count_if(
          conflict, [&](CellId c) { return !system_.is_assumption(c) && !is_count(system_.field_of(c)); });
    };
    std::ranges::stable_sort(witnesses, {}, [&](const Cells* conflict) {
      return std::pair(conflict->size(), ratios_in(*conflict));
    });
    std::vector<std::size_t> rows;
    for (std::size_t w = 0; w < witnesses.size() && w < most_witnesses; ++w) {
      if (witnesses[w]->size() > witnesses.front()->size() + 2) break;
      for (const CellId other : *witnesses[w])
        if (other != id && !system_.is_assumption(other)) rows.push_back(system_.row_of(other));
    }
    std::ranges::sort(rows);
    const auto repeated = std::ranges::unique(rows);
    rows.erase(repeated.begin(), repeated.end());
    cell.contradicted_by = std::move(rows);
    if (!witnesses.empty()) cell.check = check_of(*witnesses.front());
  }

  [[nodiscard]] Check check_of(const Cells& conflict) const {
    std::size_t cells = 0;
    bool has_ratio = false, has_employees = false, has_other_count = false, is_one_row = true;
    for (const CellId cell : conflict) {
      if (system_.is_assumption(cell)) continue;
      ++cells;
      const Field field = system_.field_of(cell);
      has_ratio = has_ratio || !is_count(field);
      has_employees = has_employees || field == Field::employees;
      has_other_count = has_other_count || (is_count(field) && field != Field::employees);
      is_one_row = is_one_row && system_.row_of(cell) == system_.row_of(conflict.front());
    }
    if (has_ratio) return Check::shares;
    if (has_employees && has_other_count) return Check::employer;
    return is_one_row && cells > 1 ? Check::part_of_whole : Check::sum;
  }

  void add_totals(Audit& result) const {
    std::vector<std::size_t> of_sector(index_.sectors.size()), of_unit(index_.units.size());
    std::size_t of_nation = 0;
    const std::size_t level = system_.levels - 1;
    for (std::size_t r = 0; r < system_.rows.size(); ++r) {
      const auto stands = [&](Field field) { return bounds_.counts(system_.cell(r, field)); };
      const bool lq = stands(Field::location_quotient), ds = stands(Field::district_share),
                 ss = stands(Field::sector_share), n = stands(Field::employees);
      if (index_.sector_of[r] != TableIndex::nowhere && ((n && ss) || (lq && (ds || n))))
        ++of_sector[index_.sector_of[r]];
      if (index_.unit_of[r] != TableIndex::nowhere && ((n && ds) || (lq && (ss || n))))
        ++of_unit[index_.unit_of[r]];
      if (lq) ++of_nation;
    }
    const auto total = [&](Unknown u, std::size_t supporters) -> std::optional<stats::MostShared> {
      const Interval interval = bounds_.bounds(u);
      if (u == no_unknown || supporters == 0 || std::isinf(interval.high)) return std::nullopt;
      return stats::MostShared{interval, supporters, 1};
    };
    for (std::size_t s = 0; s < index_.sectors.size(); ++s)
      if (const auto shared = total(system_.sector_total[level * index_.sectors.size() + s], of_sector[s]))
        result.by_sector.push_back({index_.sectors[s], *shared});
    for (std::size_t u = 0; u < index_.units.size(); ++u)
      if (const auto shared = total(system_.unit_total[u], of_unit[u]))
        result.by_unit.push_back({index_.units[u], *shared});
    result.national = total(system_.national[level], of_nation);
  }

  TableIndex index_;
  ValueSystem system_;
  ValueBounds bounds_;
  Explained explained_;
  std::vector<std::uint8_t> is_named_;
  std::optional<DirectBounds> direct_{};
  bool has_counts_only_ = false;
};

}  // namespace

std::string_view name_of(Verdict verdict) {
  static constexpr std::array<std::string_view, 4> names{"agrees", "rounding", "contradicted",
                                                         "not_recomputable"};
  return names[static_cast<std::size_t>(verdict)];
}

std::string_view name_of(Check check) {
  static constexpr std::array<std::string_view, 6> names{"none",          "shares",   "sum",
                                                         "part_of_whole", "employer", "range"};
  return names[static_cast<std::size_t>(check)];
}

std::string_view name_of(OtherExplanation::Kind kind) {
  static constexpr std::array<std::string_view, 5> names{"values", "exchanged_units", "exchanged_sectors",
                                                         "misplaced_row", "row_of_sum"};
  return names[static_cast<std::size_t>(kind)];
}

std::string_view name_of(Blame blame) {
  static constexpr std::array<std::string_view, 4> names{"none", "certain", "likely", "one_of_several"};
  return names[static_cast<std::size_t>(blame)];
}

const CellVerdict* Audit::find(std::size_t row, Field field) const {
  const auto at = std::ranges::lower_bound(cells, CellPlace{row, field}, {}, [](const CellVerdict& c) {
    return CellPlace{c.row, c.field};
  });
  return at != cells.end() && at->row == row && at->field == field ? &*at : nullptr;
}

Audit audit(const PublishedTable& table) { return Auditor(table).audit(); }

}  // namespace vicinia::core::audit
