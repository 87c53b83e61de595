/// \file scaled_figures.h
/// Figures that a table prints in thousands or millions, as the whole numbers that they mean: "835,9" of "Nghìn người" is 835900.
/// Which mark stands before decimals is what somebody states, or what the figures prove; a figure that could mean two numbers is an error.
/// Missing:  markers, and what is no number, stay as they are: the reader of observations knows them.
/// Errors:   AmbiguousNumber (row: the line of the table; id: the text; detail: its two readings).
/// Cost:     O(figures).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "vicinia/core/base/result.h"
#include "vicinia/gis/imports/sheet.h"
#include "vicinia/gis/imports/table_shape.h"
#include "vicinia/gis/imports/tidy_table.h"
#include "vicinia/gis/io/numbers.h"

namespace vicinia::gis::imports {

/// How many a figure counts at once, by what is said nearest to it: the heading of its column, the unit of its row, the line above the table.
/// "Nghìn người" above a table is of its employees, and not of the enterprises beside them.
class FigureScales {
 public:
  /// \param stated  holds for all figures; 0: what the table says
  FigureScales(const Sheet& sheet, const TableShape& shape, double stated);

  /// \param field  what the figure counts, as observations call it
  [[nodiscard]] double of(const Figure& figure, std::string_view field) const;

 private:
  const Sheet& sheet_;
  const TableShape& shape_;
  double stated_ = 0;
  std::vector<std::size_t> units_of_rows_{};  ///< columns
  std::vector<std::string> headings_{};       ///< folded
};

struct FiguresScaled {
  double all = 1;                          ///< 0: not the same for all
  std::vector<std::size_t> multiplied{};   ///< columns, where it is not
  std::optional<io::DecimalMark> decimal;  ///< that figures which were multiplied prove or somebody stated
};
[[nodiscard]] core::Result<FiguresScaled> scale_figures(TidyTable& table, const FigureScales& scales,
                                                        const io::NumberNotation& notation);

/// The mark before decimals that all figures agree on, also those of columns that nobody reads; nullopt: none proves one, or they differ.
[[nodiscard]] std::optional<io::DecimalMark> decimal_proved_by(const TidyTable& table);

}  // namespace vicinia::gis::imports
