/// \file file_bytes.h
/// A file's bytes as they are.
/// Errors:  FileNotFound, NotReadable.
#pragma once

#include <filesystem>
#include <string>

#include "vicinia/core/base/result.h"

namespace vicinia::gis::io {

[[nodiscard]] core::Result<std::string> read_bytes(const std::filesystem::path& file);

}  // namespace vicinia::gis::io
