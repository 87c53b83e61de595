/// \file bilingual_text.h
/// A text that the data bring along in both languages.
#pragma once

#include <string>

namespace vicinia::core {

/// Either may stand in for the other.
struct BilingualText {
  std::string vi{};
  std::string en{};
  friend bool operator==(const BilingualText&, const BilingualText&) = default;
};

}  // namespace vicinia::core
