/// \file geopackage.h
/// A GeoPackage of several layers of areas and tables without geometry, written as one file and read table by table.
/// Paths:   any extension; what counts is the content.
/// System:  areas are written in the system that they are in.
/// Errors:  those of writing in vector_layer.h, with the file; when reading FileNotFound, FileNotReadable (no GeoPackage, or a damaged one, with what
///          GDAL said), UnknownName (no such table, with field layer), MissingField.
/// Cost:    O(vertices + bytes). Areas stay those of the caller.
#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "vicinia/core/base/progress.h"
#include "vicinia/core/base/result.h"
#include "vicinia/core/geom/types.h"
#include "vicinia/gis/io/vector_layer.h"

namespace vicinia::gis::io {

struct AreasToWrite {
  LayerToWrite layer{};                               ///< `layer.areas` is not looked at
  std::span<const core::geom::MultiPolygon> areas{};  ///< [feature]; must outlive the writing
};

/// Rows of text, or of bytes.
struct PlainTable {
  struct Column {
    std::string name{};
    bool holds_bytes = false;  ///< anything; else UTF-8
  };
  std::string name{};
  std::vector<Column> columns{};
  std::vector<std::vector<std::string>> rows{};  ///< [row][column]
};

struct GeoPackageToWrite {
  std::vector<AreasToWrite> layers{};
  std::vector<PlainTable> tables{};
};

/// Written beside the target and renamed, so that a failure leaves an older file whole.
[[nodiscard]] core::Status write_geopackage(const std::filesystem::path& file,
                                            const GeoPackageToWrite& content, const core::Task& task = {});

/// Whether it begins as one; false where it cannot be read.
[[nodiscard]] bool is_geopackage(const std::filesystem::path& file);

/// The rows in the order in which they were written, with these columns.
[[nodiscard]] core::Result<PlainTable> read_plain_table(const std::filesystem::path& file,
                                                        std::string_view table,
                                                        std::vector<PlainTable::Column> columns);

}  // namespace vicinia::gis::io
