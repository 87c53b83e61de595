/// \file boundaries.h
/// The real boundaries, which may not be part of the project; see ../shared/data/README.md.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "vicinia/core/topology/borders.h"
#include "vicinia/core/topology/topology.h"
#include "vicinia/gis/io/vector_layer.h"

namespace vicinia::test {

inline std::filesystem::path boundary_file(const std::string& name) {
  return std::filesystem::path(VICINIA_SHARED_DATA_DIR) / "boundaries" / name;
}
inline const std::string districts_2007 = "vnm_adm2_2007vintage_gadmv1_674.shp";
inline const std::string hcmc_districts = "hcmc_districts_shp/Population_District_Level.shp";

inline std::vector<core::geom::MultiPolygon> read_areas(const std::string& name) {
  auto layer = gis::io::read_polygons(boundary_file(name), {.target_crs = "EPSG:32648"});
  if (layer) return std::move(layer->areas);
  ADD_FAILURE() << name << ": " << core::name_of(layer.error().code) << " " << layer.error().detail;
  return {};
}

using Pairs = std::vector<std::pair<core::topology::UnitIndex, core::topology::UnitIndex>>;

inline Pairs pairs_of(const std::vector<core::topology::Border>& rows, bool corners) {
  Pairs pairs;
  for (const auto& row : rows)
    if ((row.kind == core::topology::BorderKind::corner) == corners) pairs.emplace_back(row.a, row.b);
  return pairs;
}

/// Both ascending.
inline Pairs only_in(const Pairs& a, const Pairs& b) {
  Pairs left;
  std::set_difference(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(left));
  return left;
}

inline std::string as_text(const Pairs& pairs) {
  std::string text;
  for (const auto& [a, b] : pairs) text += std::to_string(a) + "-" + std::to_string(b) + " ";
  return text;
}

}  // namespace vicinia::test

#define SKIP_WITHOUT_BOUNDARIES(name) \
  if (!std::filesystem::exists(boundary_file(name))) GTEST_SKIP() << "there is no " << (name)
