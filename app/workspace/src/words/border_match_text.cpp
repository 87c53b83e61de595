#include "vicinia/workspace/words/border_match_text.h"

#include <algorithm>
#include <cmath>
#include <span>

#include "base/phrase.h"

namespace vicinia::workspace::inline words {

using core::topology::Border;
using core::topology::BorderMatch;

namespace {

/// Whole metres; below ten with a decimal. Never less than the number.
std::string metres_text(double metres, Language language) {
  const int decimals = metres < 10 ? 1 : 0;
  const double unit = decimals == 0 ? 1 : 0.1;
  // 0.3 is a little more than three tenths in binary: without the margin it would be told as 0.4.
  const double up = std::ceil(metres / unit - 1e-9) * unit;
  return number_text(up, up == std::floor(up) ? 0 : decimals, language);
}

/// Pairs beside each other that are no further apart; `beside` ascends by distance.
std::span<const Border> within(const BorderMatch& match, double metres) {
  const auto end = std::ranges::upper_bound(match.beside, metres, {}, &Border::distance_m);
  return {match.beside.begin(), end};
}

/// "most within 120 m, all within 400 m": nine in ten are most.
std::string spread_text(std::span<const Border> pairs, Language language) {
  static constexpr Phrase both{"phần lớn cách nhau không quá {most} m, tất cả không quá {all} m",
                               "most within {most} m, all within {all} m"};
  static constexpr Phrase all_alike{"cách nhau không quá {all} m", "within {all} m"};
  const std::size_t nine_in_ten = (pairs.size() * 9 + 9) / 10;
  const std::string most = metres_text(pairs[nine_in_ten - 1].distance_m, language);
  const std::string all = metres_text(pairs.back().distance_m, language);
  return (most == all ? all_alike : both).in(language, {{"{most}", most}, {"{all}", all}});
}

std::string matched_text(std::span<const Border> pairs, double tolerance_m, Language language) {
  static constexpr Phrase one{
      "1 cặp đơn vị có ranh giới chạy sát nhau mà không giáp nhau, {spread}: đã khớp trong khoảng "
      "{tolerance} m.",
      "1 pair of areas runs beside each other without meeting, {spread}: matched within {tolerance} m."};
  static constexpr Phrase many{
      "{count} cặp đơn vị có ranh giới chạy sát nhau mà không giáp nhau, {spread}: đã khớp trong khoảng "
      "{tolerance} m.",
      "{count} pairs of areas run beside each other without meeting, {spread}: matched within {tolerance} "
      "m."};
  return (pairs.size() == 1 ? one : many)
      .in(language, {{"{count}", count_text(pairs.size(), language)},
                     {"{spread}", spread_text(pairs, language)},
                     {"{tolerance}", metres_text(tolerance_m, language)}});
}

/// Those that the data need a tolerance for, and that the one used does not reach.
std::string apart_text(std::span<const Border> pairs, double proposed_m, Language language) {
  static constexpr Phrase one{
      "1 cặp đơn vị có ranh giới chạy sát nhau mà không giáp nhau, {spread}, không được khớp: cần dung sai "
      "{proposed} m.",
      "1 pair of areas runs beside each other without meeting, {spread}, and is not matched: that takes a "
      "tolerance of {proposed} m."};
  static constexpr Phrase many{
      "{count} cặp đơn vị có ranh giới chạy sát nhau mà không giáp nhau, {spread}, không được khớp: cần dung "
      "sai {proposed} m.",
      "{count} pairs of areas run beside each other without meeting, {spread}, and are not matched: that "
      "takes a tolerance of "
      "{proposed} m."};
  return (pairs.size() == 1 ? one : many)
      .in(language, {{"{count}", count_text(pairs.size(), language)},
                     {"{spread}", spread_text(pairs, language)},
                     {"{proposed}", metres_text(proposed_m, language)}});
}

/// Those beyond what the data need, as on either side of a wide river: nobody says that they belong together.
std::string further_text(std::size_t count, double furthest_m, Language language) {
  static constexpr Phrase one{"1 cặp khác cách xa hơn, không quá {all} m, không được khớp.",
                              "1 more is further apart, within {all} m, and is not matched."};
  static constexpr Phrase many{"{count} cặp khác cách xa hơn, không quá {all} m, không được khớp.",
                               "{count} more are further apart, within {all} m, and are not matched."};
  return (count == 1 ? one : many)
      .in(language, {{"{count}", count_text(count, language)}, {"{all}", metres_text(furthest_m, language)}});
}

std::string overlapping_text(std::size_t count, Language language) {
  static constexpr Phrase one{"1 cặp đơn vị chồng lấn nhau dọc ranh giới: được coi là liền kề.",
                              "1 pair of areas overlaps along its border: it counts as neighbours."};
  static constexpr Phrase many{
      "{count} cặp đơn vị chồng lấn nhau dọc ranh giới: được coi là liền kề.",
      "{count} pairs of areas overlap along their border: they count as neighbours."};
  return (count == 1 ? one : many).in(language, {{"{count}", count_text(count, language)}});
}

}  // namespace

bool all_shared_exactly(const BorderMatch& match, double tolerance_m) {
  return match.overlapping == 0 && within(match, std::max(tolerance_m, match.proposed_m)).empty();
}

std::string border_match_text(const BorderMatch& match, double tolerance_m, Language language) {
  static constexpr Phrase exact{"Mọi ranh giới chung đều trùng khớp.", "All borders are shared exactly."};
  static constexpr Phrase none{"Không có hai đơn vị nào giáp nhau.", "No two areas meet."};
  if (all_shared_exactly(match, tolerance_m)) return (match.shared == 0 ? none : exact).in(language);
  std::string text;
  const auto add = [&](const std::string& sentence) { text += (text.empty() ? "" : " ") + sentence; };
  const auto matched = within(match, tolerance_m), needed = within(match, match.proposed_m);
  if (!matched.empty()) add(matched_text(matched, tolerance_m, language));
  if (needed.size() > matched.size())
    add(apart_text(needed.subspan(matched.size()), match.proposed_m, language));
  const std::size_t told = std::max(matched.size(), needed.size());
  if (told > 0 && match.beside.size() > told)
    add(further_text(match.beside.size() - told, match.beside.back().distance_m, language));
  if (match.overlapping > 0) add(overlapping_text(match.overlapping, language));
  return text;
}

}  // namespace vicinia::workspace::inline words
