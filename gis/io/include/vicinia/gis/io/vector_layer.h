/// \file vector_layer.h
/// Polygon layers and point layers of any format that OGR knows: read, reprojected to metres, repaired; and written.
/// Paths:   a file, a folder of files, a .zip, .tar or .gz, a path through one ("districts.zip/2025/districts.shp"), or GDAL's own
///          /vsizip/, /vsitar/ and /vsigzip/. Nothing is fetched from a network.
/// System:  a stated coordinate system wins over the file's; see crs_choice.h for the rule. The whole layer is moved by one
///          coordinate operation.
/// Units:   coordinates of the layer's CRS in, metres of the target projection out.
/// Missing: an attribute that is null comes as an empty string. A feature without geometry keeps its place, with an
///          EmptyGeometry finding.
/// Errors:  FileNotFound, NotALocalFile, NotReadable, NotAVectorFile, UnknownName (no such layer), LayerNotNamed (a folder with
///          several), MissingCompanion (.shx, .dbf), TruncatedFile, MissingCrs, UnknownCrs, CrsMisfit (the numbers cannot be of
///          the system), ReprojectionFailed, GeographicCoordinates and InvalidArgument (a target not in metres), BadEncoding,
///          EmptyLayer, NotAPolygon, NonFiniteCoordinate, InvalidRing (could not be repaired), Cancelled;
///          when writing: FileNotWritable, UnsupportedFormat, ShapeMismatch, InvalidArgument (a name or text that the format cannot
///          hold), NotANumber, NotAWholeNumber, BadEncoding, EmptyGeometry (.fgb cannot hold features without geometry).
/// Findings: LayerChosen (of several), EncodingUnknown (no .cpg, and the driver does not say), CrsOverridden, PoorDatumShift,
///          InvalidRing (repaired; ring_fault.h reads reason and place), EmptyGeometry, NotAPolygon (points or lines of a
///          collection were passed over).
/// Cost:    O(vertices).
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "vicinia/core/base/progress.h"
#include "vicinia/core/base/result.h"
#include "vicinia/core/geom/types.h"

namespace vicinia::gis::io {

struct ReadOptions {
  std::string layer{};       ///< layer name; empty: the only one, or the first of the kind
  std::string source_crs{};  ///< of the file, whatever it says itself; empty: what it says, or MissingCrs
  std::string target_crs{};  ///< planar, metres; empty: the UTM zone (WGS 84) where most units are
  std::string encoding{};    ///< used where the file states none; empty: UTF-8 if the bytes are, else ISO-8859-1
};

/// Attribute values as text, in the order of `fields`.
struct Attributes {
  std::vector<std::string> fields{};
  std::vector<std::vector<std::string>> rows{};  ///< [feature][field]
  /// Position of a field, ignoring case; MissingField otherwise.
  [[nodiscard]] core::Result<std::size_t> column(std::string_view field, const std::string& file) const;
};

struct PolygonLayer {
  std::filesystem::path file{};
  std::string name{};  ///< of the layer within the file
  std::string crs{};   ///< of `areas`: the target, e.g. "EPSG:32648"
  Attributes attributes{};
  std::vector<core::geom::MultiPolygon> areas{};  ///< [feature]
  std::vector<core::Finding> findings{};
};

struct PointLayer {
  std::filesystem::path file{};
  std::string crs{};
  Attributes attributes{};
  std::vector<core::geom::Point> points{};  ///< [feature]
  std::vector<core::Finding> findings{};
};

[[nodiscard]] core::Result<PolygonLayer> read_polygons(const std::filesystem::path& file, const ReadOptions& options,
                                                       const core::Task& task = {});

/// Points from a vector layer, or from a CSV with columns lon/lat, longitude/latitude or x/y (then `source_crs`
/// defaults to EPSG:4326 for lon/lat).
[[nodiscard]] core::Result<PointLayer> read_points(const std::filesystem::path& file, const ReadOptions& options,
                                                   const core::Task& task = {});

/// A field to write: text, or whole or real numbers. A shapefile takes names of up to 10 bytes and texts of up to 254.
struct FieldDefinition {
  enum class Type { text, integer, real } type = Type::text;
  std::string name{};
};

struct LayerToWrite {
  std::string name{};
  std::string crs{};         ///< of `areas`
  std::string target_crs{};  ///< to write in; empty: as `crs`
  std::vector<FieldDefinition> fields{};
  std::vector<std::vector<std::string>> rows{};  ///< [feature][field]; empty text is null for numbers
  std::vector<core::geom::MultiPolygon> areas{};
};

/// Writes by extension: .shp (UTF-8, with .cpg and .prj), .gpkg, .geojson, .fgb. Writes beside the target and renames,
/// so that a failure leaves an older file whole. The same input gives the same bytes.
[[nodiscard]] core::Status write_polygons(const std::filesystem::path& file, const LayerToWrite& layer,
                                          const core::Task& task = {});

}  // namespace vicinia::gis::io
