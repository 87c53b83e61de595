/// \file view_file.h
/// A view as a file (.vicinia, JSON): the folder of its data set, the hash of the data, and the view. Sectors and
/// units are stored by code, so that it also opens on a newer edition of the data.
/// Errors:  FileNotFound, FileNotReadable, BadDocument (with the key), FileNotWritable. Saving is atomic.
#pragma once

#include <filesystem>
#include <string>

#include "vicinia/core/base/result.h"
#include "vicinia/workspace/workspace.h"

namespace vicinia::workspace {

[[nodiscard]] core::Status save_view(const Document& document, const std::filesystem::path& file);

struct StoredView {
  std::filesystem::path dataset_folder{};
  std::string content_hash{};  ///< of the data that it was saved with
  std::string json{};
};
[[nodiscard]] core::Result<StoredView> read_view_file(const std::filesystem::path& file);
/// The view on this data set. A sector or unit that it lacks is BadDocument.
[[nodiscard]] core::Result<View> view_on(const StoredView& stored, const core::Dataset& dataset);

}  // namespace vicinia::workspace
