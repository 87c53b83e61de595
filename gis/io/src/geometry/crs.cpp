#include "geometry/crs.h"

#include <ogr_spatialref.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "base/gdal_setup.h"
#include "geometry/projection.h"
#include "geometry/unit_places.h"

namespace vicinia::gis::io {
namespace {

using core::ErrorCode;
using core::Result;
using core::Status;
namespace geom = core::geom;

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
  const auto way = Projection::between(crs, *wgs84, {&point, 1});
  if (!way) return core::fail(way.error());
  const auto place = way->image_of(point);
  if (!place || std::abs(place->x()) > 180 || std::abs(place->y()) > 90)
    return core::fail({.code = ErrorCode::reprojection_failed, .detail = place_text(place.value_or(point))});
  const int zone = std::clamp(static_cast<int>(std::floor((place->x() + 180) / 6)) + 1, 1, 60);
  return "EPSG:" + std::to_string((place->y() >= 0 ? 32600 : 32700) + zone);
}

bool same_crs(const OGRSpatialReference& a, const OGRSpatialReference& b) {
  const char* const options[] = {"IGNORE_DATA_AXIS_TO_SRS_AXIS_MAPPING=YES", "CRITERION=EQUIVALENT", nullptr};
  return a.IsSame(&b, options) != 0;
}

std::string label_of(const OGRSpatialReference& crs) {
  const char* name = crs.GetName();
  const char* authority = crs.GetAuthorityName(nullptr);
  const char* code = crs.GetAuthorityCode(nullptr);
  std::string label = name != nullptr ? name : "?";
  if (authority != nullptr && code != nullptr)
    label = std::string(authority) + ":" + code + " (" + label + ")";
  return label;
}

std::string place_text(const geom::Point& point) {
  // A thousandth of a metre, or of a degree's hundred-thousandth: what is printed finds the place again.
  const bool is_small = std::abs(point.x()) < 1000 && std::abs(point.y()) < 1000;
  const auto number = [&](double value) {
    std::array<char, 400> buffer{};
    const auto written = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value,
                                       std::chars_format::fixed, is_small ? 8 : 3);
    std::string text(buffer.data(), written.ptr);
    if (text.find('.') == std::string::npos) return text;  // no number at all
    text.erase(text.find_last_not_of('0') + 1);
    if (text.ends_with('.')) text.pop_back();
    return text == "-0" ? std::string("0") : text;
  };
  return number(point.x()) + " " + number(point.y());
}

Status reproject(std::span<geom::MultiPolygon> areas, const CrsPtr& from, const CrsPtr& to,
                 const core::Task& task) {
  if (same_crs(*from, *to)) return {};
  const auto way = Projection::between(from, to, centres_of(unit_places(areas)));
  if (!way) return core::fail(way.error());
  return way->project(areas, task);
}

}  // namespace vicinia::gis::io
