// The report of the audit, before the engine sets it.
#include "vicinia/workspace/figures/audit_report.h"

#include <algorithm>

#include "fixture.h"
#include "vicinia/workspace/document/audited_list.h"

namespace vicinia::workspace {
namespace {

using gis::map::ReportHeading;
using gis::map::ReportSpec;
using gis::map::ReportTable;

ReportSpec report_in(Language language) {
  const auto list = vietnam_2007()->audits[0];
  return make_audit_report(list->table(), list->audit(),
                           {.source = "UNIDO", .language = language, .file = "/tmp/audit.pdf"});
}

TEST(AuditReport, ListsEveryContradictedValueUnderItsSector) {
  const ReportSpec report = report_in(Language::en);
  std::size_t findings = 0;
  std::vector<std::string> headings;
  for (const auto& block : report.blocks) {
    if (const auto* heading = std::get_if<ReportHeading>(&block)) headings.push_back(heading->text);
    if (const auto* table = std::get_if<ReportTable>(&block); table && !headings.empty())
      findings += table->rows.size();
  }
  EXPECT_EQ(findings, 31u);
  EXPECT_EQ(headings.size(), 6u);
  EXPECT_EQ(headings.front(), "I  Textile and Garment");
  EXPECT_EQ(
      report.subtitle,
      "31 of 1,356 values cannot be right together with the others; 9 of these are one of several explanations");
  EXPECT_EQ(report.source, "Source: UNIDO");
}

TEST(AuditReport, SaysOfNamSachWhatIsPrintedAndWhatWouldAgree) {
  for (const auto& block : report_in(Language::vi).blocks)
    if (const auto* table = std::get_if<ReportTable>(&block))
      for (const auto& row : table->rows)
        if (row.cells[0] == "597") {
          EXPECT_EQ(row.cells[1], "Nam Sach, Hai Duong") << "as printed";
          EXPECT_EQ(row.cells[3], "0,0");
          EXPECT_EQ(row.cells[4], "5,7");
          EXPECT_TRUE(row.cells[5].starts_with("Không khớp")) << row.cells[5];
          return;
        }
  FAIL() << "line 597 is not in the report";
}

TEST(AuditReport, LeavesNoPlaceUnfilledInEitherLanguage) {
  for (const Language language : {Language::vi, Language::en}) {
    ReportSpec report = report_in(language);
    report.page_text.clear();  // the engine fills in its pages
    const auto good = [](const std::string& text) { return text.find('{') == std::string::npos; };
    for (const auto& block : report.blocks)
      if (const auto* table = std::get_if<ReportTable>(&block)) {
        for (const auto& row : table->rows) EXPECT_TRUE(std::ranges::all_of(row.cells, good));
      }
    EXPECT_TRUE(good(report.title) && good(report.subtitle) && good(report.source));
  }
}

TEST(AuditReport, SaysWhereNothingIsContradicted) {
  const auto list = mini()->audits[0];
  const ReportSpec report =
      make_audit_report(list->table(), list->audit(), {.source = "x", .language = Language::en});
  const auto* last = std::get_if<gis::map::ReportParagraph>(&report.blocks.back());
  ASSERT_TRUE(last);
  EXPECT_EQ(last->text, "No value is contradicted.");
}

}  // namespace
}  // namespace vicinia::workspace
