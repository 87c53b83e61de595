// Whatever levels a data set has, it opens, is mapped, listed, audited, searched for agglomerations and written.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <set>

#include "fixture.h"
#include "support/levelled_country.h"
#include "vicinia/workspace/base/value_table.h"
#include "vicinia/workspace/document/agglomerations.h"
#include "vicinia/workspace/document/audited_list.h"
#include "vicinia/workspace/document/find.h"
#include "vicinia/workspace/document/view_file.h"
#include "vicinia/workspace/figures/figure_page.h"
#include "vicinia/workspace/maps/agglomeration_outlines.h"
#include "vicinia/workspace/maps/map_builder.h"
#include "vicinia/workspace/tables/indicator_table.h"
#include "vicinia/workspace/tables/variable_table.h"
#include "vicinia/workspace/words/variable_texts.h"

namespace vicinia::workspace {
namespace {

test::LevelledCountry some_country() {
  static const std::vector<std::string> ids{"region", "province", "commune", "to-dan-pho"};
  const auto count = *rc::gen::inRange<std::size_t>(1, 5);
  return {.levels = {ids.end() - static_cast<std::ptrdiff_t>(count), ids.end()},
          .coarsest = *rc::gen::inRange<std::size_t>(1, 4),
          .made_of_parts = *rc::gen::arbitrary<bool>(),
          .all_levels_have_values = *rc::gen::arbitrary<bool>()};
}

struct Opened {
  TemporaryFolder folder{};
  std::shared_ptr<const OpenDataset> data{};
};

std::unique_ptr<Opened> open(const test::LevelledCountry& country) {
  auto made = std::make_unique<Opened>();
  test::write_country(made->folder.path(), country);
  auto data = load(made->folder.path());
  if (!data) throw std::runtime_error(error_text(data.error(), Language::en));
  made->data = *data;
  return made;
}

RC_GTEST_PROP(DatasetOfAnyLevels, IsMappedListedAndAuditedAtItsFinest, ()) {
  const test::LevelledCountry country = some_country();
  const auto opened = open(country);
  const core::Dataset& data = *opened->data->dataset;
  const auto finest = data.frame.levels().finest();
  RC_ASSERT(data.frame.levels().size() == country.levels.size());
  RC_ASSERT(core::finest_level(data) == finest);
  for (const auto& area : data.areas) RC_ASSERT(!area.empty());

  const Document document{opened->data, {}};
  const auto map = make_choropleth(document);
  RC_ASSERT(map.has_value());
  RC_ASSERT(map->units == data.frame.at_level(finest));
  const auto sources = write_sources(data, opened->folder.path());
  RC_ASSERT(sources.has_value());
  const auto spec = make_map_spec(document, *map, *sources, {400, 300, 96}, Language::vi);
  std::set<std::string> lines;
  for (const auto& layer : spec.layers)
    if (const auto* outline = std::get_if<gis::map::OutlineLayer>(&layer)) lines.insert(outline->source);
  lines.erase(sources->surroundings.source.id);
  RC_ASSERT(lines.size() == std::max<std::size_t>(country.levels.size() - 1, 1));

  const auto csv = values_table(document).map(&ValueTable::csv);
  RC_ASSERT(csv.has_value());
  for (const auto unit : map->units) RC_ASSERT(csv->find(data.frame[unit].code + ",") != std::string::npos);
  for (const auto& audit : opened->data->audits)
    if (audit) RC_ASSERT(audit->count(core::audit::Verdict::contradicted) == 0U);
}

RC_GTEST_PROP(DatasetOfAnyLevels, ShowsThePartsOfAnyUnitThatHasSomeAndOnlyThose, ()) {
  const auto opened = open(some_country());
  const core::Dataset& data = *opened->data->dataset;
  Workspace workspace(opened->data);
  for (core::admin::UnitIndex unit = 0; unit < data.frame.size(); ++unit) {
    const bool is_whole = data.frame.is_chosen_as_whole(unit);
    RC_ASSERT(workspace.apply(commands::set_province(unit)).has_value() == is_whole);
    if (!is_whole) continue;
    const auto map = make_choropleth(workspace.document());
    RC_ASSERT(map.has_value());
    for (const auto shown : map->units) RC_ASSERT(data.frame.ancestor(shown, data.frame[unit].level) == unit);
    // A view of it opens again.
    const auto text = view_text(workspace.document());
    const auto view = view_on(StoredView{.json = text}, data);
    RC_ASSERT(view.has_value());
    RC_ASSERT(view->province == unit);
  }
}

RC_GTEST_PROP(DatasetOfAnyLevels, HasAgglomerationsOfItsFinestUnitsThatAreWritten, ()) {
  const auto opened = open(some_country());
  const core::Dataset& data = *opened->data->dataset;
  const Document document{opened->data, {}};
  const auto contiguity = Contiguity::build(data);
  RC_ASSERT(contiguity.has_value());
  RC_ASSERT(contiguity->units() == data.frame.at_level(data.frame.levels().finest()));
  const auto reports = find_agglomerations(document, *contiguity);
  RC_ASSERT(reports.has_value());
  // The quotient rises from west to east: those above 1 are one piece, or all where all are alike.
  RC_ASSERT(reports->size() == 1U);
  for (const auto member : reports->front().found.members)
    RC_ASSERT(data.frame[member].level == data.frame.levels().finest());
  RC_ASSERT(agglomeration_features(document, *contiguity, *reports, Language::vi).has_value());
  const auto sources = write_sources(data, opened->folder.path());
  RC_ASSERT(make_figure_page(document, *sources, *contiguity, {.table = true}).has_value());
}

TEST(DatasetOfAnyLevels, CallsItsUnitsByTheirOwnNames) {
  const auto opened = open({.levels = {"province", "commune"}});
  const Document document{opened->data, {}};
  const core::Provenance& provenance = document.data->dataset->provenance;
  EXPECT_EQ(variable_name(provenance, core::values::Variable::district_share, Language::vi),
            "Tỷ trọng trong xã (%)");
  EXPECT_EQ(in_unit_words("Each district, and Districts; the Local district (Sforzi-ISTAT)", provenance,
                          Language::en),
            "Each commune, and Communes; the Local district (Sforzi-ISTAT)");
  EXPECT_EQ(in_unit_words("Huyện này và các huyện", provenance, Language::vi), "Xã này và các xã");
  EXPECT_EQ(in_unit_words("Huyện", mini()->dataset->provenance, Language::vi), "Huyện");
}

TEST(DatasetOfAnyLevels, FindsCommunesAsWardsAndCommunes) {
  const auto opened = open({.levels = {"province", "commune"}});
  EXPECT_TRUE(find_unit(*opened->data->dataset, "Phường Đơn vị c10"));
  EXPECT_TRUE(find_province(*opened->data->dataset, "Đơn vị p01"));
  EXPECT_FALSE(find_province(*opened->data->dataset, "Đơn vị c10"));
}

TEST(FreeFixtureOfThreeLevels, OpensWithRegionsPutTogetherFromTheirProvinces) {
  const auto data = opened(std::filesystem::path(VICINIA_TEST_DATA_DIR) / "three-levels");
  const core::Dataset& set = *data->dataset;
  EXPECT_EQ(set.frame.at_level({0}).size(), 2u);
  EXPECT_EQ(set.frame.at_level({1}).size(), 4u);
  EXPECT_EQ(set.frame.at_level({2}).size(), 8u);
  EXPECT_EQ(set.frame.within(0, {2}).size(), 4u);
  for (const auto& area : set.areas) EXPECT_FALSE(area.empty());
}

}  // namespace
}  // namespace vicinia::workspace
