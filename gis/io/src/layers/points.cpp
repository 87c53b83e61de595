#include <ogr_geometry.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <functional>
#include <numeric>
#include <optional>
#include <utility>

#include "base/guard.h"
#include "base/text.h"
#include "geometry/crs_choice.h"
#include "geometry/polygon_conversion.h"
#include "geometry/projection.h"
#include "geometry/unit_places.h"
#include "layers/ogr_layer.h"
#include "layers/points_of_table.h"
#include "vicinia/core/base/ascii.h"
#include "vicinia/core/base/error_list.h"
#include "vicinia/gis/io/table.h"
#include "vicinia/gis/io/vector_layer.h"

namespace vicinia::gis::io {
namespace {

using core::Error;
using core::ErrorCode;
using core::Result;
using core::Status;
namespace geom = core::geom;

struct Located {
  PointLayer layer{};
  FileCrs crs{};
  std::vector<std::size_t> rows{};  ///< [point] as an error names it
};

/// A .gpkg may hold a table or points: it is a layer unless somebody asks for the table.
bool is_table(const std::filesystem::path& file) {
  const std::string ending = core::ascii_lower(file.extension().string());
  return is_named_as_table(file) && ending != ".gpkg" && ending != ".txt" && ending != ".tsv";
}

struct CoordinateColumns {
  std::size_t x = 0, y = 0;
  bool are_degrees = false;
};

Result<CoordinateColumns> coordinate_columns(const Table& table) {
  struct ColumnPair {
    const char* x;
    const char* y;
    bool are_degrees;
  };
  for (const ColumnPair& names : {ColumnPair{"lon", "lat", true}, ColumnPair{"longitude", "latitude", true},
                                  ColumnPair{"x", "y", false}})
    if (table.has_column(names.x) && table.has_column(names.y))
      return CoordinateColumns{*table.column(names.x), *table.column(names.y), names.are_degrees};
  return core::fail(table.column("lon").has_value() ? table.column("lat").error()
                                                    : table.column("lon").error());
}

Result<double> coordinate(const Table& table, std::size_t row, std::size_t column) {
  const std::string_view text = trimmed(table.rows[row][column]);
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const auto wrong = [&](ErrorCode code) {
    return core::fail(
        {.code = code,
         .subject = {.file = table.file.string(), .row = table.lines[row], .field = table.columns[column]},
         .detail = table.rows[row][column]});
  };
  if (text.empty() || error != std::errc() || end != text.data() + text.size())
    return wrong(ErrorCode::not_a_number);
  if (!std::isfinite(number)) return wrong(ErrorCode::non_finite_coordinate);
  return number;
}

Result<Located> locate_table(Table table, const core::Task& task) {
  const auto columns = coordinate_columns(table);
  if (!columns) return core::fail(columns.error());
  Located located{.layer = {.file = table.file}};
  if (columns->are_degrees) {
    auto wgs84 = parse_crs("EPSG:4326");
    if (!wgs84) return core::fail(wgs84.error());
    located.crs = {.crs = *std::move(wgs84), .is_assumed = true};
  }
  core::ErrorList errors;
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    if (task.stop.stop_requested())
      return core::fail({.code = ErrorCode::cancelled, .subject = {.file = table.file.string()}});
    const auto x = coordinate(table, row, columns->x), y = coordinate(table, row, columns->y);
    for (const auto* one : {&x, &y})
      if (!*one) errors.add(one->error());
    if (x && y) located.layer.points.emplace_back(*x, *y);
  }
  if (!errors.empty()) return core::fail(std::move(errors).chained());
  located.rows = std::move(table.lines);
  located.layer.attributes = {std::move(table.columns), std::move(table.rows)};
  located.layer.findings = std::move(table.findings);
  return located;
}

Result<geom::Point> point_of(const OGRGeometry* geometry) {
  if (geometry == nullptr || geometry->IsEmpty())
    return core::fail({.code = ErrorCode::empty_geometry, .subject = {.field = "point"}});
  if (wkbFlatten(geometry->getGeometryType()) == wkbMultiPoint &&
      geometry->toMultiPoint()->getNumGeometries() == 1)
    return point_of(geometry->toMultiPoint()->getGeometryRef(0));
  if (wkbFlatten(geometry->getGeometryType()) != wkbPoint)
    return core::fail({.code = ErrorCode::invalid_argument,
                       .subject = {.field = "geometry"},
                       .detail = type_name(*geometry)});
  const OGRPoint* point = geometry->toPoint();
  if (!std::isfinite(point->getX()) || !std::isfinite(point->getY()))
    return core::fail({.code = ErrorCode::non_finite_coordinate});
  return geom::Point(point->getX(), point->getY());
}

Result<Located> locate_layer(const std::filesystem::path& file, const ReadOptions& options,
                             const core::Task& task) {
  Located located{.layer = {.file = file}};
  core::ErrorList errors;
  auto content = read_layer(file, options, LayerKind::points, task,
                            [&](std::size_t row, const OGRGeometry* geometry) -> Status {
                              auto point = point_of(geometry);
                              if (!point) {
                                point.error().subject.file = file.string();
                                point.error().subject.row = row;
                                errors.add(point.error());
                                return {};
                              }
                              located.layer.points.push_back(*point);
                              return {};
                            });
  if (!content) return core::fail(content.error());
  if (!errors.empty()) return core::fail(std::move(errors).chained());
  located.rows.resize(located.layer.points.size());
  std::iota(located.rows.begin(), located.rows.end(), std::size_t{1});
  located.layer.attributes = std::move(content->attributes);
  located.layer.findings = std::move(content->findings);
  located.crs = content->crs;
  return located;
}

using Locate = std::function<Result<Located>()>;

Result<PointLayer> read(const std::filesystem::path& file, const ReadOptions& options, const Locate& locate,
                        const core::Task& task) {
  const auto with_file = [&](Error error) {
    error.subject.file = file.string();
    return core::fail(std::move(error));
  };
  if (!options.target_crs.empty())
    if (auto target = parse_planar_crs(options.target_crs); !target) return with_file(target.error());
  auto located = locate();
  if (!located) return with_file(located.error());

  PointLayer& layer = located->layer;
  const std::vector<UnitPlace> places = unit_places(layer.points);
  const auto source = choose_crs(located->crs, options.source_crs, places);
  if (!source) return with_file(source.error());
  for (core::Finding finding : source->findings) {
    finding.subject.file = file.string();
    layer.findings.push_back(std::move(finding));
  }
  layer.crs = options.target_crs;
  if (layer.crs.empty()) {
    auto zone = utm_zone_of(source->crs, places);
    if (!zone) return with_file(zone.error());
    layer.crs = *std::move(zone);
  }
  const auto target = parse_planar_crs(layer.crs);
  if (!target) return with_file(target.error());
  const auto way = Projection::between(source->crs, *target, layer.points);
  if (!way) return with_file(way.error());
  if (auto moved = way->project(layer.points); !moved) {
    Error error = moved.error();
    if (error.subject.row) error.subject.row = located->rows[*error.subject.row - 1];
    return with_file(std::move(error));
  }
  task.at(1, "project");
  return std::move(layer);
}

}  // namespace

Result<PointLayer> points_of_table(Table table, const ReadOptions& options, const core::Task& task) {
  const std::filesystem::path file = table.file;
  return guarded(file.string(), [&] {
    return read(
        file, options, [&] { return locate_table(std::move(table), task); }, task);
  });
}

Result<PointLayer> read_points(const std::filesystem::path& file, const ReadOptions& options,
                               const core::Task& task) {
  const auto locate = [&]() -> Result<Located> {
    if (!is_table(file)) return locate_layer(file, options, task);
    auto table = read_table(TableRequest{.file = file, .sheet = options.layer, .encoding = options.encoding});
    if (!table) return core::fail(table.error());
    return locate_table(*std::move(table), task);
  };
  return guarded(file.string(), [&] { return read(file, options, locate, task); });
}

}  // namespace vicinia::gis::io
