/// \file output.h
/// Whether a file can be written, told before the work rather than after minutes of it.
/// Errors:  FileNotWritable (a folder, no right to write, a file that is read: field "input", a device or pipe: field "device"), FolderNotFound.
/// Cost:    makes and removes an empty file.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "vicinia/core/base/result.h"

namespace vicinia::cli {

/// \param out     empty: the terminal, which can be written
/// \param inputs  files that are read and must not be overwritten; of a shapefile, all its parts are meant
[[nodiscard]] core::Status check_output(const std::string& out, const std::vector<std::string>& inputs = {});
/// The same for a folder, which is made where it is not there.
[[nodiscard]] core::Status check_output_folder(const std::string& out);

/// The manifest of a data set, and the files that it names.
[[nodiscard]] std::vector<std::string> files_of_dataset(const std::filesystem::path& folder);

}  // namespace vicinia::cli
