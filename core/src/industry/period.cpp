#include "vicinia/core/industry/period.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <numeric>
#include <utility>

namespace vicinia::core::industry {
namespace {

using std::chrono::day;
using std::chrono::month;
using std::chrono::year;
using std::chrono::year_month_day;

/// Small letters of the Latin and Vietnamese alphabets; every other byte as it is. Labels are short and NFC,
/// so one table of code points does.
std::string lowered(std::string_view text) {
  std::string low;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const auto next = i + 1 < text.size() ? static_cast<unsigned char>(text[i + 1]) : 0U;
    if (byte >= 'A' && byte <= 'Z') {
      low += static_cast<char>(byte + ('a' - 'A'));
    } else if (byte == 0xC3 && next >= 0x80 && next <= 0x9E && next != 0x97) {  // À … Þ
      low += {static_cast<char>(byte), static_cast<char>(next + 0x20)};
      ++i;
    } else if ((byte == 0xC4 && (next == 0x82 || next == 0x90 || next == 0xA8)) ||
               (byte == 0xC5 && next == 0xA8) ||
               (byte == 0xC6 && next == 0xA0)) {  // Ă Đ Ĩ Ũ Ơ: the small one follows
      low += {static_cast<char>(byte), static_cast<char>(next + 1)};
      ++i;
    } else if (byte == 0xC6 && next == 0xAF) {  // Ư
      low += "ư";
      ++i;
    } else if (byte == 0xC2) {  // signs such as the blank that does not break
      low += ' ';
      ++i;
    } else if (byte == 0xE2) {  // dashes and blanks
      low += ' ';
      i += 2;
    } else if (byte == 0xE1 && i + 2 < text.size() &&
               (next == 0xBA || next == 0xBB)) {  // Ạ … Ỹ: pairs, the small one is odd
      const auto last = static_cast<unsigned char>(text[i + 2]);
      low += {static_cast<char>(byte), static_cast<char>(next), static_cast<char>(last | 1)};
      i += 2;
    } else {
      low += static_cast<char>(byte);
    }
  }
  return low;
}

/// A run of digits, a run of letters, or an asterisk; whatever else stands between them separates.
struct Token {
  enum class Kind : std::uint8_t { number, word } kind = Kind::word;
  std::string text{};
  bool operator==(std::string_view word) const { return kind == Kind::word && text == word; }
};

std::vector<Token> tokens_of(const std::string& text) {
  std::vector<Token> tokens;
  std::optional<Token::Kind> last;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    std::optional<Token::Kind> kind;
    if (c >= '0' && c <= '9')
      kind = Token::Kind::number;
    else if ((c >= 'a' && c <= 'z') || byte >= 0x80)
      kind = Token::Kind::word;
    if (c == '*')
      tokens.push_back({Token::Kind::word, "*"});
    else if (kind && kind == last)
      tokens.back().text += c;
    else if (kind)
      tokens.push_back({*kind, std::string(1, c)});
    last = c == '*' ? std::nullopt : kind;
  }
  return tokens;
}

template <std::size_t n>
bool is_one_of(const Token& token, const std::array<std::string_view, n>& words) {
  return token.kind == Token::Kind::word && std::ranges::find(words, token.text) != words.end();
}

constexpr std::array<std::string_view, 13> preliminary_words{
    "prel",      "prelim", "preliminary", "provisional", "prov", "est", "estimate",
    "estimated", "p",      "e",           "*",           "sb",   "ước"};
constexpr std::array<std::array<std::string_view, 2>, 3> preliminary_pairs{
    {{"sơ", "bộ"}, {"so", "bo"}, {"ước", "tính"}}};
/// Say nothing of the time.
constexpr std::array<std::string_view, 7> filler{"năm", "nam", "year", "of", "của", "the", "and"};
constexpr std::array<std::string_view, 6> quarter_words{"q", "qtr", "quarter", "quý", "quí", "quy"};
constexpr std::array<std::string_view, 6> month_words{"tháng", "thang", "t", "th", "m", "month"};
constexpr std::array<std::string_view, 5> half_words{"h", "half", "s", "semester", "hy"};
constexpr std::array<std::string_view, 3> day_words{"ngày", "ngay", "day"};
constexpr std::array<std::string_view, 4> ordinal_ends{"st", "nd", "rd", "th"};
constexpr std::array<std::string_view, 12> roman_numerals{"i",   "ii",   "iii", "iv", "v",  "vi",
                                                          "vii", "viii", "ix",  "x",  "xi", "xii"};
