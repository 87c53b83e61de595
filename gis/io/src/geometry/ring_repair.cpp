#include "geometry/ring_repair.h"

#include <cpl_string.h>
#include <ogr_geometry.h>

#include <algorithm>
#include <boost/geometry/algorithms/correct.hpp>
#include <boost/geometry/strategies/strategies.hpp>
#include <charconv>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/gdal_setup.h"
#include "geometry/polygon_conversion.h"

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

RingFault short_ring(const geom::Ring& ring) {
  return {.reason = "Ring of " + std::to_string(ring.size()) + " points",
          .place = ring.empty() ? std::nullopt : std::optional(ring.front())};
}

/// Rings that enclose nothing would stop GEOS; they are taken out first. Returns what was taken.
std::vector<RingFault> drop_short_rings(geom::MultiPolygon& area) {
  std::vector<RingFault> dropped;
  geom::MultiPolygon kept;
  for (geom::Polygon& polygon : area) {
    close(polygon.outer());
    for (geom::Ring& hole : polygon.inners()) close(hole);
    if (too_short(polygon.outer())) {
      dropped.push_back(short_ring(polygon.outer()));
      continue;
    }
    std::vector<geom::Ring> holes;
    for (geom::Ring& hole : polygon.inners()) {
      if (too_short(hole))
        dropped.push_back(short_ring(hole));
      else
        holes.push_back(std::move(hole));
    }
    polygon.inners() = std::move(holes);
    kept.push_back(std::move(polygon));
  }
  area = std::move(kept);
  return dropped;
}

/// GEOS says "Self-intersection at or near point 605000 1205000".
RingFault fault_of(const std::string& message) {
  constexpr std::string_view geos_place_follows = " at or near point ";
  const std::size_t at = message.find(geos_place_follows);
  if (at == std::string::npos) return {.reason = message};
  RingFault fault{.reason = message.substr(0, at)};
  const char* const end = message.data() + message.size();
  double x = 0, y = 0;
  const auto first = std::from_chars(message.data() + at + geos_place_follows.size(), end, x);
  if (first.ec == std::errc() && first.ptr != end && std::from_chars(first.ptr + 1, end, y).ec == std::errc())
    fault.place = geom::Point(x, y);
  return fault;
}

/// What GEOS finds wrong first; nullopt: nothing.
std::optional<RingFault> what_is_wrong(const OGRGeometry& geometry, GdalMessages& messages) {
  messages.clear();
  if (geometry.IsValid()) return std::nullopt;
  const std::string text = messages.text();
  return text.empty() ? RingFault{.reason = "Invalid"} : fault_of(text);
}

std::optional<geom::MultiPolygon> repaired(const OGRGeometry& geometry) {
  CPLStringList options;
  options.SetNameValue("METHOD", "STRUCTURE");
  const GeometryPtr valid(geometry.MakeValid(options.List()));
  if (!valid) return std::nullopt;
  return to_core(*valid).polygons;
}

/// Part by part first, so that the valid parts of a feature stay as they are; whole only where parts overlap.
/// What was wrong is added to `faults`.
std::optional<geom::MultiPolygon> repaired_by_parts(const geom::MultiPolygon& area, GdalMessages& messages,
                                                    std::vector<RingFault>& faults) {
  geom::MultiPolygon result;
  for (const geom::Polygon& polygon : area) {
    const GeometryPtr part = to_ogr(polygon);
    const auto wrong = what_is_wrong(*part, messages);
    if (!wrong) {
      result.push_back(polygon);
      continue;
    }
    faults.push_back(*wrong);
    auto pieces = repaired(*part);
    if (!pieces) return std::nullopt;
    std::ranges::move(*pieces, std::back_inserter(result));
  }
  const GeometryPtr whole = to_ogr(result);
  const auto wrong = what_is_wrong(*whole, messages);
  if (!wrong) return result;
  faults.push_back(*wrong);
  return repaired(*whole);
}

}  // namespace

core::Result<Repair> make_valid(geom::MultiPolygon area) {
  GdalMessages messages;
  Repair repair{.faults = drop_short_rings(area)};
  if (!area.empty() && what_is_wrong(*to_ogr(area), messages)) {
    auto valid = repaired_by_parts(area, messages, repair.faults);
    if (!valid)
      return core::fail({.code = core::ErrorCode::invalid_ring, .detail = text_of(repair.faults.back())});
    area = std::move(*valid);
  }
  boost::geometry::correct(area);
  repair.area = std::move(area);
  return repair;
}

}  // namespace vicinia::gis::io
