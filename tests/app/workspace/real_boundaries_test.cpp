// The README's recipe for real boundaries, word for word: on the real ones where they are, and on a layer of the same make everywhere.
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "fixture.h"
#include "support/levels.h"
#include "vicinia/core/geom/measures.h"
#include "vicinia/core/geom/overlay.h"
#include "vicinia/gis/io/vector_layer.h"
#include "vicinia/workspace/document/agglomerations.h"
#include "vicinia/workspace/document/find.h"
#include "vicinia/workspace/tables/agglomeration_table.h"

namespace vicinia::workspace {
namespace {

namespace fs = std::filesystem;
using core::ErrorCode;
using Json = nlohmann::ordered_json;

/// The blocks of JSON in the section on real boundaries, each a few keys of a manifest.
std::vector<Json> recipes_of_readme() {
  std::ifstream in(fs::path(VICINIA_RESOURCES_DIR).parent_path() / "README.md");
  std::vector<Json> recipes;
  bool in_section = false, in_block = false;
  std::string block;
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("## ")) in_section = line == "## Your own data, and real boundaries";
    if (!in_section) continue;
    if (in_block && line == "```") {
      recipes.push_back(Json::parse("{" + block + "}"));
      in_block = false;
    } else if (in_block) {
      block += line + "\n";
    } else if (line == "```json") {
      in_block = true;
      block.clear();
    }
  }
  return recipes;
}

class Recipe : public testing::Test {
 protected:
  /// "copy resources/data/vietnam-2007 … change provinces and districts to … take out boundary_note, and let boundary_vintage say …"
  void follow(std::size_t which, const char* vintage) {
    const auto recipes = recipes_of_readme();
    ASSERT_EQ(recipes.size(), 2u)
        << "the README has a recipe for a layer of names and one for a layer of codes";
    fs::copy(fs::path(VICINIA_RESOURCES_DIR) / "data" / "vietnam-2007", folder());
    Json manifest;
    std::ifstream(folder() / "manifest.json") >> manifest;
    for (const auto& [key, value] : recipes[which].items()) manifest[key] = value;
    manifest.erase("boundary_note");
    manifest["boundary_vintage"] = vintage;
    std::ofstream(folder() / "manifest.json") << manifest;
  }
  [[nodiscard]] fs::path folder() const { return folder_.path() / "data"; }

  /// "put your shapefile beside the manifest": districts of the built-in data with fields as the recipe names them.
  void write_built_in(
      const std::vector<std::string>& fields,
      const std::function<std::vector<std::string>(const core::admin::Frame&, std::size_t)>& row) {
    const auto data = vietnam_2007();
    gis::io::LayerToWrite layer{.name = "districts", .crs = data->dataset->crs, .target_crs = "EPSG:4326"};
    for (const std::string& field : fields) layer.fields.push_back({.name = field});
    for (const auto unit : data->dataset->frame.at_level(tests::district_level)) {
      layer.rows.push_back(row(data->dataset->frame, unit));
      layer.areas.push_back(data->dataset->areas[unit]);
    }
    const auto written = gis::io::write_polygons(folder() / "my_districts.shp", layer);
    ASSERT_TRUE(written) << error_text(written.error(), Language::en);
  }

  TemporaryFolder folder_;
};

const core::Finding* finding(const OpenDataset& data, ErrorCode code) {
  const auto at = std::ranges::find(data.findings, code, &core::Finding::code);
  return at == data.findings.end() ? nullptr : &*at;
}

/// Codes of published districts that have no area, each with its name; "" if all have.
std::string published_without_area(const core::Dataset& data) {
  std::set<std::string> without;
  for (const auto& row : data.observations.rows())
    if (data.areas[row.unit].empty())
      without.insert(data.frame[row.unit].code + " " + data.frame[row.unit].name_vi);
  std::string text;
  for (const std::string& unit : without) text += unit + "; ";
  return text;
}

void expect_provinces_like_the_built_in(const core::Dataset& data) {
  const auto built_in = vietnam_2007();
  for (const auto province : built_in->dataset->frame.at_level(tests::province_level)) {
    const auto& unit = built_in->dataset->frame[province];
    const auto here = data.frame.find(unit.code);
    ASSERT_TRUE(here) << unit.code;
    EXPECT_EQ(data.frame[*here].name_vi, unit.name_vi);
    const double expected = *core::geom::area_m2(built_in->dataset->areas[province]);
    EXPECT_NEAR(*core::geom::area_m2(data.areas[*here]) / expected, 1, 1e-4) << unit.name_en;
  }
}

