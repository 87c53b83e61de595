#include "crs.h"

#include <ogr_spatialref.h>

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "gdal_setup.h"
#include "polygon_conversion.h"

namespace vicinia::gis::io {
namespace {

using core::ErrorCode;
using core::Result;
using core::Status;
namespace geom = core::geom;

struct TransformationDestroyer {
  void operator()(OGRCoordinateTransformation* t) const { OGRCoordinateTransformation::DestroyCT(t); }
};
using TransformationPtr = std::unique_ptr<OGRCoordinateTransformation, TransformationDestroyer>;

bool same_crs(const OGRSpatialReference& a, const OGRSpatialReference& b) {
  const char* const options[] = {"IGNORE_DATA_AXIS_TO_SRS_AXIS_MAPPING=YES", "CRITERION=EQUIVALENT", nullptr};
  return a.IsSame(&b, options) != 0;
}

core::Error failed(std::string detail, std::optional<std::size_t> row = std::nullopt) {
  return {.code = ErrorCode::reprojection_failed, .subject = {.row = row}, .detail = std::move(detail)};
}

/// Transforms [x], [y] in one call; position of the first point that has no image.
std::optional<std::size_t> transform(OGRCoordinateTransformation& transformation, std::vector<double>& x,
                                     std::vector<double>& y) {
  std::vector<int> done(x.size(), TRUE);
  transformation.Transform(static_cast<int>(x.size()), x.data(), y.data(), nullptr, done.data());
  for (std::size_t i = 0; i < x.size(); ++i)
    if (!done[i] || !std::isfinite(x[i]) || !std::isfinite(y[i])) return i;
  return std::nullopt;
}

Result<TransformationPtr> transformation_between(const OGRSpatialReference& from,
                                                 const OGRSpatialReference& to,
                                                 const GdalMessages& messages) {
  TransformationPtr transformation(OGRCreateCoordinateTransformation(&from, &to));
  if (!transformation) return core::fail(failed(messages.text()));
  return transformation;
}

}  // namespace

CrsPtr adopt_crs(const OGRSpatialReference& crs) {
  auto copy = std::make_shared<OGRSpatialReference>(crs);
  copy->SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
  return copy;
}

Result<CrsPtr> parse_crs(const std::string& text) {
  const GdalMessages messages;
  OGRSpatialReference crs;
  const char* const options[] = {"ALLOW_NETWORK_ACCESS=NO", "ALLOW_FILE_ACCESS=NO", nullptr};
  if (text.empty() || crs.SetFromUserInput(text.c_str(), options) != OGRERR_NONE)
    return core::fail({.code = ErrorCode::unknown_crs, .detail = text});
  return adopt_crs(crs);
}

Result<CrsPtr> parse_planar_crs(const std::string& text) {
  auto crs = parse_crs(text);
  if (!crs) return crs;
  if ((*crs)->IsGeographic() || (*crs)->IsGeocentric())
    return core::fail({.code = ErrorCode::geographic_coordinates, .detail = text});
  const char* unit = nullptr;
  if (!(*crs)->IsProjected() || std::abs((*crs)->GetLinearUnits(&unit) - 1.0) > 1e-9)
    return core::fail({.code = ErrorCode::invalid_argument,
                       .subject = {.field = "target_crs"},
                       .detail = text + (unit != nullptr ? std::string(": ") + unit : std::string())});
  return crs;
}

Result<std::string> utm_zone_at(const CrsPtr& crs, const geom::Point& point) {
  const auto wgs84 = parse_crs("EPSG:4326");
  if (!wgs84) return core::fail(wgs84.error());
  std::vector<geom::Point> place{point};
  if (auto moved = reproject(place, crs, *wgs84); !moved) return core::fail(moved.error());
  const double longitude = place[0].x(), latitude = place[0].y();
  if (std::abs(longitude) > 180 || std::abs(latitude) > 90)
    return core::fail(failed(std::to_string(longitude) + " " + std::to_string(latitude)));
  const int zone = std::clamp(static_cast<int>(std::floor((longitude + 180) / 6)) + 1, 1, 60);
  return "EPSG:" + std::to_string((latitude >= 0 ? 32600 : 32700) + zone);
}

Status reproject(std::span<geom::MultiPolygon> areas, const CrsPtr& from, const CrsPtr& to,
                 const core::Task& task) {
  if (same_crs(*from, *to)) return {};
  GdalMessages messages;
  auto transformation = transformation_between(*from, *to, messages);
  if (!transformation) return core::fail(transformation.error());
  // Between two datums PROJ knows several ways and GDAL picks one for each call, by the mean of its points.
  // Two neighbours in two calls could go two ways, and their border would part: then the whole layer goes in
  // one call.
  const bool one_way = from->IsSameGeogCS(to.get()) != 0;
  for (std::size_t first = 0; first < areas.size();) {
    const std::size_t last = one_way ? first + 1 : areas.size();
    if (task.stop.stop_requested()) return core::fail({.code = ErrorCode::cancelled});
    task.at(static_cast<double>(first) / static_cast<double>(areas.size()), "project");
    std::vector<double> x, y;
    std::vector<std::size_t> area_of;
    for (std::size_t i = first; i < last; ++i)
      for_each_point(areas[i], [&](const geom::Point& point) {
        x.push_back(point.x());
        y.push_back(point.y());
        area_of.push_back(i);
      });
    if (const auto lost = transform(**transformation, x, y))
      return core::fail(failed(messages.text(), area_of[*lost] + 1));
    std::size_t at = 0;
    for (std::size_t i = first; i < last; ++i)
      for_each_point(areas[i], [&](geom::Point& point) {
        point = geom::Point(x[at], y[at]);
        ++at;
      });
    first = last;
  }
  return {};
}

Status reproject(std::span<geom::Point> points, const CrsPtr& from, const CrsPtr& to) {
  if (points.empty() || same_crs(*from, *to)) return {};
  GdalMessages messages;
  auto transformation = transformation_between(*from, *to, messages);
  if (!transformation) return core::fail(transformation.error());
  std::vector<double> x, y;
  for (const geom::Point& point : points) {
    x.push_back(point.x());
    y.push_back(point.y());
  }
  if (const auto lost = transform(**transformation, x, y))
    return core::fail(failed(messages.text(), *lost + 1));
  for (std::size_t i = 0; i < points.size(); ++i) points[i] = geom::Point(x[i], y[i]);
  return {};
}

}  // namespace vicinia::gis::io
