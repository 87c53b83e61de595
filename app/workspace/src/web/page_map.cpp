#include "web/page_map.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>
#include <utility>

#include "maps/palette.h"
#include "vicinia/core/geom/measures.h"
#include "vicinia/core/geom/overlay.h"
#include "vicinia/core/topology/dissolve.h"
#include "vicinia/core/topology/simplify.h"
#include "vicinia/core/topology/topology.h"
#include "vicinia/workspace/document/extents.h"
#include "vicinia/workspace/maps/audit_marks.h"
#include "vicinia/workspace/maps/outline_style.h"
#include "vicinia/workspace/maps/surroundings.h"
#include "web/both_languages.h"
#include "web/packed.h"

namespace vicinia::workspace::inline web {
namespace {

using core::admin::Level;
using core::admin::UnitIndex;
using core::geom::MultiPolygon;
using core::geom::Point;
using core::topology::Arc;
using core::topology::Topology;
using gis::map::Extent;

struct GridPoint {
  std::int64_t x = 0, y = 0;
  friend bool operator==(const GridPoint&, const GridPoint&) = default;
};

struct Grid {
  double left = 0, top = 0, step_m = 1;
  [[nodiscard]] GridPoint at(const Point& point) const {
    return {std::llround((point.x() - left) / step_m), std::llround((top - point.y()) / step_m)};
  }
  [[nodiscard]] Json box(const Extent& extent) const {
    const GridPoint a = at({extent.min_x, extent.max_y}), b = at({extent.max_x, extent.min_y});
    return Json::array({a.x, a.y, b.x, b.y});
  }
};

/// The first point of an arc from that of the arc before, the others each from the one before.
std::string packed_arcs(const Topology& topology, const Grid& grid) {
  PackedNumbers packed;
  GridPoint start;
  for (const Arc& arc : topology.arcs()) {
    std::vector<GridPoint> line;
    for (const Point& point : topology.points_of(arc))
      if (const GridPoint next = grid.at(point); line.empty() || line.back() != next) line.push_back(next);
    if (line.size() == 1) line.push_back(line.front());  // too short to be seen: it stays a line
    packed.add(line.size());
    GridPoint last = start;
    for (const GridPoint& next : line) {
      packed.add_signed(next.x - last.x);
      packed.add_signed(next.y - last.y);
      last = next;
    }
    start = line.front();
  }
  return packed.text();
}

/// Of each of these units of the topology how many rings, and of each ring how many arcs and which: twice their number, and one more where
/// they run backwards.
std::string packed_rings(const Topology& topology,
                         std::span<const std::optional<core::topology::UnitIndex>> units) {
  PackedNumbers packed;
  std::int64_t last = 0;
  for (const auto unit : units) {
    packed.add(unit ? topology.ring_count(*unit) : 0);
    if (!unit) continue;
    for (std::size_t r = 0; r < topology.ring_count(*unit); ++r) {
      const auto ring = topology.ring(*unit, r);
      packed.add(ring.size());
      for (const core::topology::ArcRef arc : ring) {
        const std::int64_t number = std::int64_t{arc.arc} * 2 + arc.reversed;
        packed.add_signed(number - last);
        last = number;
      }
    }
  }
  return packed.text();
}

Json all_areas(const Topology& topology, const Grid& grid) {
  std::vector<std::optional<core::topology::UnitIndex>> every;
  for (std::size_t unit = 0; unit < topology.unit_count(); ++unit)
    every.emplace_back(static_cast<core::topology::UnitIndex>(unit));
  return {{"count", every.size()},
          {"arcs", packed_arcs(topology, grid)},
          {"rings", packed_rings(topology, every)}};
}

struct Simplified {
  Topology topology{};
  double tolerance_m = 0;
};
/// With twice the tolerance until it has no more vertices than that. Each arc keeps its ends and each ring some corners: there is a number
/// below which no tolerance goes, and `coarsest_m` is an end in any case.
core::Result<Simplified> simplify_to_fit(const Topology& topology, double tolerance_m, double coarsest_m,
                                         std::size_t most_vertices, const core::Task& task) {
  for (;; tolerance_m *= 2) {
    auto simpler = core::topology::simplify(topology, tolerance_m, task);
    if (!simpler) return core::fail(simpler.error());
    if (simpler->point_count() <= most_vertices || 2 * tolerance_m > coarsest_m)
      return Simplified{*std::move(simpler), tolerance_m};
  }
}

/// 'a' where the coarsest units border each other, or nothing lies beyond; 'b' where those of the next level do, '.' within them all.
std::string kinds_of_arcs(const core::admin::Frame& frame, const Contiguity& contiguity, Level level) {
  std::string kinds;
  for (const Arc& arc : contiguity.topology().arcs()) {
    char kind = '.';
    for (std::uint8_t rank = 0; rank < level.rank && kind == '.'; ++rank) {
      const bool is_outer = arc.left == core::topology::outside || arc.right == core::topology::outside;
      if (is_outer || frame.ancestor(contiguity.units()[arc.left], {rank}) !=
                          frame.ancestor(contiguity.units()[arc.right], {rank}))
        kind = static_cast<char>('a' + rank);
    }
    kinds += kind;
  }
  return kinds;
}

/// Of the unit that is shown alone: arcs with a part of it on one side.
std::string border_of_place(const core::admin::Frame& frame, const Contiguity& contiguity,
                            core::admin::UnitIndex place) {
  std::vector<bool> is_within(frame.size());
  is_within[place] = true;
  for (const UnitIndex unit : frame.within(place)) is_within[unit] = true;
  const auto within = [&](core::topology::UnitIndex unit) {
    return unit != core::topology::outside && is_within[contiguity.units()[unit]];
  };
  std::vector<std::size_t> border;
  const auto arcs = contiguity.topology().arcs();
  for (std::size_t i = 0; i < arcs.size(); ++i)
    if (within(arcs[i].left) != within(arcs[i].right)) border.push_back(i);
  return packed_ascending(border);
}

/// Units of the coarsest level that are larger than what is drawn of their parts.
std::vector<MultiPolygon> land_beneath(const core::Dataset& data, const Contiguity& contiguity) {
  constexpr double least_share = 0.005;
  const Level coarsest = core::admin::Levels::coarsest();
  std::vector<double> drawn_m2(data.frame.size());
  for (const UnitIndex unit : contiguity.units())
    if (const auto whole = data.frame.ancestor(unit, coarsest))
      drawn_m2[*whole] += core::geom::area_m2(data.areas[unit]).value_or(0);
  std::vector<MultiPolygon> land;
  for (const UnitIndex whole : data.frame.at_level(coarsest)) {
    const double area_m2 = core::geom::area_m2(data.areas[whole]).value_or(0);
    if (area_m2 - drawn_m2[whole] > least_share * area_m2) land.push_back(data.areas[whole]);
  }
  return land;
}

/// Areas that are drawn and never pointed at; null where there are none, or no topology can be made of them.
Json plain_areas(const std::vector<MultiPolygon>& areas, const Grid& grid, double tolerance_m,
                 const core::Task& task) {
  if (areas.empty()) return nullptr;
  const auto topology = core::topology::build_topology(areas, {}, task);
  if (!topology) return nullptr;
  const auto simpler = core::topology::simplify(*topology, tolerance_m, task);
  return all_areas(simpler ? *simpler : *topology, grid);
}

MultiPolygon box_around(const Extent& extent, double margin_m) {
  const double left = extent.min_x - margin_m, right = extent.max_x + margin_m, low = extent.min_y - margin_m,
               high = extent.max_y + margin_m;
  MultiPolygon box;
  box.emplace_back();
  for (const Point& corner :
       {Point{left, low}, Point{left, high}, Point{right, high}, Point{right, low}, Point{left, low}})
    box.front().outer().push_back(corner);
  return box;
}

void add_name(Json& names, char kind, const core::BilingualText& text, const Point& at, const Grid& grid) {
  const GridPoint place = grid.at(at);
  names.push_back(Json::array({std::string(1, kind), place.x, place.y,
                               in_both([&](Language language) { return pick(text, language); })}));
}

/// Land of others and the country itself, as far as a page can be moved; names of both and of the seas go to `names`.
void add_surroundings(const core::Dataset& data, const Extent& whole, const Grid& grid,
                      const core::Task& task, Json& map, Json& names) {
  const SurroundingAreas around = read_surroundings(data);
  const double longer_m = std::max(whole.width(), whole.height());
  const MultiPolygon in_reach = box_around(whole, 1.5 * longer_m), near = box_around(whole, 0.3 * longer_m);
  std::vector<MultiPolygon> neighbours, country;
  using Kind = SurroundingAreas::Kind;
  for (std::size_t i = 0; i < around.areas.size(); ++i) {
    if (around.kinds[i] == Kind::country && around.is_whole_country) continue;
    const auto named = core::geom::intersection(around.areas[i], near);
    const core::BilingualText& name = around.names[i];
    if (around.kinds[i] != Kind::country && named && !pick(name, Language::vi).empty())
      if (const auto at = core::geom::point_inside(*named))
        add_name(names, around.kinds[i] == Kind::sea ? 's' : 'n', name, *at, grid);
    if (around.kinds[i] == Kind::sea) continue;
    auto seen = core::geom::intersection(around.areas[i], in_reach);
    if (seen && !seen->empty())
      (around.kinds[i] == Kind::country ? country : neighbours).push_back(*std::move(seen));
  }
  constexpr double zoom = 2;  // land around is no finer than this zoom shows it
  const double tolerance_m = longer_m / map_pixels / zoom / 2;
  map["neighbours"] = plain_areas(neighbours, grid, tolerance_m, task);
  map["country"] = plain_areas(country, grid, tolerance_m, task);
}

/// Names of the nearest coarser units that are drawn.
void add_names_of_wholes(const core::Dataset& data, Level level, const Grid& grid, Json& names) {
  for (int rank = level.rank - 1; rank >= 0; --rank) {
    bool any = false;
    for (const UnitIndex unit : data.frame.at_level({static_cast<std::uint8_t>(rank)}))
      if (const auto at = core::geom::point_inside(data.areas[unit])) {
        add_name(names, 'p', {called(data.frame, unit, Language::vi), called(data.frame, unit, Language::en)},
                 *at, grid);
        any = true;
      }
    if (any) return;
  }
}

/// As official maps show them, where the map does not reach as far.
Json island_frames(const core::Dataset& data, bool is_of_the_country) {
  Json frames = Json::array();
  if (is_of_the_country)
    for (const core::IslandFrame& frame : data.island_frames)
      frames.push_back(in_both([&](Language language) { return pick(frame.name, language); }));
  return frames;
}

Json css_stroke(const gis::map::Stroke& stroke) {
  return Json::array({css_colour(stroke.colour), std::round(stroke.width_mm * px_per_mm * 100) / 100});
}

Json style_of(Level level) {
  namespace style = outline_style;
  Json json{{"sea", css_colour(palette::sea)},
            {"sea_text", css_colour(palette::sea_text)},
            {"land", css_colour(palette::land)},
            {"outside", css_colour(palette::outside)},
            {"neighbour", css_colour(palette::neighbour)},
            {"neighbour_border", css_colour(palette::neighbour_border)},
            {"neighbour_text", css_colour(palette::neighbour_text)},
            {"whole_text", css_colour(palette::province_text)},
            {"text", css_colour(palette::text)},
            {"faint_text", css_colour(palette::faint_text)}};
  json["border"] = css_stroke({palette::district_border, level.rank == 0 ? 0.15 : 0.06});
  constexpr double border_mm = 0.18, more_mm = 0.12;  // the coarser the level, the stronger
  Json borders = Json::array();
  for (int rank = 0; rank < level.rank; ++rank)
    borders.push_back(css_stroke({palette::province_border, border_mm + more_mm * (level.rank - 1 - rank)}));
  json["borders"] = std::move(borders);
  json["place"] = css_stroke({palette::text, 0.5});
  json["agglomeration"] = css_stroke(style::agglomeration);
  json["crossing"] = css_stroke(style::crossing_agglomeration);
  json["crossed"] = css_stroke(style::crossed_boundary);
  json["crossed_casing"] = css_stroke(style::crossed_boundary_casing);
  json["selected"] = css_stroke(style::selected_unit);
  json["selected_agglomeration"] = css_stroke(style::selected_agglomeration);
  json["halo"] = css_stroke(style::halo);
  const auto px = [](double mm) { return std::round(mm * px_per_mm * 100) / 100; };
  json["mark"] = {
      {"ink", css_colour(audit_mark_style::ink)},   {"ground", css_colour(audit_mark_style::ground)},
      {"halo", css_colour(audit_mark_style::halo)}, {"diameter", px(audit_mark_style::diameter_mm)},
      {"ring", px(audit_mark_style::ring_mm)},      {"raised", px(audit_mark_style::raised_mm)}};
  return json;
}

Extent with_margin(const Extent& extent, double share) {
  return {extent.min_x - share * extent.width(), extent.min_y - share * extent.height(),
          extent.max_x + share * extent.width(), extent.max_y + share * extent.height()};
}

}  // namespace

std::string css_colour(const gis::map::Colour& colour) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string text = "#";
  for (const std::uint8_t part : {colour.red, colour.green, colour.blue, colour.alpha}) {
    text += digits[part >> 4];
    text += digits[part & 15];
  }
  if (colour.alpha == 255) text.resize(7);
  return text;
}

