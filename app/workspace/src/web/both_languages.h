/// \file both_languages.h
/// Texts of a page, which has both languages: a pair of Vietnamese and English, or one text for both.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "vicinia/workspace/base/language.h"

namespace vicinia::workspace::inline web {

using Json = nlohmann::ordered_json;

/// Numbers in the other language: points and commas change places.
[[nodiscard]] inline std::string with_marks_exchanged(std::string text) {
  for (char& sign : text) sign = sign == '.' ? ',' : sign == ',' ? '.' : sign;
  return text;
}

/// [Vietnamese, English] of what `text` answers for a language.
[[nodiscard]] Json in_both(const auto& text) { return Json::array({text(Language::vi), text(Language::en)}); }

/// A text of numbers: the English one alone where the Vietnamese is the same with points and commas exchanged, as it is unless there are
/// words in it.
[[nodiscard]] Json number_in_both(const auto& text) {
  std::string vi = text(Language::vi), en = text(Language::en);
  if (with_marks_exchanged(en) == vi) return en;
  return Json::array({std::move(vi), std::move(en)});
}

/// Many of them, in one text with bars between.
class NumbersInBoth {
 public:
  void add(const auto& text) {
    const char* const bar = is_empty_ ? "" : "|";
    is_empty_ = false;
    vi_ += bar + without_bars(text(Language::vi));
    en_ += bar + without_bars(text(Language::en));
  }
  [[nodiscard]] Json json() const {
    return number_in_both([&](Language language) { return language == Language::vi ? vi_ : en_; });
  }

 private:
  static std::string without_bars(std::string text) {
    for (char& sign : text)
      if (sign == '|') sign = '/';
    return text;
  }
  std::string vi_{}, en_{};
  bool is_empty_ = true;
};

}  // namespace vicinia::workspace::inline web
