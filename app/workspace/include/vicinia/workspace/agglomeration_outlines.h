/// \file agglomeration_outlines.h
/// Outlines of agglomerations: as lines of the topology for drawing, as areas with what a person must know for files.
/// Units:   metres of the data set's projection.
/// Missing: employees that are not published are null in a file.
/// Errors:  those of core::topology::dissolve; those of gis/io/vector_layer.h when writing.
/// Cost:    lines O(units + arcs) for all agglomerations together, without a vertex touched: a slider can be dragged. Areas
///          O(arcs + vertices).
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "vicinia/core/base/cell.h"
#include "vicinia/core/base/progress.h"
#include "vicinia/core/base/result.h"
#include "vicinia/core/geom/types.h"
#include "vicinia/core/topology/dissolve.h"
#include "vicinia/workspace/agglomerations.h"

namespace vicinia::workspace {

/// One for each report; `second_group` is the province in the drawn frame.
[[nodiscard]] std::vector<core::topology::OutlineLines> agglomeration_lines(const core::Dataset& dataset, const Contiguity& contiguity,
                                                                            const std::vector<AgglomerationReport>& reports);

/// One row of a vector layer.
struct AgglomerationFeature {
  std::string sector_code{};
  std::size_t id = 0;  ///< position in the list, from 1
  std::string provinces{}, members{};  ///< names, separated by commas
  core::Cell employees{};
  core::geom::MultiPolygon area{};
};

/// Of the sector that the document looks at, with names in the language.
[[nodiscard]] core::Result<std::vector<AgglomerationFeature>> agglomeration_features(
    const Document& document, const Contiguity& contiguity, const std::vector<AgglomerationReport>& reports, Language language);

/// By extension: .gpkg, .geojson, .shp, .fgb. The file is there whole, or as it was before.
[[nodiscard]] core::Status write_agglomeration_features(const std::filesystem::path& file, const std::string& crs,
                                                        std::vector<AgglomerationFeature> features, const core::Task& task = {});

}  // namespace vicinia::workspace
