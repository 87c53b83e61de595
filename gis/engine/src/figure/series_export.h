/// \file series_export.h
/// Writes a SeriesSpec as one PDF, a page at a time: a page that is written is forgotten before the next is read.
/// Errors:  those of export_figure; FileNotReadable for a page's file.
/// Threads: the main thread only.
#pragma once

#include <string>

#include "layer_cache.h"
#include "vicinia/core/base/progress.h"
#include "vicinia/core/base/result.h"
#include "vicinia/gis/map/series_spec.h"

namespace vicinia::gis::engine {

[[nodiscard]] core::Status export_series(const map::SeriesSpec& spec, const std::string& part_file,
                                         LayerCache& cache, const core::Task& task);

}  // namespace vicinia::gis::engine
