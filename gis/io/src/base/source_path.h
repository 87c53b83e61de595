/// \file source_path.h
/// What a path names: a file, the layers within a folder or an archive, or a place within an archive.
/// Forms:   districts.gpkg; a folder of files, or a .gdb; districts.zip, .shz, .tar, .tar.gz, .tgz;
/// districts.geojson.gz;
///          districts.zip/2025/districts.shp (a path through an archive); /vsizip/…, /vsitar/… and /vsigzip/…
///          as GDAL has them.
/// Errors:  FileNotFound, NotALocalFile (an address, or one of GDAL's file systems that is not of this
/// computer),
///          NotAVectorFile (a folder or an archive without one; detail: what is in it).
/// Cost:    reads directories only.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "vicinia/core/base/result.h"

namespace vicinia::gis::io {

struct SourcePath {
  /// For GDAL, ascending; several only in a folder or an archive.
  std::vector<std::string> files{};
  /// The part of each that a person tells them apart by, e.g. "2025/districts.shp".
  std::vector<std::string> names{};
  bool is_folder = false;  ///< of the file system, not of an archive
};

[[nodiscard]] core::Result<SourcePath> resolve_source(const std::filesystem::path& path);

/// The file or folder of the file system that holds it: the archive, for a place within one.
[[nodiscard]] std::filesystem::path file_that_holds(const std::filesystem::path& path);

}  // namespace vicinia::gis::io
