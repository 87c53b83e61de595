#include "vicinia/workspace/tables/agglomeration_table.h"
#include "base/json_values.h"
#include "vicinia/workspace/base/json_text.h"
#include "vicinia/workspace/base/value_table.h"
#include "vicinia/workspace/document/agglomerations.h"
#include "vicinia/workspace/words/standing_text.h"

namespace vicinia::workspace::inline tables {
namespace {

using core::stats::Interval;
using nlohmann::ordered_json;

ordered_json interval(const std::optional<Interval>& value) {
  if (!value) return nullptr;
  return {{"value", value->middle()}, {"low", value->low}, {"high", value->high}};
}

/// Middle, low and high.
void append_interval(TableRow& row, const std::optional<Interval>& value) {
  append(row, value ? TableRow{core::Cell::of(value->middle()), core::Cell::of(value->low),
                               core::Cell::of(value->high)}
                    : TableRow(3, core::Cell::not_published()));
}

Names codes(const core::admin::Frame& frame, const auto& units) {
  std::vector<std::string> list;
  for (const auto unit : units) list.push_back(frame[unit].code);
  return list;
}

}  // namespace

core::Result<ValueTable> agglomerations_table(const Document& document,
                                              const std::vector<AgglomerationReport>& reports) {
  const core::Dataset& data = *document.data->dataset;
  ValueTable table{.columns = {"id",
                               "sector_no",
                               "members",
                               "carried",
                               "provinces",
                               "crosses_provinces",
                               "employees",
                               "enterprises",
                               "smes",
                               "fdi_enterprises",
                               "lq",
                               "lq_low",
                               "lq_high",
                               "sector_share_pct",
                               "sector_share_pct_low",
                               "sector_share_pct_high",
                               "district_share_pct",
                               "district_share_pct_low",
                               "district_share_pct_high",
                               "tolerance_m",
                               "depends_on_tolerance",
                               "period",
                               "contradicted_figures",
                               "rests_on",
                               "in_as_printed",
                               "may_join"}};
  for (std::size_t i = 0; i < reports.size(); ++i) {
    const AgglomerationReport& r = reports[i];
    TableRow row{core::Cell::of(static_cast<double>(i + 1)),
                 data.sectors[document.view.sector].code,
                 codes(data.frame, r.found.members),
                 codes(data.frame, r.found.carried),
                 codes(data.frame, r.provinces),
                 Truth(r.provinces.size() > 1),
                 r.found.sums.employees,
                 r.found.sums.enterprises,
                 r.found.sums.smes,
                 r.found.sums.fdi_enterprises};
    append_interval(row, r.pooled.lq);
    append_interval(row, r.pooled.sector_share_pct);
    append_interval(row, r.pooled.district_share_pct);
    append(row,
           {number_or_missing(r.tolerance_m), Truth(r.depends_on_tolerance()),
            data.periods[document.view.period], std::string(core::values::id_of(document.view.treatment)),
            Names(rests_on_ids(data, r.rests_on)), codes(data.frame, r.membership.as_printed),
            codes(data.frame, r.membership.may_join)});
    table.rows.push_back(std::move(row));
  }
  return table;
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
                    {"fdi_enterprises", json_of(r.found.sums.fdi_enterprises)},
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

}  // namespace vicinia::workspace::inline tables
