#include "gdal_files.h"

#include <cpl_vsi.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <memory>
#include <sstream>
#include <stdexcept>
#include <utility>

#include "files.h"

namespace vicinia::test {
namespace {

void write_bytes(const std::string& target, const std::filesystem::path& file) {
  const std::string bytes = read_file(file);
  VSILFILE* stream = VSIFOpenL(target.c_str(), "wb");
  if (stream == nullptr) throw std::runtime_error("cannot write " + target);
  const bool is_written = VSIFWriteL(bytes.data(), 1, bytes.size(), stream) == bytes.size();
  if (VSIFCloseL(stream) != 0 || !is_written) throw std::runtime_error("cannot write " + target);
}

const char* driver_of(const std::filesystem::path& file) {
  return file.extension() == ".gpkg" ? "GPKG" : file.extension() == ".shp" ? "ESRI Shapefile" : "GeoJSON";
}

}  // namespace

void write_layers(const std::filesystem::path& file, const std::vector<LayerOfShapes>& layers) {
  GDALAllRegister();
  GDALDataset* data = GetGDALDriverManager()
                          ->GetDriverByName(driver_of(file))
                          ->Create(file.c_str(), 0, 0, 0, GDT_Unknown, nullptr);
  if (data == nullptr) throw std::runtime_error("cannot write " + file.string());
  for (const LayerOfShapes& one : layers) {
    OGRSpatialReference crs;
    if (!one.crs.empty() && crs.SetFromUserInput(one.crs.c_str()) != OGRERR_NONE)
      throw std::runtime_error(one.crs);
    crs.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    OGRwkbGeometryType type = wkbNone;
    if (one.is_spatial) type = !one.wkt.empty() && one.wkt[0].starts_with("POINT") ? wkbPoint : wkbPolygon;
    char encoding[] = "ENCODING=UTF-8";
    char* options[] = {file.extension() == ".shp" ? encoding : nullptr, nullptr};
    OGRLayer* layer = data->CreateLayer(one.name.c_str(), one.crs.empty() ? nullptr : &crs, type, options);
    OGRFieldDefn code("code", OFTString);
    layer->CreateField(&code);
    for (std::size_t i = 0; i < one.wkt.size(); ++i) {
      const std::unique_ptr<OGRFeature> feature(new OGRFeature(layer->GetLayerDefn()));
      feature->SetField("code", std::to_string(i + 1).c_str());
      OGRGeometry* geometry = nullptr;
      if (one.is_spatial &&
          OGRGeometryFactory::createFromWkt(one.wkt[i].c_str(), nullptr, &geometry) == OGRERR_NONE)
        feature->SetGeometryDirectly(geometry);
      if (layer->CreateFeature(feature.get()) != OGRERR_NONE)
        throw std::runtime_error("cannot write a feature");
    }
  }
  GDALClose(data);
}

void write_zip(const std::filesystem::path& archive,
               const std::vector<std::pair<std::string, std::filesystem::path>>& files) {
  for (const auto& [name, file] : files) write_bytes("/vsizip/" + archive.string() + "/" + name, file);
}

void write_gzip(const std::filesystem::path& archive, const std::filesystem::path& file) {
  write_bytes("/vsigzip/" + archive.string(), file);
}

std::string rectangle_wkt(double west, double south, double east, double north) {
  std::ostringstream text;
  text.precision(17);
  text << "POLYGON((" << west << " " << south << "," << west << " " << north << "," << east << " " << north
       << "," << east << " " << south << "," << west << " " << south << "))";
  return text.str();
}

}  // namespace vicinia::test
