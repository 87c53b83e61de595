/// \file scaled_figures.h
/// Figures that a table prints in thousands or millions, as the whole numbers that they mean: "835,9" of "Nghìn người" is 835900.
/// Which mark stands before decimals is what somebody states, or what the figures prove; a figure that could mean two numbers is an error.
/// Missing:  markers, and what is no number, stay as they are: the reader of observations knows them.
/// Errors:   AmbiguousNumber (row: the line of the table; id: the text; detail: its two readings).
/// Cost:     O(figures).
#pragma once

#include <string>

#include "vicinia/core/base/result.h"
#include "vicinia/gis/imports/tidy_table.h"
#include "vicinia/gis/io/numbers.h"

namespace vicinia::gis::imports {

/// How many the figures count at once, by what the table says above them: 1,000 for "Nghìn người"; 1.
[[nodiscard]] double scale_said_by(const std::string& unit_of_figures);

[[nodiscard]] core::Status scale_figures(TidyTable& table, double scale, const io::NumberNotation& notation);

}  // namespace vicinia::gis::imports
