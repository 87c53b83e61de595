#include "geometry/unit_places.h"

#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <boost/geometry/algorithms/centroid.hpp>
#include <boost/geometry/algorithms/envelope.hpp>
#include <boost/geometry/algorithms/is_empty.hpp>
#include <boost/geometry/strategies/strategies.hpp>
#include <cmath>
#include <numeric>

namespace vicinia::gis::io {
namespace {

namespace geom = core::geom;

UnitPlace place_of(const geom::MultiPolygon& area) {
  UnitPlace place{.box = boost::geometry::return_envelope<geom::Box>(area)};
  const geom::Point middle(std::midpoint(place.box.min_corner().x(), place.box.max_corner().x()),
                           std::midpoint(place.box.min_corner().y(), place.box.max_corner().y()));
  place.centre = middle;
  boost::geometry::centroid(area, place.centre);
  // An area that encloses nothing has no centre of gravity, and one that crosses itself may have it anywhere.
  if (!std::isfinite(place.centre.x()) || !std::isfinite(place.centre.y()) ||
      place.centre.x() < place.box.min_corner().x() || place.centre.x() > place.box.max_corner().x() ||
      place.centre.y() < place.box.min_corner().y() || place.centre.y() > place.box.max_corner().y())
    place.centre = middle;
  return place;
}

double median(std::vector<double> values) {
  const auto half = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::ranges::nth_element(values, half);
  return *half;
}

}  // namespace

std::vector<UnitPlace> unit_places(std::span<const geom::MultiPolygon> areas) {
  std::vector<UnitPlace> places(areas.size());
  tbb::parallel_for(tbb::blocked_range<std::size_t>(0, areas.size(), 64), [&](const auto& range) {
    for (std::size_t i = range.begin(); i != range.end(); ++i)
      if (!boost::geometry::is_empty(areas[i])) places[i] = place_of(areas[i]);
  });
  std::vector<UnitPlace> kept;
  for (std::size_t i = 0; i < areas.size(); ++i)
    if (!boost::geometry::is_empty(areas[i])) kept.push_back(places[i]);
  return kept;
}

std::vector<UnitPlace> unit_places(std::span<const geom::Point> points) {
  std::vector<UnitPlace> places;
  for (const geom::Point& point : points) places.push_back({.box = geom::Box(point, point), .centre = point});
  return places;
}

std::vector<geom::Point> centres_of(const std::vector<UnitPlace>& places) {
  std::vector<geom::Point> centres;
  for (const UnitPlace& place : places) centres.push_back(place.centre);
  return centres;
}

std::optional<geom::Point> middle_of(const std::vector<UnitPlace>& places) {
  if (places.empty()) return std::nullopt;
  std::vector<double> x, y;
  for (const UnitPlace& place : places) {
    x.push_back(place.centre.x());
    y.push_back(place.centre.y());
  }
  return geom::Point(median(std::move(x)), median(std::move(y)));
}

}  // namespace vicinia::gis::io
