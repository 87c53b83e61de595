/// \file interleaved.h
/// Units and sectors in one column: each province above its sectors, or each sector above its provinces.
/// Cost:    O(rows).
#pragma once

#include <cstddef>
#include <map>

#include "shape/known_texts.h"
#include "vicinia/gis/imports/table_shape.h"

namespace vicinia::gis::imports {

/// What a row is in such a table, where it is no plain row of figures.
struct Interleaved {
  std::map<std::size_t, Meaning> outer{};  ///< row → the unit or sector that the rows below it are of
  std::map<std::size_t, RowKind>
      of_sums{};  ///< rows below the whole country or a region, which are of it: its kind
};

/// Sets the role of the column to what its inner rows are. Empty: the table is no such one.
[[nodiscard]] Interleaved find_interleaved(const Sheet& sheet, KnownTexts& known, TableShape& shape);

}  // namespace vicinia::gis::imports
