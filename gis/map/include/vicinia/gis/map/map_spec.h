/// \file map_spec.h
/// What a map shows, as plain values: made by app/workspace, drawn by the engine. Complete in itself: the engine
/// remembers nothing that a later request would need.
/// A map is a list of sources, which have ids, and a list of layers, which name a source and a slot in the order of drawing.
/// Units:   extents in metres of `crs`; sizes in device pixels; line widths and markers in millimetres, text in points, all
///          at `dpi`.
/// Missing: a unit's state says whether it has a number; `values` and `categories_of` are read only where it has.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
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

/// Where features come from: a FlatGeobuf file in the private folder of the session, with one kind of geometry (areas, lines or points);
/// what belongs to the features comes with the layers, in their order. Areas of units have the fields `code`, `name_vi`, `name_en`.
/// The hash names the content: same hash, same bytes.
struct LayerSource {
  std::string id{};  ///< by which layers name it; no other source of the map has it
  std::string file{};
  std::string content_hash{};
  friend bool operator==(const LayerSource&, const LayerSource&) = default;
};

/// Where a layer stands in the drawing: the first is the lowest. Layers of one slot are drawn in the order of the list, and the order in
/// which layers of several slots are listed means nothing.
enum class Slot : std::uint8_t {
  base,      ///< land, sea: what is there whatever is mapped
  areas,     ///< units coloured by a variable
  hatches,   ///< areas that are marked over their colour
  borders,   ///< of units and provinces
  outlines,  ///< of what was found or chosen: agglomerations, the selected unit
  symbols,   ///< at places: points, symbols in proportion to a value
  labels,    ///< names
  marks      ///< what people or the audit set on the map: links by hand, badges
};
inline constexpr std::size_t slot_count = 8;

struct Stroke {
  Colour colour{};
  double width_mm = 0.1;
  bool dashed = false;
  friend bool operator==(const Stroke&, const Stroke&) = default;
};

/// Dashes and gaps of a dashed stroke, in widths of the line; their ends are flat.
inline constexpr double dash_widths = 4, gap_widths = 2.5;

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

/// What areas coloured by a variable have in common.
/// `outside`: not part of what is shown (another province in a provincial figure); drawn with `outside_fill`.
struct AreaLayer {
  std::string source{};
  std::string name{};  ///< for a person: layer name in a QGIS project
  std::vector<ValueState> states{};
  ClassStyle not_published{};
  ClassStyle undefined{};
  Fill outside_fill{};
  Stroke border{};
  Slot slot = Slot::areas;
  friend bool operator==(const AreaLayer&, const AreaLayer&) = default;
};

/// Areas coloured by class: a choropleth. A zero takes `zero` when it is set, else the class that holds 0.
struct GraduatedLayer : AreaLayer {
  std::vector<double> values{};
  std::vector<ClassStyle> classes{};
  bool has_zero_class = false;
  ClassStyle zero{};
  friend bool operator==(const GraduatedLayer&, const GraduatedLayer&) = default;
};

struct CategoryStyle {
  Fill fill{};
  std::string label{};  ///< as it stands in the legend; no other category of the layer has it
  friend bool operator==(const CategoryStyle&, const CategoryStyle&) = default;
};

/// Areas of which each is in one of some named categories.
struct CategoricalLayer : AreaLayer {
  std::vector<CategoryStyle> categories{};
  std::vector<std::uint32_t> categories_of{};  ///< [feature] → position in `categories`
  friend bool operator==(const CategoricalLayer&, const CategoricalLayer&) = default;
};

/// Outlines of areas: province borders, a selected unit. An empty `features` means all.
struct OutlineLayer {
  std::string source{};
  std::string name{};
  std::vector<std::uint32_t> features{};
  Stroke stroke{};
  Stroke halo{{}, 0};  ///< drawn beneath where its width is more than 0
  Fill fill{FillPattern::none, {}, {}};
  Slot slot = Slot::borders;
  friend bool operator==(const OutlineLayer&, const OutlineLayer&) = default;
};

struct Position {
  double x = 0, y = 0;
  friend bool operator==(const Position&, const Position&) = default;
};

/// Names set at the features. They are shown only where the map's scale denominator is at most `max_scale`
/// (0: always), and never over one another.
struct LabelLayer {
  std::string source{};
  std::string name{};
  std::string field = "name_vi";
  std::vector<std::uint32_t> features{};
  double size_pt = 8.0;
  bool bold = false, italic = false;
  Colour colour{40, 40, 40, 255};
  Colour halo{255, 255, 255, 255};  ///< around the letters; without alpha: none
  double max_scale = 0.0;
  std::uint8_t priority = 5;  ///< 0 … 10; the higher wins the place
  /// Of land and sea, which are large: on a page a name may stand wherever its feature is seen and nothing else stands. Features of the
  /// source that come later lie over earlier ones.
  bool anywhere_within = false;
  std::vector<Position>
      at{};  ///< [position in `features`] its middle, in the CRS of the map; empty: where it suits the feature
  Slot slot = Slot::labels;
  friend bool operator==(const LabelLayer&, const LabelLayer&) = default;
};

using Polyline = std::vector<Position>;  ///< at least two positions; closed where the last is the first

