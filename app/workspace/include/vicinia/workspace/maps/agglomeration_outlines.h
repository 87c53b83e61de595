/// \file agglomeration_outlines.h
/// Outlines of agglomerations: as lines of the topology for drawing, as areas with what a person must know for files.
/// Units:   metres of the data set's projection.
/// Missing: what is not published or cannot be reconstructed is null in a file.
/// Errors:  those of core::topology::dissolve; BrokenOutline (an outline that has not the area of its members, whole_outlines.h); those
///          of gis/io/vector_layer.h when writing.
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
#include "vicinia/workspace/document/agglomerations.h"

namespace vicinia::workspace::inline maps {

/// One for each report; `second_group` is the province in the drawn frame.
[[nodiscard]] std::vector<core::topology::OutlineLines> agglomeration_lines(
    const core::Dataset& dataset, const Contiguity& contiguity,
    const std::vector<AgglomerationReport>& reports);

/// One row of a vector layer. Fields of the file, in a shapefile (whose names have ten bytes at most) the second:
///   sector_no, id, members, member_codes | memb_codes, member_count | memb_count, carried (codes), provinces,
///   province_codes | prov_codes, crosses_provinces | crosses, employees, enterprises | firms, smes, fdi_enterprises | fdi_firms, lq, lq_low, lq_high,
///   sector_share_pct | sect_pct, … _low | sect_low, … _high | sect_high, district_share_pct | dist_pct, … _low | dist_low,
///   … _high | dist_high, tolerance_m | toler_m (within which borders were matched).
/// Names are separated by commas, codes by blanks, as in the list; a value lies in [low, high], and equals both where it is exact.
struct AgglomerationFeature {
  std::string sector_code{};
  std::string period{};  ///< as the table prints it
  std::size_t id = 0;    ///< position in the list, from 1
  std::string title{};   ///< "agglomeration 3 (sector I)": what messages call it
  std::string members{}, member_codes{}, carried{}, provinces{}, province_codes{};
  std::size_t member_count = 0;
  bool crosses_provinces = false;
  core::agglomeration::Sums sums{};
  Pooled pooled{};
  double tolerance_m = 0;
  core::geom::MultiPolygon area{};
};

/// Of the sector that the document looks at, with names in the language.
[[nodiscard]] core::Result<std::vector<AgglomerationFeature>> agglomeration_features(
    const Document& document, const Contiguity& contiguity, const std::vector<AgglomerationReport>& reports,
    Language language);

struct FeatureFile {
  std::filesystem::path file{};  ///< by extension: .gpkg, .geojson, .shp, .fgb
  std::string crs{};             ///< of the areas
  std::string target_crs{};      ///< to write in; empty: as LayerToWrite::target_crs
};
/// The file is there whole, or as it was before. A list of names too long for a shapefile is an error, TextTooLong; with `findings` it
/// is cut short between two names, and told there (TextShortened). Codes are never cut.
[[nodiscard]] core::Status write_agglomeration_features(const FeatureFile& file,
                                                        std::vector<AgglomerationFeature> features,
                                                        std::vector<core::Finding>* findings = nullptr,
                                                        const core::Task& task = {});
[[nodiscard]] core::Status write_agglomeration_features(const std::filesystem::path& file,
                                                        const std::string& crs,
                                                        std::vector<AgglomerationFeature> features,
                                                        const core::Task& task = {});

}  // namespace vicinia::workspace::inline maps
