#include "vicinia/workspace/figures/zoom_areas.h"

#include <algorithm>
#include <set>

#include "fixture.h"
#include "vicinia/core/geom/measures.h"
#include "vicinia/workspace/document/find.h"
#include "vicinia/workspace/figures/figure_page.h"
#include "vicinia/workspace/maps/outline_drawing.h"
#include "vicinia/workspace/maps/symbol_map.h"

namespace vicinia::workspace {
namespace {

TEST(ZoomAreas, LieWhereTheDataAreInEverySector) {
  Document document{vietnam_2007(), {}};
  const core::Dataset& data = *document.data->dataset;
  std::size_t of_their_own = 0;
  for (document.view.sector = 0; document.view.sector < data.sectors.size(); ++document.view.sector) {
    const auto choropleth = make_choropleth(document);
    ASSERT_TRUE(choropleth);
    if (!areas_are_too_small(document, *choropleth)) continue;
    std::vector<std::size_t> counts;
    for (const gis::map::ZoomInset& inset : zoom_areas(document, *choropleth, Language::en)) {
      const gis::map::Extent& extent = inset.extent;
      EXPECT_FALSE(inset.label.empty());
      EXPECT_LT(extent.height(), 450'000) << "no larger than on the map itself";
      EXPECT_GE(std::min(extent.width(), extent.height()), 60'000) << "a place with its surroundings";
      std::size_t inside = 0;
      for (const core::admin::UnitIndex unit : choropleth->units) {
        if (choropleth->values[unit].value.state() != core::CellState::value) continue;
        const auto at = core::geom::point_inside(data.areas[unit]);
        inside += at && extent.min_x < at->x() && at->x() < extent.max_x && extent.min_y < at->y() &&
                  at->y() < extent.max_y;
      }
      EXPECT_GE(inside, 3u) << data.sectors[document.view.sector].code << ": " << inset.label;
      counts.push_back(inside);
    }
    EXPECT_LE(counts.size(), 2u);
    of_their_own += counts.size();
  }
  EXPECT_GE(of_their_own, 15u) << "most sectors of the list crowd somewhere";
}

TEST(ZoomAreas, NumbersOnAFigureAreThoseOfItsTable) {
  Document document{vietnam_2007(), {}};
  const core::Dataset& data = *document.data->dataset;
  const TemporaryFolder folder;
  const auto contiguity = *Contiguity::build(data);
  const auto sources = *write_sources(data, folder.path());
  for (const bool of_a_province : {false, true}) {
    if (of_a_province) document.view.province = *find_province(data, "74");
    const auto figure = make_figure_page(document, sources, contiguity, {.table = true});
    ASSERT_TRUE(figure);
    ASSERT_FALSE(figure->table.rows.empty());
    std::set<std::string> on_the_map, in_the_table;
    for (const gis::map::Layer& layer : figure->map.layers)
      if (const auto* badges = std::get_if<gis::map::BadgeLayer>(&layer);
          badges != nullptr && !badges->badge.text.empty() && badges->badge.text != "!") {
        EXPECT_EQ(badges->at.size(), 1u);
        on_the_map.insert(badges->badge.text);
      }
    for (const auto& row : figure->table.rows) in_the_table.insert(row.front());
    EXPECT_EQ(on_the_map, in_the_table);
  }
  const auto column =
      make_figure_page(document, sources, contiguity, {.template_id = "column", .table = true});
  ASSERT_TRUE(column);
  for (const gis::map::Layer& layer : column->map.layers) {
    const auto* badges = std::get_if<gis::map::BadgeLayer>(&layer);
    EXPECT_TRUE(badges == nullptr || badges->badge.text.empty() || badges->badge.text == "!")
        << "a number without a table";
  }
}

}  // namespace
}  // namespace vicinia::workspace
