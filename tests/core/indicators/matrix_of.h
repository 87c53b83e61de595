/// \file matrix_of.h
/// Small matrices for tests of indicators, row by row.
#pragma once

#include <rapidcheck.h>

#include <vector>

#include "vicinia/core/indicators/complete_matrix.h"

namespace vicinia::core::indicators::test {

inline std::vector<Cell> cells_of(const std::vector<std::vector<double>>& rows) {
  std::vector<Cell> cells;
  for (const auto& row : rows)
    for (const double number : row) cells.push_back(Cell::of(number));
  return cells;
}

inline CompleteMatrix matrix_of(const std::vector<std::vector<double>>& rows) {
  const auto cells = cells_of(rows);
  return *CompleteMatrix::from({rows.size(), rows.front().size(), cells});
}

/// 2-9 units, 2-5 sectors; some cells are zero, no unit and no sector is.
inline std::vector<std::vector<double>> any_rows() {
  const auto units = *rc::gen::inRange<std::size_t>(2, 10), sectors = *rc::gen::inRange<std::size_t>(2, 6);
  std::vector<std::vector<double>> rows(units, std::vector<double>(sectors));
  for (std::size_t u = 0; u < units; ++u)
    for (std::size_t s = 0; s < sectors; ++s) {
      const bool keeps_row_and_column = s == u % sectors || u == s % units;
      rows[u][s] = *rc::gen::inRange(keeps_row_and_column ? 1 : 0, 5000);
    }
  return rows;
}

/// The same with its units in another order: row i is row order[i] of the first.
inline std::vector<std::vector<double>> reordered(const std::vector<std::vector<double>>& rows,
                                                  const std::vector<std::size_t>& order) {
  std::vector<std::vector<double>> result;
  for (const std::size_t row : order) result.push_back(rows[row]);
  return result;
}

inline std::vector<std::size_t> any_order(std::size_t count) {
  std::vector<std::size_t> order(count);
  for (std::size_t i = 0; i < count; ++i) order[i] = i;
  for (std::size_t i = count; i > 1; --i)
    std::swap(order[i - 1], order[*rc::gen::inRange<std::size_t>(0, i)]);
  return order;
}

inline std::vector<std::vector<double>> scaled(std::vector<std::vector<double>> rows, double factor) {
  for (auto& row : rows)
    for (double& number : row) number *= factor;
  return rows;
}

}  // namespace vicinia::core::indicators::test
