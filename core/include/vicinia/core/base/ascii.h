/// \file ascii.h
/// Upper and lower case of words that are no names: endings of files, fields of a shapefile. Names are folded by core/names.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

namespace vicinia::core {

/// Leaves whatever is not one of A-Z as it is, in any locale.
[[nodiscard]] inline std::string ascii_lower(std::string_view text) {
  std::string lower(text);
  std::ranges::transform(lower, lower.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return lower;
}

}  // namespace vicinia::core
