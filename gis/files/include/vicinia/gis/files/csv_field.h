/// \file csv_field.h
/// A text as a field of CSV: quoted where it must be, and never a formula to the spreadsheet that opens it.
/// Laws:    read back it is the same text, but for an apostrophe before what a spreadsheet would compute ("=1+1", "@cmd", "+A1"); numbers stay.
/// Source:  RFC 4180; what spreadsheets take for a formula: OWASP, "CSV injection".
/// Cost:    O(bytes).
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace vicinia::gis::files {

[[nodiscard]] bool is_formula(std::string_view text);
[[nodiscard]] std::string csv_field(std::string_view text);
/// With its line end.
[[nodiscard]] std::string csv_row(std::span<const std::string> fields);

}  // namespace vicinia::gis::files
