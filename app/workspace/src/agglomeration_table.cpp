#include "json_values.h"
#include "vicinia/workspace/agglomerations.h"
#include "vicinia/workspace/csv.h"
#include "vicinia/workspace/indicators/standing_text.h"
#include "vicinia/workspace/json_text.h"

namespace vicinia::workspace {
namespace {

using core::stats::Interval;
using nlohmann::ordered_json;

ordered_json interval(const std::optional<Interval>& value) {
  if (!value) return nullptr;
  return {{"value", value->middle()}, {"low", value->low}, {"high", value->high}};
}

std::string csv_interval(const std::optional<Interval>& value) {
  return value ? csv_field(value->middle()) + "," + csv_field(value->low) + "," + csv_field(value->high)
               : ",,";
}

std::string codes(const core::admin::Frame& frame, const auto& units) {
  std::string text;
  for (const auto unit : units) text += (text.empty() ? "" : " ") + frame[unit].code;
  return text;
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

}  // namespace

core::Result<std::string> agglomerations_csv(const Document& document,
                                             const std::vector<AgglomerationReport>& reports) {
  const core::Dataset& data = *document.data->dataset;
  std::string csv =
      "id,sector_no,members,carried,provinces,crosses_provinces,employees,enterprises,smes,fdi_firms,lq,lq_low,lq_high,"
      "sector_share_pct,sector_share_pct_low,sector_share_pct_high,district_share_pct,district_share_pct_low,"
      "district_share_pct_high,tolerance_m,depends_on_tolerance,period,contradicted_figures,rests_on,in_as_printed,may_join\n";
  for (std::size_t i = 0; i < reports.size(); ++i) {
    const AgglomerationReport& r = reports[i];
    csv += std::to_string(i + 1) + "," + csv_field(data.sectors[document.view.sector].code) + "," +
           csv_field(codes(data.frame, r.found.members)) + "," +
           csv_field(codes(data.frame, r.found.carried)) + "," + csv_field(codes(data.frame, r.provinces)) +
           "," + (r.provinces.size() > 1 ? "true" : "false") + "," + csv_field(r.found.sums.employees) + "," +
           csv_field(r.found.sums.enterprises) + "," + csv_field(r.found.sums.smes) + "," +
           csv_field(r.found.sums.fdi_enterprises) + "," + csv_interval(r.pooled.lq) + "," +
           csv_interval(r.pooled.sector_share_pct) + "," + csv_interval(r.pooled.district_share_pct) + "," +
           csv_field(r.tolerance_m) + "," + (r.depends_on_tolerance() ? "true" : "false") + "," +
           csv_field(data.periods[document.view.period]) + "," +
           std::string(core::values::id_of(document.view.treatment)) + "," +
           csv_field(joined(rests_on_ids(data, r.rests_on))) + "," +
           csv_field(codes(data.frame, r.membership.as_printed)) + "," +
           csv_field(codes(data.frame, r.membership.may_join)) + "\n";
  }
  return csv;
}

core::Result<std::string> agglomerations_json(const Document& document,
                                              const std::vector<AgglomerationReport>& reports) {
  const core::Dataset& data = *document.data->dataset;
  ordered_json json = ordered_json::array();
  for (std::size_t i = 0; i < reports.size(); ++i) {
    const AgglomerationReport& r = reports[i];
    json.push_back({{"id", i + 1},
                    {"sector_no", data.sectors[document.view.sector].code},
                    {"period", data.periods[document.view.period]},
                    {"members", json_of_units(data.frame, r.found.members)},
                    {"carried", json_of_units(data.frame, r.found.carried)},
                    {"provinces", json_of_units(data.frame, r.provinces)},
                    {"crosses_provinces", r.provinces.size() > 1},
                    {"employees", json_of(r.found.sums.employees)},
                    {"enterprises", json_of(r.found.sums.enterprises)},
                    {"smes", json_of(r.found.sums.smes)},
                    {"fdi_firms", json_of(r.found.sums.fdi_enterprises)},
                    {"lq", interval(r.pooled.lq)},
                    {"sector_share_pct", interval(r.pooled.sector_share_pct)},
                    {"district_share_pct", interval(r.pooled.district_share_pct)},
                    {"tolerance_m", r.tolerance_m},
                    {"depends_on_tolerance", r.depends_on_tolerance()},
                    {"without_tolerance_leave", json_of_units(data.frame, r.tolerance.leaving)},
                    {"with_more_tolerance_join", json_of_units(data.frame, r.tolerance.joining)},
                    {"contradicted_figures", core::values::id_of(document.view.treatment)},
                    {"rests_on", rests_on_ids(data, r.rests_on)},
                    {"in_as_printed", json_of_units(data.frame, r.membership.as_printed)},
                    {"may_join", json_of_units(data.frame, r.membership.may_join)},
                    {"joins_at_m", r.tolerance.joining.empty() ? ordered_json(nullptr)
                                                               : ordered_json(r.tolerance.joins_at_m)}});
  }
  return json_text(json);
}

}  // namespace vicinia::workspace
