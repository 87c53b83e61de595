/// \file packed.h
/// Whole numbers and runs of letters as short text: what a page is mostly made of. page.js reads them.
/// Source:  variable-length quantities as in Google's encoded polylines, in 64 signs that neither JSON nor HTML must escape.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace vicinia::workspace::inline web {

class PackedNumbers {
 public:
  /// Five bits a sign, the lowest first; the sixth says that more follow.
  void add(std::uint64_t number) {
    static constexpr std::string_view signs =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    for (; number >= 32; number >>= 5) text_ += signs[32 + (number & 31)];
    text_ += signs[number];
  }
  /// Small ones either side of zero stay short.
  void add_signed(std::int64_t number) {
    add((static_cast<std::uint64_t>(number) << 1) ^ (number < 0 ? ~std::uint64_t{0} : 0));
  }
  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  std::string text_{};
};

/// The differences of ascending numbers.
[[nodiscard]] std::string packed_ascending(const auto& numbers) {
  PackedNumbers packed;
  std::uint64_t last = 0;
  for (const auto number : numbers) {
    packed.add(static_cast<std::uint64_t>(number) - last);
    last = static_cast<std::uint64_t>(number);
  }
  return packed.text();
}

/// "---A" becomes "-3A". \pre no digit is among the letters
[[nodiscard]] inline std::string packed_runs(std::string_view letters) {
  std::string text;
  for (std::size_t i = 0; i < letters.size();) {
    std::size_t end = i;
    while (end < letters.size() && letters[end] == letters[i]) ++end;
    text += letters[i];
    if (end - i > 1) text += std::to_string(end - i);
    i = end;
  }
  return text;
}

}  // namespace vicinia::workspace::inline web
