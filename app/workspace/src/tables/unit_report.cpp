#include "vicinia/workspace/tables/unit_report.h"

#include <algorithm>

#include "vicinia/workspace/document/audited_list.h"
#include "vicinia/workspace/document/values.h"
#include "vicinia/workspace/tables/audit_table.h"
#include "vicinia/workspace/words/audit_words.h"
#include "vicinia/workspace/words/standing_text.h"
#include "vicinia/workspace/words/texts.h"
#include "vicinia/workspace/words/totals_text.h"
#include "vicinia/workspace/words/variable_texts.h"

namespace vicinia::workspace::inline tables {
namespace {

using core::admin::UnitIndex;
using core::indicators::Measure;

core::Error no_such_unit(UnitIndex unit, std::size_t size) {
  return {.code = core::ErrorCode::invalid_argument,
          .subject = {.field = "unit"},
          .detail = std::to_string(unit) + " of " + std::to_string(size)};
}

/// Of a value that stands as printed.
const core::audit::CellVerdict* verdict_against(const Evidence& evidence, const IndicatorValue& value) {
  if (value.rests_on.empty()) return nullptr;
  const DoubtfulValue& doubtful = value.rests_on.front();
  return evidence.audit->find(doubtful.unit, doubtful.sector, doubtful.measure);
}

}  // namespace

core::Result<UnitReport> make_unit_report(const Document& document, UnitIndex unit, Language language) {
  const core::Dataset& data = *document.data->dataset;
  if (unit >= data.frame.size()) return core::fail(no_such_unit(unit, data.frame.size()));
  const core::admin::Unit& u = data.frame[unit];
  UnitReport report;
  report.unit = unit;
  report.name = called(data.frame, unit, language);
  report.approximate = u.approximate;
  report.parent_name = called_around(data.frame, unit, language);
  if (!u.survey_parent_code.empty() && u.survey_parent_code != u.parent_code) {
    const auto survey_parent = data.frame.find(u.survey_parent_code);
    report.survey_parent_name =
        survey_parent ? name_of(data.frame[*survey_parent], language) : u.survey_parent_code;
  }
  const Evidence evidence = evidence_of(document);
  std::vector<const core::industry::Observation*> rows =
      evidence.dataset->observations.of_unit(unit, document.view.period);
  std::ranges::stable_sort(rows, {}, &core::industry::Observation::sector);
  for (const core::industry::Observation* row : rows) {
    ReportedSector values;
    values.sector = row->sector;
    values.source_line = row->source.source_line.str();
    values.table_line = row->source.table_line;
    for (std::size_t m = 0; m < core::indicators::measure_count; ++m) {
      const IndicatorValue shown = core::values::shown_value_of(evidence, *row, static_cast<Measure>(m));
      values.values[m] = shown.value;
      values.origins[m] = shown.origin == ValueOrigin::printed     ? core::indicators::Origin::printed
                          : shown.origin == ValueOrigin::computed  ? core::indicators::Origin::computed
                          : shown.origin == ValueOrigin::estimated ? core::indicators::Origin::estimated
                                                                   : core::indicators::Origin::none;
      values.allowed[m] = allowed_text(shown, static_cast<Measure>(m), language);
      if (const auto* cell = verdict_against(evidence, shown))
        values.contradictions[m] = audit_reason(evidence.audit->table(), *cell, language);
    }
    report.sectors.push_back(std::move(values));
  }
  return report;
}

std::vector<std::string> tooltip_lines(const Document& document, const Choropleth& choropleth, UnitIndex unit,
                                       Language language) {
  const core::Dataset& data = *document.data->dataset;
  if (unit >= data.frame.size()) return {};
  std::vector<std::string> lines{full_name(data.frame, unit, language)};

  const Evidence evidence = evidence_of(document);
  const core::industry::Observation* row =
      evidence.dataset->observations.find(unit, document.view.sector, document.view.period);
  lines.push_back(name_of(data.sectors[document.view.sector], language));
  const Variable variable = document.view.variable;
  const auto measure_shown = core::values::measure_of(variable);
  if (!measure_shown) {
    const IndicatorValue& value = choropleth.values[unit];
    lines.push_back(variable_short_name(data.provenance, variable, language) + ": " +
                    marked(variable_value_text(value, variable, language), value.doubt()));
    if (const std::string range = variable_range_text(value, variable, language); !range.empty())
      lines.back() += " (" + range + ")";
  }
  if (!row) {
    if (measure_shown) lines.push_back(not_published_text(language));
    return lines;
  }
  std::vector<Measure> order;
  for (const core::indicators::MeasureInfo& info : core::indicators::all_measures())
    order.push_back(info.measure);
  std::ranges::stable_partition(order, [&](Measure m) { return m == measure_shown; });
  for (const Measure measure : order) {
    const IndicatorValue shown = core::values::shown_value_of(evidence, *row, measure);
    lines.push_back(measure_short_name(data.provenance, measure, language) + ": " +
                    cell_text(shown.value, core::indicators::info_of(measure).decimals, language));
    if (const auto* cell = verdict_against(evidence, shown))
      lines.push_back("! " + contradicted_cell_text(evidence.audit->table(), *cell, language));
    else if (const std::string allowed = allowed_text(shown, measure, language); !allowed.empty())
      lines.back() += " (" + allowed + ")";
  }
  return lines;
}

}  // namespace vicinia::workspace::inline tables
