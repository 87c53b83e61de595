#include "web/page_agglomerations.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "vicinia/core/topology/border_match.h"
#include "vicinia/core/values/value.h"
#include "vicinia/workspace/figures/figure_outlines.h"
#include "vicinia/workspace/maps/agglomeration_outlines.h"
#include "vicinia/workspace/maps/outline_drawing.h"
#include "vicinia/workspace/words/border_match_text.h"
#include "vicinia/workspace/words/standing_text.h"
#include "vicinia/workspace/words/tolerance_text.h"
#include "web/both_languages.h"
#include "web/packed.h"

namespace vicinia::workspace::inline web {
namespace {

std::string packed_arcs(const std::vector<core::topology::ArcRef>& arcs) {
  std::vector<std::uint32_t> numbers;
  for (const core::topology::ArcRef arc : arcs) numbers.push_back(arc.arc);
  std::ranges::sort(numbers);
  return packed_ascending(numbers);
}

std::string packed_units(const std::vector<core::topology::UnitIndex>& members, const PageUnits& units) {
  std::vector<std::size_t> positions;
  for (const auto unit : members)
    if (const auto position = units.position[unit]) positions.push_back(*position);
  return packed_ascending(positions);
}

Json agglomeration_json(const core::Dataset& data, const AgglomerationReport& report,
                        const core::topology::OutlineLines& lines, const PageUnits& units) {
  constexpr int lq_decimals = 2, share_decimals = 1;
  const auto pooled = [](const std::optional<core::stats::Interval>& value, int decimals) {
    return number_in_both([&](Language language) { return interval_text(value, decimals, language); });
  };
  Json json{{"members", packed_units(report.found.members, units)},
            {"provinces", in_both([&](Language language) {
               std::string text;
               for (const auto province : report.provinces)
                 text += (text.empty() ? "" : ", ") + called(data.frame, province, language);
               return text;
             })},
            {"employees", number_in_both([&](Language language) {
               return cell_text(report.found.sums.employees, 0, language);
             })},
            {"lq", pooled(report.pooled.lq, lq_decimals)},
            {"share", pooled(report.pooled.sector_share_pct, share_decimals)},
            {"border", packed_arcs(lines.border)}};
  if (report.provinces.size() > 1) {
    json["crosses"] = true;
    json["crossings"] = packed_arcs(lines.crossings);
  }
  if (!report.rests_on.empty()) {
    json["doubt"] = core::values::gravest(report.rests_on) == core::values::Doubt::contradicted ? 2 : 1;
    json["rests_on"] =
        in_both([&](Language language) { return rests_on_text(data, report.rests_on, language); });
  }
  return json;
}

}  // namespace

core::Result<Json> page_agglomerations(const Document& document, const Contiguity& contiguity,
                                       const PageUnits& units, const core::Task& task) {
  const core::Dataset& data = *document.data->dataset;
  const double tolerance_m = contiguity.tolerance_of(document.view.agglomerations);
  const bool any_matched = !all_shared_exactly(contiguity.match(), tolerance_m);
  Json sectors = Json::array();
  for (core::industry::SectorIndex sector = 0; sector < data.sectors.size(); ++sector) {
    if (task.stop.stop_requested()) return core::fail({.code = core::ErrorCode::cancelled});
    Document of_sector = document;
    of_sector.view.sector = sector;
    const auto reports = find_agglomerations(of_sector, contiguity);
    if (!reports) return core::fail(reports.error());
    const auto lines = agglomeration_lines(data, contiguity, *reports);
    Json list = Json::array();
    for (const std::size_t i : drawn_agglomerations(*reports, document.view.province))
      list.push_back(agglomeration_json(data, (*reports)[i], lines[i], units));
    Json json{{"list", std::move(list)}};
    if (!depending_on_tolerance(*reports).empty())
      json["note"] = in_both([&](Language language) { return tolerance_note(*reports, language); });
    sectors.push_back(std::move(json));
  }
  return Json{{"note", in_both([&](Language language) {
                 std::string text =
                     rules_text(document.view.agglomerations, language,
                                any_matched ? std::optional(tolerance_m) : std::nullopt, data.provenance);
                 if (any_matched) text += ". " + border_match_text(contiguity.match(), tolerance_m, language);
                 return text;
               })},
              {"sectors", std::move(sectors)}};
}

}  // namespace vicinia::workspace::inline web
