// Workbooks that are written, read back by GDAL, and looked into where GDAL does not tell.
#include "vicinia/gis/io/xlsx_sheet.h"

#include <gdal_priv.h>
#include <gtest/gtest.h>
#include <ogrsf_frmts.h>

#include <string>
#include <utility>
#include <vector>

#include "files.h"
#include "vicinia/gis/files/write_file.h"
#include "vicinia/gis/io/table.h"

namespace vicinia::gis::io {
namespace {

class XlsxSheet : public testing::Test {
 protected:
  std::filesystem::path written(const Sheet& sheet) {
    const auto bytes = xlsx_bytes(sheet);
    EXPECT_TRUE(bytes);
    const auto file = folder_.path() / "t.xlsx";
    EXPECT_TRUE(files::write_file(file, bytes.value_or("")));
    return file;
  }
  GDALDatasetUniquePtr opened(const Sheet& sheet) {
    GDALAllRegister();
    return GDALDatasetUniquePtr(GDALDataset::Open(written(sheet).c_str(), GDAL_OF_VECTOR));
  }
  /// A part of the workbook, as it stands in it.
  std::string part(const Sheet& sheet, const std::string& name) {
    GDALAllRegister();
    const std::string path = "/vsizip/" + written(sheet).string() + "/" + name;
    std::string text;
    if (VSILFILE* const in = VSIFOpenL(path.c_str(), "rb")) {
      char buffer[4096];
      for (std::size_t got; (got = VSIFReadL(buffer, 1, sizeof buffer, in)) > 0;) text.append(buffer, got);
      VSIFCloseL(in);
    }
    return text;
  }

  test::TemporaryFolder folder_;
  const Sheet sheet_{
      .name = "Số liệu",
      .columns = {"Mã", "LQ", "Lao động", "Liên tỉnh", "Ghi chú"},
      .rows = {{std::string_view("0718"), 1.25, 42626.0, true, std::string_view("a\tb\n\"c\"")},
               {std::string_view("0761"), 0.0, std::monostate{}, false, std::string_view()},
               {std::string_view("Đà Nẵng"), -1e-7, 1e15, true, std::string_view("=1+1")}}};
};

TEST_F(XlsxSheet, HoldsNumbersAsNumbersAndCodesAsTexts) {
  const auto book = opened(sheet_);
  ASSERT_TRUE(book);
  ASSERT_EQ(book->GetLayerCount(), 1);
  OGRLayer& layer = *book->GetLayer(0);
  EXPECT_STREQ(layer.GetName(), "Số liệu");
  OGRFeatureDefn& fields = *layer.GetLayerDefn();
  ASSERT_EQ(fields.GetFieldCount(), 5);
  EXPECT_STREQ(fields.GetFieldDefn(1)->GetNameRef(), "LQ") << "the first row is a header";
  EXPECT_EQ(fields.GetFieldDefn(0)->GetType(), OFTString);
  EXPECT_EQ(fields.GetFieldDefn(1)->GetType(), OFTReal);
  EXPECT_EQ(fields.GetFieldDefn(3)->GetType(), OFTInteger);
  std::vector<OGRFeatureUniquePtr> rows;
  for (auto& feature : layer) rows.push_back(std::move(feature));
  ASSERT_EQ(rows.size(), 3u);
  EXPECT_STREQ(rows[0]->GetFieldAsString(0), "0718");
  EXPECT_EQ(rows[0]->GetFieldAsDouble(1), 1.25);
  EXPECT_EQ(rows[0]->GetFieldAsDouble(2), 42626);
  EXPECT_STREQ(rows[0]->GetFieldAsString(4), "a\tb\n\"c\"");
  EXPECT_TRUE(rows[1]->IsFieldSetAndNotNull(1)) << "a zero is a number";
  EXPECT_FALSE(rows[1]->IsFieldSetAndNotNull(2)) << "what is missing is nothing";
  EXPECT_EQ(rows[2]->GetFieldAsDouble(1), -1e-7);
  EXPECT_EQ(rows[2]->GetFieldAsDouble(2), 1e15);
  EXPECT_STREQ(rows[2]->GetFieldAsString(4), "=1+1") << "a text is never a formula";
}

TEST_F(XlsxSheet, HasABoldHeaderThatStaysInSightAndFilters) {
  const std::string page = part(sheet_, "xl/worksheets/sheet1.xml");
  EXPECT_NE(page.find("<autoFilter ref=\"A1:E4\"/>"), std::string::npos) << page;
  EXPECT_NE(page.find("ySplit=\"1\""), std::string::npos);
  EXPECT_NE(page.find("state=\"frozen\""), std::string::npos);
  EXPECT_NE(page.find("<c r=\"B2\"><v>1.25</v></c>"), std::string::npos) << "no locale writes a number";
  EXPECT_NE(page.find("<c r=\"A1\" s=\"1\" t=\"s\">"), std::string::npos);
  EXPECT_NE(part(sheet_, "xl/styles.xml").find("<b/>"), std::string::npos);
}

TEST_F(XlsxSheet, TakesNoNameThatSheetsMayNotHave) {
  const auto name = [&](const std::string& wanted) {
    const auto book = opened({.name = wanted, .columns = {"a"}, .rows = {{1.0}}});
    return std::string(book && book->GetLayerCount() == 1 ? book->GetLayer(0)->GetName() : "");
  };
  EXPECT_EQ(name("C.10/1: [x]*?\\"), "C.101 x");
  EXPECT_EQ(name("'quoted'"), "quoted");
  EXPECT_EQ(name(""), "Vicinia");
  EXPECT_EQ(name("///"), "Vicinia");
  std::string longer, cut;
  for (int i = 0; i < 40; ++i) longer += "ệ";
  for (int i = 0; i < 31; ++i) cut += "ệ";
  EXPECT_EQ(name(longer), cut) << "31 characters, and no half one";
}

TEST_F(XlsxSheet, ReadsBackAsATableOfOurs) {
  const auto table = read_table(written(sheet_));
  ASSERT_TRUE(table);
  EXPECT_EQ(table->columns, sheet_.columns);
  ASSERT_EQ(table->rows.size(), 3u);
  EXPECT_EQ(table->rows[0][0], "0718");
  EXPECT_EQ(table->rows[0][1], "1.25");
}

TEST_F(XlsxSheet, IsRefusedWhereASheetCannotHoldIt) {
  const std::string longest(32767, 'x'), longer(32768, 'x');
  EXPECT_TRUE(xlsx_bytes({.name = "t", .columns = {"a"}, .rows = {{std::string_view(longest)}}}));
  const auto refused = xlsx_bytes({.name = "t", .columns = {"a"}, .rows = {{std::string_view(longer)}}});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, core::ErrorCode::invalid_argument);
  EXPECT_FALSE(xlsx_bytes({.name = "t", .columns = std::vector<std::string>(20000, "a"), .rows = {}}));
}

TEST_F(XlsxSheet, OfATableWithoutRowsHasItsHeader) {
  const std::string page = part({.name = "t", .columns = {"a", "b"}, .rows = {}}, "xl/worksheets/sheet1.xml");
  EXPECT_NE(page.find("<autoFilter ref=\"A1:B1\"/>"), std::string::npos) << page;
}

}  // namespace
}  // namespace vicinia::gis::io
