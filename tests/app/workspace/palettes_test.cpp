// That every palette can be read, by all and by those who do not tell red from green: measured, not claimed.
#include "vicinia/workspace/document/palettes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "colour_vision.h"
#include "maps/palette.h"
#include "vicinia/workspace/figures/grey_print.h"

namespace vicinia::workspace {
namespace {

using core::indicators::Measure;
using gis::map::Colour;
using test::seen;

constexpr std::size_t fewest = 3, most = 7;  ///< classes that a reader can be asked to tell apart
/// ΔE00 of neighbours in a legend. About 1 is visible where colours touch; on a map they lie apart.
constexpr double least_of_seven = 4.5, least_of_five = 7, least_across_pivot = 13, least_from_ground = 6.5;

struct Eyes {
  const char* name;
  const test::Cones* cones;
};
constexpr std::array eyes{Eyes{"all cones", &test::all_cones}, Eyes{"deuteranopia", &test::no_green_cones},
                          Eyes{"protanopia", &test::no_red_cones}};

/// What a palette looks like with so many classes: of a diverging one, wherever the pivot lies.
std::vector<std::vector<Colour>> ramps(const PaletteInfo& info, std::size_t classes) {
  if (!info.diverging) return {palette_colours(info.palette, 0, classes)};
  std::vector<std::vector<Colour>> all;
  for (std::size_t below = 0; below <= classes; ++below)
    all.push_back(palette_colours(info.palette, below, classes - below));
  return all;
}

double between(const Colour& a, const Colour& b, const Eyes& who) {
  return test::difference(seen(a, *who.cones), seen(b, *who.cones));
}

class EachPalette : public testing::TestWithParam<PaletteInfo> {};

TEST_P(EachPalette, HasNeighboursThatDifferForEveryEyes) {
  for (std::size_t classes = fewest; classes <= most; ++classes)
    for (const auto& ramp : ramps(GetParam(), classes))
      for (const Eyes& who : eyes)
        for (std::size_t i = 0; i + 1 < ramp.size(); ++i)
          EXPECT_GE(between(ramp[i], ramp[i + 1], who), classes <= 5 ? least_of_five : least_of_seven)
              << who.name << ", class " << i << " of " << classes;
}

TEST_P(EachPalette, TellsBelowFromAboveForEveryEyes) {
  if (!GetParam().diverging) return;
  for (const Colour& below : palette_colours(GetParam().palette, most, 0))
    for (const Colour& above : palette_colours(GetParam().palette, 0, most))
      for (const Eyes& who : eyes) EXPECT_GE(between(below, above, who), least_across_pivot) << who.name;
}

TEST_P(EachPalette, GetsDarkerAwayFromWhereItBegins) {
  for (std::size_t classes = 2; classes <= core::stats::max_classes; ++classes) {
    const auto above = palette_colours(GetParam().palette, 0, classes),
               below = palette_colours(GetParam().palette, classes, 0);
    for (std::size_t i = 0; i + 1 < classes; ++i) {
      EXPECT_GT(lightness(above[i]), lightness(above[i + 1])) << i << " of " << classes;
      if (GetParam().diverging) {
        EXPECT_LT(lightness(below[i]), lightness(below[i + 1])) << i << " of " << classes;
      }
    }
  }
}

TEST_P(EachPalette, IsNoColourOfWhatIsNoClass) {
  for (std::size_t classes = 1; classes <= most; ++classes)
    for (const auto& ramp : ramps(GetParam(), classes))
      for (const Colour& colour : ramp)
        for (const Colour& ground : {palette::sea, palette::land, palette::outside, palette::zero})
          EXPECT_GE(between(colour, ground, eyes[0]), least_from_ground)
              << int{ground.red} << " " << int{ground.green} << " " << int{ground.blue} << " of " << classes;
}

TEST_P(EachPalette, IsFoundByItsIdAndHasANameInBothLanguages) {
  EXPECT_EQ(*find_palette(GetParam().id), GetParam().palette);
  EXPECT_THAT(palette_ids(), testing::HasSubstr(std::string(GetParam().id)));
  for (const Language language : {Language::vi, Language::en})
    EXPECT_FALSE(palette_name(GetParam().palette, language).empty());
}

INSTANTIATE_TEST_SUITE_P(All, EachPalette, testing::ValuesIn(all_palettes().begin(), all_palettes().end()),
                         [](const auto& tested) { return std::string(tested.param.id); });

TEST(Palettes, OfSevenClassesYlGnBuIsThatOfColorBrewer) {
  const auto colours = palette_colours(Palette::ylgnbu, 0, 7);
  EXPECT_EQ(colours.front(), (Colour{0xff, 0xff, 0xcc, 255}));
  EXPECT_EQ(colours[4], (Colour{0x1d, 0x91, 0xc0, 255}));
  EXPECT_EQ(colours.back(), (Colour{0x0c, 0x2c, 0x84, 255}));
}

TEST(Palettes, DivergeOnlyWhereThereIsAMiddle) {
  EXPECT_TRUE(suits(Palette::puor, core::values::Variable::location_quotient));
  EXPECT_TRUE(suits(Palette::viridis, core::values::Variable::location_quotient));
  EXPECT_FALSE(suits(Palette::puor, core::values::Variable::employees));
  EXPECT_EQ(palette_ids(false), "ylgnbu, ylorrd, blues, greens, purples, viridis, cividis, magma");
}

TEST(Palettes, OneThatIsNotThereIsToldWithThoseThatAre) {
  const auto rainbow = find_palette("rainbow");
  ASSERT_FALSE(rainbow);
  EXPECT_EQ(rainbow.error().code, core::ErrorCode::unknown_name);
  EXPECT_EQ(rainbow.error().detail, palette_ids());
}

TEST(ColourVision, DifferencesAreThoseOfThePublishedPairs) {
  // Sharma, Wu & Dalal (2005), table 1: pairs 1, 4, 7, 13, 17 and 25.
  EXPECT_NEAR(test::difference({50, 2.6772, -79.7751}, {50, 0, -82.7485}), 2.0425, 5e-5);
  EXPECT_NEAR(test::difference({50, -1.3802, -84.2814}, {50, 0, -82.7485}), 1.0000, 5e-5);
  EXPECT_NEAR(test::difference({50, 0, 0}, {50, -1, 2}), 2.3669, 5e-5);
  EXPECT_NEAR(test::difference({50, -0.0010, 2.4900}, {50, 0.0009, -2.4900}), 4.8045, 5e-5);
  EXPECT_NEAR(test::difference({50, 2.5, 0}, {73, 25, -18}), 27.1492, 5e-5);
  EXPECT_NEAR(test::difference({60.2574, -34.0099, 36.2677}, {60.4626, -34.1751, 39.4387}), 1.2644, 5e-5);
}

TEST(ColourVision, AGreyStaysAGreyAndRedAndGreenComeNearer) {
  const Colour grey{128, 128, 128, 255}, red{200, 60, 40, 255}, green{90, 130, 40, 255};
  for (const Eyes& who : eyes)
    EXPECT_NEAR(std::hypot(seen(grey, *who.cones).a, seen(grey, *who.cones).b), 0, 0.1) << who.name;
  EXPECT_LT(between(red, green, eyes[1]), between(red, green, eyes[0]) / 2);
}

}  // namespace
}  // namespace vicinia::workspace
