// Blocks of a register hold the records that read_table finds, with the same lines.
#include "vicinia/gis/io/csv_blocks.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <fstream>
#include <string>
#include <vector>

#include "gis/io/expect_error.h"
#include "support/temporary_folder.h"
#include "vicinia/gis/io/table.h"

namespace vicinia::gis::io {
namespace {

struct Rows {
  std::vector<std::string> columns{};
  std::vector<std::vector<std::string>> rows{};
  std::vector<std::size_t> lines{};
  friend bool operator==(const Rows&, const Rows&) = default;
};

void PrintTo(const Rows& rows, std::ostream* out) {
  for (std::size_t i = 0; i < rows.rows.size(); ++i)
    *out << rows.lines[i] << ":" << testing::PrintToString(rows.rows[i]) << "\n";
}

core::Result<Rows> by_blocks(const std::filesystem::path& file) {
  auto blocks = CsvBlocks::open({.file = file, .finds_separator = true});
  if (!blocks) return core::fail(blocks.error());
  Rows all{.columns = (*blocks)->columns()};
  std::size_t line = (*blocks)->first_line();
  while (true) {
    const auto block = (*blocks)->next();
    if (!block) return core::fail(block.error());
    if (!*block) return all;
    CsvRecords records(**block, (*blocks)->separator());
    while (records.next()) {
      all.rows.emplace_back(records.cells().begin(), records.cells().end());
      all.lines.push_back(line + records.lines_before());
    }
    line += records.lines();
  }
}

class CsvBlocksTest : public testing::Test {
 protected:
  std::filesystem::path file(const std::string& bytes) {
    const auto path = folder_.path() / "register.csv";
    std::ofstream(path, std::ios::binary) << bytes;
    return path;
  }
  test::TemporaryFolder folder_;
};

TEST_F(CsvBlocksTest, QuotesEndsOfLinesAndBlankLinesAreThoseOfATable) {
  const auto path = file("\xEF\xBB\xBF a ;\"b\"\n\n1;\"x;\ny\"\"z\"\r\n;\n\"\"; tail\"quote\"\n3;4");
  const auto table = read_table(TableRequest{.file = path, .finds_separator = true});
  ASSERT_VALUE(table);
  const auto blocks = by_blocks(path);
  ASSERT_VALUE(blocks);
  EXPECT_EQ(*blocks, (Rows{table->columns, table->rows, table->lines}));
  EXPECT_THAT(blocks->lines, testing::ElementsAre(3, 6, 7));
}

TEST_F(CsvBlocksTest, AreCutBetweenRecordsHoweverLongTheFileIs) {
  std::string text = "code,name\n";
  for (int i = 0; i < 120'000; ++i) {
    text += std::to_string(i) + ",";
    text += i % 7 == 0    ? "\"two\nlines, and a \"\"quote\"\"\""
            : i % 11 == 0 ? "5\" pipe"
                          : "plain text of a name";
    text += i % 5 == 0 ? "\r\n" : "\n";
  }
  const auto path = file(text);
  ASSERT_GT(text.size(), std::size_t{2} << 20U) << "several blocks";
  const auto table = read_table(path);
  ASSERT_VALUE(table);
  const auto blocks = by_blocks(path);
  ASSERT_VALUE(blocks);
  EXPECT_TRUE(*blocks == (Rows{table->columns, table->rows, table->lines}));
}

RC_GTEST_PROP(CsvBlocksProperty, AnyTextHasTheRecordsThatATableHas, ()) {
  const test::TemporaryFolder folder;
  const auto path = folder.path() / "any.csv";
  std::string text = "a,b\n";
  const auto pieces = *rc::gen::container<std::vector<std::string>>(
      rc::gen::element<std::string>("x", ",", "\"", "\"\"", "\n", "\r\n", "\r", " ", "đ", "1,2\n"));
  for (const std::string& piece : pieces) text += piece;
  std::ofstream(path, std::ios::binary) << text;
  const auto source = table_formats().front().open({.file = path});
  RC_ASSERT(source.has_value());
  Rows expected;
  while (auto row = *(*source)->next()) {
    bool is_blank = !row->is_cut_off;
    for (const std::string& cell : row->cells)
      is_blank = is_blank && cell.find_first_not_of(" \t\r\n") == std::string::npos;
    if (is_blank) continue;
    if (expected.columns.empty()) {
      expected.columns = row->cells;
      continue;
    }
    expected.rows.push_back(row->cells);
    expected.lines.push_back(row->line);
  }
  const auto blocks = by_blocks(path);
  RC_ASSERT(blocks.has_value());
  RC_ASSERT(*blocks == expected);
}

TEST_F(CsvBlocksTest, LeavesOtherEncodingsToTheTableReader) {
  const auto blocks = CsvBlocks::open({.file = file("a,b\nB\xB8n,1\n")});
  ASSERT_VALUE(blocks);
  EXPECT_EQ(*blocks, nullptr);
}

TEST_F(CsvBlocksTest, NamesWhatIsNoTable) {
  ASSERT_ERROR(CsvBlocks::open({.file = folder_.path() / "none.csv"}), file_not_found);
  ASSERT_ERROR(CsvBlocks::open({.file = folder_.path()}), file_not_readable);
  ASSERT_ERROR(CsvBlocks::open({.file = file("")}), empty_table);
  ASSERT_ERROR(CsvBlocks::open({.file = file("a;b\n1;2\n")}), wrong_separator);
  ASSERT_ERROR(CsvBlocks::open({.file = file("a,b,a\n")}), wrong_column_count);
  ASSERT_ERROR(CsvBlocks::open({.file = file("PK\x03\x04 and more of a workbook")}), bad_encoding);
}

}  // namespace
}  // namespace vicinia::gis::io
