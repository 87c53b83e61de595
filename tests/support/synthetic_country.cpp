#include "support/synthetic_country.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <cmath>

namespace vicinia::test {
namespace {

using core::geom::Point;
using core::geom::Ring;

class Maker {
 public:
  explicit Maker(const CountryOptions& options) : o_(options) {}

  SyntheticCountry make() const {
    SyntheticCountry country;
    country.areas.resize(o_.columns * o_.rows);
    tbb::parallel_for(std::size_t{0}, country.areas.size(), [&](std::size_t unit) {
      country.areas[unit].resize(1);
      country.areas[unit][0].outer() = ring(unit / o_.columns, unit % o_.columns);
    });
    for (std::size_t row = 0; row < o_.rows; ++row)
      for (std::size_t column = 0; column < o_.columns; ++column) add_pairs(country, row, column);
    for (auto* pairs : {&country.edges, &country.corners}) std::sort(pairs->begin(), pairs->end());
    return country;
  }

 private:
  /// Half a unit is one step along a line between rows.
  [[nodiscard]] std::size_t offset(std::size_t row) const { return o_.bricks ? row % 2 : 0; }
  [[nodiscard]] std::uint64_t number(std::size_t line, std::size_t step) const {
    return line * (2 * o_.columns + 2) + step;
  }

  [[nodiscard]] Point node(std::size_t line, std::size_t step) const {
    const std::uint64_t here = number(line, step);
    const double aside = noise(o_.seed, here, 1);
    // The root makes the far ends more likely than the middle.
    const double shift =
        o_.short_borders ? 0.245 * std::copysign(std::sqrt(std::abs(aside)), aside) : 0.08 * aside;
    const double x = static_cast<double>(step) / 2 + shift;
    const double y = static_cast<double>(line) + 0.12 * noise(o_.seed, here, 2);
    return {500'000 + o_.side_m * x, 1'000'000 + o_.side_m * y};
  }

  /// Puts the vertices between two places of a border, by displacing midpoints less and less.
  void bend(Ring& line, std::size_t low, std::size_t high, std::uint64_t border, double strength) const {
    if (high - low < 2) return;
    const std::size_t middle = (low + high) / 2;
    const Point a = line[low], b = line[high];
    const double share = static_cast<double>(middle - low) / static_cast<double>(high - low);
    const double aside = strength * noise(o_.seed, border, middle + 3);
    const double dx = b.x() - a.x(), dy = b.y() - a.y();
    line[middle] = {a.x() + share * dx - aside * dy, a.y() + share * dy + aside * dx};
    bend(line, low, middle, border, strength * o_.bend_decay);
    bend(line, middle, high, border, strength * o_.bend_decay);
  }

  /// The border, without its last node, in either direction.
  void add(Ring& ring, const Point& from, const Point& to, std::uint64_t border, std::size_t vertices,
           bool backward) const {
    Ring line;
    line.resize(vertices + 2);
    line.front() = from;
    line.back() = to;
    bend(line, 0, vertices + 1, border, 0.08);
    if (backward)
      ring.insert(ring.end(), line.rbegin(), line.rend() - 1);
    else
      ring.insert(ring.end(), line.begin(), line.end() - 1);
  }
  void add_level(Ring& ring, std::size_t line, std::size_t step, bool backward) const {
    add(ring, node(line, step), node(line, step + 1), 2 * number(line, step), o_.vertices_per_side / 2,
        backward);
  }
  void add_upright(Ring& ring, std::size_t row, std::size_t step, bool backward) const {
    add(ring, node(row, step), node(row + 1, step), 2 * number(row, step) + 1, o_.vertices_per_side,
        backward);
  }

  [[nodiscard]] Ring ring(std::size_t row, std::size_t column) const {
    const std::size_t step = 2 * column + offset(row);
    Ring ring;
    ring.reserve(4 * o_.vertices_per_side + 8);
    add_upright(ring, row, step, false);
    add_level(ring, row + 1, step, false);
    add_level(ring, row + 1, step + 1, false);
    add_upright(ring, row, step + 2, true);
    add_level(ring, row, step + 1, true);
    add_level(ring, row, step, true);
    ring.push_back(ring.front());
    return ring;
  }

  void add_pairs(SyntheticCountry& country, std::size_t row, std::size_t column) const {
    const auto unit = [&](std::size_t r, std::size_t c) {
      return static_cast<std::uint32_t>(r * o_.columns + c);
    };
    if (column + 1 < o_.columns) country.edges.emplace_back(unit(row, column), unit(row, column + 1));
    if (row + 1 == o_.rows) return;
    const auto above = [&](std::size_t c) { return std::pair{unit(row, column), unit(row + 1, c)}; };
    country.edges.push_back(above(column));
    auto& aside = o_.bricks ? country.edges : country.corners;
    const bool shifted = offset(row) == 1;
    if (column > 0 && !(o_.bricks && shifted)) aside.push_back(above(column - 1));
    if (column + 1 < o_.columns && !(o_.bricks && !shifted)) aside.push_back(above(column + 1));
  }

  CountryOptions o_;
};

}  // namespace

double noise(std::uint64_t seed, std::uint64_t a, std::uint64_t b) {
  std::uint64_t h = seed * 0x9E3779B97F4A7C15ULL + a;
  for (const std::uint64_t next : {b, std::uint64_t{0x5851F42D4C957F2DULL}}) {
    h = (h ^ (h >> 30)) * 0xBF58476D1CE4E5B9ULL;
    h = (h ^ (h >> 27)) * 0x94D049BB133111EBULL;
    h = (h ^ (h >> 31)) + next;
  }
  h = (h ^ (h >> 30)) * 0xBF58476D1CE4E5B9ULL;
  return static_cast<double>(h >> 11) * 0x1p-52 - 1;
}

SyntheticCountry make_country(const CountryOptions& options) { return Maker(options).make(); }

}  // namespace vicinia::test
