/// \file file_bytes.h
/// A file's bytes as they are.
/// Errors:  FileNotFound, NotReadable.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

#include "vicinia/core/base/result.h"

namespace vicinia::gis::io {

[[nodiscard]] core::Result<std::string> read_bytes(const std::filesystem::path& file);
/// The same piece by piece, for files that need not be in memory as a whole.
[[nodiscard]] core::Status read_blocks(const std::filesystem::path& file, const std::function<void(std::string_view)>& visit);

}  // namespace vicinia::gis::io
