// Laws of counting firms, and what is told of rows that do not count.
#include "vicinia/gis/firms/aggregation.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <charconv>
#include <random>

#include "gis/firms/firm_data.h"
#include "gis/io/expect_error.h"
#include "support/temporary_folder.h"
#include "vicinia/gis/io/vector_layer.h"

namespace vicinia::gis::firms {
namespace {

using test_data::Country;
using test_data::Firm;
using testing::ElementsAre;

class Files {
 public:
  std::filesystem::path write(const std::string& text, const char* name = "register.csv") {
    const auto path = folder_.path() / name;
    std::ofstream(path, std::ios::binary) << text;
    return path;
  }

 private:
  test::TemporaryFolder folder_;
};

std::vector<Firm> some_firms(const Country& country, std::size_t count, std::uint64_t seed) {
  std::mt19937_64 random(seed);
  const auto upto = [&](int most) {
    return static_cast<int>(random() % static_cast<std::uint64_t>(most + 1));
  };
  const auto maybe = [&](double number) { return upto(9) == 0 ? std::nullopt : std::optional(number); };
  std::vector<Firm> firms;
  for (std::size_t i = 0; i < count; ++i) {
    Firm firm{
        .unit = "u" + std::to_string(upto(static_cast<int>(country.areas.size()))),
        .sector = std::array{"01110", "13110", "14100", "46900", "X9", ""}[static_cast<std::size_t>(upto(5))],
        .foreign_share = maybe(upto(3) == 0 ? upto(100) : 0),
        .capital = maybe(upto(200'000)),
        .revenue = maybe(upto(400'000)),
        .year = 2000 + upto(24)};
    if (const auto employees = maybe(upto(20) == 0 ? upto(3000) : upto(320)))
      firm.employees = static_cast<int>(*employees);
    // Anywhere, also beyond the country; or at a corner of a border.
    if (upto(4) == 0) {
      const auto& ring = country.areas[random() % country.areas.size()].front().outer();
      const auto& corner = ring[random() % ring.size()];
      firm.x = corner.x(), firm.y = corner.y();
    } else {
      firm.x = 500'000 + upto(600'000) / 10.0, firm.y = 995'000 + upto(500'000) / 10.0;
    }
    firms.push_back(std::move(firm));
  }
  return firms;
}

/// Cells by what they are called, to compare with what was added by hand.
std::map<std::tuple<std::string, std::string, int>, FirmCell> by_names(const FirmMatrix& matrix) {
  std::map<std::tuple<std::string, std::string, int>, FirmCell> cells;
  for (FirmCell cell : matrix.cells) {
    const std::tuple key(matrix.units[cell.unit], matrix.sectors[cell.sector],
                         std::stoi(matrix.periods[cell.period]));
    cell.unit = cell.sector = cell.period = 0;
    cells[key] = cell;
  }
  return cells;
}

RC_GTEST_PROP(AggregationProperty, CellsAreWhatAddingFirmByFirmGives, ()) {
  Files files;
  const Country country(4, 3, *rc::gen::inRange<std::uint64_t>(1, 1000));
  const auto firms =
      some_firms(country, *rc::gen::inRange<std::size_t>(1, 400), *rc::gen::arbitrary<std::uint64_t>());
  const Register rules =
      *rc::gen::arbitrary<bool>() ? test_data::rules_by_place() : test_data::rules_by_code();
  const auto expected = test_data::brute_force(firms, rules, country);
  const auto matrix = aggregate({.file = files.write(test_data::csv(firms))}, rules, country.units());
  if (expected.empty()) {
    RC_ASSERT(!matrix && matrix.error().code == core::ErrorCode::no_values);
    return;
  }
  if (!matrix) RC_FAIL(test::text_of(matrix.error()));
  RC_ASSERT(by_names(*matrix) == expected);
  std::uint64_t enterprises = 0, left_out = 0;
  for (const FirmCell& cell : matrix->cells) enterprises += cell.enterprises;
  for (const LeftOutRows& rows : matrix->left_out) left_out += rows.count;
  RC_ASSERT(enterprises == matrix->kept);
  RC_ASSERT(matrix->kept + left_out == matrix->rows);
  RC_ASSERT(matrix->rows == firms.size());
}

RC_GTEST_PROP(AggregationProperty, OrderOfRowsAndThreadsChangeNothing, ()) {
  Files files;
  const Country country(3, 3);
  auto firms = some_firms(country, 3000, *rc::gen::arbitrary<std::uint64_t>());
  const Register rules = test_data::rules_by_place();
  const auto first =
      aggregate({.file = files.write(test_data::csv(firms))}, rules, country.units(), {}, {.threads = 1});
  std::shuffle(firms.begin(), firms.end(), std::mt19937_64(*rc::gen::arbitrary<std::uint64_t>()));
  const auto second = aggregate({.file = files.write(test_data::csv(firms))}, rules, country.units(), {},
                                {.threads = *rc::gen::inRange<std::size_t>(1, 5)});
  RC_ASSERT(first.has_value() && second.has_value());
  RC_ASSERT(first->cells == second->cells);
  RC_ASSERT(first->sectors == second->sectors);
  RC_ASSERT(first->periods == second->periods);
  for (std::size_t reason = 0; reason < left_out_kinds; ++reason)
    RC_ASSERT(first->left_out[reason].count == second->left_out[reason].count);
}

TEST(Aggregation, OfManyBlocksHasTheFirstExamplesWithTheirLines) {
  Files files;
  const Country country(2, 2);
  std::string text = "unit,vsic,workers\n";
  for (int i = 0; i < 200'000; ++i) text += i == 99'998 || i == 150'000 ? "zz,13,1\n" : "u1,13,\"2\"\n";
  Register rules;
  rules.columns = {.unit = "unit", .sector = "vsic", .employees = "workers"};
  rules.period = "2007";
  const auto matrix = aggregate({.file = files.write(text)}, rules, country.units(), {}, {.threads = 3});
  ASSERT_VALUE(matrix);
  EXPECT_EQ(matrix->kept, 199'998u);
  EXPECT_THAT(matrix->of(LeftOut::unknown_unit).examples,
              ElementsAre(LeftOutRows::Example{100'000, "zz"}, LeftOutRows::Example{150'002, "zz"}));
  ASSERT_EQ(matrix->cells.size(), 1u);
  EXPECT_EQ(matrix->cells[0].employees, 399'996u);
}

TEST(Aggregation, TellsWhyARowIsLeftOutByTheFirstReason) {
  Files files;
  const Country country(2, 2);
  const auto path = files.write(
      "lon,lat,vsic,workers,foreign,capital,revenue,year\n"
      "505000,1004000,1311,10,0,1,1,2020\n"  // kept
      "505000,1004000,1311,10\n"
      "505000,1004000,1311,10,0,1,1,20\n"
      ",1004000,1311,10,0,1,1,2020\n"
      "east,1004000,1311,10,0,1,1,2020\n"
      "1,1,1311,10,0,1,1,2020\n"
      "1004000,505000,1311,10,0,1,1,2020\n"
      "505000,1004000,,10,0,1,1,2020\n"
      "505000,1004000,1311,ten,0,1,1,2020\n"
      "505000,1004000,1311,1.5,0,1,1,2020\n"
      "505000,1004000,1311,-1,0,1,1,2020\n"
      "505000,1004000,1311,10,101,1,1,2020\n"
      "505000,1004000,1311,10,0,-,1,2020\n"
      "505000,1004000,1311,10,0,1,many,2020\n");
  const auto matrix = aggregate({.file = path}, test_data::rules_by_place(), country.units());
  ASSERT_VALUE(matrix);
  EXPECT_EQ(matrix->kept, 1u);
  const auto lines = [&](LeftOut reason) {
    std::vector<std::size_t> all;
    for (const auto& example : matrix->of(reason).examples) all.push_back(example.line);
    return all;
  };
  EXPECT_THAT(lines(LeftOut::wrong_length), ElementsAre(3));
  EXPECT_THAT(lines(LeftOut::no_year), ElementsAre(4));
  EXPECT_THAT(lines(LeftOut::no_place), ElementsAre(5));
  EXPECT_THAT(lines(LeftOut::bad_coordinate), ElementsAre(6));
  EXPECT_THAT(lines(LeftOut::outside), ElementsAre(7));
  EXPECT_THAT(lines(LeftOut::exchanged), ElementsAre(8));
  EXPECT_THAT(lines(LeftOut::no_sector), ElementsAre(9));
  EXPECT_THAT(lines(LeftOut::bad_employees), ElementsAre(10, 11, 12));
  EXPECT_THAT(lines(LeftOut::bad_foreign_share), ElementsAre(13));
  EXPECT_THAT(lines(LeftOut::bad_capital), ElementsAre(14));
  EXPECT_THAT(lines(LeftOut::bad_revenue), ElementsAre(15));
  EXPECT_EQ(matrix->told(test_data::rules_by_place()).size(), 11u) << "one for each reason";
}

TEST(Aggregation, NumbersAreReadAsPeopleWriteThemWhereTheMarkIsStated) {
  Files files;
  const Country country(2, 2);
  const auto path = files.write(
      "lon;lat;vsic;workers;foreign;capital;revenue;year\n"
      "505000,5;1004000,25;1311;1.200;\"12,5\";1.234,5;1 000;2020\n");
  Register rules = test_data::rules_by_place();
  rules.decimal = io::DecimalMark::comma;
  const auto matrix = aggregate({.file = path, .finds_separator = true}, rules, country.units());
  ASSERT_VALUE(matrix);
  ASSERT_EQ(matrix->cells.size(), 1u);
  EXPECT_EQ(matrix->cells[0].employees, 1200u);
  EXPECT_EQ(matrix->cells[0].fdi, 1u);
  EXPECT_EQ(matrix->findings.size(), 1u) << "the separator";
}

TEST(Aggregation, WhatIsNotKnownIsNotPublishedAndHasARange) {
  Files files;
  const Country country(2, 2);
  Register rules;
  rules.columns = {.unit = "unit",
                   .sector = "vsic",
                   .employees = "workers",
                   .foreign_share_pct = "foreign",
                   .capital = "capital"};
  rules.period = "2012";
  const auto path = files.write(
      "unit,vsic,workers,foreign,capital\nu0,13,10,,5\nu0,13,,60,\nu0,13,5,0,200000\nu1,46,1,0,50000\n");
  auto matrix = aggregate({.file = path}, rules, country.units());
  ASSERT_VALUE(matrix);
  const FirmCell* cell = matrix->find(0, 0, 0);
  ASSERT_NE(cell, nullptr);
  EXPECT_EQ(value_of(*cell, FirmCount::enterprises), core::Cell::of(3));
  EXPECT_EQ(value_of(*cell, FirmCount::employees), core::Cell::not_published());
  EXPECT_EQ(value_of(*cell, FirmCount::smes), core::Cell::not_published());
  EXPECT_EQ(range_of(*cell, FirmCount::smes), (core::stats::Interval{1, 2}));
  EXPECT_EQ(range_of(*cell, FirmCount::fdi_enterprises), (core::stats::Interval{1, 2}));
  EXPECT_EQ(range_of(*cell, FirmCount::employees).low, 15);
  EXPECT_EQ(value_of(*matrix->find(1, 1, 0), FirmCount::smes), core::Cell::of(1)) << "50 billion, of trade";
  rules.leaves_out_firms_without_employees = true;
  matrix = aggregate({.file = path}, rules, country.units());
  ASSERT_VALUE(matrix);
  EXPECT_EQ(value_of(*matrix->find(0, 0, 0), FirmCount::employees), core::Cell::of(15));
  EXPECT_EQ(matrix->of(LeftOut::no_employees).count, 1u);
}

TEST(Aggregation, SectorsOfTheRulesStandInTheMatrixAlsoWithoutFirms) {
  Files files;
  const Country country(2, 2);
  Register rules;
  rules.columns = {.unit = "unit", .sector = "vsic", .employees = "workers"};
  rules.period = "2007";
  rules.sectors = {.digits = 2,
                   .codes = {{"13", "I"}, {"14", "I"}, {"15", "II"}},
                   .groups = {{"I", SectorGroup::industry}}};
  const auto matrix = aggregate({.file = files.write("unit,vsic,workers\nu0,13110,10\nu0,14,300\nu0,99,1\n")},
                                rules, country.units());
  ASSERT_VALUE(matrix);
  EXPECT_THAT(matrix->sectors, ElementsAre("I", "II"));
  ASSERT_EQ(matrix->cells.size(), 1u);
  EXPECT_EQ(matrix->cells[0].smes, 2u) << "300 employees are few enough by the decree of 2001";
  EXPECT_EQ(matrix->of(LeftOut::unknown_sector).count, 1u);
}

TEST(Aggregation, AFirmOnASharedBorderIsInExactlyOneUnitTheFirst) {
  Files files;
  std::vector<core::geom::MultiPolygon> areas(2);
  for (std::size_t i = 0; i < 2; ++i) {
    const double x = 500'000 + static_cast<double>(i) * 1000;
    areas[i].resize(1);
    areas[i][0].outer() = {{x, 1e6}, {x, 1e6 + 1000}, {x + 1000, 1e6 + 1000}, {x + 1000, 1e6}, {x, 1e6}};
  }
  const std::vector<std::string> codes{"west", "east"};
  Register rules = test_data::rules_by_place();
  const auto matrix = aggregate({.file = files.write("lon,lat,vsic,workers,foreign,capital,revenue,year\n"
                                                     "501000,1000500,13,1,0,1,1,2020\n"
                                                     "501000,1001000,13,1,0,1,1,2020\n"
                                                     "502000,1000000,13,1,0,1,1,2020\n")},
                                rules, {codes, areas, "EPSG:32648"});
  ASSERT_VALUE(matrix);
  ASSERT_EQ(matrix->cells.size(), 2u);
  EXPECT_EQ(matrix->cells[0].enterprises, 2u);
  EXPECT_EQ(matrix->cells[1].enterprises, 1u);
}

TEST(Aggregation, PlacesInDegreesMeetUnitsInMetres) {
  Files files;
  const Country country(3, 3);
  std::vector<core::geom::MultiPolygon> in_degrees = country.areas;
  ASSERT_TRUE(io::move_areas(in_degrees, "EPSG:32648", "EPSG:4326"));
  Register rules = test_data::rules_by_place();
  rules.columns.crs = "EPSG:4326";
  std::string text = "lon,lat,vsic,workers,foreign,capital,revenue,year\n";
  for (const auto& area : in_degrees) {
    const auto inside = core::geom::point_inside(area);
    ASSERT_TRUE(inside);
    text += test_data::number_text(inside->x()) + "," + test_data::number_text(inside->y()) +
            ",13,7,0,1,1,2020\n";
  }
  const auto matrix = aggregate({.file = files.write(text)}, rules, country.units());
  ASSERT_VALUE(matrix);
  EXPECT_EQ(matrix->cells.size(), country.areas.size());
  for (const FirmCell& cell : matrix->cells) EXPECT_EQ(cell.employees, 7u);
}

TEST(Aggregation, SaysWhatIsWrongWithTheTable) {
  Files files;
  const Country country(2, 2);
  const Register rules = test_data::rules_by_code();
  const auto of = [&](const std::string& text) {
    return aggregate({.file = files.write(text)}, rules, country.units());
  };
  const auto missing = of("unit,vsic,employees\nu0,13,1\n");
  ASSERT_ERROR(missing, missing_column);
  EXPECT_EQ(missing.error().subject.field, "workers");
  EXPECT_EQ(missing.error().detail, "unit, vsic, employees");
  ASSERT_ERROR(of("id,unit,lon,lat,vsic,workers,foreign,capital,revenue,year\n"), empty_table);
  const auto nothing =
      of("id,unit,lon,lat,vsic,workers,foreign,capital,revenue,year\n1,zz,1,1,13,1,0,1,1,2020\n");
  ASSERT_ERROR(nothing, no_values);
  ASSERT_NE(nothing.error().cause, nullptr);
  EXPECT_EQ(nothing.error().cause->code, core::ErrorCode::firms_left_out);
  std::stop_source stop;
  stop.request_stop();
  ASSERT_ERROR(aggregate({.file = files.write(test_data::csv(some_firms(country, 10, 1)))}, rules,
                         country.units(), {.stop = stop.get_token()}),
               cancelled);
}

TEST(Aggregation, AnyTableOfTheProductMayBeTheRegister) {
  Files files;
  const Country country(2, 2);
  const auto firms = some_firms(country, 200, 7);
  const auto utf8 =
      aggregate({.file = files.write(test_data::csv(firms))}, test_data::rules_by_code(), country.units());
  const auto latin =
      aggregate({.file = files.write(test_data::csv(firms), "latin.csv"), .encoding = "ISO-8859-1"},
                test_data::rules_by_code(), country.units());
  ASSERT_VALUE(utf8);
  ASSERT_VALUE(latin);
  EXPECT_EQ(utf8->cells, latin->cells);
  EXPECT_EQ(utf8->left_out, latin->left_out) << "with the same lines";
}

}  // namespace
}  // namespace vicinia::gis::firms
