#include "vicinia/workspace/texts.h"

#include <gtest/gtest.h>

#include "vicinia/workspace/view.h"

namespace vicinia::workspace {
namespace {

using core::ErrorCode;

TEST(MeasureNames, AreTheTablesOwnWordsWhereItCountsSomethingElse) {
  using core::indicators::Measure;
  const core::Provenance usual, beds{.employees_word = {"giường bệnh", "beds"}, .enterprises_word = {"đơn vị y tế", "hospitals"}};
  for (const Language language : {Language::vi, Language::en})
    for (std::size_t m = 0; m < measure_count; ++m) {
      const auto measure = static_cast<Measure>(m);
      EXPECT_EQ(measure_name(usual, measure, language), measure_name(measure, language));
      EXPECT_EQ(measure_definition(usual, measure, language), measure_definition(measure, language));
    }
  EXPECT_EQ(measure_name(beds, Measure::employees, Language::en), "Beds");
  EXPECT_EQ(measure_short_name(beds, Measure::enterprises, Language::vi), "Đơn vị y tế");
  EXPECT_EQ(measure_definition(beds, Measure::sector_share, Language::en), "Beds of the sector in the district, as a percentage of the sector's beds in the country.");
  EXPECT_EQ(measure_definition(beds, Measure::location_quotient, Language::vi),
            "Tỷ trọng của ngành trong giường bệnh của huyện chia cho tỷ trọng của ngành trong giường bệnh cả nước; trên 1 là chuyên môn hóa.");
  EXPECT_EQ(counted_word(usual, Measure::employees, Language::vi), "lao động");
}

TEST(ErrorText, SaysFileRowFieldWhatAndWhatToDo) {
  const core::Error error{.code = ErrorCode::negative_count,
                          .subject = {.file = "observations.csv", .row = 17, .field = "employees"},
                          .detail = "-5"};
  EXPECT_EQ(error_text(error, Language::en),
            "observations.csv, line 17, field \"employees\": A count cannot be negative: -5. Correct the figure.");
}

TEST(ErrorText, ListsTheOtherErrorsOfTheFileToo) {
  core::Error error{.code = ErrorCode::unknown_unit, .subject = {.row = 3, .id = "x"}};
  error.cause = std::make_shared<core::Error>(core::Error{.code = ErrorCode::unknown_unit, .subject = {.row = 9, .id = "y"}});
  const std::string text = error_text(error, Language::en);
  EXPECT_NE(text.find("line 3"), std::string::npos);
  EXPECT_NE(text.find("\nline 9"), std::string::npos);
}

TEST(ErrorText, TellsBothReadingsOfANumberAsTheReaderWritesThem) {
  const core::Error error{.code = ErrorCode::ambiguous_number,
                          .subject = {.file = "t.csv", .row = 4, .field = "lq", .id = "1,234"},
                          .detail = "1234|1.234"};
  EXPECT_TRUE(error_text(error, Language::en)
                  .starts_with("t.csv, line 4, field \"lq\": \"1,234\" can mean 1234 or 1.234, and the table does not show which."));
  EXPECT_TRUE(error_text(error, Language::vi).starts_with("t.csv, dòng 4, trường \"lq\": \"1,234\" có thể là 1234 hoặc 1,234"));
}

TEST(ErrorText, TellsHolesOfAMatrix) {
  const core::Error error{.code = ErrorCode::rows_missing, .subject = {.field = "II", .id = "12"}, .detail = "2|15"};
  EXPECT_TRUE(error_text(error, Language::en)
                  .starts_with("2 of 15 cells of the matrix (unit × sector × period) have no row; the first is unit 12, sector II."));
}

TEST(ErrorText, ExistsInBothLanguagesForEveryCodeAndLeavesNoBraces) {
  for (std::size_t c = 0; c < core::error_code_count; ++c) {
    const core::Error error{.code = static_cast<ErrorCode>(c), .detail = "d"};
    const std::string vi = error_text(error, Language::vi), en = error_text(error, Language::en);
    EXPECT_FALSE(vi.empty());
    EXPECT_NE(vi, en);
    EXPECT_EQ((vi + en).find('{'), std::string::npos) << en;
  }
}

TEST(Texts, EveryMeasureHasNamesAndADefinitionInBothLanguages) {
  for (const auto& info : core::indicators::all_measures())
    for (const Language language : {Language::vi, Language::en}) {
      EXPECT_FALSE(measure_name(info.measure, language).empty());
      EXPECT_FALSE(measure_short_name(info.measure, language).empty());
      EXPECT_FALSE(measure_definition(info.measure, language).empty());
    }
}

}  // namespace
}  // namespace vicinia::workspace
