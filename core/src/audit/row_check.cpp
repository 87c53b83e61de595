#include "row_check.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace vicinia::core::audit {

using stats::Interval;

namespace {

using Known = Consensus::Known;

void append(std::vector<std::size_t>& rows, const std::vector<std::size_t>& more) {
  rows.insert(rows.end(), more.begin(), more.end());
}

void make_ascending(std::vector<std::size_t>& rows) {
  std::ranges::sort(rows);
  const auto repeated = std::ranges::unique(rows);
  rows.erase(repeated.begin(), repeated.end());
}

/// One figure's word on a quantity that all of a system's figures speak of, and the way back.
struct Voice {
  std::optional<Figure> figure{};  ///< none: a sum of rows
  Interval says{};
  std::optional<Interval> factor{};  ///< the figure times this is the quantity; none: it is the quantity itself
  std::vector<std::size_t> rows{};   ///< behind the factor, or behind the sum
};

class System {
 public:
  System(const TableIndex& index, std::size_t row) : index_(index), row_(row) {}

  void add(Figure figure, std::optional<Interval> factor = std::nullopt, std::vector<std::size_t> rows = {}) {
    const auto printed = index_.printed(row_, figure);
    if (!printed) return;
    if (factor && (factor->high <= 0 || (std::isinf(factor->high) && printed->high == 0))) return;
    voices_.push_back({figure, factor ? widened(*printed * *factor) : *printed, factor, std::move(rows)});
  }
  void add(const SumEvidence& sum) { voices_.push_back({std::nullopt, sum.interval, std::nullopt, sum.rows}); }
  [[nodiscard]] std::size_t size() const { return voices_.size(); }

  [[nodiscard]] bool is_at_a_tie() const { return voices_.size() > 1 && consensus_of(voices_)->stretches > 1; }

  void judge(const std::array<CellVerdict*, figure_count>& cells) const {
    if (voices_.size() < 2) return;
    const std::vector<Interval> stretches = best_stretches();
    for (const Voice& voice : voices_) {
      if (!voice.figure) continue;
      CellVerdict& cell = *cells[static_cast<std::size_t>(*voice.figure)];
      const auto against = std::ranges::find_if(stretches, [&](const Interval& s) { return !holds(voice, s); });
      const bool stands = against == stretches.end();
      const Interval others = stands ? rest_of(voice, stretches) : *against;
      if (std::isinf(others.high) && others.low <= 0) continue;
      std::vector<std::size_t> rows = rows_behind(voice, stands ? stretches.front() : *against);
      set(cell, voice, others, std::move(rows));
      cell.undecided = !stands && stretches.size() > 1;
    }
  }

 private:
  [[nodiscard]] static std::optional<stats::MostShared> consensus_of(const std::vector<Voice>& voices) {
    std::vector<Interval> intervals;
    for (const Voice& voice : voices) intervals.push_back(voice.says);
    return stats::most_shared(intervals);
  }
  [[nodiscard]] static bool holds(const Voice& voice, const Interval& stretch) {
    return voice.says.low <= stretch.low && stretch.high <= voice.says.high;
  }

  /// All stretches that as many voices hold: few, as there are at most five voices.
  [[nodiscard]] std::vector<Interval> best_stretches() const {
    const std::size_t most = consensus_of(voices_)->supporters;
    std::vector<Interval> found;
    for (const Voice& opens : voices_) {
      const double low = opens.says.low;
      double high = opens.says.high;
      std::size_t supporters = 0;
      for (const Voice& voice : voices_) {
        if (!voice.says.contains(low)) continue;
        ++supporters;
        high = std::min(high, voice.says.high);
      }
      const Interval stretch{low, high};
      if (supporters == most && std::ranges::find(found, stretch) == found.end()) found.push_back(stretch);
    }
    // A sum that holds to the last digit says more than shares that hold within their rounding.
    std::vector<Interval> with_sum;
    for (const Interval& stretch : found)
      if (std::ranges::any_of(voices_, [&](const Voice& v) { return !v.figure && v.says.is_exact() && holds(v, stretch); }))
        with_sum.push_back(stretch);
    return with_sum.empty() ? found : with_sum;
  }

  /// What the others that hold the stretches leave for this voice.
  [[nodiscard]] Interval rest_of(const Voice& voice, const std::vector<Interval>& stretches) const {
    Interval rest{0, INFINITY};
    for (const Voice& other : voices_) {
      if (&other == &voice || !std::ranges::all_of(stretches, [&](const Interval& s) { return holds(other, s); })) continue;
      rest = {std::max(rest.low, other.says.low), std::min(rest.high, other.says.high)};
    }
    return rest;
  }

  [[nodiscard]] std::vector<std::size_t> rows_behind(const Voice& voice, const Interval& stretch) const {
    std::vector<std::size_t> rows = voice.rows;
    for (const Voice& other : voices_) {
      if (&other == &voice || !holds(other, stretch)) continue;
      append(rows, other.rows);
      if (other.figure) rows.push_back(row_);
    }
    make_ascending(rows);
    return rows;
  }

