#include <algorithm>
#include <cmath>
#include <ranges>
#include <utility>

#include "base/phrase.h"
#include "vicinia/workspace/document/agglomerations.h"
#include "vicinia/workspace/words/robustness_text.h"

namespace vicinia::workspace::inline words {
namespace {

using core::agglomeration::AgglomerationRobustness;

std::string percent(double share, Language language) {
  return number_text(std::round(100 * share), 0, language) + "%";
}

std::string count(std::size_t number, Language language) {
  return number_text(static_cast<double>(number), 0, language);
}

/// The first `most` by name, the others by their number.
template <class Items>
std::string listed(Items&& items, std::size_t most, Language language, const auto& name) {
  std::string text;
  std::size_t at = 0;
  for (const auto& item : items)
    if (at++ < most) text += (text.empty() ? "" : ", ") + name(item);
  if (at > most)
    text +=
        Phrase{" và {n} đơn vị khác", " and {n} more"}.in(language, {{"{n}", count(at - most, language)}});
  return text;
}

/// "By tolerance: 0 m 12%, 400 m 80%, 800 m 80%."; empty where it was not varied.
std::string survival_by_tolerance(const RobustnessReport& report, const AgglomerationRobustness& a,
                                  Language language) {
  const auto by_tolerance =
      core::agglomeration::survival_by(core::agglomeration::VariedRule::tolerance_m, report.grid, a.outcomes);
  if (by_tolerance.size() < 2) return {};
  std::string list;
  for (const auto& at : by_tolerance)
    list += (list.empty() ? "" : ", ") + number_text(at.value, 0, language) + " m " +
            percent(at.survival, language);
  return Phrase{"Theo dung sai khớp ranh giới: {l}.", "By the tolerance of matching borders: {l}."}.in(
      language, {{"{l}", list}});
}

}  // namespace

std::string membership_text(const core::Dataset& dataset, const core::agglomeration::Membership& membership,
                            Language language, std::size_t most_names) {
  static constexpr Phrase as_printed{"Chỉ thuộc quần tụ theo số đã in (LQ thật có thể dưới ngưỡng): {l}.",
                                     "In as printed only (true LQs may lie below the threshold): {l}."};
  static constexpr Phrase may_be{"Có thể thuộc quần tụ, xét theo khoảng của LQ: {l}.",
                                 "May be in, given the range of their LQs: {l}."};
  std::string text;
  for (const auto& [units, phrase] :
       {std::pair(&membership.as_printed, &as_printed), std::pair(&membership.may_join, &may_be)}) {
    const std::string names = listed(*units, most_names, language, [&](core::topology::UnitIndex unit) {
      return called(dataset.frame, unit, language);
    });
    if (!names.empty()) text += (text.empty() ? "" : "\n") + phrase->in(language, {{"{l}", names}});
  }
  return text;
}

std::string unit_robustness_text(const RobustnessReport& report, core::admin::UnitIndex unit,
                                 Language language) {
  std::string near;
  const std::string rules = count(report.grid.size(), language);
  for (std::size_t i = 0; i < report.found.agglomerations.size(); ++i) {
    const AgglomerationRobustness& a = report.found.agglomerations[i];
    const auto member = std::ranges::find(a.members, unit, &core::agglomeration::MemberRobustness::unit);
    if (member != a.members.end()) {
      const Phrase core{"Phần lõi của quần tụ: vẫn thuộc quần tụ ở {s} trong {n} phương án quy tắc.",
                        "Core of the agglomeration: a member at {s} of {n} variations of the rules."};
      const Phrase fringe{
          "Phần rìa của quần tụ: chỉ thuộc quần tụ ở {s} trong {n} phương án quy tắc.",
          "Fringe of the agglomeration: a member at no more than {s} of {n} variations of the rules."};
      const Phrase by_rounding{
          " Theo quy tắc đang dùng, đơn vị chỉ thuộc quần tụ theo số đã in: LQ thật có thể dưới ngưỡng.",
          " By the rules in force it is in as printed only: true LQs may lie below the threshold."};
      const bool is_certain =
          report.certainty_of(i, member->unit) == core::agglomeration::Certainty::certainly;
      return (member->is_core ? core : fringe)
                 .in(language, {{"{s}", percent(member->survival, language)}, {"{n}", rules}}) +
             (is_certain ? std::string() : by_rounding.in(language));
    }
    if (std::ranges::binary_search(report.membership[i].may_join,
                                   static_cast<core::topology::UnitIndex>(unit)))
      near += (near.empty() ? "" : " ") +
              Phrase{"Theo quy tắc đang dùng, có thể thuộc quần tụ {a}, xét theo khoảng của LQ.",
                     "By the rules in force it may be in agglomeration {a}, given the range of LQs."}
                  .in(language, {{"{a}", count(i + 1, language)}});
    const auto joining = std::ranges::find(a.near, unit, &core::agglomeration::NearMember::unit);
    if (joining == a.near.end()) continue;
    near += (near.empty() ? "" : " ") +
            Phrase{"Sẽ thuộc quần tụ {a} ở {s} trong {n} phương án quy tắc.",
                   "Would join agglomeration {a} at {s} of {n} variations of the rules."}
                .in(language, {{"{a}", count(i + 1, language)},
                               {"{s}", percent(joining->joins, language)},
                               {"{n}", rules}});
  }
  return near;
}

std::string agglomeration_robustness_text(const core::Dataset& dataset, const RobustnessReport& report,
                                          std::size_t agglomeration, Language language,
                                          std::size_t most_names) {
  const AgglomerationRobustness& a = report.found.agglomerations[agglomeration];
  std::string text =
      Phrase{"Tồn tại ở {s} trong {n} phương án quy tắc.", "Survives at {s} of {n} variations of the rules."}
          .in(language,
              {{"{s}", percent(a.survival, language)}, {"{n}", count(report.grid.size(), language)}});
  const auto add = [&](double share, const Phrase& phrase) {
    if (share > 0) text += "\n" + phrase.in(language, {{"{s}", percent(share, language)}});
  };
  add(a.absorbed, {"Nhập vào một quần tụ lớn hơn: {s}.", "Part of a larger one: {s}."});
  add(a.reduced, {"Chỉ còn từng phần: {s}.", "Only parts of it are left: {s}."});
  add(a.gone, {"Không còn: {s}.", "Gone: {s}."});
  const auto named = [&](core::admin::UnitIndex unit, double share) {
    return called(dataset.frame, unit, language) + " (" + percent(share, language) + ")";
  };
  const std::string fringe =
      listed(a.members | std::views::filter([](const auto& member) { return !member.is_core; }), most_names,
             language, [&](const auto& member) { return named(member.unit, member.survival); });
  const std::string near = listed(a.near, most_names, language,
                                  [&](const auto& joining) { return named(joining.unit, joining.joins); });
  const Phrase fringe_list{"Phần rìa: {l}.", "Fringe: {l}."},
      near_list{"Có thể gia nhập: {l}.", "Near, and may join: {l}."};
  if (!fringe.empty()) text += "\n" + fringe_list.in(language, {{"{l}", fringe}});
  if (!near.empty()) text += "\n" + near_list.in(language, {{"{l}", near}});
  if (const std::string rounding =
          membership_text(dataset, report.membership[agglomeration], language, most_names);
      !rounding.empty())
    text += "\n" + rounding;
  if (const std::string tolerance = survival_by_tolerance(report, a, language); !tolerance.empty())
    text += "\n" + tolerance;
  return text;
}

}  // namespace vicinia::workspace::inline words
