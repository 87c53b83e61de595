/// \file units_reader.h
/// The frame and its areas from the one or two layers of a manifest: provinces first, then districts.
/// Missing: a name that is missing in one language is taken from the other, or is the code. Where districts
/// name provinces but no
///          province layer is there, each province named becomes a unit without an area (an EmptyGeometry
///          finding).
/// Errors:  those of vector_layer.h, MissingField, MissingCode, DuplicateUnit, UnknownParent; up to ten of
/// one layer in a chain.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "manifest.h"
#include "vicinia/core/admin/unit.h"
#include "vicinia/core/base/progress.h"
#include "vicinia/core/base/result.h"
#include "vicinia/core/geom/types.h"

namespace vicinia::gis::io {

struct UnitsRead {
  core::admin::Frame frame{};
  std::vector<core::geom::MultiPolygon> areas{};  ///< [unit]
  std::string crs{};
  std::vector<core::Finding> findings{};
};

[[nodiscard]] core::Result<UnitsRead> read_units(const std::filesystem::path& folder,
                                                 const Manifest& manifest, const core::Task& task);

}  // namespace vicinia::gis::io
