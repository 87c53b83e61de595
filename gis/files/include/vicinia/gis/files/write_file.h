/// \file write_file.h
/// An output takes its place whole, or what was there stays as it was.
/// Errors:  FileNotWritable, with what the system said.
/// Links:   are written through, also where what they point to is not there yet.
/// Modes:   an older file's mode stays; a new one gets what the process's mask leaves.
/// Devices: what is no regular file, and a descriptor under /dev or /proc, is written into and never replaced.
/// Cost:    that of writing, and of two syncs.
#pragma once

#include <filesystem>
#include <string_view>

#include "vicinia/core/base/result.h"

namespace vicinia::gis::files {

[[nodiscard]] core::Status write_file(const std::filesystem::path& file, std::string_view content);

/// Where an output for `file` really goes: the end of its chain of links. What is written beside this can take its place by a rename.
[[nodiscard]] std::filesystem::path target_of(const std::filesystem::path& file);

/// Syncs `part`, which stands on the same file system, and puts it in the place of `target`, an end of links. A failure leaves both.
[[nodiscard]] core::Status put_in_place(const std::filesystem::path& part,
                                        const std::filesystem::path& target);

}  // namespace vicinia::gis::files