  void set(CellVerdict& cell, const Voice& voice, Interval quantity, std::vector<std::size_t> rows) const {
    const Figure figure = *voice.figure;
    Interval expected = voice.factor ? quantity / *voice.factor : quantity;
    if (figure == Figure::sector_share || figure == Figure::district_share) {
      expected = expected * stats::exactly(100);
      expected.high = std::min(expected.high, std::max(100.0, expected.low));
    }
    cell.check = Check::shares;
    cell.expected = expected;
    const bool contradicted = (voice.says.high < quantity.low || voice.says.low > quantity.high);
    cell.verdict = contradicted ? Verdict::contradicted
                                : compared(cell.published, index_.table.decimals[static_cast<std::size_t>(figure)],
                                           is_count(figure), expected);
    if (cell.verdict == Verdict::contradicted && !contradicted) cell.verdict = Verdict::rounding;  // a hair
    cell.contradicted_by = contradicted ? std::move(rows) : std::vector<std::size_t>();
  }

  const TableIndex& index_;
  std::size_t row_;
  std::vector<Voice> voices_{};
};

std::vector<std::size_t> rows_of(std::initializer_list<const Known*> totals) {
  std::vector<std::size_t> rows;
  for (const Known* total : totals) append(rows, total->rows);
  make_ascending(rows);
  return rows;
}

}  // namespace

Verdict compared(double published, int decimals, bool is_count, Interval expected) {
  if (expected.contains(published)) return Verdict::agrees;
  if (is_count) return Verdict::contradicted;
  const Interval printed = widened(stats::printed(published, decimals));
  if (!std::isinf(expected.high) && printed.contains(expected.middle())) return Verdict::agrees;
  return printed.high < expected.low || expected.high < printed.low ? Verdict::contradicted : Verdict::rounding;
}

void check_shares(const TableIndex& index, const TotalClaims& totals, std::size_t row,
                  const std::array<CellVerdict*, figure_count>& cells, const std::optional<SumEvidence>& sum) {
  const auto usable = [](std::optional<Known> known) {
    return known && known->interval.high > 0 && !(known->interval.low <= 0 && std::isinf(known->interval.high)) ? known : std::nullopt;
  };
  const auto sector = usable(totals.sector_total(row)), unit = usable(totals.unit_total(row));
  const auto national = usable(totals.national_total(row));
  const bool is_sum = index.table.rows[row].kind != RowKind::district;

  // Employees: as printed, and as each ratio implies them.
  System employees(index, row);
  employees.add(Figure::employees);
  if (sector) employees.add(Figure::sector_share, sector->interval, sector->rows);
  if (unit) employees.add(Figure::district_share, unit->interval, unit->rows);
  if (sector && unit && national)
    employees.add(Figure::location_quotient, sector->interval * unit->interval / national->interval,
                  rows_of({&*sector, &*unit, &*national}));
  if (sum && employees.size() > 1 && (is_sum || employees.is_at_a_tie())) employees.add(*sum);
  employees.judge(cells);
  if (!national || (sector && unit)) return;

  // One total is unknown: the LQ and the share that do not need it, as shares of the total that they have in common.
  if (sector) {
    System district_share(index, row);
    district_share.add(Figure::district_share);
    district_share.add(Figure::location_quotient, sector->interval / national->interval, rows_of({&*sector, &*national}));
    district_share.judge(cells);
  } else if (unit) {
    System sector_share(index, row);
    sector_share.add(Figure::sector_share);
    sector_share.add(Figure::location_quotient, unit->interval / national->interval, rows_of({&*unit, &*national}));
    sector_share.judge(cells);
  } else {
    // LQ = sector share × district share × E / employees needs neither.
    const auto s = index.printed(row, Figure::sector_share), d = index.printed(row, Figure::district_share);
    const auto n = index.printed(row, Figure::employees), q = index.printed(row, Figure::location_quotient);
    if (!s || !d || !n || !q || n->low == 0) return;
    const Interval per_lq = *n / national->interval;
    System within(index, row);
    within.add(Figure::location_quotient, per_lq / *d, rows_of({&*national}));
    within.add(Figure::sector_share);
    within.judge(cells);
    System beside(index, row);
    beside.add(Figure::location_quotient, per_lq / *s, rows_of({&*national}));
    beside.add(Figure::district_share);
    beside.judge(cells);
    System whole(index, row);
    whole.add(Figure::employees);
    whole.add(Figure::sector_share, *d * national->interval / *q, rows_of({&*national}));
    std::array<CellVerdict*, figure_count> only_employees{};
    CellVerdict ignored;
    only_employees.fill(&ignored);
    only_employees[static_cast<std::size_t>(Figure::employees)] = cells[static_cast<std::size_t>(Figure::employees)];
    whole.judge(only_employees);
  }
}

}  // namespace vicinia::core::audit
