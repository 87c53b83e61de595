// Properties of the layout of a Dorling cartogram, over generated circles.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>

#include "vicinia/core/geom/dorling.h"
#include "vicinia/core/geom/measures.h"

namespace {

using namespace vicinia::core::geom;

struct Circles {
  std::vector<Point> places;
  std::vector<double> radii;
};

/// As agglomerations are: some crowds, and others far away; radii from hardly anything to large.
Circles circles_of(unsigned seed, std::size_t count) {
  std::mt19937 random(seed);
  std::uniform_real_distribution<double> anywhere(0, 1e6), share(0, 1);
  std::normal_distribution<double> near(0, 2e4);
  Circles circles;
  const Point crowd(5e5, 5e5);
  for (std::size_t i = 0; i < count; ++i) {
    const bool is_crowded = share(random) < 0.6;
    circles.places.emplace_back(is_crowded ? crowd.x() + near(random) : anywhere(random),
                                is_crowded ? crowd.y() + near(random) : anywhere(random));
    circles.radii.push_back(2'000 + 40'000 * std::pow(share(random), 3));
  }
  return circles;
}

double largest_overlap(const Circles& circles, const std::vector<Point>& at) {
  double largest = 0;
  for (std::size_t i = 0; i < at.size(); ++i)
    for (std::size_t j = 0; j < i; ++j) {
      const double overlap =
          circles.radii[i] + circles.radii[j] - std::hypot(at[i].x() - at[j].x(), at[i].y() - at[j].y());
      largest = std::max(largest, overlap / std::min(circles.radii[i], circles.radii[j]));
    }
  return largest;
}

TEST(DorlingLayout, NoCircleCoversAnother) {
  for (unsigned seed = 1; seed <= 20; ++seed) {
    const Circles circles = circles_of(seed, 10 + 12 * seed);
    const DorlingLayout layout = dorling_layout(circles.places, circles.radii);
    ASSERT_EQ(layout.centres.size(), circles.places.size());
    EXPECT_LT(largest_overlap(circles, layout.centres), 0.01) << "seed " << seed;
  }
}

TEST(DorlingLayout, CirclesThatDoNotMeetStayWhereTheyAre) {
  const Circles far{{Point(0, 0), Point(100, 0), Point(0, 300)}, {10, 20, 50}};
  const DorlingLayout layout = dorling_layout(far.places, far.radii);
  for (std::size_t i = 0; i < 3; ++i) {
    EXPECT_NEAR(layout.centres[i].x(), far.places[i].x(), 1e-9);
    EXPECT_NEAR(layout.centres[i].y(), far.places[i].y(), 1e-9);
  }
  EXPECT_EQ(layout.largest_overlap, 0);
}

TEST(DorlingLayout, TheOrderOfTheCirclesDoesNotMatter) {
  const Circles circles = circles_of(7, 120);
  std::vector<std::size_t> shuffled(circles.places.size());
  std::iota(shuffled.begin(), shuffled.end(), std::size_t{0});
  std::shuffle(shuffled.begin(), shuffled.end(), std::mt19937(3));
  Circles other;
  for (const std::size_t i : shuffled) {
    other.places.push_back(circles.places[i]);
    other.radii.push_back(circles.radii[i]);
  }
  const DorlingLayout one = dorling_layout(circles.places, circles.radii),
                      two = dorling_layout(other.places, other.radii);
  for (std::size_t i = 0; i < shuffled.size(); ++i) {
    EXPECT_EQ(one.centres[shuffled[i]].x(), two.centres[i].x());
    EXPECT_EQ(one.centres[shuffled[i]].y(), two.centres[i].y());
  }
}

TEST(DorlingLayout, CirclesAtOnePlacePart) {
  const Circles same{std::vector<Point>(9, Point(5, 5)), std::vector<double>(9, 3)};
  EXPECT_LT(largest_overlap(same, dorling_layout(same.places, same.radii).centres), 0.01);
}

TEST(DorlingLayout, NothingIsLaidOutAsNothing) { EXPECT_TRUE(dorling_layout({}, {}).centres.empty()); }

TEST(Circle, HasTheAreaOfACircleNearly) {
  const MultiPolygon area{circle(Point(1e6, 2e6), 1'000)};
  EXPECT_NEAR(*area_m2(area), 3.14159265 * 1e6, 0.003 * 3.14159265 * 1e6);
  EXPECT_TRUE(covers(area, Point(1e6, 2e6)));
}

}  // namespace