Json css_fill(const gis::map::Fill& fill) {
  switch (fill.pattern) {
    case gis::map::FillPattern::solid: return css_colour(fill.colour);
    case gis::map::FillPattern::hatched:
      return Json::array({css_colour(fill.colour), css_colour(fill.background)});
    case gis::map::FillPattern::none: break;
  }
  return nullptr;
}

PageUnits page_units(const core::Dataset& dataset) {
  PageUnits page;
  const core::admin::Frame& frame = dataset.frame;
  page.level = core::finest_level(dataset);
  page.units = frame.at_level(page.level);
  page.position.resize(frame.size());
  const Level above = core::level_above_finest(dataset);
  std::vector<std::optional<std::size_t>> known(frame.size());
  for (std::size_t i = 0; i < page.units.size(); ++i) {
    page.position[page.units[i]] = i;
    auto whole = frame.ancestor(page.units[i], above);
    if (whole == page.units[i]) whole.reset();  // there is one level
    if (whole && !known[*whole]) {
      known[*whole] = page.wholes.size();
      page.wholes.push_back(*whole);
    }
    page.whole_position.push_back(whole ? known[*whole] : std::nullopt);
  }
  return page;
}

core::Result<PageMap> page_map(const Document& document, const Contiguity& contiguity, const PageUnits& units,
                               std::size_t most_vertices, const core::Task& task) {
  const core::Dataset& data = *document.data->dataset;
  const Extent whole = document.data->extent ? *document.data->extent : full_extent(data);
  const double longer_m = std::max({whole.width(), whole.height(), 1.0});
  const double wanted_m = longer_m / map_pixels / deepest_zoom / 2;
  constexpr double coarsest_px = 2;  // of a map of everything
  const auto simplified = simplify_to_fit(contiguity.topology(), wanted_m,
                                          coarsest_px * longer_m / map_pixels, most_vertices, task);
  if (!simplified) return core::fail(simplified.error());
  const Topology& topology = simplified->topology;
  const double tolerance_m = simplified->tolerance_m;
  const Grid grid{whole.min_x, whole.max_y, tolerance_m / 2};

  PageMap map;
  map.tolerance_m = tolerance_m;
  // Of page units the ring and a point within; other drawn units (where the finest have no areas) are land.
  std::vector<std::optional<core::topology::UnitIndex>> in_topology(units.units.size());
  std::vector<MultiPolygon> land = land_beneath(data, contiguity);
  for (std::size_t i = 0; i < contiguity.units().size(); ++i) {
    if (const auto position = units.position[contiguity.units()[i]])
      in_topology[*position] = static_cast<core::topology::UnitIndex>(i);
    else
      land.push_back(data.areas[contiguity.units()[i]]);
  }
  const std::vector<MultiPolygon> drawn = core::topology::areas(topology);
  PackedNumbers places;
  GridPoint last;
  for (const auto unit : in_topology) {
    const auto inside = unit ? core::geom::point_inside(drawn[*unit]) : std::nullopt;
    const GridPoint at = inside ? grid.at(*inside) : last;
    places.add_signed(at.x - last.x);
    places.add_signed(at.y - last.y);
    last = at;
  }
  const Extent shown = full_extent(document);
  Json names = Json::array();
  map.json["step_m"] = grid.step_m;
  map.json["zoom"] = std::max(1.0, std::floor(deepest_zoom * wanted_m / tolerance_m));
  map.json["whole"] = grid.box(with_margin(whole, 0.03));
  map.json["full"] = grid.box(with_margin(shown, margin_around(document)));
  map.json["open"] = document.view.extent ? grid.box(*document.view.extent) : Json(map.json["full"]);
  map.json["style"] = style_of(units.level);
  map.json["arcs"] = packed_arcs(topology, grid);
  map.json["kinds"] = packed_runs(kinds_of_arcs(data.frame, contiguity, units.level));
  if (document.view.province)
    map.json["place"] = border_of_place(data.frame, contiguity, *document.view.province);
  map.json["rings"] = packed_rings(topology, in_topology);
  map.json["places"] = places.text();
  map.json["land"] = plain_areas(land, grid, tolerance_m, task);
  add_surroundings(data, whole, grid, task, map.json, names);
  add_names_of_wholes(data, units.level, grid, names);
  map.json["names"] = std::move(names);
  map.json["islands"] = island_frames(data, !document.view.province && !document.view.extent);
  if (task.stop.stop_requested()) return core::fail({.code = core::ErrorCode::cancelled});
  return map;
}

}  // namespace vicinia::workspace::inline web
