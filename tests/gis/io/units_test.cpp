// From layers to units: features joined, provinces put together from districts or compared with them, codes
// found by name.
#include <gtest/gtest.h>

#include <algorithm>

#include "expect_error.h"
#include "files.h"
#include "mini_dataset.h"
#include "support/levels.h"
#include "vicinia/core/geom/measures.h"
#include "vicinia/core/geom/overlay.h"
#include "vicinia/gis/io/dataset_reader.h"

namespace vicinia::test {
namespace {

namespace fs = std::filesystem;
using core::ErrorCode;
using gis::io::LayerToWrite;
using gis::io::write_polygons;

constexpr const char* mini_provinces_line =
    R"("provinces": {"file": "provinces.shp", "code": "code", "name_vi": "name_vi", "name_en": "name_en"},)";
constexpr double square_m2 = mini_side_m * mini_side_m;

class Units : public testing::Test {
 protected:
  void SetUp() override { ASSERT_VALUE(write_mini(folder_.path())); }
  void write_districts(const LayerToWrite& layer) {
    ASSERT_VALUE(write_polygons(folder_ / "districts.shp", layer));
  }
  void change(std::string_view from, std::string_view to) {
    ASSERT_TRUE(replace_in_file(folder_ / "manifest.json", from, to)) << from;
  }
  auto read() { return gis::io::read_dataset(folder_.path()); }
  [[nodiscard]] std::string name(const char* file) const { return (folder_ / file).string(); }

