// Tables in every format that is known, written by GDAL: the same cells come out of each.
#include <gdal_priv.h>
#include <gtest/gtest.h>
#include <ogrsf_frmts.h>
#include <rapidcheck/gtest.h>

#include <memory>

#include "expect_error.h"
#include "files.h"
#include "mini_dataset.h"
#include "vicinia/gis/io/dataset_reader.h"
#include "vicinia/gis/io/table.h"
#include "vicinia/gis/io/vector_layer.h"

namespace vicinia::test {
namespace {

using core::ErrorCode;
using gis::io::read_table;
using gis::io::TableRequest;
using Row = std::vector<std::string>;
using Rows = std::vector<Row>;

struct Sheet {
  std::string name;
  Rows rows;  ///< the header first
};

const char* driver_for_book(const std::filesystem::path& file) {
  const std::string ending = file.extension().string();
  return ending == ".xlsx"   ? "XLSX"
         : ending == ".ods"  ? "ODS"
         : ending == ".gpkg" ? "GPKG"
                             : "ESRI Shapefile";
}

/// As text, or by columns that are real numbers.
void write_book(const std::filesystem::path& file, const std::vector<Sheet>& sheets, bool as_numbers = false,
                const char* encoding = "UTF-8") {
  GDALAllRegister();
  GDALDriver* driver = GetGDALDriverManager()->GetDriverByName(driver_for_book(file));
  ASSERT_NE(driver, nullptr);
  const std::unique_ptr<GDALDataset> book(driver->Create(file.c_str(), 0, 0, 0, GDT_Unknown, nullptr));
  ASSERT_NE(book, nullptr);
  for (const Sheet& sheet : sheets) {
    const std::string encoded = std::string("ENCODING=") + encoding;
    const char* options[] = {encoded.c_str(), nullptr};
    const bool is_dbf = file.extension() == ".dbf";
    OGRLayer* layer = book->CreateLayer(sheet.name.c_str(), nullptr, wkbNone,
                                        is_dbf ? const_cast<char**>(options) : nullptr);
    ASSERT_NE(layer, nullptr);
    for (const std::string& column : sheet.rows.front()) {
      OGRFieldDefn field(column.c_str(), as_numbers ? OFTReal : OFTString);
      if (is_dbf && !as_numbers) field.SetWidth(60);
      ASSERT_EQ(layer->CreateField(&field), OGRERR_NONE);
    }
    for (std::size_t row = 1; row < sheet.rows.size(); ++row) {
      const OGRFeatureUniquePtr feature(OGRFeature::CreateFeature(layer->GetLayerDefn()));
      for (std::size_t i = 0; i < sheet.rows[row].size(); ++i)
        if (!sheet.rows[row][i].empty()) feature->SetField(static_cast<int>(i), sheet.rows[row][i].c_str());
      ASSERT_EQ(layer->CreateFeature(feature.get()), OGRERR_NONE);
    }
  }
}

void write_csv(const std::filesystem::path& file, const Rows& rows) {
  std::string text;
  for (const Row& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      std::string cell = row[i];
      for (std::size_t at = cell.find('"'); at != std::string::npos; at = cell.find('"', at + 2))
        cell.insert(at, 1, '"');
      text += (i == 0 ? "\"" : ",\"") + cell + "\"";
    }
    text += "\n";
  }
  write_file(file, text);
}

Rows without_header(Rows rows) {
  rows.erase(rows.begin());
  return rows;
}

std::string cell() {
  const auto letter = rc::gen::elementOf(std::vector<std::string>{
      "a", "Z", "0", "1", "9", ".", ",", "-", "\"", "'", "<", "&", ";", "ế", "Đ", "ữ", "x y", "€", "漢"});
  std::string text;
  for (const std::string& one : *rc::gen::resize(8, rc::gen::container<std::vector<std::string>>(letter)))
    text += one;
  return text;
}

RC_GTEST_PROP(EveryTableFormat, YieldsTheSameCells, ()) {
  const TemporaryFolder folder;
  const auto width = *rc::gen::inRange<std::size_t>(1, 5), height = *rc::gen::inRange<std::size_t>(1, 6);
  Sheet sheet{.name = "t", .rows = Rows(height + 1, Row(width))};
  for (std::size_t i = 0; i < width; ++i) sheet.rows[0][i] = "c" + std::to_string(i) + "ế";
  for (std::size_t row = 1; row <= height; ++row) {
    for (std::string& one : sheet.rows[row]) one = cell();
    sheet.rows[row][*rc::gen::inRange<std::size_t>(0, width)] = "n" + cell();  // not blank
  }
  write_csv(folder / "t.csv", sheet.rows);
  const auto text = read_table(folder / "t.csv");
  RC_ASSERT(text.has_value());
  RC_ASSERT(text->rows == without_header(sheet.rows));
  for (const char* name : {"t.xlsx", "t.ods", "t.gpkg", "t.dbf"}) {
    write_book(folder / name, {sheet});
    const auto table = read_table(folder / name);
    RC_ASSERT(table.has_value());
    RC_ASSERT(table->rows == text->rows);
    RC_ASSERT(table->columns == sheet.rows[0]);
    RC_ASSERT(table->lines.front() == 2U);
    RC_ASSERT(table->lines.back() == height + 1);
  }
}

class TableFormats : public testing::Test {
 protected:
  TemporaryFolder folder_;
};

TEST_F(TableFormats, KeepNumbersAsTheyWereTyped) {
  const Rows rows{{"a", "b"}, {"4.7", "42626"}, {"0.1", "57.1"}, {"1234567.25", "-3"}};
  for (const char* name : {"t.xlsx", "t.ods", "t.gpkg"}) {
    write_book(folder_ / name, {{"t", rows}}, true);
    const auto table = read_table(folder_ / name);
    ASSERT_VALUE(table);
    EXPECT_EQ(table->rows, without_header(rows)) << name;
  }
}

TEST_F(TableFormats, KeepCodesThatBeginWithZeroAndBlankRowsCount) {
  write_book(folder_ / "t.xlsx", {{"t", {{"code", "name"}, {"001", "Ba Đình"}, {"", ""}, {"010", "Nà"}}}});
  const auto table = read_table(folder_ / "t.xlsx");
  ASSERT_VALUE(table);
  EXPECT_EQ(table->rows, (Rows{{"001", "Ba Đình"}, {"010", "Nà"}}));
  EXPECT_EQ(table->lines, (std::vector<std::size_t>{2, 4}));
}

TEST_F(TableFormats, TakeTheSheetThatIsNamedOrTellWhichTheyTook) {
  const std::vector<Sheet> sheets{{"2007", {{"a"}, {"x"}}}, {"2012", {{"b"}, {"y"}}}};
  write_book(folder_ / "t.xlsx", sheets);
  const auto first = read_table(folder_ / "t.xlsx");
  ASSERT_VALUE(first);
  EXPECT_EQ(first->columns, Row{"a"});
  ASSERT_EQ(first->findings.size(), 1U);
  EXPECT_EQ(first->findings[0].code, ErrorCode::layer_chosen);
  EXPECT_EQ(first->findings[0].detail, "2007, 2012");
  const auto second = read_table(TableRequest{.file = folder_ / "t.xlsx", .sheet = "2012"});
  ASSERT_VALUE(second);
  EXPECT_EQ(second->columns, Row{"b"});
  EXPECT_TRUE(second->findings.empty());
  ASSERT_ERROR(read_table(TableRequest{.file = folder_ / "t.xlsx", .sheet = "2020"}), unknown_name);
}

TEST_F(TableFormats, ReadADbfInTheEncodingThatItStates) {
  write_book(folder_ / "t.dbf", {{"t", {{"name"}, {"Café"}}}}, false, "ISO-8859-1");
  const auto table = read_table(folder_ / "t.dbf");
  ASSERT_VALUE(table);
  EXPECT_EQ(table->rows, (Rows{{"Café"}}));
  EXPECT_TRUE(table->findings.empty());
}

TEST_F(TableFormats, SayOfADbfThatStatesNoEncodingWhichOneWasTaken) {
  write_book(folder_ / "t.dbf", {{"t", {{"name"}, {"Café"}}}}, false, "");
  std::filesystem::remove(folder_ / "t.cpg");
  const std::string utf8 = "Caf\xC3\xA9", latin = "Caf\xE9 ";
  ASSERT_TRUE(replace_in_file(folder_ / "t.dbf", utf8, latin));
  const auto guessed = read_table(folder_ / "t.dbf");
  ASSERT_VALUE(guessed);
  EXPECT_EQ(guessed->rows, (Rows{{"Café"}}));
  ASSERT_EQ(guessed->findings.size(), 1U);
  EXPECT_EQ(guessed->findings[0].code, ErrorCode::encoding_unknown);
  const auto told = read_table(TableRequest{.file = folder_ / "t.dbf", .encoding = "windows-1252"});
  ASSERT_VALUE(told);
  EXPECT_EQ(told->rows, (Rows{{"Café"}}));
  EXPECT_TRUE(told->findings.empty());
}

TEST_F(TableFormats, NameWhatIsWrongWithASheet) {
  ASSERT_ERROR(read_table(folder_ / "nowhere.xlsx"), file_not_found);
  write_file(folder_ / "text.xlsx", "a,b\n1,2\n");
  ASSERT_ERROR(read_table(folder_ / "text.xlsx"), not_a_vector_file);
  std::filesystem::create_directory(folder_ / "folder.xlsx");
  ASSERT_ERROR(read_table(folder_ / "folder.xlsx"), file_not_readable);
  write_book(folder_ / "empty.xlsx", {{"t", {{"a", "b"}}}});
  ASSERT_ERROR(read_table(folder_ / "empty.xlsx"), empty_table);
  write_book(folder_ / "twice.ods", {{"t", {{"a", "a2"}, {"a", "a"}, {"1", "2"}}}});
  EXPECT_TRUE(read_table(folder_ / "twice.ods").has_value());
}

TEST_F(TableFormats, SayOfAnyFileWithoutATableThatItHoldsNone) {
  const std::string text = "name;employees\nA;1\n", noise = "\x01\x7F\x93\x02 no table \xFE\x03";
  for (const char* const ending : {".xlsx", ".ods", ".xls", ".dbf", ".gpkg", ".px"})
    for (const std::string& content : {text, noise, std::string("{\"a\": 1}"), std::string("<a/>")}) {
      const std::filesystem::path file = folder_ / (std::string("none") + ending);
      write_file(file, content);
      const auto read = read_table(file);
      ASSERT_FALSE(read) << file;
      EXPECT_EQ(read.error().subject.field, "file:no_table") << ending << " of " << content;
    }
}

std::string in_quotes(const Row& texts) {
  std::string list;
  for (const std::string& text : texts) list += (list.empty() ? "\"" : ",\n\"") + text + "\"";
  return list;
}

RC_GTEST_PROP(PcAxis, YieldsARowForEachCombinationOfItsValuesAsALongTableDoes, ()) {
  const TemporaryFolder folder;
  const auto stubs = *rc::gen::inRange<std::size_t>(1, 3), headings = *rc::gen::inRange<std::size_t>(0, 3);
  Row names;
  Rows values;
  for (std::size_t i = 0; i < stubs + headings; ++i) {
    names.push_back("biến " + std::to_string(i));
    values.emplace_back();
    const auto count = *rc::gen::inRange<std::size_t>(1, 4);
    for (std::size_t v = 0; v < count; ++v) {
      std::string value = "v" + std::to_string(v) + cell();
      std::erase(value, '"');  // which the format cannot hold
      values.back().push_back(value);
    }
  }
  std::string px = "CHARSET=\"ANSI\";\nCODEPAGE=\"utf-8\";\nTITLE[en]=\"x;y\";\nSTUB=" +
                   in_quotes({names.begin(), names.begin() + static_cast<std::ptrdiff_t>(stubs)}) + ";\n";
  if (headings > 0)
    px += "HEADING=" + in_quotes({names.begin() + static_cast<std::ptrdiff_t>(stubs), names.end()}) + ";\n";
  for (std::size_t i = 0; i < names.size(); ++i)
    px += "VALUES(\"" + names[i] + "\")=" + in_quotes(values[i]) + ";\n";
  px += "DATA=\n";
  Rows expected;
  std::vector<std::size_t> at(names.size());
  for (bool more = true; more;) {
    Row row;
    for (std::size_t i = 0; i < names.size(); ++i) row.push_back(values[i][at[i]]);
    const auto number = *rc::gen::element<std::string>("0", "17", "4.25", "..", "-");
    px += number + " ";
    row.push_back(number == ".." ? "" : number == "-" ? "0" : number);
    expected.push_back(row);
    more = false;
    for (std::size_t i = names.size(); i-- > 0 && !more;) {
      more = ++at[i] < values[i].size();
      if (!more) at[i] = 0;
    }
  }
  write_file(folder / "t.px", px + ";\n");
  const auto table = read_table(folder / "t.px");
  RC_ASSERT(table.has_value());
  RC_ASSERT(table->rows == expected);
  names.emplace_back("value");
  RC_ASSERT(table->columns == names);
  write_file(folder / "cut.px", px.substr(0, px.find_last_not_of(' ') - 1));
  const auto cut = read_table(folder / "cut.px");
  RC_ASSERT(cut.has_value() || cut.error().code == ErrorCode::truncated_file);
}

TEST_F(TableFormats, OfPcAxisHaveCodesAndAColumnForEachOfTheirContents) {
  write_file(
      folder_ / "t.px",
      "CHARSET=\"ANSI\";\nAXIS-VERSION=\"2000\";\nSTUB=\"Province\",\"Year\";\nHEADING=\"Item\";\n"
      "CONTVARIABLE=\"Item\";\nVALUES(\"Province\")=\"H\xE0 N\" \"\xF4i\",\"Caf\xE9\";\nVALUES(\"Year\")=\"2007\";\n"
      "CODES(\"Province\")=\"01\",\"48\";\nVALUES(\"Item\")=\"enterprises\",\"employees\";\n"
      "VALUES[en](\"Item\")=\"e\",\"f\";\nNOTE=\"a;b=c\";\nDATA=\n12 3400\n.. 7;\n");
  const auto table = read_table(folder_ / "t.px");
  ASSERT_VALUE(table);
  EXPECT_EQ(table->columns, (Row{"Province_code", "Province", "Year", "enterprises", "employees"}));
  EXPECT_EQ(table->rows, (Rows{{"01", "Hà Nôi", "2007", "12", "3400"}, {"48", "Café", "2007", "", "7"}}));
}

TEST_F(TableFormats, OfPcAxisWithMoreNumbersThanCombinationsOrWithKeysAreRefused) {
  const std::string head = "STUB=\"A\";\nVALUES(\"A\")=\"x\",\"y\";\n";
  write_file(folder_ / "more.px", head + "DATA=\n1 2 3;\n");
  const auto more = read_table(folder_ / "more.px");
  ASSERT_FALSE(more);
  EXPECT_EQ(more.error().subject.field, "file:more_numbers");
  write_file(folder_ / "keys.px", head + "KEYS(\"A\")=VALUES;\nDATA=\n\"x\" 1;\n");
  const auto keyed = read_table(folder_ / "keys.px");
  ASSERT_FALSE(keyed);
  EXPECT_EQ(keyed.error().subject.field, "file:keyed");
}

TEST_F(TableFormats, GivePointsByTheirColumns) {
  write_book(folder_ / "seats.xlsx", {{"t", {{"code", "lon", "lat"}, {"1", "105.8", "21.0"}}}});
  const auto points = gis::io::read_points(folder_ / "seats.xlsx", {.target_crs = "EPSG:32648"});
  ASSERT_VALUE(points);
  EXPECT_EQ(points->points.size(), 1U);
}

/// A data set whose tables are sheets is the data set whose tables are text.
TEST_F(TableFormats, OfADatasetMakeNoDifferenceToIt) {
  ASSERT_TRUE(write_mini(folder_.path()));
  const auto as_text = gis::io::read_dataset(folder_.path());
  ASSERT_VALUE(as_text);
  for (const char* name : {"sectors", "observations"}) {
    const auto table = read_table(folder_ / (std::string(name) + ".csv"));
    ASSERT_VALUE(table);
    Rows rows{table->columns};
    rows.insert(rows.end(), table->rows.begin(), table->rows.end());
    write_book(folder_ / (std::string(name) + ".xlsx"), {{name, rows}});
    ASSERT_TRUE(
        replace_in_file(folder_ / "manifest.json", std::string(name) + ".csv", std::string(name) + ".xlsx"));
  }
  const auto as_sheets = gis::io::read_dataset(folder_.path());
  ASSERT_VALUE(as_sheets);
  const core::Dataset &a = *as_text->dataset, &b = *as_sheets->dataset;
  ASSERT_EQ(a.sectors.size(), b.sectors.size());
  for (std::size_t i = 0; i < a.sectors.size(); ++i) EXPECT_EQ(a.sectors[i].name_vi, b.sectors[i].name_vi);
  ASSERT_EQ(a.observations.rows().size(), b.observations.rows().size());
  EXPECT_EQ(as_text->findings.size(), as_sheets->findings.size());
}

}  // namespace
}  // namespace vicinia::test
