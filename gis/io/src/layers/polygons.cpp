#include <ogr_geometry.h>
#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>

#include <cmath>
#include <optional>
#include <utility>

#include "base/guard.h"
#include "base/sub_task.h"
#include "geometry/crs_choice.h"
#include "geometry/polygon_conversion.h"
#include "geometry/projection.h"
#include "geometry/ring_repair.h"
#include "geometry/unit_places.h"
#include "layers/ogr_layer.h"
#include "vicinia/core/base/error_list.h"
#include "vicinia/core/topology/t_junctions.h"
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

/// Takes the features of a layer as they come. One that cannot be an area does not end the reading: the others of its kind
/// belong into the same message.
void take(PolygonLayer& layer, std::size_t row, const OGRGeometry* geometry, core::ErrorList& errors) {
  const std::string file = layer.file.string();
  const auto error_at = [&](ErrorCode code, std::string detail = {}) {
    return Error{.code = code, .subject = {.file = file, .row = row}, .detail = std::move(detail)};
  };
  layer.areas.emplace_back();
  if (geometry == nullptr || geometry->IsEmpty()) {
    layer.findings.push_back(error_at(ErrorCode::empty_geometry));
    return;
  }
  PolygonsFound found = to_core(*geometry);
  if (found.polygons.empty()) return errors.add(error_at(ErrorCode::not_a_polygon, type_name(*geometry)));
  if (found.has_others) layer.findings.push_back(error_at(ErrorCode::not_a_polygon, type_name(*geometry)));
  if (!all_finite(found.polygons)) return errors.add(error_at(ErrorCode::non_finite_coordinate));
  layer.areas.back() = std::move(found.polygons);
}

Error cancelled(const std::string& file) { return {.code = ErrorCode::cancelled, .subject = {.file = file}}; }

/// Adds what was found, with the name of the file.
void add_findings(PolygonLayer& layer, std::vector<core::Finding> findings) {
  for (core::Finding& finding : findings) {
    finding.subject.file = layer.file.string();
    layer.findings.push_back(std::move(finding));
  }
}

/// Of one area, made valid: a finding for each fault.
void add_repairs(PolygonLayer& layer, std::size_t i, const std::vector<RingFault>& faults) {
  for (const RingFault& fault : faults)
    add_findings(layer,
                 {{.code = ErrorCode::invalid_ring, .subject = {.row = i + 1}, .detail = text_of(fault)}});
  if (!faults.empty() && layer.areas[i].empty())
    add_findings(layer, {{.code = ErrorCode::empty_geometry, .subject = {.row = i + 1}}});
}

Status repair_all(PolygonLayer& layer, const core::Task& task) {
  const std::string file = layer.file.string();
  std::vector<std::optional<core::Result<Repair>>> repairs(layer.areas.size());
  // In steps, so that the thread that asked can tell how far it is.
  constexpr std::size_t steps = 10;
  for (std::size_t step = 0; step < steps; ++step) {
    task.at(static_cast<double>(step) / steps, "check");
    const tbb::blocked_range<std::size_t> part(layer.areas.size() * step / steps,
                                               layer.areas.size() * (step + 1) / steps);
    tbb::parallel_for(part, [&](const auto& range) {
      for (std::size_t i = range.begin(); i != range.end() && !task.stop.stop_requested(); ++i) {
        if (layer.areas[i].empty()) continue;
        auto repair = make_valid(std::move(layer.areas[i]));
        if (repair) layer.areas[i] = std::move(repair->area);
        if (!repair || !repair->faults.empty()) repairs[i] = std::move(repair);
      }
    });
    if (task.stop.stop_requested()) return core::fail(cancelled(file));
  }
  for (std::size_t i = 0; i < repairs.size(); ++i) {
    if (!repairs[i]) continue;
    if (!*repairs[i]) {
      Error error = std::move(repairs[i]->error());
      error.subject.file = file;
      error.subject.row = i + 1;
      return core::fail(std::move(error));
    }
    add_repairs(layer, i, (*repairs[i])->faults);
  }
  return {};
}

