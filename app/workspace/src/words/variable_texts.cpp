#include "vicinia/workspace/words/variable_texts.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/phrase.h"
#include "vicinia/workspace/words/indicator_texts.h"
#include "vicinia/workspace/words/texts.h"

namespace vicinia::workspace::inline words {
namespace {

using core::indicators::Indicator;
using core::indicators::Measure;
using core::indicators::grades::Scheme;
using core::values::ChangeOf;
using core::values::EmployeesBeyondShare;
using core::values::GradeVariable;
using core::values::VariableGroup;
using core::values::VerdictOfInterval;

Scheme scheme_of(GradeVariable grade) {
  return grade == GradeVariable::published_rule  ? Scheme::published_rule
         : grade == GradeVariable::cluster_stars ? Scheme::cluster_stars
         : grade == GradeVariable::own_rule      ? Scheme::own_rule
                                                 : Scheme::local_district;
}

std::string small_first(std::string text) {
  // Names of measures begin with a letter of ASCII or with LQ, FDI …: an abbreviation stays.
  const bool is_abbreviation = text.size() > 1 && text[1] >= 'A' && text[1] <= 'Z';
  if (!is_abbreviation && !text.empty() && text[0] >= 'A' && text[0] <= 'Z')
    text[0] = static_cast<char>(text[0] - 'A' + 'a');
  return text;
}

constexpr Phrase compared_name{"So sánh các cách xếp hạng", "Grades compared"};
constexpr Phrase beyond_share_name{"Lao động vượt tỷ trọng cả nước", "Employees beyond the national share"};
constexpr Phrase beyond_share_definition{
    "Số lao động của ngành tại đơn vị trừ số lao động sẽ có nếu ngành chiếm tỷ trọng như trong cả nước: E_ij − E_j × E_i / E. Số âm: ít hơn mức đó.",
    "Employees of the sector in the unit less those that it would have at the sector's national share: E_ij − E_j × E_i / E. Below zero: fewer than that."};
constexpr Phrase change_name{"Thay đổi: {measure}", "Change: {measure}"};
constexpr std::array<Phrase, 2> verdict_names{
    {{"LQ so với ngẫu nhiên (theo cơ sở)", "LQ against chance (plants)"},
     {"LQ so với 1 (theo lao động)", "LQ against 1 (employees)"}}};
constexpr std::array<Phrase, 2> verdict_definitions{
    {{"LQ thấp hơn, nằm trong hay cao hơn khoảng mà LQ rơi vào trong 95 % trường hợp nếu các cơ sở phân bố ngẫu nhiên.",
      "Whether the LQ lies below, within or above where it falls in 95 % of cases if plants are placed at random."},
     {"Khoảng tin cậy Wilson 95 % của LQ nằm dưới 1, chứa 1 hay nằm trên 1. Lao động đến theo từng cơ sở, nên khoảng này hẹp hơn thực tế.",
      "Whether Wilson's 95 % interval of the LQ lies below 1, contains it or lies above. Employees come in plants, so the interval is too narrow."}}};

}  // namespace

std::string variable_name(const core::Provenance& provenance, Variable variable, Language language) {
  const VariableInfo& info = core::values::info_of(variable);
  struct Named {
    const core::Provenance& provenance;
    Language language;
    std::string operator()(Measure measure) const { return measure_name(provenance, measure, language); }
    std::string operator()(Indicator indicator) const {
      return indicator_name(provenance, indicator, language);
    }
    std::string operator()(ChangeOf change) const {
      return change_name.in(language,
                            {{"{measure}", small_first(measure_name(provenance, change.measure, language))}});
    }
    std::string operator()(GradeVariable grade) const {
      return grade == GradeVariable::compared ? compared_name.in(language)
                                              : scheme_name(scheme_of(grade), language);
    }
    std::string operator()(EmployeesBeyondShare) const {
      return in_own_words(beyond_share_name.in(language), provenance, language);
    }
    std::string operator()(VerdictOfInterval verdict) const {
      return in_own_words(verdict_names[static_cast<std::size_t>(verdict)].in(language), provenance,
                          language);
    }
  };
  return std::visit(Named{provenance, language}, info.source);
}

std::string variable_short_name(const core::Provenance& provenance, Variable variable, Language language) {
  const VariableInfo& info = core::values::info_of(variable);
  if (const auto* const measure = std::get_if<Measure>(&info.source))
    return measure_short_name(provenance, *measure, language);
  if (const auto* const change = std::get_if<ChangeOf>(&info.source))
    return "Δ " + measure_short_name(provenance, change->measure, language);
  return variable_name(provenance, variable, language);
}

std::string variable_definition(const core::Provenance& provenance, Variable variable, Language language) {
  static constexpr Phrase change{"Giá trị của kỳ này trừ giá trị của kỳ gốc. {measure}",
                                 "The value of this period less that of the base period. {measure}"};
  static constexpr Phrase compared{
      "Các cách xếp hạng so với nhau: tất cả đạt, không cách nào đạt, hay khác nhau.",
      "The grades side by side: whether all are met, none, or they disagree."};
  struct Defined {
    const core::Provenance& provenance;
    Language language;
    std::string operator()(Measure measure) const {
      return measure_definition(provenance, measure, language);
    }
    std::string operator()(Indicator indicator) const {
      return indicator_definition(provenance, indicator, language);
    }
    std::string operator()(ChangeOf of) const {
      return change.in(language, {{"{measure}", measure_definition(provenance, of.measure, language)}});
    }
    std::string operator()(GradeVariable grade) const {
      return grade == GradeVariable::compared ? compared.in(language)
                                              : scheme_definition(provenance, scheme_of(grade), language);
    }
    std::string operator()(EmployeesBeyondShare) const {
      return in_own_words(beyond_share_definition.in(language), provenance, language);
    }
    std::string operator()(VerdictOfInterval verdict) const {
      return in_own_words(verdict_definitions[static_cast<std::size_t>(verdict)].in(language), provenance,
                          language);
    }
  };
  return std::visit(Defined{provenance, language}, core::values::info_of(variable).source);
}

std::string variable_group_name(VariableGroup group, Language language) {
  static constexpr std::array<Phrase, core::values::variable_group_count> names{
      {{"Số liệu công bố", "Published values"},
       {"Chuyên môn hóa", "Specialisation"},
       {"Doanh nghiệp", "Enterprises"},
       {"Có phải ngẫu nhiên?", "Could it be chance?"},
       {"Xếp hạng", "Grades"},
       {"Thay đổi so với kỳ gốc", "Change since the base period"},
       {"Độ tập trung của cả ngành", "Concentration of the whole sector"}}};
  return names[static_cast<std::size_t>(group)].in(language);
}

std::string category_name(Variable variable, std::size_t number, Language language) {
  struct Word {
    std::string_view id;
    Phrase words;
  };
  static constexpr std::array<Word, 15> words{
      {{"no", {"không", "no"}},
       {"yes", {"có", "yes"}},
       {"cannot-be-told", {"chưa rõ", "cannot be told"}},
       {"not-met", {"không đạt", "not met"}},
       {"met", {"đạt", "met"}},
       {"no-star", {"không có sao", "no star"}},
       {"one-star-or-more", {"ít nhất một sao", "one star or more"}},
       {"two-stars-or-more", {"ít nhất hai sao", "two stars or more"}},
       {"three-stars", {"ba sao", "three stars"}},
       {"none-met", {"tất cả không đạt", "none met"}},
       {"they-disagree", {"khác nhau", "they disagree"}},
       {"all-met", {"tất cả đạt", "all met"}},
       {"less-than-chance", {"thấp hơn ngẫu nhiên", "less than chance gives"}},
       {"as-chance-allows", {"có thể do ngẫu nhiên", "may be chance"}},
       {"more-than-chance", {"cao hơn ngẫu nhiên", "more than chance gives"}}}};
  const std::string_view id = core::values::info_of(variable).categories[number - 1];
  return std::ranges::find(words, id, &Word::id)->words.in(language);
}

std::string variable_value_text(const IndicatorValue& value, Variable variable, Language language) {
  const VariableInfo& info = core::values::info_of(variable);
  if (info.is_category()) {
    if (!value.value.has_number()) return cell_text({}, 0, language);
    return category_name(variable, static_cast<std::size_t>(value.value.number()), language);
  }
  if (const auto* const indicator = std::get_if<Indicator>(&info.source))
    return indicator_value_text(value, *indicator, language);
  const std::string text = cell_text(value.value, info.decimals, language);
  return std::holds_alternative<ChangeOf>(info.source) && value.value.has_number() && value.value.number() > 0
             ? "+" + text
             : text;
}

std::string variable_range_text(const IndicatorValue& value, Variable variable, Language language) {
  const VariableInfo& info = core::values::info_of(variable);
  if (info.is_category() || !value.range) return {};
  if (const auto indicator = core::values::indicator_of(variable))
    return indicator_range_text(value, *indicator, language);
  const auto text = [&](double number) {
    return number_text(number, info.is_count() ? 0 : info.decimals + 1, language);
  };
  if (!std::isfinite(value.range->high)) return "≥ " + text(value.range->low);
  return value.range->is_exact() ? text(value.range->low)
                                 : text(value.range->low) + " – " + text(value.range->high);
}

namespace {

bool is_change(Variable variable) { return core::values::info_of(variable).group == VariableGroup::change; }

}  // namespace

std::string change_text(const Document& document, Language language) {
  const auto base = document.view.base_of_change();
  if (!is_change(document.view.variable) || !base) return {};
  const core::Dataset& data = *document.data->dataset;
  return period_text(data, *base, language) + " → " + period_text(data, document.view.period, language);
}

std::string shown_text(const Document& document, Language language) {
  const core::Dataset& data = *document.data->dataset;
  const View& view = document.view;
  return name_of(data.sectors[view.sector], language) + " – " +
         variable_short_name(data.provenance, view.variable, language) + ", " +
         period_text(data, view.period, language);
}

std::string shown_period_in_title(const Document& document, Language language) {
  const std::string change = change_text(document, language);
  return change.empty() ? period_in_title(*document.data->dataset, document.view.period, language)
                        : ", " + change;
}

}  // namespace vicinia::workspace::inline words
