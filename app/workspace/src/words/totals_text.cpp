#include "vicinia/workspace/words/totals_text.h"

#include <cmath>

#include "base/phrase.h"
#include "vicinia/workspace/document/values.h"
#include "vicinia/workspace/words/indicator_texts.h"
#include "vicinia/workspace/words/texts.h"

namespace vicinia::workspace::inline words {
namespace {

using core::audit::KnownTotal;
using core::indicators::Indicator;
using core::indicators::Measure;

constexpr double whole_within = 1e-6;  ///< a sum that misses a whole number by less is that number

Indicator indicator_of_quotient(Measure measure) {
  return measure == Measure::location_quotient ? Indicator::location_quotient
         : measure == Measure::sector_share    ? Indicator::sector_share
                                               : Indicator::district_share;
}

ValueOrigin origin_of(const KnownTotal& total) {
  return total.origin == core::audit::TotalOrigin::summed ? ValueOrigin::computed
                                                          : ValueOrigin::reconstructed;
}

const KnownTotal* national_total(const Document& document, core::admin::Level level) {
  const auto& totals = document.data->totals;
  const core::industry::PeriodIndex period = document.view.period;
  return period < totals.size() && totals[period] ? totals[period]->national(level) : nullptr;
}

}  // namespace

std::string allowed_text(const IndicatorValue& value, Measure measure, Language language) {
  if (!is_quotient(measure)) {
    if (!value.range || value.value.has_number() || value.range_origin == ValueOrigin::reconstructed)
      return {};
    const std::string low = number_text(std::ceil(value.range->low - whole_within), 0, language);
    const Phrase from{"phần đã công bố: từ {low}", "what is published: {low} or more"},
        between{"phần đã công bố: {low} đến {high}", "what is published: {low} to {high}"};
    return std::isfinite(value.range->high)
               ? between.in(
                     language,
                     {{"{low}", low},
                      {"{high}", number_text(std::floor(value.range->high + whole_within), 0, language)}})
               : from.in(language, {{"{low}", low}});
  }
  const std::string range = indicator_range_text(value, indicator_of_quotient(measure), language);
  if (range.empty()) return {};
  const Phrase by_sums{"tổng số cho {range}", "the totals give {range}"};
  const Phrase by_rows{"các tổng suy ra cho phép {range}", "the reconstructed totals allow {range}"};
  return (value.range_origin == ValueOrigin::reconstructed ? by_rows : by_sums)
      .in(language, {{"{range}", range}});
}

std::string national_total_text(const Document& document, core::admin::Level level, Language language) {
  const KnownTotal* total = national_total(document, level);
  if (total == nullptr) return {};
  const auto number = [&](double value) { return number_text(value, 0, language); };
  // Employees are whole numbers: those that lie in the interval.
  const double low = std::ceil(total->interval.low - whole_within),
               high = std::floor(total->interval.high + whole_within);
  const std::string range = !std::isfinite(high) ? "≥ " + number(low)
                            : low == high        ? number(low)
                                                 : number(low) + " – " + number(high);
  const Phrase summed{"E: {range}, cộng từ bảng", "E: {range}, summed"};
  const Phrase reconstructed{"E: {range}, suy ra từ số đã công bố", "E: {range}, reconstructed"};
  return (origin_of(*total) == ValueOrigin::reconstructed ? reconstructed : summed)
      .in(language, {{"{range}", range}});
}

std::string national_total_note(const Document& document, core::admin::Level level, Language language) {
  const KnownTotal* total = national_total(document, level);
  if (total == nullptr) return {};
  const Phrase summed{
      "E là tổng số lao động của cả nước, mẫu số của LQ: ở đây là tổng của mọi ô trong bảng.",
      "E is all employment in the country, which LQs are measured by: here the sum over every cell of the table."};
  const Phrase reconstructed{
      "E là tổng số lao động của cả nước, mẫu số của LQ. Nguồn không in số này: nó được suy ra từ các số đã làm tròn, là khoảng mà {count} "
      "dòng cùng cho phép.",
      "E is all employment in the country, which LQs are measured by. The source does not print it: it is reconstructed from rounded values, "
      "as the stretch that {count} rows agree on."};
  const std::string text =
      (origin_of(*total) == ValueOrigin::reconstructed ? reconstructed : summed)
          .in(language, {{"{count}", number_text(static_cast<double>(total->supporters), 0, language)}});
  return in_own_words(text, document.data->dataset->provenance, language);
}

}  // namespace vicinia::workspace::inline words
