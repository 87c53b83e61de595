/// \file sum_checks.h
/// Printed totals beside the sums of their parts: the country over its regions and what belongs to none, regions over their provinces,
/// sections over their divisions, columns of totals over theirs; and parts ("of which") beside what they are a part of. Nothing is corrected.
/// Shapes:  sheet and shape → differences, each with its cells.
/// Units:   as printed. Counts of whole numbers must agree to the unit; what is printed with d decimals, or counted in thousands, was rounded:
///          n parts may be off by (n + 1) halves of the last digit.
/// Missing: a part that is blank or a marker may be anything from 0 up: the sum of the others must not exceed the total.
/// Laws:    a table whose totals are the sums of its figures has no difference; one figure of it that is changed by more than the rounding
///          makes one at least, and stands among its suspects.
/// Columns that no sum holds of (shares, averages, densities): found by their words, or, of figures that observations do not have, by most
///          of their sums being off; they are named and not checked.
/// Errors:  none. A text that is no number counts as missing.
/// Findings: SumDiffers, PartExceedsWhole: one each, of the first, with how many there are.
/// Cost:    O(cells).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "vicinia/gis/imports/sheet.h"
#include "vicinia/gis/imports/table_shape.h"
#include "vicinia/gis/io/numbers.h"

namespace vicinia::gis::imports {

struct CellPlace {
  std::size_t row = 0, column = 0;
  friend auto operator<=>(const CellPlace&, const CellPlace&) = default;
};

struct SumDifference {
  enum class Of : std::uint8_t {
    rows,     ///< a row and the rows that it sums
    columns,  ///< a column and the columns that it sums
    part      ///< a row "of which", and the row that it is a part of
  } of = Of::rows;
  CellPlace whole{};               ///< what is printed as the total; of a part: the part
  std::vector<CellPlace> parts{};  ///< of a part: what it is a part of
  double printed = 0, sum = 0;     ///< of a part: its figure, and that of the whole
  bool is_part_missing = false;    ///< a part has no number, and the others exceed the total already
  /// Cells of which one, set otherwise, would mend every sum that it is in, and spoil none.
  std::vector<CellPlace> suspects{};
};

struct SumReport {
  std::size_t checked = 0;         ///< sums that were compared
  std::size_t not_comparable = 0;  ///< a total without a number, or without parts that have any
  std::vector<SumDifference> differences{};
  std::vector<std::size_t> not_additive{};  ///< columns
};

[[nodiscard]] SumReport check_sums(const Sheet& sheet, const TableShape& shape,
                                   const io::NumberNotation& notation = {});

[[nodiscard]] std::vector<core::Finding> findings_of(const Sheet& sheet, const TableShape& shape,
                                                     const SumReport& report);

}  // namespace vicinia::gis::imports
