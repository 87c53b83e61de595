#include <algorithm>

#include "base/markdown.h"
#include "base/phrase.h"
#include "vicinia/workspace/tables/audit_table.h"
#include "vicinia/workspace/words/audit_words.h"
#include "vicinia/workspace/words/texts.h"

namespace vicinia::workspace::inline tables {
namespace {

using core::audit::Audit;
using core::audit::CellVerdict;
using core::audit::PublishedRow;
using core::audit::PublishedTable;
using core::audit::Verdict;

std::string summary(const Audit& audit, Language language) {
  std::string text =
      Phrase{"| Kết luận | Số ô |\n|---|---:|\n", "| Verdict | Cells |\n|---|---:|\n"}.in(language);
  for (const Verdict verdict :
       {Verdict::agrees, Verdict::rounding, Verdict::contradicted, Verdict::not_recomputable}) {
    const auto count = std::ranges::count(audit.cells, verdict, &CellVerdict::verdict);
    text += "| " + verdict_text(verdict, language) + " | " +
            number_text(static_cast<double>(count), 0, language) + " |\n";
  }
  if (const std::string total = national_total_text(audit, language); !total.empty())
    text += "\n" + total + "\n";
  return text;
}

}  // namespace

std::string audit_reason(const PublishedTable& table, const CellVerdict& cell, Language language) {
  if (cell.verdict != Verdict::contradicted || !cell.expected) return {};
  return Phrase{"{field} {published} {reason}; giá trị khớp: {expected}.",
                "{field} {published} {reason}; what would agree: {expected}."}
             .in(language, {{"{field}", field_text(table, cell.field, language)},
                            {"{published}", printed_text(table, cell.field, cell.published, language)},
                            {"{reason}", contradiction_text(table, cell, language)},
                            {"{expected}", agreeing_text(table, cell, language)}}) +
         blame_text(table, cell, language);
}

std::string audit_markdown(const PublishedTable& table, const Audit& audit, const std::string& source,
                           Language language) {
  std::string text = Phrase{"# Đối soát số liệu đã công bố\n\nNguồn: {source}.\n\n",
                            "# Audit of the published values\n\nSource: {source}.\n\n"}
                         .in(language, {{"{source}", markdown_text(source)}}) +
                     summary(audit, language) + "\n" + audit_meaning_text(language) + "\n\n" +
                     Phrase{"## Các ô mâu thuẫn\n", "## Contradicted cells\n"}.in(language);
  std::vector<const CellVerdict*> contradicted;
  std::vector<std::string> sectors;
  for (const CellVerdict& cell : audit.cells) {
    if (cell.verdict != Verdict::contradicted) continue;
    contradicted.push_back(&cell);
    const std::string& sector = table.rows[cell.row].sector;
    if (std::ranges::find(sectors, sector) == sectors.end()) sectors.push_back(sector);
  }
  if (contradicted.empty()) text += Phrase{"\nKhông có.\n", "\nNone.\n"}.in(language);
  for (const std::string& sector : sectors) {
    const PublishedRow* last = nullptr;
    for (const CellVerdict* cell : contradicted) {
      const PublishedRow& row = table.rows[cell->row];
      if (row.sector != sector) continue;
      if (!last) text += "\n### " + markdown_text(sector + " " + pick(row.sector_name, language)) + "\n\n";
      if (last != &row)
        text += Phrase{"- **Dòng {line}**: ", "- **Line {line}**: "}.in(
                    language, {{"{line}", markdown_text(row.source_line)}}) +
                markdown_text(place_text(table, row, language)) + "\n";
      last = &row;
      text += "  - " + markdown_text(audit_reason(table, *cell, language)) +
              Phrase{" Theo các dòng: {lines}.", " By lines: {lines}."}.in(
                  language, {{"{lines}", markdown_text(lines_text(table, cell->contradicted_by))}}) +
              "\n";
    }
  }
  return text;
}

}  // namespace vicinia::workspace::inline tables
