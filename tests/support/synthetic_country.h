/// \file synthetic_country.h
/// Made-up countries of any size with known neighbours: rows of districts with crooked borders, shared exactly.
/// Units:   metres. The same options give the same country, on any machine with IEEE arithmetic.
/// Cost:    O(vertices); parallel over units.
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "vicinia/core/geom/types.h"

namespace vicinia::test {

struct CountryOptions {
  std::size_t columns = 10;
  std::size_t rows = 10;
  std::size_t vertices_per_side = 16;  ///< a unit has about four times as many
  std::uint64_t seed = 1;
  bool bricks = true;  ///< every other row half a unit further: three units meet at a node; else four
  double side_m = 10'000;
  double bend_decay =
      0.5;  ///< how much of its bends a border keeps at half the scale: 0.5 is smooth, 0.9 crooked all the way down
  bool short_borders = false;  ///< of bricks: nodes lie up to a quarter of a unit aside, and some nearly meet
};

struct SyntheticCountry {
  using Pair = std::pair<std::uint32_t, std::uint32_t>;
  std::vector<core::geom::MultiPolygon> areas{};  ///< [row × columns + column]
  std::vector<Pair> edges{};                      ///< ascending
  std::vector<Pair> corners{};                    ///< ascending
};

[[nodiscard]] SyntheticCountry make_country(const CountryOptions& options);

/// A number in [-1, 1) that depends on nothing but these.
[[nodiscard]] double noise(std::uint64_t seed, std::uint64_t a, std::uint64_t b = 0);

}  // namespace vicinia::test
