/// \file columns.h
/// What each column holds: by its headings, and by what stands in it.
#pragma once

#include <vector>

#include "shape/grid.h"
#include "shape/known_texts.h"

namespace vicinia::gis::imports {

/// Fills `columns` and what `of_all` lacks. \pre title_rows, header_rows, first_row and end_row are set
void find_columns(const Sheet& sheet, const Grid& grid, KnownTexts& known, TableShape& shape);

/// Which columns are sums of others, as most rows show. \pre the kinds of rows are set
void find_total_columns(const Sheet& sheet, const Grid& grid, TableShape& shape);

}  // namespace vicinia::gis::imports