TEST_F(Recipe, ForALayerOfNamesFindsAllCodesOfTheBuiltInDistricts) {
  follow(0, "2008-08-01");
  write_built_in({"NAME_3", "NAME_2"}, [](const core::admin::Frame& frame, std::size_t unit) {
    // As people have them: without diacritics here, with the kind of the unit there.
    return std::vector{unit % 2 == 0 ? frame[unit].name_en : frame[unit].name_vi,
                       "Tỉnh " + frame[*frame.parent(unit)].name_vi};
  });
  const auto data = opened(folder());
  EXPECT_EQ(published_without_area(*data->dataset), "");
  EXPECT_EQ(finding(*data, ErrorCode::units_without_code), nullptr);
  ASSERT_NE(finding(*data, ErrorCode::provinces_from_districts), nullptr);
  EXPECT_EQ(finding(*data, ErrorCode::provinces_disagree), nullptr);
  expect_provinces_like_the_built_in(*data->dataset);
  const auto built_in = vietnam_2007();
  for (const auto unit : built_in->dataset->frame.at_level(tests::district_level)) {
    const auto& there = built_in->dataset->frame[unit];
    const auto here = data->dataset->frame.find(there.code);
    ASSERT_TRUE(here) << there.code;
    EXPECT_EQ(data->dataset->frame[*here].name_vi, there.name_vi);
    EXPECT_EQ(data->dataset->frame[*here].parent_code, there.parent_code) << there.code;
  }
}

TEST_F(Recipe, ForALayerOfCodesMakesTheProvincesToo) {
  follow(1, "2008-08-01");
  write_built_in({"MA_HUYEN", "TEN_HUYEN", "MA_TINH", "TEN_TINH"},
                 [](const core::admin::Frame& frame, std::size_t unit) {
                   return std::vector{frame[unit].code, frame[unit].name_vi, frame[unit].parent_code,
                                      frame[*frame.parent(unit)].name_vi};
                 });
  const auto data = opened(folder());
  EXPECT_EQ(published_without_area(*data->dataset), "");
  expect_provinces_like_the_built_in(*data->dataset);
  EXPECT_TRUE(find_province(*data->dataset, "Bình Dương"));
}

/// The 674 districts of 2007, which may not be part of the project.
class RecipeOnRealBoundaries : public Recipe {
 protected:
  void SetUp() override {
    const fs::path shared = fs::path(VICINIA_SHARED_DATA_DIR) / "boundaries";
    if (!fs::exists(shared / "vnm_adm2_2007vintage_gadmv1_674.shp"))
      GTEST_SKIP() << "needs ../shared/data/boundaries";
    follow(0, "2007-12-31");
    for (const char* part : {".shp", ".shx", ".dbf", ".prj", ".cpg"})
      fs::copy_file(shared / ("vnm_adm2_2007vintage_gadmv1_674" + std::string(part)),
                    folder() / ("my_districts" + std::string(part)));
  }
};

TEST_F(RecipeOnRealBoundaries, GivesEveryPublishedDistrictItsArea) {
  const auto data = opened(folder());
  std::set<core::admin::UnitIndex> published;
  for (const auto& row : data->dataset->observations.rows()) published.insert(row.unit);
  EXPECT_EQ(published.size(), 84u);
  EXPECT_EQ(published_without_area(*data->dataset), "");
  for (const auto unit : data->dataset->frame.at_level(tests::district_level))
    if (const auto& known = data->dataset->frame[unit]; known.code.size() == 3) {
      EXPECT_EQ(known.name_vi.find("Ð"), std::string::npos) << "names are those of the table";
    }
}

