#include "geometry/crs_choice.h"

#include <ogr_spatialref.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string_view>
#include <utility>

#include "base/gdal_setup.h"
#include "geometry/projection.h"

namespace vicinia::gis::io {
namespace {

using core::ErrorCode;
using core::Result;
namespace geom = core::geom;

/// Longitudes also run to 360 in some layers of the Pacific.
constexpr double most_longitude = 360, most_latitude = 90;
/// Viet Nam with its islands, in degrees.
constexpr double vn_west = 102, vn_east = 118, vn_south = 6, vn_north = 24;
/// Off the coast: most units of a layer lie on the mainland.
constexpr double vn_mainland_east = 110;

/// In the order in which they are offered: national systems first, WGS 84, zones of provinces, older ones,
/// web maps.
constexpr std::array<int, 25> systems_of_viet_nam{3405, 3406, 32648, 32649, 5896, 5897, 5898, 5899, 9205,
                                                  9206, 9207, 9208,  9209,  9210, 9211, 9212, 9213, 9214,
                                                  9215, 9216, 9217,  9218,  2044, 2045, 3857};

bool is_degree(double longitude, double latitude) {
  return std::abs(longitude) <= most_longitude && std::abs(latitude) <= most_latitude;
}
bool in_viet_nam(double longitude, double latitude) {
  return longitude >= vn_west && longitude <= vn_east && latitude >= vn_south && latitude <= vn_north;
}

/// More than half of the units.
template <class Test>
bool mostly(const std::vector<UnitPlace>& places, Test test) {
  return 2 * static_cast<std::size_t>(std::ranges::count_if(places, test)) > places.size();
}

/// In degrees of the system's own datum.
struct Area {
  double west = 0, south = 0, east = 0, north = 0;
  [[nodiscard]] bool holds(const geom::Point& p, double margin) const {
    return p.x() >= west - margin && p.x() <= east + margin && p.y() >= south - margin &&
           p.y() <= north + margin;
  }
};

std::optional<Area> area_of_use(const OGRSpatialReference& crs) {
  Area area;
  const char* name = nullptr;
  if (!crs.GetAreaOfUse(&area.west, &area.south, &area.east, &area.north, &name) || area.west < -180)
    return std::nullopt;
  return area;
}

enum class Misfit { none, degrees, metres, swapped };

Misfit misfit_of_degrees(const std::vector<UnitPlace>& places) {
  const auto fits = [](const UnitPlace& p) { return is_degree(p.centre.x(), p.centre.y()); };
  if (!mostly(places, std::not_fn(fits))) return Misfit::none;
  return mostly(places, [](const UnitPlace& p) { return is_degree(p.centre.y(), p.centre.x()); })
             ? Misfit::swapped
             : Misfit::degrees;
}

/// Degrees that are labelled as metres lie, all of them, within a stone's throw of the origin.
bool looks_like_degrees(const UnitPlace& p) {
  const geom::Point &low = p.box.min_corner(), &high = p.box.max_corner();
  const double x = std::max(std::abs(low.x()), std::abs(high.x())),
               y = std::max(std::abs(low.y()), std::abs(high.y()));
  return (x <= 180 && y <= most_latitude) ||
         (in_viet_nam(low.y(), low.x()) && in_viet_nam(high.y(), high.x()));
}

/// Only where nothing else explains them: read as they are they lie off the system's area and off Viet Nam,
/// exchanged in both.
bool is_swapped_in_metres(const CrsPtr& crs, const std::vector<UnitPlace>& places) {
  const auto wgs84 = parse_crs("EPSG:4326");
  const auto middle = middle_of(places);
  if (!wgs84 || !middle) return false;
  const auto way = Projection::between(crs, *wgs84, {&*middle, 1});
  if (!way) return false;
  const auto area = area_of_use(*crs);
  const auto plausible = [&](const geom::Point& point, double margin) {
    const auto place = way->image_of(point);
    return place && (in_viet_nam(place->x(), place->y()) || (area && area->holds(*place, margin)));
  };
  if (plausible(*middle, 1)) return false;
  const auto exchanged = way->image_of(geom::Point(middle->y(), middle->x()));
  return exchanged && in_viet_nam(exchanged->x(), exchanged->y()) && (!area || area->holds(*exchanged, 1));
}

Misfit misfit_of(const CrsPtr& crs, const std::vector<UnitPlace>& places) {
  if (places.empty()) return Misfit::none;
  if (crs->IsGeographic()) return misfit_of_degrees(places);
  if (!crs->IsProjected()) return Misfit::none;
  if (mostly(places, looks_like_degrees)) return Misfit::metres;
  return is_swapped_in_metres(crs, places) ? Misfit::swapped : Misfit::none;
}

/// A .prj may name a known system in words of its own.
bool means_the_same(const OGRSpatialReference& of_file, const OGRSpatialReference& stated) {
  if (same_crs(of_file, stated)) return true;
  const std::unique_ptr<OGRSpatialReference, void (*)(OGRSpatialReference*)> known(
      of_file.FindBestMatch(), [](OGRSpatialReference* crs) {
        if (crs != nullptr) crs->Release();
      });
  return known && same_crs(*known, stated);
}

core::Error misfit_error(Misfit misfit, const OGRSpatialReference& crs, bool is_geojson_default,
                         const geom::Point& place) {
  const std::string candidates = misfit == Misfit::swapped ? std::string() : crs_candidates(place);
  const char* kind = misfit == Misfit::swapped  ? "swapped"
                     : candidates.empty()       ? ""
                     : misfit == Misfit::metres ? "metres"
                     : is_geojson_default       ? "geojson"
                                                : "degrees";
  return {.code = ErrorCode::crs_misfit,
          .subject = {.field = kind, .id = label_of(crs)},
          .detail = place_text(place) + "|" + candidates};
}

}  // namespace

Result<std::string> utm_zone_of(const CrsPtr& crs, const std::vector<UnitPlace>& places) {
  const auto middle = middle_of(places);
  if (!middle) return core::fail({.code = ErrorCode::empty_layer});
  auto zone = utm_zone_at(crs, *middle);
  for (std::size_t i = 0; !zone && i < places.size(); ++i)
    if (auto of_one = utm_zone_at(crs, places[i].centre)) zone = std::move(of_one);
  return zone;
}

std::string crs_candidates(const geom::Point& place) {
  if (is_degree(place.x(), place.y())) {
    // The same numbers would do for any datum; these two are the likely ones here.
    return in_viet_nam(place.x(), place.y()) ? "EPSG:4326 (WGS 84), EPSG:4756 (VN-2000)"
                                             : "EPSG:4326 (WGS 84)";
  }
  // Latitude first: that they are swapped will be the next thing to be told.
  if (in_viet_nam(place.y(), place.x())) return "EPSG:4326 (WGS 84)";
  std::string text;
  const GdalMessages quiet;
  for (const int code : systems_of_viet_nam) {
    const auto crs = parse_crs("EPSG:" + std::to_string(code));
    if (!crs) continue;
    // On its own datum: a shift of some hundred metres makes no difference here.
    const std::unique_ptr<OGRSpatialReference, void (*)(OGRSpatialReference*)> degrees(
        (*crs)->CloneGeogCS(), [](OGRSpatialReference* c) { c->Release(); });
    const auto way = Projection::between(*crs, adopt_crs(*degrees), {&place, 1});
    const auto image = way ? way->image_of(place) : std::nullopt;
    const auto area = area_of_use(**crs);
    constexpr double coast = 0.1;
    if (!image || !in_viet_nam(image->x(), image->y()) || image->x() > vn_mainland_east || !area ||
        !area->holds(*image, coast))
      continue;
    text += (text.empty() ? "" : ", ") + label_of(**crs);
  }
  return text;
}

Result<CrsChoice> choose_crs(const FileCrs& of_file, const std::string& stated,
                             const std::vector<UnitPlace>& places) {
  const GdalMessages quiet;
  const auto middle = middle_of(places);
  CrsChoice choice{.crs = of_file.crs};
  if (!stated.empty()) {
    auto crs = parse_crs(stated);
    if (!crs) return core::fail(crs.error());
    choice.crs = *std::move(crs);
    if (of_file.crs && !of_file.is_assumed && !means_the_same(*of_file.crs, *choice.crs))
      choice.findings.push_back({.code = ErrorCode::crs_overridden,
                                 .subject = {.id = label_of(*choice.crs)},
                                 .detail = label_of(*of_file.crs)});
  }
  if (!choice.crs) {
    if (of_file.is_unreadable) return core::fail({.code = ErrorCode::unknown_crs});
    const std::string candidates = middle ? crs_candidates(*middle) : std::string();
    return core::fail({.code = ErrorCode::missing_crs,
                       .subject = {.field = candidates.empty() ? "" : "candidates"},
                       .detail = candidates});
  }
  const Misfit misfit = misfit_of(choice.crs, places);
  if (misfit != Misfit::none)
    return core::fail(misfit_error(misfit, *choice.crs,
                                   stated.empty() && of_file.is_assumed && of_file.is_geojson, *middle));
  return choice;
}

}  // namespace vicinia::gis::io
