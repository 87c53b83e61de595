/// \file atomic_file.h
/// Writes a file so that it is there whole or as it was before.
/// Errors:  FileNotWritable, with what the system said.
#pragma once

#include <filesystem>
#include <string_view>

#include "vicinia/core/base/result.h"

namespace vicinia::workspace {

[[nodiscard]] core::Status write_atomically(const std::filesystem::path& file, std::string_view content);

}  // namespace vicinia::workspace
