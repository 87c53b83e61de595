#include "vicinia/workspace/base/language.h"

#include <unicode/locid.h>
#include <unicode/numberformatter.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <map>
#include <utility>

#include "base/phrase.h"
#include "vicinia/core/industry/period.h"

namespace vicinia::workspace::inline base {

std::string_view code_of(Language language) { return language == Language::vi ? "vi" : "en"; }

std::optional<Language> language_by_code(std::string_view code) {
  if (code == "vi") return Language::vi;
  if (code == "en") return Language::en;
  return std::nullopt;
}

namespace {

/// Making one takes longer than a number does: each thread keeps those that it has used.
const icu::number::LocalizedNumberFormatter& formatter_of(int decimals, Language language) {
  thread_local std::map<std::pair<int, Language>, icu::number::LocalizedNumberFormatter> known;
  const auto at = known.find({decimals, language});
  if (at != known.end()) return at->second;
  const icu::Locale locale = language == Language::vi ? icu::Locale("vi", "VN") : icu::Locale("en", "US");
  return known
      .emplace(std::pair(decimals, language), icu::number::NumberFormatter::withLocale(locale)
                                                  .precision(icu::number::Precision::fixedFraction(decimals))
                                                  .roundingMode(UNUM_ROUND_HALFUP)
                                                  .grouping(UNUM_GROUPING_ON_ALIGNED))
      .first->second;
}

}  // namespace

std::string number_text(double number, int decimals, Language language) {
  UErrorCode status = U_ZERO_ERROR;
  std::string text;
  formatter_of(decimals, language).formatDouble(number, status).toString(status).toUTF8String(text);
  if (!U_SUCCESS(status)) return std::to_string(number);
  if (text.starts_with('-')) text.replace(0, 1, "\u2212");  // a minus sign, not a hyphen
  return text;
}

std::string count_text(std::size_t count, Language language) {
  return number_text(static_cast<double>(count), 0, language);
}

std::string interval_text(const std::optional<core::stats::Interval>& value, int decimals,
                          Language language) {
  if (!value) return language == Language::vi ? "không rõ" : "unknown";
  const std::string low = number_text(value->low, decimals, language);
  if (!std::isfinite(value->high)) return "≥ " + low;
  const std::string high = number_text(value->high, decimals, language);
  return low == high ? low : number_text(value->middle(), decimals, language) + " (" + low + "–" + high + ")";
}

std::string power_of_ten_text(double number, int digits, Language language) {
  static constexpr std::array<const char*, 10> raised{"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
  const double size = std::abs(number);
  int exponent = static_cast<int>(std::floor(std::log10(size)));
  const double rounds_to_ten = 10 - 0.5 * std::pow(10.0, -digits);
  if (size / std::pow(10.0, exponent) >= rounds_to_ten) ++exponent;
  std::string text =
      number_text(number / std::pow(10.0, exponent), digits, language) + "·10" + (exponent < 0 ? "⁻" : "");
  for (const char digit : std::to_string(std::abs(exponent)))
    text += raised[static_cast<std::size_t>(digit - '0')];
  return text;
}

std::string not_published_text(Language language) {
  return Phrase{"không công bố", "not published"}.in(language);
}

std::string undefined_text(Language language) { return Phrase{"không xác định", "undefined"}.in(language); }

std::string cell_text(const core::Cell& cell, int decimals, Language language) {
  switch (cell.state()) {
    case core::CellState::not_published: return not_published_text(language);
    case core::CellState::undefined: return undefined_text(language);
    case core::CellState::zero:
    case core::CellState::value: break;
  }
  return number_text(cell.number(), decimals, language);
}

namespace {

const std::string& first_choice(const std::string& wanted, const std::string& other) {
  return wanted.empty() ? other : wanted;
}

}  // namespace

const std::string& pick(const core::BilingualText& text, Language language) {
  return language == Language::vi ? first_choice(text.vi, text.en) : first_choice(text.en, text.vi);
}

const std::string& name_of(const core::admin::Unit& unit, Language language) {
  return language == Language::vi ? first_choice(unit.name_vi, unit.name_en)
                                  : first_choice(unit.name_en, unit.name_vi);
}

const std::string& name_of(const core::industry::Sector& sector, Language language) {
  return language == Language::vi ? first_choice(sector.name_vi, sector.name_en)
                                  : first_choice(sector.name_en, sector.name_vi);
}

std::string period_text(const core::Dataset& dataset, core::industry::PeriodIndex period, Language language) {
  const std::string& label = dataset.periods[period];
  if (!core::industry::Period::of(label).preliminary) return label;
  const bool vi = language == Language::vi;
  for (const char* word : vi ? std::array{"Sơ bộ", "sơ bộ", "SƠ BỘ"} : std::array{"Prel", "prel", "PREL"})
    if (label.find(word) != std::string::npos) return label;
  return label + (vi ? " (sơ bộ)" : " (preliminary)");
}

std::string period_in_title(const core::Dataset& dataset, core::industry::PeriodIndex period,
                            Language language) {
  return dataset.periods.size() < 2 ? std::string() : ", " + period_text(dataset, period, language);
}

std::string sector_level_text(const core::Dataset& dataset, Language language) {
  if (!dataset.levels) return {};
  const std::string level = std::to_string(dataset.sector_level),
                    levels = std::to_string(dataset.levels->count());
  return language == Language::vi ? "cấp " + level + " trong " + levels + " cấp"
                                  : "level " + level + " of " + levels;
}

const std::string& called(const core::admin::Frame& frame, core::admin::UnitIndex unit, Language language) {
  return pick(frame.called(unit), language);
}

std::string called_around(const core::admin::Frame& frame, core::admin::UnitIndex unit, Language language) {
  const auto whole = frame.parent(unit);
  if (!whole) return {};
  const bool shares_name = pick(frame.bare_name(unit), language) == pick(frame.bare_name(*whole), language);
  return shares_name ? pick(core::admin::name_with_kind(frame[*whole]), language)
                     : called(frame, *whole, language);
}

std::string full_name(const core::admin::Frame& frame, core::admin::UnitIndex unit, Language language) {
  std::string text = called(frame, unit, language);
  for (auto whole = frame.parent(unit); whole; whole = frame.parent(unit)) {
    text += ", " + called_around(frame, unit, language);
    if (!frame.has_namesake(*whole)) break;
    unit = *whole;
  }
  return text;
}

std::string date_text(const std::string& iso, Language language) {
  static constexpr const char* months[] = {"January",   "February", "March",    "April",
                                           "May",       "June",     "July",     "August",
                                           "September", "October",  "November", "December"};
  const auto digits = [&](std::size_t at, std::size_t n) {
    return std::all_of(iso.begin() + static_cast<std::ptrdiff_t>(at),
                       iso.begin() + static_cast<std::ptrdiff_t>(at + n),
                       [](unsigned char c) { return std::isdigit(c); });
  };
  if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-' || !digits(0, 4) || !digits(5, 2) || !digits(8, 2))
    return iso;
  const int month = std::stoi(iso.substr(5, 2)), day = std::stoi(iso.substr(8, 2));
  if (month < 1 || month > 12) return iso;
  if (language == Language::vi)
    return std::to_string(day) + "/" + std::to_string(month) + "/" + iso.substr(0, 4);
  return std::to_string(day) + " " + months[month - 1] + " " + iso.substr(0, 4);
}

}  // namespace vicinia::workspace::inline base
