/// \file number_text.h
/// A number as people write it: decimals behind a point or a comma, thousands set apart by the other mark, by blanks
/// (also no-break and thin ones) or by apostrophes.
/// Cost:    O(length).
#pragma once

#include <optional>
#include <string_view>

#include "vicinia/gis/io/numbers.h"

namespace vicinia::gis::io {

/// What a text means if its decimals stand behind a given mark.
struct NumberReading {
  double number = 0;
  int decimals = 0;    ///< digits behind the decimal mark
  char thousands = 0;  ///< '.', ',', ' ' or '\'' between groups of three; 0: none
};

struct NumberReadings {
  std::optional<NumberReading> point{}, comma{};  ///< with that decimal mark; alike where no mark decides
  bool has_percent = false;
};

/// Both readings of digits with an optional minus before and an optional per cent sign behind. Thousands stand in full groups of
/// three behind a first group of one to three that does not begin with 0. Neither reading: no number ("1e3", "5.", "1,23,4").
[[nodiscard]] NumberReadings readings_of(std::string_view text);

/// Blanks of any kind, also no-break and thin ones, taken off both ends.
[[nodiscard]] std::string_view without_blanks(std::string_view text);

/// A text that tables print for "none" or "not published", and that only the table's maker can tell the meaning of.
[[nodiscard]] bool is_marker(std::string_view text);

}  // namespace vicinia::gis::io
