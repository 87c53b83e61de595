// Values, outcomes and grades as people read them.
#include "vicinia/workspace/words/indicator_texts.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "base/phrase.h"
#include "vicinia/workspace/words/texts.h"

namespace vicinia::workspace::inline words {
namespace {

using core::indicators::Indicator;
using core::indicators::Outcome;
using core::indicators::ValueKind;
using core::indicators::grades::Agreement;
using core::indicators::grades::Comparison;
using core::indicators::grades::Criterion;
using core::indicators::grades::CriterionId;
using core::indicators::grades::Scheme;

template <std::size_t n, class Choice>
std::string word_of(const std::array<Phrase, n>& words, Choice choice, Language language) {
  return words[static_cast<std::size_t>(choice)].in(language);
}

std::string with_sign(Bound bound, const std::string& text) {
  return bound == Bound::at_most ? "≤ " + text : bound == Bound::at_least ? "≥ " + text : text;
}

std::string ends_text(const core::stats::Interval& range, int decimals, Language language) {
  const std::string low = number_text(range.low, decimals, language);
  return std::isfinite(range.high) ? low + " – " + number_text(range.high, decimals, language) : "≥ " + low;
}

/// Ranges are read more closely than values.
int range_decimals(Indicator indicator) {
  const core::indicators::IndicatorInfo& info = core::indicators::info_of(indicator);
  return info.kind == ValueKind::quotient || info.kind == ValueKind::share_pct ||
                 info.kind == ValueKind::interval
             ? 2
             : info.decimals;
}

constexpr double least_probability_written = 0.0005;

constexpr std::array<int, core::indicators::grades::criterion_id_count> criterion_decimals{1, 0, 0, 1, 1, 1,
                                                                                           1, 0, 1, 2, 2, 0};

}  // namespace

std::string indicator_value_text(const IndicatorValue& value, Indicator indicator, Language language) {
  const core::indicators::IndicatorInfo& info = core::indicators::info_of(indicator);
  if (info.kind == ValueKind::flag) {
    static constexpr std::array<Phrase, 3> words{
        {{"không", "no"}, {"có", "yes"}, {"chưa rõ", "cannot be told"}}};
    return value.flag ? word_of(words, *value.flag, language) : cell_text({}, 0, language);
  }
  if (info.kind == ValueKind::interval)
    return value.range ? ends_text(*value.range, 2, language) : cell_text({}, 0, language);
  const bool is_tiny = info.kind == ValueKind::probability && value.value.has_number() &&
                       value.value.number() > 0 && value.value.number() < least_probability_written;
  const std::string text = is_tiny ? power_of_ten_text(value.value.number(), 1, language)
                                   : cell_text(value.value, info.decimals, language);
  return value.value.has_number() ? with_sign(value.bound, text) : text;
}

std::string indicator_range_text(const IndicatorValue& value, Indicator indicator, Language language) {
  if (!value.range || core::indicators::info_of(indicator).kind == ValueKind::interval) return {};
  // Of a computed value an exact range says the same, unless the value rests on a value that the range leaves out.
  const bool is_same = value.value.has_number() && std::abs(value.value.number() - value.range->low) <=
                                                       1e-9 * std::max(1.0, std::abs(value.range->low));
  if (value.range->is_exact() && value.origin != ValueOrigin::printed &&
      (is_same || !value.value.has_number()))
    return {};
  return value.range->is_exact() ? number_text(value.range->low, range_decimals(indicator), language)
                                 : ends_text(*value.range, range_decimals(indicator), language);
}

std::string indicator_note_text(const IndicatorValue& value, Language language) {
  if (!value.value.has_number() && !value.range) return {};
  static constexpr std::array<Phrase, 3> bounds{
      {{"", ""}, {"nhiều nhất", "at most"}, {"ít nhất", "at least"}}};
  std::string text = word_of(bounds, value.bound, language);
  if (value.is_rough) text += (text.empty() ? "" : "; ") + Phrase{"ước lượng thô", "rough"}.in(language);
  return text;
}

std::string origin_text(ValueOrigin origin, Language language) {
  static constexpr std::array<Phrase, 5> words{
      {{"", ""},
       {"theo nguồn", "as printed"},
       {"tính toán", "computed"},
       {"từ tổng suy ra", "from reconstructed totals"},
       {"ước tính, chia theo bảng chuyển đổi", "estimated, shared out by a crosswalk"}}};
  return word_of(words, origin, language);
}

std::string availability_text(Availability availability, Language language) {
  static constexpr std::array<Phrase, 7> words{{
      {"", ""},
      {"Cần bảng đầy đủ: số liệu này là danh sách đã công bố, thiếu các huyện không được liệt kê.",
       "Needs a complete table: these data are a published list, from which districts are missing."},
      {"Cần bảng đầy đủ: có ô không được công bố.", "Needs a complete table: a cell is not published."},
      {"Cần hai kỳ: không có kỳ nào trước kỳ này.", "Needs two periods: there is none before this one."},
      {"Cần hai kỳ so sánh được: kỳ gốc không đầy đủ hoặc có địa bàn khác.",
       "Needs two comparable periods: the base period is incomplete, or of other units."},
      {"Là một số cho cả ngành: từng đơn vị không có giá trị riêng.",
       "One number for the whole sector: no unit has one of its own."},
      {"Quy tắc của bạn chưa có ngưỡng nào.", "Your own rule has no thresholds yet."},
  }};
  return word_of(words, availability, language);
}

std::string scheme_name(Scheme scheme, Language language) {
  static constexpr std::array<Phrase, 4> words{
      {{"Quy tắc đã công bố", "Published rule"},
       {"Sao của Đài quan sát cụm liên kết ngành châu Âu", "Cluster Observatory stars"},
       {"Vùng công nghiệp địa phương (Sforzi-ISTAT)", "Local district (Sforzi-ISTAT)"},
       {"Quy tắc của bạn", "Your own rule"}}};
  return word_of(words, scheme, language);
}

std::string scheme_definition(Scheme scheme, Language language) {
  static constexpr std::array<Phrase, 4> words{{
      {"Như Phụ lục 2 của báo cáo UNIDO và CIEM: LQ từ 1 trở lên.",
       "As Appendix 2 of UNIDO's and CIEM's report has it: an LQ of 1 or more."},
      {"Mỗi tiêu chí một sao: quy mô (lao động thuộc một phần mười lớn nhất của ngành), chuyên môn hóa (LQ từ 2), trọng tâm (tỷ trọng trong huyện thuộc một phần mười lớn nhất). Đạt khi có ít nhất một sao.",
       "One star each for size (employees in the sector's top tenth), specialisation (LQ of 2 or more) and focus (share of the district in the top tenth). Met with one star or more."},
      {"Huyện chuyên về công nghiệp chế biến, gồm doanh nghiệp nhỏ và vừa, chuyên môn hóa vào ngành này là ngành chính, và đa số là doanh nghiệp nhỏ và vừa; nhóm quy mô theo Nghị định 90/2001.",
       "A district of manufacturing and of small and medium enterprises, specialised in the sector, which is its dominant one and mostly of SMEs; size bands as in Decree 90/2001."},
      {"Các ngưỡng do bạn đặt.", "The thresholds that you set."},
  }};
  return word_of(words, scheme, language);
}

std::string criterion_name(CriterionId criterion, Language language) {
  static constexpr std::array<Phrase, core::indicators::grades::criterion_id_count> words{{
      {"LQ", "LQ"},
      {"Lao động", "Employees"},
      {"Doanh nghiệp", "Enterprises"},
      {"Tỷ trọng trong toàn ngành, %", "Share of sector, %"},
      {"Tỷ trọng trong huyện, %", "Share of district, %"},
      {"Tỷ lệ DNNVV, %", "SMEs, %"},
      {"Tỷ lệ FDI, %", "FDI enterprises, %"},
      {"Quy mô: một phần mười lớn nhất", "Size: top tenth by employees"},
      {"Trọng tâm: một phần mười lớn nhất", "Focus: top tenth by share of district"},
      {"LQ của công nghiệp chế biến", "LQ of manufacturing"},
      {"LQ của DNNVV", "LQ of SMEs"},
      {"Ngành chính của huyện", "The district's dominant sector"},
  }};
  return word_of(words, criterion, language);
}

std::string criterion_text(const Criterion& criterion, Language language) {
  static constexpr std::array<const char*, 4> signs{" ≥ ", " > ", " ≤ ", ""};
  const int decimals = criterion_decimals[static_cast<std::size_t>(criterion.id)];
  std::string text = criterion_name(criterion.id, language);
  if (criterion.estimate.range && !criterion.estimate.value.has_number()) {
    text += ": " + ends_text(*criterion.estimate.range, decimals, language);
  } else if (criterion.estimate.value.state() != core::CellState::not_published) {
    text += ": " + cell_text(criterion.estimate.value, decimals, language);
  } else if (criterion.comparison != Comparison::none) {
    text += ": " + cell_text({}, 0, language);
  }
  if (criterion.comparison == Comparison::none || !criterion.threshold.has_number()) return text;
  const Phrase wanted{" (cần{sign}{number})", " (wanted{sign}{number})"};
  return text +
         wanted.in(language, {{"{sign}", signs[static_cast<std::size_t>(criterion.comparison)]},
                              {"{number}", number_text(criterion.threshold.number(), decimals, language)}});
}

std::string scheme_definition(const core::Provenance& provenance, Scheme scheme, Language language) {
  return in_own_words(scheme_definition(scheme, language), provenance, language);
}

std::string criterion_name(const core::Provenance& provenance, CriterionId criterion, Language language) {
  return in_own_words(criterion_name(criterion, language), provenance, language);
}

std::string criterion_text(const core::Provenance& provenance, const Criterion& criterion,
                           Language language) {
  return in_own_words(criterion_text(criterion, language), provenance, language);
}

std::string outcome_text(Outcome outcome, Language language) {
  static constexpr std::array<Phrase, 3> words{
      {{"không đạt", "not met"}, {"đạt", "met"}, {"chưa rõ", "cannot be told"}}};
  return word_of(words, outcome, language);
}

std::string agreement_text(Agreement agreement, Language language) {
  static constexpr std::array<Phrase, 4> words{{{"tất cả đạt", "all met"},
                                                {"tất cả không đạt", "none met"},
                                                {"khác nhau", "they disagree"},
                                                {"chưa rõ", "cannot be told"}}};
  return word_of(words, agreement, language);
}

std::string stars_text(int least, int most) {
  return least == most ? std::to_string(least) : std::to_string(least) + " – " + std::to_string(most);
}

}  // namespace vicinia::workspace::inline words
