#include <cpl_string.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <algorithm>
#include <atomic>
#include <optional>
#include <utility>

#include "base/gdal_setup.h"
#include "base/guard.h"
#include "base/output_folder.h"
#include "geometry/crs.h"
#include "geometry/polygon_conversion.h"
#include "layers/layer_fields.h"
#include "layers/layer_validity.h"
#include "layers/ogr_writing.h"
#include "vicinia/core/base/ascii.h"
#include "vicinia/gis/files/write_file.h"
#include "vicinia/gis/io/vector_layer.h"

namespace vicinia::gis::io {
namespace {

using core::Error;
using core::ErrorCode;
using core::Result;
using core::Status;
namespace fs = std::filesystem;
namespace geom = core::geom;

// The day the report came out. A date of today would make two equal layers differ.
constexpr const char* fixed_day = "2011-09-01";
constexpr const char* fixed_time = "2011-09-01T00:00:00.000Z";

struct Format {
  const char* extension;
  const char* driver;
  OGRwkbGeometryType geometry;
  std::vector<std::pair<const char*, const char*>> options;
  bool is_shapefile = false;
  bool drops_empty = false;  ///< loses features without geometry, and so the places of those behind
  bool is_geojson = false;
  bool hides_a_full_disk = false;
};

/// What the readers of GeoJSON expect, and where other formats stay as they are.
constexpr const char* degrees_crs = "EPSG:4326";

constexpr const char* layer_extensions_to_write = ".shp, .gpkg, .geojson, .fgb";

std::optional<Format> format_of(const fs::path& file) {
  const std::string extension = core::ascii_lower(file.extension().string());
  const std::vector<Format> formats{
      {".shp",
       "ESRI Shapefile",
       wkbPolygon,
       {{"ENCODING", "UTF-8"}, {"DBF_DATE_LAST_UPDATE", fixed_day}},
       true},
      {".gpkg", "GPKG", wkbMultiPolygon, {}},
      // 17 significant digits bring every double back as it was. GDAL 3.10 makes multipolygons of all areas of a layer of them.
      {".geojson", "GeoJSON", wkbUnknown, {{"SIGNIFICANT_FIGURES", "17"}}, false, false, true, true},
      // The spatial index of FlatGeobuf would put the features in another order. Without one, GDAL
      // before 3.6.4 drops features that have no geometry (GDAL issue 7401).
      {".fgb", "FlatGeobuf", wkbMultiPolygon, {{"SPATIAL_INDEX", "NO"}}, false, true, false, true}};
  const auto at =
      std::ranges::find(formats, extension, [](const Format& f) { return std::string(f.extension); });
  if (at == formats.end()) return std::nullopt;
  return *at;
}

Error unknown_format(const fs::path& file) {
  const std::string extension = file.extension().string();
  return {.code = ErrorCode::unsupported_format,
          .subject = {.file = file.string()},
          .detail = extension + "|" + layer_extensions_to_write};
}

bool is_degrees_of_wgs84(const OGRSpatialReference& crs) {
  const auto reference = parse_crs(degrees_crs);
  const char* const options[] = {"IGNORE_DATA_AXIS_TO_SRS_AXIS_MAPPING=YES", "CRITERION=EQUIVALENT", nullptr};
  return reference && crs.IsSame(reference->get(), options) != 0;
}

Status write_into(const fs::path& file, const Format& format, const LayerToWrite& content,
                  std::span<const geom::MultiPolygon> areas, const CrsPtr& crs,
                  const std::vector<FieldSize>& sizes, const core::Task& task) {
  GdalMessages messages;
  const ScopedOption date("OGR_CURRENT_DATE", fixed_time);
  const auto not_writable = [&] {
    return core::fail({.code = ErrorCode::file_not_writable, .detail = messages.told()});
  };
  GDALDriver* driver = GetGDALDriverManager()->GetDriverByName(format.driver);
  if (driver == nullptr)
    return core::fail({.code = ErrorCode::unsupported_format,
                       .detail = std::string(format.driver) + "|" + layer_extensions_to_write});
  DatasetPtr dataset(driver->Create(file.string().c_str(), 0, 0, 0, GDT_Unknown, nullptr));
  if (!dataset) return not_writable();
  CPLStringList options;
  for (const auto& [key, value] : format.options) options.SetNameValue(key, value);
  const bool by_rfc7946 = format.is_geojson && is_degrees_of_wgs84(*crs);
  if (by_rfc7946) {
    options.SetNameValue("RFC7946", "YES");
    // The seven decimals that GDAL would take by default move vertices by centimetres, onto other lines it
    // may be.
    options.SetNameValue("COORDINATE_PRECISION", "15");
  }
  // OGR takes the reference system without const, and copies it.
  OGRSpatialReference reference(*crs);
  const std::string name = format.is_shapefile || content.name.empty() ? file.stem().string() : content.name;
  OGRLayer* layer = dataset->CreateLayer(name.c_str(), &reference, format.geometry, options.List());
  if (layer == nullptr) return not_writable();
  if (auto ok = create_fields(*layer, content, sizes, format.is_shapefile, messages); !ok) return ok;
  if (auto ok = create_features(*layer, content, areas, by_rfc7946, task, messages); !ok) return ok;
  dataset
      .reset();  // the last bytes go out here, and a full disk is heard of here, but for what hides_a_full_disk
  if (messages.has_failure()) return not_writable();
  return {};
}

/// GDAL writes these formats through a buffer whose end it does not check. In memory nothing is lost, and our own writing hears of the disk.
Status write_through_memory(const fs::path& file, const Format& format, const LayerToWrite& content,
                            std::span<const geom::MultiPolygon> areas, const CrsPtr& crs,
                            const std::vector<FieldSize>& sizes, const core::Task& task) {
  static std::atomic<unsigned> count = 0;
  const fs::path folder = "/vsimem/vicinia-output-" + std::to_string(++count),
                 in_memory = folder / file.filename();
  const struct Removed {
    const fs::path& folder;
    ~Removed() { VSIRmdirRecursive(folder.c_str()); }
  } removed{folder};
  if (auto written = write_into(in_memory, format, content, areas, crs, sizes, task); !written)
    return written;
  vsi_l_offset bytes = 0;
  const GByte* const begin = VSIGetMemFileBuffer(in_memory.c_str(), &bytes, FALSE);
  if (begin == nullptr)
    return core::fail({.code = ErrorCode::file_not_writable, .detail = "the file was cut short"});
  return files::write_file(file, {reinterpret_cast<const char*>(begin), static_cast<std::size_t>(bytes)});
}

Status write(const fs::path& file, const LayerToWrite& layer, std::span<const geom::MultiPolygon> given,
             const core::Task& task) {
  const std::string name = file.string();
  const auto with_file = [&](Error error) {
    error.subject.file = name;
    return core::fail(std::move(error));
  };
  register_drivers();
  const auto format = format_of(file);
  if (!format) return core::fail(unknown_format(file));
  if (format->drops_empty)
    for (std::size_t row = 0; row < given.size(); ++row)
      if (given[row].empty())
        return core::fail({.code = ErrorCode::empty_geometry, .subject = {.file = name, .row = row + 1}});
  const auto sizes = measure_fields(name, layer, given.size(), format->is_shapefile);
  if (!sizes) return core::fail(sizes.error());

  const auto from = parse_crs(layer.crs);
  if (!from) return with_file(from.error());
  const std::string target = !layer.target_crs.empty() ? layer.target_crs
                             : format->is_geojson      ? degrees_crs
                                                       : layer.crs;
  const auto to = parse_crs(target);
  if (!to) return with_file(to.error());
  std::vector<geom::MultiPolygon> moved_areas;
  std::span<const geom::MultiPolygon> areas = given;
  if (layer.check_validity || !same_crs(**from, **to)) {
    moved_areas.assign(given.begin(), given.end());
    if (auto moved = reproject(moved_areas, *from, *to, {.stop = task.stop}); !moved)
      return with_file(moved.error());
    if (layer.check_validity) {
      const bool in_degrees = (*to)->IsGeographic() != 0;
      if (auto valid = check_validity({given, layer.crs, moved_areas, target, in_degrees, layer.ids}, task);
          !valid)
        return with_file(valid.error());
    }
    areas = moved_areas;
  }

  auto folder = OutputFolder::beside(file);
  if (!folder) return core::fail(folder.error());
  const auto written = format->hides_a_full_disk
                           ? write_through_memory(folder->file(), *format, layer, areas, *to, *sizes, task)
                           : write_into(folder->file(), *format, layer, areas, *to, *sizes, task);
  if (!written) return with_file(written.error());
  if (auto released = folder->release(); !released) return released;
  task.at(1, "write");
  return {};
}

}  // namespace

Status check_layer_format(const fs::path& file) {
  return format_of(file) ? Status{} : core::fail(unknown_format(file));
}

bool writes_shapefile(const fs::path& file) {
  const auto format = format_of(file);
  return format && format->is_shapefile;
}

bool writes_geojson(const fs::path& file) {
  const auto format = format_of(file);
  return format && format->is_geojson;
}

Result<bool> is_wgs84(const std::string& crs) {
  const auto parsed = parse_crs(crs);
  if (!parsed) return core::fail(parsed.error());
  return is_degrees_of_wgs84(**parsed);
}

Status write_polygons(const fs::path& file, const LayerToWrite& layer, const core::Task& task) {
  return write_polygons(file, layer, layer.areas, task);
}

Status write_polygons(const fs::path& file, const LayerToWrite& layer,
                      std::span<const geom::MultiPolygon> areas, const core::Task& task) {
  return guarded(file.string(), [&] { return write(file, layer, areas, task); });
}

}  // namespace vicinia::gis::io
