#include "vicinia/workspace/base/csv.h"

#include <charconv>

#include "vicinia/gis/files/csv_field.h"

namespace vicinia::workspace::inline base {

std::string csv_field(std::string_view text) { return gis::files::csv_field(text); }

std::string csv_field(double number) {
  char buffer[1100];  // the longest double has 1074 decimals
  // The shortest form of 100000 is 1e+05, which neither people nor our own reader of tables take for a number.
  const auto written = std::to_chars(buffer, buffer + sizeof buffer, number, std::chars_format::fixed);
  return {buffer, written.ptr};
}

std::string csv_field(const core::Cell& cell) {
  return cell.has_number() ? csv_field(cell.number()) : std::string();
}

}  // namespace vicinia::workspace::inline base
