#include "sum_check.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace vicinia::core::audit {

using stats::Interval;

namespace {

constexpr double no_end = std::numeric_limits<double>::infinity();
constexpr Figure counts[] = {Figure::enterprises, Figure::smes, Figure::fdi_enterprises, Figure::employees};
constexpr Figure parts_of_enterprises[] = {Figure::smes, Figure::fdi_enterprises};

void contradict(CellVerdict& cell, Check check, Interval expected, std::vector<std::size_t> rows) {
  cell.verdict = Verdict::contradicted;
  cell.check = check;
  cell.expected = expected;
  cell.contradicted_by = std::move(rows);
}

void add_rows(CellVerdict& cell, const std::vector<std::size_t>& rows) {
  cell.contradicted_by.insert(cell.contradicted_by.end(), rows.begin(), rows.end());
  std::ranges::sort(cell.contradicted_by);
  const auto repeated = std::ranges::unique(cell.contradicted_by);
  cell.contradicted_by.erase(repeated.begin(), repeated.end());
}

class SumChecker {
 public:
  SumChecker(const TableIndex& index, const CellsByRow& cells, const SumOf& sum, Figure figure)
      : index_(index), cells_(cells), sum_(sum), figure_(figure), whole_(at(sum.row)) {}

  void check() {
    if (!whole_ || sum_.districts.empty()) return;
    double published = 0, allowed_low = 0, allowed_high = 0;
    std::size_t missing = 0;
    for (const std::size_t d : sum_.districts) {
      const CellVerdict* part = at(d);
      if (!part) {
        ++missing;
        continue;
      }
      const Interval allowed = allowed_for(*part);
      published += part->published;
      allowed_low += allowed.low;
      allowed_high += allowed.high;
      if (is_contradicted(*part)) suspects_.push_back(d);
    }
    if (missing > 0)
      bound_from_below(published);
    else if (published == whole_->published)
      everything_agrees();
    else if (!suspects_.empty() && allowed_low <= whole_->published && whole_->published <= allowed_high)
      explained_by_suspects(published, {allowed_low, allowed_high});
    else if (is_contradicted(*whole_))
      whole_is_wrong(published);
    else if (const auto part = the_one_part_that_is_impossible(published); part != TableIndex::nowhere)
      part_is_wrong(part, published);
    else if (!agrees_with_groups())
      whole_does_not_add_up(published, {allowed_low, allowed_high});
  }

 private:
  [[nodiscard]] CellVerdict* at(std::size_t row) const { return cells_[row][static_cast<std::size_t>(figure_)]; }
  [[nodiscard]] static bool is_contradicted(const CellVerdict& cell) { return cell.verdict == Verdict::contradicted; }
  [[nodiscard]] static Interval allowed_for(const CellVerdict& cell) {
    return is_contradicted(cell) && cell.expected ? *cell.expected : stats::exactly(cell.published);
  }
  [[nodiscard]] double remainder(const CellVerdict& part, double published) const {
    return whole_->published - (published - part.published);
  }

  void bound_from_below(double published) const {
    if (whole_->published < published)
      contradict(*whole_, Check::sum, {published, no_end}, published_districts());
    else if (whole_->verdict == Verdict::not_recomputable)
      whole_->expected = Interval{published, no_end};
  }

  [[nodiscard]] std::vector<std::size_t> published_districts() const {
    std::vector<std::size_t> rows;
    for (const std::size_t d : sum_.districts)
      if (at(d)) rows.push_back(d);
    return rows;
  }

  void confirm(CellVerdict& cell) const {
    if (is_contradicted(cell)) {
      cell.confirmed_by_sum = true;
      return;
    }
    cell.verdict = Verdict::agrees;
    cell.check = Check::sum;
    cell.expected = stats::exactly(cell.published);
  }

  void everything_agrees() const {
    confirm(*whole_);
    for (const std::size_t d : sum_.districts) confirm(*at(d));
  }

  void explained_by_suspects(double published, Interval allowed) const {
    CellVerdict& part = *at(suspects_.front());
    if (suspects_.size() == 1 && part.expected->is_exact()) {
      for (const std::size_t d : sum_.districts)  // it was found elsewhere; here it makes the sum hold
        if (d != suspects_.front()) confirm(*at(d));
    } else if (suspects_.size() == 1) {
      part.expected = stats::exactly(remainder(part, published));
      add_rows(part, others_than(suspects_.front()));
    }
    if (is_contradicted(*whole_)) return;
    whole_->verdict = Verdict::agrees;
    whole_->check = Check::sum;
    whole_->expected = suspects_.size() == 1 ? stats::exactly(whole_->published) : allowed;
  }

  void whole_is_wrong(double published) const {
    if (whole_->expected && whole_->expected->contains(published)) whole_->expected = stats::exactly(published);
    add_rows(*whole_, sum_.districts);
  }

