#include <algorithm>
#include <array>
#include <cmath>

#include "phrase.h"
#include "vicinia/workspace/audit_table.h"
#include "vicinia/workspace/texts.h"

namespace vicinia::workspace {
namespace {

using core::audit::Audit;
using core::audit::CellVerdict;
using core::audit::Check;
using core::audit::Figure;
using core::audit::PublishedRow;
using core::audit::PublishedTable;
using core::audit::RowKind;
using core::audit::Verdict;
using core::indicators::Measure;

Measure measure_of(Figure figure) {
  static constexpr std::array<Measure, core::audit::figure_count> measures{
      Measure::enterprises,       Measure::smes,         Measure::fdi_enterprises, Measure::employees,
      Measure::location_quotient, Measure::sector_share, Measure::district_share};
  return measures[static_cast<std::size_t>(figure)];
}

std::string figure_text(const PublishedTable& table, Figure figure, double number, Language language) {
  return number_text(number, table.decimals[static_cast<std::size_t>(figure)], language);
}

/// The figures, as they would be printed, that would agree.
std::string agreeing_text(const PublishedTable& table, const CellVerdict& cell, Language language) {
  const std::string low = figure_text(table, cell.figure, cell.expected->low, language);
  if (std::isinf(cell.expected->high)) return Phrase{"ít nhất {low}", "at least {low}"}.in(language, {{"{low}", low}});
  const std::string high = figure_text(table, cell.figure, cell.expected->high, language);
  if (low == high) return low;
  if (cell.expected->low <= 0) return Phrase{"nhiều nhất {high}", "at most {high}"}.in(language, {{"{high}", high}});
  return Phrase{"{low} đến {high}", "{low} to {high}"}.in(language, {{"{low}", low}, {"{high}", high}});
}

Phrase reason_of(Check check, Figure figure, RowKind kind) {
  switch (check) {
    case Check::shares:
      return {"không khớp với các số khác trong dòng và các tổng mà những dòng khác cùng cho biết",
              "does not fit the row's other figures and the totals that other rows share"};
    case Check::sum:
      if (kind != RowKind::district) return {"không bằng tổng của các huyện", "is not the sum of the districts"};
      return {"không khớp với phần mà dòng cộng để lại sau khi trừ các huyện khác",
              "is not what the sum leaves once the other districts are taken away"};
    case Check::part_of_whole:
      if (figure == Figure::enterprises)
        return {"ít hơn số DNNVV hoặc số DN FDI trong cùng dòng", "is fewer than the SMEs or FDI enterprises of the same row"};
      return {"nhiều hơn số doanh nghiệp trong cùng dòng", "is more than the enterprises of the same row"};
    case Check::none: break;
  }
  return {"", ""};
}

std::string lines_text(const PublishedTable& table, const CellVerdict& cell) {
  std::string lines;
  for (const std::size_t row : cell.contradicted_by) lines += (lines.empty() ? "" : ", ") + table.rows[row].source_line;
  return lines;
}

std::string verdict_text(Verdict verdict, Language language) {
  static constexpr std::array<Phrase, 4> texts{{{"khớp", "agrees"},
                                                {"khớp trong phạm vi làm tròn", "agrees within rounding"},
                                                {"mâu thuẫn", "contradicted"},
                                                {"không tính lại được", "not recomputable"}}};
  return texts[static_cast<std::size_t>(verdict)].in(language);
}

std::string row_text(const PublishedRow& row, Language language) {
  const std::string where = row.district.empty() ? row.province : row.district + (row.province.empty() ? "" : ", " + row.province);
  if (row.kind == RowKind::district) return where;
  const std::string kind =
      row.kind == RowKind::group ? Phrase{"dòng nhóm", "group row"}.in(language) : Phrase{"dòng tổng", "total row"}.in(language);
  return where.empty() ? kind : where + " (" + kind + ")";
}

std::string summary(const Audit& audit, Language language) {
  std::string text = Phrase{"| Kết luận | Số ô |\n|---|---:|\n", "| Verdict | Cells |\n|---|---:|\n"}.in(language);
  for (const Verdict verdict : {Verdict::agrees, Verdict::rounding, Verdict::contradicted, Verdict::not_recomputable}) {
    const auto count = std::ranges::count(audit.cells, verdict, &CellVerdict::verdict);
    text += "| " + verdict_text(verdict, language) + " | " + number_text(static_cast<double>(count), 0, language) + " |\n";
  }
  if (audit.national && !std::isinf(audit.national->interval.high))
    text += "\n" +
            Phrase{"Tổng lao động cả nước (E) suy ra từ các số đã in: {low} đến {high}.\n",
                   "National employment (E) reconstructed from what is printed: {low} to {high}.\n"}
                .in(language, {{"{low}", number_text(std::ceil(audit.national->interval.low), 0, language)},
                               {"{high}", number_text(std::floor(audit.national->interval.high), 0, language)}});
  return text;
}

}  // namespace

std::string audit_reason(const PublishedTable& table, const CellVerdict& cell, Language language) {
  if (cell.verdict != Verdict::contradicted || !cell.expected) return {};
  const PublishedRow& row = table.rows[cell.row];
  std::string text = Phrase{"{figure} {published} {reason}; giá trị khớp: {expected}.",
                            "{figure} {published} {reason}; what would agree: {expected}."}
                         .in(language, {{"{figure}", measure_short_name(measure_of(cell.figure), language)},
                                        {"{published}", figure_text(table, cell.figure, cell.published, language)},
                                        {"{reason}", reason_of(cell.check, cell.figure, row.kind).in(language)},
                                        {"{expected}", agreeing_text(table, cell, language)}});
  if (cell.confirmed_by_sum && cell.check == Check::part_of_whole)
    text += Phrase{" Dòng cộng khớp với số đã in, nên nhiều khả năng số doanh nghiệp mới là số sai.",
                   " The sum of rows agrees with it as printed, so the number of enterprises is more likely wrong."}
                .in(language);
  else if (cell.confirmed_by_sum)
    text += Phrase{" Dòng cộng lại khớp với số đã in.", " The sum of rows, however, agrees with it as printed."}.in(language);
  if (cell.undecided)
    text += Phrase{" Cũng có thể số kia mới là số sai: các số đã in không cho biết.",
                   " The other figure may be the wrong one just as well: what is printed cannot tell."}
                .in(language);
  return text;
}

std::string audit_markdown(const PublishedTable& table, const Audit& audit, const std::string& source, Language language) {
  std::string text = Phrase{"# Kiểm tra các số đã công bố\n\nNguồn: {source}.\n\n", "# Audit of the published figures\n\nSource: {source}.\n\n"}.in(
                         language, {{"{source}", source}}) +
                     summary(audit, language) + "\n" +
                     Phrase{"Các số được giữ nguyên như đã in. Mâu thuẫn nghĩa là không có số nào làm tròn thành các số đã in mà lại "
                            "thỏa mãn tất cả cùng lúc.\n\n## Các ô mâu thuẫn\n",
                            "Figures stand as printed. Contradicted means that no numbers that round to what is printed can satisfy all "
                            "of it at once.\n\n## Contradicted cells\n"}
                         .in(language);
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
      if (!last) text += "\n### " + sector + " " + pick(row.sector_name, language) + "\n\n";
      if (last != &row)
        text += Phrase{"- **Dòng {line}**: ", "- **Line {line}**: "}.in(language, {{"{line}", row.source_line}}) + row_text(row, language) + "\n";
      last = &row;
      text += "  - " + audit_reason(table, *cell, language) +
              Phrase{" Theo các dòng: {lines}.", " By lines: {lines}."}.in(language, {{"{lines}", lines_text(table, *cell)}}) + "\n";
    }
  }
  return text;
}

}  // namespace vicinia::workspace
