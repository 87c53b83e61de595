#include "vicinia/workspace/tables/indicator_table.h"

#include <algorithm>
#include <cmath>
#include <string_view>

#include "base/json_values.h"
#include "base/phrase.h"
#include "tables/indicator_columns.h"
#include "vicinia/core/industry/period.h"
#include "vicinia/workspace/base/json_text.h"
#include "vicinia/workspace/words/indicator_texts.h"

namespace vicinia::workspace::inline tables {
namespace {

using core::industry::SectorIndex;

std::string_view id_of_denominator(core::Denominator denominator) {
  switch (denominator) {
    case core::Denominator::all_employment: return "all_employment";
    case core::Denominator::manufacturing: return "manufacturing";
    case core::Denominator::stated_in_source: break;
  }
  return "stated_in_source";
}

core::Result<ValueTable> table_of(const Document& document,
                                  const std::shared_ptr<const PeriodIndicators>& period,
                                  std::span<const SectorIndex> sectors, const IndicatorTableOptions& options,
                                  const core::Task& task) {
  switch (options.of) {
    case TableOf::sector: return sector_table(period, sectors, options.indicators, task);
    case TableOf::unit: return unit_table(document, *period);
    case TableOf::unit_and_sector: break;
  }
  return cell_table(document, period, sectors, options.indicators, task);
}

nlohmann::ordered_json provenance_json(const core::Dataset& data) {
  const core::Provenance& p = data.provenance;
  nlohmann::ordered_json json;
  json["source"] = pick(p.source, Language::en);
  json["survey"] = pick(p.survey, Language::en);
  json["survey_vintage"] = p.survey_vintage;
  json["boundary_vintage"] = p.boundary_vintage;
  json["boundary_note"] = pick(p.boundary_note, Language::en);
  json["denominator"] = id_of_denominator(p.denominator);
  json["completeness"] =
      p.completeness == core::Completeness::complete_matrix ? "complete_matrix" : "published_list";
  json["data_sha256"] = data.content_hash;
  return json;
}

nlohmann::ordered_json period_json(const core::Dataset& data, core::industry::PeriodIndex index) {
  const auto period = core::industry::Period::of(data.periods[index]);
  return {{"label", period.label},
          {"time", period.time ? nlohmann::ordered_json(period.standard_form()) : nlohmann::ordered_json()},
          {"preliminary", period.preliminary}};
}

}  // namespace

std::vector<NotComputed> not_computed(const PeriodIndicators& period, TableOf of) {
  using core::indicators::ValueOf;
  const ValueOf rows = of == TableOf::sector ? ValueOf::sector
                       : of == TableOf::unit ? ValueOf::unit
                                             : ValueOf::unit_and_sector;
  std::vector<NotComputed> list;
  for (const core::indicators::IndicatorInfo& info : core::indicators::all_indicators())
    if (const Availability why = period.availability(info.indicator);
        info.of == rows && why != Availability::available)
      list.push_back({info.indicator, why});
  return list;
}

core::Result<ValueTable> indicators_table(const Document& document, std::span<const SectorIndex> sectors,
                                          const IndicatorTableOptions& options, const core::Task& task) {
  return table_of(document, period_indicators_of(document), sectors, options, task);
}

core::Result<std::string> indicators_json(const Document& document, std::span<const SectorIndex> sectors,
                                          const IndicatorTableOptions& options, const core::Task& task) {
  const auto period = period_indicators_of(document);
  const auto table = table_of(document, period, sectors, options, task);
  if (!table) return core::fail(table.error());
  const core::Dataset& data = *document.data->dataset;
  nlohmann::ordered_json json = provenance_json(data);
  if (const core::audit::KnownTotal* national = period->totals().national(period->level()))
    json["employees"] = {
        {"low", national->interval.low},
        {"high", std::isfinite(national->interval.high) ? nlohmann::ordered_json(national->interval.high)
                                                        : nlohmann::ordered_json()},
        {"origin", national->origin == core::audit::TotalOrigin::summed ? "computed" : "reconstructed"}};
  if (data.levels) {
    json["sector_level"] = data.sector_level;
    json["sector_levels"] = data.levels->count();
  }
  json["period"] = period_json(data, document.view.period);
  json["base_period"] =
      period->base_period() ? period_json(data, *period->base_period()) : nlohmann::ordered_json();
  json["sectors"] = nlohmann::ordered_json::array();
  for (const SectorIndex index : sectors) {
    const core::industry::Sector& sector = data.sectors[index];
    json["sectors"].push_back(
        {{"sector_no", sector.code}, {"name_en", sector.name_en}, {"name_vi", sector.name_vi}});
  }
  json["not_computed"] = nlohmann::ordered_json::object();
  for (const NotComputed& one : not_computed(*period, options.of))
    json["not_computed"][column_of(one.indicator)] = availability_text(one.why, Language::en);
  json["notes"] = plant_notes(document, sectors, Language::en);
  json["rows"] = table->json();
  return json_text(json);
}

std::vector<std::string> plant_notes(const Document& document, std::span<const SectorIndex> sectors,
                                     Language language) {
  const core::Dataset& data = *document.data->dataset;
  std::vector<std::string> notes;
  if (data.provenance.completeness != core::Completeness::complete_matrix)
    return notes;  // a list never has them all
  struct Counted {
    std::size_t known = 0, unknown = 0;
    std::string first;
  };
  std::vector<Counted> of_sector(data.sectors.size());
  for (const core::industry::Observation& o : data.observations.rows()) {
    if (o.period != document.view.period || o.counts.employees.state() != core::CellState::value) continue;
    Counted& counted = of_sector[o.sector];
    if (o.counts.enterprises.state() != core::CellState::not_published)
      ++counted.known;
    else if (counted.unknown++ == 0)
      counted.first = data.frame[o.unit].code;
  }
  for (const SectorIndex sector : sectors) {
    const Counted& counted = of_sector[sector];
    if (counted.known == 0 || counted.unknown == 0) continue;
    notes.push_back(Phrase{
        "Ngành {sector}: số đơn vị không công bố số doanh nghiệp là {n} (đầu tiên là {unit}); γ của Ellison-Glaeser và kiểm định theo cơ sở "
        "được cho dưới dạng khoảng, tùy theo số doanh nghiệp có thể có ở đó.",
        "Sector {sector}: units that do not publish their enterprises: {n} (the first is {unit}); Ellison and Glaeser's γ and the plant "
        "tests are given as ranges, by what there may be."}
                        .in(language, {{"{sector}", data.sectors[sector].code},
                                       {"{n}", std::to_string(counted.unknown)},
                                       {"{unit}", counted.first}}));
  }
  return notes;
}

ValueTable indicator_list_table(const Document& document, Language language) {
  const auto period = period_indicators_of(document);
  const core::Provenance& provenance = document.data->dataset->provenance;
  ValueTable table{
      .columns = {"id", "name", "definition", "denominator", "limits", "source", "not_computed"}};
  for (const core::indicators::IndicatorInfo& info : core::indicators::all_indicators())
    table.rows.push_back({column_of(info.indicator), indicator_name(provenance, info.indicator, language),
                          indicator_definition(provenance, info.indicator, language),
                          indicator_denominator(provenance, info.indicator, language),
                          indicator_limits(provenance, info.indicator, language),
                          indicator_source(info.indicator),
                          availability_text(period->availability(info.indicator), language)});
  // Whatever else is written: codes, counts, totals, bounds, grades and cut-offs.
  std::vector<std::string> told;
  for (const core::indicators::IndicatorInfo& info : core::indicators::all_indicators())
    told.push_back(column_of(info.indicator));
  for (const TableOf of : {TableOf::unit_and_sector, TableOf::sector, TableOf::unit})
    for (const std::string& column : columns_of(of)) {
      if (std::ranges::find(told, column) != told.end()) continue;
      told.push_back(column);
      table.rows.push_back({column, std::string(), column_definition(provenance, column, language),
                            std::string(), std::string(), std::string(), std::string()});
    }
  return table;
}

}  // namespace vicinia::workspace::inline tables
