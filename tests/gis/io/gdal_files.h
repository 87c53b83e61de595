/// \file gdal_files.h
/// Files for tests that our own writer has no reason to write: several layers, archives, odd coordinate
/// systems.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace vicinia::test {

struct LayerOfShapes {
  std::string name{};
  std::string crs{};               ///< empty: none
  std::vector<std::string> wkt{};  ///< [feature]; its code is its number, 1 = first
  bool is_spatial = true;
};

/// By extension: .gpkg (any number of layers), .shp, .geojson.
void write_layers(const std::filesystem::path& file, const std::vector<LayerOfShapes>& layers);

/// Names within the archive, and the files that they come from.
void write_zip(const std::filesystem::path& archive,
               const std::vector<std::pair<std::string, std::filesystem::path>>& files);
void write_gzip(const std::filesystem::path& archive, const std::filesystem::path& file);

/// "POLYGON((...))" of a rectangle.
[[nodiscard]] std::string rectangle_wkt(double west, double south, double east, double north);

}  // namespace vicinia::test
