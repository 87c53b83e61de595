/// \file sector_step.h
/// Sectors of the tables: of which classification their codes are, and at which level they are counted. Only counts are summed; a sector
/// that the table prints itself is taken as it is printed, and never summed with its parts.
/// Missing:  a sum with a part that has no figure is not known, and has none.
/// Errors:   InvalidArgument, DuplicateObservation, those of numbers.h: see import.h.
/// Findings: see import.h.
/// Cost:     O(rows log rows + codes²).
#pragma once

#include "vicinia/core/base/result.h"
#include "vicinia/gis/imports/import.h"

namespace vicinia::gis::imports {

/// Rows of the tables are put together as the recipe says; what is left over is kept apart in them.
[[nodiscard]] core::Status take_sectors(const Recipe& recipe, const Known& known, TablesTaken& taken);

}  // namespace vicinia::gis::imports
