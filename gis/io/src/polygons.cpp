#include <ogr_geometry.h>

#include <boost/geometry/algorithms/envelope.hpp>
#include <boost/geometry/algorithms/expand.hpp>
#include <boost/geometry/algorithms/is_empty.hpp>
#include <boost/geometry/strategies/strategies.hpp>
#include <cmath>
#include <numeric>
#include <optional>
#include <utility>

#include "crs.h"
#include "guard.h"
#include "ogr_layer.h"
#include "polygon_conversion.h"
#include "ring_repair.h"
#include "sub_task.h"
#include "vicinia/gis/io/vector_layer.h"

namespace vicinia::gis::io {
namespace {

using core::Error;
using core::ErrorCode;
using core::Result;
using core::Status;
namespace geom = core::geom;

bool all_finite(const geom::MultiPolygon& area) {
  bool finite = true;
  for_each_point(
      area, [&](const geom::Point& p) { finite = finite && std::isfinite(p.x()) && std::isfinite(p.y()); });
  return finite;
}

/// Takes the features of a layer as they come.
Status take(PolygonLayer& layer, std::size_t row, const OGRGeometry* geometry) {
  const std::string file = layer.file.string();
  const auto error_at = [&](ErrorCode code, std::string detail = {}) {
    return Error{.code = code, .subject = {.file = file, .row = row}, .detail = std::move(detail)};
  };
  layer.areas.emplace_back();
  if (geometry == nullptr || geometry->IsEmpty()) {
    layer.findings.push_back(error_at(ErrorCode::empty_geometry));
    return {};
  }
  PolygonsFound found = to_core(*geometry);
  if (found.polygons.empty()) return core::fail(error_at(ErrorCode::not_a_polygon, type_name(*geometry)));
  if (found.has_others) layer.findings.push_back(error_at(ErrorCode::not_a_polygon, type_name(*geometry)));
  if (!all_finite(found.polygons)) return core::fail(error_at(ErrorCode::non_finite_coordinate));
  layer.areas.back() = std::move(found.polygons);
  return {};
}

std::optional<geom::Point> centre_of(const std::vector<geom::MultiPolygon>& areas) {
  std::optional<geom::Box> box;
  for (const geom::MultiPolygon& area : areas) {
    if (boost::geometry::is_empty(area)) continue;
    const auto bounds = boost::geometry::return_envelope<geom::Box>(area);
    if (box)
      boost::geometry::expand(*box, bounds);
    else
      box = bounds;
  }
  if (!box) return std::nullopt;
  return geom::Point(std::midpoint(box->min_corner().x(), box->max_corner().x()),
                     std::midpoint(box->min_corner().y(), box->max_corner().y()));
}

Status repair_all(PolygonLayer& layer, const core::Task& task) {
  const std::string file = layer.file.string();
  for (std::size_t i = 0; i < layer.areas.size(); ++i) {
    if (task.stop.stop_requested())
      return core::fail({.code = ErrorCode::cancelled, .subject = {.file = file}});
    task.at(static_cast<double>(i) / static_cast<double>(layer.areas.size()), "check");
    if (layer.areas[i].empty()) continue;
    auto repair = make_valid(std::move(layer.areas[i]));
    if (!repair) {
      Error error = std::move(repair.error());
      error.subject.file = file;
      error.subject.row = i + 1;
      return core::fail(std::move(error));
    }
    layer.areas[i] = std::move(repair->area);
    if (repair->reason.empty()) continue;
    layer.findings.push_back(
        {.code = ErrorCode::invalid_ring, .subject = {.file = file, .row = i + 1}, .detail = repair->reason});
    if (layer.areas[i].empty())
      layer.findings.push_back({.code = ErrorCode::empty_geometry, .subject = {.file = file, .row = i + 1}});
  }
  return {};
}

Result<PolygonLayer> read_and_repair(const std::filesystem::path& file, const ReadOptions& options,
                                     const core::Task& task) {
  const std::string name = file.string();
  const auto with_file = [&](Error error) {
    error.subject.file = name;
    return core::fail(std::move(error));
  };
  // A wrong target is known before any file is opened.
  if (!options.target_crs.empty())
    if (auto target = parse_planar_crs(options.target_crs); !target) return with_file(target.error());

  PolygonLayer layer{.file = file};
  auto content =
      read_layer(file, options, part_of(task, 0, 0.4),
                 [&](std::size_t row, const OGRGeometry* geometry) { return take(layer, row, geometry); });
  if (!content) return core::fail(content.error());
  layer.attributes = std::move(content->attributes);
  layer.findings.insert(layer.findings.begin(), content->findings.begin(), content->findings.end());

  const auto centre = centre_of(layer.areas);
  if (!centre) return core::fail({.code = ErrorCode::empty_layer, .subject = {.file = name}});
  layer.crs = options.target_crs;
  if (layer.crs.empty()) {
    auto zone = utm_zone_at(content->crs, *centre);
    if (!zone) return with_file(zone.error());
    layer.crs = *std::move(zone);
  }
  const auto target = parse_planar_crs(layer.crs);
  if (!target) return with_file(target.error());
  if (auto moved = reproject(layer.areas, content->crs, *target, part_of(task, 0.4, 0.6)); !moved)
    return with_file(moved.error());
  if (auto repaired = repair_all(layer, part_of(task, 0.6, 1)); !repaired)
    return core::fail(repaired.error());
  task.at(1, "check");
  return layer;
}

}  // namespace

Result<PolygonLayer> read_polygons(const std::filesystem::path& file, const ReadOptions& options,
                                   const core::Task& task) {
  return guarded(file.string(), [&] { return read_and_repair(file, options, task); });
}

}  // namespace vicinia::gis::io
