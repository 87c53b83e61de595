/// \file figure_view.h
/// The view that a figure came from, read out of the figure: PDF, SVG, PNG and TIFF carry it in their XMP metadata, which is
/// found by scanning, whatever program has copied the file since.
/// Errors:  FileNotFound, FileNotReadable; BadDocument where a file carries no view.
#pragma once

#include <filesystem>

#include "vicinia/core/base/result.h"
#include "vicinia/workspace/document/view_file.h"

namespace vicinia::workspace::inline figures {

[[nodiscard]] core::Result<StoredView> view_from_figure(const std::filesystem::path& figure);

}  // namespace vicinia::workspace::inline figures
