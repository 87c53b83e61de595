#include "vicinia/workspace/maps/choropleth.h"

#include <algorithm>
#include <fstream>

#include "fixture.h"
#include "vicinia/workspace/document/find.h"

namespace vicinia::workspace {
namespace {

using core::indicators::Measure;

const LegendRow* row_of(const Choropleth& map, LegendRow::Kind kind) {
  const auto at = std::ranges::find(map.legend, kind, &LegendRow::kind);
  return at == map.legend.end() ? nullptr : &*at;
}

TEST(Choropleth, EveryColouredUnitIsCountedOnceInTheLegend) {
  const auto data = vietnam_2007();
  for (std::size_t sector = 0; sector < data->dataset->sectors.size(); ++sector)
    for (std::size_t m = 0; m < core::indicators::measure_count; ++m) {
      Document document{data, {.sector = sector, .variable = static_cast<core::values::Variable>(m)}};
      const auto map = make_choropleth(document);
      ASSERT_TRUE(map);
      std::size_t counted = 0;
      for (const LegendRow& row : map->legend) counted += row.count;
      EXPECT_EQ(counted, map->units.size()) << sector << " " << m;
    }
}

TEST(Choropleth, UnlistedDistrictsAreNotPublishedAndHatched) {
  const Document document{vietnam_2007(), {}};
  const auto map = make_choropleth(document);
  const LegendRow* row = row_of(*map, LegendRow::Kind::not_published);
  ASSERT_NE(row, nullptr);
  EXPECT_EQ(row->fill.pattern, gis::map::FillPattern::hatched);
  const std::size_t listed = document.data->dataset->observations.rows().size();
  EXPECT_GT(row->count, map->units.size() - listed);
}

TEST(Choropleth, AZeroIsAnEntryOfItsOwn) {
  Document document{vietnam_2007(), {.variable = core::values::Variable::fdi_enterprises}};
  std::size_t zeros = 0;
  for (std::size_t sector = 0; sector < 22; ++sector) {
    document.view.sector = sector;
    const auto map = make_choropleth(document);
    if (const LegendRow* row = row_of(*map, LegendRow::Kind::zero)) {
      zeros += row->count;
      EXPECT_EQ(legend_label(*row, *map, document.view, Language::vi), "0");
      EXPECT_EQ(row->fill.pattern, gis::map::FillPattern::solid);
    }
  }
  EXPECT_GT(zeros, 0u);
}

TEST(Choropleth, TheClassesOfTheLqBreakAtOne) {
  const auto data = vietnam_2007();
  for (const auto method : {core::stats::ClassMethod::quantile, core::stats::ClassMethod::equal_interval,
                            core::stats::ClassMethod::natural_breaks}) {
    View view;
    view.classifications[0].method = method;
    const auto map = make_choropleth({data, view});
    EXPECT_NE(std::ranges::find(map->classes.bounds, 1.0), map->classes.bounds.end());
  }
}

TEST(Choropleth, WhatIsUndefinedIsHatchedUnlikeWhatIsNotPublished) {
  const TemporaryFolder folder;
  std::filesystem::copy(std::filesystem::path(VICINIA_TEST_DATA_DIR) / "mini", folder.path(),
                        std::filesystem::copy_options::recursive);
  std::ifstream in(folder.path() / "observations.csv");
  std::string rows, line;
  while (std::getline(in, line))
    rows += (line.starts_with("12,") ? line.substr(0, line.find(',', 3)) + ",0,0,0,0" : line) + "\n";
  std::ofstream(folder.path() / "observations.csv") << rows;
  const auto map = make_choropleth({opened(folder.path()), {}});
  ASSERT_TRUE(map);
  const LegendRow *undefined = row_of(*map, LegendRow::Kind::undefined),
                  *not_published = row_of(*map, LegendRow::Kind::not_published);
  ASSERT_TRUE(undefined != nullptr && not_published != nullptr);
  EXPECT_EQ(undefined->count, 1u) << "nobody works there";
  EXPECT_EQ(undefined->fill.pattern, gis::map::FillPattern::hatched);
  EXPECT_NE(undefined->fill.colour, not_published->fill.colour);
  EXPECT_NE(undefined->fill.background, not_published->fill.background);
}

TEST(Choropleth, TakesTheColoursOfItsPalette) {
  View view;
  const auto colours = [&] {
    std::vector<gis::map::Colour> found;
    const auto map = make_choropleth({vietnam_2007(), view});
    for (const LegendRow& row : map->legend)
      if (row.kind == LegendRow::Kind::value_class) found.insert(found.begin(), row.fill.colour);
    return found;
  };
  EXPECT_EQ(colours(), palette_colours(Palette::puor, 1, 4)) << "one class lies below 1";
  view.palettes.pivoted = Palette::cividis;
  EXPECT_EQ(colours(), palette_colours(Palette::cividis, 0, 5))
      << "a sequential palette takes no notice of the middle";
  view.variable = core::values::Variable::employees;
  EXPECT_EQ(colours(), palette_colours(Palette::ylgnbu, 0, 5));
}

TEST(Choropleth, AProvinceKeepsTheClassesOfTheCountryUnlessItsOwnAreAskedFor) {
  const auto data = vietnam_2007();
  for (std::size_t sector = 0; sector < data->dataset->sectors.size(); ++sector)
    for (const auto variable :
         {core::values::Variable::location_quotient, core::values::Variable::employees}) {
      Document document{data, {.sector = sector, .variable = variable}};
      const auto country = make_choropleth(document);
      for (const auto province : data->dataset->frame.at_level(core::admin::Levels::coarsest())) {
        document.view.province = province;
        const auto map = make_choropleth(document);
        ASSERT_TRUE(map);
        EXPECT_EQ(map->classes.bounds, country->classes.bounds);
        EXPECT_EQ(map->units.size() + map->around.size(), country->units.size());
        std::size_t counted = 0;
        for (const LegendRow& row : map->legend) counted += row.count;
        EXPECT_EQ(counted, map->units.size());
        document.view.own_classes = true;
        const auto own = make_choropleth(document);
        ASSERT_TRUE(own);
        EXPECT_TRUE(own->around.empty());
        document.view.own_classes = false;
      }
    }
}

TEST(Choropleth, OneProvinceShowsItsDistrictsAlone) {
  const auto data = vietnam_2007();
  View view;
  view.province = *find_province(*data->dataset, "Bình Dương");
  const auto map = make_choropleth({data, view});
  ASSERT_FALSE(map->units.empty());
  for (const auto unit : map->units) EXPECT_EQ(data->dataset->frame[unit].parent_code, "74");
}

TEST(Legend, LabelsAreWrittenAsTheLanguageWritesNumbers) {
  const Document document{vietnam_2007(), {.variable = core::values::Variable::employees}};
  const auto map = make_choropleth(document);
  const LegendRow& highest = map->legend.front();
  EXPECT_NE(legend_label(highest, *map, document.view, Language::vi).find("42.626"), std::string::npos)
      << legend_label(highest, *map, document.view, Language::vi);
  EXPECT_NE(legend_label(highest, *map, document.view, Language::en).find("42,626"), std::string::npos);
}

TEST(Legend, CountsEndOneBelowTheNextClass) {
  const Document document{vietnam_2007(), {.variable = core::values::Variable::employees}};
  const auto map = make_choropleth(document);
  const LegendRow &second = map->legend[1], &first = map->legend[0];
  EXPECT_EQ(second.upper, first.lower);
  const std::string label = legend_label(second, *map, document.view, Language::en);
  EXPECT_TRUE(label.ends_with(number_text(second.upper - 1, 0, Language::en))) << label;
}

TEST(Legend, SmallSharesAreToldApartAndMergedClassesAreTold) {
  const TemporaryFolder folder;
  std::filesystem::copy(std::filesystem::path(VICINIA_TEST_DATA_DIR) / "mini", folder.path(),
                        std::filesystem::copy_options::recursive);
  std::ofstream(folder.path() / "observations.csv")
      << "unit_code,sector_no,employees\n11,I,20\n12,I,40\n21,I,61\n22,I,80\n31,I,99\n32,I,99700\n";
  const auto data = opened(folder.path());
  View view{.variable = core::values::Variable::sector_share};
  const auto labels = [&] {
    const auto map = make_choropleth({data, view});
    std::vector<std::string> texts;
    for (const LegendRow& row : map->legend)
      if (row.kind == LegendRow::Kind::value_class)
        texts.push_back(legend_label(row, *map, view, Language::en));
    return texts;
  };
  EXPECT_EQ(labels(),
            (std::vector<std::string>{"0.099 – 99.700", "0.080 – <\u20090.099", "0.061 – <\u20090.080",
                                      "0.040 – <\u20090.061", "0.020 – <\u20090.040"}));
  view.classifications[static_cast<std::size_t>(view.variable)] = {.method = core::stats::ClassMethod::manual,
                                                                   .manual_breaks = {0.02, 0.05, 0.08}};
  EXPECT_EQ(labels(), (std::vector<std::string>{"0.08 – 99.70", "0.05 – <\u20090.08", "0.02 – <\u20090.05",
                                                "0.00 – <\u20090.02"}));
  std::ofstream(folder.path() / "observations.csv")
      << "unit_code,sector_no,employees\n11,I,20\n12,I,20\n21,I,20\n22,I,20\n31,I,20\n32,I,900\n";
  const auto map = make_choropleth({opened(folder.path()), {.variable = core::values::Variable::employees}});
  EXPECT_EQ(merged_classes_text(*map, Language::en), "4 of 5 classes merged because values coincide");
  EXPECT_EQ(merged_classes_text(*map, Language::vi), "gộp 4 trong 5 lớp vì các giá trị trùng nhau");
}

TEST(Legend, TheClassBelowOneOfASingleValueEndsBeforeThatValue) {
  const Document document{vietnam_2007(), {.variable = core::values::Variable::fdi_enterprises}};
  const Choropleth map{.classes = {{24, 25, 78, 78}, {1, 1, 1}}};
  const auto label = [&](double lower, double upper) {
    return legend_label({.lower = lower, .upper = upper}, map, document.view, Language::en);
  };
  EXPECT_EQ(label(78, 78), "78");
  EXPECT_EQ(label(25, 78), "25 – 77");
  EXPECT_EQ(label(24, 25), "24");
}

}  // namespace
}  // namespace vicinia::workspace