  TemporaryFolder folder_;
};

const core::Finding* finding(const gis::io::LoadedDataset& loaded, ErrorCode code) {
  const auto at = std::ranges::find(loaded.findings, code, &core::Finding::code);
  return at == loaded.findings.end() ? nullptr : &*at;
}

const core::geom::MultiPolygon& area_of(const core::Dataset& data, const char* code) {
  return data.areas[*data.frame.find(code)];
}

void add_feature(LayerToWrite& layer, std::size_t like, core::geom::Polygon polygon) {
  layer.rows.push_back(layer.rows[like]);
  layer.areas.push_back({std::move(polygon)});
}

TEST_F(Units, OfSeveralFeaturesAreJoinedAndToldOnce) {
  LayerToWrite layer = mini_districts();
  add_feature(layer, 0, rectangle(mini_west_m - 3000, mini_south_m, mini_west_m - 2000, mini_south_m + 1000));
  add_feature(layer, 0,
              rectangle(mini_west_m - 3000, mini_south_m + 2000, mini_west_m - 2000, mini_south_m + 3000));
  add_feature(layer, 5,
              rectangle(mini_west_m - 3000, mini_south_m + 4000, mini_west_m - 2000, mini_south_m + 5000));
  write_districts(layer);
  const auto loaded = read();
  ASSERT_VALUE(loaded);
  EXPECT_EQ(loaded->dataset->frame.at_level(tests::district_level).size(), 6U);
  EXPECT_EQ(area_of(*loaded->dataset, "11").size(), 3U);
  EXPECT_DOUBLE_EQ(*core::geom::area_m2(area_of(*loaded->dataset, "11")), square_m2 + 2e6);
  const core::Finding* joined = finding(*loaded, ErrorCode::features_joined);
  ASSERT_NE(joined, nullptr);
  EXPECT_EQ(joined->subject, (core::Subject{.file = name("districts.shp"), .row = 1, .id = "11"}));
  EXPECT_EQ(joined->detail, "2|5");
}

TEST_F(Units, HaveTheKindThatTheirFieldStates) {
  LayerToWrite layer = mini_districts();
  layer.fields.push_back({.name = "loai"});
  for (auto& row : layer.rows) row.push_back(row[0] == "11" ? "Thành phố" : "Huyện");
  write_districts(layer);
  change(R"("parent": "parent")", R"("parent": "parent", "kind": "loai")");
  const auto loaded = read();
  ASSERT_VALUE(loaded);
  EXPECT_TRUE(loaded->findings.empty());
  const core::admin::Frame& frame = loaded->dataset->frame;
  EXPECT_EQ(frame[*frame.find("11")].kind_vi, "Thành phố");
  EXPECT_EQ(frame[*frame.find("11")].kind_en, "city");
  EXPECT_EQ(frame[*frame.find("12")].kind_en, "rural district");
  EXPECT_EQ(frame[*frame.find("1")].kind_vi, "") << "nothing states it";
  change(R"("kind": "loai")", R"("kind": "lo")");
  ASSERT_ERROR(read(), missing_field);
}

TEST_F(Units, WhoseFeaturesTouchOrOverlapComeOutAsOneValidArea) {
  LayerToWrite layer = mini_districts();
  add_feature(
      layer, 0,
      rectangle(mini_west_m - 5000, mini_south_m, mini_west_m, mini_south_m + mini_side_m));  // touches
  add_feature(layer, 0,
              rectangle(mini_west_m - 6000, mini_south_m, mini_west_m - 4000,
                        mini_south_m + mini_side_m));  // overlaps that
  write_districts(layer);
  const auto loaded = read();
  ASSERT_VALUE(loaded);
  const auto& area = area_of(*loaded->dataset, "11");
  EXPECT_EQ(area.size(), 1U);
  EXPECT_EQ(core::geom::fault_of(area), "");
  EXPECT_NEAR(*core::geom::area_m2(area), square_m2 * 1.6, 1);
}

TEST_F(Units, NamesThatDifferInNormalFormOrBlanksAreOneAndAnIslandNeedsNone) {
  LayerToWrite layer = mini_districts();
  for (int i = 0; i < 3; ++i)
    add_feature(layer, 0,
                rectangle(mini_west_m - 3000, mini_south_m + 2000 * i, mini_west_m - 2000,
                          mini_south_m + 2000 * i + 1000));
  layer.rows[6][1] = "Ta\xCC\x82y  Ha\xCC\xA3 ";  // decomposed, and with blanks
  layer.rows[7][1] = "Tây\xC2\xA0Hạ";             // with a blank that does not break
  layer.rows[8][1] = layer.rows[8][2] = "";
  write_districts(layer);
  const auto loaded = read();
  ASSERT_VALUE(loaded);
  EXPECT_EQ(loaded->dataset->frame[*loaded->dataset->frame.find("11")].name_vi, "Tây Hạ");
  ASSERT_NE(finding(*loaded, ErrorCode::features_joined), nullptr);
  EXPECT_EQ(finding(*loaded, ErrorCode::features_joined)->detail, "1|4");
}

TEST_F(Units, OfOneCodeWithDifferentProvincesAreAnErrorThatIsSummedUp) {
  LayerToWrite layer = mini_districts();
  for (std::size_t unit = 0; unit < 4; ++unit) {
    add_feature(layer, unit,
                rectangle(mini_west_m - 3000, mini_south_m + 2000.0 * static_cast<double>(unit),
                          mini_west_m - 2000, mini_south_m + 2000.0 * static_cast<double>(unit) + 1000));
    layer.rows.back()[3] = "3";
  }
  write_districts(layer);
  const auto loaded = read();
  ASSERT_ERROR(loaded, features_differ);
  EXPECT_EQ(loaded.error().subject.field, "parent");
  EXPECT_EQ(loaded.error().detail, "1, 7|\"1\", \"3\"");
  ASSERT_NE(loaded.error().cause, nullptr);
  EXPECT_EQ(loaded.error().cause->code, ErrorCode::and_others);
  EXPECT_EQ(loaded.error().cause->detail, "3|8 (12), 9 (21) …");
  EXPECT_EQ(length_of_chain(loaded.error()), 2U);
}

TEST_F(Units, WithParentsThatAreNotThereAreSummedUp) {
  LayerToWrite layer = mini_districts();
  for (auto& row : layer.rows) row[3] = "X" + row[3];
  layer.rows[5][0] = "";
  write_districts(layer);
  auto loaded = read();
  ASSERT_ERROR(loaded, missing_code);
  layer.rows[5][0] = "32";
  write_districts(layer);
  loaded = read();
  ASSERT_ERROR(loaded, unknown_parent);
  EXPECT_EQ(loaded.error().detail, "X1");
  EXPECT_EQ(loaded.error().cause->detail, "5|2 (12), 3 (21) …");
}

TEST_F(Units, WithoutAGeometryAreToldWithRowAndCode) {
  LayerToWrite layer = mini_districts();
  layer.areas[3].clear();
  write_districts(layer);
  const auto loaded = read();
  ASSERT_VALUE(loaded);
  const core::Finding* empty = finding(*loaded, ErrorCode::empty_geometry);
  ASSERT_NE(empty, nullptr);
  EXPECT_EQ(empty->subject, (core::Subject{.file = name("districts.shp"), .row = 4, .id = "22"}));
}

TEST_F(Units, WithOneAndTheSameAreaAreNamed) {
  LayerToWrite layer = mini_districts();
  layer.areas[4] = layer.areas[1];
  std::ranges::rotate(layer.areas[4][0].outer(), layer.areas[4][0].outer().begin() + 1);
  layer.areas[4][0].outer().back() = layer.areas[4][0].outer().front();  // closed where it now begins
  write_districts(layer);
  const auto loaded = read();
  ASSERT_VALUE(loaded);
  const core::Finding* same = finding(*loaded, ErrorCode::identical_areas);
  ASSERT_NE(same, nullptr);
  EXPECT_EQ(same->subject, (core::Subject{.file = name("districts.shp"), .row = 2, .id = "12"}));
  EXPECT_EQ(same->detail, "1|31");
}

class ProvincesFromDistricts : public Units {
 protected:
  void SetUp() override {
    Units::SetUp();
    layer_ = mini_districts();
    layer_.fields.push_back({.name = "prov_vi"});
    layer_.fields.push_back({.name = "prov_en"});
    for (auto& row : layer_.rows) {
      row.push_back(row[3] == "1" ? "Tây" : row[3] == "2" ? "Giữa" : "Đông");
      row.push_back(row[3] == "1" ? "West" : row[3] == "2" ? "Middle" : "East");
    }
    write_districts(layer_);
    change(mini_provinces_line, "");
    change(R"("parent": "parent")",
           R"("parent": "parent", "parent_name_vi": "prov_vi", "parent_name_en": "prov_en")");
  }
  LayerToWrite layer_;
};

TEST_F(ProvincesFromDistricts, HaveTheOutlineOfTheirDistrictsAndTheNamesOfTheFieldsStated) {
  const auto loaded = read();
  ASSERT_VALUE(loaded);
  const core::Dataset& data = *loaded->dataset;
  EXPECT_EQ(data.frame.at_level(tests::province_level), (std::vector<std::size_t>{0, 1, 2}));
  EXPECT_EQ(data.frame[2].name_vi, "Đông");
  EXPECT_EQ(data.frame[2].name_en, "East");
  for (const char* code : {"1", "2", "3"}) {
    EXPECT_EQ(area_of(data, code).size(), 1U);
    EXPECT_NEAR(*core::geom::area_m2(area_of(data, code)), 2 * square_m2, 1);
    EXPECT_EQ(core::geom::fault_of(area_of(data, code)), "");
  }
  ASSERT_EQ(loaded->findings.size(), 1U);
  EXPECT_EQ(loaded->findings[0].code, ErrorCode::provinces_from_districts);
  EXPECT_EQ(loaded->findings[0].detail, "3|tỉnh|provinces|huyện|districts");
}

TEST_F(ProvincesFromDistricts, MayBeAskedForInSoManyWords) {
  change(R"("districts": {)", R"("provinces": {"from": "districts"}, "districts": {)");
  const auto loaded = read();
  ASSERT_VALUE(loaded);
  EXPECT_NE(finding(*loaded, ErrorCode::provinces_from_districts), nullptr);
  change(R"("from": "districts")", R"("from": "communes")");
  const auto wrong = read();
  ASSERT_ERROR(wrong, bad_manifest);
  EXPECT_EQ(wrong.error().subject.field, "provinces.from");
}

TEST_F(ProvincesFromDistricts, TakeTheNameThatMostOfThemGiveAndTellTheOther) {
  add_feature(layer_, 4,
              rectangle(mini_west_m + 30000, mini_south_m, mini_west_m + 40000, mini_south_m + mini_side_m));
  layer_.rows.back()[0] = "33";
  layer_.rows[4][4] = "Phương Đông";
  layer_.rows[0][4] = "Ta\xCC\x82y ";  // the same name, written otherwise
  write_districts(layer_);
  const auto loaded = read();
  ASSERT_VALUE(loaded);
  EXPECT_EQ(loaded->dataset->frame[0].name_vi, "Tây");
  EXPECT_EQ(loaded->dataset->frame[2].name_vi, "Đông");
  const core::Finding* differ = finding(*loaded, ErrorCode::parent_names_differ);
  ASSERT_NE(differ, nullptr);
  EXPECT_EQ(differ->subject.id, "3");
  EXPECT_EQ(differ->detail, "1|Đông|Phương Đông|tỉnh|provinces|huyện|districts");
}

TEST_F(ProvincesFromDistricts, AreTheirNamesWhereTheyHaveNoCodes) {
  change(R"("parent": "parent", )", "");
  const auto loaded = read();
  ASSERT_VALUE(loaded);
  const auto middle = loaded->dataset->frame.find("Giữa");
  ASSERT_TRUE(middle);
  EXPECT_NEAR(*core::geom::area_m2(loaded->dataset->areas[*middle]), 2 * square_m2, 1);
}

TEST_F(ProvincesFromDistricts, AreToldApartFromDistrictsThatAreNumberedFromOneToo) {
  for (std::size_t i = 0; i < layer_.rows.size(); ++i) layer_.rows[i][0] = std::to_string(i + 1);
  write_districts(layer_);
  write_file(folder_ / "observations.csv", "unit_code,sector_no,employees\n1,I,400\n");
  const auto loaded = read();
  ASSERT_VALUE(loaded);
  const core::Dataset& data = *loaded->dataset;
  EXPECT_EQ(data.frame[0].code, "P1");
  EXPECT_EQ(data.frame.parent(*data.frame.find("6")), data.frame.find("P3"));
  EXPECT_EQ(data.frame[data.observations.rows()[0].unit].level, tests::district_level);
  ASSERT_NE(finding(*loaded, ErrorCode::province_codes_changed), nullptr);
  EXPECT_EQ(finding(*loaded, ErrorCode::province_codes_changed)->detail,
            "3|P1|tỉnh|provinces|huyện|districts");
}

TEST_F(ProvincesFromDistricts, LeaveOutADistrictThatNamesNone) {
  layer_.rows[5][3] = "";
  write_districts(layer_);
  const auto loaded = read();
  ASSERT_VALUE(loaded);
  EXPECT_NEAR(*core::geom::area_m2(area_of(*loaded->dataset, "3")), square_m2, 1);
  EXPECT_FALSE(loaded->dataset->frame.parent(*loaded->dataset->frame.find("32")));
}

class ProvinceLayer : public Units {
 protected:
  void write_provinces(const LayerToWrite& layer) {
    ASSERT_VALUE(write_polygons(folder_ / "provinces.shp", layer));
  }
};

TEST_F(ProvinceLayer, ThatFitsGivesNoFinding) {
  for (const fs::path& folder :
       {fs::path(VICINIA_TEST_DATA_DIR) / "mini", fs::path(VICINIA_TEST_DATA_DIR) / "matrix-long"}) {
    const auto loaded = gis::io::read_dataset(folder);
    ASSERT_VALUE(loaded);
    EXPECT_EQ(finding(*loaded, ErrorCode::provinces_disagree), nullptr) << folder;
  }
}

TEST_F(ProvinceLayer, OfCoarserOutlinesIsToldWithTheWorstAndItsShare) {
  LayerToWrite layer = mini_provinces();
  // The border of the first two runs 2 km further east than that of their districts.
  layer.areas[0] = {rectangle(mini_west_m, mini_south_m, mini_west_m + 12000, mini_south_m + 20000)};
  layer.areas[1] = {rectangle(mini_west_m + 12000, mini_south_m, mini_west_m + 20000, mini_south_m + 20000)};
  write_provinces(layer);
  const auto loaded = read();
  ASSERT_VALUE(loaded);
  const core::Finding* misfit = finding(*loaded, ErrorCode::provinces_disagree);
  ASSERT_NE(misfit, nullptr);
  EXPECT_EQ(misfit->subject, (core::Subject{.file = name("provinces.shp"), .row = 2, .id = "Giữa"}));
  EXPECT_EQ(misfit->detail, "1|3|20|tỉnh|provinces|huyện|districts");
}

TEST_F(ProvinceLayer, ThatIsALittleCoarserIsNot) {
  LayerToWrite layer = mini_provinces();
  layer.areas[0] = {rectangle(mini_west_m, mini_south_m, mini_west_m + 10100, mini_south_m + 20000)};
  write_provinces(layer);
  const auto loaded = read();
  ASSERT_VALUE(loaded);
  EXPECT_EQ(finding(*loaded, ErrorCode::provinces_disagree), nullptr);
}

TEST_F(ProvinceLayer, ThatSomeDistrictsFillInPartIsNot) {
  LayerToWrite layer = mini_districts();
  layer.rows.pop_back();
  layer.areas.pop_back();
  write_districts(layer);
  write_file(folder_ / "observations.csv", "unit_code,sector_no,employees\n11,I,400\n");
  const auto loaded = read();
  ASSERT_VALUE(loaded);
  EXPECT_EQ(finding(*loaded, ErrorCode::provinces_disagree), nullptr);
}

TEST_F(ProvinceLayer, OfAnotherPlaceIsToldAsSuch) {
  LayerToWrite layer = mini_provinces();
  for (auto& area : layer.areas)
    for (auto& vertex : area[0].outer()) vertex.y(vertex.y() + 500000);
  write_provinces(layer);
  const auto loaded = read();
  ASSERT_VALUE(loaded);
  const core::Finding* elsewhere = finding(*loaded, ErrorCode::provinces_elsewhere);
  ASSERT_NE(elsewhere, nullptr);
  EXPECT_EQ(elsewhere->detail, "3|tỉnh|provinces|huyện|districts");
  EXPECT_EQ(finding(*loaded, ErrorCode::provinces_disagree), nullptr);
}

TEST_F(ProvinceLayer, OfAnotherDateHasAProvinceThatIsNoLongerOne) {
  LayerToWrite layer = mini_districts();
  for (auto& row : layer.rows)
    if (row[3] == "3") row[3] = "2";  // Đông has been merged into Giữa
  write_districts(layer);
  const auto loaded = read();
  ASSERT_VALUE(loaded);
  const core::Finding* misfit = finding(*loaded, ErrorCode::provinces_disagree);
  ASSERT_NE(misfit, nullptr);
  EXPECT_EQ(misfit->detail.substr(0, 4), "2|3|");
}

TEST_F(ProvinceLayer, MayHaveProvincesOfWhichNoDistrictIsKnown) {
  LayerToWrite layer = mini_districts();
  layer.rows.resize(2);
  layer.areas.resize(2);
  write_districts(layer);
  write_file(folder_ / "observations.csv", "unit_code,sector_no,employees\n11,I,400\n");
  const auto loaded = read();
  ASSERT_VALUE(loaded);
  EXPECT_EQ(finding(*loaded, ErrorCode::provinces_disagree), nullptr);
  EXPECT_EQ(finding(*loaded, ErrorCode::provinces_elsewhere), nullptr);
}

class CodesByName : public Units {
 protected:
  void SetUp() override {
    Units::SetUp();
    layer_ = mini_districts();
    layer_.fields = {{.name = "ten"}, {.name = "tinh"}};
    layer_.rows = {{"TAY HA", "Tinh Tây"}, {"Huyện Tây Thượng", "TÂY"}, {"Giữa  Hạ", "Giữa"},
                   {"Chợ Lạ", "Giữa"},     {"Ðông Hạ", "Ðông"},         {"Hòn Mới", "Đông"}};
    write_districts(layer_);
    const auto seat = [](const char* code, const char* vi, const char* province, double x, double y) {
      return std::string(code) + "," + vi + "," + province + "," + std::to_string(x) + "," +
             std::to_string(y) + "\n";
    };
    // Seats in degrees, each in the middle of its square; the last lies far away.
    write_file(
        folder_ / "units.csv",
        "code,name_vi,province,lon,lat\n" + seat("11", "Tây Hạ", "1", 105.594, 10.72) +
            seat("12", "Tây Thượng", "1", 105.594, 10.81) + seat("21", "Giữa Hạ", "2", 105.686, 10.72) +
            seat("22", "Giữa Thượng", "2", 105.686, 10.81) + seat("31", "Đông Hạ", "3", 105.777, 10.72) +
            seat("32", "Đông Thượng", "3", 107.500, 10.81));
    write_file(folder_ / "province_names.csv",
               "code,name_vi,type_vi,name_en\n1,Tây,Tỉnh,West\n2,Giữa,Tỉnh,Middle\n3,Đông,Tỉnh,East\n");
    change(mini_provinces_line, "");
    change(
        R"("code": "code", "name_vi": "name_vi", "name_en": "name_en", "parent": "parent")",
        R"("name_vi": "ten", "codes_from": "units.csv", "parent_name_vi": "tinh", "parent_codes_from": "province_names.csv")");
  }
  LayerToWrite layer_;
};

TEST_F(CodesByName, GiveUnitsAndProvincesTheCodesAndNamesOfTheTables) {
  const auto loaded = read();
  ASSERT_VALUE(loaded);
  const core::Dataset& data = *loaded->dataset;
  for (const char* code : {"11", "12", "21", "22", "31"}) {
    ASSERT_TRUE(data.frame.find(code)) << code;
    EXPECT_FALSE(area_of(data, code).empty()) << code;
  }
  EXPECT_EQ(data.frame[*data.frame.find("31")].name_vi, "Đông Hạ") << "with the letter that it should have";
  EXPECT_EQ(data.frame[0].name_en, "West");
  EXPECT_EQ(data.frame[0].kind_en, "province");
  EXPECT_EQ(data.frame.parent(*data.frame.find("11")), 0U);
}

TEST_F(CodesByName, AreFoundByTheSeatWhereTheNameIsAnotherAndThatIsTold) {
  const auto loaded = read();
  ASSERT_VALUE(loaded);
  const core::Finding* by_place = finding(*loaded, ErrorCode::codes_by_place);
  ASSERT_NE(by_place, nullptr);
  EXPECT_EQ(by_place->subject, (core::Subject{.file = name("districts.shp"), .row = 4, .id = "22"}));
  EXPECT_EQ(by_place->detail, "1|Chợ Lạ|Giữa Thượng");
}

TEST_F(CodesByName, NameWhatFitsNothingOnEitherSideAndKeepBoth) {
  const auto loaded = read();
  ASSERT_VALUE(loaded);
  const core::Dataset& data = *loaded->dataset;
  ASSERT_NE(finding(*loaded, ErrorCode::units_without_code), nullptr);
  EXPECT_EQ(finding(*loaded, ErrorCode::units_without_code)->detail, "1|Hòn Mới, Đông");
  EXPECT_FALSE(area_of(data, "Hòn Mới, Đông").empty());
  ASSERT_NE(finding(*loaded, ErrorCode::units_not_in_layer), nullptr);
  EXPECT_EQ(finding(*loaded, ErrorCode::units_not_in_layer)->detail, "1|Đông Thượng (32)");
  EXPECT_TRUE(area_of(data, "32").empty());
  EXPECT_NE(data.observations.find(*data.frame.find("32"), 0, 0), nullptr) << "its values find it";
  EXPECT_NEAR(*core::geom::area_m2(area_of(data, "3")), 2 * square_m2, 1)
      << "the unknown district belongs to its province";
}

TEST_F(CodesByName, CountInTheHashOfTheData) {
  const auto before = read();
  ASSERT_TRUE(replace_in_file(folder_ / "units.csv", "Tây Hạ", "Tây Hạ "));
  const auto after = read();
  ASSERT_VALUE(before);
  ASSERT_VALUE(after);
  EXPECT_NE(before->dataset->content_hash, after->dataset->content_hash);
}

TEST_F(CodesByName, StandInPlaceOfAFieldWithCodes) {
  change(R"("codes_from")", R"("code": "ten", "codes_from")");
  const auto loaded = read();
  ASSERT_ERROR(loaded, bad_manifest);
  EXPECT_EQ(loaded.error().subject.field, "districts.code");
}

}  // namespace
}  // namespace vicinia::test
