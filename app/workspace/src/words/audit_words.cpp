#include "vicinia/workspace/words/audit_words.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>

#include "base/phrase.h"
#include "vicinia/workspace/document/audited_list.h"
#include "vicinia/workspace/words/texts.h"

namespace vicinia::workspace::inline words {
namespace {

using core::audit::Blame;
using core::audit::CellVerdict;
using core::audit::Check;
using core::audit::Field;
using core::audit::OtherExplanation;
using core::audit::PublishedRow;
using core::audit::PublishedTable;
using core::audit::RowKind;
using core::audit::Verdict;

/// Alternatives beyond these are counted, not named.
constexpr std::size_t most_alternatives_named = 6;
constexpr std::size_t most_explanations_named = 3;

Phrase contradiction_of(Check check, Field field, RowKind kind) {
  switch (check) {
    case Check::shares:
      return {"không khớp với các số khác trong dòng và các tổng mà những dòng khác cùng cho biết",
              "does not fit the row's other values and the totals that other rows share"};
    case Check::sum:
      if (kind == RowKind::unit_total)
        return {"không bằng tổng của các ngành", "is not the sum of the sectors"};
      if (kind != RowKind::district)
        return {"không bằng tổng của các huyện", "is not the sum of the districts"};
      return {"không khớp với các dòng mà nó cùng cộng vào một tổng",
              "does not fit the rows with which it adds up to a sum"};
    case Check::part_of_whole:
      if (field == Field::enterprises)
        return {"ít hơn số DNNVV hoặc số DN FDI trong cùng dòng",
                "is fewer than the SMEs or FDI enterprises of the same row"};
      return {"nhiều hơn số doanh nghiệp trong cùng dòng", "is more than the enterprises of the same row"};
    case Check::employer:
      if (field == Field::employees)
        return {"có lao động mà không có doanh nghiệp nào",
                "counts employees where there are no enterprises"};
      return {"không có doanh nghiệp nào mà vẫn có lao động",
              "leaves the employees of the row without enterprises"};
    case Check::range:
      if (core::audit::is_count(field) || field == Field::location_quotient)
        return {"nhỏ hơn 0", "is less than nothing"};
      return {"nằm ngoài khoảng từ 0 đến 100 %", "is not between 0 and 100 %"};
    case Check::none: break;
  }
  return {"", ""};
}

std::string and_more(std::size_t count, Language language) {
  return Phrase{" và {n} số khác", " and {n} more"}.in(
      language, {{"{n}", number_text(static_cast<double>(count), 0, language)}});
}

std::string value_of_line(const PublishedTable& table, const core::audit::CellPlace& place,
                          Language language) {
  return Phrase{"{field} ở dòng {line}", "{field} of line {line}"}.in(
      language,
      {{"{field}", field_text(table, place.field, language)}, {"{line}", table.rows[place.row].source_line}});
}

/// "A, B and C".
std::string values_together(const PublishedTable& table, const std::vector<core::audit::CellPlace>& cells,
                            Language language) {
  std::string text;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i == most_alternatives_named) return text + and_more(cells.size() - i, language);
    const bool is_last = i > 0 && i + 1 == cells.size();
    text += (i == 0    ? ""
             : is_last ? Phrase{" và ", " and "}.in(language)
                       : ", ") +
            value_of_line(table, cells[i], language);
  }
  return text;
}

std::string explanation_text(const PublishedTable& table, const OtherExplanation& other, Language language) {
  const auto line = [&](std::size_t i) { return table.rows[other.rows[i]].source_line; };
  switch (other.kind) {
    case OtherExplanation::Kind::values:
      return Phrase{"số sai là {values}", "what is wrong is {values}"}.in(
          language, {{"{values}", values_together(table, other.cells, language)}});
    case OtherExplanation::Kind::exchanged_units:
      return Phrase{"tên của dòng {a} và dòng {b} bị đổi cho nhau",
                    "the names of lines {a} and {b} are exchanged"}
          .in(language, {{"{a}", line(0)}, {"{b}", line(1)}});
    case OtherExplanation::Kind::exchanged_sectors:
      return Phrase{"ngành của dòng {a} và dòng {b} bị đổi cho nhau",
                    "the sectors of lines {a} and {b} are exchanged"}
          .in(language, {{"{a}", line(0)}, {"{b}", line(1)}});
    case OtherExplanation::Kind::misplaced_row:
      return Phrase{"dòng {a} mang số liệu của một dòng khác", "line {a} holds the values of another line"}
          .in(language, {{"{a}", line(0)}});
    case OtherExplanation::Kind::row_of_sum: break;
  }
  return Phrase{"một trong các dòng mà dòng {a} cộng lại mang số liệu của một dòng khác",
                "one of the lines that line {a} sums holds the values of another line"}
      .in(language, {{"{a}", line(0)}});
}

