#include "ring_repair.h"

#include <cpl_string.h>
#include <ogr_geometry.h>

#include <algorithm>
#include <boost/geometry/algorithms/correct.hpp>
#include <boost/geometry/strategies/strategies.hpp>
#include <optional>
#include <utility>
#include <vector>

#include "gdal_setup.h"
#include "polygon_conversion.h"

namespace vicinia::gis::io {
namespace {

namespace geom = core::geom;

/// A closed ring of three corners.
constexpr std::size_t fewest_points = 4;

bool same_place(const geom::Point& a, const geom::Point& b) { return a.x() == b.x() && a.y() == b.y(); }

void close(geom::Ring& ring) {
  if (!ring.empty() && !same_place(ring.front(), ring.back())) ring.push_back(ring.front());
}

bool too_short(const geom::Ring& ring) { return ring.size() < fewest_points; }

std::string short_ring_text(const geom::Ring& ring) {
  std::string text = "Ring of " + std::to_string(ring.size()) + " points";
  if (!ring.empty())
    text += " at or near point " + std::to_string(ring[0].x()) + " " + std::to_string(ring[0].y());
  return text;
}

/// Rings that enclose nothing would stop GEOS; they are taken out first. Returns what was taken, as text.
std::string drop_short_rings(geom::MultiPolygon& area) {
  std::string dropped;
  const auto note = [&](const geom::Ring& ring) {
    dropped += (dropped.empty() ? "" : "; ") + short_ring_text(ring);
  };
  geom::MultiPolygon kept;
  for (geom::Polygon& polygon : area) {
    close(polygon.outer());
    for (geom::Ring& hole : polygon.inners()) close(hole);
    if (too_short(polygon.outer())) {
      note(polygon.outer());
      continue;
    }
    std::vector<geom::Ring> holes;
    for (geom::Ring& hole : polygon.inners()) {
      if (too_short(hole))
        note(hole);
      else
        holes.push_back(std::move(hole));
    }
    polygon.inners() = std::move(holes);
    kept.push_back(std::move(polygon));
  }
  area = std::move(kept);
  return dropped;
}

/// What GEOS finds wrong; nullopt: nothing.
std::optional<std::string> what_is_wrong(const OGRGeometry& geometry, GdalMessages& messages) {
  messages.clear();
  if (geometry.IsValid()) return std::nullopt;
  const std::string text = messages.text();
  return text.empty() ? "Invalid" : text;
}

std::optional<geom::MultiPolygon> repaired(const OGRGeometry& geometry) {
  CPLStringList options;
  options.SetNameValue("METHOD", "STRUCTURE");
  const GeometryPtr valid(geometry.MakeValid(options.List()));
  if (!valid) return std::nullopt;
  return to_core(*valid).polygons;
}

/// Part by part first, so that the valid parts of a feature stay as they are; whole only where parts overlap.
std::optional<geom::MultiPolygon> repaired_by_parts(const geom::MultiPolygon& area, GdalMessages& messages) {
  geom::MultiPolygon result;
  for (const geom::Polygon& polygon : area) {
    const GeometryPtr part = to_ogr(polygon);
    if (!what_is_wrong(*part, messages)) {
      result.push_back(polygon);
      continue;
    }
    auto pieces = repaired(*part);
    if (!pieces) return std::nullopt;
    std::ranges::move(*pieces, std::back_inserter(result));
  }
  const GeometryPtr whole = to_ogr(result);
  if (!what_is_wrong(*whole, messages)) return result;
  return repaired(*whole);
}

}  // namespace

core::Result<Repair> make_valid(geom::MultiPolygon area) {
  GdalMessages messages;
  Repair repair{.reason = drop_short_rings(area)};
  if (!area.empty()) {
    if (const auto wrong = what_is_wrong(*to_ogr(area), messages)) {
      repair.reason += (repair.reason.empty() ? "" : "; ") + *wrong;
      auto valid = repaired_by_parts(area, messages);
      if (!valid) return core::fail({.code = core::ErrorCode::invalid_ring, .detail = repair.reason});
      area = std::move(*valid);
    }
  }
  boost::geometry::correct(area);
  repair.area = std::move(area);
  return repair;
}

}  // namespace vicinia::gis::io