/// Of the areas as they stand in the file.
struct Source {
  CrsPtr crs{};
  std::vector<UnitPlace> places{};
};

/// Areas and attributes as they stand in the file, and in which system.
Result<Source> read_source(PolygonLayer& layer, const ReadOptions& options, const core::Task& task) {
  core::ErrorList errors;
  auto content = read_layer(layer.file, options, LayerKind::areas, task,
                            [&](std::size_t row, const OGRGeometry* geometry) -> Status {
                              take(layer, row, geometry, errors);
                              return {};
                            });
  if (!content) return core::fail(content.error());
  if (!errors.empty()) return core::fail(std::move(errors).chained());
  layer.name = std::move(content->name);
  layer.attributes = std::move(content->attributes);
  layer.findings.insert(layer.findings.begin(), content->findings.begin(), content->findings.end());
  std::vector<UnitPlace> places = unit_places(layer.areas);
  auto source = choose_crs(content->crs, options.source_crs, places);
  if (!source) return core::fail(source.error());
  add_findings(layer, std::move(source->findings));
  if (places.empty()) return core::fail({.code = ErrorCode::empty_layer});
  layer.crs = options.target_crs;
  if (layer.crs.empty()) {
    auto zone = utm_zone_of(source->crs, places);
    if (!zone) return core::fail(zone.error());
    layer.crs = *std::move(zone);
  }
  return Source{.crs = source->crs, .places = std::move(places)};
}

Status project(PolygonLayer& layer, const Source& source, const core::Task& task) {
  const auto target = parse_planar_crs(layer.crs);
  if (!target) return core::fail(target.error());
  const auto way = Projection::between(source.crs, *target, centres_of(source.places));
  if (!way) return core::fail(way.error());
  constexpr double poor_accuracy_m = 10;
  if (!way->is_known_here())
    add_findings(layer, {{.code = ErrorCode::poor_datum_shift,
                          .subject = {.field = "unknown", .id = label_of(*source.crs)}}});
  else if (way->accuracy_m().value_or(0) > poor_accuracy_m)
    add_findings(layer, {{.code = ErrorCode::poor_datum_shift,
                          .subject = {.id = label_of(*source.crs)},
                          .detail = std::to_string(std::lround(*way->accuracy_m()))}});
  return way->project(layer.areas, task);
}

Result<PolygonLayer> read_and_repair(const std::filesystem::path& file, const ReadOptions& options,
                                     const core::Task& task) {
  const auto with_file = [&](Error error) {
    if (error.subject.file.empty()) error.subject.file = file.string();
    return core::fail(std::move(error));
  };
  // A wrong target is known before any file is opened.
  if (!options.target_crs.empty())
    if (auto target = parse_planar_crs(options.target_crs); !target) return with_file(target.error());

  PolygonLayer layer{.file = file};
  const auto source = read_source(layer, options, part_of(task, 0, 0.4));
  if (!source) return with_file(source.error());
  // Here vertices still stand where the file has them: those of T-junctions no longer lie on straight lines
  // once they are projected.
  core::topology::add_t_junctions(layer.areas);
  if (auto moved = project(layer, *source, part_of(task, 0.4, 0.8)); !moved) return with_file(moved.error());
  if (auto repaired = repair_all(layer, part_of(task, 0.8, 1)); !repaired) return with_file(repaired.error());
  task.at(1, "check");
  return layer;
}

}  // namespace

Result<PolygonLayer> read_polygons(const std::filesystem::path& file, const ReadOptions& options,
                                   const core::Task& task) {
  return guarded(file.string(), [&] { return read_and_repair(file, options, task); });
}

Status move_areas(std::span<geom::MultiPolygon> areas, const std::string& from, const std::string& to,
                  const core::Task& task) {
  return guarded({}, [&]() -> Status {
    const auto source = parse_crs(from);
    if (!source) return core::fail(source.error());
    const auto target = parse_crs(to);
    if (!target) return core::fail(target.error());
    return reproject(areas, *source, *target, task);
  });
}

}  // namespace vicinia::gis::io
