/// \file crs.h
/// Coordinate reference systems. The way between two is in projection.h.
/// Units:   x is east or longitude, y is north or latitude, whatever order the authority names.
/// Errors:  UnknownCrs, GeographicCoordinates, InvalidArgument (not in metres), ReprojectionFailed.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>

#include "vicinia/core/base/progress.h"
#include "vicinia/core/base/result.h"
#include "vicinia/core/geom/types.h"

class OGRSpatialReference;

namespace vicinia::gis::io {

using CrsPtr = std::shared_ptr<const OGRSpatialReference>;

/// A copy with the traditional order of axes.
[[nodiscard]] CrsPtr adopt_crs(const OGRSpatialReference& crs);

/// "EPSG:n", WKT or a PROJ string; never a file or an address.
[[nodiscard]] core::Result<CrsPtr> parse_crs(const std::string& text);

/// One whose coordinates are metres on a plane.
[[nodiscard]] core::Result<CrsPtr> parse_planar_crs(const std::string& text);

/// "EPSG:326zz" (north) or "EPSG:327zz" (south) for a point of another system.
[[nodiscard]] core::Result<std::string> utm_zone_at(const CrsPtr& crs, const core::geom::Point& point);

/// Whether their coordinates are the same, whatever their names are.
[[nodiscard]] bool same_crs(const OGRSpatialReference& a, const OGRSpatialReference& b);

/// For people: "EPSG:3405 (VN-2000 / UTM zone 48N)", or the name alone.
[[nodiscard]] std::string label_of(const OGRSpatialReference& crs);

/// "605000 1205000": metres or degrees as they are, with no more digits than a person needs.
[[nodiscard]] std::string place_text(const core::geom::Point& point);

/// Moves every point of every area, in one coordinate operation. Equal vertices stay equal, so shared borders stay shared.
/// Errors carry the row of the area, 1 = first.
[[nodiscard]] core::Status reproject(std::span<core::geom::MultiPolygon> areas, const CrsPtr& from,
                                     const CrsPtr& to, const core::Task& task = {});

}  // namespace vicinia::gis::io
