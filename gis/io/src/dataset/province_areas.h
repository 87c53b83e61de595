/// \file province_areas.h
/// Provinces and the districts they are made of: put together from them, or compared with them.
/// Shapes:  areas [unit]; the province of each district as a position among the provinces.
/// Units:   metres, square metres.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "vicinia/core/base/progress.h"
#include "vicinia/core/base/result.h"
#include "vicinia/core/geom/types.h"
#include "vicinia/core/topology/topology.h"

namespace vicinia::gis::io {

using ProvinceOf =
    std::vector<std::optional<std::size_t>>;  ///< [district] → province; nullopt: it names none

struct Provinces {
  std::vector<core::geom::MultiPolygon> areas{};  ///< [province]; empty where it has no districts
  std::shared_ptr<const core::topology::Topology>
      districts{};  ///< of the districts that have an area, in their order
};
/// One area for each of `count` provinces, borders matched as closely as the data need.
/// Errors: those of build_topology and dissolve.
[[nodiscard]] core::Result<Provinces> provinces_of_districts(
    std::span<const core::geom::MultiPolygon> districts, const ProvinceOf& province_of, std::size_t count,
    const core::Task& task);

/// How a layer of provinces fits the districts: the ground that is in a province or in its districts but not in both.
/// Districts that lie within their province but do not fill it are no misfit, for a layer may have some of them only. A province of which
/// no district is known is only judged where districts of others lie on its ground: it is of another date then.
struct ProvinceFit {
  std::size_t compared = 0;  ///< provinces that have districts with an area
  std::size_t apart = 0;     ///< of these, those that do not meet their districts anywhere
  std::size_t misfits =
      0;  ///< more than `least_misfit` of the ground differs; `apart` and provinces of another date included
  std::size_t worst = 0;   ///< the province that fits least
  double worst_share = 0;  ///< of its ground; in [0, 1]
};
inline constexpr double least_misfit = 0.03;

[[nodiscard]] ProvinceFit fit_of_provinces(std::span<const core::geom::MultiPolygon> provinces,
                                           std::span<const core::geom::MultiPolygon> districts,
                                           const ProvinceOf& province_of);

/// Pairs of units with one and the same area, whatever point their rings begin at.
[[nodiscard]] std::vector<std::pair<std::size_t, std::size_t>> identical_areas(
    std::span<const core::geom::MultiPolygon> areas);

}  // namespace vicinia::gis::io
