#include "vicinia/workspace/figures/audit_report.h"

#include <algorithm>
#include <array>

#include "base/phrase.h"
#include "vicinia/workspace/words/audit_words.h"

namespace vicinia::workspace::inline figures {
namespace {

using core::audit::Audit;
using core::audit::CellVerdict;
using core::audit::PublishedRow;
using core::audit::PublishedTable;
using core::audit::Verdict;
using gis::map::ReportHeading;
using gis::map::ReportParagraph;
using gis::map::ReportRow;
using gis::map::ReportTable;

constexpr std::array report_verdicts{Verdict::agrees, Verdict::rounding, Verdict::contradicted,
                                     Verdict::not_recomputable};

std::size_t how_many(const Audit& audit, Verdict verdict) {
  return static_cast<std::size_t>(std::ranges::count(audit.cells, verdict, &CellVerdict::verdict));
}

std::string meaning_of(Verdict verdict, Language language) {
  static constexpr std::array<Phrase, 4> meanings{
      {{"là số mà các số khác suy ra", "is what the other values imply"},
       {"tính lại sẽ in khác, nhưng việc làm tròn giải thích được",
        "recomputed it would print differently, but rounding explains that"},
       {"không thể đúng cùng với các số khác", "cannot be right together with the other values"},
       {"không có số nào khác đã công bố xác định nó", "nothing else that is published determines it"}}};
  return meanings[static_cast<std::size_t>(verdict)].in(language);
}

ReportTable summary_table(const Audit& audit, Language language) {
  ReportTable table;
  table.columns = {{Phrase{"Kết luận", "Verdict"}.in(language), 42, false},
                   {Phrase{"Số liệu", "Figures"}.in(language), 14, true},
                   {Phrase{"Nghĩa là", "It means that the value"}.in(language), 90, false}};
  for (const Verdict verdict : report_verdicts)
    table.rows.push_back({{verdict_text(verdict, language), count_text(how_many(audit, verdict), language),
                           meaning_of(verdict, language)},
                          true});
  return table;
}

std::string with_capital(const std::string& text, Language language) {
  // Both languages' phrases begin with a letter of ASCII or with "đ" and "í", whose capitals are one code
  // further in UTF-8.
  if (text.empty()) return text;
  static const std::array<std::pair<const char*, const char*>, 2> letters{{{"đ", "Đ"}, {"í", "Í"}}};
  for (const auto& [small, capital] : letters)
    if (language == Language::vi && text.starts_with(small))
      return capital + text.substr(std::string_view(small).size());
  std::string result = text;
  if (result[0] >= 'a' && result[0] <= 'z') result[0] = static_cast<char>(result[0] - 'a' + 'A');
  return result;
}

std::string reason_and_lines(const PublishedTable& table, const CellVerdict& cell, Language language) {
  return with_capital(contradiction_text(table, cell, language), language) + "." +
         blame_text(table, cell, language) + " " +
         Phrase{"Theo các dòng: {lines}.", "By lines: {lines}."}.in(
             language, {{"{lines}", lines_text(table, cell.contradicted_by)}});
}

ReportTable table_of_sector(const PublishedTable& table, const std::vector<const CellVerdict*>& cells,
                            Language language) {
  ReportTable result;
  result.columns = {{Phrase{"Dòng", "Line"}.in(language), 9, true},
                    {Phrase{"Nơi", "Place"}.in(language), 34, false},
                    {Phrase{"Chỉ tiêu", "Figure"}.in(language), 21, false},
                    {Phrase{"Đã in", "Printed"}.in(language), 14, true},
                    {Phrase{"Giá trị khớp", "Would agree"}.in(language), 26, true},
                    {Phrase{"Vì sao mâu thuẫn", "Why it is contradicted"}.in(language), 58, false}};
  const PublishedRow* last = nullptr;
  for (const CellVerdict* cell : cells) {
    const PublishedRow& row = table.rows[cell->row];
    const bool is_first = last != &row;
    last = &row;
    result.rows.push_back({{is_first ? row.source_line : "", is_first ? place_text(table, row, language) : "",
                            field_text(table, cell->field, language),
                            printed_text(table, cell->field, cell->published, language),
                            agreeing_text(table, *cell, language), reason_and_lines(table, *cell, language)},
                           is_first});
  }
  return result;
}

}  // namespace

gis::map::ReportSpec make_audit_report(const PublishedTable& table, const Audit& audit,
                                       const AuditReportOptions& options) {
  const Language language = options.language;
  gis::map::ReportSpec report;
  report.title = Phrase{"Đối soát số liệu đã công bố", "Audit of the published values"}.in(language);
  report.subtitle = Phrase{"{n} trong {all} số liệu không thể đúng cùng với các số khác",
                           "{n} of {all} values cannot be right together with the others"}
                        .in(language, {{"{n}", count_text(how_many(audit, Verdict::contradicted), language)},
                                       {"{all}", count_text(audit.cells.size(), language)}});
  const auto uncertain = static_cast<std::size_t>(
      std::ranges::count(audit.cells, core::audit::Blame::one_of_several, &CellVerdict::blame));
  if (uncertain > 0)
    report.subtitle += Phrase{"; trong đó {n} số chỉ là một trong nhiều cách giải thích",
                              "; {n} of these are one of several explanations"}
                           .in(language, {{"{n}", count_text(uncertain, language)}});
  report.source = Phrase{"Nguồn: ", "Source: "}.in(language) + options.source;
  report.page_text = Phrase{"Trang {page}/{pages}", "Page {page} of {pages}"}.in(language);
  report.creator = "Vicinia";
  report.file = options.file.string();

  report.blocks.emplace_back(ReportParagraph{audit_meaning_text(language)});
  report.blocks.emplace_back(summary_table(audit, language));
  if (const std::string total = national_total_text(audit, language); !total.empty())
    report.blocks.emplace_back(ReportParagraph{total});

  std::vector<std::string> sectors;
  for (const PublishedRow& row : table.rows)
    if (std::ranges::find(sectors, row.sector) == sectors.end()) sectors.push_back(row.sector);
  for (const std::string& sector : sectors) {
    std::vector<const CellVerdict*> cells;
    for (const CellVerdict& cell : audit.cells)
      if (cell.verdict == Verdict::contradicted && table.rows[cell.row].sector == sector)
        cells.push_back(&cell);
    if (cells.empty()) continue;
    report.blocks.emplace_back(
        ReportHeading{sector + "  " + pick(table.rows[cells.front()->row].sector_name, language)});
    report.blocks.emplace_back(table_of_sector(table, cells, language));
  }
  if (sectors.empty() || how_many(audit, Verdict::contradicted) == 0)
    report.blocks.emplace_back(
        ReportParagraph{Phrase{"Không có số nào mâu thuẫn.", "No value is contradicted."}.in(language)});
  return report;
}

}  // namespace vicinia::workspace::inline figures
