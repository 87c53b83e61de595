/// \file crosswalk_rows.h
/// Rows of a crosswalk where no table has their weights: by the ground that units of two dates share, or by what lives or stands on it.
/// Both are estimates: values are taken to be spread as the ground is, or as that quantity is. What lies in one unit alone is exact.
/// Shapes:  units of a level of each frame, with their areas; or parts, one each for whatever is counted of a unit → rows, by `from`.
/// Units:   areas in metres of one projection; quantities of any kind.
/// Missing: a unit without an area, with outlines so invalid that nobody can tell, or of which less than half is covered has no row, so that the crosswalk says that its
///          values would be lost. Parts without a quantity are the caller's to refuse.
/// Laws:    weights of a unit make 1. Of the same areas twice each unit becomes itself. Parts that are given in another order, or divided
///          further, give the same rows.
/// Errors:  InvalidArgument with field share_column (id: the unit, row: the part, from 1): below 0, or all parts of the unit are 0.
/// Cost:    O(pairs that may meet × their vertices); O(parts log parts).
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "vicinia/core/admin/crosswalk.h"
#include "vicinia/core/base/progress.h"
#include "vicinia/core/geom/types.h"

namespace vicinia::core::admin {

/// Ground below this share of a unit is where two maps draw one border differently, and no part of it.
inline constexpr double least_ground_share = 0.01;

struct RowsByArea {
  std::vector<CrosswalkRow> rows{};
  std::size_t divided = 0;   ///< units that several rows share out
  std::size_t left_out = 0;  ///< pieces of ground below the least share
};

/// Ground that two areas have in common, in square metres; nullopt: their outlines do not tell.
using SharedArea = std::function<std::optional<double>(const geom::MultiPolygon&, const geom::MultiPolygon&)>;

/// \param level     of the units of `from`, \param to_level of those of `to`
/// \param areas     [unit of `from`], \param to_areas [unit of `to`]
/// Errors: Cancelled.
[[nodiscard]] Result<RowsByArea> rows_by_area(const Frame& from, Level level,
                                              std::span<const geom::MultiPolygon> areas, const Frame& to,
                                              Level to_level, std::span<const geom::MultiPolygon> to_areas,
                                              const SharedArea& shared, const Task& task = {},
                                              double least_share = least_ground_share);

/// So much of a unit lies in another: of its people, of its jobs.
struct CountedPart {
  std::string from{}, to{};  ///< codes
  double quantity = 0;
};
[[nodiscard]] Result<std::vector<CrosswalkRow>> rows_by_quantity(std::span<const CountedPart> parts);

}  // namespace vicinia::core::admin
