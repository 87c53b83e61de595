#include "vicinia/workspace/indicator_table.h"

#include <optional>
#include <string_view>
#include <variant>
#include <vector>

#include "json_values.h"
#include "vicinia/workspace/audit/audited_list.h"
#include "vicinia/workspace/csv.h"
#include "vicinia/workspace/unit_report.h"

namespace vicinia::workspace {
namespace {

using core::Cell;
using core::indicators::Measure;

/// Names of columns; none where it is not known.
using Names = std::optional<std::vector<std::string>>;

/// A field of the table: text, a number that may be missing, or names.
struct Field {
  std::string_view name;
  std::variant<std::string, Cell, Names> value;
};
using Row = std::vector<Field>;

Names contradicted_columns(const Document& document, const core::industry::Observation& observation,
                           const std::vector<core::indicators::MeasureValues>& by_measure) {
  const AuditedList* list = audited_list(document);
  if (list == nullptr) return std::nullopt;
  std::vector<std::string> names;
  for (std::size_t f = 0; f < core::audit::figure_count; ++f) {
    const auto figure = static_cast<core::audit::Figure>(f);
    const Measure measure = measure_of(figure);
    const auto origin = by_measure[static_cast<std::size_t>(measure)].origins[observation.unit];
    if (origin == core::indicators::Origin::printed && list->contradiction(observation.unit, observation.sector, measure))
      names.emplace_back(core::audit::name_of(figure));
  }
  return names;
}

Row make_row(const Document& document, const core::industry::Observation& observation,
             const std::vector<core::indicators::MeasureValues>& by_measure) {
  const core::Dataset& data = *document.data->dataset;
  const core::industry::Sector& sector = data.sectors[observation.sector];
  const core::admin::Unit& unit = data.frame[observation.unit];
  const auto parent = data.frame.parent(observation.unit);
  static const core::admin::Unit nowhere{};
  const core::admin::Unit& province = unit.level == core::admin::Level::province ? unit
                                      : parent                                    ? data.frame[*parent]
                                                                                  : nowhere;
  const auto value = [&](Measure m) { return by_measure[static_cast<std::size_t>(m)].values[observation.unit]; };
  const auto origin = by_measure[static_cast<std::size_t>(Measure::location_quotient)].origins[observation.unit];
  static constexpr const char* origin_ids[] = {"", "printed", "computed"};
  return {{"sector_no", sector.code},
          {"sector", sector.name_en},
          {"unit_code", unit.code},
          {"unit_vi", name_of(unit, Language::vi)},
          {"unit_en", name_of(unit, Language::en)},
          {"province_code", province.code},
          {"province_vi", name_of(province, Language::vi)},
          {"province_en", name_of(province, Language::en)},
          {"period", data.periods[observation.period]},
          {"enterprises", value(Measure::enterprises)},
          {"smes", value(Measure::smes)},
          {"fdi_firms", value(Measure::fdi_enterprises)},
          {"employees", value(Measure::employees)},
          {"lq", value(Measure::location_quotient)},
          {"lq_origin", std::string(origin_ids[static_cast<std::size_t>(origin)])},
          {"sector_share_pct", value(Measure::sector_share)},
          {"district_share_pct", value(Measure::district_share)},
          {"source_line", observation.source.source_line.str()},
          {"contradicted", contradicted_columns(document, observation, by_measure)}};
}

std::vector<bool> wanted_units(const Document& document) {
  const core::admin::Frame& frame = document.data->dataset->frame;
  const auto province = document.view.province;
  std::vector<bool> is_wanted(frame.size(), !province);
  if (province) {
    is_wanted[*province] = true;
    for (const core::admin::UnitIndex unit : frame.districts_of(*province)) is_wanted[unit] = true;
  }
  return is_wanted;
}

core::Result<std::vector<Row>> make_rows(const Document& document, std::span<const core::industry::SectorIndex> sectors) {
  const core::Dataset& data = *document.data->dataset;
  const std::vector<bool> is_wanted = wanted_units(document);
  std::vector<Row> rows;
  for (const core::industry::SectorIndex sector : sectors) {
    std::vector<core::indicators::MeasureValues> by_measure;
    for (const core::indicators::MeasureInfo& info : core::indicators::all_measures()) {
      auto values = core::indicators::measure_values(data, sector, document.view.period, info.measure);
      if (!values) return core::fail(values.error());
      by_measure.push_back(std::move(*values));
    }
    for (const core::industry::Observation& o : data.observations.rows())
      if (o.sector == sector && o.period == document.view.period && is_wanted[o.unit])
        rows.push_back(make_row(document, o, by_measure));
  }
  return rows;
}

std::string csv_text(const Field& field) {
  if (const auto* names = std::get_if<Names>(&field.value)) {
    std::string text;
    if (*names)
      for (const std::string& name : **names) text += (text.empty() ? "" : " ") + name;
    return csv_field(text);
  }
  if (const auto* text = std::get_if<std::string>(&field.value)) return csv_field(*text);
  return csv_field(std::get<Cell>(field.value));
}

nlohmann::ordered_json json_value(const Field& field) {
  if (const auto* text = std::get_if<std::string>(&field.value)) return *text;
  if (const auto* names = std::get_if<Names>(&field.value))
    return *names ? nlohmann::ordered_json(**names) : nlohmann::ordered_json(nullptr);
  return json_of(std::get<Cell>(field.value));
}

std::string_view id_of(core::Denominator denominator) {
  switch (denominator) {
    case core::Denominator::all_employment: return "all_employment";
    case core::Denominator::manufacturing: return "manufacturing";
    case core::Denominator::stated_in_source: break;
  }
  return "stated_in_source";
}

}  // namespace

core::Result<std::string> indicators_csv(const Document& document,
                                         std::span<const core::industry::SectorIndex> sectors) {
  auto rows = make_rows(document, sectors);
  if (!rows) return core::fail(rows.error());
  std::string csv =
      "sector_no,sector,unit_code,unit_vi,unit_en,province_code,province_vi,province_en,period,enterprises,smes,"
      "fdi_firms,employees,lq,lq_origin,sector_share_pct,district_share_pct,source_line,contradicted\n";
  for (const Row& row : *rows) {
    for (std::size_t i = 0; i < row.size(); ++i) csv += (i == 0 ? "" : ",") + csv_text(row[i]);
    csv += '\n';
  }
  return csv;
}

core::Result<std::string> indicators_json(const Document& document,
                                          std::span<const core::industry::SectorIndex> sectors) {
  auto rows = make_rows(document, sectors);
  if (!rows) return core::fail(rows.error());
  const core::Dataset& data = *document.data->dataset;
  const core::Provenance& p = data.provenance;
  nlohmann::ordered_json json;
  json["source"] = pick(p.source, Language::en);
  json["survey"] = pick(p.survey, Language::en);
  json["survey_vintage"] = p.survey_vintage;
  json["boundary_vintage"] = p.boundary_vintage;
  json["boundary_note"] = pick(p.boundary_note, Language::en);
  json["denominator"] = id_of(p.denominator);
  json["completeness"] = p.completeness == core::Completeness::complete_matrix ? "complete_matrix" : "published_list";
  json["data_sha256"] = data.content_hash;
  json["sectors"] = nlohmann::ordered_json::array();
  for (const core::industry::SectorIndex index : sectors) {
    const core::industry::Sector& sector = data.sectors[index];
    json["sectors"].push_back({{"sector_no", sector.code}, {"name_en", sector.name_en}, {"name_vi", sector.name_vi}});
  }
  json["rows"] = nlohmann::ordered_json::array();
  for (const Row& row : *rows) {
    nlohmann::ordered_json object;
    for (const Field& field : row) object[std::string(field.name)] = json_value(field);
    json["rows"].push_back(std::move(object));
  }
  return json.dump(2) + "\n";
}

}  // namespace vicinia::workspace
