// The tolerance of matching borders, and notes on data, as the terminal tells them.
#include <gmock/gmock.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "support/apart_data.h"
#include "terminal.h"

namespace vicinia::cli {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::IsEmpty;

class ApartInTerminal : public Terminal {
 protected:
  /// Of the districts that lie 60 m and 150 m apart.
  Finished of_apart(const std::string& command, const std::string& options) {
    return vicinia(command + " --dataset '" + data_ + "' --sector I " + options);
  }
  static std::ptrdiff_t lines(const std::string& text) { return std::ranges::count(text, '\n'); }

  std::string data_ = test::apart_data(folder_.path() / "apart").string();
};

TEST_F(ApartInTerminal, TheToleranceIsAsManyMetresOrAutoUnderEitherName) {
  const Finished matched = of_apart("agglomerations", "--tolerance 100");
  EXPECT_EQ(matched.exit_code, 0) << matched.err;
  EXPECT_THAT(matched.out, HasSubstr("\n1,I,11 12 21,"));
  EXPECT_THAT(matched.out, HasSubstr(",100,true,2007,"));
  EXPECT_EQ(of_apart("agglomerations", "--snap 100").out, matched.out);
  EXPECT_THAT(of_apart("agglomerations", "--tolerance 0").out, HasSubstr("\n1,I,11 12,"));
  EXPECT_EQ(of_apart("agglomerations", "--tolerance auto").out, of_apart("agglomerations", "").out);
  for (const char* wrong : {"1001", "-1", "far"}) {
    const Finished refused = of_apart("agglomerations", std::string("--tolerance=") + wrong);
    EXPECT_EQ(refused.exit_code, 2) << wrong;
    EXPECT_THAT(refused.err, HasSubstr("neither a distance from 0 to 1000 metres, nor auto"));
  }
}

TEST_F(ApartInTerminal, AgglomerationsThatDependOnTheToleranceAreNamedBesideTheTable) {
  EXPECT_THAT(of_apart("agglomerations", "--tolerance 100 --language en").err,
              HasSubstr("on matching borders within 100 m."));
  EXPECT_THAT(of_apart("robustness", "--tolerance 100 --language vi").err,
              HasSubstr("vào việc khớp ranh giới trong khoảng 100 m."));
  EXPECT_THAT(vicinia("agglomerations --sector I").err, IsEmpty())
      << "all borders of the built-in districts meet";
}

TEST_F(ApartInTerminal, WhoAsksForLessThanTheDataNeedIsToldWhatDependsOnIt) {
  data_ = test::row_apart_data(folder_.path() / "row", 14, 310).string();
  const Finished automatic = of_apart("agglomerations", "--tolerance auto --language en");
  EXPECT_THAT(automatic.out, HasSubstr("\n1,I,101 102 103 ")) << "the data need 310 m";
  const Finished none = of_apart("agglomerations", "--tolerance 0 --language en");
  EXPECT_THAT(none.err, HasSubstr(" would be others if borders that do not meet were matched."));
  EXPECT_THAT(none.out, testing::Not(HasSubstr(",false\n"))) << "each of them depends on it";
}

TEST_F(ApartInTerminal, ExplainTellsHowFarApartNeighboursAre) {
  const Finished text = of_apart("explain", "--unit 21 --tolerance 100 --language en");
  EXPECT_THAT(text.out,
              HasSubstr("Two, Province 1: 10.0 km of border, up to 60 m apart, in the same agglomeration"));
  EXPECT_THAT(text.out, HasSubstr("Agglomeration 1 depends on matching borders within 100 m"));
  const auto parsed = json::parse(of_apart("explain", "--unit 21 --tolerance 100 --format json").out);
  EXPECT_EQ(parsed["links"][0]["kind"], "near");
  EXPECT_EQ(parsed["links"][0]["area_m2"], 0);
}

TEST_F(ApartInTerminal, RobustnessVariesTheToleranceWhereItMatters) {
  const auto parsed = json::parse(of_apart("robustness", "--tolerance 100 --format json").out);
  EXPECT_EQ(parsed[0]["survival_by"]["tolerance_m"].size(), 3u);
  const auto clean = json::parse(vicinia("robustness --sector I --format json").out);
  EXPECT_EQ(clean[0]["survival_by"]["tolerance_m"].size(), 1u);
  EXPECT_EQ(clean[0]["grid_points"], 144);
}

TEST_F(ApartInTerminal, WhatWasMatchedByDefaultIsToldInOneNote) {
  const Finished found = of_apart("agglomerations", "--language en");
  EXPECT_THAT(found.err, HasSubstr("run beside each other without meeting"));
  EXPECT_THAT(found.err, HasSubstr("matched within"));
  EXPECT_THAT(
      of_apart("explain", "--unit 21 --tolerance 100 --language en").out,
      HasSubstr("Runs beside Four, Province 3 for 10.0 km, 150 m apart: not linked (tolerance 100 m)."));
}

TEST_F(ApartInTerminal, InfoTellsHowBordersMeet) {
  EXPECT_THAT(vicinia("info --language en").out, HasSubstr("\nBorders: All borders are shared exactly.\n"));
  EXPECT_THAT(vicinia("info --language vi").out,
              HasSubstr("\nRanh giới: Mọi ranh giới chung đều trùng khớp.\n"));
  const auto parsed = json::parse(vicinia("info --format json").out);
  EXPECT_GT(parsed["borders"]["shared"], 0);
  EXPECT_EQ(parsed["borders"]["proposed_tolerance_m"], 0);
}

TEST_F(ApartInTerminal, NotesOnTheDataComeSummedUpAndInFullWhereAsked) {
  data_ = test::repaired_data(folder_.path() / "repaired").string();
  const Finished found = of_apart("agglomerations", "--language en");
  EXPECT_EQ(found.exit_code, 0) << found.err;
  EXPECT_THAT(found.err,
              HasSubstr("4 outlines were not valid and have been repaired: 11, 12, 21 and 1 more.\n"));
  EXPECT_THAT(found.err, HasSubstr(" notes: vicinia info --notes --dataset "));
  EXPECT_LE(lines(found.err), 4);
  const std::string info = "info --language en --dataset '" + data_ + "'";
  EXPECT_THAT(vicinia(info).out, HasSubstr("Notes on the data (all "));
  const Finished all = vicinia(info + " --notes");
  EXPECT_THAT(all.err, IsEmpty()) << "they are what was asked for";
  for (const char* code : {"11", "12", "21", "31"})
    EXPECT_THAT(all.out, HasSubstr("The outline of unit " + std::string(code) + " was not valid"));
  EXPECT_EQ(json::parse(vicinia(info + " --format json").out)["notes"][0]["count"], 4);
  EXPECT_GE(json::parse(vicinia(info + " --format json --notes").out)["notes"].size(), 4u);
}

}  // namespace
}  // namespace vicinia::cli
