// Layers and tables of Viet Nam in old encodings, with the right one stated, a wrong one, or none.
#include <gtest/gtest.h>

#include <array>
#include <string>
#include <vector>

#include "expect_error.h"
#include "files.h"
#include "mini_dataset.h"
#include "vicinia/core/text/encoding.h"
#include "vicinia/gis/io/table.h"
#include "vicinia/gis/io/vector_layer.h"

namespace vicinia::test {
namespace {

namespace fs = std::filesystem;
using core::ErrorCode;
using core::text::Encoding;
using gis::io::read_polygons;
using gis::io::read_table;
using gis::io::TableRequest;

const std::vector<std::string>& names() {
  static const std::vector<std::string> all{"Sông Đào", "Núi Thành", "Đồng Cỏ",
                                            "Bãi Dài",  "Cửa Lạch",  "Hòn Đất"};
  return all;
}

std::string in_encoding(const std::string& text, Encoding encoding) {
  return core::text::from_utf8(text, encoding).value_or("?");
}

/// Six districts in a shapefile whose names are in another encoding.
class NamesIn : public testing::TestWithParam<Encoding> {
 protected:
  void SetUp() override {
    gis::io::LayerToWrite layer = mini_districts();
    for (std::size_t i = 0; i < names().size(); ++i)
      layer.rows[i][1] = std::string(in_encoding(names()[i], GetParam()).size(), static_cast<char>('p' + i));
    ASSERT_VALUE(gis::io::write_polygons(shp_, layer));
    for (std::size_t i = 0; i < names().size(); ++i)
      ASSERT_TRUE(replace_in_file(part(".dbf"), layer.rows[i][1], in_encoding(names()[i], GetParam())));
    fs::remove(part(".cpg"));
  }
  [[nodiscard]] fs::path part(const char* extension) const {
    return fs::path(shp_).replace_extension(extension);
  }
  static void expect_names(const gis::io::PolygonLayer& layer) {
    for (std::size_t i = 0; i < names().size(); ++i) EXPECT_EQ(layer.attributes.rows[i][1], names()[i]);
  }
  [[nodiscard]] static std::string shown() { return std::string(core::text::name_of(GetParam())); }

