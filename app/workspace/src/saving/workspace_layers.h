/// \file workspace_layers.h
/// What a document shows, as layers of areas for other programs.
/// Cost:    that of values_table and of finding agglomerations.
#pragma once

#include <vector>

#include "vicinia/core/geom/types.h"
#include "vicinia/gis/io/geopackage.h"
#include "vicinia/workspace/document/workspace.h"

namespace vicinia::workspace::inline saving {

struct WorkspaceLayers {
  std::vector<core::geom::MultiPolygon> units{};  ///< that `layers` refer to
  std::vector<core::geom::MultiPolygon> agglomerations{};
  std::vector<gis::io::AreasToWrite> layers{};
  WorkspaceLayers() = default;
  WorkspaceLayers(WorkspaceLayers&&) = default;  // what vectors own stays where it is
};

/// `units`, and `agglomerations` where there are any. What cannot be made is left out: a document is saved all the same.
[[nodiscard]] WorkspaceLayers layers_of(const Document& document);

}  // namespace vicinia::workspace::inline saving
