#include "vicinia/workspace/maps/cartogram.h"

#include <algorithm>
#include <cmath>

#include "fixture.h"
#include "support/levels.h"
#include "vicinia/core/geom/measures.h"
#include "vicinia/workspace/document/find.h"
#include "vicinia/workspace/document/values.h"
#include "vicinia/workspace/figures/figure_builder.h"
#include "vicinia/workspace/maps/map_builder.h"
#include "vicinia/workspace/maps/symbol_map.h"

namespace vicinia::workspace {
namespace {

using core::admin::UnitIndex;

class Cartograms : public testing::Test {
 protected:
  Cartograms() : sources_(*write_sources(*document_.data->dataset, folder_.path())) {
    document_.view.cartogram = true;
  }
  Document document_{vietnam_2007(), {}};
  TemporaryFolder folder_;
  MapSources sources_;
};

TEST_F(Cartograms, GiveEveryUnitWithAQuantityACircleInProportionAndNoOtherUnitOne) {
  const core::Dataset& data = *document_.data->dataset;
  for (document_.view.sector = 0; document_.view.sector < data.sectors.size(); ++document_.view.sector)
    for (const Variable variable :
         {Variable::location_quotient, Variable::employees, Variable::enterprises}) {
      document_.view.variable = variable;
      const auto map = make_choropleth(document_);
      ASSERT_TRUE(map && map->cartogram);
      const Cartogram& cartogram = *map->cartogram;
      EXPECT_EQ(cartogram.quantity, is_quantity(variable) ? variable : Variable::employees);
      const auto values = *values_of(document_, cartogram.quantity);
      double each = 0, smallest = 1e300;
      for (const UnitIndex unit : map->units) {
        const bool has = values[unit].value.state() == core::CellState::value;
        EXPECT_EQ(!cartogram.areas[unit].empty(), has) << data.frame[unit].code;
        if (!has) continue;
        const double area = *core::geom::area_m2(cartogram.areas[unit]);
        each = std::max(each, values[unit].value.number() / area);
        smallest = std::min(smallest, area);
      }
      EXPECT_EQ(cartogram_text(document_, *map, Language::en).find("larger than in proportion") !=
                    std::string::npos,
                cartogram.enlarged > 0);
      // In proportion, but for those that would be too small to be seen.
      double in_proportion = 0;
      for (const UnitIndex unit : cartogram.units)
        if (values[unit].value.number() == cartogram.largest_value)
          in_proportion = values[unit].value.number() / *core::geom::area_m2(cartogram.areas[unit]);
      for (const UnitIndex unit : cartogram.units) {
        const double area = *core::geom::area_m2(cartogram.areas[unit]);
        if (area > 1.001 * smallest) {
          EXPECT_NEAR(values[unit].value.number() / area / in_proportion, 1, 1e-9) << data.frame[unit].code;
        }
      }
    }
}

TEST_F(Cartograms, AreDrawnFromCirclesOverTheCountryWithoutSymbolsOrOutlines) {
  const auto map = *make_choropleth(document_);
  EXPECT_FALSE(shown_symbols(document_, map, sources_, Language::vi));
  const auto spec = make_map_spec(document_, map, sources_, {800, 800, 96}, Language::vi);
  const gis::map::AreaLayer* circles = nullptr;
  for (const auto& layer : spec.layers)
    if (const auto* areas = gis::map::as_areas(layer)) circles = areas;
  ASSERT_TRUE(circles);
  EXPECT_EQ(circles->states.size(), map.cartogram->units.size());
  EXPECT_EQ(circles->slot, gis::map::Slot::symbols);
  const auto* source = gis::map::find_source(spec, circles->source);
  ASSERT_TRUE(source);
  EXPECT_NE(source->file, sources_.of(map.level).source.file);
  EXPECT_TRUE(std::filesystem::exists(source->file));
  const auto figure = make_figure_spec(document_, map, sources_, {.language = Language::en});
  EXPECT_EQ(
      figure.notes.front(),
      "Dorling cartogram: areas of circles by “Employees”, the largest 42,626; moved so that none covers "
      "another");
}

TEST_F(Cartograms, OfOtherCirclesAreOtherFiles) {
  std::vector<std::pair<std::string, std::vector<core::geom::MultiPolygon>>> seen;
  for (document_.view.sector = 0; document_.view.sector < 6; ++document_.view.sector)
    for (const Variable variable : {Variable::location_quotient, Variable::employees, Variable::smes})
      for (const auto treatment : core::values::all_treatments()) {
        document_.view.variable = variable;
        document_.view.treatment = treatment;
        const auto map = *make_choropleth(document_);
        const std::string file = drawn_sources(document_, map, sources_).of(map.level).source.file;
        for (const auto& [other, areas] : seen) {
          const bool is_same =
              std::ranges::equal(areas, map.cartogram->areas, [](const auto& a, const auto& b) {
                return a.empty() == b.empty() &&
                       (a.empty() || std::ranges::equal(a.front().outer(), b.front().outer(),
                                                        [](const auto& p, const auto& q) {
                                                          return p.x() == q.x() && p.y() == q.y();
                                                        }));
              });
          EXPECT_EQ(file == other, is_same);
        }
        seen.emplace_back(file, map.cartogram->areas);
      }
}

TEST_F(Cartograms, WithoutACircleSaySo) {
  document_.view.province = document_.data->dataset->frame.find("02");
  ASSERT_TRUE(document_.view.province);
  document_.view.sector = 8;
  const auto map = *make_choropleth(document_);
  ASSERT_TRUE(map.cartogram->units.empty());
  EXPECT_EQ(cartogram_text(document_, map, Language::vi),
            "Bản đồ Dorling theo “Lao động”: không đơn vị nào có số công bố khác 0");
  EXPECT_TRUE(make_map_spec(document_, map, sources_, {400, 400, 96}, Language::vi).layers.size() > 0);
}

TEST_F(Cartograms, AreWithinTheExtentOfTheirMapAndSoIsTheCountry) {
  const core::Dataset& data = *document_.data->dataset;
  for (document_.view.sector = 0; document_.view.sector < data.sectors.size(); ++document_.view.sector) {
    const auto map = *make_choropleth(document_);
    const auto whole = full_drawn_extent(document_, map), country = full_extent(document_);
    EXPECT_LE(whole.min_x, country.min_x);
    EXPECT_GE(whole.max_y, country.max_y);
    for (const UnitIndex unit : map.cartogram->units) {
      const auto own = drawn_extent(data, map, unit);
      EXPECT_TRUE(own.min_x >= whole.min_x && own.max_x <= whole.max_x && own.min_y >= whole.min_y &&
                  own.max_y <= whole.max_y);
    }
  }
}

}  // namespace
}  // namespace vicinia::workspace
