// What must hold of any list: none that was rounded from one matrix is contradicted, and errors larger than rounding are found.
#include <gtest/gtest.h>

#include <algorithm>
#include <iostream>
#include <optional>

#include "accuracy.h"
#include "feasibility.h"
#include "made_up_list.h"
#include "vicinia/core/audit/audit.h"

namespace vicinia::core::audit {
namespace {

std::string told(const PublishedTable& table, const CellVerdict& cell) {
  const PublishedRow& row = table.rows[cell.row];
  std::string text = "line " + row.source_line + " (" + std::string(name_of(row.kind)) + ", sector " +
                     row.sector + ", unit " + row.unit + ") " + std::string(name_of(cell.field)) + " = " +
                     std::to_string(cell.published);
  if (cell.expected)
    text += ", expected " + std::to_string(cell.expected->low) + " to " + std::to_string(cell.expected->high);
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

TEST(AuditProperty, FindsPlantedErrorsOfEveryKindAndBlamesNoInnocent) {
  // audit_accuracy prints the same of more lists.
  const std::vector<Accuracy> rows = accuracy_of_audit(6);
  const Accuracy all = sum_of(rows);
  print(std::cout, rows);
  EXPECT_GE(rows.size(), 20u);
  EXPECT_GE(static_cast<double>(all.found), 0.99 * static_cast<double>(all.detectable));
  EXPECT_GE(all.detectable, all.planted * 9 / 10) << "errors, not whims";
  EXPECT_LE(all.tables_with_innocents_blamed * 1000, all.planted) << "one table in a thousand";
  EXPECT_EQ(all.false_alarms, 0u) << "what numbers can satisfy is not contradicted";
}

/// Where two explanations are possible both are named, and neither is called certain.
TEST(AuditProperty, WhatIsNotCertainlyWrongNamesWhatMayBeWrongInItsPlace) {
  std::size_t likely = 0, of_several = 0;
  for (std::size_t kind = 0; kind < error_kinds().size(); ++kind)
    for (std::uint64_t seed = 500; seed < 510; ++seed) {
      const PublishedTable table = planted_list(kind, seed).list.table;
      for (const CellVerdict& cell : audit(table).cells) {
        const bool is_open = cell.blame == Blame::likely || cell.blame == Blame::one_of_several;
        EXPECT_EQ(cell.or_else.empty(), !is_open)
            << error_kinds()[kind].name << ", seed " << seed << ": " << told(table, cell);
        likely += cell.blame == Blame::likely ? 1 : 0;
        of_several += cell.blame == Blame::one_of_several ? 1 : 0;
        for (const OtherExplanation& other : cell.or_else) {
          EXPECT_NE(other.cells.empty(), other.rows.empty()) << "values or rows";
          EXPECT_EQ(std::ranges::count(other.cells, CellPlace{cell.row, cell.field}), 0)
              << "it is right then";
        }
      }
    }
  EXPECT_GT(likely, 100u);
  EXPECT_GT(of_several, 100u);
}

/// Other values that are named in place of a likely wrong one do explain it: without them, and with it, numbers can satisfy the rest.
TEST(AuditProperty, ValuesThatAreNamedInPlaceOfALikelyWrongOneExplainIt) {
  std::size_t tried = 0, holds = 0;
  for (std::size_t kind = 0; kind < error_kinds().size(); ++kind)
    for (std::uint64_t seed = 500; seed < 510; ++seed) {
      const PublishedTable table = planted_list(kind, seed).list.table;
      const Audit found = audit(table);
      for (const CellVerdict& cell : found.cells)
        for (const OtherExplanation& other : cell.or_else) {
          if (cell.blame != Blame::likely || other.kind != OtherExplanation::Kind::values) continue;
          PublishedTable left = table;
          for (const CellVerdict& wrong : found.cells)
            if (wrong.verdict == Verdict::contradicted &&
                (wrong.row != cell.row || wrong.field != cell.field))
              left.rows[wrong.row][wrong.field] = Cell::not_published();
          for (const CellPlace& place : other.cells)
            left.rows[place.row][place.field] = Cell::not_published();
          ++tried;
          holds += is_feasible(left) ? 1 : 0;
        }
    }
  EXPECT_GT(tried, 20u);
  EXPECT_GE(holds * 100, tried * 95) << holds << " of " << tried
                                     << ": intervals may overlook what only several sums together reveal";
}

/// A quotient that is printed has a divisor: there are people in its unit and sector, and in the row where it is more than nothing.
TEST(AuditProperty, AQuotientOfMoreThanNothingWhereNobodyWorksIsContradictedWhateverElseIsPrinted) {
  std::size_t tried = 0;
  for (std::uint64_t seed = 0; seed < 400; ++seed) {
    Dice dice(seed + 5'000'000);
    MadeUpList list = made_up_list(seed, {.units = 2 + dice.below(6),
                                          .sectors = 1 + dice.below(5),
                                          .listed = dice.between(0.2, 1),
                                          .zeros = 0.4});
    std::vector<std::size_t> empty_rows;
    for (std::size_t r = 0; r < list.table.rows.size(); ++r)
      if (const PublishedRow& row = list.table.rows[r];
          row.kind == RowKind::district && row[Field::employees].number() == 0)
        empty_rows.push_back(r);
    if (empty_rows.empty()) continue;
    const std::size_t wrong = empty_rows[dice.below(empty_rows.size())];
    list.table.rows[wrong][Field::location_quotient] = Cell::of(tenths(dice.between(0.1, 20)));
    EXPECT_FALSE(is_feasible(list.table)) << "seed " << seed;
    const Audit found = audit(list.table);
    EXPECT_EQ(found.find(wrong, Field::location_quotient)->verdict, Verdict::contradicted) << "seed " << seed;
    ++tried;
  }
  EXPECT_GT(tried, 200u);
}

/// What a contradicted cell could be printed as, in place of what is.
TEST(AuditProperty, WhatWouldAgreeLiesWithinItsRange) {
  for (std::size_t kind = 0; kind < error_kinds().size(); ++kind)
    for (std::uint64_t seed = 100; seed < 104; ++seed) {
      const auto [list, changed] = planted_list(kind, seed);
      for (const CellVerdict& cell : audit(list.table).cells) {
        if (!cell.expected) continue;
        EXPECT_GE(cell.expected->low, 0) << told(list.table, cell);
        EXPECT_LE(cell.expected->low, cell.expected->high) << told(list.table, cell);
        if (cell.field == Field::sector_share || cell.field == Field::district_share) {
          EXPECT_LE(cell.expected->high, 100 * (1 + 1e-9)) << told(list.table, cell);
        }
      }
    }
}

/// Cells that no explanation names can all be true together.
TEST(AuditProperty, WhatIsNotContradictedIsFeasible) {
  for (std::size_t kind = 0; kind < error_kinds().size(); ++kind)
    for (std::uint64_t seed = 200; seed < 203; ++seed) {
      PlantedList planted = planted_list(kind, seed);
      PublishedTable& table = planted.list.table;
      for (const CellVerdict& cell : audit(table).cells)
        if (cell.verdict == Verdict::contradicted) table.rows[cell.row][cell.field] = Cell::not_published();
      EXPECT_TRUE(is_feasible(table)) << error_kinds()[kind].name << ", seed " << seed;
    }
}

}  // namespace
}  // namespace vicinia::core::audit
