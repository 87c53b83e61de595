#include "vicinia/gis/io/table.h"

#include <gtest/gtest.h>

#include "expect_error.h"
#include "files.h"

namespace vicinia::test {
namespace {

using gis::io::read_table;
using Rows = std::vector<std::vector<std::string>>;
using Lines = std::vector<std::size_t>;

class ReadTable : public testing::Test {
 protected:
  core::Result<gis::io::Table> read(std::string_view text, char separator = ',') {
    write_file(file_, text);
    return read_table(file_, separator);
  }
  TemporaryFolder folder_;
  std::filesystem::path file_ = folder_ / "table.csv";
};

TEST_F(ReadTable, KeepsTheLineOfEachRow) {
  const auto table = read("a,b\n1,2\n\n3,\"4\nand more\"\n5,6");
  ASSERT_VALUE(table);
  EXPECT_EQ(table->columns, (std::vector<std::string>{"a", "b"}));
  EXPECT_EQ(table->rows, (Rows{{"1", "2"}, {"3", "4\nand more"}, {"5", "6"}}));
  EXPECT_EQ(table->lines, (Lines{2, 4, 6}));
}

TEST_F(ReadTable, TakesByteOrderMarkAndWindowsLineEnds) {
  const auto table = read("\xEF\xBB\xBFtên,b\r\nĐông,2\r\n\r\n,\r\n");
  ASSERT_VALUE(table);
  EXPECT_EQ(table->columns[0], "tên");
  EXPECT_EQ(table->rows, (Rows{{"Đông", "2"}}));
}

TEST_F(ReadTable, TakesQuotesAsRfc4180Says) {
  const auto table = read("a,b\n\"x, y\",\"say \"\"no\"\"\"\n\"\",b\"c\n");
  ASSERT_VALUE(table);
  EXPECT_EQ(table->rows, (Rows{{"x, y", "say \"no\""}, {"", "b\"c"}}));
}

TEST_F(ReadTable, TakesOutWhatNobodySeesAndNamesIt) {
  const auto table = read(
      "code\xC2\xA0,\xC3\x90\xE1\xBB\x93 g\xE1\xBB\x97,n\n12\xC2\xA0,a,1\xC2\xA0"
      "234\n\xE2\x80\x8B"
      "13,b,2\n\xEF\xBB\xBF"
      "14,c,3\n");
  ASSERT_VALUE(table);
  EXPECT_EQ(table->columns, (std::vector<std::string>{"code", "Đồ gỗ", "n"}));
  EXPECT_EQ(table->rows, (Rows{{"12", "a",
                                "1\xC2\xA0"
                                "234"},
                               {"13", "b", "2"},
                               {"14", "c", "3"}}));
  ASSERT_EQ(table->findings.size(), 1u);
  EXPECT_EQ(table->findings[0].code, core::ErrorCode::hidden_characters);
  EXPECT_EQ(table->findings[0].subject.id, "code");
  EXPECT_EQ(table->findings[0].detail, "5|no-break space (U+00A0)");
}

TEST_F(ReadTable, SaysWhichColumnStandsTwiceAndWhere) {
  const auto table = read("a,b,b\n1,2,3\n");
  ASSERT_ERROR(table, column_twice);
  EXPECT_EQ(table.error().subject.field, "b");
  EXPECT_EQ(table.error().detail, "2|3");
}

TEST_F(ReadTable, NamesTheSeparatorThatItFinds) {
  const auto table = read("unit_code;sector_no\n1;2\n");
  ASSERT_ERROR(table, wrong_separator);
  EXPECT_EQ(table.error().detail, ";");
  ASSERT_VALUE(read("unit_code;sector_no\n1;2\n", ';'));
}

TEST_F(ReadTable, ListsTheLinesThatHaveTooManyOrTooFewFields) {
  std::string text = "a,b\n";
  for (int i = 0; i < 12; ++i) text += "1,2,3\n";
  const auto table = read(text);
  ASSERT_ERROR(table, wrong_column_count);
  EXPECT_EQ(table.error().subject.row, 2U);
  EXPECT_EQ(table.error().detail, "3, 2");
  EXPECT_EQ(length_of_chain(table.error()), 12U);
  EXPECT_EQ(table.error().cause->subject.row, 3U);
}

TEST_F(ReadTable, AQuoteThatIsNeverClosedIsFoundWhereItBegins) {
  const auto table = read("a,b\n1,2\n3,\"4\n5,6\n");
  ASSERT_ERROR(table, wrong_column_count);
  EXPECT_EQ(table.error().subject.row, 3U);
}

TEST_F(ReadTable, OtherEncodingsAreFoundWithTheirLine) {
  const auto latin = read("a,b\n1,2\nS\xE3o,2\n");
  ASSERT_ERROR(latin, bad_encoding);
  EXPECT_EQ(latin.error().subject.row, 3U);
}

TEST_F(ReadTable, NothingButAHeaderIsAnEmptyTable) {
  ASSERT_ERROR(read(""), empty_table);
  ASSERT_ERROR(read("\n\n"), empty_table);
  ASSERT_ERROR(read("a,b\n"), empty_table);
}

TEST_F(ReadTable, SaysWhatCannotBeRead) {
  ASSERT_ERROR(read_table(folder_ / "nowhere.csv"), file_not_found);
  ASSERT_ERROR(read_table(folder_.path()), file_not_readable);
}

TEST_F(ReadTable, FindsColumnsByName) {
  const auto table = read("a,b\n1,2\n");
  ASSERT_VALUE(table);
  EXPECT_EQ(table->column("b").value(), 1U);
  EXPECT_TRUE(table->has_column("a"));
  EXPECT_FALSE(table->has_column("c"));
  const auto missing = table->column("c");
  ASSERT_ERROR(missing, missing_column);
  EXPECT_EQ(missing.error().detail, "a, b");
  EXPECT_EQ(missing.error().subject.file, file_.string());
}

}  // namespace
}  // namespace vicinia::test
