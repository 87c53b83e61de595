/// \file content_hash.h
/// SHA-256 over files, by name and content. Where the folder stands and in which order it lists its files
/// makes no difference. Errors:  FileNotFound, NotReadable, Cancelled. Cost:    O(bytes), in little memory.
#pragma once

#include <filesystem>
#include <stop_token>
#include <string>
#include <vector>

#include "vicinia/core/base/result.h"

namespace vicinia::gis::io {

/// The files that a layer is read from: with its companions where it is a shapefile, with all within where it
/// is a folder, and the whole archive where it lies in one.
[[nodiscard]] std::vector<std::filesystem::path> files_of_layer(const std::filesystem::path& layer);

/// Lower-case hexadecimal. Names count relative to `folder`.
[[nodiscard]] core::Result<std::string> content_hash(const std::filesystem::path& folder,
                                                     std::vector<std::filesystem::path> files,
                                                     std::stop_token stop = {});

}  // namespace vicinia::gis::io
