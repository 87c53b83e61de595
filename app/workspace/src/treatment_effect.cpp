#include "vicinia/workspace/treatment_effect.h"

#include <algorithm>
#include <iterator>

#include "phrase.h"

namespace vicinia::workspace {
namespace {

using core::admin::UnitIndex;

std::vector<UnitIndex> members_of(const std::vector<AgglomerationReport>& reports) {
  std::vector<UnitIndex> members;
  for (const AgglomerationReport& report : reports) members.insert(members.end(), report.found.members.begin(), report.found.members.end());
  std::ranges::sort(members);
  return members;
}

std::string names_of(const core::Dataset& data, const std::vector<UnitIndex>& units, Language language) {
  constexpr std::size_t most = 6;
  std::string text;
  for (std::size_t i = 0; i < std::min(most, units.size()); ++i)
    text += (text.empty() ? "" : "; ") + full_name(data.frame, units[i], language);
  if (units.size() > most) text += Phrase{" và {n} đơn vị khác", " and {n} more"}.in(language, {{"{n}", std::to_string(units.size() - most)}});
  return text;
}

std::string range_text(const core::stats::Interval& range, Language language) {
  return number_text(range.low, 3, language) + " – " + number_text(range.high, 3, language);
}

}  // namespace

core::Result<TreatmentEffect> treatment_effect(const Document& document, const Contiguity& contiguity) {
  TreatmentEffect effect;
  if (document.view.treatment == core::values::Treatment::as_printed) return effect;
  Document printed = document;
  printed.view.treatment = core::values::Treatment::as_printed;
  const auto now = find_agglomerations(document, contiguity), before = find_agglomerations(printed, contiguity);
  if (!now) return core::fail(now.error());
  if (!before) return core::fail(before.error());
  const auto members_now = members_of(*now), members_before = members_of(*before);
  std::ranges::set_difference(members_now, members_before, std::back_inserter(effect.come_in));
  std::ranges::set_difference(members_before, members_now, std::back_inserter(effect.fall_out));
  for (std::size_t i = 0; i < now->size(); ++i)
    for (const AgglomerationReport& old : *before) {
      const AgglomerationReport& report = (*now)[i];
      if (old.found.members.front() != report.found.members.front() || !old.pooled.lq || !report.pooled.lq) continue;
      if (!(*old.pooled.lq == *report.pooled.lq)) effect.pooled_lq.push_back({i, *old.pooled.lq, *report.pooled.lq});
    }
  return effect;
}

std::string treatment_effect_text(const Document& document, const TreatmentEffect& effect, Language language) {
  static constexpr Phrase come_in{"So với số đã in, thêm vào: {names}.", "Compared with figures as printed, these come in: {names}."};
  static constexpr Phrase fall_out{"So với số đã in, bị loại: {names}.", "Compared with figures as printed, these fall out: {names}."};
  static constexpr Phrase pooled{"LQ gộp của cụm {n}: {before} theo số đã in, nay {now}.",
                                 "Pooled LQ of agglomeration {n}: {before} as printed, now {now}."};
  const core::Dataset& data = *document.data->dataset;
  std::string text;
  const auto add = [&](const std::string& sentence) { text += (text.empty() ? "" : " ") + sentence; };
  if (!effect.come_in.empty()) add(come_in.in(language, {{"{names}", names_of(data, effect.come_in, language)}}));
  if (!effect.fall_out.empty()) add(fall_out.in(language, {{"{names}", names_of(data, effect.fall_out, language)}}));
  for (const TreatmentEffect::Changed& one : effect.pooled_lq)
    add(pooled.in(language, {{"{n}", std::to_string(one.agglomeration + 1)},
                             {"{before}", range_text(one.as_printed, language)},
                             {"{now}", range_text(one.now, language)}}));
  return text;
}

}  // namespace vicinia::workspace
