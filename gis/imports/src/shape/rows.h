/// \file rows.h
/// Which rows are titles, headings, figures and notes, before anything is known of the columns.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "shape/grid.h"
#include "shape/known_texts.h"

namespace vicinia::gis::imports {

/// Rows of figures that belong together, up to the next headings.
struct Block {
  std::size_t first = 0, end = 0;
  std::size_t next_headings = 0;  ///< where another table begins; `end` of the sheet if none does
};

class RowFinder {
 public:
  RowFinder(const Sheet& sheet, const Grid& grid, KnownTexts& known)
      : sheet_(sheet), grid_(grid), known_(known) {}

  /// The first at or below the row. nullopt: no figures there.
  [[nodiscard]] std::optional<Block> block_from(std::size_t row);
  /// From the top down, above the figures and not above `from`.
  [[nodiscard]] std::vector<std::size_t> header_rows(const Block& block, std::size_t from);
  /// "A", "1", "2", "3=1+2": it numbers the columns.
  [[nodiscard]] bool numbers_columns(std::size_t row) const;

 private:
  /// \param but  columns of figures, ascending; without them what stands before the first number is looked at
  [[nodiscard]] bool has_known_label(std::size_t row, const std::vector<std::size_t>& but = {});
  [[nodiscard]] bool repeats_headings(std::size_t row, std::size_t first);
  [[nodiscard]] bool has_new_title_above(std::size_t row, std::size_t first);
  [[nodiscard]] bool is_numbered_title(std::size_t row, std::size_t from) const;
  [[nodiscard]] bool has_figures(std::size_t row);
  [[nodiscard]] bool heads_columns(std::size_t row, const std::vector<std::size_t>& figure_columns);
  [[nodiscard]] bool has_sector_headings(std::size_t row);
  [[nodiscard]] std::size_t first_with_headings(std::size_t first,
                                                const std::vector<std::size_t>& figure_columns);
  [[nodiscard]] bool is_row_of_a_unit(std::size_t row);
  [[nodiscard]] Block block_at(std::size_t first);

  const Sheet& sheet_;
  const Grid& grid_;
  KnownTexts& known_;
};

}  // namespace vicinia::gis::imports
