#include "vicinia/workspace/words/explanation_text.h"

#include <algorithm>
#include <cmath>

#include "base/json_values.h"
#include "base/phrase.h"
#include "vicinia/core/indicators/measure.h"
#include "vicinia/workspace/base/json_text.h"
#include "vicinia/workspace/words/standing_text.h"
#include "vicinia/workspace/words/texts.h"
#include "vicinia/workspace/words/tolerance_text.h"

namespace vicinia::workspace::inline words {
namespace {

using core::admin::UnitIndex;
using core::agglomeration::checked_measure;
using core::indicators::Measure;
using core::topology::BorderKind;
using nlohmann::ordered_json;
using UnitCheck = Explanation::Check;
using Standing = Explanation::Standing;

constexpr Phrase in_agglomeration{"Thuộc quần tụ {n}: một trong {m} đơn vị.",
                                  "In agglomeration {n}, one of {m} units."};
constexpr Phrase by_itself{"Tự mình là quần tụ {n}.", "Agglomeration {n} by itself."};
constexpr Phrase in_none{"Không thuộc quần tụ nào.", "In no agglomeration."};
constexpr Phrase check_of_unit{"{rule}: {value} (ít nhất {threshold})",
                               "{rule}: {value} (at least {threshold})"};
constexpr Phrase check_of_whole{"{rule}: {value} (ít nhất {threshold}, tính cho cả quần tụ)",
                                "{rule}: {value} (at least {threshold}, asked of the whole agglomeration)"};
constexpr Phrase too_low{"{rule}: {value}, thấp hơn mức {threshold} theo quy tắc.",
                         "{rule}: {value}, less than the {threshold} that the rules ask for."};
constexpr Phrase employees_short{"Thiếu {n} lao động, nếu mọi tổng số giữ nguyên.",
                                 "{n} employees short, every total staying as it is."};
constexpr Phrase count_short{"Thiếu {n}.", "{n} short."};
constexpr Phrase at_most{"tối đa {high}", "At most {high}"};
constexpr Phrase from_to{"từ {low} đến {high}", "Between {low} and {high}"};
constexpr Phrase unknown{
    "{rule}: không công bố, nên không biết có đạt {threshold} hay không; không công bố không phải là bằng không.",
    "{rule}: not published, so whether it reaches {threshold} is unknown; not published is not zero."};
constexpr Phrase no_such_number{"{rule}: không xác định, vì tổng số bằng không.",
                                "{rule}: undefined, because the total is zero."};
constexpr Phrase alone_too_small{
    "Đơn vị này đạt yêu cầu, nhưng không liên kết với đơn vị liền kề nào đạt yêu cầu, và một mình thì quá nhỏ.",
    "It qualifies, but is linked to no neighbour that does, and alone it is too small."};
constexpr Phrase together_too_small{
    "Đơn vị này và {names} đều đạt yêu cầu và liên kết với nhau, nhưng gộp lại vẫn quá nhỏ.",
    "It and {names} qualify and are linked, but together they are too small."};
constexpr Phrase carried{"Riêng đơn vị này thì quá nhỏ; nhờ các đơn vị liền kề mà thuộc quần tụ.",
                         "Alone it would be too small; its neighbours carry it."};
constexpr Phrase isolate{
    "Theo các quy tắc này, đơn vị không liên kết với đơn vị liền kề nào: chỉ có thể tự mình là một quần tụ.",
    "By these rules it is linked to no neighbour: it can only be an agglomeration by itself."};
constexpr Phrase is_whole{
    "{name} là đơn vị cấp {whole}, còn quần tụ gồm các đơn vị cấp {part}: hãy chọn một {part}.",
    "{name} is a {whole}, and agglomerations are made of {parts}: choose one of its {parts}."};
constexpr Phrase not_drawn{"Đơn vị này không có trên bản đồ nên không có đơn vị liền kề.",
                           "It has no area on the map, so it has no neighbours."};
constexpr Phrase would_belong{
    "Liên kết với quần tụ {n} qua {names}: nếu đạt yêu cầu, đơn vị sẽ thuộc quần tụ này.",
    "Linked to agglomeration {n} through {names}: it would belong to it if it qualified."};
constexpr Phrase was_cut{"Liên kết với {name} đã bị cắt bằng tay.", "The link to {name} was cut by hand."};
constexpr Phrase border_of{"{length} ranh giới", "{length} of border"};
constexpr Phrase border_beside{"{length} ranh giới, cách nhau tối đa {distance}",
                               "{length} of border, up to {distance} apart"};
constexpr Phrase border_overlapping{"chồng lấn {area} dọc theo {length}",
                                    "overlaps by {area} along {length}"};
constexpr Phrase too_far{
    "Chạy dọc theo {name} trên {length}, cách {distance}: không liên kết (dung sai {tolerance}).",
    "Runs beside {name} for {length}, {distance} apart: not linked (tolerance {tolerance})."};
constexpr Phrase at_a_corner{"chạm nhau tại một điểm", "touches at a corner"};
constexpr Phrase by_hand{"nối bằng tay", "linked by hand"};
constexpr Phrase in_the_same{", cùng quần tụ", ", in the same agglomeration"};
constexpr Phrase in_another{", thuộc quần tụ {n}", ", in agglomeration {n}"};
constexpr Phrase rests_on_doubtful{"! Kết luận dựa trên số liệu có nghi vấn: {values}.",
                                   "! This rests on doubtful values: {values}."};
constexpr Phrase others_say{
    "Theo các số liệu khác, LQ từ {low} đến {high} (mức yêu cầu {threshold}).",
    "By the other values the LQ lies between {low} and {high} (asked for: {threshold})."};
constexpr Phrase in_as_printed{
    "LQ đã làm tròn: giá trị thật từ {low} đến {high}, nên chỉ theo số đã in mới chắc đạt {threshold}.",
    "The LQ is rounded: it lies between {low} and {high}, so it reaches {threshold} as printed only."};
constexpr Phrase may_be_in{
    "LQ đã làm tròn: giá trị thật từ {low} đến {high}, nên có thể vẫn đạt {threshold}.",
    "The LQ is rounded: it lies between {low} and {high}, so it may reach {threshold} all the same."};
constexpr Phrase and_more_units{"và {n} đơn vị khác", "{n} more"};
constexpr Phrase neighbours{"Láng giềng liên kết:", "Linked neighbours:"};

constexpr int most_decimals = 6;

double rounded(double number, int decimals) {
  const double scale = std::pow(10, decimals);
  return std::round(number * scale) / scale;
}

/// With as many decimals as it takes that a rounded number stands on the same side of the threshold as the number: an LQ of 0.98
/// that fails a threshold of 1 is not shown as 1.0.
class Numbers {
 public:
  Numbers(const UnitCheck& check, Language language)
      : threshold_(check.threshold),
        language_(language),
        least_(core::indicators::info_of(checked_measure(check)).decimals) {
    while (least_ < most_decimals && std::abs(rounded(threshold_, least_) - threshold_) > 1e-9) ++least_;
  }
  [[nodiscard]] std::string threshold() const { return number_text(threshold_, least_, language_); }
  [[nodiscard]] std::string text(const core::Cell& cell) const {
    int decimals = least_;
    if (cell.has_number())
      while (decimals < most_decimals &&
             (rounded(cell.number(), decimals) >= threshold_) != (cell.number() >= threshold_))
        ++decimals;
    return cell_text(cell, decimals, language_);
  }

