/// \file export.h
/// Writes a FigureSpec as PDF, SVG, PNG, TIFF or QGIS project: into a file beside the target, which then takes the target's place. A
/// failure or a stop leaves the target as it was and no other file.
/// Errors:  ExportFailed, FileNotWritable, RenderFailed (the map in it), Cancelled.
/// Threads: the main thread only.
#pragma once

#include <qgslayoutexporter.h>

#include <string>

#include "figure/xmp.h"
#include "layer_cache.h"
#include "vicinia/core/base/progress.h"
#include "vicinia/core/base/result.h"
#include "vicinia/gis/map/figure_spec.h"

namespace vicinia::gis::engine {

/// How all pages become PDF: vectors, and text as text.
[[nodiscard]] QgsLayoutExporter::PdfExportSettings pdf_settings();
[[nodiscard]] AboutFigure about_figure(const map::FigureSpec& spec);
/// Empty: it was written.
[[nodiscard]] std::string reason_of(QgsLayoutExporter::ExportResult result);

[[nodiscard]] core::Status export_figure(const map::FigureSpec& spec, const std::string& part_file,
                                         LayerCache& cache, const core::Task& task);

}  // namespace vicinia::gis::engine
