/// \file resource_paths.h
/// Where the program's own files are: VICINIA_RESOURCES if set, then beside the program (../share/vicinia), then the
/// source tree it was built from.
/// Errors:  FolderNotFound, with all places that were looked at.
#pragma once

#include <filesystem>

#include "vicinia/core/base/result.h"

namespace vicinia::workspace::inline document {

[[nodiscard]] std::filesystem::path running_program();
[[nodiscard]] core::Result<std::filesystem::path> resources_folder();
/// The data set that opens when none is named.
[[nodiscard]] core::Result<std::filesystem::path> built_in_dataset();
/// Which spellings of its published list are one unit, see gis/io/published_list.h; empty where it is not installed.
[[nodiscard]] std::filesystem::path built_in_spellings();

}  // namespace vicinia::workspace::inline document