  /// A part that exceeds its whole in its own row, or is exceeded by its parts, and would not if the sum held.
  [[nodiscard]] std::size_t the_one_part_that_is_impossible(double published) const {
    std::size_t found = TableIndex::nowhere;
    for (const std::size_t d : sum_.districts) {
      const CellVerdict& part = *at(d);
      const double mended = remainder(part, published);
      if (mended < 0 || is_contradicted(part) || is_possible(d, part.published) || !is_possible(d, mended)) continue;
      if (found != TableIndex::nowhere) return TableIndex::nowhere;
      found = d;
    }
    return found;
  }

  [[nodiscard]] bool is_possible(std::size_t row, double value) const {
    if (figure_ == Figure::employees) return true;
    const auto beside = [&](Figure figure) { return cells_[row][static_cast<std::size_t>(figure)]; };
    if (figure_ == Figure::enterprises)
      return std::ranges::none_of(parts_of_enterprises, [&](Figure f) { return beside(f) && allowed_for(*beside(f)).low > value; });
    const CellVerdict* enterprises = beside(Figure::enterprises);
    return !enterprises || value <= allowed_for(*enterprises).high;
  }

  void part_is_wrong(std::size_t row, double published) const {
    CellVerdict& part = *at(row);
    contradict(part, Check::sum, stats::exactly(remainder(part, published)), others_than(row));
    add_rows(part, {row});
    whole_->verdict = Verdict::agrees;
    whole_->check = Check::sum;
    whole_->expected = stats::exactly(whole_->published);
  }

  [[nodiscard]] std::vector<std::size_t> others_than(std::size_t row) const {
    std::vector<std::size_t> rows{sum_.row};
    for (const std::size_t d : sum_.districts)
      if (d != row) rows.push_back(d);
    std::ranges::sort(rows);
    return rows;
  }

  /// A total row that sums group rows as printed is right in itself: what is wrong with them is said there.
  [[nodiscard]] bool agrees_with_groups() const {
    if (sum_.as_groups.empty()) return false;
    double sum = 0;
    for (const std::size_t row : sum_.as_groups) {
      if (!at(row)) return false;
      sum += at(row)->published;
    }
    if (sum != whole_->published) return false;
    confirm(*whole_);
    for (const std::size_t row : sum_.as_groups)
      if (at(row)->verdict == Verdict::not_recomputable) confirm(*at(row));
    return true;
  }

  /// By other sums: a group's districts by the total row, those of a total row by their groups.
  [[nodiscard]] bool districts_are_confirmed() const {
    const bool is_group = index_.table.rows[sum_.row].kind == RowKind::group;
    return std::ranges::all_of(sum_.districts, [&](std::size_t d) {
      const std::size_t other = is_group ? index_.total_of[d] : index_.group_of[d];
      return other != TableIndex::nowhere && adds_up(index_.sums[other]);
    });
  }

  [[nodiscard]] bool adds_up(const SumOf& sum) const {
    if (!at(sum.row)) return false;
    double published = 0;
    for (const std::size_t d : sum.districts) {
      if (!at(d)) return false;
      published += at(d)->published;
    }
    return published == at(sum.row)->published;
  }

  void whole_does_not_add_up(double published, Interval allowed) const {
    contradict(*whole_, Check::sum, suspects_.empty() ? stats::exactly(published) : allowed, sum_.districts);
    whole_->undecided = !districts_are_confirmed();
  }

  const TableIndex& index_;
  const CellsByRow& cells_;
  const SumOf& sum_;
  Figure figure_;
  CellVerdict* whole_;
  std::vector<std::size_t> suspects_{};
};

}  // namespace

void check_sums(const TableIndex& index, const CellsByRow& cells) {
  for (const SumOf& sum : index.sums)
    for (const Figure figure : counts) SumChecker(index, cells, sum, figure).check();
}

void check_parts(const TableIndex& index, const CellsByRow& cells) {
  for (std::size_t row = 0; row < index.table.rows.size(); ++row) {
    CellVerdict* whole = cells[row][static_cast<std::size_t>(Figure::enterprises)];
    if (!whole) continue;
    double largest = 0;
    for (const Figure figure : parts_of_enterprises) {
      CellVerdict* part = cells[row][static_cast<std::size_t>(figure)];
      if (!part) continue;
      largest = std::max(largest, part->published);
      const Interval possible{0, whole->published};
      if (part->published <= whole->published) {
        if (!part->expected) part->expected = possible;
        continue;
      }
      if (part->verdict == Verdict::contradicted) {
        add_rows(*part, {row});
        continue;
      }
      part->confirmed_by_sum = part->verdict == Verdict::agrees;
      contradict(*part, Check::part_of_whole, possible, {row});
      part->undecided = !part->confirmed_by_sum && whole->verdict == Verdict::not_recomputable;
    }
    if (largest > whole->published && whole->verdict == Verdict::not_recomputable) {
      contradict(*whole, Check::part_of_whole, {largest, no_end}, {row});
      whole->undecided = true;
    } else if (!whole->expected) {
      whole->expected = Interval{largest, no_end};
    }
  }
}

}  // namespace vicinia::core::audit
