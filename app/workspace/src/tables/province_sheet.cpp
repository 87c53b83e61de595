#include "vicinia/workspace/tables/province_sheet.h"

#include <algorithm>
#include <map>
#include <utility>

#include "base/phrase.h"
#include "vicinia/workspace/document/values.h"
#include "vicinia/workspace/words/standing_text.h"
#include "vicinia/workspace/words/texts.h"

namespace vicinia::workspace::inline tables {
namespace {

using core::indicators::Measure;
using Part = SharedAgglomeration::Part;

core::Result<AllSectors::Sector> sector_of(const Document& document, const Contiguity& contiguity) {
  auto values = sector_values(document);
  if (!values) return core::fail(values.error());
  auto reports = find_agglomerations(*values, contiguity, document.view.agglomerations);
  if (!reports) return core::fail(reports.error());
  AllSectors::Sector sector{.values = *std::move(values), .agglomerations = *std::move(reports)};
  sector.member_of.resize(sector.values.by_unit().size());
  for (std::size_t i = 0; i < sector.agglomerations.size(); ++i)
    for (const auto member : sector.agglomerations[i].found.members) sector.member_of[member] = i;
  return sector;
}

core::values::Doubt doubt_of(const SectorValues& values, core::admin::UnitIndex unit, Measure measure) {
  const core::topology::UnitIndex itself[] = {static_cast<core::topology::UnitIndex>(unit)};
  return doubt_about(values.rests_on(itself), measure);
}

Specialisation specialisation_of(const AllSectors::Sector& sector, core::industry::SectorIndex index,
                                 core::admin::UnitIndex unit, core::admin::UnitIndex province) {
  Specialisation row{.unit = unit,
                     .sector = index,
                     .lq = sector.values.by_unit()[unit].lq.number(),
                     .employees = sector.values.by_unit()[unit].employees,
                     .lq_doubt = doubt_of(sector.values, unit, Measure::location_quotient),
                     .employees_doubt = doubt_of(sector.values, unit, Measure::employees),
                     .agglomeration = sector.member_of[unit]};
  if (row.agglomeration)
    std::ranges::copy_if(sector.agglomerations[*row.agglomeration].provinces,
                         std::back_inserter(row.shared_with),
                         [&](core::admin::UnitIndex other) { return other != province; });
  return row;
}

}  // namespace

SharedAgglomeration shared_agglomeration(const SectorValues& values, const AgglomerationReport& report,
                                         std::size_t number) {
  const core::admin::Frame& frame = values.dataset().frame;
  std::map<core::admin::UnitIndex, std::vector<core::topology::UnitIndex>> members;
  for (const auto member : report.found.members)
    members[frame.parent(member).value_or(member)].push_back(member);
  SharedAgglomeration agglomeration{.sector = values.sector(),
                                    .number = number,
                                    .employees = report.found.sums.employees,
                                    .pooled_lq = report.pooled.lq,
                                    .doubt = core::values::gravest(report.rests_on)};
  for (const auto& [province, units] : members) {
    Part part{.province = province,
              .units = units.size(),
              .employees = core::agglomeration::sums_of(values.by_unit(), units).employees};
    if (part.employees.has_number() && agglomeration.employees.has_number() &&
        agglomeration.employees.number() > 0)
      part.of_employees_pct = 100 * part.employees.number() / agglomeration.employees.number();
    agglomeration.parts.push_back(part);
  }
  std::ranges::stable_sort(agglomeration.parts, std::greater{}, [](const Part& part) {
    return std::pair(part.of_employees_pct.value_or(-1), part.units);
  });
  return agglomeration;
}

core::Result<AllSectors> all_sectors(const Document& document, const Contiguity& contiguity,
                                     const core::Task& task) {
  AllSectors all{.document = document};
  const std::size_t count = document.data->dataset->sectors.size();
  Document of_sector = document;
  of_sector.view.province.reset();
  for (core::industry::SectorIndex sector = 0; sector < count; ++sector) {
    if (task.stop.stop_requested()) return core::fail({.code = core::ErrorCode::cancelled});
    of_sector.view.sector = sector;
    auto one = sector_of(of_sector, contiguity);
    if (!one) return core::fail(one.error());
    all.sectors.push_back(*std::move(one));
  }
  return all;
}

ProvinceSheet province_sheet(const AllSectors& all, core::admin::UnitIndex province) {
  const core::Dataset& data = *all.document.data->dataset;
  std::vector<core::admin::UnitIndex> units = data.frame.within(province, core::finest_level(data));
  if (units.empty()) units = {province};
  const double lq_min = all.document.view.agglomerations.rules.lq_min;
  ProvinceSheet sheet{.province = province};
  for (core::industry::SectorIndex index = 0; index < all.sectors.size(); ++index) {
    const AllSectors::Sector& sector = all.sectors[index];
    for (const core::admin::UnitIndex unit : units)
      if (const core::Cell lq = sector.values.by_unit()[unit].lq; lq.has_number() && lq.number() >= lq_min)
        sheet.specialisations.push_back(specialisation_of(sector, index, unit, province));
    for (std::size_t i = 0; i < sector.agglomerations.size(); ++i) {
      const auto& provinces = sector.agglomerations[i].provinces;
      if (provinces.size() > 1 && std::ranges::binary_search(provinces, province))
        sheet.shared.push_back(shared_agglomeration(sector.values, sector.agglomerations[i], i));
    }
  }
  std::ranges::stable_sort(sheet.specialisations, std::greater{}, &Specialisation::lq);
  std::ranges::stable_sort(sheet.shared, std::greater{}, [](const SharedAgglomeration& one) {
    return one.employees.has_number() ? one.employees.number() : -1;
  });
  return sheet;
}

std::optional<core::admin::UnitIndex> province_looked_at(const Document& document) {
  const core::Dataset& data = *document.data->dataset;
  const auto unit = document.view.selected.current();
  return unit ? data.frame.ancestor(*unit, core::level_above_finest(data)) : document.view.province;
}

std::string shared_with_text(const core::admin::Frame& frame, const Specialisation& row, Language language) {
  std::string names;
  for (const core::admin::UnitIndex province : row.shared_with)
    names += (names.empty() ? "" : ", ") + called(frame, province, language);
  return names.empty() ? "–" : names;
}

std::string parts_text(const core::admin::Frame& frame, const SharedAgglomeration& agglomeration,
                       Language language) {
  std::string text;
  for (const Part& part : agglomeration.parts) {
    text += (text.empty() ? "" : ", ") + called(frame, part.province, language) + " ";
    text += part.of_employees_pct ? number_text(*part.of_employees_pct, 0, language) + " %"
                                  : "(" +
                                        Phrase{"{n} đơn vị", part.units == 1 ? "{n} unit" : "{n} units"}.in(
                                            language, {{"{n}", count_text(part.units, language)}}) +
                                        ")";
  }
  return text;
}

}  // namespace vicinia::workspace::inline tables
