#include "vicinia/workspace/words/tolerance_text.h"

#include <algorithm>

#include "base/phrase.h"

namespace vicinia::workspace::inline words {
namespace {

constexpr Phrase depends_on_matching{"Quần tụ {n} phụ thuộc vào việc khớp ranh giới trong khoảng {m} m",
                                     "Agglomeration {n} depends on matching borders within {m} m"};
constexpr Phrase depend_on_matching{"Các quần tụ {n} phụ thuộc vào việc khớp ranh giới trong khoảng {m} m",
                                    "Agglomerations {n} depend on matching borders within {m} m"};
constexpr Phrase would_change{"Quần tụ {n} sẽ khác nếu khớp cả những ranh giới không giáp nhau",
                              "Agglomeration {n} would be another if borders that do not meet were matched"};
constexpr Phrase would_all_change{
    "Các quần tụ {n} sẽ khác nếu khớp cả những ranh giới không giáp nhau",
    "Agglomerations {n} would be others if borders that do not meet were matched"};
constexpr Phrase without_them{"nếu không, {names} sẽ không thuộc quần tụ",
                              "without that, {names} would not be in it"};
constexpr Phrase without_any{"nếu không, sẽ không có quần tụ này",
                             "without that, there would be no such agglomeration"};
constexpr Phrase with_them{"Từ {m} m trở lên, {names} sẽ nhập vào.", "From {m} m on, {names} would join."};
constexpr Phrase last_of_list{" và ", " and "};
constexpr Phrase others_too{" và {n} đơn vị khác", " and {n} more"};

std::string whole_metres(double metres, Language language) {
  return number_text(metres, metres > 0 && metres < 10 ? 1 : 0, language);
}

std::string first_names(const core::Dataset& data, const std::vector<core::topology::UnitIndex>& units,
                        Language language) {
  constexpr std::size_t most = 3;
  const std::size_t shown =
      units.size() <= most + 1 ? units.size() : most;  // "and 1 more" is as long as a name
  std::string text;
  for (std::size_t i = 0; i < shown; ++i)
    text += (i == 0 ? "" : ", ") + called(data.frame, units[i], language);
  if (units.size() > shown)
    text += others_too.in(language,
                          {{"{n}", number_text(static_cast<double>(units.size() - shown), 0, language)}});
  return text;
}

}  // namespace

std::string tolerance_effect_text(const core::Dataset& dataset, std::size_t agglomeration,
                                  std::size_t members, const core::agglomeration::ToleranceEffect& effect,
                                  double tolerance_m, Language language) {
  if (!effect.depends) return {};
  const std::size_t number[] = {agglomeration};
  std::string text = tolerance_note(number, tolerance_m, language);
  if (!effect.leaving.empty()) {
    text.back() = ':';
    text += " " +
            (effect.leaving.size() == members
                 ? without_any.in(language)
                 : without_them.in(language, {{"{names}", first_names(dataset, effect.leaving, language)}})) +
            ".";
  }
  if (!effect.joining.empty())
    text += " " + with_them.in(language, {{"{m}", whole_metres(effect.joins_at_m, language)},
                                          {"{names}", first_names(dataset, effect.joining, language)}});
  return text;
}

std::string tolerance_note(std::span<const std::size_t> numbers, double tolerance_m, Language language) {
  if (numbers.empty()) return {};
  std::string list;
  for (std::size_t i = 0; i < numbers.size(); ++i)
    list += (i == 0                    ? ""
             : i + 1 == numbers.size() ? last_of_list.in(language)
                                       : ", ") +
            number_text(static_cast<double>(numbers[i] + 1), 0, language);
  const bool is_one = numbers.size() == 1;
  const Phrase& phrase = tolerance_m > 0 ? (is_one ? depends_on_matching : depend_on_matching)
                                         : (is_one ? would_change : would_all_change);
  return phrase.in(language, {{"{n}", list}, {"{m}", whole_metres(tolerance_m, language)}}) + ".";
}

std::vector<std::size_t> depending_on_tolerance(const std::vector<AgglomerationReport>& reports) {
  std::vector<std::size_t> numbers;
  for (std::size_t i = 0; i < reports.size(); ++i)
    if (reports[i].depends_on_tolerance()) numbers.push_back(i);
  return numbers;
}

std::string tolerance_note(const std::vector<AgglomerationReport>& reports, Language language) {
  return reports.empty()
             ? std::string()
             : tolerance_note(depending_on_tolerance(reports), reports.front().tolerance_m, language);
}

}  // namespace vicinia::workspace::inline words
