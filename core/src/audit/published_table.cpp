#include "vicinia/core/audit/published_table.h"

#include <algorithm>

#include "vicinia/core/indicators/measure.h"

namespace vicinia::core::audit {
namespace {

using industry::PrintedSum;

std::array<Cell, field_count> values_of(const industry::Counts& counts,
                                        const industry::PrintedRatios& printed) {
  return {counts.enterprises,        counts.smes,
          counts.fdi_enterprises,    counts.employees,
          printed.location_quotient, printed.sector_share_pct,
          printed.district_share_pct};
}

struct Placed {
  std::size_t line;
  PublishedRow row;
};

PublishedRow start_of(const industry::SourceRow& source, const Dataset& dataset,
                      industry::SectorIndex sector) {
  return {.source_line =
              source.source_line.empty() ? std::to_string(source.table_line) : source.source_line.str(),
          .sector = dataset.sectors[sector].code,
          .sector_name = {dataset.sectors[sector].name_vi, dataset.sectors[sector].name_en},
          .group = source.agglomeration.str(),
          .province = source.province.str(),
          .district = source.district.str()};
}

}  // namespace

std::string_view name_of(Field field) {
  static constexpr std::array<std::string_view, field_count> names{
      "enterprises", "smes", "fdi_enterprises", "employees", "lq", "sector_share_pct", "district_share_pct"};
  return names[static_cast<std::size_t>(field)];
}

std::string_view name_of(RowKind kind) {
  static constexpr std::array<std::string_view, 4> names{"district", "group", "total", "unit_total"};
  return names[static_cast<std::size_t>(kind)];
}

PublishedTable published_table(const Dataset& dataset, industry::PeriodIndex period) {
  using indicators::info_of, indicators::Measure;
  std::vector<Placed> placed;
  for (const industry::Observation& o : dataset.observations.rows()) {
    if (o.period != period) continue;
    PublishedRow row = start_of(o.source, dataset, o.sector);
    const admin::Unit& unit = dataset.frame[o.unit];
    row.unit = unit.code;
    row.parent = unit.survey_parent_code.empty() ? unit.parent_code : unit.survey_parent_code;
    row.level = unit.level;
    if (row.district.empty()) row.district = unit.name_vi.empty() ? unit.name_en : unit.name_vi;
    row.values = values_of(o.counts, o.printed);
    placed.push_back({o.source.table_line, std::move(row)});
  }
  for (const PrintedSum& sum : dataset.observations.sums()) {
    if (sum.period != period) continue;
    PublishedRow row = start_of(sum.source, dataset, sum.sector);
    row.kind = sum.kind == PrintedSum::Kind::group ? RowKind::group : RowKind::total;
    row.values = values_of(sum.counts, sum.printed);
    placed.push_back({sum.source.table_line, std::move(row)});
  }
  std::ranges::stable_sort(placed, {}, &Placed::line);
  PublishedTable table{.is_complete = dataset.provenance.completeness == Completeness::complete_matrix,
                       .levels = dataset.frame.levels(),
                       .employees_word = dataset.provenance.employees_word,
                       .enterprises_word = dataset.provenance.enterprises_word};
  for (Placed& p : placed) table.rows.push_back(std::move(p.row));
  table.decimals[static_cast<std::size_t>(Field::location_quotient)] =
      info_of(Measure::location_quotient).decimals;
  table.decimals[static_cast<std::size_t>(Field::sector_share)] = info_of(Measure::sector_share).decimals;
  table.decimals[static_cast<std::size_t>(Field::district_share)] = info_of(Measure::district_share).decimals;
  return table;
}

}  // namespace vicinia::core::audit
