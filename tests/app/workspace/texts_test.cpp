#include "vicinia/workspace/words/texts.h"
#include "vicinia/workspace/words/indicator_texts.h"
#include "vicinia/workspace/words/variable_texts.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <map>
#include <vector>

#include "vicinia/core/base/error_list.h"

#include "vicinia/workspace/document/view.h"

namespace vicinia::workspace {
namespace {

using core::ErrorCode;

TEST(MeasureNames, AreTheTablesOwnWordsWhereItCountsSomethingElse) {
  using core::indicators::Measure;
  const core::Provenance usual,
      beds{.employees_word = {"giường bệnh", "beds"}, .enterprises_word = {"đơn vị y tế", "hospitals"}};
  for (const Language language : {Language::vi, Language::en})
    for (std::size_t m = 0; m < core::indicators::measure_count; ++m) {
      const auto measure = static_cast<Measure>(m);
      EXPECT_EQ(measure_name(usual, measure, language), measure_name(measure, language));
      EXPECT_EQ(measure_definition(usual, measure, language), measure_definition(measure, language));
    }
  EXPECT_EQ(measure_name(beds, Measure::employees, Language::en), "Beds");
  EXPECT_EQ(measure_short_name(beds, Measure::enterprises, Language::vi), "Đơn vị y tế");
  EXPECT_EQ(measure_definition(beds, Measure::sector_share, Language::en),
            "Beds of the sector in the district, as a percentage of the sector's beds in the country.");
  EXPECT_EQ(
      measure_definition(beds, Measure::location_quotient, Language::vi),
      "Tỷ trọng của ngành trong giường bệnh của huyện chia cho tỷ trọng của ngành trong giường bệnh cả nước; trên 1 là chuyên môn hóa.");
  EXPECT_EQ(counted_word(usual, Measure::employees, Language::vi), "lao động");
}

TEST(OwnWords, StandInThePlaceOfEmployeesAndEnterprisesAndKeepACapital) {
  const core::Provenance usual,
      beds{.employees_word = {"giường", "beds"}, .enterprises_word = {"bệnh viện", "hospitals"}};
  const auto own = [&](const char* text, Language language) { return in_own_words(text, beds, language); };
  EXPECT_EQ(own("Employees per enterprise; all employment, (employees)", Language::en),
            "Beds per enterprise; all beds, (beds)");
  EXPECT_EQ(own("Lao động trên một doanh nghiệp: số lao động.", Language::vi),
            "Giường trên một bệnh viện: số giường.");
  for (const char* text : {"Small and medium enterprises", "Small and medium-sized enterprises",
                           "Foreign-invested enterprises", "FDI enterprises", "unemployment"})
    EXPECT_EQ(own(text, Language::en), text);
  for (const char* text :
       {"Doanh nghiệp nhỏ và vừa", "doanh nghiệp có vốn đầu tư nước ngoài", "Tỷ lệ doanh nghiệp FDI"})
    EXPECT_EQ(own(text, Language::vi), text);
  EXPECT_EQ(own("SMEs over all enterprises.", Language::en), "SMEs over all hospitals.");
  EXPECT_EQ(in_own_words("Employees", usual, Language::en), "Employees");
  const core::Provenance of_themselves{.employees_word = {"lao động nữ", "women among employees"}};
  EXPECT_EQ(in_own_words("lao động", of_themselves, Language::vi), "lao động nữ") << "once, not without end";
}

TEST(OwnWords, AreInEveryTextAboutIndicatorsVariablesSchemesAndCriteria) {
  namespace grades = core::indicators::grades;
  const core::Provenance usual,
      beds{.employees_word = {"giường", "beds"}, .enterprises_word = {"bệnh viện", "hospitals"}};
  const auto texts_of = [](const core::Provenance& provenance, Language language) {
    std::vector<std::string> texts;
    for (const auto& info : core::indicators::all_indicators())
      for (const auto& text : {indicator_name(provenance, info.indicator, language),
                               indicator_definition(provenance, info.indicator, language),
                               indicator_denominator(provenance, info.indicator, language),
                               indicator_limits(provenance, info.indicator, language)})
        texts.push_back(text);
    for (const auto& info : core::values::all_variables())
      for (const auto& text : {variable_name(provenance, info.variable, language),
                               variable_short_name(provenance, info.variable, language),
                               variable_definition(provenance, info.variable, language)})
        texts.push_back(text);
    for (std::size_t i = 0; i < grades::criterion_id_count; ++i)
      texts.push_back(criterion_name(provenance, static_cast<grades::CriterionId>(i), language));
    for (std::size_t i = 0; i < 4; ++i)
      texts.push_back(scheme_definition(provenance, static_cast<grades::Scheme>(i), language));
    return texts;
  };
  for (const Language language : {Language::vi, Language::en}) {
    for (const std::string& text : texts_of(beds, language))
      for (const char* word :
           {"lao động", "Lao động", "employees", "Employees", "employment", "Employment", "every employee"})
        EXPECT_EQ(text.find(word), std::string::npos) << text;
    const auto spoken = texts_of(usual, language);
    EXPECT_TRUE(std::ranges::any_of(spoken, [](const std::string& text) {
      return text.find("lao động") != std::string::npos || text.find("employees") != std::string::npos;
    })) << "a table without words of its own has the usual ones";
  }
}

TEST(ErrorText, SaysFileRowFieldWhatAndWhatToDo) {
  const core::Error error{.code = ErrorCode::negative_count,
                          .subject = {.file = "observations.csv", .row = 17, .field = "employees"},
                          .detail = "-5"};
  EXPECT_EQ(
      error_text(error, Language::en),
      "observations.csv, line 17, field \"employees\": A count cannot be negative: -5. Correct the value.");
}

TEST(ErrorText, ListsTheOtherErrorsOfTheFileToo) {
  core::Error error{.code = ErrorCode::unknown_unit, .subject = {.row = 3, .id = "x"}};
  error.cause = std::make_shared<core::Error>(
      core::Error{.code = ErrorCode::unknown_unit, .subject = {.row = 9, .id = "y"}});
  const std::string text = error_text(error, Language::en);
  EXPECT_NE(text.find("line 3"), std::string::npos);
  EXPECT_NE(text.find("\nline 9"), std::string::npos);
}

TEST(ErrorText, TellsBothReadingsOfANumberAsTheReaderWritesThem) {
  const core::Error error{.code = ErrorCode::ambiguous_number,
                          .subject = {.file = "t.csv", .row = 4, .field = "lq", .id = "1,234"},
                          .detail = "1234|1.234"};
  EXPECT_TRUE(
      error_text(error, Language::en)
          .starts_with(
              "t.csv, line 4, field \"lq\": \"1,234\" can mean 1234 or 1.234, and the table does not show which."));
  EXPECT_TRUE(error_text(error, Language::vi)
                  .starts_with("t.csv, dòng 4, trường \"lq\": \"1,234\" có thể là 1234 hoặc 1,234"));
}

TEST(ErrorText, TellsHolesOfAMatrix) {
  const core::Error error{
      .code = ErrorCode::rows_missing, .subject = {.field = "II", .id = "12"}, .detail = "2|15"};
  EXPECT_TRUE(
      error_text(error, Language::en)
          .starts_with(
              "2 of 15 cells of the matrix (unit × sector × period) have no row; the first is unit 12, sector II."));
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

core::Error unknown_unit(std::size_t row) {
  return {.code = ErrorCode::unknown_unit,
          .subject = {.file = "o.csv", .row = row, .field = "unit_code", .id = "x" + std::to_string(row)}};
}

core::Error chain_of(std::size_t count) {
  core::ErrorList errors;
  for (std::size_t i = 0; i < count; ++i) errors.add(unknown_unit(i + 2));
  return std::move(errors).chained();
}

std::size_t lines_of(const std::string& text) {
  return static_cast<std::size_t>(std::ranges::count(text, '\n')) + 1;
}

TEST(ErrorText, SumsUpMoreThanThreeOfAKindAndTellsEachInFullOnRequest) {
  EXPECT_EQ(lines_of(error_text(chain_of(3), Language::en)), 3U);
  EXPECT_EQ(errors_left_out(chain_of(3)), 0U);
  const core::Error ten = chain_of(10);
  EXPECT_EQ(
      error_text(ten, Language::en),
      "o.csv: 10 rows name a unit that the boundaries do not have: line 2 (x2), line 3 (x3), line 4 (x4) and 7 more. "
      "Correct the code, or add the unit to the boundaries.");
  EXPECT_EQ(
      error_text(ten, Language::vi),
      "o.csv: 10 dòng nêu mã đơn vị không có trong lớp ranh giới: dòng 2 (x2), dòng 3 (x3), dòng 4 (x4) và 7 nữa. "
      "Hãy sửa mã hoặc thêm đơn vị vào lớp ranh giới.");
  EXPECT_EQ(errors_left_out(ten), 10U);
  EXPECT_EQ(lines_of(error_text(ten, Language::en, ErrorLength::in_full)), 10U);
}

TEST(ErrorText, NamesAllThatTheShapeOfAFileLacks) {
  core::ErrorList errors;
  for (const char* key : {"title", "source", "survey", "sectors"})
    errors.add(
        {.code = ErrorCode::bad_manifest, .subject = {.file = "m.json", .field = key}, .detail = "missing"});
  const core::Error error = std::move(errors).chained();
  EXPECT_TRUE(
      error_text(error, Language::en)
          .starts_with(
              "m.json: 4 entries of the manifest are not right: title (missing), source (missing), survey (missing), sectors (missing)."))
      << error_text(error, Language::en);
  EXPECT_TRUE(
      error_text(error, Language::vi)
          .starts_with(
              "m.json: 4 mục trong manifest chưa đúng: title (thiếu), source (thiếu), survey (thiếu), sectors (thiếu)."));
  EXPECT_EQ(errors_left_out(error), 0U);
}

TEST(ErrorText, CountsThoseThatWereNotKept) {
  const core::Error many = chain_of(core::ErrorList::most + 34);
  EXPECT_EQ(errors_left_out(many), core::ErrorList::most + 34);
  EXPECT_TRUE(error_text(many, Language::en).starts_with("o.csv: 234 rows name a unit"));
  EXPECT_EQ(lines_of(error_text(many, Language::en, ErrorLength::in_full)), core::ErrorList::most);
  EXPECT_NE(error_text(many, Language::en, ErrorLength::in_full).find("The same holds for 34 more."),
            std::string::npos);
}

RC_GTEST_PROP(ErrorTextProperty, EveryKindIsToldWithItsNumberInAtMostThreeLines, ()) {
  const auto codes = *rc::gen::nonEmpty(rc::gen::container<std::vector<ErrorCode>>(rc::gen::element(
      ErrorCode::unknown_unit, ErrorCode::not_a_number, ErrorCode::given_twice, ErrorCode::missing_code)));
  core::ErrorList errors;
  std::map<ErrorCode, std::size_t> count_of;
  for (const ErrorCode code : codes) {
    errors.add({.code = code, .subject = {.file = "f", .row = 10}, .detail = "a|b"});
    ++count_of[code];
  }
  const core::Error error = std::move(errors).chained();
  std::size_t lines = 0, left_out = 0;
  for (const auto& [code, count] : count_of) {
    lines += count <= 3 ? count : 1;
    left_out += count <= 3 ? 0 : count;
  }
  for (const Language language : {Language::vi, Language::en})
    RC_ASSERT(lines_of(error_text(error, language)) == lines);
  RC_ASSERT(errors_left_out(error) == left_out);
}

TEST(ErrorText, OfAUnitWithoutACodeNamesItsRow) {
  const core::Error error{.code = ErrorCode::non_finite_coordinate,
                          .subject = {.file = "nan.geojson", .row = 3}};
  EXPECT_EQ(error_text(error, Language::en),
            "nan.geojson: Feature 3 has a coordinate that is no number. Mend the geometry.");
  EXPECT_EQ(error_text(error, Language::vi),
            "nan.geojson: Đối tượng 3 có tọa độ không phải là số. Hãy sửa hình học.");
  EXPECT_EQ(
      error_text(
          {.code = ErrorCode::invalid_ring, .subject = {.row = 7}, .detail = "Self-intersection at 1 2"},
          Language::vi),
      "Đường viền của đối tượng 7 không hợp lệ và đã được sửa: đường viền tự cắt tại 1 2. Hãy kiểm tra kết quả trên bản đồ.");
}

TEST(ErrorText, PutsTheWordsOfGdalBehindOursAsAQuotation) {
  const core::Error error{.code = ErrorCode::not_a_vector_file,
                          .subject = {.file = "a.geojson", .field = "file:json"},
                          .detail = "GDAL: Unterminated string"};
  EXPECT_EQ(
      error_text(error, Language::vi),
      "a.geojson: Tệp là JSON bị cắt cụt, sai cú pháp hoặc không phải GeoJSON. Hãy xuất lại lớp thành GeoJSON, GeoPackage hoặc shapefile. "
      "GDAL: \"Unterminated string\".");
  EXPECT_EQ(
      error_text({.code = ErrorCode::reprojection_failed,
                  .subject = {.row = 2},
                  .detail = "106 100 (PROJ: Invalid coordinate)"},
                 Language::en),
      "feature 2: The coordinates cannot be projected: 106 100. Correct them, or state the right coordinate system: \"crs\" in the "
      "manifest, --source-crs in a terminal. PROJ: \"Invalid coordinate\".");
  EXPECT_EQ(
      error_text(
          {.code = ErrorCode::file_not_readable, .subject = {.file = "a"}, .detail = "Wrong medium type"},
          Language::vi),
      "a: Không đọc được tệp. Hãy kiểm tra quyền truy cập. Hệ thống: \"Wrong medium type\".");
}

TEST(ErrorText, OfAFileThatCannotBeWrittenGivesTheAdviceThatFitsTheReason) {
  const auto text = [](const char* reason, const char* field = "") {
    return error_text(
        {.code = ErrorCode::file_not_writable, .subject = {.file = "o", .field = field}, .detail = reason},
        Language::en);
  };
  EXPECT_NE(text("No space left on device").find("Free some space"), std::string::npos);
  EXPECT_EQ(text("Permission denied"),
            "o: The file cannot be written: Permission denied. Choose a folder in which you may write.");
  EXPECT_EQ(text("", "input"),
            "o: This is a file that is read, and it would be overwritten. Give --out another name.");
}

TEST(ErrorText, NamesTheFormatsThereAre) {
  EXPECT_EQ(
      error_text(
          {.code = ErrorCode::unsupported_format, .subject = {.file = "a.xyz"}, .detail = ".xyz|.pdf, .svg"},
          Language::en),
      "a.xyz: This format is not known here: .xyz. Use one of these: .pdf, .svg.");
  EXPECT_EQ(
      error_text({.code = ErrorCode::unsupported_format, .subject = {.file = "a"}, .detail = "|.pdf, .svg"},
                 Language::vi),
      "a: Tên tệp không có đuôi cho biết định dạng. Hãy dùng một trong các đuôi: .pdf, .svg.");
}

TEST(ErrorText, SaysInVietnameseWhichKindOfNameIsMeantAndWhichOption) {
  EXPECT_NE(error_text(
                {.code = ErrorCode::unknown_name, .subject = {.field = "province", .id = "x"}, .detail = "a"},
                Language::vi)
                .find("(tỉnh)"),
            std::string::npos);
  for (const Language language : {Language::vi, Language::en}) {
    const std::string text = error_text({.code = ErrorCode::invalid_argument,
                                         .subject = {.field = "tolerance_m"},
                                         .detail = "nan; a distance of 0 or more"},
                                        language);
    EXPECT_NE(text.find("--tolerance"), std::string::npos) << text;
    EXPECT_EQ(text.find("tolerance_m"), std::string::npos) << text;
  }
}

/// Whatever a file holds, and whatever a library says of it.
RC_GTEST_PROP(ErrorTextProperty, NeverHasTwoFullStopsARawControlOrAPlaceThatIsNotFilled, ()) {
  const auto words = [] {
    return *rc::gen::element<std::string>("", "a", "Permission denied", "GDAL: not known to me.",
                                          "1 2 (PROJ: Invalid.)", "missing", "x|y|z", "\x1b[31m", "\u202E",
                                          "an unknown reason.", "{id}", "12:5 (JSON: syntax error.)",
                                          "file:empty", "file:utf16");
  };
  core::Error error{.code = static_cast<ErrorCode>(*rc::gen::inRange<std::size_t>(0, core::error_code_count)),
                    .subject = {.field = words(), .id = words()},
                    .detail = words()};
  if (*rc::gen::arbitrary<bool>()) error.subject.row = 3;
  const bool has_braces =
      error.subject.field == "{id}" || error.subject.id == "{id}" || error.detail == "{id}";
  for (const Language language : {Language::vi, Language::en}) {
    const std::string text = error_text(error, language);
    RC_ASSERT(!text.empty());
    RC_ASSERT(text.find("..") == std::string::npos);
    RC_ASSERT(text.find('\x1b') == std::string::npos);
    RC_ASSERT(text.find("\u202E") == std::string::npos);
    RC_ASSERT(has_braces || text.find('{') == std::string::npos);
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
