/// \file value_table.h
/// A table on its way into CSV or JSON: named columns, and values that may be missing. Every CSV is written by it.
/// Missing: an empty field in CSV, null in JSON; zero is 0.
#pragma once

#include <cmath>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "vicinia/core/base/cell.h"

namespace vicinia::workspace::inline base {

/// Names, with blanks between in CSV, a list in JSON; none where it is not known.
using Names = std::optional<std::vector<std::string>>;
/// "true" and "false"; none where it cannot be told.
using Truth = std::optional<bool>;
using TableValue = std::variant<std::string, core::Cell, Names, Truth>;
using TableRow = std::vector<TableValue>;

/// A number; missing where there is none, and where it is not finite.
[[nodiscard]] inline core::Cell number_or_missing(const std::optional<double>& number) {
  return number && std::isfinite(*number) ? core::Cell::of(*number) : core::Cell::not_published();
}
/// One row after another, for parts that several tables have alike.
inline void append(TableRow& row, const TableRow& more) { row.insert(row.end(), more.begin(), more.end()); }

struct ValueTable {
  std::vector<std::string> columns{};
  std::vector<TableRow> rows{};  ///< each as long as columns

  [[nodiscard]] std::string csv() const;
  /// An array of objects.
  [[nodiscard]] nlohmann::ordered_json json() const;
};

}  // namespace vicinia::workspace::inline base
