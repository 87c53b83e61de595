/// \file shapefile_check.h
/// What a shapefile is made of, and whether it is whole: GDAL opens broken ones in silence and returns what is left. Paths
/// may lead into an archive, as GDAL has them ("/vsizip/…").
/// Source:  ESRI Shapefile Technical Description (1998); dBASE III table header.
/// Errors:  NotAVectorFile, MissingCompanion, TruncatedFile, NotReadable.
/// Cost:    O(features), reads .shx and two headers.
#pragma once

#include <filesystem>
#include <optional>

#include "vicinia/core/base/result.h"

namespace vicinia::gis::io {

struct ShapefileParts {
  std::filesystem::path shp{};
  std::optional<std::filesystem::path> shx{}, dbf{}, prj{}, cpg{};
  bool states_encoding = false;  ///< by a .cpg, or by the language byte of the .dbf
};

/// By its extension.
[[nodiscard]] bool is_shapefile(const std::filesystem::path& file);

/// The companions there are; extensions in lower or upper case.
[[nodiscard]] ShapefileParts parts_of_shapefile(const std::filesystem::path& file);

/// \pre the file exists
[[nodiscard]] core::Result<ShapefileParts> check_shapefile(const std::filesystem::path& file);

}  // namespace vicinia::gis::io
