/// \file figure_export.h
/// Writes a FigureSpec as PDF, SVG or PNG: into a file beside the target, which then takes the target's place. A
/// failure or a stop leaves the target as it was and no other file.
/// Errors:  ExportFailed, FileNotWritable, RenderFailed (the map in it), Cancelled.
/// Threads: the main thread only.
#pragma once

#include <string>

#include "layer_cache.h"
#include "vicinia/core/base/progress.h"
#include "vicinia/core/base/result.h"
#include "vicinia/gis/map/figure_spec.h"

namespace vicinia::gis::engine {

[[nodiscard]] core::Status export_figure(const map::FigureSpec& spec, const std::string& part_file, LayerCache& cache,
                                         const core::Task& task);

}  // namespace vicinia::gis::engine
