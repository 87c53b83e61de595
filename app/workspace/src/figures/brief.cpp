#include <algorithm>
#include <utility>

#include "base/phrase.h"
#include "vicinia/core/indicators/measure.h"
#include "vicinia/workspace/document/values.h"
#include "vicinia/workspace/figures/figure_series.h"
#include "vicinia/workspace/words/standing_text.h"
#include "vicinia/workspace/words/texts.h"

namespace vicinia::workspace::inline figures {

using core::admin::UnitIndex;

struct BriefFacts {
  struct Sector {
    std::vector<core::Cell> lq{}, employees{};                         ///< [unit]
    std::vector<core::values::Doubt> lq_doubts{}, employees_doubts{};  ///< [unit]
    std::vector<std::vector<UnitIndex>> provinces{};                   ///< of each agglomeration
    std::vector<std::optional<std::size_t>> member_of{};               ///< [unit] → position in `provinces`
  };
  std::vector<Sector> sectors{};
};

namespace {

using core::indicators::Measure;

constexpr double table_share = 0.5;  ///< of the page's height

core::Result<BriefFacts::Sector> facts_of_sector(const Document& document, const Contiguity& contiguity) {
  BriefFacts::Sector facts;
  for (const auto& [measure, cells] :
       {std::pair{Measure::location_quotient, &facts.lq}, std::pair{Measure::employees, &facts.employees}}) {
    const auto values = core::values::values_of(evidence_of(document), document.view.sector, measure);
    if (!values) return core::fail(values.error());
    auto& doubts = measure == Measure::employees ? facts.employees_doubts : facts.lq_doubts;
    for (const core::values::Value& value : *values) {
      cells->push_back(value.value);
      doubts.push_back(value.doubt());
    }
  }
  const auto reports = find_agglomerations(document, contiguity);
  if (!reports) return core::fail(reports.error());
  facts.member_of.resize(facts.lq.size());
  for (const AgglomerationReport& report : *reports) {
    for (const UnitIndex member : report.found.members) facts.member_of[member] = facts.provinces.size();
    facts.provinces.push_back(report.provinces);
  }
  return facts;
}

core::Result<std::shared_ptr<const BriefFacts>> facts_of(const Document& document,
                                                         const Contiguity& contiguity) {
  auto facts = std::make_shared<BriefFacts>();
  Document of_sector = document;
  of_sector.view.province.reset();
  for (core::industry::SectorIndex sector = 0; sector < document.data->dataset->sectors.size(); ++sector) {
    of_sector.view.sector = sector;
    auto one = facts_of_sector(of_sector, contiguity);
    if (!one) return core::fail(one.error());
    facts->sectors.push_back(*std::move(one));
  }
  return facts;
}

/// One district that is specialised in a sector.
struct Specialisation {
  UnitIndex district = 0;
  core::industry::SectorIndex sector = 0;
  double lq = 0;
};

/// Highest quotient first.
std::vector<Specialisation> specialisations(const Document& document, const BriefFacts& facts,
                                            UnitIndex province) {
  const core::Dataset& data = *document.data->dataset;
  std::vector<UnitIndex> units = data.frame.within(province, core::finest_level(data));
  if (units.empty()) units = {province};
  std::vector<Specialisation> found;
  for (core::industry::SectorIndex sector = 0; sector < facts.sectors.size(); ++sector)
    for (const UnitIndex unit : units)
      if (const core::Cell cell = facts.sectors[sector].lq[unit];
          cell.has_number() && cell.number() >= document.view.agglomerations.rules.lq_min)
        found.push_back({unit, sector, cell.number()});
  std::ranges::stable_sort(found,
                           [](const Specialisation& a, const Specialisation& b) { return a.lq > b.lq; });
  return found;
}

/// The other provinces of the agglomeration that the district is in.
std::string shared_with(const core::admin::Frame& frame, const BriefFacts::Sector& facts, UnitIndex district,
                        UnitIndex province, Language language) {
  std::string others;
  if (const auto agglomeration = facts.member_of[district])
    for (const UnitIndex other : facts.provinces[*agglomeration])
      if (other != province) others += (others.empty() ? "" : ", ") + name_of(frame[other], language);
  return others.empty() ? "–" : others;
}

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
  for (const Specialisation& row : specialisations(page.document, *page.facts, *page.province)) {
    const BriefFacts::Sector& facts = page.facts->sectors[row.sector];
    table.rows.push_back(
        {name_of(data.frame[row.district], language), name_of(data.sectors[row.sector], language),
         marked(number_text(row.lq, 1, language), facts.lq_doubts[row.district]),
         marked(cell_text(facts.employees[row.district], 0, language), facts.employees_doubts[row.district]),
         shared_with(data.frame, facts, row.district, *page.province, language)});
  }
  return table;
}

}  // namespace

core::Result<std::vector<BriefPage>> brief_pages(const Document& document, const Contiguity& contiguity) {
  const core::Dataset& data = *document.data->dataset;
  const auto facts = facts_of(document, contiguity);
  if (!facts) return core::fail(facts.error());
  std::vector<BriefPage> pages;
  for (const UnitIndex province : data.frame.at_level(core::level_above_finest(data))) {
    const auto rows = specialisations(document, **facts, province);
    if (rows.empty() || data.areas[province].empty()) continue;
    BriefPage page{.document = document, .province = province, .facts = *facts};
    page.document.view.province = province;
    page.document.view.extent.reset();
    page.document.view.variable = core::values::Variable::location_quotient;
    page.document.view.sector = rows.front().sector;
    page.title_vi = name_of(data.frame[province], Language::vi) + ": chuyên môn hóa công nghiệp" +
                    period_in_title(data, document.view.period, Language::vi);
    page.title_en = name_of(data.frame[province], Language::en) + ": industrial specialisation" +
                    period_in_title(data, document.view.period, Language::en);
    pages.push_back(std::move(page));
  }
  for (core::industry::SectorIndex sector = 0; sector < data.sectors.size(); ++sector) {
    BriefPage page{.document = document, .facts = *facts};
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
