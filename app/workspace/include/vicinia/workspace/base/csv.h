/// \file csv.h
/// Fields of CSV as RFC 4180 writes them; numbers in the shortest form that reads back the same.
/// Missing: a cell without a number is an empty field.
#pragma once

#include <string>
#include <string_view>

#include "vicinia/core/base/cell.h"

namespace vicinia::workspace::inline base {

[[nodiscard]] std::string csv_field(std::string_view text);
[[nodiscard]] std::string csv_field(double number);
[[nodiscard]] std::string csv_field(const core::Cell& cell);

}  // namespace vicinia::workspace::inline base
