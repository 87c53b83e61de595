#include "vicinia/core/geom/thiessen.h"

#include "vicinia/core/geom/overlay.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <boost/geometry/geometry.hpp>
#include <cmath>
#include <cstddef>
#include <limits>
#include <numeric>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "vicinia/core/geom/measures.h"

namespace vicinia::core::geom {
namespace {

namespace bg = boost::geometry;

MultiPolygon from_wkt(const std::string& wkt) {
  MultiPolygon result;
  bg::read_wkt(wkt, result);
  bg::correct(result);
  return result;
}

const std::string square_wkt = "MULTIPOLYGON(((0 0,0 1000,1000 1000,1000 0,0 0)))";

/// A region like a province: 63 vertices around a wavy circle, a lake, and an island.
MultiPolygon coast(double x0, double y0, double radius) {
  Polygon land;
  Ring lake;
  Ring island;
  for (int i = 0; i < 63; ++i) {
    const double angle = 2 * M_PI * i / 63;
    const double r = radius * (1 + 0.2 * std::sin(5 * angle) + 0.05 * std::cos(17 * angle));
    land.outer().emplace_back(x0 + r * std::cos(angle), y0 + r * std::sin(angle));
    lake.emplace_back(x0 + 0.2 * radius * std::cos(angle), y0 + 0.15 * radius * std::sin(angle));
    island.emplace_back(x0 + 1.6 * radius + 0.1 * radius * std::cos(angle),
                        y0 + 0.2 * radius * std::sin(angle));
  }
  land.inners().push_back(lake);
  MultiPolygon region{land, Polygon{island}};
  bg::correct(region);
  return region;
}

std::vector<Point> random_points(unsigned seed, std::size_t count, const Point& middle, double radius) {
  std::mt19937 random(seed);
  const auto coordinate = [&](double around) {
    return around +
           radius * (2 * static_cast<double>(random()) / static_cast<double>(std::mt19937::max()) - 1);
  };
  std::vector<Point> points;
  for (std::size_t i = 0; i < count; ++i) {
    const double x = coordinate(middle.x());
    points.emplace_back(x, coordinate(middle.y()));
  }
  return points;
}

double total_area(const std::vector<MultiPolygon>& areas) {
  return std::accumulate(areas.begin(), areas.end(), 0.0,
                         [](double sum, const MultiPolygon& area) { return sum + bg::area(area); });
}

std::vector<std::pair<double, double>> vertices(const MultiPolygon& area) {
  std::vector<std::pair<double, double>> all;
  bg::for_each_point(area, [&](const Point& p) { all.emplace_back(p.x(), p.y()); });
  return all;
}

struct Case {
  std::string name;
  std::vector<Point> sites;
  MultiPolygon region;
};

std::vector<Case> cases() {
  const Point middle{550'000, 1'200'000};
  const MultiPolygon region = coast(middle.x(), middle.y(), 40'000);
  std::vector<Case> all;
  for (unsigned seed = 1; seed <= 20; ++seed)
    all.push_back(
        {"random " + std::to_string(seed), random_points(seed, 2 + 3 * seed, middle, 60'000), region});
  all.push_back({"crowd", random_points(99, 700, middle, 30'000), region});
  all.push_back({"far outside", random_points(7, 12, {middle.x() + 900'000, middle.y()}, 20'000), region});
  all.push_back({"two", {{middle.x() - 5, middle.y()}, {middle.x() + 9'000, middle.y() + 1}}, region});
  all.push_back({"near each other",
                 {middle, {middle.x() + 0.03, middle.y()}, {middle.x(), middle.y() + 0.05}},
                 region});
  Case line{"on one line", {}, region};
  Case lattice{"on a lattice", {}, region};  // every inner vertex has four cells
  Case circle{"on one circle", {}, region};  // one vertex has them all
  for (int i = -6; i <= 6; ++i) {
    line.sites.emplace_back(middle.x() + 4'000 * i, middle.y() + 2'000 * i);
    for (int j = -6; j <= 6; ++j) lattice.sites.emplace_back(middle.x() + 7'000 * i, middle.y() + 7'000 * j);
    circle.sites.emplace_back(middle.x() + 30'000 * std::cos(i), middle.y() + 30'000 * std::sin(i));
  }
  all.push_back(line);
  all.push_back(lattice);
  all.push_back(circle);
  Case bent{"almost on one line", line.sites, region};
  bent.sites[3] = {bent.sites[3].x() + 0.01, bent.sites[3].y()};
  all.push_back(bent);
  return all;
}

TEST(Thiessen, TwoPointsHalveASquare) {
  const std::vector<Point> sites{{250, 500}, {750, 500}};
  const auto areas = thiessen_areas(sites, from_wkt(square_wkt));
  ASSERT_TRUE(areas);
  ASSERT_EQ(areas->size(), 2U);
  EXPECT_TRUE(same_ground((*areas)[0], from_wkt("MULTIPOLYGON(((0 0,0 1000,500 1000,500 0,0 0)))")));
  EXPECT_TRUE(same_ground((*areas)[1], from_wkt("MULTIPOLYGON(((500 0,500 1000,1000 1000,1000 0,500 0)))")));
}

TEST(Thiessen, TwoPointsOnADiagonalMakeTriangles) {
  const std::vector<Point> sites{{300, 300}, {700, 700}};
  const auto areas = thiessen_areas(sites, from_wkt(square_wkt));
  ASSERT_TRUE(areas);
  EXPECT_NEAR(bg::area((*areas)[0]), 500'000, 1e-6);
  EXPECT_TRUE(covers((*areas)[0], {10, 980}));
  EXPECT_FALSE(covers((*areas)[0], {30, 980}));
}

TEST(Thiessen, FourPointsQuarterASquare) {
  const std::vector<Point> sites{{250, 250}, {750, 250}, {250, 750}, {750, 750}};
  const auto areas = thiessen_areas(sites, from_wkt(square_wkt));
  ASSERT_TRUE(areas);
  for (const MultiPolygon& area : *areas) EXPECT_DOUBLE_EQ(bg::area(area), 250'000);
  EXPECT_TRUE(
      same_ground((*areas)[3], from_wkt("MULTIPOLYGON(((500 500,500 1000,1000 1000,1000 500,500 500)))")));
}

TEST(Thiessen, HexagonAroundOnePointHasItsClosedArea) {
  std::vector<Point> sites{{5'000, 5'000}};
  for (int i = 0; i < 6; ++i)
    sites.emplace_back(5'000 + 1'000 * std::cos(i * M_PI / 3), 5'000 + 1'000 * std::sin(i * M_PI / 3));
  const auto areas = thiessen_areas(sites, from_wkt("MULTIPOLYGON(((0 0,0 10000,10000 10000,10000 0,0 0)))"));
  ASSERT_TRUE(areas);
  // A regular hexagon with an inradius of 500 m; sites are put on a grid of 1 cm.
  EXPECT_NEAR(bg::area((*areas)[0]), 2 * std::sqrt(3.0) * 500 * 500, 30);
}

TEST(Thiessen, OnePointGetsTheWholeRegion) {
  const MultiPolygon region = coast(550'000, 1'200'000, 40'000);
  const std::vector<Point> sites{{551'000, 1'230'000}};
  const auto areas = thiessen_areas(sites, region);
  ASSERT_TRUE(areas);
  ASSERT_EQ(areas->size(), 1U);
  EXPECT_TRUE(same_ground(areas->front(), region));
}

TEST(Thiessen, AreasMakeTheRegion) {
  for (const Case& c : cases()) {
    const auto areas = thiessen_areas(c.sites, c.region);
    ASSERT_TRUE(areas) << c.name;
    EXPECT_NEAR(total_area(*areas) / bg::area(c.region), 1, 1e-9) << c.name;
  }
}

TEST(Thiessen, AreasAreValidAndDoNotOverlap) {
  for (const Case& c : cases()) {
    const auto areas = thiessen_areas(c.sites, c.region);
    ASSERT_TRUE(areas) << c.name;
    for (std::size_t i = 0; i < areas->size(); ++i) {
      EXPECT_EQ(fault_of((*areas)[i]), "") << c.name << ", site " << i;
      if (c.sites.size() > 200) continue;  // every pair of the others is enough
      for (std::size_t j = i + 1; j < areas->size(); ++j) {
        const auto both = intersection((*areas)[i], (*areas)[j]);
        ASSERT_TRUE(both);
        EXPECT_LT(bg::area(*both), 1e-3) << c.name << ", sites " << i << " and " << j;
      }
    }
  }
}

TEST(Thiessen, EverySiteInTheRegionIsInItsOwnArea) {
  for (const Case& c : cases()) {
    const auto areas = thiessen_areas(c.sites, c.region);
    ASSERT_TRUE(areas) << c.name;
    for (std::size_t i = 0; i < c.sites.size(); ++i)
      EXPECT_EQ(covers((*areas)[i], c.sites[i]), covers(c.region, c.sites[i])) << c.name << ", site " << i;
  }
}

TEST(Thiessen, EveryPlaceBelongsToItsNearestSite) {
  for (const Case& c : cases()) {
    const auto areas = thiessen_areas(c.sites, c.region);
    ASSERT_TRUE(areas) << c.name;
    for (const Point& place : random_points(4711, 200, {550'000, 1'200'000}, 50'000)) {
      if (!covers(c.region, place)) continue;
      std::vector<double> distances;
      for (const Point& site : c.sites) distances.push_back(bg::distance(site, place));
      const auto nearest = std::min_element(distances.begin(), distances.end());
      std::vector<double> others(distances);
      others.erase(others.begin() + (nearest - distances.begin()));
      if (*std::min_element(others.begin(), others.end()) - *nearest < 2 * thiessen_grid_m)
        continue;  // on a border
      EXPECT_TRUE(covers((*areas)[static_cast<std::size_t>(nearest - distances.begin())], place)) << c.name;
    }
  }
}

TEST(Thiessen, OrderOfSitesDoesNotMatter) {
  for (const Case& c : cases()) {
    std::vector<std::size_t> order(c.sites.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::shuffle(order.begin(), order.end(), std::mt19937(5));
    std::vector<Point> shuffled;
    for (const std::size_t i : order) shuffled.push_back(c.sites[i]);
    const auto expected = thiessen_areas(c.sites, c.region);
    const auto found = thiessen_areas(shuffled, c.region);
    ASSERT_TRUE(expected && found) << c.name;
    for (std::size_t i = 0; i < order.size(); ++i)
      EXPECT_EQ(vertices((*found)[i]), vertices((*expected)[order[i]])) << c.name << ", site " << order[i];
  }
}

TEST(Thiessen, HoleAndPartsAreKept) {
  const MultiPolygon region = from_wkt(
      "MULTIPOLYGON(((0 0,0 1000,1000 1000,1000 0,0 0),(400 400,600 400,600 600,400 600,400 400)),"
      "((2000 0,2000 1000,3000 1000,3000 0,2000 0)))");
  const std::vector<Point> sites{{500, 200}, {500, 800}};
  const auto areas = thiessen_areas(sites, region);
  ASSERT_TRUE(areas);
  for (const MultiPolygon& area : *areas) {
    EXPECT_EQ(area.size(), 2U);
    EXPECT_NEAR(bg::area(area), 480'000 + 500'000, 1e-6);
    EXPECT_FALSE(covers(area, {500, 500}));
  }
}

TEST(Thiessen, SitesOutsideGetWhatIsNearestOrNothing) {
  const std::vector<Point> sites{{500, 500}, {1'400, 500}, {90'000, 500}};
  const auto areas = thiessen_areas(sites, from_wkt(square_wkt));
  ASSERT_TRUE(areas);
  EXPECT_NEAR(bg::area((*areas)[0]), 950'000, 1e-6);
  EXPECT_NEAR(bg::area((*areas)[1]), 50'000, 1e-6);
  EXPECT_TRUE((*areas)[2].empty());
}

TEST(Thiessen, MovingEverythingMovesTheAreas) {
  const MultiPolygon region = coast(0, 0, 40'000);
  const std::vector<Point> sites = random_points(3, 25, {0, 0}, 40'000);
  std::vector<Point> moved_sites;
  for (const Point& site : sites) moved_sites.emplace_back(site.x() + 600'000, site.y() + 2'000'000);
  const auto here = thiessen_areas(sites, region);
  const auto there = thiessen_areas(moved_sites, coast(600'000, 2'000'000, 40'000));
  ASSERT_TRUE(here && there);
  for (std::size_t i = 0; i < sites.size(); ++i)
    EXPECT_NEAR(bg::area((*here)[i]), bg::area((*there)[i]), 2 * thiessen_grid_m * 300'000);
}

TEST(Thiessen, SamePlaceTwiceIsAnError) {
  const std::vector<Point> sites{{100, 100}, {700, 200}, {300, 300}, {700.001, 200}};
  const auto areas = thiessen_areas(sites, from_wkt(square_wkt));
  ASSERT_FALSE(areas);
  EXPECT_EQ(areas.error().code, ErrorCode::duplicate_point);
  EXPECT_EQ(areas.error().subject.id, "3");
  EXPECT_EQ(areas.error().detail, "1");
}

TEST(Thiessen, BadInputIsNamed) {
  const MultiPolygon square = from_wkt(square_wkt);
  const double nan = std::numeric_limits<double>::quiet_NaN();
  const auto code = [](const std::vector<Point>& sites, const MultiPolygon& region) {
    const auto areas = thiessen_areas(sites, region);
    return areas ? ErrorCode::internal : areas.error().code;
  };
  EXPECT_EQ(code({}, square), ErrorCode::no_values);
  EXPECT_EQ(code({{1, 1}}, {}), ErrorCode::empty_geometry);
  EXPECT_EQ(code({{1, nan}}, square), ErrorCode::non_finite_coordinate);
  EXPECT_EQ(code({{1, 1}, {1e9, 1}}, square), ErrorCode::invalid_argument);
  EXPECT_EQ(code({{106, 10}}, from_wkt("MULTIPOLYGON(((105 10,105 11,107 11,107 10,105 10)))")),
            ErrorCode::geographic_coordinates);
}

}  // namespace
}  // namespace vicinia::core::geom
