#include "vicinia/workspace/unit_report.h"

#include <algorithm>

#include "indicators/quotients.h"
#include "vicinia/workspace/audit/audit_words.h"
#include "vicinia/workspace/audit/audited_list.h"
#include "vicinia/workspace/audit_table.h"
#include "vicinia/workspace/indicators/totals_text.h"
#include "vicinia/workspace/texts.h"

namespace vicinia::workspace {
namespace {

using core::admin::UnitIndex;
using core::indicators::Measure;

core::Error no_such_unit(UnitIndex unit, std::size_t size) {
  return {.code = core::ErrorCode::invalid_argument,
          .subject = {.field = "unit"},
          .detail = std::to_string(unit) + " of " + std::to_string(size)};
}

/// Of a value that stands as printed.
const core::audit::CellVerdict* contradiction_of_shown(const Document& document, UnitIndex unit, core::industry::SectorIndex sector,
                                                       Measure measure, core::indicators::Origin origin) {
  const AuditedList* list = audited_list(document);
  if (list == nullptr || origin != core::indicators::Origin::printed) return nullptr;
  return list->contradiction(unit, sector, measure);
}

std::string allowed_by_totals(const Document& document, const core::industry::Observation& row, Measure measure, Language language) {
  if (!is_quotient(measure)) return {};
  return allowed_text(quotient_of(*document.data->dataset, *document.data->totals.at(row.period), row, measure), measure, language);
}

}  // namespace

core::Result<UnitReport> make_unit_report(const Document& document, UnitIndex unit, Language language) {
  const core::Dataset& data = *document.data->dataset;
  if (unit >= data.frame.size()) return core::fail(no_such_unit(unit, data.frame.size()));
  const core::admin::Unit& u = data.frame[unit];
  UnitReport report;
  report.unit = unit;
  report.name = name_of(u, language);
  report.approximate = u.approximate;
  if (const auto parent = data.frame.parent(unit)) report.parent_name = name_of(data.frame[*parent], language);
  if (!u.survey_parent_code.empty() && u.survey_parent_code != u.parent_code) {
    const auto survey_parent = data.frame.find(u.survey_parent_code);
    report.survey_parent_name = survey_parent ? name_of(data.frame[*survey_parent], language) : u.survey_parent_code;
  }
  std::vector<const core::industry::Observation*> rows = data.observations.of_unit(unit, document.view.period);
  std::ranges::stable_sort(rows, {}, &core::industry::Observation::sector);
  const core::audit::KnownTotals& totals = *document.data->totals.at(document.view.period);
  for (const core::industry::Observation* row : rows) {
    ReportedSector figures;
    figures.sector = row->sector;
    figures.source_line = row->source.source_line.str();
    figures.table_line = row->source.table_line;
    for (std::size_t m = 0; m < measure_count; ++m) {
      const ShownValue shown = shown_value(data, totals, *row, static_cast<Measure>(m));
      figures.values[m] = shown.value;
      figures.origins[m] = shown.origin;
      figures.allowed[m] = allowed_by_totals(document, *row, static_cast<Measure>(m), language);
      if (const auto* cell = contradiction_of_shown(document, unit, row->sector, static_cast<Measure>(m), figures.origins[m]))
        figures.contradictions[m] = audit_reason(audited_list(document)->table(), *cell, language);
    }
    report.sectors.push_back(std::move(figures));
  }
  return report;
}

std::vector<std::string> tooltip_lines(const Document& document, UnitIndex unit, Language language) {
  const core::Dataset& data = *document.data->dataset;
  if (unit >= data.frame.size()) return {};
  std::vector<std::string> lines{full_name(data.frame, unit, language)};

  const core::industry::Observation* row =
      data.observations.find(unit, document.view.sector, document.view.period);
  lines.push_back(name_of(data.sectors[document.view.sector], language));
  if (!row) {
    lines.push_back(not_published_text(language));
    return lines;
  }
  std::vector<Measure> order;
  for (const core::indicators::MeasureInfo& info : core::indicators::all_measures()) order.push_back(info.measure);
  std::ranges::stable_partition(order, [&](Measure m) { return m == document.view.measure; });
  for (const Measure measure : order) {
    const ShownValue shown = shown_value(data, *document.data->totals.at(document.view.period), *row, measure);
    lines.push_back(measure_short_name(data.provenance, measure, language) + ": " +
                    cell_text(shown.value, core::indicators::info_of(measure).decimals, language));
    if (const auto* cell = contradiction_of_shown(document, unit, document.view.sector, measure, shown.origin))
      lines.push_back("! " + contradicted_cell_text(audited_list(document)->table(), *cell, language));
    else if (const std::string allowed = allowed_by_totals(document, *row, measure, language); !allowed.empty())
      lines.back() += " (" + allowed + ")";
  }
  return lines;
}

}  // namespace vicinia::workspace
