/// \file layer_validity.h
/// Whether areas may be written: each valid in the coordinates in which it goes out.
/// Errors:  BrokenOutline (subject.id; detail: what is wrong, where, and in which system), Cancelled.
/// Cost:    GEOS' test of validity for each area, O(n log n) of its vertices; parallel over areas.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "vicinia/core/base/progress.h"
#include "vicinia/core/base/result.h"
#include "vicinia/core/geom/types.h"

namespace vicinia::gis::io {

/// Areas before and after they were moved into the system that is written; the same where it is the same.
struct AreasToCheck {
  std::span<const core::geom::MultiPolygon> source;
  const std::string& source_crs;
  std::vector<core::geom::MultiPolygon>& written;
  const std::string& written_crs;
  bool in_degrees = false;              ///< the written ones
  const std::vector<std::string>& ids;  ///< for errors; empty: numbers
};

/// Straight lines bend on their way into another system: where that alone makes an area invalid, by less than
/// a square metre, it is repaired. Whatever else is invalid is an error; of several, the first.
[[nodiscard]] core::Status check_validity(const AreasToCheck& areas, const core::Task& task = {});

}  // namespace vicinia::gis::io
