/// \file prepared_dataset.h
/// A data set made ready for the window: read, and its polygons written where the engine finds them; and the values of one of its sectors.
#pragma once

#include <filesystem>
#include <memory>

#include "vicinia/workspace/document/agglomerations.h"
#include "vicinia/workspace/document/workspace.h"
#include "vicinia/workspace/maps/map_builder.h"

namespace vicinia::desktop {

struct PreparedDataset {
  std::shared_ptr<const workspace::OpenDataset> data{};
  workspace::MapSources sources{};
  std::filesystem::path folder{};  ///< where they were written
};
using PreparedDatasetPtr = std::shared_ptr<const PreparedDataset>;
using SectorValuesPtr = std::shared_ptr<const workspace::SectorValues>;

}  // namespace vicinia::desktop
