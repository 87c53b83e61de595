// Values in another frame: sums are exact, shares are estimates, and what is not published never becomes a number.
#include "vicinia/core/values/in_frame.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>

#include "support/levels.h"
#include "support/some_crosswalk.h"
#include "support/some_frame.h"
#include "vicinia/core/geom/measures.h"

namespace vicinia::core::values {
namespace {

using admin::CrosswalkRow;
using admin::Frame;
using admin::UnitIndex;
using indicators::Measure;

geom::MultiPolygon square(double x, double y) {
  return {geom::Polygon{{{x, y}, {x, y + 1000}, {x + 1000, y + 1000}, {x + 1000, y}, {x, y}}}};
}

void link(Dataset& data, const Frame& other, const std::vector<CrosswalkRow>& rows) {
  data.frames.push_back(std::make_shared<const LinkedFrame>(
      LinkedFrame{.id = "new",
                  .vintage = "2025-07-01",
                  .frame = other,
                  .from_own = *admin::Crosswalk::between(data.frame, other, rows)}));
}

/// A matrix of the units of one level, each a square in a row; `published` of 100 cells have a number.
Dataset some_matrix(const Frame& frame, int published) {
  Dataset data;
  data.provenance.completeness = Completeness::complete_matrix;
  data.frame = frame;
  data.sectors = {{.code = "I"}, {.code = "II"}};
  data.periods = {"2007"};
  std::vector<industry::Observation> rows;
  for (UnitIndex unit = 0; unit < frame.size(); ++unit) {
    data.areas.push_back(square(1000 * static_cast<double>(unit), 0));
    for (std::size_t sector = 0; sector < 2; ++sector) {
      const Cell cell =
          *rc::gen::inRange(0, 100) < published ? Cell::of(*rc::gen::inRange(0, 500)) : Cell::not_published();
      rows.push_back({.unit = unit, .sector = sector, .counts = {.enterprises = cell, .employees = cell}});
    }
  }
  data.observations = *industry::ObservationTable::from_rows(std::move(rows), {});
  return data;
}

double sum_of(const Dataset& data, std::size_t sector) {
  double sum = 0;
  for (const industry::Observation& o : data.observations.rows())
    if (o.sector == sector) sum += o.counts.employees.number();
  return sum;
}

Evidence evidence_of(const Dataset& data) {
  return {.dataset = std::make_shared<const Dataset>(data),
          .totals = std::make_shared<const audit::KnownTotals>(audit::KnownTotals::summed(data, 0))};
}

RC_GTEST_PROP(InFrameProperty, ConservesWhatThereIsInEverySectorAndTheGround, ()) {
  const Frame own = tests::some_frame(1), other = tests::some_frame(1);
  Dataset data = some_matrix(own, 100);
  const bool whole_only = *rc::gen::arbitrary<bool>();
  link(data, other, tests::some_crosswalk(own, other, whole_only));
  const auto shown = in_frame(data, "new");
  RC_ASSERT(shown.has_value());
  for (std::size_t sector = 0; sector < 2; ++sector)
    RC_ASSERT(std::abs(sum_of(shown->dataset, sector) - sum_of(data, sector)) < 1e-6);
  double ground = 0;
  for (const auto& area : shown->dataset.areas) ground += *geom::area_m2(area);
  const double all = 1e6 * static_cast<double>(own.size());
  RC_ASSERT(ground <= all + 1);
  if (whole_only) RC_ASSERT(ground >= all - 1);
}

RC_GTEST_PROP(InFrameProperty, TellsWhatIsSummedFromWhatIsEstimated, ()) {
  const Frame own = tests::some_frame(1), other = tests::some_frame(1);
  Dataset data = some_matrix(own, 100);
  link(data, other, tests::some_crosswalk(own, other));
  const auto shown = in_frame(data, "new");
  RC_ASSERT(shown.has_value());
  const Evidence evidence = evidence_of(shown->dataset);
  for (const industry::Observation& o : shown->dataset.observations.rows()) {
    const auto made_of = data.frames[0]->from_own.into(o.unit);
    const bool is_whole =
        std::ranges::all_of(made_of, [](const auto& one) { return one.kind == admin::PartKind::whole; });
    const ValueOrigin expected = !is_whole             ? ValueOrigin::estimated
                                 : made_of.size() == 1 ? ValueOrigin::printed
                                                       : ValueOrigin::computed;
    RC_ASSERT(value_of(evidence, o, Measure::employees).origin == expected);
    const Value lq = value_of(evidence, o, Measure::location_quotient);
    if (lq.value.has_number()) RC_ASSERT((lq.origin == ValueOrigin::estimated) == !is_whole);
  }
}

/// The quotient of a sum is that of the sums, which an average of quotients is not.
RC_GTEST_PROP(InFrameProperty, RecomputesQuotientsFromSums, ()) {
  const Frame own = tests::some_frame(1), other = tests::some_frame(1);
  Dataset data = some_matrix(own, 100);
  link(data, other, tests::some_crosswalk(own, other, true));
  const auto shown = in_frame(data, "new");
  RC_ASSERT(shown.has_value());
  const Evidence evidence = evidence_of(shown->dataset);
  const double all = sum_of(data, 0) + sum_of(data, 1);
  for (const industry::Observation& o : shown->dataset.observations.rows()) {
    double here = 0, of_unit = 0;
    for (const auto& part : data.frames[0]->from_own.into(o.unit))
      for (std::size_t sector = 0; sector < 2; ++sector) {
        const double e = data.observations.find(part.from, sector, 0)->counts.employees.number();
        of_unit += e;
        if (sector == o.sector) here += e;
      }
    const Value lq = value_of(evidence, o, Measure::location_quotient);
    if (of_unit > 0 && sum_of(data, o.sector) > 0)
      RC_ASSERT(std::abs(lq.value.number() - here / of_unit / (sum_of(data, o.sector) / all)) < 1e-9);
  }
}

RC_GTEST_PROP(InFrameProperty, ASumWithAnUnpublishedPartIsNotPublishedAndHoldsTheTruth, ()) {
  const Frame own = tests::some_frame(1), other = tests::some_frame(1);
  Dataset data = some_matrix(own, 60);
  link(data, other, tests::some_crosswalk(own, other));
  const auto shown = in_frame(data, "new");
  RC_ASSERT(shown.has_value());
  const Evidence evidence = evidence_of(shown->dataset);
  for (const industry::Observation& o : shown->dataset.observations.rows()) {
    double published = 0;
    bool is_complete = true;
    for (const auto& part : data.frames[0]->from_own.into(o.unit)) {
      const Cell cell = data.observations.find(part.from, o.sector, 0)->counts.employees;
      is_complete = is_complete && cell.has_number();
      if (cell.has_number()) published += part.weight * cell.number();
    }
    const Value value = value_of(evidence, o, Measure::employees);
    RC_ASSERT(value.value.has_number() == is_complete);
    if (is_complete)
      RC_ASSERT(std::abs(value.value.number() - published) < 1e-9);
    else
      RC_ASSERT(value.range.has_value() == (published > 0));
    if (!is_complete && value.range) RC_ASSERT(std::abs(value.range->low - published) < 1e-9);
  }
}

/// Two provinces of two districts become one: sums go up by the districts as drawn.
TEST(InFrame, AUnitWithoutRowsCountsWhatItsPartsHave) {
  Dataset data;
  data.provenance.completeness = Completeness::complete_matrix;
  data.frame = *Frame::from_units(
      {{.code = "p"},
       {.code = "q"},
       {.code = "p1", .level = tests::district_level, .parent_code = "p"},
       {.code = "p2", .level = tests::district_level, .parent_code = "p", .survey_parent_code = "q"},
       {.code = "q1", .level = tests::district_level, .parent_code = "q"}},
      *admin::Levels::declared({{.id = "province"}, {.id = "district"}}));
  data.areas = {{}, {}, square(0, 0), square(1000, 0), square(2000, 0)};
  data.sectors = {{.code = "I"}};
  data.periods = {"2007"};
  data.observations =
      *industry::ObservationTable::from_rows({{.unit = 2, .counts = {.employees = Cell::of(1)}},
                                              {.unit = 3, .counts = {.employees = Cell::of(20)}},
                                              {.unit = 4, .counts = {.employees = Cell::of(300)}}},
                                             {});
  const Frame other = *Frame::from_units({{.code = "r"}, {.code = "n1"}, {.code = "n2"}},
                                         *admin::Levels::declared({{.id = "province"}}));
  link(data, other, {{"p", "r"}, {"q", "n1", .5}, {"q", "n2", .5}});
  const auto shown = in_frame(data, "new");
  ASSERT_TRUE(shown);
  const auto& rows = shown->dataset.observations;
  EXPECT_EQ(rows.find(0, 0, 0)->counts.employees, Cell::of(21)) << "where it lies, not where it was surveyed";
  EXPECT_EQ(rows.find(1, 0, 0)->counts.employees, Cell::of(150));
  EXPECT_DOUBLE_EQ(*geom::area_m2(shown->dataset.areas[0]), 2e6);
  EXPECT_TRUE(shown->dataset.areas[1].empty()) << "no file says where it was divided";
  ASSERT_EQ(shown->findings.size(), 1u);
  EXPECT_EQ(shown->findings[0].detail, "2|new");
  EXPECT_EQ(shown->made_of[0], (std::vector<UnitIndex>{2, 3}));
  EXPECT_EQ(shown->made_of[1], std::nullopt);
  EXPECT_EQ(shown->dataset.provenance.units_word.en, "provinces");
}

TEST(InFrame, ThatTheDataHaveNotIsAnErrorThatNamesThoseThereAre) {
  Dataset data = {};
  data.frame = *Frame::from_units({{.code = "a"}});
  EXPECT_EQ(in_frame(data, "2025").error().code, ErrorCode::unknown_name);
  EXPECT_EQ(in_frame(data, "2025").error().subject.field, "frame");
}

}  // namespace
}  // namespace vicinia::core::values
