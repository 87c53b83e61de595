/// \file findings_text.h
/// What was noticed while data were read, summed up: a line for each kind, for the terminal and the window alike.
/// Shapes:  findings → lines, kinds in the order in which they first occur. Kinds are told apart by code and file.
/// Cost:    O(findings).
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "vicinia/core/base/error.h"
#include "vicinia/workspace/base/language.h"

namespace vicinia::workspace::inline words {

struct FindingsLine {
  /// Of one finding all that there is to say; of several what they have in common, how many they are and the first three:
  /// "districts.shp: 72 outlines were not valid and have been repaired: 001, 002, 003 and 69 more."
  std::string text{};
  std::vector<std::size_t> findings{};  ///< positions in the list, ascending
};

[[nodiscard]] std::vector<FindingsLine> findings_summary(std::span<const core::Finding> findings,
                                                         Language language);

}  // namespace vicinia::workspace::inline words
