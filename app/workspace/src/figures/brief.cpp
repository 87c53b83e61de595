#include <algorithm>

#include "phrase.h"
#include "vicinia/core/indicators/measure.h"
#include "vicinia/workspace/figures/figure_series.h"

namespace vicinia::workspace {
namespace {

using core::admin::UnitIndex;
using core::indicators::Measure;

constexpr double table_share = 0.5;  ///< of the page's height

/// One district that is specialised in a sector.
struct Specialisation {
  UnitIndex district = 0;
  core::industry::SectorIndex sector = 0;
  double lq = 0;
  core::Cell employees{};
};

core::Result<std::vector<Specialisation>> specialisations(const Document& document, UnitIndex province) {
  const core::Dataset& data = *document.data->dataset;
  std::vector<UnitIndex> units = data.frame.districts_of(province);
  if (units.empty()) units = {province};
  std::vector<Specialisation> found;
  for (core::industry::SectorIndex sector = 0; sector < data.sectors.size(); ++sector) {
    const auto lq = core::indicators::measure_values(data, sector, document.view.period, Measure::location_quotient);
    if (!lq) return core::fail(lq.error());
    const auto employees = core::indicators::measure_values(data, sector, document.view.period, Measure::employees);
    if (!employees) return core::fail(employees.error());
    for (const UnitIndex unit : units)
      if (const core::Cell cell = lq->values[unit]; cell.has_number() && cell.number() >= document.view.agglomerations.rules.lq_min)
        found.push_back({unit, sector, cell.number(), employees->values[unit]});
  }
  std::ranges::stable_sort(found, [](const Specialisation& a, const Specialisation& b) { return a.lq > b.lq; });
  return found;
}

/// The other provinces of the agglomeration that the district is in.
std::string shared_with(const Document& document, const Contiguity& contiguity, const Specialisation& row, UnitIndex province, Language language) {
  Document of_sector = document;
  of_sector.view.sector = row.sector;
  of_sector.view.province.reset();
  const auto reports = find_agglomerations(of_sector, contiguity);
  if (!reports) return {};
  for (const AgglomerationReport& report : *reports) {
    if (std::ranges::find(report.found.members, row.district) == report.found.members.end()) continue;
    std::string others;
    for (const UnitIndex other : report.provinces)
      if (other != province) others += (others.empty() ? "" : ", ") + name_of(document.data->dataset->frame[other], language);
    return others.empty() ? "–" : others;
  }
  return "–";
}

core::Result<gis::map::FigureTable> specialisation_table(const BriefPage& page, const Contiguity& contiguity, Language language) {
  const auto rows = specialisations(page.document, *page.province);
  if (!rows) return core::fail(rows.error());
  const core::Dataset& data = *page.document.data->dataset;
  gis::map::FigureTable table{.most_of_height = table_share,
                              .title = Phrase{"Các huyện chuyên môn hóa vào ngành nào", "What its districts are specialised in"}.in(language),
                              .columns = {{Phrase{"Huyện", "District"}.in(language), false},
                                          {Phrase{"Ngành", "Sector"}.in(language), false},
                                          {"LQ", true},
                                          {Phrase{"Lao động", "Employees"}.in(language), true},
                                          {Phrase{"Chung cụm với tỉnh", "Agglomeration shared with"}.in(language), false}},
                              .more = Phrase{"… và {n} dòng khác", "… and {n} more rows"}.in(language)};
  for (const Specialisation& row : *rows)
    table.rows.push_back({name_of(data.frame[row.district], language), name_of(data.sectors[row.sector], language),
                          number_text(row.lq, 1, language), cell_text(row.employees, 0, language),
                          shared_with(page.document, contiguity, row, *page.province, language)});
  return table;
}

}  // namespace

core::Result<std::vector<BriefPage>> brief_pages(const Document& document) {
  const core::Dataset& data = *document.data->dataset;
  std::vector<BriefPage> pages;
  for (const UnitIndex province : data.frame.at_level(core::admin::Level::province)) {
    const auto rows = specialisations(document, province);
    if (!rows) return core::fail(rows.error());
    if (rows->empty() || data.areas[province].empty()) continue;
    BriefPage page{.document = document, .province = province};
    page.document.view.province = province;
    page.document.view.extent.reset();
    page.document.view.measure = Measure::location_quotient;
    page.document.view.sector = rows->front().sector;
    page.title_vi = name_of(data.frame[province], Language::vi) + ": chuyên môn hóa công nghiệp";
    page.title_en = name_of(data.frame[province], Language::en) + ": industrial specialisation";
    pages.push_back(std::move(page));
  }
  for (core::industry::SectorIndex sector = 0; sector < data.sectors.size(); ++sector) {
    BriefPage page{.document = document};
    page.document.view.sector = sector;
    page.document.view.province.reset();
    page.document.view.measure = Measure::location_quotient;
    page.title_vi = name_of(data.sectors[sector], Language::vi) + ": các cụm";
    page.title_en = name_of(data.sectors[sector], Language::en) + ": agglomerations";
    pages.push_back(std::move(page));
  }
  return pages;
}

core::Result<gis::map::FigureSpec> make_brief_page(const BriefPage& page, const MapSources& sources, const Contiguity& contiguity,
                                                   PageOptions options) {
  const Language language = options.figure.language;
  const core::Dataset& data = *page.document.data->dataset;
  options.figure.title = language == Language::vi ? page.title_vi : page.title_en;
  options.second_language = false;
  options.table = !page.province;
  options.overview = page.province.has_value();
  if (page.province)
    options.figure.subtitle = Phrase{"Bản đồ: {sector}, ngành có LQ cao nhất", "Map: {sector}, the sector with the highest LQ"}.in(
        language, {{"{sector}", name_of(data.sectors[page.document.view.sector], language)}});
  auto figure = make_figure_page(page.document, sources, contiguity, options);
  if (!figure) return figure;
  if (!page.province) {
    figure->table.most_of_height = table_share;
    return figure;
  }
  auto table = specialisation_table(page, contiguity, language);
  if (!table) return core::fail(table.error());
  figure->table = *std::move(table);
  return figure;
}

}  // namespace vicinia::workspace
