/// \file matrix_holes.h
/// What a matrix that is said to be complete does not say.
/// Findings: RowsMissing (cells without a row, of units that have others in the period), UnitsWithoutRows (one for each period;
///          only of levels that have rows at all).
/// Cost:    O(rows + units × periods).
#pragma once

#include <string>
#include <vector>

#include "vicinia/core/admin/unit.h"
#include "vicinia/core/base/error.h"
#include "vicinia/core/industry/observations.h"
#include "vicinia/core/industry/sector.h"

namespace vicinia::gis::io {

[[nodiscard]] std::vector<core::Finding> holes_of(const core::industry::ObservationTable& table,
                                                  const core::admin::Frame& frame,
                                                  const std::vector<core::industry::Sector>& sectors,
                                                  const std::vector<std::string>& periods);

}  // namespace vicinia::gis::io
