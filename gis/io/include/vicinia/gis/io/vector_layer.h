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
///          when writing: FileNotWritable, UnsupportedFormat, ShapeMismatch, InvalidArgument (a field's name), TextTooLong (for a
///          shapefile), NotANumber, NotAWholeNumber, BadEncoding, EmptyGeometry (.fgb cannot hold features without geometry),
///          BrokenOutline (an area that is not valid; with its place).
/// Findings: LayerChosen (of several), EncodingUnknown (no .cpg, and the driver does not say), CrsOverridden, PoorDatumShift,
///          InvalidRing (repaired; ring_fault.h reads reason and place), EmptyGeometry, NotAPolygon (points or lines of a
///          collection were passed over).
/// Cost:    O(vertices).
#pragma once

#include <filesystem>
#include <span>
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
  /// Of the text, whatever the file states; empty: what it states or is recognised in, else UTF-8 if the bytes are, else ISO-8859-1.
  std::string encoding{};
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

[[nodiscard]] core::Result<PolygonLayer> read_polygons(const std::filesystem::path& file,
                                                       const ReadOptions& options,
                                                       const core::Task& task = {});

/// Moves areas from one system into another, by one coordinate operation: equal vertices stay equal. `to` may be in degrees.
/// Errors: UnknownCrs, ReprojectionFailed (row: the area, 1 = first), Cancelled.
[[nodiscard]] core::Status move_areas(std::span<core::geom::MultiPolygon> areas, const std::string& from,
                                      const std::string& to, const core::Task& task = {});

/// Points from a vector layer, or from a CSV with columns lon/lat, longitude/latitude or x/y (then `source_crs`
/// defaults to EPSG:4326 for lon/lat).
[[nodiscard]] core::Result<PointLayer> read_points(const std::filesystem::path& file,
                                                   const ReadOptions& options, const core::Task& task = {});

/// A field to write: text, whole or real numbers, or yes and no ("1", "0"; a whole number in a shapefile). A shapefile takes names of up to 10 bytes and texts of up to 254.
struct FieldDefinition {
  enum class Type { text, integer, real, boolean } type = Type::text;
  std::string name{};
  std::string short_name{};  ///< in a shapefile; empty: `name`
};

/// Gives a `short_name` of up to 10 bytes, unlike all others, to each field whose name is too long for a shapefile; those that
/// have one keep it. Returns the positions of those that got one.
std::vector<std::size_t> shorten_field_names(std::vector<FieldDefinition>& fields);

struct LayerToWrite {
  std::string name{};
  std::string crs{};         ///< of `areas`
  std::string target_crs{};  ///< to write in; empty: WGS 84 for .geojson, as RFC 7946 asks, else as `crs`
  std::vector<FieldDefinition> fields{};
  std::vector<std::vector<std::string>> rows{};  ///< [feature][field]; empty text is null for numbers
  std::vector<core::geom::MultiPolygon> areas{};
  std::vector<std::string> ids{};  ///< [feature]: what errors call it; empty: its number
  /// false: the areas are written as they are, for what is known to be valid and is only drawn.
  bool check_validity = true;
};

/// Whether a layer can be written under this name. Errors: UnsupportedFormat.
[[nodiscard]] core::Status check_layer_format(const std::filesystem::path& file);
/// Whether .shp is meant, which holds little: names of fields of 10 bytes, texts of 254.
[[nodiscard]] bool writes_shapefile(const std::filesystem::path& file);
inline constexpr std::size_t shapefile_longest_text = 254;
[[nodiscard]] bool writes_geojson(const std::filesystem::path& file);
/// Whether these are the degrees that GeoJSON is in by RFC 7946. Errors: UnknownCrs.
[[nodiscard]] core::Result<bool> is_wgs84(const std::string& crs);

/// Writes by extension: .shp (UTF-8, with .cpg and .prj), .gpkg, .geojson, .fgb. Writes beside the target and renames,
/// so that a failure leaves an older file whole. The same input gives the same bytes.
/// GeoJSON in WGS 84 is that of RFC 7946: no "crs" member, outer rings counter-clockwise; with another `target_crs` it has one.
/// Every area is valid in the coordinates as written: GEOS is asked, for several at a time. One that only the way into
/// `target_crs` made invalid, by less than a square metre, is repaired.
[[nodiscard]] core::Status write_polygons(const std::filesystem::path& file, const LayerToWrite& layer,
                                          const core::Task& task = {});
/// The same for areas that belong to somebody else and are not copied; `layer.areas` is not looked at.
[[nodiscard]] core::Status write_polygons(const std::filesystem::path& file, const LayerToWrite& layer,
                                          std::span<const core::geom::MultiPolygon> areas,
                                          const core::Task& task = {});

}  // namespace vicinia::gis::io
