#include "vicinia/gis/io/number_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>

namespace vicinia::gis::io {
namespace {

constexpr std::array<std::string_view, 7> number_blanks{" ",
                                                        "\t",
                                                        "\xC2\xA0",      // no-break
                                                        "\xE2\x80\xAF",  // narrow no-break
                                                        "\xE2\x80\x89",
                                                        "\xE2\x80\x87",  // thin, figure
                                                        "\r"};
constexpr std::array<std::string_view, 2> apostrophes{"'", "\xE2\x80\x99"};

template <std::size_t count>
std::size_t length_at(std::string_view text, const std::array<std::string_view, count>& ones) {
  for (const std::string_view one : ones)
    if (text.starts_with(one)) return one.size();
  return 0;
}

/// Blanks and apostrophes of all kinds as ' ' and '\''.
std::string with_plain_marks(std::string_view text) {
  std::string plain;
  while (!text.empty()) {
    if (const std::size_t length = length_at(text, number_blanks)) {
      plain += ' ';
      text.remove_prefix(length);
    } else if (const std::size_t quote = length_at(text, apostrophes)) {
      plain += '\'';
      text.remove_prefix(quote);
    } else {
      plain += text.front();
      text.remove_prefix(1);
    }
  }
  return plain;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool are_digits(std::string_view text) { return !text.empty() && std::ranges::all_of(text, is_digit); }

/// The mark between the groups of a whole number; 0: there are none. nullopt: not one whole number.
std::optional<char> mark_between_groups(std::string_view whole) {
  if (are_digits(whole)) return '\0';
  constexpr std::size_t group = 3;
  const std::size_t first = whole.find_first_of(",. '");
  if (first == std::string_view::npos || first == 0 || first > group || whole.front() == '0')
    return std::nullopt;
  const char mark = whole[first];
  if (!are_digits(whole.substr(0, first))) return std::nullopt;
  for (whole.remove_prefix(first); !whole.empty(); whole.remove_prefix(group + 1))
    if (whole.size() < group + 1 || whole.front() != mark || !are_digits(whole.substr(1, group)))
      return std::nullopt;
  return mark;
}

/// \param text  without sign
std::optional<NumberReading> reading_with(std::string_view text, char decimal_mark, bool is_negative) {
  const std::size_t at = text.find(decimal_mark);
  const std::string_view whole = text.substr(0, at);
  const std::string_view decimals = at == std::string_view::npos ? std::string_view() : text.substr(at + 1);
  if (at != std::string_view::npos && !are_digits(decimals)) return std::nullopt;
  const auto mark = mark_between_groups(whole);
  if (!mark) return std::nullopt;
  std::string plain = is_negative ? "-" : "";
  std::ranges::copy_if(whole, std::back_inserter(plain), is_digit);
  if (!decimals.empty()) plain.append(".").append(decimals);
  NumberReading reading{.decimals = static_cast<int>(decimals.size()), .thousands = *mark};
  const auto [end, error] = std::from_chars(plain.data(), plain.data() + plain.size(), reading.number);
  if (error != std::errc() || end != plain.data() + plain.size()) return std::nullopt;
  if (reading.number == 0) reading.number = 0.0;  // never -0
  return reading;
}

}  // namespace

std::string_view without_blanks(std::string_view text) {
  const auto is_plain = [](char c) { return c > ' ' && c < '\x7F'; };  // nearly all texts begin and end so
  if (!text.empty() && is_plain(text.front()) && is_plain(text.back())) return text;
  while (const std::size_t length = length_at(text, number_blanks)) text.remove_prefix(length);
  for (bool found = true; found;) {
    found = false;
    for (const std::string_view blank : number_blanks)
      if (text.ends_with(blank)) {
        text.remove_suffix(blank.size());
        found = true;
      }
  }
  return text;
}

NumberReadings readings_of(std::string_view text) {
  NumberReadings readings;
  text = without_blanks(text);
  if (text.ends_with('%')) {
    readings.has_percent = true;
    text = without_blanks(text.substr(0, text.size() - 1));
  }
  const bool is_negative = text.starts_with('-');
  if (is_negative) text.remove_prefix(1);
  if (text.empty() || !is_digit(text.front())) return readings;
  const std::string plain = with_plain_marks(text);
  readings.point = reading_with(plain, '.', is_negative);
  readings.comma = reading_with(plain, ',', is_negative);
  return readings;
}

bool is_marker(std::string_view text) {
  if (text.empty() || text.size() > 6) return false;
  std::string lower(text);
  std::ranges::transform(lower, lower.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 'a' - 'A') : c; });
  constexpr std::array<std::string_view, 13> words{"n/a", "na",  "n.a.", "n.a",  "nan",          "null", "x",
                                                   "xx",  "nil", "n.d.", "none", "\xE2\x80\xA6", "#n/a"};
  if (std::ranges::find(words, lower) != words.end()) return true;
  // "-", "--", "–", "—", "−", "..", "...", ":", "*"
  for (std::string_view rest = lower; !rest.empty();) {
    constexpr std::array<std::string_view, 7> marks{
        "-", ".", ":", "*", "\xE2\x80\x93", "\xE2\x80\x94", "\xE2\x88\x92"};
    const std::size_t length = length_at(rest, marks);
    if (length == 0) return false;
    rest.remove_prefix(length);
  }
  return true;
}

}  // namespace vicinia::gis::io