/// What is wrong instead, for a cell that is one of several: sets of one are listed, larger ones told apart.
std::string one_of_these(const PublishedTable& table, const CellVerdict& cell, Language language) {
  const bool are_single = std::ranges::all_of(
      cell.or_else, [](const OtherExplanation& other) { return other.cells.size() == 1; });
  const std::string between = are_single ? ", " : Phrase{", hoặc là ", ", or is "}.in(language);
  std::string text;
  for (std::size_t i = 0; i < cell.or_else.size(); ++i) {
    if (i == most_alternatives_named) return text + and_more(cell.or_else.size() - i, language);
    text += (i == 0 ? "" : between) + values_together(table, cell.or_else[i].cells, language);
  }
  return text;
}

std::optional<long> line_number(const std::string& line) {
  long number = 0;
  const auto [end, error] = std::from_chars(line.data(), line.data() + line.size(), number);
  return error == std::errc() && end == line.data() + line.size() ? std::optional(number) : std::nullopt;
}

}  // namespace

std::string verdict_text(Verdict verdict, Language language) {
  static constexpr std::array<Phrase, 4> texts{{{"khớp", "agrees"},
                                                {"khớp trong phạm vi làm tròn", "agrees within rounding"},
                                                {"mâu thuẫn", "contradicted"},
                                                {"không tính lại được", "not recomputable"}}};
  return texts[static_cast<std::size_t>(verdict)].in(language);
}

std::string row_kind_text(const PublishedTable& table, const PublishedRow& row, Language language) {
  const core::admin::LevelInfo level =
      table.levels.has(row.level) ? table.levels[row.level] : core::admin::level_called("district");
  const std::string& unit = pick(level.name, language);
  switch (row.kind) {
    case RowKind::district: return Phrase{"dòng {unit}", "{unit} row"}.in(language, {{"{unit}", unit}});
    case RowKind::group: return Phrase{"dòng nhóm", "group row"}.in(language);
    case RowKind::total: return Phrase{"dòng tổng", "total row"}.in(language);
    case RowKind::unit_total: break;
  }
  return Phrase{"dòng tổng của {unit}", "total of the {unit}"}.in(language, {{"{unit}", unit}});
}

std::string row_kind_id(const PublishedTable& table, const PublishedRow& row) {
  return row.kind == RowKind::district && table.levels.has(row.level) ? table.levels[row.level].id
                                                                      : std::string(name_of(row.kind));
}

std::string field_text(const PublishedTable& table, Field field, Language language) {
  return in_own_words(measure_short_name(measure_of(field), language), table.employees_word,
                      table.enterprises_word, language);
}

std::string place_text(const PublishedTable& table, const PublishedRow& row, Language language) {
  const std::string where =
      row.district.empty() ? row.province : row.district + (row.province.empty() ? "" : ", " + row.province);
  if (row.kind == RowKind::district) return where;
  const std::string kind = row_kind_text(table, row, language);
  return where.empty() ? kind : where + " (" + kind + ")";
}

std::string printed_text(const PublishedTable& table, Field field, double number, Language language) {
  return number_text(number, table.decimals[static_cast<std::size_t>(field)], language);
}

std::string agreeing_text(const PublishedTable& table, const CellVerdict& cell, Language language) {
  if (!cell.expected) return {};
  const std::string low = printed_text(table, cell.field, cell.expected->low, language);
  if (std::isinf(cell.expected->high)) {
    if (cell.expected->low <= 0) return {};
    return Phrase{"ít nhất {low}", "at least {low}"}.in(language, {{"{low}", low}});
  }
  const std::string high = printed_text(table, cell.field, cell.expected->high, language);
  if (low == high) return low;
  if (cell.expected->low <= 0)
    return Phrase{"nhiều nhất {high}", "at most {high}"}.in(language, {{"{high}", high}});
  return Phrase{"{low} đến {high}", "{low} to {high}"}.in(language, {{"{low}", low}, {"{high}", high}});
}

