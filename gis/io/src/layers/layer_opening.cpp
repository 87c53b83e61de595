#include "layers/layer_opening.h"

#include <cpl_string.h>
#include <cpl_vsi.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "base/file_nature.h"
#include "base/source_path.h"
#include "layers/shapefile_check.h"
#include "vicinia/core/base/ascii.h"

namespace vicinia::gis::io {
namespace {

using core::ErrorCode;
using core::Result;
namespace fs = std::filesystem;

/// Those that go to a server, or on to other files, wherever a file sends them: a layer is read from what was
/// named.
constexpr std::array<std::string_view, 24> drivers_left_out{
    "OGR_VRT",    "HTTP",          "WFS",      "OAPIF",     "OGCAPI", "CSW",          "NGW",  "Carto",
    "AmigoCloud", "Elasticsearch", "EEDA",     "PLSCENES",  "MySQL",  "MSSQLSpatial", "ODBC", "PostgreSQL",
    "PGeo",       "GMLAS",         "GPSBabel", "MongoDBv3", "HANA",   "OCI",          "DODS", "OGR_OGDI"};

/// The others.
const CPLStringList& drivers_for_files() {
  static const CPLStringList list = [] {
    CPLStringList names;
    GDALDriverManager* drivers = GetGDALDriverManager();
    for (int i = 0; i < drivers->GetDriverCount(); ++i) {
      GDALDriver* driver = drivers->GetDriver(i);
      if (driver->GetMetadataItem(GDAL_DCAP_VECTOR) != nullptr &&
          std::ranges::find(drivers_left_out, std::string_view(driver->GetDescription())) ==
              drivers_left_out.end())
        names.AddString(driver->GetDescription());
    }
    return names;
  }();
  return list;
}

/// \param is_raw  leaves the text of a shapefile in its own bytes
DatasetPtr open_dataset(const std::string& file, bool is_raw) {
  CPLStringList options;
  if (is_raw) options.SetNameValue("ENCODING", "");
  return DatasetPtr(GDALDataset::Open(file.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY | GDAL_OF_VERBOSE_ERROR,
                                      drivers_for_files().List(), options.List(), nullptr));
}

core::Error not_a_vector_file(const std::string& file, const std::string& shown,
                              const GdalMessages& messages) {
  return {.code = ErrorCode::not_a_vector_file,
          .subject = {.file = shown, .field = nature_of_file(file)},
          .detail = messages.told()};
}

/// Of a table in DBF or a shapefile; "": nothing.
std::string stated_by(OGRLayer& layer, const char* key) {
  const char* value = layer.GetMetadataItem(key, "SHAPEFILE");
  return value != nullptr ? value : "";
}

/// As GDAL knows it; else in the words of the .cpg file, which others may know.
std::string encoding_stated_by(OGRLayer& layer) {
  const std::string known = stated_by(layer, "SOURCE_ENCODING");
  return known.empty() ? stated_by(layer, "ENCODING_FROM_CPG") : known;
}

bool is_dbf(const std::string& file) {
  return core::ascii_lower(fs::path(file).extension().string()) == ".dbf";
}

/// A table without its shapes. Its text is left in its own bytes unless they are UTF-8.
Result<OpenLayer> open_dbf(const std::string& file, const std::string& shown, const GdalMessages& messages) {
  OpenLayer opened{.dataset = open_dataset(file, false)};
  if (!opened.dataset) return core::fail(not_a_vector_file(file, shown, messages));
  OGRLayer& layer = *opened.dataset->GetLayer(0);
  opened.encoding_is_stated =
      !stated_by(layer, "ENCODING_FROM_LDID").empty() || !stated_by(layer, "ENCODING_FROM_CPG").empty();
  if (opened.encoding_is_stated) opened.encoding = encoding_stated_by(layer);
  if (EQUAL(opened.encoding.c_str(), CPL_ENC_UTF8))
    opened.encoding.clear();
  else
    opened.dataset = open_dataset(file, true);
  if (!opened.dataset) return core::fail(not_a_vector_file(file, shown, messages));
  return opened;
}

/// One file, with what a shapefile has of its own. Errors name the path within an archive only where GDAL's
/// would not do.
Result<OpenLayer> open_file(const std::string& file, const std::string& shown, LayerKind kind,
                            const GdalMessages& messages) {
  OpenLayer opened{.is_shapefile = is_shapefile(file)};
  bool is_raw = false;
  if (kind == LayerKind::tables && is_dbf(file)) return open_dbf(file, shown, messages);
  const std::string ending = core::ascii_lower(fs::path(file).extension().string());
  if ((ending == ".kml" || ending == ".gml" || ending == ".xml") && declares_entities(file))
    return core::fail(
        {.code = ErrorCode::not_a_vector_file, .subject = {.file = shown, .field = "file:entities"}});
  if (opened.is_shapefile) {
    auto parts = check_shapefile(file);
    if (!parts) {
      parts.error().subject.file = shown;
      return core::fail(parts.error());
    }
    opened.encoding_is_stated = parts->states_encoding;
    opened.crs.is_unreadable = parts->prj.has_value();  // unless there is a system in the end
    // Without a stated encoding GDAL would guess Latin-1 and spoil the bytes before anyone has looked at
    // them.
    is_raw = !opened.encoding_is_stated;
  }
  opened.dataset = open_dataset(file, is_raw);
  if (opened.dataset && opened.is_shapefile && !is_raw) {
    opened.encoding = encoding_stated_by(*opened.dataset->GetLayer(0));
    if (EQUAL(opened.encoding.c_str(), CPL_ENC_UTF8))
      opened.encoding.clear();
    else
      opened.dataset = open_dataset(file, true);
  }
  if (!opened.dataset) return core::fail(not_a_vector_file(file, shown, messages));
  return opened;
}

/// What a layer may be taken for.
struct LayerFound {
  std::size_t file = 0;
  int layer = 0;
  std::string name{};
  bool is_spatial = false, is_wanted = false;
};

bool is_of(LayerKind kind, OGRwkbGeometryType type) {
  const OGRwkbGeometryType flat = wkbFlatten(type);
  if (kind == LayerKind::tables) return flat == wkbNone;
  if (kind == LayerKind::points) return flat == wkbPoint || flat == wkbMultiPoint;
  return OGR_GT_IsSurface(flat) || OGR_GT_IsSubClassOf(flat, wkbMultiSurface) || flat == wkbPolyhedralSurface;
}

/// By the type that the layer states, or by its first geometry where it states none. An empty layer is not
/// wanted.
bool is_of(LayerKind kind, OGRLayer& layer) {
  if (layer.GetFeatureCount(FALSE) == 0) return false;
  const OGRwkbGeometryType type = wkbFlatten(layer.GetGeomType());
  if (type != wkbUnknown && type != wkbGeometryCollection) return is_of(kind, type);
  constexpr int most_looked_at = 20;
  bool found = false;
  layer.ResetReading();
  for (int i = 0; i < most_looked_at; ++i) {
    const OGRFeatureUniquePtr feature(layer.GetNextFeature());
    if (!feature) break;
    const OGRGeometry* geometry = feature->GetGeometryRef();
    if (geometry == nullptr) continue;
    const OGRwkbGeometryType one = wkbFlatten(geometry->getGeometryType());
    found = one == wkbGeometryCollection ? kind == LayerKind::areas : is_of(kind, one);
    break;
  }
  layer.ResetReading();
  return found;
}

void list_layers(GDALDataset& dataset, std::size_t file, bool is_only_file, LayerKind kind,
                 std::vector<LayerFound>& found) {
  const bool is_only = is_only_file && dataset.GetLayerCount() == 1;
  for (int i = 0; i < dataset.GetLayerCount(); ++i) {
    OGRLayer* layer = dataset.GetLayer(i);
    const bool is_spatial = layer->GetGeomType() != wkbNone || layer->GetLayerDefn()->GetGeomFieldCount() > 0;
    // The only one is taken as it is: why it may not do is told when it is read.
    found.push_back({file, i, layer->GetName(), is_spatial,
                     (is_spatial || kind == LayerKind::tables) && !is_only && is_of(kind, *layer)});
  }
}

std::string names_of(const std::vector<LayerFound>& layers, bool LayerFound::*which = nullptr) {
  std::string names;
  for (const LayerFound& layer : layers)
    if (which == nullptr || layer.*which) names += (names.empty() ? "" : ", ") + layer.name;
  return names;
}

Result<const LayerFound*> choose(const std::vector<LayerFound>& layers, const std::string& wanted,
                                 const SourcePath& source, const std::string& shown) {
  if (layers.empty()) return core::fail({.code = ErrorCode::empty_layer, .subject = {.file = shown}});
  if (!wanted.empty()) {
    const auto exact = std::ranges::find(layers, wanted, &LayerFound::name);
    if (exact != layers.end()) return &*exact;
    for (const LayerFound& layer : layers)
      if (EQUAL(layer.name.c_str(), wanted.c_str()) || source.names[layer.file] == wanted) return &layer;
    return core::fail({.code = ErrorCode::unknown_name,
                       .subject = {.file = shown, .field = "layer", .id = wanted},
                       .detail = names_of(layers)});
  }
  const auto right = std::ranges::count_if(layers, &LayerFound::is_wanted);
  if (source.is_folder && right > 1)
    return core::fail({.code = ErrorCode::layer_not_named,
                       .subject = {.file = shown},
                       .detail = names_of(layers, &LayerFound::is_wanted)});
  for (const auto test : {&LayerFound::is_wanted, &LayerFound::is_spatial})
    if (const auto first = std::ranges::find_if(layers, test); first != layers.end()) return &*first;
  return &layers.front();
}

/// The standards of these formats say degrees of WGS 84, and the drivers repeat it where the file says
/// nothing.
bool has_a_default_crs(const std::string& driver) {
  constexpr std::array<std::string_view, 6> drivers{"GeoJSON", "GeoJSONSeq", "TopoJSON",
                                                    "KML",     "LIBKML",     "GPX"};
  return std::ranges::find(drivers, driver) != drivers.end();
}

/// Whether a GeoJSON has a member "crs"; it stands before the features, or behind them.
bool names_a_crs(const std::string& file) {
  constexpr std::size_t looked_at = 1 << 15;
  VSILFILE* stream = VSIFOpenL(file.c_str(), "rb");
  if (stream == nullptr) return false;
  std::string text(looked_at, '\0');
  const auto read = [&] {
    text.resize(looked_at);
    text.resize(VSIFReadL(text.data(), 1, looked_at, stream));
    return text.find("\"crs\"") != std::string::npos;
  };
  bool found = read();
  // A compressed file is not searched to its end: that would unpack it once more.
  if (!found && !file.starts_with("/vsi") && VSIFSeekL(stream, 0, SEEK_END) == 0) {
    const vsi_l_offset size = VSIFTellL(stream);
    found = VSIFSeekL(stream, size > looked_at ? size - looked_at : 0, SEEK_SET) == 0 && read();
  }
  VSIFCloseL(stream);
  return found;
}

FileCrs crs_of(const OpenLayer& opened, const std::string& file) {
  FileCrs of_file;
  const OGRSpatialReference* crs = opened.layer->GetSpatialRef();
  if (crs == nullptr) {
    of_file.is_unreadable = opened.crs.is_unreadable;
    return of_file;
  }
  of_file.crs = adopt_crs(*crs);
  const std::string driver = opened.dataset->GetDriverName();
  of_file.is_geojson = driver.starts_with("GeoJSON") || driver == "TopoJSON";
  of_file.is_assumed = has_a_default_crs(driver) && (!of_file.is_geojson || !names_a_crs(file));
  return of_file;
}

/// All layers of all files. Of several files, those that cannot be read are passed over; `only` keeps a
/// single one open.
Result<std::vector<LayerFound>> list_all(const SourcePath& source, LayerKind kind, const std::string& shown,
                                         const GdalMessages& messages, OpenLayer& only) {
  std::vector<LayerFound> layers;
  core::Error first_error;
  bool any = false;
  for (std::size_t i = 0; i < source.files.size(); ++i) {
    auto opened = open_file(source.files[i], source.files.size() == 1 ? shown : shown + "/" + source.names[i],
                            kind, messages);
    if (!opened) {
      if (!std::exchange(any, true)) first_error = opened.error();
      continue;
    }
    list_layers(*opened->dataset, i, source.files.size() == 1, kind, layers);
    if (source.files.size() == 1) only = *std::move(opened);
  }
  if (layers.empty() && any) return core::fail(first_error);
  // Two of one name go by their files.
  const std::vector<LayerFound> as_found = layers;
  for (LayerFound& layer : layers)
    if (std::ranges::count(as_found, layer.name, &LayerFound::name) > 1)
      layer.name = source.names[layer.file];
  return layers;
}

}  // namespace

Result<OpenLayer> open_layer(const fs::path& file, const std::string& wanted, LayerKind kind,
                             const GdalMessages& messages) {
  register_drivers();
  const std::string shown = file.string();
  const auto source = resolve_source(file);
  if (!source) return core::fail(source.error());
  OpenLayer opened;
  const auto layers = list_all(*source, kind, shown, messages, opened);
  if (!layers) return core::fail(layers.error());
  const auto chosen = choose(*layers, wanted, *source, shown);
  if (!chosen) return core::fail(chosen.error());
  const LayerFound& layer = **chosen;
  if (!opened.dataset) {
    auto again =
        open_file(source->files[layer.file], shown + "/" + source->names[layer.file], kind, messages);
    if (!again) return core::fail(again.error());
    opened = *std::move(again);
  }
  opened.layer = opened.dataset->GetLayer(layer.layer);
  opened.name = layer.name;
  opened.crs = crs_of(opened, source->files[layer.file]);
  const auto of_kind = kind == LayerKind::tables ? &LayerFound::is_wanted : &LayerFound::is_spatial;
  if (wanted.empty() && std::ranges::count_if(*layers, of_kind) > 1)
    opened.findings.push_back({.code = ErrorCode::layer_chosen,
                               .subject = {.file = shown, .id = layer.name},
                               .detail = names_of(*layers, of_kind)});
  return opened;
}

}  // namespace vicinia::gis::io
