/// \file headings.h
/// The headings of each column, with those of its groups, and what they say of its figures.
#pragma once

#include <string>
#include <vector>

#include "shape/grid.h"
#include "shape/known_texts.h"

namespace vicinia::gis::imports {

/// [column][row of the headings] what stands there, or in the group that it belongs to; empty: nothing.
[[nodiscard]] std::vector<std::vector<std::string>> headings_of(const Sheet& sheet, const TableShape& shape);

/// From the top down, with " / " between; each once.
[[nodiscard]] std::string joined(const std::vector<std::string>& parts);

/// What figures under these headings are of, as far as they say it.
[[nodiscard]] Meaning meaning_of(const std::vector<std::string>& parts, KnownTexts& known);

}  // namespace vicinia::gis::imports
