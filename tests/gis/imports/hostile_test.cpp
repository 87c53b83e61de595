// Files that would fill the memory, or say more than they hold: refused, with the reason, or read safely.
#include <gtest/gtest.h>
#include <sys/resource.h>

#include <array>
#include <fstream>

#include "expect_error.h"
#include "files.h"
#include "gdal_files.h"
#include "vicinia/gis/imports/sheet.h"
#include "vicinia/gis/imports/sum_checks.h"
#include "vicinia/gis/imports/table_shape.h"
#include "vicinia/gis/imports/tidy_table.h"
#include "vicinia/gis/io/vector_layer.h"
#include "written_sheets.h"

namespace vicinia::test {
namespace {

using gis::imports::read_sheet;
using gis::io::TableLimits;

/// The most memory that the process had so far, in bytes.
std::size_t most_memory() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<std::size_t>(usage.ru_maxrss) << 10U;
}

class HostileFiles : public testing::Test {
 protected:
  void expect_too_large(const core::Result<gis::imports::Sheet>& sheet, const char* what) {
    ASSERT_ERROR(sheet, table_too_large);
    EXPECT_EQ(sheet.error().subject.field, what);
    EXPECT_FALSE(sheet.error().detail.empty());
    EXPECT_FALSE(sheet.error().subject.file.empty());
  }
  TemporaryFolder folder_;
};

TEST_F(HostileFiles, OfTenThousandColumnsAreRefused) {
  std::string text = "a\n";
  for (int i = 0; i < 10'000; ++i) text += "1,";
  write_file(folder_ / "t.csv", text + "\n");
  expect_too_large(read_sheet({.file = folder_ / "t.csv"}), "columns");

  WrittenRows rows(2);
  rows[0].push_back({.text = "Tỉnh"});
  rows[1].resize(10'000);
  rows[1].back().text = "x";
  write_xlsx(folder_ / "t.xlsx", {{"A", rows}});
  expect_too_large(read_sheet({.file = folder_ / "t.xlsx"}), "columns");
  ASSERT_ERROR(gis::io::list_sheets(folder_ / "t.xlsx"), table_too_large);
}

TEST_F(HostileFiles, OfOneLineOf100MegabytesAreRefusedWithinThreeTimesTheirSize) {
  const std::size_t before = most_memory();
  {
    std::ofstream stream(folder_ / "t.csv", std::ios::binary);
    const std::string piece(std::size_t{1} << 20, 'a');
    for (int i = 0; i < 100; ++i) stream << piece;
  }
  expect_too_large(read_sheet({.file = folder_ / "t.csv"}), "cell");
  EXPECT_LT(most_memory() - before, std::size_t{300} << 20);
  // What may not be so large is not even read.
  expect_too_large(read_sheet({.file = folder_ / "t.csv", .limits = TableLimits{.bytes = 1'000}}), "file");
}

TEST_F(HostileFiles, OfSeparatorsAloneAreRefused) {
  write_file(folder_ / "t.csv", std::string(std::size_t{4} << 20, ','));
  expect_too_large(read_sheet({.file = folder_ / "t.csv"}), "columns");
  std::string rows;
  for (int i = 0; i < 3'000; ++i) rows += std::string(900, ',') + "x\n";
  write_file(folder_ / "t.csv", rows);
  expect_too_large(
      read_sheet({.file = folder_ / "t.csv", .limits = TableLimits{.bytes = std::size_t{16} << 20}}),
      "cells");
}

TEST_F(HostileFiles, WithMoreRowsThanMayBeAreRefused) {
  std::string text;
  for (int i = 0; i < 1'001; ++i) text += "a;1\n";
  write_file(folder_ / "t.csv", text);
  expect_too_large(read_sheet({.file = folder_ / "t.csv", .limits = TableLimits{.rows = 1'000}}), "rows");
}

TEST_F(HostileFiles, ThatUnpackToFarMoreThanTheyShowAreRefusedBeforeTheyAreOpened) {
  write_xlsx(folder_ / "t.xlsx", {{"A", texts({{"x"}})}});
  write_file(folder_ / "a.xml", std::string(std::size_t{12} << 20, 'a'));
  write_zip(folder_ / "t.xlsx", {{"xl/media/a.xml", folder_ / "a.xml"}});
  ASSERT_LT(std::filesystem::file_size(folder_ / "t.xlsx"), std::uintmax_t{1} << 18);
  const std::size_t before = most_memory();
  constexpr TableLimits limits{.bytes = std::size_t{8} << 20};
  expect_too_large(read_sheet({.file = folder_ / "t.xlsx", .limits = limits}), "unpacked");
  ASSERT_ERROR(gis::io::list_sheets(folder_ / "t.xlsx", limits), table_too_large);
  EXPECT_LT(most_memory() - before, std::size_t{8} << 20);
  EXPECT_TRUE(read_sheet({.file = folder_ / "t.xlsx"}).has_value()) << "of a size that may be";
}

/// A row of two thousand columns and a million empty ones need a few kilobytes in the file, and gigabytes in memory.
TEST_F(HostileFiles, WhoseBlankCellsWouldFillTheMemoryAreRefused) {
  std::string rows = "<row r=\"1\"><c r=\"BXX1\" t=\"inlineStr\"><is><t>x</t></is></c></row>";
  for (int i = 2; i < 100'000; ++i) rows += "<row r=\"" + std::to_string(i) + "\"/>";
  write_xlsx(folder_ / "t.xlsx", {{"A", texts({{"x"}})}});
  write_file(folder_ / "more.xml", "<worksheet><sheetData>" + rows + "</sheetData></worksheet>");
  write_zip(folder_ / "t.xlsx", {{"xl/worksheets/sheet2.xml", folder_ / "more.xml"}});
  expect_too_large(read_sheet({.file = folder_ / "t.xlsx"}), "cells");
}

TEST_F(HostileFiles, WithACellFarBelowAllOthersAreRefusedAndNotReadInPart) {
  WrittenRows rows(1);
  rows[0].push_back({.text = "x"});
  rows.resize(900'000);
  rows.back().push_back({.text = "y"});
  write_xlsx(folder_ / "t.xlsx", {{"A", rows}});
  expect_too_large(read_sheet({.file = folder_ / "t.xlsx"}), "gap");
}

TEST_F(HostileFiles, ThatStateMoreRecordsThanTheyHoldAreCutOff) {
  std::string dbf(32 + 32 + 1, '\0');
  dbf[0] = 3;
  for (int i = 4; i < 8; ++i) dbf[static_cast<std::size_t>(i)] = '\x7F';  // 2 139 062 143 records
  dbf[8] = 65;
  dbf[10] = 11;
  dbf.replace(32, 4, "NAME");
  dbf[32 + 11] = 'C';
  dbf[32 + 16] = 10;
  dbf[64] = '\r';
  for (int i = 0; i < 3; ++i) dbf += " abcdefghij";
  write_file(folder_ / "t.dbf", dbf);
  const auto sheet = read_sheet({.file = folder_ / "t.dbf"});
  ASSERT_ERROR(sheet, truncated_file);
  EXPECT_EQ(sheet.error().subject.row, 5U);
  dbf[4] = 3;
  dbf[5] = dbf[6] = dbf[7] = 0;
  write_file(folder_ / "t.dbf", dbf);
  EXPECT_TRUE(read_sheet({.file = folder_ / "t.dbf"}).has_value());
}

TEST_F(HostileFiles, ThatAreNoBookOrCutShortAreRefused) {
  write_file(folder_ / "t.xlsx", "PK\x03\x04 and then nothing that anybody knows");
  EXPECT_FALSE(read_sheet({.file = folder_ / "t.xlsx"}).has_value());
  WrittenRows rows(50, {{.text = "x"}, {.text = "y"}});
  write_xlsx(folder_ / "whole.xlsx", {{"A", rows}});
  const std::string bytes = read_file(folder_ / "whole.xlsx");
  for (const std::size_t part : {1U, 3U, 7U, 9U}) {
    write_file(folder_ / "t.xlsx", bytes.substr(0, bytes.size() * part / 10));
    EXPECT_FALSE(read_sheet({.file = folder_ / "t.xlsx"}).has_value()) << part;
  }
  write_file(folder_ / "t.csv", "a,\"never closed\n1,2\n");
  ASSERT_ERROR(read_sheet({.file = folder_ / "t.csv"}), truncated_file);
}

/// A billion laughs, a file of the machine, and an address of the net: each as an entity that stands for them.
std::vector<std::string> entities() {
  std::string laughs = "<!DOCTYPE x [<!ENTITY e0 \"ha ha ha \">";
  for (int i = 1; i <= 10; ++i) {
    laughs += "<!ENTITY e" + std::to_string(i) + " \"";
    for (int n = 0; n < 10; ++n) laughs += "&e" + std::to_string(i - 1) + ";";
    laughs += "\">";
  }
  return {laughs + "]>", "<!DOCTYPE x [<!ENTITY e10 SYSTEM \"file:///etc/passwd\">]>",
          "<!DOCTYPE x [<!ENTITY e10 SYSTEM \"http://127.0.0.1:9/\">]>"};
}

TEST_F(HostileFiles, WhoseEntitiesStandForOtherTextsAreNotOpened) {
  const std::size_t before = most_memory();
  for (const std::string& declared : entities()) {
    write_file(
        folder_ / "strings.xml",
        declared +
            "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><si><t>&e10;</t></si></sst>");
    for (const char* name : {"t.xlsx", "t.ods"}) {
      write_xlsx(folder_ / name, {{"A", texts({{"Tỉnh", "x"}, {"Hà Nội", "1"}})}});
      write_zip(folder_ / name, {{"xl/sharedStrings2.xml", folder_ / "strings.xml"}});
      const auto sheet = read_sheet({.file = folder_ / name});
      ASSERT_ERROR(sheet, file_not_readable);
      EXPECT_EQ(sheet.error().subject.field, "file:entities") << name;
      std::filesystem::remove(folder_ / name);
    }
    const std::string ring = "105,21 106,21 106,22 105,22 105,21";
    write_file(
        folder_ / "t.kml",
        "<?xml version=\"1.0\"?>" + declared +
            "<kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document><Placemark><name>&e10;</name><Polygon>"
            "<outerBoundaryIs><LinearRing><coordinates>" +
            ring + "</coordinates></LinearRing></outerBoundaryIs></Polygon></Placemark></Document></kml>");
    write_file(folder_ / "t.gml",
               declared + "<gml:FeatureCollection xmlns:gml=\"http://www.opengis.net/gml\"/>");
    for (const char* name : {"t.kml", "t.gml"}) {
      const auto layer = gis::io::read_polygons(folder_ / name, {});
      ASSERT_ERROR(layer, not_a_vector_file);
      EXPECT_EQ(layer.error().subject.field, "file:entities") << name;
    }
  }
  EXPECT_LT(most_memory() - before, std::size_t{64} << 20);
}

TEST_F(HostileFiles, ThatNameAPlaceOutsideTheirArchiveWriteNothingThere) {
  write_file(folder_ / "x.txt", "evil");
  write_zip(folder_ / "t.zip", {{"../../evil.shp", folder_ / "x.txt"}, {"/tmp/evil.shp", folder_ / "x.txt"}});
  EXPECT_FALSE(gis::io::read_polygons(folder_ / "t.zip", {}).has_value());
  EXPECT_FALSE(std::filesystem::exists(folder_ / "evil.shp"));
  EXPECT_FALSE(std::filesystem::exists("/tmp/evil.shp"));
}

/// Whatever the bytes are, reading them, finding a table in them and its rows ends without harm.
TEST_F(HostileFiles, OfAnyBytesEndInAShapeOrAnError) {
  unsigned state = 7;
  const auto next = [&] { return state = state * 1'664'525U + 1'013'904'223U, state >> 16U; };
  const std::array<std::string, 16> pieces{"2007",  ",",  ",",       ";",  "\n",       "\n", "Hà Nội",
                                           "1.234", "-",  "Tổng số", "\"", "Trong đó", "\t", "Đơn vị tính: ",
                                           "\xFF",  "(1)"};
  for (int i = 0; i < 400; ++i) {
    std::string text;
    for (unsigned length = next() % 120; length > 0; --length) text += pieces[next() % pieces.size()];
    write_file(folder_ / "t.csv", text);
    const auto sheet = read_sheet({.file = folder_ / "t.csv"});
    if (!sheet) continue;
    const auto shape = gis::imports::recognise(*sheet);
    if (!shape) continue;
    EXPECT_LE(shape->end_row, sheet->rows.size());
    static_cast<void>(gis::imports::tidy(*sheet, *shape));
  }
}

/// A recipe that was made of one sheet and is read with another, or that somebody has written by hand.
TEST_F(HostileFiles, DoNoHarmWithAShapeThatIsNotTheirs) {
  write_csv(folder_ / "t.csv",
            texts({{"Tỉnh", "Năm", "Lao động"}, {"Hà Nội", "2006", "1"}, {"", "2007", "2"}}));
  const auto sheet = read_sheet({.file = folder_ / "t.csv"});
  ASSERT_VALUE(sheet);
  unsigned state = 11;
  const auto next = [&](unsigned most) -> std::size_t {
    state = state * 1'664'525U + 1'013'904'223U;
    const unsigned number = (state >> 12U) % most;
    return number + 1 == most ? std::size_t{1} << 60U : number;
  };
  for (int i = 0; i < 500; ++i) {
    gis::imports::TableShape shape{.header_rows = {next(5)}, .first_row = next(4), .usual_level = next(4)};
    shape.end_row = shape.first_row + next(9);
    for (std::size_t columns = next(6) % 7; columns > 0; --columns)
      shape.columns.push_back({.role = static_cast<gis::imports::ColumnRole>(next(11) % 11),
                               .fills_down = next(3) == 0,
                               .parts = {next(9), next(9)}});
    for (std::size_t row = next(3); row < 9; row += 1 + next(3) % 4)
      shape.rows.push_back({.row = row,
                            .kind = static_cast<gis::imports::RowKind>(next(9) % 9),
                            .level = next(5),
                            .sums_above = next(2) == 0});
    static_cast<void>(gis::imports::tidy(*sheet, shape));
    const auto report = gis::imports::check_sums(*sheet, shape);
    static_cast<void>(gis::imports::findings_of(*sheet, shape, report));
    static_cast<void>(gis::imports::findings_of(*sheet, shape));
    const auto back = gis::imports::parse_shape(gis::imports::shape_text(shape));
    EXPECT_TRUE(!back || *back == shape);
  }
}

}  // namespace
}  // namespace vicinia::test