TEST_F(RecipeOnRealBoundaries, FindsEachDistrictWhereItsSeatIs) {
  const auto data = opened(folder());
  const auto seats = gis::io::read_points(folder() / "seats.csv", {.target_crs = data->dataset->crs});
  ASSERT_TRUE(seats);
  const auto code = *seats->attributes.column("code", "");
  std::set<core::admin::UnitIndex> published;
  for (const auto& row : data->dataset->observations.rows()) published.insert(row.unit);
  for (std::size_t i = 0; i < seats->points.size(); ++i) {
    const auto unit = data->dataset->frame.find(seats->attributes.rows[i][code]);
    ASSERT_TRUE(unit);
    if (!published.contains(*unit)) continue;
    EXPECT_TRUE(core::geom::covers(data->dataset->areas[*unit], seats->points[i]))
        << data->dataset->frame[*unit].name_vi;
  }
}

TEST_F(RecipeOnRealBoundaries, SaysInOneLineEachWhatItFoundOtherwise) {
  const auto data = opened(folder());
  const std::map<ErrorCode, std::string> expected{
      {ErrorCode::codes_by_place, "6|Qui Nhon|Quy Nhơn"},
      {ErrorCode::units_without_code, "2|Châu Thành, Sóc Trăng; Tân Phú Ðông, Tiền Giang"},
      {ErrorCode::features_joined, "1|2"},
      {ErrorCode::provinces_from_districts, "64|tỉnh|provinces|huyện|districts"}};
  for (const auto& [code, detail] : expected) {
    ASSERT_NE(finding(*data, code), nullptr) << core::name_of(code);
    EXPECT_EQ(finding(*data, code)->detail, detail);
  }
  ASSERT_NE(finding(*data, ErrorCode::units_not_in_layer), nullptr);
  EXPECT_EQ(finding(*data, ErrorCode::units_not_in_layer)->detail.substr(0, 3), "11|");
}

TEST_F(RecipeOnRealBoundaries, MakesThe64ProvincesOf2007ValidAndWhole) {
  const auto data = opened(folder());
  const core::Dataset& set = *data->dataset;
  const auto provinces = set.frame.at_level(tests::province_level);
  EXPECT_EQ(provinces.size(), 64u);
  for (const auto province : provinces) {
    EXPECT_EQ(core::geom::fault_of(set.areas[province]), "") << set.frame[province].name_vi;
    double districts = 0;
    for (const auto unit : set.frame.within(province)) districts += *core::geom::area_m2(set.areas[unit]);
    // Six districts overlap by some thousandths in the data.
    EXPECT_NEAR(*core::geom::area_m2(set.areas[province]) / districts, 1, 5e-3)
        << set.frame[province].name_vi;
  }
  EXPECT_EQ(set.frame[*find_province(set, "Hà Tây")].code, "28");
  EXPECT_EQ(set.frame[*find_unit(set, "Mê Linh")].parent_code, "26");
}

TEST_F(RecipeOnRealBoundaries, FindsTextileAroundHoChiMinhCityAndNineAgglomerationsAcrossProvinces) {
  const auto data = opened(folder());
  const auto contiguity = Contiguity::build(*data->dataset, 0);
  ASSERT_TRUE(contiguity);
  std::size_t crossing = 0;
  for (std::size_t sector = 0; sector < data->dataset->sectors.size(); ++sector) {
    Document document{data, {}};
    document.view.sector = sector;
    const auto reports = find_agglomerations(document, *contiguity);
    ASSERT_TRUE(reports);
    for (const AgglomerationReport& report : *reports) crossing += report.provinces.size() > 1 ? 1 : 0;
    if (sector != 0) continue;
    const AgglomerationReport& largest = reports->front();
    EXPECT_EQ(largest.found.members.size(), 18u);
    EXPECT_EQ(largest.found.sums.employees, core::Cell::of(422823));
    std::set<std::string> provinces;
    for (const auto province : largest.provinces) provinces.insert(data->dataset->frame[province].code);
    EXPECT_EQ(provinces, (std::set<std::string>{"72", "74", "75", "79"}));
  }
  EXPECT_EQ(crossing, 9u);
}

