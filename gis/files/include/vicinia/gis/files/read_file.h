/// \file read_file.h
/// A file's bytes as they are.
/// Errors:  FileNotFound; FileNotReadable for a folder, a device or a pipe, for a file that is larger than the reader can want, and with what
///          the system said.
/// Cost:    that of reading it; nothing is read of what is refused.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

#include "vicinia/core/base/result.h"

namespace vicinia::gis::files {

/// More than any text that a person or this program writes: views, manifests, presets.
inline constexpr std::uintmax_t most_bytes_of_a_document = std::uintmax_t{64} << 20;
/// A figure at the highest resolution is a part of this.
inline constexpr std::uintmax_t most_bytes_of_a_figure = std::uintmax_t{1} << 30;

[[nodiscard]] core::Result<std::string> read_file(const std::filesystem::path& file,
                                                  std::uintmax_t most_bytes = UINTMAX_MAX);
/// The same piece by piece, for files that need not be in memory as a whole.
[[nodiscard]] core::Status read_blocks(const std::filesystem::path& file,
                                       const std::function<void(std::string_view)>& visit,
                                       std::uintmax_t most_bytes = UINTMAX_MAX);

}  // namespace vicinia::gis::files
