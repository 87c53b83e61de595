// The audit of the built-in list: what is known to be wrong with it is found, and nothing else is added.
#include "vicinia/workspace/tables/audit_table.h"
#include "vicinia/gis/io/published_list.h"
#include "vicinia/workspace/base/value_table.h"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <tuple>

#include "core/audit/feasibility.h"
#include "fixture.h"
#include "support/levels.h"
#include "support/temporary_folder.h"
#include "vicinia/gis/io/table.h"
#include "vicinia/workspace/document/resource_paths.h"
#include "vicinia/workspace/words/audit_words.h"
#include "vicinia/workspace/words/texts.h"

namespace vicinia::workspace {
namespace {

namespace fs = std::filesystem;
using core::audit::Audit;
using core::audit::Blame;
using core::audit::CellVerdict;
using core::audit::Field;
using core::audit::PublishedTable;
using core::audit::Verdict;

fs::path published_list() {
  return fs::path(VICINIA_RESOURCES_DIR) / "data" / "vietnam-2007" / "observations.csv";
}

struct Audited {
  PublishedTable table = core::audit::published_table(*vietnam_2007()->dataset, 0);
  Audit audit = core::audit::audit(table);

  [[nodiscard]] std::size_t row(const std::string& line) const {
    return static_cast<std::size_t>(
        std::ranges::find(table.rows, line, &core::audit::PublishedRow::source_line) - table.rows.begin());
  }
  [[nodiscard]] const CellVerdict& cell(const std::string& line, Field field) const {
    return *audit.find(row(line), field);
  }
  [[nodiscard]] std::vector<std::string> contradicted() const {
    std::vector<std::string> cells;
    for (const CellVerdict& c : audit.cells)
      if (c.verdict == Verdict::contradicted)
        cells.push_back(table.rows[c.row].source_line + " " + std::string(name_of(c.field)));
    return cells;
  }
};

TEST(AuditOfVietNam2007, NamSachsQuotientOfZeroIsContradictedByItsShares) {
  const Audited found;
  const CellVerdict& lq = found.cell("597", Field::location_quotient);
  EXPECT_EQ(lq.verdict, Verdict::contradicted);
  EXPECT_GT(lq.expected->low, 5.6);
  EXPECT_LT(lq.expected->high, 5.9);
  for (const Field right : {Field::employees, Field::sector_share, Field::district_share})
    EXPECT_NE(found.cell("597", right).verdict, Verdict::contradicted) << name_of(right);
}

TEST(AuditOfVietNam2007, SpeaksInTheTablesOwnWordsOfWhatItCounts) {
  Audited found;
  found.table.employees_word = {"giường bệnh", "beds"};
  found.table.enterprises_word = {"bệnh viện", "hospitals"};
  for (const auto& [language, own, usual] :
       {std::tuple{Language::en, std::vector{"Beds", "Hospitals"},
                   std::vector{"mployees", "Enterprises", "no enterprise", "without enterprises"}},
        {Language::vi, std::vector{"Giường bệnh", "Bệnh viện"}, std::vector{"ao động", "doanh nghiệp"}}}) {
    std::string text;
    for (const CellVerdict& cell : found.audit.cells)
      text += audit_reason(found.table, cell, language) +
              contradicted_cell_text(found.table, cell, language) + "\n";
    for (const char* word : own) EXPECT_NE(text.find(word), std::string::npos) << word;
    for (const char* word : usual) {
      const auto at = text.find(word);
      EXPECT_EQ(at, std::string::npos) << word << ": " << text.substr(at < 60 ? 0 : at - 60, 120);
    }
  }
}

TEST(AuditRows, OfProvincesAreCalledSo) {
  const core::audit::PublishedTable table{
      .levels = *core::admin::Levels::declared({{.id = "province"}, {.id = "district"}, {.id = "commune"}})};
  const core::audit::PublishedRow province{.level = tests::province_level},
      district{.level = tests::district_level}, commune{.level = {2}};
  EXPECT_EQ(row_kind_id(table, commune), "commune");
  EXPECT_EQ(row_kind_text(table, commune, Language::vi), "dòng xã");
  EXPECT_EQ(row_kind_text({}, {}, Language::en), "district row") << "a table of which nothing is known";
  EXPECT_EQ(row_kind_id(table, province), "province");
  EXPECT_EQ(row_kind_id(table, district), "district");
  EXPECT_EQ(row_kind_text(table, province, Language::vi), "dòng tỉnh");
}

TEST(AuditOfVietNam2007, BenCatsTextileRowIsContradictedByItsSharesItsPartsAndItsGroup) {
  const Audited found;
  const CellVerdict& employees = found.cell("587", Field::employees);
  EXPECT_EQ(employees.verdict, Verdict::contradicted);
  EXPECT_EQ(employees.published, 3206) << "as printed";
  EXPECT_EQ(employees.expected, core::stats::exactly(13'074));
  EXPECT_TRUE(std::ranges::binary_search(employees.contradicted_by, found.row("588"))) << "its group row";
  EXPECT_EQ(found.cell("587", Field::enterprises).expected, core::stats::exactly(27));
  EXPECT_EQ(found.cell("587", Field::enterprises).blame, Blame::certain);
  for (const Field right : {Field::smes, Field::fdi_enterprises})
    EXPECT_EQ(found.cell("587", right).verdict, Verdict::agrees)
        << "one wrong value explains both: that of enterprises";
  EXPECT_EQ(found.cell("588", Field::employees).verdict, Verdict::agrees) << "the group row is right";
}

TEST(AuditOfVietNam2007, NationalEmploymentIsWhatTheYearbookSays) {
  const Audited found;
  ASSERT_TRUE(found.audit.national);
  EXPECT_EQ(std::ceil(found.audit.national->interval.low), 7'378'892);
  EXPECT_EQ(std::floor(found.audit.national->interval.high), 7'386'834);
  EXPECT_TRUE(found.audit.national->interval.contains(7'382'160)) << "GSO Statistical Yearbook 2008";
}

/// Each was checked by hand against the rows that it names.
TEST(AuditOfVietNam2007, FindsTheseContradictionsAndNoOthers) {
  const Audited found;
  std::vector<std::string> wrong, one_of_several;
  for (const CellVerdict& cell : found.audit.cells)
    if (cell.verdict == Verdict::contradicted)
      (cell.blame == Blame::one_of_several ? one_of_several : wrong)
          .push_back(found.table.rows[cell.row].source_line + " " + std::string(name_of(cell.field)));
  EXPECT_EQ(
      wrong,
      (std::vector<std::string>{
          "587 enterprises",
          "587 employees",
          "597 lq",
          "598 sector_share_pct",  // HCMC's 30.3% and Thai Binh's 1.8% need E_i of 899,351 or more: 2.55%
          "708 lq",
          "708 district_share_pct",
          "709 lq",
          "709 district_share_pct",
          "710 lq",
          "710 district_share_pct",
          "712 lq",
          "712 district_share_pct",  // other E_j than in all other sectors
          "716 lq",
          "716 sector_share_pct",
          "716 district_share_pct",  // ratios as if without Soc Son
          "729 sector_share_pct",
          "731 sector_share_pct",  // 3,204 of 60,200 is 5.3%
          "753 lq",
          "753 district_share_pct",
          "755 lq",
          "755 district_share_pct",
          "763 employees"}));  // 8.6% of 46,200
  EXPECT_EQ(one_of_several,
            (std::vector<std::string>{
                // LQ over district share is E/E_i: 1.2237 to 1.2255 in this sector, not 1.234
                "729 lq", "729 district_share_pct", "730 lq", "730 district_share_pct", "731 lq",
                "731 district_share_pct", "744 fdi_enterprises", "745 fdi_enterprises",
                "746 fdi_enterprises"}));  // 1 + 0 is not 2, and the total counts 2
}

/// The list as the audit would have it: contradicted counts as they would agree, contradicted ratios not printed.
PublishedTable without_contradictions(const Audited& found) {
  PublishedTable table = found.table;
  for (const CellVerdict& cell : found.audit.cells) {
    if (cell.verdict != Verdict::contradicted) continue;
    const bool is_settled =
        cell.blame != Blame::one_of_several && core::audit::is_count(cell.field) && cell.agreeing;
    table.rows[cell.row][cell.field] =
        is_settled ? core::Cell::of(*cell.agreeing) : core::Cell::not_published();
  }
  table.rows[found.row("764")][Field::employees] =
      core::Cell::not_published();  // the sum of line 763 as printed
  return table;
}

TEST(AuditOfVietNam2007, WhatIsNotContradictedCanAllBeTrueTogether) {
  const Audited found;
  const PublishedTable table = without_contradictions(found);
  const auto witness = core::audit::witness_of(table);
  ASSERT_TRUE(witness) << "a linear program finds no numbers that print as all of it";
  EXPECT_GE(witness->national,
            found.audit.national->interval.low * (1 - 1e-6));  // it takes values to be a hair less precise
  EXPECT_LE(witness->national, found.audit.national->interval.high * (1 + 1e-6));
  // Its numbers, put into the formulas of the ratios themselves.
  std::map<std::string, double> of_sector, of_unit;
  for (const auto& row : table.rows) {
    if (of_sector.size() < witness->national_per_sector.size())
      of_sector.try_emplace(row.sector, witness->national / witness->national_per_sector[of_sector.size()]);
    if (row.kind == core::audit::RowKind::district && of_unit.size() < witness->by_unit.size())
      of_unit.try_emplace(row.unit, witness->by_unit[of_unit.size()]);
  }
  std::size_t checked = 0;
  for (const auto& row : table.rows) {
    if (row.kind != core::audit::RowKind::district || !row[Field::employees].has_number()) continue;
    const double n = row[Field::employees].number(), i = of_sector.at(row.sector), j = of_unit.at(row.unit);
    for (const auto& [field, value] :
         {std::pair(Field::sector_share, 100 * n / i), std::pair(Field::district_share, 100 * n / j),
          std::pair(Field::location_quotient, n * witness->national / (i * j))}) {
      if (!row[field].has_number()) continue;
      EXPECT_NEAR(value, row[field].number(), 0.05 + 1e-4) << row.source_line << ' ' << name_of(field);
      ++checked;
    }
  }
  EXPECT_GT(checked, 400u);
}

TEST(AuditOfVietNam2007, OneQuotientThatPassedForRightWouldMakeTheRestImpossible) {
  const Audited found;
  for (const char* line : {"729", "730"}) {
    PublishedTable table = without_contradictions(found);
    for (const Field field : {Field::location_quotient, Field::district_share})
      table.rows[found.row(line)][field] = found.table.rows[found.row(line)][field];
    EXPECT_FALSE(core::audit::is_feasible(table)) << line;
  }
}

TEST(AuditOfVietNam2007, HoldsAQuotientAgainstTheDistrictShareOfItsRow) {
  const Audited found;
  for (const auto& [line, low, high] : {std::tuple("729", 56.4, 56.6), std::tuple("730", 31.3, 31.5)}) {
    const CellVerdict& lq = found.cell(line, Field::location_quotient);
    EXPECT_EQ(lq.verdict, Verdict::contradicted) << line;
    EXPECT_EQ(lq.check, core::audit::Check::shares);
    EXPECT_GE(lq.expected->low, low - 0.05) << line;
    EXPECT_LE(lq.expected->high, high + 0.05) << line;
    EXPECT_TRUE(
        std::ranges::count(lq.alternatives, core::audit::CellPlace{found.row(line), Field::district_share}))
        << "or its district share is wrong";
  }
}

core::Result<gis::io::PublishedList> list_of(const fs::path& file, const fs::path& spellings = {}) {
  gis::io::ObservationsSource source;
  source.file = file;
  return gis::io::read_published_list(source, spellings);
}

TEST(AuditOfVietNam2007, IsTheSameOfTheTableAlone) {
  const auto table = list_of(published_list());
  ASSERT_TRUE(table) << table.error().detail;
  EXPECT_EQ(audit_table(table->table, core::audit::audit(table->table)).csv(),
            audit_table(Audited().table, Audited().audit).csv());
}

TEST(AuditOfVietNam2007, FindsTheSameWithoutCodesOfUnits) {
  const fs::path published = fs::path(VICINIA_SHARED_DATA_DIR) / "unido_appendix2.csv";
  if (!fs::exists(published)) GTEST_SKIP() << "needs ../shared/data/unido_appendix2.csv";
  Audited bare;
  bare.table = list_of(published)->table;
  bare.audit = core::audit::audit(bare.table);
  EXPECT_EQ(bare.contradicted(), Audited().contradicted());
  const auto spelled = list_of(published, built_in_spellings());
  EXPECT_EQ(audit_table(spelled->table, core::audit::audit(spelled->table)).csv(),
            audit_table(Audited().table, Audited().audit).csv())
      << "and quite the same where it is known which spellings mean one district";
}

/// The list as an office in Viet Nam would save it: semicolons, decimal commas, points between thousands.
std::string in_vietnamese_notation(const gis::io::Table& table) {
  const auto is_count = [](const std::string& column) {
    return column == "enterprises" || column == "smes" || column == "fdi_enterprises" ||
           column == "employees";
  };
  const auto is_ratio = [](const std::string& column) {
    return column == "lq" || column.ends_with("share_pct");
  };
  std::string csv;
  for (std::size_t c = 0; c < table.columns.size(); ++c) csv += (c == 0 ? "" : ";") + table.columns[c];
  for (const auto& row : table.rows) {
    csv += '\n';
    for (std::size_t c = 0; c < row.size(); ++c) {
      std::string text = row[c];
      if (is_count(table.columns[c]))
        for (std::size_t at = text.size(); at > 3; at -= 3) text.insert(at - 3, ".");
      if (is_ratio(table.columns[c])) std::ranges::replace(text, '.', ',');
      csv += (c == 0 ? "" : ";") + text;
    }
  }
  return csv + "\n";
}

TEST(AuditOfVietNam2007, IsTheSameOfTheListInVietnameseNotationAndTellsHowItWasRead) {
  test::TemporaryFolder folder;
  const fs::path file = folder.path() / "danh-sach.csv";
  const auto list = gis::io::read_table(published_list());
  ASSERT_TRUE(list);
  std::ofstream(file, std::ios::binary) << in_vietnamese_notation(*list);
  const auto read = list_of(file);
  ASSERT_TRUE(read) << error_text(read.error(), Language::en);
  EXPECT_EQ(audit_table(read->table, core::audit::audit(read->table)).csv(),
            audit_table(Audited().table, Audited().audit).csv());
  std::string told;
  for (const core::Finding& finding : read->findings) told += error_text(finding, Language::en) + "\n";
  EXPECT_NE(told.find("The columns are separated by \";\"."), std::string::npos) << told;
  EXPECT_NE(told.find("line 2, field \"employees\": Numbers with \".\" between thousands: "),
            std::string::npos)
      << told;
  EXPECT_NE(told.find("line 2, field \"lq\": Numbers with a decimal comma: "), std::string::npos) << told;
}

TEST(AuditOfVietNam2007, IsTheSameWhateverItsColumnsAreCalled) {
  test::TemporaryFolder folder;
  const fs::path file = folder.path() / "list.csv";
  auto list = gis::io::read_table(published_list());
  ASSERT_TRUE(list);
  *std::ranges::find(list->columns, "employees") = "lao_dong";
  std::ofstream(file, std::ios::binary) << in_vietnamese_notation(*list);
  gis::io::ObservationsSource source;
  source.file = file;
  EXPECT_FALSE(gis::io::read_published_list(source));
  source.columns["employees"] = "lao_dong";
  const auto read = gis::io::read_published_list(source);
  ASSERT_TRUE(read) << error_text(read.error(), Language::en);
  EXPECT_EQ(audit_table(read->table, core::audit::audit(read->table)).csv(),
            audit_table(Audited().table, Audited().audit).csv());
}

/// Everything that JSON says of a cell, CSV says as well.
TEST(AuditTable, CsvHasAColumnForEveryFieldOfJson) {
  const Audited found;
  const std::string csv = audit_table(found.table, found.audit).csv();
  const std::string head = "," + csv.substr(0, csv.find('\n')) + ",";
  const auto json = nlohmann::json::parse(audit_json(found.table, found.audit));
  for (const auto& [name, value] : json["cells"][0].items())
    EXPECT_NE(head.find("," + name + ","), std::string::npos) << name;
  for (const char* total : {"sector_total", "national_total"})
    for (const char* end : {"_low", "_high", "_supporters"})
      EXPECT_NE(head.find("," + std::string(total) + end + ","), std::string::npos) << total << end;
  EXPECT_NE(csv.find("\n729,IX,Nam Dinh,Xuan Truong,district,lq,56.9,contradicted,"), std::string::npos);
  EXPECT_NE(csv.find(",one_of_several,"), std::string::npos);
  EXPECT_NE(csv.find("729:district_share_pct"), std::string::npos);
}

TEST(AuditTable, SaysOfAnAmbiguousContradictionWhichValuesMayBeWrongInstead) {
  const Audited found;
  EXPECT_EQ(
      audit_reason(found.table, found.cell("746", Field::fdi_enterprises), Language::en),
      "FDI enterprises 2 is not the sum of the districts; what would agree: 1. It is not certain that this is the wrong one: it may be right "
      "if what is wrong is FDI enterprises of line 744, FDI enterprises of line 745; compare these with the source.");
  EXPECT_NE(audit_reason(found.table, found.cell("746", Field::fdi_enterprises), Language::vi)
                .find("Chưa chắc số này sai"),
            std::string::npos);
}

TEST(AuditTable, SaysOfALikelyWrongValueWhatMayBeWrongInItsPlace) {
  const Audited found;
  const CellVerdict &share = found.cell("598", Field::sector_share),
                    &lq = found.cell("753", Field::location_quotient);
  EXPECT_EQ(or_else_text(found.table, share, Language::en),
            "or else what is wrong is % of sector of line 584 and % of sector of line 600");
  EXPECT_EQ(or_else_text(found.table, lq, Language::en),
            "or else the names of lines 753 and 755 are exchanged");
  EXPECT_EQ(or_else_text(found.table, lq, Language::vi),
            "nếu không thì tên của dòng 753 và dòng 755 bị đổi cho nhau");
  EXPECT_NE(audit_reason(found.table, lq, Language::en)
                .find("It is likely wrong; or else the names of lines 753 and 755 are exchanged. Compare"),
            std::string::npos);
  EXPECT_NE(audit_reason(found.table, lq, Language::vi)
                .find("Nhiều khả năng số này sai; nếu không thì tên của dòng 753"),
            std::string::npos);
  EXPECT_NE(contradicted_cell_text(found.table, lq, Language::en)
                .find("; or else the names of lines 753 and 755 are exchanged"),
            std::string::npos)
      << "tooltips";
  const std::string markdown = audit_markdown(found.table, found.audit, "GSO", Language::en),
                    csv = audit_table(found.table, found.audit).csv();
  EXPECT_NE(markdown.find("or else what is wrong is % of sector of line 584"), std::string::npos);
  EXPECT_NE(csv.find(",584:sector_share_pct+600:sector_share_pct,"), std::string::npos);
  EXPECT_NE(csv.find(",exchanged_units:753+755,"), std::string::npos);
  const auto json = nlohmann::json::parse(audit_json(found.table, found.audit));
  const auto cell = std::ranges::find_if(
      json["cells"], [](const auto& one) { return one["source_line"] == "753" && one["field"] == "lq"; });
  ASSERT_NE(cell, json["cells"].end());
  EXPECT_EQ((*cell)["or_else"].dump(),
            R"([{"cells":[],"kind":"exchanged_units","source_lines":["753","755"]}])");
}

TEST(AuditTable, NamesWithSignsOfMarkdownStandInTheReportAsTheyAre) {
  const Audited found;
  PublishedTable table = found.table;
  for (core::audit::PublishedRow& row : table.rows) row.district = "Q*1_[x](y)|<b>";
  const std::string markdown = audit_markdown(table, found.audit, "a|b\n# c", Language::vi);
  EXPECT_NE(markdown.find(R"(Q\*1\_\[x\](y)\|\<b\>)"), std::string::npos) << markdown.substr(0, 2000);
  EXPECT_EQ(markdown.find("Q*1"), std::string::npos);
  EXPECT_NE(markdown.find(R"(Nguồn: a\|b \# c.)"), std::string::npos) << markdown.substr(0, 300);
}

TEST(AuditTable, AValueIsNamedForEveryKindOfOtherExplanationInBothLanguages) {
  using Kind = core::audit::OtherExplanation::Kind;
  const Audited found;
  CellVerdict cell = found.cell("753", Field::location_quotient);
  std::set<std::string> told;
  for (const Kind kind :
       {Kind::exchanged_units, Kind::exchanged_sectors, Kind::misplaced_row, Kind::row_of_sum}) {
    cell.or_else = {{.kind = kind, .rows = {found.row("753"), found.row("755")}}};
    for (const Language language : {Language::vi, Language::en}) {
      const std::string text = or_else_text(found.table, cell, language);
      EXPECT_NE(text.find("753"), std::string::npos) << text;
      EXPECT_EQ(text.find('{'), std::string::npos) << text;
      told.insert(text);
    }
  }
  EXPECT_EQ(told.size(), 8u);
}

TEST(AuditTable, EveryContradictedCellHasAReasonInBothLanguages) {
  const Audited found;
  for (const CellVerdict& cell : found.audit.cells)
    for (const Language language : {Language::vi, Language::en}) {
      const std::string reason = audit_reason(found.table, cell, language);
      EXPECT_EQ(reason.empty(), cell.verdict != Verdict::contradicted);
      EXPECT_EQ(reason.find('{'), std::string::npos) << reason;
    }
}

}  // namespace
}  // namespace vicinia::workspace
