#include "vicinia/workspace/words/findings_text.h"

#include <gmock/gmock.h>

#include "vicinia/workspace/words/import_text.h"

namespace vicinia::workspace {
namespace {

using core::ErrorCode;
using core::Finding;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::SizeIs;

std::vector<Finding> repaired(std::size_t count) {
  std::vector<Finding> findings;
  for (std::size_t i = 0; i < count; ++i)
    findings.push_back({.code = ErrorCode::invalid_ring,
                        .subject = {.file = "d.shp", .row = i + 1, .id = std::to_string(100 + i)},
                        .detail = "Ring Self-intersection[1 2]"});
  return findings;
}

TEST(FindingsSummary, ManyOfOneKindAreOneLineWithTheirNumberAndTheFirstThree) {
  const auto findings = repaired(72);
  const auto lines = findings_summary(findings, Language::en);
  ASSERT_THAT(lines, SizeIs(1));
  EXPECT_EQ(lines[0].text,
            "d.shp: 72 outlines were not valid and have been repaired: 100, 101, 102 and 69 more.");
  EXPECT_THAT(lines[0].findings, SizeIs(72));
  EXPECT_EQ(findings_summary(findings, Language::vi)[0].text,
            "d.shp: 72 đường viền không hợp lệ đã được sửa: 100, 101, 102 và 69 nữa.");
}

TEST(FindingsSummary, OneOfAKindIsToldInFull) {
  const auto lines = findings_summary(repaired(1), Language::en);
  ASSERT_THAT(lines, SizeIs(1));
  EXPECT_THAT(
      lines[0].text,
      HasSubstr(
          "feature 1: The outline of unit 100 was not valid and has been repaired: Ring Self-intersection"));
}

TEST(FindingsSummary, ThreeOfAKindAreAllNamed) {
  EXPECT_THAT(findings_summary(repaired(3), Language::en)[0].text, testing::EndsWith(": 100, 101, 102."));
}

TEST(FindingsSummary, KindsStandInTheOrderInWhichTheyOccurAndFilesApart) {
  std::vector<Finding> findings = repaired(2);
  findings.push_back({.code = ErrorCode::encoding_unknown, .subject = {.file = "d.shp"}, .detail = "UTF-8"});
  findings.push_back(
      {.code = ErrorCode::invalid_ring, .subject = {.file = "p.shp", .row = 4, .id = "79"}, .detail = "x"});
  findings.push_back(
      {.code = ErrorCode::invalid_ring, .subject = {.file = "d.shp", .row = 9, .id = "108"}, .detail = "x"});
  const auto lines = findings_summary(findings, Language::en);
  ASSERT_THAT(lines, SizeIs(3));
  EXPECT_THAT(lines[0].findings, ElementsAre(0, 1, 4));
  EXPECT_THAT(lines[1].text, HasSubstr("encoding"));
  EXPECT_THAT(lines[2].text, HasSubstr("p.shp"));
}

TEST(FindingsSummary, NotesOnTheNumbersOfColumnsNameTheColumns) {
  std::vector<Finding> findings;
  for (const char* column : {"lq", "sector_share_pct", "district_share_pct", "employees"})
    findings.push_back({.code = ErrorCode::decimal_commas,
                        .subject = {.file = "t.csv", .row = 2, .field = column},
                        .detail = "184"});
  EXPECT_EQ(
      findings_summary(findings, Language::en).at(0).text,
      "t.csv: 4 columns have decimal commas, read as the decimal mark: lq, sector_share_pct, district_share_pct and 1 more.");
}

TEST(FindingsSummary, AKindWithoutWordsOfItsOwnNamesTheNextTwo) {
  std::vector<Finding> findings;
  for (const char* name : {"a", "b", "c", "d"})
    findings.push_back({.code = ErrorCode::identical_areas, .subject = {.id = name}, .detail = "1|z"});
  EXPECT_THAT(findings_summary(findings, Language::en).at(0).text,
              testing::EndsWith("(and 3 more of this kind: b, c, …)"));
}

TEST(FindingsSummary, AKindWithoutWordsOfItsOwnIsToldByItsFirst) {
  const Finding first{.code = ErrorCode::units_without_rows, .subject = {.id = "001"}, .detail = "5|2010"};
  const auto lines = findings_summary(std::vector{first, first, first}, Language::en);
  ASSERT_THAT(lines, SizeIs(1));
  EXPECT_THAT(lines[0].text, testing::StartsWith("Units without any row in 2010: 5"));
  EXPECT_THAT(lines[0].text, testing::EndsWith("(and 2 more of this kind)"));
}

TEST(FindingsSummary, KindsThatAreToldApartByTheirFieldAreALineEach) {
  const Finding summed{.code = ErrorCode::sector_level_used,
                       .subject = {.file = "t.csv", .field = "sectors_summed"},
                       .detail = "1|13 = 1311, 1392"},
      taken{.code = ErrorCode::sector_level_used,
            .subject = {.file = "t.csv", .field = "classification_usual", .id = "vsic-2007"},
            .detail = "vsic-1993|15: Sản xuất da / Sản xuất thực phẩm"},
      coarse{.code = ErrorCode::rows_apart,
             .subject = {.file = "t.csv", .field = "coarse_sectors"},
             .detail = "1|25"},
      regions{.code = ErrorCode::rows_apart,
              .subject = {.file = "t.csv", .field = "region"},
              .detail = "6|Đồng bằng sông Hồng"};
  const auto lines = findings_summary(std::vector{taken, summed, coarse, regions}, Language::en);
  ASSERT_THAT(lines, SizeIs(4));
  EXPECT_EQ(
      lines[0].text,
      "t.csv: Nothing in the table tells of which classification the codes of its sectors are: they are taken for VSIC 2007, and "
      "may be of VSIC 1993, where they mean something else (15: Sản xuất da / Sản xuất thực phẩm). State which it is: "
      "--classification.");
  EXPECT_THAT(lines[1].text, HasSubstr("put together from finer ones: 1 (13 = 1311, 1392)"));
  EXPECT_THAT(lines[2].text, HasSubstr("1 (25)"));
  EXPECT_THAT(findings_summary(std::vector{taken}, Language::vi)[0].text,
              HasSubstr("có thể là VSIC 1993 với nghĩa khác"));
}

TEST(ImportText, SaysOfWhichClassificationSectorsAreAndWhatWasPutTogether) {
  gis::imports::SectorsTaken sectors;
  EXPECT_EQ(sectors_text(sectors, Language::en), "");
  sectors.classification = "vsic-2018";
  sectors.classification_name = "VSIC 2018";
  sectors.by = gis::imports::ClassifiedBy::year;
  sectors.made = {{"I", {"13", "14"}}, {"II", {"15"}}};
  EXPECT_EQ(sectors_text(sectors, Language::en),
            "Codes of sectors: VSIC 2018 (by the year of the figures); I = 13 + 14, II = 15\n");
  EXPECT_EQ(sectors_text(sectors, Language::vi),
            "Mã ngành: VSIC 2018 (theo năm của số liệu); I = 13 + 14, II = 15\n");
}

}  // namespace
}  // namespace vicinia::workspace
