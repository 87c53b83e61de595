#include "vicinia/workspace/tables/variable_table.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/phrase.h"
#include "vicinia/workspace/base/json_text.h"
#include "vicinia/workspace/base/value_table.h"
#include "vicinia/workspace/words/indicator_texts.h"
#include "vicinia/workspace/words/standing_text.h"
#include "vicinia/workspace/words/texts.h"
#include "vicinia/workspace/words/variable_texts.h"

namespace vicinia::workspace::inline tables {
namespace {

using core::Cell;
using core::admin::UnitIndex;

std::string_view category_of(const IndicatorValue& value, const VariableInfo& info) {
  if (!info.is_category() || !value.value.has_number()) return {};
  return info.categories[static_cast<std::size_t>(value.value.number()) - 1];
}

std::string unit_of_measure(const VariableInfo& info, Language language) {
  using core::indicators::ValueUnit;
  static constexpr std::array<Phrase, 6> words{
      {{"", ""},
       {"%", "%"},
       {"điểm phần trăm", "percentage points"},
       {"lao động", "employees"},
       {"lao động trên một doanh nghiệp", "employees per enterprise"},
       {"độ lệch chuẩn", "standard deviations"}}};
  return words[static_cast<std::size_t>(info.unit)].in(language);
}

std::string belongs_to(const VariableInfo& info) {
  using core::indicators::ValueOf;
  return info.of == ValueOf::unit_and_sector ? "unit-and-sector"
         : info.of == ValueOf::unit          ? "unit"
                                             : "sector";
}

}  // namespace

ValueTable variables_table(const Document& document, Language language) {
  const core::Provenance& provenance = document.data->dataset->provenance;
  ValueTable table{
      .columns = {"id", "group", "name", "unit", "of", "categories", "definition", "not_available"}};
  for (const VariableInfo& info : core::values::all_variables()) {
    std::vector<std::string> categories;
    for (const std::string_view one : info.categories) categories.emplace_back(one);
    table.rows.push_back({std::string(info.id), variable_group_name(info.group, language),
                          variable_name(provenance, info.variable, language),
                          in_own_words(unit_of_measure(info, language), provenance, language),
                          belongs_to(info), Names(categories),
                          variable_definition(provenance, info.variable, language),
                          availability_text(availability_of(document, info.variable), language)});
  }
  return table;
}

std::vector<UnitIndex> listed_units(const Choropleth& choropleth, Variable variable,
                                    const ValueFilter& filter) {
  const VariableInfo& info = core::values::info_of(variable);
  const auto passes = [&](UnitIndex unit) {
    const IndicatorValue& value = choropleth.values[unit];
    if (!filter.categories.empty())
      return std::ranges::find(filter.categories, category_of(value, info)) != filter.categories.end();
    if (!value.value.has_number()) return !filter.published_only && !filter.min && !filter.max;
    return (!filter.min || value.value.number() >= *filter.min) &&
           (!filter.max || value.value.number() <= *filter.max);
  };
  std::vector<UnitIndex> units;
  std::ranges::copy_if(choropleth.units, std::back_inserter(units), passes);
  const auto rank = [&](UnitIndex unit) {
    const Cell cell = choropleth.values[unit].value;
    return cell.has_number() ? cell.number() : -HUGE_VAL;
  };
  std::ranges::stable_sort(units, std::ranges::greater{}, rank);
  return units;
}

core::Result<ValueTable> values_table(const Document& document, const ValueFilter& filter) {
  const Variable variable = document.view.variable;
  const VariableInfo& info = core::values::info_of(variable);
  const auto choropleth = make_choropleth(document);
  if (!choropleth) return core::fail(choropleth.error());
  if (choropleth->availability != Availability::available)
    return core::fail(not_available(variable, choropleth->availability));
  const core::Dataset& data = *document.data->dataset;
  const core::industry::Sector& sector = data.sectors[document.view.sector];
  const auto base =
      info.group == core::values::VariableGroup::change ? document.view.base_of_change() : std::nullopt;
  ValueTable table{.columns = {"unit_code", "unit_vi", "unit_en", "province_code", "province_vi",
                               "province_en", "sector_no", "sector", "period", "base_period", "variable",
                               "value", "value_low", "value_high", "category", "origin",
                               "rests_on_contradicted"}};
  for (const UnitIndex unit : listed_units(*choropleth, variable, filter)) {
    const IndicatorValue& value = choropleth->values[unit];
    const core::admin::Unit& u = data.frame[unit];
    const auto parent = data.frame.parent(unit);
    const auto end = [](double number) {
      return std::isfinite(number) ? Cell::of(number) : Cell::not_published();
    };
    const bool has_range = value.range && !info.is_category();
    table.rows.push_back({u.code, u.name_vi, u.name_en, parent ? data.frame[*parent].code : u.parent_code,
                          parent ? data.frame[*parent].name_vi : std::string(),
                          parent ? data.frame[*parent].name_en : std::string(), sector.code, sector.name_en,
                          data.periods[document.view.period], base ? data.periods[*base] : std::string(),
                          std::string(info.id), info.is_category() ? Cell::not_published() : value.value,
                          has_range ? end(value.range->low) : Cell::not_published(),
                          has_range ? end(value.range->high) : Cell::not_published(),
                          std::string(category_of(value, info)), std::string(id_of(value.origin)),
                          Names(rests_on_ids(data, value.rests_on))});
  }
  return table;
}

core::Result<std::string> values_json(const Document& document, const ValueFilter& filter) {
  const auto table = values_table(document, filter);
  if (!table) return core::fail(table.error());
  return json_text(table->json());
}

}  // namespace vicinia::workspace::inline tables
