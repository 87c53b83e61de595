/// \file side_by_side.h
/// A table that was cut into two or three beside each other, so as to fit a page: each with the same headings and its own names.
/// Cost:    O(cells).
#pragma once

#include <cstddef>

#include "vicinia/gis/imports/sheet.h"

namespace vicinia::gis::imports {

/// Puts them below each other, in the columns of the first; each row keeps the line that it stands in. What stands above the headings stays.
/// \return how many there were; 1: the sheet is no such one, and as it was
std::size_t put_below_each_other(Sheet& sheet);

}  // namespace vicinia::gis::imports
