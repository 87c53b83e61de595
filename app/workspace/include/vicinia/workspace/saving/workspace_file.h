/// \file workspace_file.h
/// A workspace as one file (.vicinia, a GeoPackage): the document, a link to its data or a copy of them, and how the window stood. What is shown
/// is in it as layers too, `units` (with the columns of values_table) and `agglomerations`, so that QGIS opens it; they are written anew by
/// each saving and never read.
/// Saving:   atomic: the file is there whole, or as it was before. The same document gives the same bytes but for its save_id.
/// Version:  older files are read, those up to 2026 too, which were views as text; of newer ones what is known, and the result says so.
/// Errors:   FileNotWritable; when reading FileNotFound, FileNotReadable, BadDocument (another kind of file, or a damaged one).
/// Cost:     O(vertices of the shown units), and O(bytes of the data) where they are copied.
#pragma once

#include <filesystem>
#include <string>

#include "vicinia/core/base/progress.h"
#include "vicinia/core/base/result.h"
#include "vicinia/workspace/document/view_file.h"
#include "vicinia/workspace/document/workspace.h"

namespace vicinia::workspace::inline saving {

/// What a workspace has beside its document.
struct WorkspaceSettings {
  std::string window_layout{};  ///< places of the panels, in the window's own writing; empty: the usual ones
  bool keeps_data = true;       ///< a copy of the data, so that the file opens where they are not
  friend bool operator==(const WorkspaceSettings&, const WorkspaceSettings&) = default;
};

struct SavedWorkspace {
  StoredView view{};  ///< its folder is where the data are now; empty: they are in the file alone, or gone
  WorkspaceSettings settings{};
  std::string save_id{};  ///< of this saving and no other; empty: of an older file
  bool holds_data = false;
  bool is_of_newer_version = false;
};

/// Data of more bytes are not copied, nor those of the program itself, nor those whose manifest names files outside its folder.
inline constexpr std::uintmax_t most_bytes_of_copied_data = std::uintmax_t{200} << 20;

/// \param save_id  see new_save_id()
[[nodiscard]] core::Status save_workspace(const Document& document, const WorkspaceSettings& settings,
                                          const std::string& save_id, const std::filesystem::path& file,
                                          const core::Task& task = {});

[[nodiscard]] core::Result<SavedWorkspace> read_workspace(const std::filesystem::path& file);

/// The copy of the data into `folder`, which is made; one that stands there already and is whole stays.
/// Errors: those of reading, FileNotWritable.
[[nodiscard]] core::Status unpack_data(const std::filesystem::path& file, const std::filesystem::path& folder,
                                       const core::Task& task = {});

/// Unlike all others: two windows that save into one file can tell.
[[nodiscard]] std::string new_save_id();

}  // namespace vicinia::workspace::inline saving
