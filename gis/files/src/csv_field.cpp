#include "vicinia/gis/files/csv_field.h"

#include <algorithm>

namespace vicinia::gis::files {

bool is_formula(std::string_view text) {
  if (text.empty() || std::string_view("=+-@\t\r").find(text.front()) == std::string_view::npos) return false;
  if (text.front() == '=' || text.front() == '@' || text.front() == '\t' || text.front() == '\r') return true;
  // A sign alone, or before a number, computes nothing; a dash means "none" in many tables.
  return std::ranges::any_of(text.substr(1), [](char c) {
    return (c < '0' || c > '9') && c != '.' && c != ',' && c != ' ' && c != '%' && c != '-';
  });
}

std::string csv_field(std::string_view text) {
  const bool needs_apostrophe = is_formula(text);
  if (!needs_apostrophe && text.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(text);
  std::string quoted = needs_apostrophe ? "\"'" : "\"";
  for (const char c : text) {
    if (c == '"') quoted += c;
    quoted += c;
  }
  return quoted + "\"";
}

std::string csv_row(std::span<const std::string> fields) {
  std::string row;
  for (std::size_t i = 0; i < fields.size(); ++i) (row += i == 0 ? "" : ",") += csv_field(fields[i]);
  return row + "\n";
}

}  // namespace vicinia::gis::files
