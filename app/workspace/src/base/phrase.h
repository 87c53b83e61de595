/// \file phrase.h
/// A text in both languages, with places in braces to be filled in.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

#include "vicinia/workspace/base/language.h"

namespace vicinia::workspace::inline base {

inline void replace_all(std::string& text, std::string_view what, const std::string& with) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size()))
    text.replace(at, what.size(), with);
}

struct Phrase {
  const char* vi;
  const char* en;
  using Filling = std::initializer_list<std::pair<std::string_view, std::string>>;  ///< {"{place}", text}
  [[nodiscard]] std::string in(Language language, Filling filling = {}) const {
    std::string text = language == Language::vi ? vi : en;
    for (const auto& [place, with] : filling) replace_all(text, place, with);
    return text;
  }
};

}  // namespace vicinia::workspace::inline base
