/// \file frames_reader.h
/// The other frames of a manifest: a table of units for each level, and the crosswalk to them from the frame that is drawn. Islands and zoom
/// areas of national maps, moved to the data's projection.
/// Errors:  those of table.h, unit.h and vector_layer.h, with the file and line of the row; NotANumber (a weight), InvalidArgument with field
///          crosswalk_kind.
/// Findings: those of crosswalk.h, with file and line: the frame is left out, for the values are worth having without it.
/// Cost:    O(rows).
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "vicinia/core/base/progress.h"
#include "vicinia/core/base/result.h"
#include "vicinia/core/dataset.h"
#include "vicinia/gis/io/dataset_reader.h"

namespace vicinia::gis::io {

struct FramesRead {
  std::vector<std::shared_ptr<const core::LinkedFrame>> frames{};
  std::vector<core::Finding> findings{};  ///< those of the tables
};
struct FramePlace {
  std::filesystem::path folder{};  ///< of the manifest
  std::string crs{};               ///< of the areas of the data set
};
[[nodiscard]] core::Result<FramesRead> read_frames(const Tables& tables, const Manifest& manifest,
                                                   const core::admin::Frame& own, const FramePlace& place,
                                                   const core::Task& task);

/// One that has no image in the projection is left out.
[[nodiscard]] std::vector<core::IslandFrame> island_frames_of(const Manifest& manifest,
                                                              const std::string& crs);

}  // namespace vicinia::gis::io
