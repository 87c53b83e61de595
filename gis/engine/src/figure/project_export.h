/// \file project_export.h
/// A figure as a QGIS project (.qgz) that plain QGIS opens: its layers with every vertex and the units' codes and names in a
/// GeoPackage of the same name beside it, symbols and labels as on the figure, and the page as a print layout.
/// Errors:  ExportFailed, FileNotWritable. Both files are there whole, or those that were there before.
#pragma once

#include <string>

#include "figure/layout.h"
#include "vicinia/core/base/progress.h"

namespace vicinia::gis::engine {

[[nodiscard]] core::Status export_project(Figure figure, const std::string& target, const std::string& part,
                                          const core::Task& task);

}  // namespace vicinia::gis::engine
