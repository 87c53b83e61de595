// What must hold of any list: none that was rounded from one matrix is contradicted, and errors larger than rounding are found.
#include <gtest/gtest.h>

#include <algorithm>
#include <iostream>
#include <optional>

#include "made_up_list.h"
#include "vicinia/core/audit/audit.h"

namespace vicinia::core::audit {
namespace {

std::string told(const PublishedTable& table, const CellVerdict& cell) {
  const PublishedRow& row = table.rows[cell.row];
  std::string text = "line " + row.source_line + " (" + std::string(name_of(row.kind)) + ", sector " + row.sector + ", unit " + row.unit +
                     ") " + std::string(name_of(cell.figure)) + " = " + std::to_string(cell.published);
  if (cell.expected) text += ", expected " + std::to_string(cell.expected->low) + " to " + std::to_string(cell.expected->high);
  return text;
}

TEST(AuditProperty, NoneOfTenThousandListsThatWereRoundedFromOneMatrixIsContradicted) {
  std::size_t cells = 0, recomputed = 0;
  for (std::uint64_t seed = 0; seed < 10'000; ++seed) {
    Dice dice(seed + 1'000'000);
    const ListOptions options{.units = 1 + dice.below(9),
                              .sectors = 1 + dice.below(6),
                              .per_province = 1 + dice.below(4),
                              .listed = dice.between(0.2, 1.2),
                              .zeros = dice.between(0, 0.4),
                              .at_halves = seed % 4 == 0};
    const MadeUpList list = made_up_list(seed, options);
    const Audit found = audit(list.table);
    cells += found.cells.size();
    for (const CellVerdict& cell : found.cells) {
      ASSERT_NE(cell.verdict, Verdict::contradicted) << "seed " << seed << ": " << told(list.table, cell);
      if (cell.verdict != Verdict::not_recomputable) ++recomputed;
    }
    if (found.national) {
      EXPECT_LE(found.national->interval.low, list.national * (1 + 1e-9)) << seed;
      EXPECT_GE(found.national->interval.high, list.national * (1 - 1e-9)) << seed;
    }
  }
  std::cout << "[          ] " << recomputed << " of " << cells << " cells could be recomputed\n";
  EXPECT_GT(recomputed, cells / 2) << "verdicts, not silence";
}

/// One error in a list, larger than rounding allows, of a kind that the other figures can reveal.
struct Planted {
  std::size_t row = 0;
  Figure figure = Figure::employees;
};

double changed(double number, Dice& dice) {
  const double factor = dice.share() < 0.5 ? dice.between(0.3, 0.75) : dice.between(1.35, 3);
  return number * factor;
}

/// nullopt where this cell is not known well enough by others, or the change is within rounding.
std::optional<Planted> plant(MadeUpList& list, Dice& dice) {
  const std::size_t row = dice.below(list.table.rows.size());
  PublishedRow& r = list.table.rows[row];
  constexpr Figure ratios[] = {Figure::employees, Figure::location_quotient, Figure::sector_share, Figure::district_share};
  constexpr Figure counts[] = {Figure::enterprises, Figure::smes, Figure::fdi_enterprises, Figure::employees};
  if (r.kind == RowKind::total || (r.kind == RowKind::group && dice.share() < 0.5)) {
    const Figure figure = counts[dice.below(4)];
    const double sum = r[figure].number();
    double wrong = std::round(changed(sum, dice));
    if (wrong == sum) wrong += 1;
    // A sum below what it sums, which its own row makes impossible, is another error in the same row.
    if (figure == Figure::enterprises) wrong = std::max(wrong, std::max(r[Figure::smes].number(), r[Figure::fdi_enterprises].number()));
    if (wrong == sum) return std::nullopt;
    r[figure] = Cell::of(wrong);
    return Planted{row, figure};
  }
  const Figure figure = ratios[dice.below(4)];
  if (r.kind == RowKind::district && dice.share() < 0.2) {
    const Figure part = dice.share() < 0.5 ? Figure::smes : Figure::fdi_enterprises;
    if (!r[Figure::enterprises].has_number()) return std::nullopt;
    r[part] = Cell::of(r[Figure::enterprises].number() + 1 + static_cast<double>(dice.below(20)));
    return Planted{row, part};
  }
  for (const Figure f : ratios)
    if (!r[f].has_number() || r[f].number() < (is_count(f) ? 30 : 1)) return std::nullopt;
  const double right = r[figure].number();
  const double wrong = is_count(figure) ? std::round(changed(right, dice)) : tenths(changed(right, dice));
  if (!is_count(figure) && (std::abs(wrong - right) < 0.5 || (figure != Figure::location_quotient && wrong > 100))) return std::nullopt;
  r[figure] = Cell::of(wrong);
  return Planted{row, figure};
}

void recall_and_precision(std::size_t errors_per_list, double least) {
  std::size_t planted = 0, hit = 0, flagged = 0, lists = 0;
  std::array<std::size_t, figure_count> missed{}, false_alarms{};
  for (std::uint64_t seed = 0; lists < 3'000; ++seed) {
    Dice dice(seed + 5'000'000);
    MadeUpList list = made_up_list(seed, {.units = 12, .sectors = 8, .per_province = 4, .listed = 0.7, .zeros = 0.05});
    std::vector<Planted> errors;
    for (std::size_t tries = 0; tries < 50 && errors.size() < errors_per_list; ++tries)
      if (const auto error = plant(list, dice)) errors.push_back(*error);
    ++lists;
    const Audit found = audit(list.table);
    for (const Planted& error : errors) {
      ++planted;
      const CellVerdict* cell = found.find(error.row, error.figure);
      if (cell->verdict == Verdict::contradicted)
        ++hit;
      else
        ++missed[static_cast<std::size_t>(error.figure)];
    }
    for (const CellVerdict& cell : found.cells) {
      if (cell.verdict != Verdict::contradicted) continue;
      ++flagged;
      if (std::ranges::none_of(errors, [&](const Planted& e) { return e.row == cell.row && e.figure == cell.figure; }))
        ++false_alarms[static_cast<std::size_t>(cell.figure)];
    }
  }
  const double recall = static_cast<double>(hit) / static_cast<double>(planted);
  const double precision = static_cast<double>(hit) / static_cast<double>(flagged);
  std::cout << "[          ] " << errors_per_list << " a list: recall " << recall << ", precision " << precision << " of " << planted << " planted errors\n";
  for (std::size_t f = 0; f < figure_count; ++f)
    std::cout << "[          ]   " << name_of(static_cast<Figure>(f)) << ": " << missed[f] << " missed, " << false_alarms[f] << " false alarms\n";
  EXPECT_GE(recall, least);
  EXPECT_GE(precision, least);
}

TEST(AuditProperty, FindsPlantedErrorsAndNothingElse) { recall_and_precision(1, 0.99); }

TEST(AuditProperty, FindsSeveralErrorsInOneList) { recall_and_precision(3, 0.98); }

}  // namespace
}  // namespace vicinia::core::audit
