// Boundaries as people have them: which field is what, which level, which codes.
#include "vicinia/gis/imports/boundaries.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "expect_error.h"
#include "files.h"
#include "vicinia/core/text/encoding.h"
#include "vicinia/gis/imports/known_frames.h"
#include "vicinia/gis/io/units_reader.h"

namespace vicinia::gis::imports {
namespace {

namespace fs = std::filesystem;

fs::path resources() { return VICINIA_RESOURCES_DIR; }
fs::path shared(const char* file) { return fs::path(VICINIA_SHARED_DATA_DIR) / "boundaries" / file; }

/// A layer of the fields, by rows.
io::Attributes layer(std::vector<std::string> fields, std::vector<std::vector<std::string>> rows) {
  return {std::move(fields), std::move(rows)};
}

TEST(Fields, OfALayerWithNumberedLevelsAreThoseOfTheFinest) {
  const auto fields =
      guess_fields(layer({"ID_1", "NAME_1", "ID_2", "NAME_2", "VARNAME_2", "TYPE_2", "ENGTYPE_2"},
                         {{"1", "Bến Tre", "11", "Châu Thành", "Chau Thanh", "Huyện", "District"},
                          {"1", "Bến Tre", "12", "Bến Tre", "Ben Tre", "Thành phố", "City"},
                          {"2", "Long An", "21", "Châu Thành", "Chau Thanh", "Huyện", "District"},
                          {"2", "Long An", "22", "Tân An", "Tan An", "Thành phố", "City"},
                          {"2", "Long An", "23", "Bến Lức", "Ben Luc", "Huyện", "District"}}));
  EXPECT_EQ(fields.name_vi, "NAME_2");
  EXPECT_EQ(fields.name_en, "VARNAME_2");
  EXPECT_EQ(fields.kind, "TYPE_2");
  EXPECT_EQ(fields.code, "ID_2");
  EXPECT_EQ(fields.parent_name, "NAME_1");
  EXPECT_EQ(fields.parent_code, "ID_1");
}

TEST(Fields, WithVietnameseNamesAreUnderstood) {
  const auto attributes =
      layer({"OBJECTID", "MaTinh", "TenTinh", "MaHuyen", "TenHuyen", "Loai", "Shape_Area"},
            {{"1", "83", "Bến Tre", "831", "Châu Thành", "Huyện", "1.5"},
             {"2", "83", "Bến Tre", "829", "Bến Tre", "Thành phố", "0.7"},
             {"3", "80", "Long An", "808", "Châu Thành", "Huyện", "1.1"},
             {"4", "80", "Long An", "794", "Tân An", "Thành phố", "0.9"}});
  const auto fields = guess_fields(attributes);
  EXPECT_EQ(fields.name_vi, "TenHuyen");
  EXPECT_EQ(fields.kind, "Loai");
  EXPECT_EQ(fields.code, "MaHuyen");
  EXPECT_EQ(fields.parent_name, "TenTinh");
  EXPECT_EQ(fields.parent_code, "MaTinh");
  EXPECT_EQ(guess_level(attributes, fields), "district");
}

TEST(Fields, OfALayerOfNamesAloneAreTheName) {
  const auto fields =
      guess_fields(layer({"FID", "ten"}, {{"0", "Sông Đào"}, {"1", "Núi Thành"}, {"2", "Đồng Cỏ"}}));
  EXPECT_EQ(fields.name_vi, "ten");
  EXPECT_EQ(fields.code, "");
  EXPECT_EQ(fields.parent_name, "");
}

TEST(LevelOfALayer, IsSaidByTheKindsOfItsUnitsOrTheirNumber) {
  const auto communes = layer({"ten", "loai"}, {{"Ba Đình", "Phường"}, {"Bát Tràng", "Xã"}});
  EXPECT_EQ(guess_level(communes, {.name_vi = "ten", .kind = "loai"}), "commune");
  const auto named = layer({"ten"}, {{"Quận 1"}, {"Huyện Củ Chi"}, {"Quận 12"}});
  EXPECT_EQ(guess_level(named, {.name_vi = "ten"}), "district");
  EXPECT_EQ(guess_level(layer({"ten"}, {{"Hà Nội"}, {"Bắc Ninh"}}), {.name_vi = "ten"}), "province");
}

TEST(Fields, OfTheBuiltInLayersAreGuessedRight) {
  const auto districts = read_boundaries({.file = resources() / "data/vietnam-2007/districts.shp"});
  ASSERT_VALUE(districts);
  EXPECT_EQ(districts->fields.name_vi, "name_vi");
  EXPECT_EQ(districts->fields.code, "code");
  EXPECT_EQ(districts->fields.kind, "type_vi");
  EXPECT_EQ(districts->level, "district");
  const auto provinces = read_boundaries({.file = resources() / "data/vietnam-2025/provinces.shp"});
  ASSERT_VALUE(provinces);
  EXPECT_EQ(provinces->fields.name_vi, "name_vi");
  EXPECT_EQ(provinces->fields.code, "code");
  EXPECT_EQ(provinces->fields.kind, "kind");
  EXPECT_EQ(provinces->level, "province");
}

/// Real districts with names of provinces, written with what is left of their fields.
class NamesAlone : public testing::Test {
 protected:
  test::TemporaryFolder folder_;
};

TEST_F(NamesAlone, GetTheCodesThatUnitsOfTheirNamesHave) {
  auto districts = read_boundaries({.file = resources() / "data/vietnam-2025/provinces.shp"});
  ASSERT_VALUE(districts);
  districts->fields.code.clear();
  std::vector<core::admin::Frame> known;
  for (const KnownFrame& one : known_frames(resources())) known.push_back(one.frame);
  ASSERT_EQ(known.size(), 2u);
  const auto written = write_boundaries(*districts, known, folder_.path());
  ASSERT_VALUE(written);
  ASSERT_EQ(written->findings.size(), 1u);
  EXPECT_EQ(written->findings[0].code, core::ErrorCode::codes_by_name);
  EXPECT_EQ(written->findings[0].detail, "34|34");
  io::Manifest manifest;
  manifest.levels = written->levels;
  manifest.projected_crs = written->crs;
  const auto units = io::read_units(folder_.path(), manifest, {});
  ASSERT_VALUE(units);
  EXPECT_EQ(units->frame.size(), 34u);
  EXPECT_EQ(units->frame[*units->frame.find("79")].name_vi, "Hồ Chí Minh");
}

TEST(BoundariesOf2007, HaveNamesKindsCodesAndProvincesFound) {
  const fs::path file = shared("vnm_adm2_2007vintage_gadmv1_674.shp");
  if (!fs::exists(file)) GTEST_SKIP() << "needs ../shared/data/boundaries";
  const auto read = read_boundaries({.file = file});
  ASSERT_VALUE(read);
  EXPECT_EQ(read->fields.name_vi, "NAME_3");
  EXPECT_EQ(read->fields.kind, "TYPE_3");
  EXPECT_EQ(read->fields.parent_name, "NAME_2");
  EXPECT_EQ(read->level, "district");
}

}  // namespace
}  // namespace vicinia::gis::imports
