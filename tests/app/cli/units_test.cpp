// What a user sees of layers whose features, provinces and codes are not as the program would like them.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "terminal.h"

namespace vicinia::cli {
namespace {

using Json = nlohmann::ordered_json;

class TerminalUnits : public Terminal {
 protected:
  void SetUp() override {
    fs::copy(fs::path(VICINIA_TEST_DATA_DIR) / "matrix-long", folder_.path() / "data");
  }
  [[nodiscard]] Json read(const std::string& name) const {
    Json content;
    std::ifstream(folder_.path() / "data" / name) >> content;
    return content;
  }
  void write(const std::string& name, const Json& content) const {
    std::ofstream(folder_.path() / "data" / name) << content;
  }
};

TEST_F(TerminalUnits, OfSeveralFeaturesAreOneAndToldInOneLine) {
  Json layer = read("districts.geojson");
  for (double islet = 0; islet < 3; ++islet) {
    Json part = layer["features"][0];
    const double west = 105 + islet / 10;
    part["geometry"]["coordinates"] = {
        {{west, 10.0}, {west + 0.01, 10.0}, {west + 0.01, 10.01}, {west, 10.01}, {west, 10.0}}};
    layer["features"].push_back(part);
  }
  write("districts.geojson", layer);
  const Finished en = vicinia("info --language en --dataset '" + file("data") + "'"),
                 vi = vicinia("info --language vi --dataset '" + file("data") + "'");
  ASSERT_EQ(en.exit_code, 0) << en.err;
  EXPECT_NE(en.out.find("Units that stand in several features: 1, in 4 features; the first is 11."),
            std::string::npos)
      << en.out;
  EXPECT_NE(vi.out.find("đã được gộp thành một đơn vị"), std::string::npos) << vi.out;
}

TEST_F(TerminalUnits, HaveProvincesOnMapsThoughNoLayerHasThem) {
  Json manifest = read("manifest.json");
  manifest["provinces"] = {{"from", "districts"}};
  manifest["districts"]["parent_name_vi"] = "province";
  write("manifest.json", manifest);
  Json layer = read("districts.geojson");
  for (Json& feature : layer["features"])
    feature["properties"]["province"] = "Tỉnh số " + feature["properties"]["parent"].get<std::string>();
  write("districts.geojson", layer);
  const Finished figure =
      vicinia("figure --dataset '" + file("data") +
              "' --sector I --province 'Tỉnh số 2' --dpi 60 --language vi --out '" + file("p.png") + "'");
  EXPECT_EQ(figure.exit_code, 0) << figure.err;
  EXPECT_GT(fs::file_size(file("p.png")), 1000U);
  EXPECT_NE(figure.err.find("3 tỉnh được ghép từ các huyện."), std::string::npos) << figure.err;
}

TEST_F(TerminalUnits, WithUnknownProvincesAreSummedUpInOneLine) {
  Json layer = read("districts.geojson");
  for (Json& feature : layer["features"]) feature["properties"]["parent"] = "99";
  write("districts.geojson", layer);
  const Finished info = vicinia("info --language en --dataset '" + file("data") + "'");
  EXPECT_EQ(info.exit_code, 1);
  EXPECT_EQ(std::ranges::count(info.err, '\n'), 1) << info.err;
  EXPECT_NE(info.err.find("feature 1: The unit 11 is said to be part of a unit that is not there: 99."),
            std::string::npos)
      << info.err;
  EXPECT_NE(info.err.find("The same holds for "), std::string::npos) << info.err;
}

using TerminalFrames = Terminal;

TEST_F(TerminalFrames, ShowTheBuiltInFiguresInTheProvincesOfToday) {
  const Finished info = vicinia("info --language en --frame 2025-07-01");
  ASSERT_EQ(info.exit_code, 0) << info.err;
  EXPECT_NE(info.out.find("\nProvinces: 34\n"), std::string::npos) << info.out;
  EXPECT_NE(info.out.find("34 provinces from 1 July 2025"), std::string::npos) << info.out;
  const Finished values = vicinia("values --sector I --variable employees --frame 2025-07-01");
  ASSERT_EQ(values.exit_code, 0) << values.err;
  EXPECT_EQ(std::ranges::count(values.out, '\n'), 35) << values.out;
  const auto line = values.out.find("\n01,");
  const std::string hanoi = values.out.substr(line + 1, values.out.find('\n', line + 1) - line - 1);
  EXPECT_NE(hanoi.find(",employees,,24894,"), std::string::npos)
      << "not published, and not less than what is: " << hanoi;
  const Finished figure =
      vicinia("figure --sector I --frame 2025-07-01 --dpi 60 --language vi --out '" + file("p.png") + "'");
  EXPECT_EQ(figure.exit_code, 0) << figure.err;
  EXPECT_GT(fs::file_size(file("p.png")), 1000U);
}

TEST_F(TerminalFrames, ThatTheDataHaveNotAreWrongUsageAndThoseThereAreAreNamed) {
  const Finished run = vicinia("values --sector I --frame 1999-01-01 --language en");
  EXPECT_EQ(run.exit_code, 2);
  EXPECT_NE(run.err.find("2025-07-01"), std::string::npos) << run.err;
}

}  // namespace
}  // namespace vicinia::cli
