#include "shape/headings.h"

#include <algorithm>
#include <optional>

#include "vicinia/core/names/folding.h"
#include "words/table_words.h"

namespace vicinia::gis::imports {
namespace {

bool says_nothing_more(const std::string& text) { return core::names::folded(text).empty(); }

}  // namespace

std::vector<std::vector<std::string>> headings_of(const Sheet& sheet, const TableShape& shape) {
  const std::size_t rows = shape.header_rows.size();
  std::vector<std::vector<std::string>> headings(sheet.columns, std::vector<std::string>(rows));
  for (std::size_t column = 0; column < sheet.columns; ++column)
    for (std::size_t i = 0; i < rows; ++i)
      headings[column][i] = core::names::plain_text(sheet.at(shape.header_rows[i], column));
  const auto stands_at = [&](std::size_t i, std::size_t column) {
    return !sheet.at(shape.header_rows[i], column).empty();
  };
  for (std::size_t i = 0; i + 1 < rows; ++i)
    for (std::size_t column = 1; column < sheet.columns; ++column) {
      if (stands_at(i, column) || headings[column - 1][i].empty()) continue;
      bool has_more = false, is_of_group = true;
      for (std::size_t below = i + 1; below < rows; ++below) has_more = has_more || stands_at(below, column);
      // A column that has its own text above is no part of a group to its left.
      for (std::size_t above = 0; above < i; ++above) is_of_group = is_of_group && !stands_at(above, column);
      if (has_more && is_of_group) headings[column][i] = headings[column - 1][i];
    }
  return headings;
}

std::string joined(const std::vector<std::string>& parts) {
  std::string text;
  std::string last;
  for (const std::string& part : parts) {
    if (part.empty() || part == last) continue;
    text += (text.empty() ? "" : " / ") + part;
    last = part;
  }
  return text;
}

Meaning meaning_of(const std::vector<std::string>& parts, KnownTexts& known) {
  Meaning meaning;
  std::string year, rest;
  std::optional<FieldFound> field;
  for (std::size_t i = parts.size(); i-- > 0;) {
    const std::string& part = parts[i];
    if (part.empty() || (i > 0 && part == parts[i - 1])) continue;
    const std::string period = period_in(part);
    if (!period.empty() && year.empty()) year = period;
    const std::string words = without_period(part);
    if (says_nothing_more(words) || is_total(words)) continue;
    // "Quý I" under "2008"
    if (meaning.period.empty() && i > 0 && period.empty())
      for (std::size_t above = i; above-- > 0;)
        if (const std::string of_above = period_in(parts[above]); !of_above.empty() && meaning.period.empty())
          meaning.period = period_of_parts(part, of_above);
    if (!meaning.period.empty() && meaning.period.starts_with(part)) continue;
    if (meaning.sector.empty() && known.is_sector(words)) {
      meaning.sector = core::names::plain_text(words);
      continue;
    }
    if (meaning.unit.empty() && known.is_unit(words)) {
      meaning.unit = core::names::plain_text(words);
      continue;
    }
    if (unit_of_figures_in(part)) continue;
    // The lowest that says what is counted counts.
    if (const auto one = field_in(words)) {
      if (!field) field = one;
      continue;
    }
    rest = words + (rest.empty() ? "" : " " + rest);
  }
  if (meaning.period.empty()) meaning.period = year;
  // "Trong đó" above sectors says nothing of what is counted.
  if (const std::string group = core::names::folded(rest);
      !meaning.sector.empty() && (group == "trong do" || group == "of which" || group == "chia ra"))
    rest.clear();
  if (field && !field->field.empty() && !rest.empty()) {
    // A part of what the group counts.
    if (field->field == "enterprises" && speaks_of_foreign_investment(rest))
      meaning.field = "fdi_enterprises";
    else if (field->field == "enterprises" && speaks_of_smes(rest))
      meaning.field = "smes";
    else
      meaning.field = core::names::file_stem(field->field + " " + rest, '_');
  } else if (field && !field->field.empty()) {
    meaning.field = field->field;
  } else if (field || !rest.empty()) {
    std::string all;
    for (const std::string& part : parts) {
      const std::string words = without_period(part);
      if (!words.empty() && words != meaning.sector && words != meaning.unit &&
          all.find(words) == std::string::npos)
        all += (all.empty() ? "" : " ") + in_two_languages(words).en;
    }
    meaning.field = core::names::file_stem(all, '_');
  }
  return meaning;
}

}  // namespace vicinia::gis::imports