TEST_F(RecipeOnRealBoundaries, NoticesThatTheBuiltInProvincesDoNotFit) {
  Json manifest;
  std::ifstream(folder() / "manifest.json") >> manifest;
  manifest["levels"][0] = {{"id", "province"},
                           {"file", "provinces.shp"},
                           {"code", "code"},
                           {"name_vi", "name_vi"},
                           {"name_en", "name_en"}};
  std::ofstream(folder() / "manifest.json") << manifest;
  const auto data = opened(folder());
  const core::Finding* misfit = finding(*data, ErrorCode::provinces_disagree);
  ASSERT_NE(misfit, nullptr);
  EXPECT_EQ(misfit->detail.substr(0, 6), "61|63|");
  // The provinces are those of 2008: districts belong to them as drawn, and are counted where the layer has them.
  const auto& frame = data->dataset->frame;
  EXPECT_EQ(frame[*find_unit(*data->dataset, "Mê Linh")].parent_code, "01");
  EXPECT_EQ(frame[*find_unit(*data->dataset, "Mê Linh")].survey_parent_code, "26");
}

// ---- what is said of units in general --------------------------------------------------------------------------------

class SayingsOfUnits : public testing::Test {
 protected:
  void SetUp() override { fs::copy(fs::path(VICINIA_TEST_DATA_DIR) / "matrix-long", folder()); }
  [[nodiscard]] fs::path folder() const { return folder_.path() / "data"; }
  Json features() const {
    Json layer;
    std::ifstream(folder() / "districts.geojson") >> layer;
    return layer;
  }
  void write(const Json& layer) const { std::ofstream(folder() / "districts.geojson") << layer; }
  TemporaryFolder folder_;
};

TEST_F(SayingsOfUnits, OfOneCodeAndTwoNamesDoNotAdviseToMakeTwoUnitsOfOne) {
  Json layer = features();
  const std::string code = layer["features"][0]["properties"]["code"];
  layer["features"][1]["properties"]["code"] = code;
  write(layer);
  const auto data = load(folder());
  ASSERT_FALSE(data);
  const std::string en = error_text(data.error(), Language::en), vi = error_text(data.error(), Language::vi);
  EXPECT_NE(en.find("feature 2"), std::string::npos) << en;
  EXPECT_NE(en.find("Features 1, 2 have the code \"" + code + "\" in common"), std::string::npos) << en;
  EXPECT_NE(en.find("If they are parts of one unit, give them the same name and province"), std::string::npos)
      << en;
  EXPECT_NE(vi.find("Các đối tượng 1, 2 cùng mang mã \"" + code + "\""), std::string::npos) << vi;
}

TEST_F(SayingsOfUnits, WithUnknownProvincesAreOneLine) {
  Json layer = features();
  for (auto& feature : layer["features"]) feature["properties"]["parent"] = "99";
  write(layer);
  const auto data = load(folder());
  ASSERT_FALSE(data);
  const std::string en = error_text(data.error(), Language::en), vi = error_text(data.error(), Language::vi);
  EXPECT_EQ(std::ranges::count(en, '\n'), 0) << en;
  const std::string others = std::to_string(layer["features"].size() - 1);
  EXPECT_NE(en.find("The same holds for " + others + " more, features 2 ("), std::string::npos) << en;
  EXPECT_NE(vi.find("Điều này cũng đúng với " + others + " đối tượng khác: 2 ("), std::string::npos) << vi;
}

TEST_F(SayingsOfUnits, WithoutAProvinceNothingCrossesOne) {
  Json manifest;
  std::ifstream(folder() / "manifest.json") >> manifest;
  manifest["districts"].erase("parent");
  std::ofstream(folder() / "manifest.json") << manifest;
  const auto data = opened(folder());
  EXPECT_EQ(finding(*data, ErrorCode::provinces_disagree), nullptr)
      << "nobody says that the districts are of any";
  const auto contiguity = Contiguity::build(*data->dataset, 0);
  ASSERT_TRUE(contiguity);
  std::size_t members = 0;
  for (std::size_t sector = 0; sector < data->dataset->sectors.size(); ++sector) {
    Document document{data, {}};
    document.view.sector = sector;
    const auto reports = find_agglomerations(document, *contiguity);
    ASSERT_TRUE(reports);
    for (const AgglomerationReport& report : *reports) {
      EXPECT_TRUE(report.provinces.empty());
      members = std::max(members, report.found.members.size());
    }
    const auto json = nlohmann::json::parse(*agglomerations_json(document, *reports));
    for (const auto& row : json) EXPECT_EQ(row["crosses_provinces"], false);
  }
  EXPECT_GT(members, 1u) << "there is one that would cross";
}

}  // namespace
}  // namespace vicinia::workspace
