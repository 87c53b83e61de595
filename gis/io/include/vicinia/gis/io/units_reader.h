/// \file units_reader.h
/// The frame and its areas from the layers of a manifest: the coarsest level first.
/// A unit that stands in several features is joined to one. Units of a level without a layer are put together from those of the next finer
/// level that name them; where two levels in a row have layers, these are compared. Codes may come from a table, by name (unit_codes.h).
/// Missing: a name that is missing in one language is taken from the other, or is the code. A unit of the table of codes that the layer
///          does not have is one without an area; so is a unit whose parts have none.
/// Errors:  those of vector_layer.h and unit_codes.h, MissingField; and, summed up by kind, MissingCode, FeaturesDiffer, DuplicateUnit (a
///          code in two layers), UnknownParent.
/// Findings: those of the layers, with the unit's code; FeaturesJoined, IdenticalAreas, ProvincesFromDistricts, ParentNamesDiffer, ProvinceCodesChanged,
///          ProvincesDisagree, ProvincesElsewhere, CodesByPlace, UnitsWithoutCode, UnitsNotInLayer; EmptyGeometry for all units of a level
///          where no outlines can be made of their parts, with the reason behind it.
/// Cost:    O(vertices); where units are put together, that of build_topology besides.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "vicinia/core/admin/unit.h"
#include "vicinia/core/base/progress.h"
#include "vicinia/core/base/result.h"
#include "vicinia/core/geom/types.h"
#include "vicinia/core/topology/topology.h"
#include "vicinia/gis/io/manifest.h"

namespace vicinia::gis::io {

struct UnitsRead {
  core::admin::Frame frame{};
  std::vector<core::geom::MultiPolygon> areas{};  ///< [unit]
  std::string crs{};
  std::shared_ptr<const core::topology::Topology> unit_topology{};  ///< see core/dataset.h
  core::admin::Level topology_level{};
  std::vector<core::Finding> findings{};
};

[[nodiscard]] core::Result<UnitsRead> read_units(const std::filesystem::path& folder,
                                                 const Manifest& manifest, const core::Task& task);

}  // namespace vicinia::gis::io
