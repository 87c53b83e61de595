/// \file row_kinds.h
/// Which rows are regions, totals, parts of others and headings, and which are the sums of which.
#pragma once

#include "shape/known_texts.h"

namespace vicinia::gis::imports {

/// Fills `rows` and `usual_level`. \pre the columns are set
void find_row_kinds(const Sheet& sheet, KnownTexts& known, TableShape& shape);

}  // namespace vicinia::gis::imports
