#include "vicinia/workspace/words/treatment_effect.h"

#include <algorithm>

#include "base/phrase.h"

namespace vicinia::workspace::inline words {
namespace {

using core::admin::UnitIndex;

std::string names_of(const core::Dataset& data, const std::vector<UnitIndex>& units, Language language) {
  constexpr std::size_t most = 6;
  std::string text;
  for (std::size_t i = 0; i < std::min(most, units.size()); ++i)
    text += (text.empty() ? "" : "; ") + full_name(data.frame, units[i], language);
  if (units.size() > most)
    text += Phrase{" và {n} đơn vị khác", " and {n} more"}.in(language,
                                                              {{"{n}", std::to_string(units.size() - most)}});
  return text;
}

std::string range_text(const core::stats::Interval& range, Language language) {
  return number_text(range.low, 3, language) + " – " + number_text(range.high, 3, language);
}

}  // namespace

std::string treatment_effect_text(const Document& document, const TreatmentEffect& effect,
                                  Language language) {
  static constexpr Phrase come_in{"So với số đã in, thêm vào: {names}.",
                                  "Compared with values as printed, these come in: {names}."};
  static constexpr Phrase fall_out{"So với số đã in, bị loại: {names}.",
                                   "Compared with values as printed, these fall out: {names}."};
  static constexpr Phrase pooled{"LQ gộp của quần tụ {n}: {before} theo số đã in, nay {now}.",
                                 "Pooled LQ of agglomeration {n}: {before} as printed, now {now}."};
  const core::Dataset& data = *document.data->dataset;
  std::string text;
  const auto add = [&](const std::string& sentence) { text += (text.empty() ? "" : " ") + sentence; };
  if (!effect.come_in.empty())
    add(come_in.in(language, {{"{names}", names_of(data, effect.come_in, language)}}));
  if (!effect.fall_out.empty())
    add(fall_out.in(language, {{"{names}", names_of(data, effect.fall_out, language)}}));
  for (const TreatmentEffect::Changed& one : effect.pooled_lq)
    add(pooled.in(language, {{"{n}", std::to_string(one.agglomeration + 1)},
                             {"{before}", range_text(one.as_printed, language)},
                             {"{now}", range_text(one.now, language)}}));
  return text;
}

}  // namespace vicinia::workspace::inline words
