#include <algorithm>
#include <utility>

#include "base/phrase.h"
#include "vicinia/core/indicators/measure.h"
#include "vicinia/workspace/figures/figure_series.h"
#include "vicinia/workspace/tables/province_sheet.h"
#include "vicinia/workspace/words/standing_text.h"
#include "vicinia/workspace/words/texts.h"

namespace vicinia::workspace::inline figures {

using core::admin::UnitIndex;

namespace {

using core::indicators::Measure;

constexpr double table_share = 0.5;  ///< of the page's height

gis::map::FigureTable specialisation_table(const BriefPage& page, Language language) {
  const core::Dataset& data = *page.document.data->dataset;
  gis::map::FigureTable table{
      .most_of_height = table_share,
      .title = in_own_words(
          Phrase{"Các huyện chuyên môn hóa vào ngành nào", "What its districts are specialised in"}.in(
              language),
          data.provenance, language),
      .columns = {{in_own_words(Phrase{"Huyện", "District"}.in(language), data.provenance, language), false},
                  {Phrase{"Ngành", "Sector"}.in(language), false},
                  {"LQ", true},
                  {measure_short_name(data.provenance, Measure::employees, language), true},
                  {Phrase{"Chung quần tụ với tỉnh", "Agglomeration shared with"}.in(language), false}},
      .more = Phrase{"… và {n} dòng khác", "… and {n} more rows"}.in(language)};
  for (const Specialisation& row : province_sheet(*page.sectors, *page.province).specialisations)
    table.rows.push_back({called(data.frame, row.unit, language), name_of(data.sectors[row.sector], language),
                          marked(number_text(row.lq, 1, language), row.lq_doubt),
                          marked(cell_text(row.employees, 0, language), row.employees_doubt),
                          shared_with_text(data.frame, row, language)});
  return table;
}

}  // namespace

core::Result<std::vector<BriefPage>> brief_pages(const Document& document, const Contiguity& contiguity) {
  const core::Dataset& data = *document.data->dataset;
  auto found = all_sectors(document, contiguity);
  if (!found) return core::fail(found.error());
  const auto sectors = std::make_shared<const AllSectors>(*std::move(found));
  std::vector<BriefPage> pages;
  for (const UnitIndex province : data.frame.at_level(core::level_above_finest(data))) {
    const auto rows = province_sheet(*sectors, province).specialisations;
    if (rows.empty() || data.areas[province].empty()) continue;
    BriefPage page{.document = document, .province = province, .sectors = sectors};
    page.document.view.province = province;
    page.document.view.extent.reset();
    page.document.view.variable = core::values::Variable::location_quotient;
    page.document.view.sector = rows.front().sector;
    page.title_vi = called(data.frame, province, Language::vi) + ": chuyên môn hóa công nghiệp" +
                    period_in_title(data, document.view.period, Language::vi);
    page.title_en = called(data.frame, province, Language::en) + ": industrial specialisation" +
                    period_in_title(data, document.view.period, Language::en);
    pages.push_back(std::move(page));
  }
  for (core::industry::SectorIndex sector = 0; sector < data.sectors.size(); ++sector) {
    BriefPage page{.document = document, .sectors = sectors};
    page.document.view.sector = sector;
    page.document.view.province.reset();
    page.document.view.variable = core::values::Variable::location_quotient;
    page.title_vi = name_of(data.sectors[sector], Language::vi) + ": các quần tụ" +
                    period_in_title(data, document.view.period, Language::vi);
    page.title_en = name_of(data.sectors[sector], Language::en) + ": agglomerations" +
                    period_in_title(data, document.view.period, Language::en);
    pages.push_back(std::move(page));
  }
  return pages;
}

core::Result<gis::map::FigureSpec> make_brief_page(const BriefPage& page, const MapSources& sources,
                                                   const Contiguity& contiguity, PageOptions options) {
  const Language language = options.figure.language;
  const core::Dataset& data = *page.document.data->dataset;
  options.figure.title = language == Language::vi ? page.title_vi : page.title_en;
  options.second_language = false;
  options.table = !page.province;
  options.overview = page.province.has_value();
  if (page.province)
    options.figure.subtitle =
        Phrase{"Bản đồ: {sector}, ngành có LQ cao nhất", "Map: {sector}, the sector with the highest LQ"}.in(
            language, {{"{sector}", name_of(data.sectors[page.document.view.sector], language)}});
  auto figure = make_figure_page(page.document, sources, contiguity, options);
  if (!figure) return figure;
  if (!page.province) {
    figure->table.most_of_height = table_share;
    return figure;
  }
  figure->table = specialisation_table(page, language);
  add_mark_footnote(*figure, language);
  return figure;
}

}  // namespace vicinia::workspace::inline figures
