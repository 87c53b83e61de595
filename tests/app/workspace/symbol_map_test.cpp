#include "vicinia/workspace/maps/symbol_map.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>

#include "fixture.h"
#include "support/levels.h"
#include "vicinia/workspace/document/extents.h"
#include "vicinia/workspace/document/find.h"
#include "vicinia/workspace/document/values.h"
#include "vicinia/workspace/words/texts.h"

namespace vicinia::workspace {
namespace {

using gis::map::ValueState;

class SymbolMaps : public testing::Test {
 protected:
  SymbolMaps() : sources_(*write_sources(*document_.data->dataset, folder_.path())) {}
  [[nodiscard]] core::Result<SymbolMap> map_of(Variable variable) const {
    return proportional_symbols(document_, *make_choropleth(document_), sources_, variable, Language::vi);
  }
  Document document_{vietnam_2007(), {}};
  TemporaryFolder folder_;
  MapSources sources_;
};

TEST_F(SymbolMaps, OfEveryQuantityHoldTheValuesOfAllUnitsAndSayHowManyPublishNone) {
  for (const VariableInfo& info : core::values::all_variables()) {
    const auto map = map_of(info.variable);
    ASSERT_EQ(static_cast<bool>(map), is_quantity(info.variable)) << info.id;
    if (!map) {
      EXPECT_EQ(map.error().code, core::ErrorCode::invalid_argument);
      continue;
    }
    const auto values = *values_of(document_, info.variable);
    const auto& layer = map->layer;
    ASSERT_EQ(layer.values.size(), sources_.of(tests::district_level).units.size()) << info.id;
    ASSERT_EQ(layer.states.size(), layer.values.size());
    std::size_t without = 0;
    for (std::size_t i = 0; i < layer.values.size(); ++i) {
      const core::Cell cell = values[sources_.of(tests::district_level).units[i]].value;
      EXPECT_EQ(layer.values[i], cell.has_number() ? cell.number() : 0) << info.id;
      EXPECT_LE(std::abs(layer.values[i]), layer.largest_value);
      without += layer.states[i] == ValueState::not_published ? 1u : 0u;
    }
    ASSERT_FALSE(map->legend.empty()) << info.id;
    if (without > 0) {
      EXPECT_EQ(map->legend.back().label, not_published_text(Language::vi));
      EXPECT_EQ(map->legend.back().count, number_text(static_cast<double>(without), 0, Language::vi));
      EXPECT_GT(map->legend.back().marker.size_mm, 0);
    }
  }
}

TEST_F(SymbolMaps, HaveALegendWhoseSymbolsAreThoseOfTheMap) {
  const auto map = map_of(Variable::employees);
  ASSERT_TRUE(map);
  const auto& rows = map->legend;
  std::size_t sizes = 0;
  for (const auto& row : rows) {
    if (row.label == not_published_text(Language::vi) || row.marker.size_mm == 0) continue;
    EXPECT_LE(row.marker.size_mm, map->layer.largest_mm);
    EXPECT_GE(row.marker.size_mm, map->layer.smallest_mm)
        << row.label << ": the map draws it larger than it is";
    EXPECT_TRUE(sizes == 0 || row.marker.size_mm < rows[sizes - 1].marker.size_mm);
    ++sizes;
  }
  EXPECT_GE(sizes, 2u);
}

TEST_F(SymbolMaps, HaveTheColoursOfTheAreasBeneathSoThatSmallUnitsAreSeen) {
  document_.view.symbols = true;
  for (std::size_t sector = 0; sector < document_.data->dataset->sectors.size(); ++sector)
    for (const Variable variable : {Variable::location_quotient, Variable::employees}) {
      document_.view.sector = sector;
      document_.view.variable = variable;
      const auto map = make_choropleth(document_);
      const auto shown = shown_symbols(document_, *map, sources_, Language::vi);
      ASSERT_TRUE(shown);
      const auto& layer = shown->layer;
      ASSERT_EQ(layer.class_values.size(), layer.values.size());
      for (std::size_t i = 0; i < layer.values.size(); ++i) {
        const core::Cell cell = map->values[sources_.of(map->level).units[i]].value;
        if (cell.state() != core::CellState::value) continue;
        const auto is_of = [&](const auto& one, double value) {
          return value >= one.lower && value <= one.upper;
        };
        const auto style =
            std::ranges::find_if(layer.classes.rbegin(), layer.classes.rend(),
                                 [&](const auto& one) { return is_of(one, layer.class_values[i]); });
        ASSERT_NE(style, layer.classes.rend());
        const auto row = std::ranges::find_if(map->legend, [&](const LegendRow& one) {
          return one.kind == LegendRow::Kind::value_class && is_of(one, cell.number());
        });
        EXPECT_EQ(style->fill, row->fill);
      }
    }
}

/// At 100 %, 96 dots an inch.
constexpr double least_seen_px = 4;

TEST_F(SymbolMaps, ShowEveryUnitThatHasAValueOnTheFirstViewOfEverySector) {
  const core::Dataset& data = *document_.data->dataset;
  double smallest_px = 1e9;
  for (std::size_t sector = 0; sector < data.sectors.size(); ++sector) {
    document_.view.sector = sector;
    const auto map = make_choropleth(document_);
    const auto shown = shown_symbols(document_, *map, sources_, Language::vi);
    ASSERT_TRUE(shown) << sector;
    const auto& units = sources_.of(map->level).units;
    for (std::size_t i = 0; i < units.size(); ++i) {
      if (map->values[units[i]].value.state() != core::CellState::value) continue;
      const double px = shown->layer.symbol_of(shown->layer.values[i]).size_mm / 25.4 * 96;
      EXPECT_GE(px, least_seen_px) << sector << " " << data.frame[units[i]].code;
      smallest_px = std::min(smallest_px, px);
    }
  }
  RecordProperty("smallest_px", std::to_string(smallest_px));
}

TEST_F(SymbolMaps, ComeAndGoWithTheScaleUnlessTheyAreAskedFor) {
  const core::Dataset& data = *document_.data->dataset;
  const auto are_shown = [&] { return wants_symbols(document_, *make_choropleth(document_)); };
  EXPECT_TRUE(are_shown()) << "districts are specks on the map of the country";
  const auto near = *find_province(data, "Bình Dương");
  document_.view.extent = unit_extent(data, near);
  EXPECT_FALSE(are_shown()) << "at the scale of a province areas are seen";
  document_.view.symbols = true;
  EXPECT_TRUE(are_shown());
  document_.view.extent.reset();
  document_.view.symbols = false;
  EXPECT_FALSE(are_shown());
}

TEST_F(SymbolMaps, OfAProvinceShowNoUnitOfAnother) {
  document_.view.province = *find_province(*document_.data->dataset, "Binh Duong");
  const auto map = map_of(Variable::employees);
  ASSERT_TRUE(map);
  const core::Dataset& data = *document_.data->dataset;
  for (std::size_t i = 0; i < map->layer.states.size(); ++i)
    EXPECT_EQ(map->layer.states[i] == ValueState::outside,
              data.frame[sources_.of(tests::district_level).units[i]].parent_code != "74");
}

TEST(LegendValues, AreRoundAndFallAndStandForNoMoreThanThereIs) {
  std::mt19937 numbers(9);
  for (int trial = 0; trial < 2000; ++trial) {
    const double largest = std::exp(std::uniform_real_distribution(-7.0, 18.0)(numbers)),
                 step = std::pow(10, std::uniform_int_distribution(-3, 1)(numbers));
    const auto values = legend_values(largest, step);
    EXPECT_LE(values.size(), 3u);
    EXPECT_EQ(values.empty(), largest < step) << largest << " " << step;
    for (std::size_t i = 0; i < values.size(); ++i) {
      EXPECT_GE(values[i], step * (1 - 1e-9));
      EXPECT_LE(values[i], i == 0 ? largest : values[i - 1] / 4 * (1 + 1e-9));
      EXPECT_GT(values[i], (i == 0 ? largest : values[i - 1] / 4) / 2.6) << "more was to be had";
      const double digit = values[i] / std::pow(10, std::floor(std::log10(values[i] * (1 + 1e-9))));
      EXPECT_TRUE(std::ranges::any_of(std::vector{1.0, 2.0, 5.0}, [&](double d) {
        return std::abs(digit - d) < 1e-6;
      })) << values[i];
    }
  }
}

}  // namespace
}  // namespace vicinia::workspace
