/// \file dirty_country.h
/// Countries as people digitise them, with neighbours that are known: a clean synthetic country
/// (synthetic_country.h) is divided into provinces, and each province (or unit) draws its borders for itself,
/// wrong by up to half of `dirt_m`. Units:   metres. The sides of a border are nowhere further apart than
/// dirt_m. The same options give the same country. Cost:    O(vertices log vertices); parallel over units.
/// The truth: `edges` are the pairs whose border on the clean map is longer than `least_border_m` = 3 ×
/// dirt_m. What a map that is wrong by dirt_m cannot tell is `undecidable` and counts neither way: pairs with
/// a shorter border, pairs that meet in a point, the pairs at either end of such a border, and two copies of
/// one unit. No other pair is a neighbour.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "vicinia/core/geom/types.h"
#include "vicinia/core/topology/borders.h"

namespace vicinia::test {

enum class Dirt : std::uint8_t {
  resampled,  ///< provinces have other vertices along their seams, and other ends of their districts' borders
  shifted,    ///< each province lies elsewhere, as a whole
  moved,      ///< one province in twenty lies elsewhere; all others are clean
  generalised,  ///< each province is simplified (Douglas-Peucker) by a tolerance of its own; its neighbour's
                ///< nodes are lost
  twice,        ///< as resampled, but every unit by itself: each border of the country is drawn twice
  overlaps,     ///< provinces reach over their seams
  gaps,         ///< provinces draw back from their seams
  inlets,   ///< borders that reach the sea part towards it (there are bays): no ring of units closes around
            ///< the gap
  rivers,   ///< a channel of constant width along every seam of provinces, open to the sea: neighbours across
            ///< it
  straits,  ///< channels of 1.5 km and more between rows of provinces, which are no neighbours; other seams
            ///< as resampled
  duplicates,   ///< one unit in fifty stands there twice, under two numbers; seams as resampled
  enclaves,     ///< one unit in fifty has another drawn upon it, without a hole for it; seams as resampled
  t_junctions,  ///< straight sides of 20 km without a vertex where others meet them, which lie beside them
  slivers,      ///< every vertex of every border is moved, on either side by itself
  split,        ///< one unit in ten comes in two parts that meet along a line; seams as resampled
  mixed  ///< each province has one of resampled, generalised, twice, overlaps, gaps, rivers, slivers; and
         ///< some of the rest
};
inline constexpr std::size_t dirt_count = 16;
[[nodiscard]] std::string name_of(Dirt kind);

struct DirtOptions {
  Dirt kind = Dirt::mixed;
  double dirt_m = 50;
  std::size_t units = 700;  ///< about; a rectangle of units of side_m
  std::size_t vertices_per_side = 32;
  std::uint64_t seed = 1;
  double side_m = 20'000;
};

struct DirtyCountry {
  using Pair = std::pair<std::uint32_t, std::uint32_t>;
  std::vector<core::geom::MultiPolygon> areas{};
  std::vector<std::uint32_t> province{};  ///< of each unit: groups of 4 to 16
  std::vector<Pair> edges{};              ///< ascending
  std::vector<Pair> undecidable{};        ///< ascending; none of `edges`
  double least_border_m = 0;
};

[[nodiscard]] DirtyCountry make_dirty_country(const DirtOptions& options);

/// The same country in degrees, by one linear map: what is straight stays so, within rounding.
[[nodiscard]] std::vector<core::geom::MultiPolygon> in_degrees(std::vector<core::geom::MultiPolygon> areas);

/// How well links that were found agree with the truth; undecidable pairs are left out.
struct Accuracy {
  std::size_t found = 0, right = 0, wanted = 0;
  std::vector<DirtyCountry::Pair> missing{}, wrong{};
  [[nodiscard]] double precision() const {
    return found == 0 ? 1 : static_cast<double>(right) / static_cast<double>(found);
  }
  [[nodiscard]] double recall() const {
    return wanted == 0 ? 1 : static_cast<double>(right) / static_cast<double>(wanted);
  }
};
[[nodiscard]] Accuracy accuracy(const DirtyCountry& country, std::span<const core::topology::Border> rows,
                                const core::topology::LinkRule& rule = {});

}  // namespace vicinia::test
