// A complete matrix as a data set: rows or columns, in one file or several. Files: tests/data/make_matrices.py.
#include <gtest/gtest.h>

#include "expect_error.h"
#include "files.h"
#include "vicinia/gis/io/dataset_reader.h"

namespace vicinia::test {
namespace {

namespace fs = std::filesystem;
using core::Cell;
using core::ErrorCode;
using gis::io::read_dataset;

class Matrix : public testing::Test {
 protected:
  /// A copy of one of the two, to be changed.
  void take(const char* name) {
    fs::copy(fs::path(VICINIA_TEST_DATA_DIR) / name, folder_.path(), fs::copy_options::recursive);
  }
  auto read() { return read_dataset(folder_.path()); }
  void change(const char* file, std::string_view from, std::string_view to) {
    ASSERT_TRUE(replace_in_file(folder_ / file, from, to)) << from;
  }
  /// The tables of matrix-wide give place to these.
  void observations(const std::string& json) {
    const std::string text = read_file(folder_ / "manifest.json");
    const std::size_t at = text.find("\"observations\"");
    write_file(folder_ / "manifest.json", text.substr(0, at) + "\"observations\": " + json + "\n}\n");
  }
  void wide(const std::string& text) {
    write_file(folder_ / "w.csv", text);
    observations(R"({"file": "w.csv", "layout": "wide", "field": "employees"})");
  }
  [[nodiscard]] std::string name(const char* file) const { return (folder_ / file).string(); }

