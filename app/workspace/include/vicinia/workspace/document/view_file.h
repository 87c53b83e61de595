/// \file view_file.h
/// A view as text (JSON): the folder of its data set, the hash of the data, and the view. Sectors and units are stored by code, so that it
/// also opens on a newer edition of the data. It is what a window keeps while it works, what a figure carries, and a part of a workspace
/// file (saving/workspace_file.h); up to 2026 a .vicinia was such a text.
/// Version: older ones are read as what they mean; of newer ones what is known, and StoredView says so.
/// Errors:  FileNotFound, FileNotReadable, BadDocument (with the key), FileNotWritable. Saving is atomic.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "vicinia/core/base/result.h"
#include "vicinia/workspace/document/workspace.h"

namespace vicinia::workspace::inline document {

/// The view as it goes into figures: without the folder of the data and the notes, which are nobody's business but their owner's.
[[nodiscard]] std::string view_text(const Document& document);
/// With both, and with the file that the workspace is saved in, where it has one: a window that is opened again goes on with it.
/// Errors: FileNotWritable, where a name is not in UTF-8.
[[nodiscard]] core::Result<std::string> document_text(const Document& document,
                                                      const std::filesystem::path& workspace_file = {});
[[nodiscard]] core::Status save_view(const Document& document, const std::filesystem::path& file,
                                     const std::filesystem::path& workspace_file = {});

struct StoredView {
  std::filesystem::path dataset_folder{};  ///< empty: of a figure
  std::string content_hash{};              ///< of the data that it was saved with
  std::string json{};
  std::filesystem::path workspace_file{};  ///< that the document was saved in, or is to be; else empty
  bool is_of_newer_version = false;        ///< than this program's: something in it may be unknown
};
/// `file` is where the text comes from, for messages.
[[nodiscard]] core::Result<StoredView> stored_view_of(const std::string& text,
                                                      const std::filesystem::path& file);
[[nodiscard]] core::Result<StoredView> read_view_file(const std::filesystem::path& file);
/// The view on this data set. A sector or unit that it lacks is BadDocument.
[[nodiscard]] core::Result<View> view_on(const StoredView& stored, const core::Dataset& dataset);

/// Views and presets up to 2026 hold a distance for snapping instead of a tolerance: its default of 1 m becomes "as the data need",
/// any other stays, up to max_tolerance_m.
[[nodiscard]] std::optional<double> tolerance_of_snapping(double snap_m);

}  // namespace vicinia::workspace::inline document
