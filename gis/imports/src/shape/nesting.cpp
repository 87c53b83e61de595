#include "shape/nesting.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>

#include "shape/grid.h"
#include "vicinia/core/names/folding.h"
#include "vicinia/gis/io/number_text.h"
#include "words/table_words.h"

namespace vicinia::gis::imports {
namespace {

namespace unit_class = core::names::unit_class;

/// A row in the order of the table.
struct Placed {
  std::size_t row = 0;
  std::string label{};
  std::vector<UnitPlaces> places{};  ///< [frame]
};

bool meet(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  return std::ranges::any_of(a, [&](const std::string& one) { return std::ranges::find(b, one) != b.end(); });
}

std::optional<double> figure_at(const Sheet& sheet, std::size_t row, std::size_t column) {
  const io::NumberReadings readings =
      io::readings_of(io::without_blanks(without_note_mark(sheet.at(row, column))));
  if (readings.comma && readings.comma->decimals == 0) return readings.comma->number;
  if (readings.point) return readings.point->number;
  return readings.comma ? std::optional(readings.comma->number) : std::nullopt;
}

/// Whether the row is the sum of those between it and `end`, in some column at least, and in none of them less than they are.
bool is_sum(const Sheet& sheet, const std::vector<Placed>& rows, std::size_t at, std::size_t end,
            const std::vector<std::size_t>& figure_columns) {
  constexpr double tolerance = 0.005;
  for (const std::size_t column : figure_columns) {
    const auto whole = figure_at(sheet, rows[at].row, column);
    if (!whole) continue;
    double sum = 0;
    std::size_t parts = 0;
    for (std::size_t i = at + 1; i < end; ++i)
      if (const auto part = figure_at(sheet, rows[i].row, column)) {
        sum += *part;
        ++parts;
      }
    if (parts >= 2 && std::abs(*whole - sum) <= tolerance * std::abs(sum) + static_cast<double>(parts))
      return true;
  }
  return false;
}

/// The column of the units is blank, and that of what they lie in is not: the row is of the latter.
std::map<std::size_t, std::string> rows_without_units(const Sheet& sheet, const Labels& labels,
                                                      const std::vector<std::size_t>& rows) {
  std::map<std::size_t, std::string> wholes;
  std::size_t with_units = 0;
  for (const std::size_t row : rows) {
    const auto own = [&](ColumnRole role) {
      for (const std::size_t column : labels.columns(role))
        if (const std::string_view text = sheet.at(row, column); !text.empty()) return text;
      return std::string_view();
    };
    if (!own(ColumnRole::unit_name).empty() || !own(ColumnRole::unit_code).empty())
      ++with_units;
    else if (const std::string_view parent = own(ColumnRole::parent); !parent.empty())
      wholes[row] = core::names::plain_text(parent);
  }
  return with_units > wholes.size() ? wholes : std::map<std::size_t, std::string>();
}

/// Candidates, each with the rows that lie in it as far as the next one.
struct Nesting {
  std::vector<std::size_t> wholes{};  ///< positions
  std::size_t within = 0, others = 0;
};

Nesting nesting_in(const std::vector<Placed>& placed, std::size_t frame) {
  constexpr std::size_t looked_at = 3;
  static const UnitPlaces nowhere{};
  const auto places = [&](std::size_t i) -> const UnitPlaces& {
    return frame < placed[i].places.size() ? placed[i].places[frame] : nowhere;
  };
  Nesting nesting;
  const std::vector<std::string>* current = nullptr;
  for (std::size_t i = 0; i < placed.size(); ++i) {
    if (current != nullptr && meet(places(i).within, *current)) {
      ++nesting.within;
      continue;
    }
    const std::vector<std::string>& as_whole = places(i).as_whole;
    bool has_parts = false;
    for (std::size_t j = i + 1; j < placed.size() && j <= i + looked_at; ++j)
      has_parts = has_parts || meet(places(j).within, as_whole);
    if (!has_parts) {
      ++nesting.others;
      continue;
    }
    nesting.wholes.push_back(i);
    current = &as_whole;
  }
  return nesting;
}

}  // namespace

std::map<std::size_t, std::string> rows_of_wholes(const Sheet& sheet, KnownTexts& known, const Labels& labels,
                                                  const std::vector<std::size_t>& rows,
                                                  const std::vector<std::size_t>& figure_columns) {
  if (labels.columns(ColumnRole::unit_name).empty()) return {};
  if (!labels.columns(ColumnRole::parent).empty()) return rows_without_units(sheet, labels, rows);
  std::vector<Placed> placed;
  std::size_t frames = 0;
  for (const std::size_t row : rows) {
    const std::string_view text = labels.of(row, ColumnRole::unit_name);
    if (text.empty()) continue;
    std::string label = without_outline_number(text);
    std::vector<UnitPlaces> places = known.places(label);
    frames = std::max(frames, places.size());
    placed.push_back({.row = row, .label = std::move(label), .places = std::move(places)});
  }
  // Of the frame that explains most: Thái Bình is a province of 2007, and lies in one of 2025.
  Nesting best;
  for (std::size_t frame = 0; frame < frames; ++frame)
    if (Nesting one = nesting_in(placed, frame); one.within > best.within) best = std::move(one);
  const std::vector<std::size_t>& wholes = best.wholes;
  const std::size_t within = best.within, others = best.others;
  const bool explains = within >= 3 || (wholes.size() >= 2 && within >= wholes.size());
  if (wholes.empty() || !explains || within * 10 < (within + others) * 6) return {};
  // "Hải Dương" above its districts may be the province or its city: figures tell.
  std::size_t doubtful = 0, sums = 0;
  for (std::size_t w = 0; w < wholes.size(); ++w) {
    const Placed& one = placed[wholes[w]];
    const bool says_province =
        (core::names::take_apart(in_two_languages(one.label).vi).classes & unit_class::province) != 0;
    if (says_province || !has_figures(sheet, figure_columns, one.row)) continue;
    ++doubtful;
    const std::size_t end = w + 1 < wholes.size() ? wholes[w + 1] : placed.size();
    sums += is_sum(sheet, placed, wholes[w], end, figure_columns) ? 1 : 0;
  }
  if (sums * 2 < doubtful) return {};
  std::map<std::size_t, std::string> found;
  for (const std::size_t at : wholes) found[placed[at].row] = core::names::plain_text(placed[at].label);
  return found;
}

}  // namespace vicinia::gis::imports
