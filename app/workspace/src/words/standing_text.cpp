#include "vicinia/workspace/words/standing_text.h"

#include <algorithm>
#include <array>

#include "base/phrase.h"
#include "vicinia/core/audit/audited_list.h"
#include "vicinia/workspace/words/texts.h"

namespace vicinia::workspace::inline words {

using core::values::Doubt;
using core::values::DoubtfulValue;
using core::values::Treatment;

std::string marked(std::string text, Doubt doubt) { return doubt == Doubt::none ? text : text + " !"; }

std::string mark_footnote(Language language) {
  return Phrase{"! dựa trên số liệu công bố mà các số liệu công bố khác mâu thuẫn với nó",
                "! rests on a published value that other published values contradict"}
      .in(language);
}

std::string doubt_text(Doubt doubt, Language language) {
  switch (doubt) {
    case Doubt::none: break;
    case Doubt::undecided:
      return Phrase{"số này hoặc một số khác sai", "this or another value is wrong"}.in(language);
    case Doubt::contradicted: return Phrase{"bị mâu thuẫn", "contradicted"}.in(language);
  }
  return {};
}

std::string rests_on_text(const core::Dataset& dataset, std::span<const DoubtfulValue> values,
                          Language language, std::size_t most) {
  static constexpr Phrase one{"{unit}: {measure} ({doubt})", "{unit}: {measure} ({doubt})"};
  static constexpr Phrase more{"và {n} số liệu khác", "and {n} more"};
  std::string text;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (i > 0) text += "; ";
    if (i == most) return text + more.in(language, {{"{n}", std::to_string(values.size() - most)}});
    text +=
        one.in(language, {{"{unit}", called(dataset.frame, values[i].unit, language)},
                          {"{measure}", measure_short_name(dataset.provenance, values[i].measure, language)},
                          {"{doubt}", doubt_text(values[i].doubt, language)}});
  }
  return text;
}

std::vector<std::string> rests_on_ids(const core::Dataset& dataset, std::span<const DoubtfulValue> values) {
  std::vector<std::string> ids;
  for (const DoubtfulValue& field : values)
    ids.push_back(dataset.frame[field.unit].code + ":" +
                  std::string(core::audit::name_of(core::audit::field_of(field.measure))) + ":" +
                  core::values::id_of(field.doubt));
  return ids;
}

Doubt doubt_about(std::span<const DoubtfulValue> values, core::indicators::Measure measure) {
  Doubt doubt = Doubt::none;
  for (const DoubtfulValue& field : values)
    if (field.measure == measure) doubt = std::max(doubt, field.doubt);
  return doubt;
}

std::string treatment_text(Treatment treatment, Language language) {
  static constexpr std::array<Phrase, 3> names{
      {{"như đã in", "as printed"},
       {"bỏ ra, coi như không công bố", "left out, as if not published"},
       {"thay bằng giá trị phù hợp", "replaced by the value that would agree"}}};
  return names[static_cast<std::size_t>(treatment)].in(language);
}

}  // namespace vicinia::workspace::inline words
