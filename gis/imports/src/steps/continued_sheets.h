/// \file continued_sheets.h
/// A table that goes on in the next sheets of its book: "95", "95 (tiếp)".
/// Findings: TablesBeside (field: "sheets"; detail: their names), and of further sheets that are not read LayerChosen (field: "sheet").
/// Errors:   those of read_sheet.
/// Cost:     O(bytes) of each sheet that is read.
#pragma once

#include "vicinia/core/base/result.h"
#include "vicinia/gis/imports/recipe.h"
#include "vicinia/gis/imports/sheet.h"

namespace vicinia::gis::imports {

/// Adds the rows of those sheets that follow it and say, in their name or in the lines above their headings, that they continue.
[[nodiscard]] core::Status add_continued_sheets(const TableChoice& choice, Sheet& sheet);

}  // namespace vicinia::gis::imports
