/// \file named_columns.h
/// A table that comes with the program, by the names of its columns.
/// Missing: a file that cannot be read has no rows; a column that is not there is empty.
/// Cost:    O(cells).
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>

#include "vicinia/gis/io/table.h"

namespace vicinia::gis::imports {

class NamedColumns {
 public:
  explicit NamedColumns(const std::filesystem::path& file) {
    if (auto read = io::read_table(file)) table_ = *std::move(read);
  }
  [[nodiscard]] std::size_t size() const { return table_.rows.size(); }
  [[nodiscard]] std::string at(std::size_t row, std::string_view column) const {
    const auto position = table_.column(column);
    return position ? table_.rows[row][*position] : std::string();
  }

 private:
  io::Table table_{};
};

}  // namespace vicinia::gis::imports
