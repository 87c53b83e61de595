/// \file map_spec.h
/// What a map shows, as plain values: made by app/workspace, drawn by the engine. Complete in itself: the engine
/// remembers nothing that a later request would need.
/// Units:   extents in metres of `crs`; sizes in device pixels; line widths in millimetres, text in points, both
///          at `dpi`.
/// Missing: a unit's state says whether it has a number; `values` is read only where it has.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace vicinia::gis::map {

struct Colour {
  std::uint8_t red = 0, green = 0, blue = 0, alpha = 255;
  friend bool operator==(const Colour&, const Colour&) = default;
};

struct Extent {
  double min_x = 0, min_y = 0, max_x = 0, max_y = 0;
  [[nodiscard]] double width() const { return max_x - min_x; }
  [[nodiscard]] double height() const { return max_y - min_y; }
  friend bool operator==(const Extent&, const Extent&) = default;
};

/// Polygons that a layer draws: a FlatGeobuf file in the private folder of the session, one feature per unit, in
/// the order of `values`; fields `code`, `name_vi`, `name_en`. The hash names the content: same hash, same bytes.
struct LayerSource {
  std::string file{};
  std::string content_hash{};
  friend bool operator==(const LayerSource&, const LayerSource&) = default;
};

struct Stroke {
  Colour colour{};
  double width_mm = 0.1;
  bool dashed = false;
  friend bool operator==(const Stroke&, const Stroke&) = default;
};

enum class FillPattern : std::uint8_t { solid, hatched, none };

/// How one legend entry is drawn. A hatch has `colour` lines on `background`.
struct Fill {
  FillPattern pattern = FillPattern::solid;
  Colour colour{};
  Colour background{255, 255, 255, 255};
  friend bool operator==(const Fill&, const Fill&) = default;
};

/// lower ≤ value < upper; the last class of a layer includes its upper bound.
struct ClassStyle {
  double lower = 0, upper = 0;
  Fill fill{};
  std::string label{};  ///< as it stands in the legend
  friend bool operator==(const ClassStyle&, const ClassStyle&) = default;
};

enum class ValueState : std::uint8_t { not_published, zero, value, undefined, outside };

/// Units coloured by class. A zero takes `zero` when it is set, else the class that holds 0.
/// `outside`: not part of what is shown (another province in a provincial figure); drawn with `outside_fill`.
struct ChoroplethLayer {
  LayerSource source{};
  std::string name{};  ///< for a person: layer name in a QGIS project
  std::vector<double> values{};
  std::vector<ValueState> states{};
  std::vector<ClassStyle> classes{};
  bool has_zero_class = false;
  ClassStyle zero{};
  ClassStyle not_published{};
  ClassStyle undefined{};
  Fill outside_fill{};
  Stroke border{};
  friend bool operator==(const ChoroplethLayer&, const ChoroplethLayer&) = default;
};

/// Outlines only: province borders, a selected unit, an agglomeration. An empty `features` means all.
struct OutlineLayer {
  LayerSource source{};
  std::string name{};
  std::vector<std::uint32_t> features{};
  Stroke stroke{};
  Stroke halo{{}, 0};  ///< drawn beneath where its width is more than 0
  Fill fill{FillPattern::none, {}, {}};
  friend bool operator==(const OutlineLayer&, const OutlineLayer&) = default;
};

/// Names set at the units. They are shown only where the map's scale denominator is at most `max_scale`
/// (0: always), and never over one another.
struct LabelLayer {
  LayerSource source{};
  std::string name{};
  std::string field = "name_vi";
  std::vector<std::uint32_t> features{};
  double size_pt = 8.0;
  bool bold = false;
  Colour colour{40, 40, 40, 255};
  double max_scale = 0.0;
  std::uint8_t priority = 5;  ///< 0 … 10; the higher wins the place
  friend bool operator==(const LabelLayer&, const LabelLayer&) = default;
};

struct Position {
  double x = 0, y = 0;
  friend bool operator==(const Position&, const Position&) = default;
};
using Polyline = std::vector<Position>;  ///< at least two positions; closed where the last is the first

/// Lines that no source holds, because they follow from an analysis: the outline of an agglomeration, a link made by hand. They
/// are in the CRS of the map. All casings are drawn first, so that none covers the line of a neighbour.
struct LineLayer {
  std::string name{};
  std::vector<Polyline> lines{};
  Stroke stroke{};
  Stroke casing{{}, 0};  ///< drawn beneath where its width is more than 0
  friend bool operator==(const LineLayer&, const LineLayer&) = default;
};

/// A sign on a map and in its legend: a disc with a character or two, in a ring, in a halo.
struct Badge {
  std::string text{};
  double diameter_mm = 0;  ///< of the disc, ring included; 0: no badge
  double raised_mm = 0;    ///< how far its middle stands above the place that it marks
  Colour ground{}, ink{};
  double ring_mm = 0;
  Stroke halo{{}, 0};  ///< around the ring
  friend bool operator==(const Badge&, const Badge&) = default;
};

/// The same badge at several places, in the CRS of the map.
struct BadgeLayer {
  std::string name{};
  Badge badge{};
  std::vector<Position> at{};
  friend bool operator==(const BadgeLayer&, const BadgeLayer&) = default;
};

using Layer = std::variant<ChoroplethLayer, OutlineLayer, LabelLayer, LineLayer, BadgeLayer>;

struct MapSpec {
  std::string crs{};  ///< e.g. "EPSG:32648"
  Extent extent{};
  std::uint32_t width_px = 0, height_px = 0;
  double dpi = 96.0;
  Colour background{255, 255, 255, 255};
  std::vector<Layer> layers{};  ///< the first is drawn lowest
  friend bool operator==(const MapSpec&, const MapSpec&) = default;
};

/// A map of these sides can be drawn; larger ones are refused.
inline constexpr std::uint32_t max_side_px = 16384;

/// Smallest extent that contains both.
[[nodiscard]] inline Extent united(const Extent& a, const Extent& b) {
  return {std::min(a.min_x, b.min_x), std::min(a.min_y, b.min_y), std::max(a.max_x, b.max_x),
          std::max(a.max_y, b.max_y)};
}

/// Smallest extent that contains `extent` and has the proportions of width × height.
[[nodiscard]] Extent fitted(const Extent& extent, double width, double height, double margin_share = 0.03);

}  // namespace vicinia::gis::map
