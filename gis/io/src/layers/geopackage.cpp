#include "vicinia/gis/io/geopackage.h"

#include <cpl_string.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <array>
#include <fstream>
#include <limits>
#include <string>
#include <system_error>
#include <utility>

#include "base/gdal_setup.h"
#include "base/guard.h"
#include "base/output_folder.h"
#include "geometry/crs.h"
#include "layers/layer_fields.h"
#include "layers/ogr_writing.h"

namespace vicinia::gis::io {
namespace {

using core::ErrorCode;
using core::Result;
using core::Status;
namespace fs = std::filesystem;

/// A date of today would make two equal files differ.
constexpr const char* unchanging_time = "2011-09-01T00:00:00.000Z";

core::Error not_writable(const GdalMessages& messages) {
  return {.code = ErrorCode::file_not_writable, .detail = messages.told()};
}

Status write_layer(GDALDataset& file, const std::string& name, const AreasToWrite& content,
                   const core::Task& task, const GdalMessages& messages) {
  const auto sizes = measure_fields(name, content.layer, content.areas.size(), false);
  if (!sizes) return core::fail(sizes.error());
  const auto crs = parse_crs(content.layer.crs);
  if (!crs) return core::fail(crs.error());
  OGRSpatialReference reference(**crs);  // OGR takes it without const, and copies it
  OGRLayer* layer = file.CreateLayer(content.layer.name.c_str(), &reference, wkbMultiPolygon, nullptr);
  if (layer == nullptr) return core::fail(not_writable(messages));
  if (auto ok = create_fields(*layer, content.layer, *sizes, false, messages); !ok) return ok;
  return create_features(*layer, content.layer, content.areas, false, task, messages);
}

Status write_table(GDALDataset& file, const PlainTable& content, const GdalMessages& messages) {
  OGRLayer* layer = file.CreateLayer(content.name.c_str(), nullptr, wkbNone, nullptr);
  if (layer == nullptr) return core::fail(not_writable(messages));
  for (const PlainTable::Column& column : content.columns) {
    OGRFieldDefn definition(column.name.c_str(), column.holds_bytes ? OFTBinary : OFTString);
    if (layer->CreateField(&definition) != OGRERR_NONE) return core::fail(not_writable(messages));
  }
  for (const auto& row : content.rows) {
    const OGRFeatureUniquePtr feature(OGRFeature::CreateFeature(layer->GetLayerDefn()));
    for (std::size_t i = 0; i < content.columns.size(); ++i) {
      if (!content.columns[i].holds_bytes)
        feature->SetField(static_cast<int>(i), row[i].c_str());
      else if (row[i].size() > std::size_t{std::numeric_limits<int>::max()})
        return core::fail({.code = ErrorCode::file_not_writable, .detail = "larger than 2 GB"});
      else
        feature->SetField(static_cast<int>(i), static_cast<int>(row[i].size()), row[i].data());
    }
    if (layer->CreateFeature(feature.get()) != OGRERR_NONE || messages.has_failure())
      return core::fail(not_writable(messages));
  }
  return {};
}

Status write(const fs::path& file, const GeoPackageToWrite& content, const core::Task& task) {
  register_drivers();
  auto folder = OutputFolder::beside(file);
  if (!folder) return core::fail(folder.error());
  GdalMessages messages;
  const ScopedOption date("OGR_CURRENT_DATE", unchanging_time);
  // The whole file is synced before it takes its place; until then it is nobody's.
  const ScopedOption unsynced("OGR_SQLITE_SYNCHRONOUS", "OFF");
  GDALDriver* driver = GetGDALDriverManager()->GetDriverByName("GPKG");
  if (driver == nullptr) return core::fail({.code = ErrorCode::unsupported_format, .detail = "GPKG|.gpkg"});
  DatasetPtr written(driver->Create(folder->file().c_str(), 0, 0, 0, GDT_Unknown, nullptr));
  if (!written || messages.has_failure()) return core::fail(not_writable(messages));
  for (const AreasToWrite& layer : content.layers)
    if (auto ok = write_layer(*written, file.string(), layer, task, messages); !ok) return ok;
  for (const PlainTable& table : content.tables) {
    if (task.stop.stop_requested()) return core::fail({.code = ErrorCode::cancelled});
    if (auto ok = write_table(*written, table, messages); !ok) return ok;
  }
  written.reset();  // the last bytes go out here, and a full disk is heard of here
  if (messages.has_failure()) return core::fail(not_writable(messages));
  return folder->release();
}

core::Error not_readable(const GdalMessages& messages) {
  const std::string told = messages.told();
  return {.code = ErrorCode::file_not_readable, .detail = told.empty() ? "GDAL" : told};
}

Result<PlainTable> read(const fs::path& file, std::string_view name,
                        std::vector<PlainTable::Column> columns) {
  register_drivers();
  GdalMessages messages;
  constexpr std::array<const char*, 2> drivers{"GPKG", nullptr};
  const DatasetPtr opened(GDALDataset::Open(file.c_str(),
                                            GDAL_OF_VECTOR | GDAL_OF_READONLY | GDAL_OF_VERBOSE_ERROR,
                                            drivers.data(), nullptr, nullptr));
  if (!opened) return core::fail(not_readable(messages));
  PlainTable table{.name = std::string(name), .columns = std::move(columns)};
  OGRLayer* layer = opened->GetLayerByName(table.name.c_str());
  if (messages.has_failure()) return core::fail(not_readable(messages));
  if (layer == nullptr)
    return core::fail({.code = ErrorCode::unknown_name, .subject = {.field = "layer", .id = table.name}});
  std::vector<int> positions;
  for (const PlainTable::Column& column : table.columns) {
    positions.push_back(layer->GetLayerDefn()->GetFieldIndex(column.name.c_str()));
    if (positions.back() < 0)
      return core::fail({.code = ErrorCode::missing_field, .subject = {.field = column.name}});
  }
  layer->ResetReading();
  while (const OGRFeatureUniquePtr feature{layer->GetNextFeature()}) {
    std::vector<std::string> row;
    for (std::size_t i = 0; i < positions.size(); ++i) {
      if (!table.columns[i].holds_bytes) {
        row.emplace_back(feature->GetFieldAsString(positions[i]));
      } else {
        int size = 0;
        const GByte* const bytes = feature->GetFieldAsBinary(positions[i], &size);
        row.emplace_back(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size));
      }
    }
    table.rows.push_back(std::move(row));
  }
  // Of a damaged file rows can simply end; what SQLite says of its pages is heard of as a failure.
  if (messages.has_failure()) return core::fail(not_readable(messages));
  return table;
}

}  // namespace

Status write_geopackage(const fs::path& file, const GeoPackageToWrite& content, const core::Task& task) {
  auto done = guarded(file.string(), [&] { return write(file, content, task); });
  if (!done && done.error().subject.file.empty()) done.error().subject.file = file.string();
  return done;
}

bool is_geopackage(const fs::path& file) {
  std::error_code unknown;
  if (!fs::is_regular_file(file, unknown)) return false;
  constexpr std::string_view magic = "SQLite format 3";
  std::string begin(magic.size(), ' ');
  std::ifstream(file, std::ios::binary).read(begin.data(), static_cast<std::streamsize>(begin.size()));
  return begin == magic;
}

Result<PlainTable> read_plain_table(const fs::path& file, std::string_view table,
                                    std::vector<PlainTable::Column> columns) {
  std::error_code unknown;
  if (!fs::exists(file, unknown))
    return core::fail({.code = ErrorCode::file_not_found, .subject = {.file = file.string()}});
  auto done = guarded(file.string(), [&] { return read(file, table, std::move(columns)); });
  if (!done && done.error().subject.file.empty()) done.error().subject.file = file.string();
  return done;
}

}  // namespace vicinia::gis::io
