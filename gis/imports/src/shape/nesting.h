/// \file nesting.h
/// Provinces among the rows of their districts: each stands above the units that lie in it, with its own total or as a heading alone. Whether a
/// row is such a one is told by what lies where, not by how it is written; a row that could as well be the city of that name is one only if it
/// is the sum of those below it.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "shape/known_texts.h"
#include "shape/labels.h"
#include "vicinia/gis/imports/table_shape.h"

namespace vicinia::gis::imports {

/// Row → what units below it lie in; empty: the table has no such rows.
/// \param rows  that are of units, with figures or without, ascending
[[nodiscard]] std::map<std::size_t, std::string> rows_of_wholes(
    const Sheet& sheet, KnownTexts& known, const Labels& labels, const std::vector<std::size_t>& rows,
    const std::vector<std::size_t>& figure_columns);

}  // namespace vicinia::gis::imports