 private:
  double threshold_;
  Language language_;
  int least_;
};

std::string in_words(const core::Dataset& data, const Phrase& phrase, const UnitCheck& check,
                     Language language) {
  const Numbers numbers(check, language);
  return phrase.in(language,
                   {{"{rule}", measure_name(data.provenance, checked_measure(check), language)},
                    {"{value}", marked(numbers.text(check.value), core::values::gravest(check.rests_on))},
                    {"{threshold}", numbers.threshold()}});
}

}  // namespace

std::string shortfall_text(const std::optional<core::stats::Interval>& short_of, bool is_count,
                           Language language) {
  if (!short_of || !std::isfinite(short_of->high) || short_of->high <= 0) return {};
  constexpr double rounding = 1e-6;  // of the arithmetic: 260.0000000001 employees are 260
  const double low = std::ceil(short_of->low - rounding), high = std::ceil(short_of->high - rounding);
  const auto text = [&](double number) { return number_text(number, 0, language); };
  const std::string amount = low == high ? text(high)
                             : low <= 0
                                 ? at_most.in(language, {{"{high}", text(high)}})
                                 : from_to.in(language, {{"{low}", text(low)}, {"{high}", text(high)}});
  return (is_count ? count_short : employees_short).in(language, {{"{n}", amount}});
}

namespace {

std::string lack_in_words(const core::Dataset& data, const UnitCheck& check, Language language) {
  const Phrase& phrase = check.value.state() == core::CellState::not_published ? unknown
                         : check.value.has_number()                            ? too_low
                                                                               : no_such_number;
  const std::string shortfall =
      shortfall_text(check.short_of, !core::values::is_quotient(checked_measure(check)), language);
  return in_words(data, phrase, check, language) + (shortfall.empty() ? "" : " " + shortfall);
}

std::string length_text(double length_m, Language language) {
  return length_m < 1000 ? number_text(length_m, 0, language) + " m"
                         : number_text(length_m / 1000, 1, language) + " km";
}

/// How the borders of a neighbour meet, in words.
std::string border_in_words(const core::topology::Border& border, Language language) {
  const std::string length = length_text(border.length_m, language);
  switch (border.kind) {
    case BorderKind::edge: return border_of.in(language, {{"{length}", length}});
    case BorderKind::overlap:
      return border_overlapping.in(language,
                                   {{"{area}", area_text(border.area_m2, language)}, {"{length}", length}});
    case BorderKind::near:
      return border_beside.in(
          language, {{"{length}", length}, {"{distance}", distance_text(border.distance_m, language)}});
    case BorderKind::corner: return at_a_corner.in(language);
    case BorderKind::manual:
      return by_hand.in(language) +
             (border.length_m > 0 ? ", " + border_of.in(language, {{"{length}", length}}) : "");
  }
  return {};
}

/// Full names, the first of them only where there are many.
std::string names_of(const core::Dataset& data, const std::vector<UnitIndex>& units, UnitIndex but,
                     Language language) {
  constexpr std::size_t most = 6;
  std::string text;
  std::size_t count = 0;
  for (const UnitIndex unit : units)
    if (unit != but && count++ < most)
      text += (text.empty() ? "" : "; ") + full_name(data.frame, unit, language);
  if (count > most) text += "; " + and_more_units.in(language, {{"{n}", std::to_string(count - most)}});
  return text;
}

std::string link_in_words(const core::Dataset& data, const Explanation::Link& link, Language language) {
  const std::string text =
      full_name(data.frame, link.neighbour, language) + ": " + border_in_words(link.border, language);
  if (link.is_member) return text + in_the_same.in(language);
  return link.agglomeration
             ? text + in_another.in(language, {{"{n}", std::to_string(*link.agglomeration + 1)}})
             : text;
}

/// What no rule is asked of.
bool is_province_among_districts(const core::Dataset& data, const Explanation& e) {
  return e.standing == Standing::not_of_the_map && data.frame[e.unit].level < core::finest_level(data);
}

void add_lacks(const core::Dataset& data, const std::vector<UnitCheck>& checks, Language language,
               std::vector<std::string>& reasons) {
  for (const UnitCheck& check : checks)
    if (check.decides && !check.passed) reasons.push_back(lack_in_words(data, check, language));
}

std::vector<std::string> reasons_of(const core::Dataset& data, const Explanation& e, Language language) {
  std::vector<std::string> reasons;
  switch (e.standing) {
    case Standing::member:
      if (e.is_carried) reasons.push_back(carried.in(language));
      if (e.tolerance.depends)
        reasons.push_back(tolerance_effect_text(data, *e.agglomeration, e.member_count, e.tolerance,
                                                e.tolerance_m, language));
      break;
    case Standing::not_of_the_map:
      if (is_province_among_districts(data, e))
        return {is_whole.in(language, {{"{name}", called(data.frame, e.unit, language)},
                                       {"{whole}", pick(data.frame.level_of(e.unit).name, language)},
                                       {"{parts}", pick(data.provenance.units_word, language)},
                                       {"{part}", pick(data.provenance.unit_word, language)}})};
      reasons.push_back(not_drawn.in(language));
      add_lacks(data, e.checks, language, reasons);
      return reasons;
    case Standing::unit_fails: add_lacks(data, e.checks, language, reasons); break;
    case Standing::set_too_small:
      reasons.push_back(
          e.set.size() < 2
              ? alone_too_small.in(language)
              : together_too_small.in(language, {{"{names}", names_of(data, e.set, e.unit, language)}}));
      add_lacks(data, e.set_checks, language, reasons);
      break;
  }
  if (e.links.empty()) reasons.push_back(isolate.in(language));
  return reasons;
}

/// On what the values rest that decide, and whether rounding decides.
void add_standing(const core::Dataset& data, const Explanation& e, Language language,
                  std::vector<std::string>& reasons) {
  for (const UnitCheck& check : e.checks) {
    if (!check.rests_on.empty())
      reasons.push_back(
          rests_on_doubtful.in(language, {{"{values}", rests_on_text(data, check.rests_on, language)}}));
    if (checked_measure(check) != Measure::location_quotient || !e.lq_range || !check.value.has_number())
      continue;
    const bool may_fail = check.passed && e.lq_range->low < check.threshold,
               may_pass = !check.passed && e.lq_range->high >= check.threshold;
    if (!may_fail && !may_pass) continue;
    const bool is_contradicted = core::values::gravest(check.rests_on) == core::values::Doubt::contradicted;
    reasons.push_back((is_contradicted ? others_say
                       : may_fail      ? in_as_printed
                                       : may_be_in)
                          .in(language, {{"{low}", number_text(e.lq_range->low, 3, language)},
                                         {"{high}", std::isfinite(e.lq_range->high)
                                                        ? number_text(e.lq_range->high, 3, language)
                                                        : "∞"},
                                         {"{threshold}", Numbers(check, language).threshold()}}));
  }
}

std::string verdict_of(const Explanation& e, Language language) {
  if (!e.agglomeration) return in_none.in(language);
  const Phrase& phrase = e.member_count > 1 ? in_agglomeration : by_itself;
  return phrase.in(language,
                   {{"{n}", std::to_string(*e.agglomeration + 1)}, {"{m}", std::to_string(e.member_count)}});
}

ordered_json checks_json(const std::vector<UnitCheck>& checks, bool of_the_set = false) {
  auto list = ordered_json::array();
  for (const UnitCheck& check : checks)
    list.push_back(
        {{"rule", check.rule},
         {"value", json_of(check.value)},
         {"threshold", json_of(core::Cell::of(check.threshold))},
         {"passed", check.passed},
         {"short_of", check.short_of ? ordered_json::array({json_of(core::Cell::of(check.short_of->low)),
                                                            json_of(core::Cell::of(check.short_of->high))})
                                     : ordered_json(nullptr)},
         {"doubt", core::values::id_of(core::values::gravest(check.rests_on))},
         {"asked_of", check.decides && !of_the_set ? "unit" : "whole"}});
  return list;
}

ordered_json number_in_list(const std::optional<std::size_t>& agglomeration) {
  return agglomeration ? ordered_json(*agglomeration + 1) : ordered_json(nullptr);
}

ordered_json links_json(const core::admin::Frame& frame, const std::vector<Explanation::Link>& links) {
  auto list = ordered_json::array();
  for (const Explanation::Link& link : links) {
    list.push_back(json_of(frame[link.neighbour]));
    list.back().update({{"kind", name_of(link.border.kind)},
                        {"length_m", link.border.length_m},
                        {"distance_m", link.border.distance_m},
                        {"area_m2", link.border.area_m2},
                        {"agglomeration", number_in_list(link.agglomeration)}});
  }
  return list;
}

ordered_json sentences(const ExplanationText& text) {
  auto list = ordered_json::array({text.verdict});
  for (const auto* part : {&text.reasons, &text.touching, &text.apart, &text.cut})
    for (const std::string& sentence : *part) list.push_back(sentence);
  return list;
}

}  // namespace

std::string distance_text(double distance_m, Language language) {
  return distance_m > 0 && distance_m < 1 ? number_text(distance_m, 2, language) + " m"
                                          : length_text(distance_m, language);
}

std::string area_text(double area_m2, Language language) {
  constexpr double m2_per_ha = 1e4, m2_per_km2 = 1e6;
  if (area_m2 >= 0.1 * m2_per_km2) return number_text(area_m2 / m2_per_km2, 1, language) + " km²";
  return area_m2 >= 0.1 * m2_per_ha ? number_text(area_m2 / m2_per_ha, 1, language) + " ha"
                                    : number_text(area_m2, 0, language) + " m²";
}

ExplanationText explanation_text(const core::Dataset& dataset, const Explanation& explanation,
                                 Language language) {
  ExplanationText text{.name = full_name(dataset.frame, explanation.unit, language),
                       .verdict = verdict_of(explanation, language)};
  if (!is_province_among_districts(dataset, explanation))
    for (const UnitCheck& check : explanation.checks)
      text.checks.push_back(
          {check.passed, in_words(dataset, check.decides ? check_of_unit : check_of_whole, check, language)});
  text.reasons = reasons_of(dataset, explanation, language);
  add_standing(dataset, explanation, language, text.reasons);
  for (const Explanation::Touching& one : explanation.touching) {
    std::string names = names_of(dataset, one.through, explanation.unit, language);
    if (one.border_m > 0)
      names += " (" + border_of.in(language, {{"{length}", length_text(one.border_m, language)}}) + ")";
    text.touching.push_back(
        would_belong.in(language, {{"{n}", std::to_string(one.agglomeration + 1)}, {"{names}", names}}));
  }
  std::vector<Explanation::Link> links = explanation.links;
  std::ranges::stable_sort(links, std::greater{},
                           [](const Explanation::Link& link) { return link.border.length_m; });
  for (const Explanation::Link& link : links) text.links.push_back(link_in_words(dataset, link, language));
  for (const Explanation::Link& link : explanation.apart)
    text.apart.push_back(
        too_far.in(language, {{"{name}", full_name(dataset.frame, link.neighbour, language)},
                              {"{length}", length_text(link.border.length_m, language)},
                              {"{distance}", distance_text(link.border.distance_m, language)},
                              {"{tolerance}", distance_text(explanation.tolerance_m, language)}}));
  for (const UnitIndex unit : explanation.cut)
    text.cut.push_back(was_cut.in(language, {{"{name}", full_name(dataset.frame, unit, language)}}));
  return text;
}

std::string plain_text(const ExplanationText& text, Language language) {
  std::string plain = text.name + "\n" + text.verdict + "\n";
  for (const ExplanationText::Check& check : text.checks)
    plain += std::string("  ") + (check.passed ? "✓ " : "✗ ") + check.text + "\n";
  for (const auto* part : {&text.reasons, &text.touching, &text.apart, &text.cut})
    for (const std::string& sentence : *part) plain += sentence + "\n";
  if (text.links.empty()) return plain;
  plain += neighbours.in(language) + "\n";
  for (const std::string& link : text.links) plain += "  " + link + "\n";
  return plain;
}

core::Result<std::string> explanation_json(const Document& document, const Explanation& explanation) {
  const core::Dataset& data = *document.data->dataset;
  const Explanation& e = explanation;
  auto touching = ordered_json::array();
  for (const Explanation::Touching& one : e.touching)
    touching.push_back({{"agglomeration", one.agglomeration + 1},
                        {"through", json_of_units(data.frame, one.through)},
                        {"border_m", one.border_m}});
  const ordered_json json{{"sector_no", data.sectors[document.view.sector].code},
                          {"period", data.periods[document.view.period]},
                          {"unit", json_of(data.frame[e.unit])},
                          {"standing", name_of(e.standing)},
                          {"agglomeration", number_in_list(e.agglomeration)},
                          {"carried", e.is_carried},
                          {"checks", checks_json(e.checks)},
                          {"set", json_of_units(data.frame, e.set)},
                          {"set_checks", checks_json(e.set_checks, true)},
                          {"links", links_json(data.frame, e.links)},
                          {"tolerance_m", e.tolerance_m},
                          {"depends_on_tolerance", e.tolerance.depends},
                          {"not_linked", links_json(data.frame, e.apart)},
                          {"touching", std::move(touching)},
                          {"cut", json_of_units(data.frame, e.cut)},
                          {"text_vi", sentences(explanation_text(data, e, Language::vi))},
                          {"text_en", sentences(explanation_text(data, e, Language::en))}};
  return json_text(json);
}

}  // namespace vicinia::workspace::inline words
