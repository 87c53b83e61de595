#include "vicinia/core/geom/dorling.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numbers>
#include <numeric>
#include <tuple>
#include <unordered_map>

namespace vicinia::core::geom {
namespace {

struct Vector {
  double x = 0, y = 0;
};

/// Circles by the square that their centre lies in: only those of the same and of the eight around can overlap.
class Squares {
 public:
  Squares(const std::vector<Vector>& at, double side) : at_(at), side_(side) {
    for (std::size_t i = 0; i < at.size(); ++i) members_[key(column(at[i].x), column(at[i].y))].push_back(i);
  }
  template <class Visit>
  void near(std::size_t circle, Visit visit) const {
    const std::int64_t x = column(at_[circle].x), y = column(at_[circle].y);
    for (std::int64_t dx = -1; dx <= 1; ++dx)
      for (std::int64_t dy = -1; dy <= 1; ++dy)
        if (const auto square = members_.find(key(x + dx, y + dy)); square != members_.end())
          for (const std::size_t other : square->second)
            if (other != circle) visit(other);
  }

 private:
  [[nodiscard]] std::int64_t column(double value) const {
    return static_cast<std::int64_t>(std::floor(value / side_));
  }
  [[nodiscard]] static std::uint64_t key(std::int64_t x, std::int64_t y) {
    return (static_cast<std::uint64_t>(x) << 32U) ^ (static_cast<std::uint64_t>(y) & 0xFFFFFFFFU);
  }
  const std::vector<Vector>& at_;
  double side_;
  std::unordered_map<std::uint64_t, std::vector<std::size_t>> members_;
};

/// Where two centres coincide, the way apart: another for each circle.
Vector way_out(std::size_t circle) {
  constexpr double golden = 2.399963229728653;
  const double angle = golden * static_cast<double>(circle);
  return {std::cos(angle), std::sin(angle)};
}

}  // namespace

// Each step moves all circles at once, from where all stood before it: the order of the circles does not matter.
DorlingLayout dorling_layout(std::span<const Point> places, std::span<const double> radii) {
  constexpr int drawn_back = 200, most_steps = 3'000;
  constexpr double pull = 0.06, half = 0.5, good_enough = 0.002;
  DorlingLayout layout;
  const std::size_t count = places.size();
  if (count == 0) return layout;
  // By place and size, so that circles at the very same place part in the same way whatever their order was.
  std::vector<std::size_t> order(count);
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::sort(order, {},
                    [&](std::size_t i) { return std::tuple(places[i].x(), places[i].y(), radii[i], i); });
  // From the middle of all, so that numbers stay small and a shift of everything shifts the result.
  const Point middle = places[order.front()];
  std::vector<Vector> home(count), at(count), move(count);
  std::vector<double> radius(count);
  for (std::size_t i = 0; i < count; ++i) {
    home[i] = {places[order[i]].x() - middle.x(), places[order[i]].y() - middle.y()};
    radius[i] = radii[order[i]];
  }
  at = home;
  const double side = 2 * *std::ranges::max_element(radius);
  for (int step = 0; step < most_steps; ++step) {
    const Squares squares(at, side);
    layout.largest_overlap = 0;
    const double back = step < drawn_back ? pull * (1 - static_cast<double>(step) / drawn_back) : 0;
    for (std::size_t i = 0; i < count; ++i) {
      Vector sum{};
      squares.near(i, [&](std::size_t j) {
        Vector apart{at[i].x - at[j].x, at[i].y - at[j].y};
        double distance = std::hypot(apart.x, apart.y);
        const double overlap = radius[i] + radius[j] - distance;
        if (overlap <= 0) return;
        layout.largest_overlap = std::max(layout.largest_overlap, overlap / std::min(radius[i], radius[j]));
        if (distance < 1e-9 * side) {
          const Vector out = i < j ? way_out(j) : way_out(i);
          apart = i < j ? Vector{-out.x, -out.y} : out;
          distance = 1;
        }
        const double share = radius[j] / (radius[i] + radius[j]);  // the smaller gives way
        sum.x += apart.x / distance * overlap * share;
        sum.y += apart.y / distance * overlap * share;
      });
      move[i] = {half * sum.x + back * (home[i].x - at[i].x), half * sum.y + back * (home[i].y - at[i].y)};
    }
    if (back == 0 && layout.largest_overlap < good_enough) break;
    // A hair more than is needed: else the last of the overlap is halved for ever.
    const double over = back == 0 ? 1.25 : 1;
    for (std::size_t i = 0; i < count; ++i) {
      at[i].x += over * move[i].x;
      at[i].y += over * move[i].y;
    }
  }
  layout.centres.resize(count);
  for (std::size_t i = 0; i < count; ++i)
    layout.centres[order[i]] = Point(middle.x() + at[i].x, middle.y() + at[i].y);
  return layout;
}

Polygon circle(const Point& centre, double radius, int corners) {
  Polygon polygon;
  for (int i = 0; i <= corners; ++i) {  // clockwise, and closed
    const double angle = -2 * std::numbers::pi * (i % corners) / corners;
    polygon.outer().push_back(
        Point(centre.x() + radius * std::cos(angle), centre.y() + radius * std::sin(angle)));
  }
  return polygon;
}

}  // namespace vicinia::core::geom