constexpr std::array<std::string_view, 12> month_names{"january",   "february", "march",    "april",
                                                       "may",       "june",     "july",     "august",
                                                       "september", "october",  "november", "december"};

/// One place of a pattern: what a token can be.
enum class Part : std::uint8_t {
  year_number,
  number,
  numeral,
  month_name,
  quarter_word,
  month_word,
  half_word,
  day_word,
  first_word,
  last_word,
  half_of_word,
  six
};

struct Reading {
  std::vector<Token> tokens{};
  [[nodiscard]] int number(std::size_t at) const { return std::stoi(tokens[at].text); }

  [[nodiscard]] bool is(std::size_t at, Part part) const {
    const Token& token = tokens[at];
    const bool is_number = token.kind == Token::Kind::number;
    switch (part) {
      case Part::year_number:
        return is_number && token.text.size() == 4 && token.text[0] >= '1' && token.text[0] <= '2';
      case Part::number: return is_number && token.text.size() <= 2;
      case Part::numeral: return is_one_of(token, roman_numerals);
      case Part::month_name: return month_named(token) != 0;
      case Part::quarter_word: return is_one_of(token, quarter_words);
      case Part::month_word: return is_one_of(token, month_words);
      case Part::half_word: return is_one_of(token, half_words);
      case Part::day_word: return is_one_of(token, day_words);
      case Part::first_word: return token == "đầu" || token == "first";
      case Part::last_word: return token == "cuối" || token == "second";
      case Part::half_of_word: return token == "nửa";
      case Part::six: return is_number && (token.text == "6" || token.text == "06");
    }
    return false;
  }
  template <std::size_t n>
  [[nodiscard]] bool matches(const Part (&parts)[n]) const {
    if (tokens.size() != n) return false;
    for (std::size_t i = 0; i < n; ++i)
      if (!is(i, parts[i])) return false;
    return true;
  }
  [[nodiscard]] int roman_number(std::size_t at) const {
    return static_cast<int>(std::ranges::find(roman_numerals, tokens[at].text) - roman_numerals.begin()) + 1;
  }
  /// "dec", "sept", "december"; 0: none.
  [[nodiscard]] static int month_named(const Token& token) {
    constexpr std::size_t shortest = 3;
    if (token.kind != Token::Kind::word || token.text.size() < shortest) return 0;
    for (std::size_t i = 0; i < month_names.size(); ++i)
      if (month_names[i].starts_with(token.text)) return static_cast<int>(i) + 1;
    return 0;
  }
};

constexpr unsigned months_of_quarter = 3, months_of_half = 6;

std::optional<PeriodTime> part_of_year(PeriodKind kind, int of_year, int part, int parts) {
  if (part < 1 || part > parts) return std::nullopt;
  const auto months = 12U / static_cast<unsigned>(parts);
  return PeriodTime{kind, year(of_year) / month(months * static_cast<unsigned>(part - 1) + 1) / day(1)};
}

std::optional<PeriodTime> quarter_of(int of_year, int quarter) {
  return part_of_year(PeriodKind::quarter, of_year, quarter, 4);
}
std::optional<PeriodTime> half_of(int of_year, int half) {
  return part_of_year(PeriodKind::half_year, of_year, half, 2);
}
std::optional<PeriodTime> month_of(int of_year, int of_month) {
  return part_of_year(PeriodKind::month, of_year, of_month, 12);
}

std::optional<PeriodTime> day_of(int of_year, int of_month, int of_day) {
  const year_month_day date(year(of_year), month(static_cast<unsigned>(of_month)),
                            day(static_cast<unsigned>(of_day)));
  if (!date.ok()) return std::nullopt;
  return PeriodTime{PeriodKind::day, date};
}

