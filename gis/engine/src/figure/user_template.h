/// \file user_template.h
/// Fills a print layout that the user made in QGIS and saved as .qpt. Items are known by their ids: `map`, `title`,
/// `subtitle`, `notes`, `legend`, `islands`, `scalebar`, `table`, `zoom-1`, `zoom-2`, `overview`. A legend, islands or a
/// table take the place of the item of that name, whatever it is; an item with another id stays as it is.
/// Errors:  ExportFailed with the file: it cannot be read, is no layout, or has no item `map`.
#pragma once

#include "figure/layout.h"

namespace vicinia::gis::engine {

[[nodiscard]] core::Status fill_user_template(const map::FigureSpec& spec, Figure& figure, LayerCache& cache,
                                              const core::Task& task);

}  // namespace vicinia::gis::engine