/// Lines of a source, and lines that no source holds because they follow from an analysis: the outline of an agglomeration, a link made by
/// hand. The latter are in the CRS of the map. All casings are drawn first, so that none covers the line of a neighbour.
struct LineLayer {
  std::string name{};
  std::vector<Polyline> lines{};
  Stroke stroke{};
  Stroke casing{{}, 0};                   ///< drawn beneath where its width is more than 0
  std::string source{};                   ///< of lines; empty: none but `lines`
  std::vector<std::uint32_t> features{};  ///< of the source; empty: all
  Slot slot = Slot::outlines;
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

/// Of a badge's diameter: the size of its text.
inline constexpr double badge_text_share = 0.82;

/// The same badge at several places, in the CRS of the map.
struct BadgeLayer {
  std::string name{};
  Badge badge{};
  std::vector<Position> at{};
  Slot slot = Slot::marks;
  bool keeps_clear =
      false;  ///< on a page: each stands beside its place where another badge, or the frame, is in its way
  friend bool operator==(const BadgeLayer&, const BadgeLayer&) = default;
};

enum class MarkerShape : std::uint8_t { circle, square, triangle, diamond, cross };

/// A sign at a point, on a map and in its legend. A cross has an edge only.
struct Marker {
  MarkerShape shape = MarkerShape::circle;
  double size_mm = 0;  ///< the width of the shape, on whose outline the middle of the edge lies; 0: no marker
  Colour fill{};
  Stroke edge{{}, 0};
  friend bool operator==(const Marker&, const Marker&) = default;
};

/// The same marker at points of a source; at areas and lines where their name would stand. An empty `features` means all.
struct PointLayer {
  std::string source{};
  std::string name{};
  std::vector<std::uint32_t> features{};
  Marker marker{};
  Slot slot = Slot::symbols;
  friend bool operator==(const PointLayer&, const PointLayer&) = default;
};

/// Symbols in proportion to a value: the area of a symbol is to that of another as the values are, whatever their sign. At areas and lines
/// they stand where the name would. The largest are drawn first, so that none hides a smaller one. Zero has no symbol.
/// Missing: what is not published has `not_published`, where that has a size; what is undefined or outside has no symbol.
struct ProportionalSymbolLayer {
  std::string source{};
  std::string name{};
  std::vector<double> values{};
  std::vector<ValueState> states{};
  double largest_value = 0;  ///< no value is farther from 0
  double largest_mm = 8;     ///< the size of its symbol
  double smallest_mm = 0;    ///< of a value other than 0: one that would be smaller is drawn as large
  Marker marker{};           ///< its size is not read
  std::vector<ClassStyle> classes{};  ///< fills in place of the marker's, by value; empty: one fill
  /// What `classes` are of, where that is another value than the one that sizes; out of all classes: the marker's fill. Empty: `values`.
  std::vector<double> class_values{};
  Marker not_published{};
  std::string not_published_label{};
  Slot slot = Slot::symbols;
  friend bool operator==(const ProportionalSymbolLayer&, const ProportionalSymbolLayer&) = default;
  /// The value whose symbol it gets: its amount, or that of the smallest symbol.
  [[nodiscard]] double drawn_as(double value) const {
    const double share = smallest_mm / largest_mm;
    return value == 0 ? 0 : std::max(std::abs(value), largest_value * share * share);
  }
  /// As it is drawn, and as a legend shows it. A boundary belongs to the upper class.
  [[nodiscard]] Marker symbol_of(double value) const {
    Marker symbol = marker;
    symbol.size_mm = largest_value > 0 ? largest_mm * std::sqrt(drawn_as(value) / largest_value) : 0;
    if (!class_values.empty()) return symbol;
    for (const ClassStyle& style : classes)
      if (value >= style.lower && value <= style.upper) symbol.fill = style.fill.colour;
    return symbol;
  }
};

using Layer = std::variant<GraduatedLayer, CategoricalLayer, OutlineLayer, LabelLayer, LineLayer, BadgeLayer,
                           PointLayer, ProportionalSymbolLayer>;

[[nodiscard]] Slot slot_of(const Layer& layer);
/// Null where it is of another kind than areas coloured by a variable.
[[nodiscard]] const AreaLayer* as_areas(const Layer& layer);
[[nodiscard]] AreaLayer* as_areas(Layer& layer);
/// The id of its source; empty where it has none.
[[nodiscard]] std::string source_of(const Layer& layer);

struct MapSpec {
  std::string crs{};  ///< e.g. "EPSG:32648"
  Extent extent{};
  std::uint32_t width_px = 0, height_px = 0;
  double dpi = 96.0;
  Colour background{255, 255, 255, 255};
  std::vector<LayerSource> sources{};
  std::vector<Layer> layers{};          ///< drawn by slot
  std::vector<Extent> without_names{};  ///< ground on which no name reaches: whoever shows the map covers it
  friend bool operator==(const MapSpec&, const MapSpec&) = default;
};

/// Null where the map has no source of this id.
[[nodiscard]] const LayerSource* find_source(const MapSpec& spec, const std::string& id);
/// The layers as they are drawn, the lowest first: by slot, and within one as they are listed.
[[nodiscard]] std::vector<const Layer*> drawing_order(const MapSpec& spec);

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