/// Digits without anything between them: 200712, 20071231.
std::optional<PeriodTime> digits_only(const std::string& digits) {
  constexpr std::size_t of_month = 6, of_day = 8;
  if ((digits.size() != of_month && digits.size() != of_day) || (digits[0] != '1' && digits[0] != '2'))
    return std::nullopt;
  const auto part = [&](std::size_t at, std::size_t n) { return std::stoi(digits.substr(at, n)); };
  return digits.size() == of_month ? month_of(part(0, 4), part(4, 2))
                                   : day_of(part(0, 4), part(4, 2), part(6, 2));
}

std::optional<PeriodTime> time_of(const Reading& r) {
  using enum Part;
  // A number in front of "tháng" counts months ("6 tháng đầu năm"), one behind it names one ("tháng 6").
  if (r.matches({year_number})) return PeriodTime{PeriodKind::year, year(r.number(0)) / month(1) / day(1)};
  if (r.tokens.size() == 1 && r.tokens[0].kind == Token::Kind::number) return digits_only(r.tokens[0].text);

  if (r.matches({quarter_word, number, year_number})) return quarter_of(r.number(2), r.number(1));
  if (r.matches({quarter_word, numeral, year_number})) return quarter_of(r.number(2), r.roman_number(1));
  if (r.matches({year_number, quarter_word, number})) return quarter_of(r.number(0), r.number(2));
  if (r.matches({year_number, quarter_word, numeral})) return quarter_of(r.number(0), r.roman_number(2));
  if (r.matches({number, quarter_word, year_number})) return quarter_of(r.number(2), r.number(0));
  if (r.matches({numeral, quarter_word, year_number})) return quarter_of(r.number(2), r.roman_number(0));
  if (r.matches({numeral, year_number})) return quarter_of(r.number(1), r.roman_number(0));
  if (r.matches({year_number, numeral})) return quarter_of(r.number(0), r.roman_number(1));

  if (r.matches({number, year_number})) return month_of(r.number(1), r.number(0));
  if (r.matches({year_number, number})) return month_of(r.number(0), r.number(1));
  if (r.matches({month_word, number, year_number})) return month_of(r.number(2), r.number(1));
  if (r.matches({month_word, numeral, year_number})) return month_of(r.number(2), r.roman_number(1));
  if (r.matches({year_number, month_word, number})) return month_of(r.number(0), r.number(2));
  if (r.matches({year_number, month_word, numeral})) return month_of(r.number(0), r.roman_number(2));
  if (r.matches({month_name, year_number})) return month_of(r.number(1), Reading::month_named(r.tokens[0]));
  if (r.matches({year_number, month_name})) return month_of(r.number(0), Reading::month_named(r.tokens[1]));

  if (r.matches({half_word, number, year_number})) return half_of(r.number(2), r.number(1));
  if (r.matches({half_word, numeral, year_number})) return half_of(r.number(2), r.roman_number(1));
  if (r.matches({year_number, half_word, number})) return half_of(r.number(0), r.number(2));
  if (r.matches({number, half_word, year_number})) return half_of(r.number(2), r.number(0));
  if (r.matches({first_word, half_word, year_number})) return half_of(r.number(2), 1);
  if (r.matches({last_word, half_word, year_number})) return half_of(r.number(2), 2);
  if (r.matches({six, month_word, first_word, year_number})) return half_of(r.number(3), 1);
  if (r.matches({six, month_word, last_word, year_number})) return half_of(r.number(3), 2);
  if (r.matches({half_of_word, first_word, year_number})) return half_of(r.number(2), 1);
  if (r.matches({half_of_word, last_word, year_number})) return half_of(r.number(2), 2);

  if (r.matches({number, number, year_number})) return day_of(r.number(2), r.number(1), r.number(0));
  if (r.matches({year_number, number, number})) return day_of(r.number(0), r.number(1), r.number(2));
  if (r.matches({day_word, number, number, year_number}))
    return day_of(r.number(3), r.number(2), r.number(1));
  if (r.matches({number, month_word, number, year_number}))
    return day_of(r.number(3), r.number(2), r.number(0));
  if (r.matches({day_word, number, month_word, number, year_number}))
    return day_of(r.number(4), r.number(3), r.number(1));
  if (r.matches({number, month_name, year_number}))
    return day_of(r.number(2), Reading::month_named(r.tokens[1]), r.number(0));
  if (r.matches({month_name, number, year_number}))
    return day_of(r.number(2), Reading::month_named(r.tokens[0]), r.number(1));
  return std::nullopt;
}

