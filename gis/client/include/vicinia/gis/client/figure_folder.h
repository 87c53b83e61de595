/// \file figure_folder.h
/// Writes figures as files of one folder: all of them or none. They are drawn into a hidden folder in it and moved to their places when
/// the last is complete; what was begun is removed when the work fails or is cancelled, also a folder that was made for it.
/// Errors:  FileNotWritable for the folder; those of page_of and of EngineClient::export_figure.
#pragma once

#include <cstddef>
#include <filesystem>

#include "vicinia/gis/client/engine_client.h"

namespace vicinia::gis::client {

/// `page_of` gives as `file` a name within the folder. An older file of that name is replaced. Reports "draw" when a page begins.
[[nodiscard]] core::Status export_folder(EngineClient& client, const std::filesystem::path& folder,
                                         std::size_t pages, const FigurePage& page_of,
                                         const core::Task& task);

}  // namespace vicinia::gis::client
