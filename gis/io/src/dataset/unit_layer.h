/// \file unit_layer.h
/// One layer of a manifest as units: fields read, codes found, the features of one unit joined.
/// Errors:  as units_reader.h.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "dataset/unit_codes.h"
#include "vicinia/core/admin/unit.h"
#include "vicinia/core/base/progress.h"
#include "vicinia/core/base/result.h"
#include "vicinia/core/geom/types.h"
#include "vicinia/gis/io/manifest.h"

namespace vicinia::gis::io {

struct UnitLayer {
  std::vector<core::admin::Unit> units{};
  std::vector<core::geom::MultiPolygon> areas{};    ///< [unit]
  std::vector<std::size_t> rows{};                  ///< [unit] its first feature, 1 = first
  std::vector<core::BilingualText> parent_names{};  ///< [unit] as its first feature has them; empty: none
  std::vector<CodedUnit> known_parents{};           ///< of `parent_codes_from`
  std::vector<CodedUnit> absent{};                  ///< of `codes_from`: units that the layer does not have
  std::string crs{};
  std::vector<core::Finding> findings{};
};

struct UnitLayerOptions {
  std::filesystem::path folder{};
  core::admin::Level level{};
  std::string target_crs{};
  const std::vector<core::admin::Unit>* parents =
      nullptr;  ///< of the layer of the next coarser level; null: there is none
};

[[nodiscard]] core::Result<UnitLayer> read_unit_layer(const LayerSource& source,
                                                      const UnitLayerOptions& options,
                                                      const core::Task& task);

}  // namespace vicinia::gis::io