  TemporaryFolder folder_;
  fs::path shp_ = folder_ / "districts.shp";
};

TEST_P(NamesIn, AreReadWhereNothingIsStated) {
  const auto layer = read_polygons(shp_, {});
  ASSERT_VALUE(layer);
  expect_names(*layer);
  ASSERT_EQ(layer->findings.size(), 1U);
  EXPECT_EQ(layer->findings[0].code, ErrorCode::encoding_recognised);
  EXPECT_EQ(layer->findings[0].subject.id, shown());
  const auto before = core::text::to_utf8(in_encoding(names()[0], GetParam()), Encoding::windows1252);
  if (before) {
    EXPECT_EQ(layer->findings[0].detail, *before + "|" + names()[0]);
  }
}

TEST_P(NamesIn, AreReadWhereAnotherIsStatedWhichIsTold) {
  for (const auto& [cpg, stated] : {std::pair("1252", "Windows-1252"), std::pair("UTF-8", "UTF-8"),
                                    std::pair("ISO-8859-1", "Windows-1252")}) {
    write_file(part(".cpg"), cpg);
    const auto layer = read_polygons(shp_, {});
    ASSERT_VALUE(layer) << cpg;
    expect_names(*layer);
    ASSERT_EQ(layer->findings.size(), 1U) << cpg;
    EXPECT_EQ(layer->findings[0].code, ErrorCode::encoding_misstated);
    EXPECT_EQ(layer->findings[0].subject.id, shown());
    EXPECT_EQ(layer->findings[0].subject.field, stated);
  }
}

TEST_P(NamesIn, AreReadAsAPersonStates) {
  const auto layer = read_polygons(shp_, {.encoding = shown()});
  ASSERT_VALUE(layer);
  expect_names(*layer);
  EXPECT_TRUE(layer->findings.empty());
  write_file(part(".cpg"), "1252");
  const auto against = read_polygons(shp_, {.encoding = shown()});
  ASSERT_VALUE(against);
  expect_names(*against);
  ASSERT_EQ(against->findings.size(), 1U);
  EXPECT_EQ(against->findings[0].code, ErrorCode::encoding_overridden);
  EXPECT_EQ(against->findings[0].subject.id, shown());
  EXPECT_EQ(against->findings[0].detail, "CP1252");
}

TEST_P(NamesIn, AreReadInAnyEncodingThatAPersonStatesWithADoubt) {
  const auto layer = read_polygons(shp_, {.encoding = "ISO-8859-1"});
  ASSERT_VALUE(layer);
  EXPECT_NE(layer->attributes.rows[0][1], names()[0]);
  ASSERT_EQ(layer->findings.size(), 1U);
  EXPECT_EQ(layer->findings[0].code, ErrorCode::encoding_doubted);
  EXPECT_EQ(layer->findings[0].subject.id, "ISO-8859-1");
  EXPECT_EQ(layer->findings[0].subject.field, shown());
}

TEST_P(NamesIn, AreReadInATableByItself) {
  for (const char* extension : {".shp", ".shx", ".prj"}) fs::remove(part(extension));
  const auto table = read_table(part(".dbf"));
  ASSERT_VALUE(table);
  for (std::size_t i = 0; i < names().size(); ++i) EXPECT_EQ(table->rows[i][1], names()[i]);
  ASSERT_EQ(table->findings.size(), 1U);
  EXPECT_EQ(table->findings[0].code, ErrorCode::encoding_recognised);
  EXPECT_EQ(table->findings[0].subject.id, shown());
}

TEST_P(NamesIn, AreReadInText) {
  const fs::path file = folder_ / "t.csv";
  std::string text = "code,name\n";
  for (std::size_t i = 0; i < names().size(); ++i)
    text += std::to_string(i) + ",\"" + in_encoding(names()[i], GetParam()) + "\"\r\n";
  write_file(file, text);
  for (const std::string& stated : {std::string(), shown()}) {
    const auto table = read_table(TableRequest{.file = file, .encoding = stated});
    ASSERT_VALUE(table);
    for (std::size_t i = 0; i < names().size(); ++i) EXPECT_EQ(table->rows[i][1], names()[i]);
    ASSERT_EQ(table->findings.size(), stated.empty() ? 1U : 0U);
    if (stated.empty()) {
      EXPECT_EQ(table->findings[0].code, ErrorCode::encoding_recognised);
    }
  }
}

std::string id_of(const testing::TestParamInfo<Encoding>& encoding) {
  constexpr std::array<const char*, 9> ids{"utf8",  "utf16le", "utf16be", "windows1258", "windows1252",
                                           "tcvn3", "vni",     "vps",     "viscii"};
  return ids[static_cast<std::size_t>(encoding.param)];
}

INSTANTIATE_TEST_SUITE_P(Encodings, NamesIn,
                         testing::Values(Encoding::windows1258, Encoding::tcvn3, Encoding::vni, Encoding::vps,
                                         Encoding::viscii),
                         id_of);

TEST(EncodingOfATable, IsUtf16WithAMarkAndWithout) {
  const TemporaryFolder folder;
  for (const Encoding encoding : {Encoding::utf16le, Encoding::utf16be})
    for (const bool has_mark : {true, false}) {
      const std::string mark = encoding == Encoding::utf16le ? "\xFF\xFE" : "\xFE\xFF";
      write_file(folder / "t.csv", (has_mark ? mark : "") + in_encoding("tên,số\nĐồng Cỏ,1\n", encoding));
      const auto table = read_table(folder / "t.csv");
      ASSERT_VALUE(table);
      EXPECT_EQ(table->columns, (std::vector<std::string>{"tên", "số"}));
      EXPECT_EQ(table->rows, (std::vector<std::vector<std::string>>{{"Đồng Cỏ", "1"}}));
      EXPECT_TRUE(table->findings.empty());
    }
  write_file(folder / "t.csv", in_encoding("a,b\n1,2\n", Encoding::utf16le) + "x");
  const auto cut = read_table(folder / "t.csv");
  ASSERT_ERROR(cut, bad_encoding);
  EXPECT_EQ(cut.error().subject.field, "file:utf16");
}

TEST(EncodingOfATable, ThatIsStatedAndUnknownIsNamed) {
  const TemporaryFolder folder;
  write_file(folder / "t.csv", "a,b\nĐông,2\n");
  const auto table = read_table(TableRequest{.file = folder / "t.csv", .encoding = "no-such-encoding"});
  ASSERT_ERROR(table, bad_encoding);
  EXPECT_EQ(table.error().subject.field, "unknown");
  EXPECT_EQ(table.error().detail, "no-such-encoding");
  const auto wrong = read_table(TableRequest{.file = folder / "t.csv", .encoding = "TCVN3"});
  ASSERT_ERROR(wrong, bad_encoding);
  EXPECT_EQ(wrong.error().subject.row, 2U);
  EXPECT_EQ(wrong.error().detail, "TCVN3");
}

/// Files as people have them, which may not be part of the project.
class EncodingCases : public testing::Test {
 protected:
  static fs::path file(const char* name) {
    return fs::path(VICINIA_SHARED_DATA_DIR) / ".." / "cases" / "files" / name;
  }
  static void expect_names(const char* name, const std::string& stated, ErrorCode found) {
    const auto layer = read_polygons(file(name), {.encoding = stated});
    ASSERT_VALUE(layer) << name;
    for (std::size_t i = 0; i < names().size(); ++i)
      EXPECT_EQ(layer->attributes.rows[i][1], names()[i]) << name;
    if (found == ErrorCode::internal) {
      EXPECT_TRUE(layer->findings.empty()) << name;
    } else {
      ASSERT_EQ(layer->findings.size(), 1U) << name;
      EXPECT_EQ(layer->findings[0].code, found) << name << ": " << name_of(layer->findings[0].code);
    }
  }
};

TEST_F(EncodingCases, MisstatedByTheFile) {
  if (!fs::exists(file("06-encoding-misstated")))
    GTEST_SKIP() << "needs ../shared/cases/files/06-encoding-misstated";
  expect_names("06-encoding-misstated/cpg-1252/districts.shp", "", ErrorCode::encoding_misstated);
  expect_names("06-encoding-misstated/cpg-1252/districts.shp", "UTF-8", ErrorCode::encoding_overridden);
  expect_names("06-encoding-misstated/dbf-1252/districts.shp", "", ErrorCode::encoding_misstated);
  expect_names("06-encoding-misstated/dbf-1252/districts.shp", "CP1258", ErrorCode::encoding_overridden);
  expect_names("06-encoding-misstated/cpg-ansi-1258/districts.shp", "", ErrorCode::internal);
}

TEST_F(EncodingCases, OldVietnameseLayers) {
  if (!fs::exists(file("07-tcvn3-vni"))) GTEST_SKIP() << "needs ../shared/cases/files/07-tcvn3-vni";
  for (const char* name : {"tcvn3", "vni"}) {
    const std::string layer = std::string("07-tcvn3-vni/") + name + "/districts.shp";
    expect_names(layer.c_str(), "", ErrorCode::encoding_recognised);
    expect_names(layer.c_str(), name, ErrorCode::internal);
  }
}

TEST_F(EncodingCases, TablesOfASpreadsheet) {
  if (!fs::exists(file("19-csv-in-another-encoding")))
    GTEST_SKIP() << "needs ../shared/cases/files/19-csv-in-another-encoding";
  const auto sectors = read_table(file("19-csv-in-another-encoding/cp1258/sectors.csv"));
  ASSERT_VALUE(sectors);
  EXPECT_EQ(sectors->rows[0][2], "Thực phẩm");
  EXPECT_EQ(sectors->rows[2][2], "Đồ gỗ");
  EXPECT_EQ(sectors->findings.at(0).code, ErrorCode::encoding_recognised);
  const auto observations = read_table(file("19-csv-in-another-encoding/utf-16/observations.csv"));
  ASSERT_VALUE(observations);
  EXPECT_EQ(observations->rows[1], (std::vector<std::string>{"11", "II", "1500"}));
}

}  // namespace
}  // namespace vicinia::test