std::string contradiction_text(const PublishedTable& table, const CellVerdict& cell, Language language) {
  if (cell.verdict != Verdict::contradicted) return {};
  return in_own_words(contradiction_of(cell.check, cell.field, table.rows[cell.row].kind).in(language),
                      table.employees_word, table.enterprises_word, language);
}

std::string blame_text(const PublishedTable& table, const CellVerdict& cell, Language language) {
  if (cell.blame == Blame::certain)
    return Phrase{" Không có cách nào khác giải thích mâu thuẫn này với ít số sai như vậy.",
                  " Nothing else explains the contradiction with as few wrong values."}
        .in(language);
  if (cell.blame == Blame::likely)
    return Phrase{" Nhiều khả năng số này sai; {or_else}. Hãy đối chiếu các dòng này với nguồn.",
                  " It is likely wrong; {or_else}. Compare these lines with the source."}
        .in(language, {{"{or_else}", or_else_text(table, cell, language)}});
  if (cell.blame != Blame::one_of_several) return {};
  return Phrase{
      " Chưa chắc số này sai: nó có thể đúng nếu số sai là {others}; hãy đối chiếu các số này với nguồn.",
      " It is not certain that this is the wrong one: it may be right if what is wrong is {others}; compare these with the source."}
      .in(language, {{"{others}", one_of_these(table, cell, language)}});
}

std::string or_else_text(const PublishedTable& table, const CellVerdict& cell, Language language) {
  std::string text;
  for (std::size_t i = 0; i < cell.or_else.size() && i < most_explanations_named; ++i)
    text += (i == 0 ? Phrase{"nếu không thì ", "or else "}.in(language)
                    : Phrase{", hoặc ", ", or "}.in(language)) +
            explanation_text(table, cell.or_else[i], language);
  if (cell.or_else.size() > most_explanations_named)
    text += Phrase{", hoặc một trong {n} cách giải thích khác", ", or one of {n} more explanations"}.in(
        language, {{"{n}", number_text(static_cast<double>(cell.or_else.size() - most_explanations_named), 0,
                                       language)}});
  return text;
}

std::string lines_text(const PublishedTable& table, const std::vector<std::size_t>& rows) {
  std::string text;
  for (std::size_t first = 0; first < rows.size();) {
    std::size_t last = first;
    const auto number = [&](std::size_t i) { return line_number(table.rows[rows[i]].source_line); };
    while (last + 1 < rows.size() && number(last) && number(last + 1) &&
           *number(last) + 1 == *number(last + 1))
      ++last;
    text += (text.empty() ? "" : ", ") + table.rows[rows[first]].source_line;
    if (last > first) text += (last == first + 1 ? ", " : "–") + table.rows[rows[last]].source_line;
    first = last + 1;
  }
  return text;
}

std::string contradicted_mark_text(Language language) {
  return Phrase{"mâu thuẫn với các số khác", "contradicted by other values"}.in(language);
}

std::string contradicted_cell_text(const PublishedTable& table, const CellVerdict& cell, Language language) {
  const std::string or_else = or_else_text(table, cell, language);
  return Phrase{"{field} {published} mâu thuẫn với các số khác; giá trị khớp: {expected}",
                "{field} {published} is contradicted by other values; what would agree: {expected}"}
             .in(language, {{"{field}", field_text(table, cell.field, language)},
                            {"{published}", printed_text(table, cell.field, cell.published, language)},
                            {"{expected}", agreeing_text(table, cell, language)}}) +
         (or_else.empty() ? "" : "; " + or_else);
}

std::string national_total_text(const core::audit::Audit& audit, Language language) {
  if (!audit.national || std::isinf(audit.national->interval.high)) return {};
  return Phrase{"Tổng lao động cả nước (E) suy ra từ các số đã in: {low} đến {high}.",
                "National employment (E) reconstructed from what is printed: {low} to {high}."}
      .in(language, {{"{low}", number_text(std::ceil(audit.national->interval.low), 0, language)},
                     {"{high}", number_text(std::floor(audit.national->interval.high), 0, language)}});
}

std::string audit_meaning_text(Language language) {
  return Phrase{
      "Các số được giữ nguyên như đã in. Mâu thuẫn nghĩa là không có số nào làm tròn thành các số đã in mà "
      "lại "
      "thỏa mãn tất cả cùng lúc.",
      "Values stand as printed. Contradicted means that no numbers that round to what is printed can "
      "satisfy all "
      "of it at once."}
      .in(language);
}

}  // namespace vicinia::workspace::inline words