  TemporaryFolder folder_;
};

TEST_F(Matrix, LongHasEveryCellAndNothingToTell) {
  take("matrix-long");
  const auto loaded = read();
  ASSERT_VALUE(loaded);
  EXPECT_TRUE(loaded->findings.empty());
  const core::Dataset& data = *loaded->dataset;
  EXPECT_EQ(data.periods, (std::vector<std::string>{"2007", "2012"}));
  EXPECT_EQ(data.observations.rows().size(), 9U * 4 * 2);
  EXPECT_EQ(data.sectors[3].manufacturing, false);
  for (std::size_t unit = 0; unit < data.frame.size(); ++unit)
    for (std::size_t sector = 0; sector < 4; ++sector)
      for (std::size_t period = 0; period < 2; ++period)
        ASSERT_NE(data.observations.find(unit, sector, period), nullptr);
}

TEST_F(Matrix, WideIsTheSameAsLong) {
  const auto a = read_dataset(fs::path(VICINIA_TEST_DATA_DIR) / "matrix-long");
  const auto b = read_dataset(fs::path(VICINIA_TEST_DATA_DIR) / "matrix-wide");
  ASSERT_VALUE(a);
  ASSERT_VALUE(b);
  EXPECT_EQ(a->dataset->periods, b->dataset->periods);
  ASSERT_EQ(a->dataset->observations.rows().size(), b->dataset->observations.rows().size());
  for (const auto& row : a->dataset->observations.rows()) {
    const auto* other = b->dataset->observations.find(row.unit, row.sector, row.period);
    ASSERT_NE(other, nullptr);
    EXPECT_EQ(row.counts.employees, other->counts.employees);
    EXPECT_EQ(row.counts.enterprises, other->counts.enterprises);
    EXPECT_EQ(row.counts.smes, other->counts.smes);
    EXPECT_EQ(other->counts.fdi_enterprises, Cell::not_published());
  }
}

TEST_F(Matrix, WideTellsHowItReadItsNumbers) {
  const auto loaded = read_dataset(fs::path(VICINIA_TEST_DATA_DIR) / "matrix-wide");
  ASSERT_VALUE(loaded);
  ASSERT_EQ(loaded->findings.size(), 1U) << "one for all its columns";
  EXPECT_EQ(loaded->findings[0].code, ErrorCode::thousands_marks);
  EXPECT_EQ(loaded->findings[0].subject.row, 2U);
  EXPECT_EQ(loaded->findings[0].subject.field, "I");
  EXPECT_EQ(loaded->findings[0].subject.id, ".");
  EXPECT_EQ(loaded->findings[0].detail, "59");
}

TEST_F(Matrix, WideHashesAllItsTables) {
  take("matrix-wide");
  const std::string before = read()->dataset->content_hash;
  change("smes.csv", "1,2007,85,", "1,2007,84,");
  EXPECT_NE(read()->dataset->content_hash, before);
}

TEST_F(Matrix, ABlankInAWideTableIsNotPublished) {
  take("matrix-wide");
  wide("unit_code,I,II,III,IV\n11,5,,0,7\n");
  const auto loaded = read();
  ASSERT_VALUE(loaded);
  const auto& table = loaded->dataset->observations;
  const std::size_t unit = *loaded->dataset->frame.find("11");
  EXPECT_EQ(loaded->dataset->periods, std::vector<std::string>{"2007"}) << "that of the survey";
  EXPECT_EQ(table.find(unit, 1, 0)->counts.employees, Cell::not_published());
  EXPECT_EQ(table.find(unit, 2, 0)->counts.employees, Cell::of(0));
  ASSERT_EQ(loaded->findings.size(), 1U);
  EXPECT_EQ(loaded->findings[0].code, ErrorCode::units_without_rows);
  EXPECT_EQ(loaded->findings[0].detail, "5|2007");
}

TEST_F(Matrix, ASectorWithoutAColumnIsNotPublishedAndTold) {
  take("matrix-wide");
  wide("unit_code,I,III,IV\n11,5,0,7\n12,1,2,3\n21,1,2,3\n22,1,2,3\n31,1,2,3\n32,1,2,3\n");
  const auto loaded = read();
  ASSERT_VALUE(loaded);
  EXPECT_EQ(loaded->dataset->observations.find(3, 1, 0), nullptr);
  ASSERT_EQ(loaded->findings.size(), 1U);
  EXPECT_EQ(loaded->findings[0].subject, (core::Subject{.field = "II", .id = "11"}));
  EXPECT_EQ(loaded->findings[0].detail, "6|24");
}

TEST_F(Matrix, ColumnsThatAreNoSectorAreErrorsUnlessTheyAreIgnored) {
  take("matrix-wide");
  wide("unit_code,name,I,,Textiles\n11,x,5,1,2\n");
  const auto loaded = read();
  ASSERT_ERROR(loaded, unknown_column);
  EXPECT_EQ(loaded.error().subject, (core::Subject{.file = name("w.csv"), .row = 1, .field = "name"}));
  ASSERT_EQ(length_of_chain(loaded.error()), 2U);
  EXPECT_EQ(loaded.error().cause->subject.field, "4") << "an unnamed one by its place";
  write_file(folder_ / "w.csv", "unit_code,name,I,Textiles\n11,x,5,2\n");
  observations(R"({"file": "w.csv", "layout": "wide", "field": "employees", "ignore": ["name"]})");
  ASSERT_VALUE(read());
  observations(R"({"file": "w.csv", "layout": "wide", "field": "employees", "ignore": ["name", "total"]})");
  const auto absent = read();
  ASSERT_ERROR(absent, missing_column);
  EXPECT_EQ(absent.error().subject.field, "total");
}

TEST_F(Matrix, AColumnOfTwoSectorsIsAnErrorThatNamesBoth) {
  take("matrix-wide");
  change("sectors.csv", "III,Furniture", "III,Textiles");
  wide("unit_code,I,Textiles\n11,5,2\n");
  const auto loaded = read();
  ASSERT_ERROR(loaded, unknown_column);
  EXPECT_EQ(loaded.error().detail, "II, III");
  wide("unit_code,I,Dệt\n11,5,2\n");
  ASSERT_VALUE(read());
}

TEST_F(Matrix, ASectorInTwoColumnsIsAnError) {
  take("matrix-wide");
  wide("unit_code,II,Textiles\n11,5,2\n");
  const auto loaded = read();
  ASSERT_ERROR(loaded, repeated_column);
  EXPECT_EQ(loaded.error().subject.field, "Textiles");
  EXPECT_EQ(loaded.error().detail, "II");
}

TEST_F(Matrix, WithoutAColumnOfASectorThereIsNoWideTable) {
  take("matrix-wide");
  wide("unit_code,period\n11,2007\n");
  ASSERT_ERROR(read(), missing_column);
  wide("ma,I\n11,5\n");
  const auto loaded = read();
  ASSERT_ERROR(loaded, missing_column);
  EXPECT_EQ(loaded.error().subject.field, "unit_code");
}

TEST_F(Matrix, BadRowsOfAWideTableAreNamedByLine) {
  take("matrix-wide");
  wide("unit_code,period,I,II\n11,2007,5,2\n99,2007,1,1\n12,,1,1\n11,2007,5,2\n21,2007,many,-3\n");
  const auto loaded = read();
  ASSERT_ERROR(loaded, invalid_argument);
  const core::Error& empty = loaded.error();
  EXPECT_EQ(empty.subject.row, 4U);
  const core::Error& twice = *empty.cause;
  EXPECT_EQ(twice.code, ErrorCode::duplicate_observation);
  EXPECT_EQ(twice.subject.row, 5U);
  EXPECT_EQ(twice.detail, "2");
  const core::Error& text = *twice.cause;
  EXPECT_EQ(text.code, ErrorCode::not_a_number);
  EXPECT_EQ(text.subject, (core::Subject{.file = name("w.csv"), .row = 6, .field = "I"}));
  EXPECT_EQ(text.cause->code, ErrorCode::negative_count);
  EXPECT_EQ(text.cause->subject.field, "II");
  EXPECT_EQ(length_of_chain(loaded.error()), 5U) << "the row twice is said once";
}

TEST_F(Matrix, NamesOfOlderFilesAreStillRead) {
  take("matrix-wide");
  write_file(folder_ / "l.csv", "unit_code,sector_no,enterprises,fdi_firms\n11,I,3,2\n12,I,4,1\n");
  write_file(folder_ / "w.csv", "unit_code,I\n11,30\n12,20\n");
  write_file(folder_ / "f.csv", "unit_code,II\n11,7\n");
  observations(R"([{"file": "l.csv"}, {"file": "w.csv", "layout": "wide", "figure": "employees"},
                   {"file": "f.csv", "layout": "wide", "figure": "fdi_firms"}])");
  const auto loaded = read();
  ASSERT_VALUE(loaded);
  const auto& table = loaded->dataset->observations;
  EXPECT_EQ(table.find(3, 0, 0)->counts.fdi_enterprises, Cell::of(2));
  EXPECT_EQ(table.find(3, 0, 0)->counts.employees, Cell::of(30));
  EXPECT_EQ(table.find(3, 1, 0)->counts.fdi_enterprises, Cell::of(7));
}

TEST_F(Matrix, LongAndWideTablesMayBeMixed) {
  take("matrix-wide");
  write_file(folder_ / "l.csv",
             "unit_code,sector_no,enterprises,employees,district\n11,I,3,,Tay Ha\n12,I,4,50,\n");
  write_file(folder_ / "w.csv", "unit_code,I,II\n11,30,20\n12,,60\n");
  observations(R"([{"file": "l.csv"}, {"file": "w.csv", "layout": "wide", "field": "employees"}])");
  const auto loaded = read();
  ASSERT_VALUE(loaded);
  const auto& table = loaded->dataset->observations;
  ASSERT_EQ(table.rows().size(), 4U);
  EXPECT_EQ(table.find(3, 0, 0)->counts.enterprises, Cell::of(3));
  EXPECT_EQ(table.find(3, 0, 0)->counts.employees, Cell::of(30)) << "an empty field gives nothing";
  EXPECT_EQ(table.find(3, 0, 0)->source.district.str(), "Tay Ha");
  EXPECT_EQ(table.find(4, 0, 0)->counts.employees, Cell::of(50));
  EXPECT_EQ(table.find(4, 1, 0)->counts.employees, Cell::of(60));
}

TEST_F(Matrix, ACellInTwoTablesIsAnErrorThatNamesBothPlaces) {
  take("matrix-wide");
  write_file(folder_ / "l.csv", "unit_code,sector_no,employees\n11,I,30\n12,I,50\n");
  write_file(folder_ / "w.csv", "unit_code,I,II\n11,,20\n12,50,60\n");
  const std::string longs = R"({"file": "l.csv"})",
                    wides = R"({"file": "w.csv", "layout": "wide", "field": "employees"})";
  observations("[" + longs + ", " + wides + "]");
  const auto loaded = read();
  ASSERT_ERROR(loaded, given_twice);
  EXPECT_EQ(loaded.error().subject,
            (core::Subject{.file = name("w.csv"), .row = 3, .field = "I", .id = "12"}));
  EXPECT_EQ(loaded.error().detail, name("l.csv") + "|3");
  observations("[" + wides + ", " + longs + "]");
  const auto turned = read();
  ASSERT_ERROR(turned, given_twice);
  EXPECT_EQ(turned.error().subject,
            (core::Subject{.file = name("l.csv"), .row = 3, .field = "employees", .id = "12"}));
  EXPECT_EQ(turned.error().detail, name("w.csv") + "|3");
}

TEST_F(Matrix, TablesWithAndWithoutAPeriodMeetInThatOfTheSurvey) {
  take("matrix-wide");
  write_file(folder_ / "l.csv", "unit_code,sector_no,period,enterprises\n11,I,2012,3\n11,I,2007,4\n");
  write_file(folder_ / "w.csv", "unit_code,I\n11,30\n");
  observations(R"([{"file": "l.csv"}, {"file": "w.csv", "layout": "wide", "field": "employees"}])");
  const auto loaded = read();
  ASSERT_VALUE(loaded);
  EXPECT_EQ(loaded->dataset->periods, (std::vector<std::string>{"2007", "2012"}));
  EXPECT_EQ(loaded->dataset->observations.find(3, 0, 0)->counts.employees, Cell::of(30));
  EXPECT_EQ(loaded->dataset->observations.find(3, 0, 0)->counts.enterprises, Cell::of(4));
  EXPECT_EQ(loaded->dataset->observations.find(3, 0, 1)->counts.employees, Cell::not_published());
}

}  // namespace
}  // namespace vicinia::test