std::string padded(unsigned number) { return (number < 10 ? "0" : "") + std::to_string(number); }

std::string standard_form_of(const PeriodTime& time) {
  const year_month_day date(time.first_day);
  const auto month_number = static_cast<unsigned>(date.month());
  const std::string of_year = std::to_string(static_cast<int>(date.year()));
  switch (time.kind) {
    case PeriodKind::year: return of_year;
    case PeriodKind::half_year:
      return of_year + "-H" + std::to_string((month_number - 1) / months_of_half + 1);
    case PeriodKind::quarter:
      return of_year + "-Q" + std::to_string((month_number - 1) / months_of_quarter + 1);
    case PeriodKind::month: return of_year + "-" + padded(month_number);
    case PeriodKind::day:
      return of_year + "-" + padded(month_number) + "-" + padded(static_cast<unsigned>(date.day()));
  }
  return {};
}

constexpr std::size_t most_named = 5;

std::string listed(std::span<const std::string> labels) {
  std::string list;
  for (std::size_t i = 0; i < labels.size() && i < most_named; ++i)
    list += (i == 0 ? "\"" : ", \"") + labels[i] + "\"";
  return labels.size() > most_named ? list + " …" : list;
}

tl::unexpected<Error> no_order(const char* why, const std::vector<std::string>& at_fault,
                               const std::string& write) {
  return fail({.code = ErrorCode::period_order_unknown,
               .subject = {.field = why, .id = at_fault.front()},
               .detail = listed(at_fault) + "|" + write});
}

}  // namespace

std::string_view name_of(PeriodKind kind) {
  static constexpr std::array<std::string_view, 5> names{"year", "half_year", "quarter", "month", "day"};
  return names[static_cast<std::size_t>(kind)];
}

Period Period::of(std::string_view label) {
  Period period{.label = std::string(label)};
  Reading reading;
  const std::vector<Token> tokens = tokens_of(lowered(label));
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const bool has_next = i + 1 < tokens.size();
    const bool is_pair = has_next && std::ranges::any_of(preliminary_pairs, [&](const auto& pair) {
                           return tokens[i] == pair[0] && tokens[i + 1] == pair[1];
                         });
    if (is_pair || is_one_of(tokens[i], preliminary_words)) {
      period.preliminary = true;
      if (is_pair) ++i;
    } else if (i > 0 && tokens[i - 1].kind == Token::Kind::number && is_one_of(tokens[i], ordinal_ends) &&
               (tokens[i] != "th" || (has_next && tokens[i + 1].kind == Token::Kind::word))) {
      continue;  // "4th quarter 2007"; "th" may also stand for a month
    } else if (!is_one_of(tokens[i], filler)) {
      reading.tokens.push_back(tokens[i]);
    }
  }
  period.time = time_of(reading);
  return period;
}

std::string Period::standard_form() const { return time ? standard_form_of(*time) : std::string(); }

Result<std::vector<std::size_t>> order_of_periods(std::span<const std::string> labels) {
  std::vector<std::size_t> order(labels.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  if (labels.size() < 2) return order;
  std::vector<Period> periods;
  for (const std::string& label : labels) periods.push_back(Period::of(label));

  std::vector<std::string> without;
  for (const Period& period : periods)
    if (!period.time) without.push_back(period.label);
  if (!without.empty()) return no_order("no_time", without, "2007, 2007-H2, 2007-Q4, 2007-12, 2007-12-31");

  std::vector<std::string> of_each_kind;  // one example of each kind is enough to see it
  std::array<bool, 5> has_kind{};
  for (const Period& period : periods)
    if (!std::exchange(has_kind[static_cast<std::size_t>(period.time->kind)], true))
      of_each_kind.push_back(period.label);
  if (of_each_kind.size() > 1) return no_order("kinds_mixed", of_each_kind, "2007-12, 2008-12");

  std::ranges::sort(order, {}, [&](std::size_t i) { return periods[i].time->first_day; });
  for (std::size_t i = 1; i < order.size(); ++i)
    if (const Period& a = periods[order[i - 1]], &b = periods[order[i]];
        a.time->first_day == b.time->first_day)
      return no_order("same_time", {a.label, b.label}, a.standard_form());
  return order;
}

}  // namespace vicinia::core::industry
