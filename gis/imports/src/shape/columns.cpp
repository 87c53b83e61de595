#include "shape/columns.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <unordered_set>

#include "shape/headings.h"
#include "shape/labels.h"
#include "vicinia/core/names/folding.h"
#include "vicinia/gis/io/number_text.h"
#include "words/table_words.h"

namespace vicinia::gis::imports {
namespace {

/// What stands in a column, between the headings and the notes.
struct Contents {
  std::size_t filled = 0, numbers = 0, markers = 0, periods = 0, texts = 0;
  std::size_t units = 0, sectors = 0, kinds = 0, specials = 0, fields = 0;
  std::size_t asked = 0;  ///< different texts of which units, sectors, kinds and specials are counted
  std::size_t different = 0, with_zero_before = 0, without_marks = 0;
  std::size_t blank_beside_figures = 0;
  bool begins_blank = false, counts_rows = true;

  [[nodiscard]] bool is_mostly_figures() const { return (numbers + markers + periods) * 2 >= filled; }
  [[nodiscard]] bool are_mostly(std::size_t what) const { return asked > 0 && what * 2 >= asked; }
  [[nodiscard]] bool are_all_periods() const { return filled > 0 && periods * 10 >= filled * 9; }
};

constexpr std::size_t most_asked = 400;

enum class Dimension : std::uint8_t { none, parent, unit, period, sector };
Dimension dimension_of(ColumnRole role) {
  switch (role) {
    case ColumnRole::unit_code:
    case ColumnRole::unit_name: return Dimension::unit;
    case ColumnRole::parent: return Dimension::parent;
    case ColumnRole::period: return Dimension::period;
    case ColumnRole::sector_code:
    case ColumnRole::sector_name: return Dimension::sector;
    default: return Dimension::none;
  }
}

class ColumnFinder {
 public:
  ColumnFinder(const Sheet& sheet, const Grid& grid, KnownTexts& known, TableShape& shape)
      : sheet_(sheet), grid_(grid), known_(known), shape_(shape), headings_(headings_of(sheet, shape)) {
    for (std::size_t row = shape.first_row; row < shape.end_row; ++row)
      if (!repeats_headings(sheet, shape, row)) rows_.push_back(row);
    for (std::size_t column = 0; column < sheet.columns; ++column) contents_.push_back(contents_of(column));
  }

  void find() {
    shape_.columns.assign(sheet_.columns, {});
    for (std::size_t column = 0; column < sheet_.columns; ++column) {
      shape_.columns[column].heading = joined(headings_[column]);
      shape_.columns[column].role = role_of(column);
    }
    settle_labels();
    read_titles();
    for (std::size_t column = 0; column < sheet_.columns; ++column) {
      ColumnShape& one = shape_.columns[column];
      if (one.role == ColumnRole::value) one.meaning = meaning_of(headings_[column], known_);
      if (one.role == ColumnRole::ignored && one.reason.empty()) one.reason = reason_of(column);
    }
    find_fills();
  }

 private:
  /// Rows that have figures; the others are headings among them.
  [[nodiscard]] bool has_figures(std::size_t row) const {
    return grid_.count(row, CellKind::number) + grid_.count(row, CellKind::marker) +
               grid_.count(row, CellKind::period) >
           0;
  }

  Contents contents_of(std::size_t column) {
    Contents found;
    std::unordered_set<std::string> texts;
    long long last_number = 0;
    for (const std::size_t row : rows_) {
      const CellKind kind = grid_.kind(row, column);
      if (kind == CellKind::blank) {
        if (!has_figures(row)) continue;
        if (found.filled == 0) found.begins_blank = true;
        ++found.blank_beside_figures;
        continue;
      }
      const std::string_view text = sheet_.at(row, column);
      ++found.filled;
      found.numbers += kind == CellKind::number ? 1 : 0;
      found.markers += kind == CellKind::marker ? 1 : 0;
      found.periods += kind == CellKind::period ? 1 : 0;
      found.texts += kind == CellKind::text ? 1 : 0;
      found.with_zero_before += text.size() > 1 && text.starts_with('0') && is_in_digits(text) ? 1 : 0;
      constexpr std::size_t digits_of_a_row = 6;
      const long long number =
          is_in_digits(text) && text.size() <= digits_of_a_row ? std::stoll(std::string(text)) : 0;
      if (number == 0 || (last_number != 0 && number != last_number + 1)) found.counts_rows = false;
      last_number = number;
      if (texts.size() >= most_asked || !texts.insert(std::string(text)).second) continue;
      ++found.asked;
      const bool is_ascii =
          std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80U; });
      found.without_marks += is_ascii ? 1 : 0;
      found.units += known_.is_unit(text) ? 1 : 0;
      found.sectors += known_.is_sector(text) ? 1 : 0;
      if (kind != CellKind::text) continue;
      found.kinds += core::names::stated_class(text) ? 1 : 0;
      found.fields += field_in(text) ? 1 : 0;
      const RowKind row_kind = kind_of_label(text);
      found.specials += row_kind != RowKind::figures && row_kind != RowKind::ignored ? 1 : 0;
    }
    found.different = texts.size();
    if (found.filled < 2) found.counts_rows = false;
    return found;
  }

  [[nodiscard]] const std::string& lowest_heading(std::size_t column) const {
    static const std::string none;
    const auto& parts = headings_[column];
    for (std::size_t i = parts.size(); i-- > 0;)
      if (!parts[i].empty()) return parts[i];
    return none;
  }

  [[nodiscard]] ColumnRole role_of(std::size_t column) const {
    const Contents& is = contents_[column];
    if (is.filled == 0) return ColumnRole::ignored;
    const std::string& heading = lowest_heading(column);
    const bool heads_figures = !period_in(heading).empty() || field_in(heading).has_value();
    const std::optional<ColumnRole> said = heads_figures ? std::nullopt : role_by_heading(heading);
    const bool has_names = is.are_mostly(is.units + is.specials), has_sectors = is.are_mostly(is.sectors);
    if (said == ColumnRole::ignored) return ColumnRole::ignored;
    if (is.is_mostly_figures()) {
      if (is.counts_rows && column == 0 && !said && !heads_figures && is.different > 2)
        return ColumnRole::ignored;
      if (said == ColumnRole::unit_code || said == ColumnRole::sector_code) return *said;
      if (said == ColumnRole::unit_name && (is.are_mostly(is.units) || !known_.knows_units()))
        return ColumnRole::unit_code;
      if (said == ColumnRole::sector_name && (has_sectors || !known_.knows_sectors()))
        return ColumnRole::sector_code;
      const bool is_beside_others = figure_columns() > 1;
      if (is.are_all_periods() && is_beside_others &&
          (said == ColumnRole::period || (heading.empty() && column == 0)))
        return ColumnRole::period;
      if (is.are_all_periods() && is_beside_others && !heads_figures && is.filled >= 3 && column == 0)
        return ColumnRole::period;
      const bool is_all_units = is.asked > 1 && is.units * 10 >= is.asked * 9;
      if (!heads_figures && is_all_units && (is.with_zero_before > 0 || is.different == is.filled) &&
          is_beside_others && column < 3)
        return ColumnRole::unit_code;
      if (!heads_figures && is.with_zero_before > 0 && has_sectors && is_beside_others)
        return ColumnRole::sector_code;
      return ColumnRole::value;
    }
    if (is.are_all_periods()) return ColumnRole::period;
    const bool is_code = said == ColumnRole::unit_code || said == ColumnRole::sector_code;
    if (is_code) return *said;
    if (said == ColumnRole::kind && !has_names && !has_sectors) return ColumnRole::kind;
    if (is.units > 0 && has_names && is.units >= is.sectors) return ColumnRole::unit_name;
    if (has_sectors) return has_codes(column) ? ColumnRole::sector_code : ColumnRole::sector_name;
    if (is.are_mostly(is.kinds)) return ColumnRole::kind;
    if (is.are_mostly(is.periods)) return ColumnRole::period;
    if (is.are_mostly(is.fields)) return ColumnRole::field;
    // Nothing that is known: the caller asks, or a person does.
    if (said) return *said;
    if (has_names) return ColumnRole::unit_name;
    return ColumnRole::ignored;
  }

  [[nodiscard]] std::size_t figure_columns() const {
    return static_cast<std::size_t>(std::ranges::count_if(
        contents_, [](const Contents& is) { return is.filled > 0 && is.is_mostly_figures(); }));
  }

  [[nodiscard]] bool has_codes(std::size_t column) const {
    constexpr std::size_t longest_code = 6;
    for (const std::size_t row : rows_) {
      const std::string_view text = sheet_.at(row, column);
      if (text.size() > longest_code || text.find(' ') != std::string_view::npos) return false;
    }
    return true;
  }

  [[nodiscard]] std::string titles() const {
    std::string all;
    for (const std::size_t row : shape_.title_rows)
      for (std::size_t column = 0; column < sheet_.columns; ++column)
        if (const std::string_view text = sheet_.at(row, column); !text.empty())
          all.append(text).append("\n");
    return all;
  }

  /// One column at least says what a row is of; of two with units one is the province, or they are in two languages.
  void settle_labels() {
    const auto has = [&](ColumnRole role) { return !shape_.columns_of(role).empty(); };
    if (!has(ColumnRole::unit_name) && !has(ColumnRole::sector_name) && !has(ColumnRole::unit_code) &&
        !has(ColumnRole::sector_code) && !has(ColumnRole::field))
      for (std::size_t column = 0; column < sheet_.columns; ++column)
        if (contents_[column].texts > 0 && shape_.columns[column].role == ColumnRole::ignored &&
            !role_by_heading(lowest_heading(column))) {
          // "phân theo ngành kinh tế"
          const bool is_of_sectors = speaks_of_sectors(titles()) && contents_[column].units == 0;
          if (has(ColumnRole::period) && !is_of_sectors) break;
          shape_.columns[column].role = is_of_sectors ? ColumnRole::sector_name : ColumnRole::unit_name;
          break;
        }
    name_codes(ColumnRole::unit_code, ColumnRole::unit_name);
    name_codes(ColumnRole::sector_code, ColumnRole::sector_name);
    // Of several columns of codes the finest is that of the units; the others are of what they lie in.
    const std::vector<std::size_t> codes = shape_.columns_of(ColumnRole::unit_code);
    for (const std::size_t column : codes) {
      const bool is_coarser = std::ranges::any_of(codes, [&](std::size_t other) {
        return contents_[other].different > contents_[column].different ||
               (contents_[other].different == contents_[column].different && other > column);
      });
      if (!is_coarser) continue;
      shape_.columns[column].role = ColumnRole::ignored;
      shape_.columns[column].reason = "parent_code";
    }
    const std::vector<std::size_t> names = shape_.columns_of(ColumnRole::unit_name);
    for (std::size_t i = 0; i + 1 < names.size(); ++i) {
      const std::size_t left = names[i], right = names[i + 1];
      const Contents &a = contents_[left], &b = contents_[right];
      const bool are_alike = a.filled == b.filled && a.different == b.different;
      const bool left_is_fine = names_fine_units(lowest_heading(left)),
                 right_is_fine = names_fine_units(lowest_heading(right));
      if (are_alike && left_is_fine == right_is_fine) continue;  // one name in two languages
      const bool right_is_parent = left_is_fine != right_is_fine ? left_is_fine : b.different < a.different;
      shape_.columns[right_is_parent ? right : left].role = ColumnRole::parent;
    }
  }

  /// Text beside codes, under a heading that says nothing that is known, names what they are codes of.
  void name_codes(ColumnRole codes, ColumnRole names) {
    if (shape_.columns_of(codes).empty() || !shape_.columns_of(names).empty()) return;
    for (std::size_t column = 0; column < sheet_.columns; ++column)
      if (ColumnShape& one = shape_.columns[column];
          one.role == ColumnRole::ignored && contents_[column].texts * 2 > rows_.size() &&
          contents_[column].different * 2 > contents_[column].filled &&
          !role_by_heading(lowest_heading(column))) {
        one.role = names;
        return;
      }
  }

  [[nodiscard]] const char* reason_of(std::size_t column) const {
    if (contents_[column].filled == 0) return "blank";
    const std::string& heading = lowest_heading(column);
    if (counts_in(heading)) return "unit_of_figures";
    return role_by_heading(heading) == ColumnRole::ignored || contents_[column].counts_rows ? "numbering"
                                                                                            : "text";
  }

  void read_titles() {
    for (const std::size_t row : shape_.title_rows)
      for (std::size_t column = 0; column < sheet_.columns; ++column) {
        const std::string_view text = sheet_.at(row, column);
        if (text.empty()) continue;
        if (const auto field = field_in(text); field && !field->field.empty() && shape_.of_all.field.empty())
          shape_.of_all.field = field->field;
        if (shape_.of_all.period.empty()) shape_.of_all.period = period_in(text);
      }
  }

  void find_fills() {
    for (std::size_t column = 0; column < sheet_.columns; ++column) {
      ColumnShape& one = shape_.columns[column];
      const Contents& is = contents_[column];
      if (one.role == ColumnRole::ignored || one.role == ColumnRole::value || one.role == ColumnRole::total)
        continue;
      if (is.blank_beside_figures == 0 || is.begins_blank) continue;
      // What else the row is of stands beside the blank, and nothing of what the column says.
      std::size_t labelled = 0, blank = 0;
      for (const std::size_t row : rows_) {
        if (grid_.kind(row, column) != CellKind::blank || !has_figures(row)) continue;
        ++blank;
        bool has_other = false, has_same = false;
        for (std::size_t other = 0; other < sheet_.columns; ++other) {
          const Dimension dimension = dimension_of(shape_.columns[other].role);
          if (other == column || dimension == Dimension::none || grid_.kind(row, other) == CellKind::blank)
            continue;
          (dimension == dimension_of(one.role) ? has_same : has_other) = true;
        }
        labelled += has_other && !has_same ? 1 : 0;
      }
      one.fills_down = labelled * 10 >= blank * 9;
    }
  }

  const Sheet& sheet_;
  const Grid& grid_;
  KnownTexts& known_;
  TableShape& shape_;
  std::vector<std::vector<std::string>> headings_;
  std::vector<std::size_t> rows_;  ///< of figures, without headings that are repeated
  std::vector<Contents> contents_;
};

std::optional<double> number_at(const Sheet& sheet, std::size_t row, std::size_t column) {
  const std::string_view text = without_note_mark(sheet.at(row, column));
  if (text.empty()) return std::nullopt;
  const io::NumberReadings readings = io::readings_of(text);
  if (readings.point && readings.comma && readings.point->number != readings.comma->number)
    return std::max(readings.point->number, readings.comma->number);  // counts have no decimals
  if (readings.point) return readings.point->number;
  if (readings.comma) return readings.comma->number;
  return std::nullopt;
}

/// Rows in which the figures of the parts make that of the whole, of those in which all are numbers.
bool is_sum_in_most_rows(const Sheet& sheet, const TableShape& shape, std::size_t whole,
                         const std::vector<std::size_t>& parts) {
  constexpr std::size_t looked_at = 500;
  std::size_t asked = 0, agreeing = 0;
  for (std::size_t row = shape.first_row; row < shape.end_row && asked < looked_at; ++row) {
    const auto total = number_at(sheet, row, whole);
    if (!total) continue;
    double sum = 0;
    bool is_whole = true;
    for (const std::size_t part : parts) {
      const auto number = number_at(sheet, row, part);
      if (!number && io::is_marker(sheet.at(row, part))) continue;
      is_whole = is_whole && number.has_value();
      sum += number.value_or(0);
    }
    if (!is_whole) continue;
    ++asked;
    const double rounding = 0.05 * static_cast<double>(parts.size() + 1);
    agreeing += std::abs(sum - *total) <= rounding + 1e-9 * std::abs(*total) ? 1 : 0;
  }
  return asked > 0 && agreeing * 2 > asked;
}

}  // namespace

void find_columns(const Sheet& sheet, const Grid& grid, KnownTexts& known, TableShape& shape) {
  ColumnFinder(sheet, grid, known, shape).find();
}

void find_total_columns(const Sheet& sheet, const Grid& /*grid*/, TableShape& shape) {
  const std::vector<std::vector<std::string>> headings = headings_of(sheet, shape);
  const auto lowest = [&](std::size_t column) {
    const auto& parts = headings[column];
    std::size_t at = parts.size();
    while (at > 0 && (parts[at - 1].empty() || (at > 1 && parts[at - 1] == parts[at - 2]))) --at;
    return at;
  };
  for (std::size_t column = 0; column < shape.columns.size(); ++column) {
    ColumnShape& whole = shape.columns[column];
    const std::size_t at = lowest(column);
    if (whole.role != ColumnRole::value || at == 0) continue;
    // Years may stand below it, or beside it.
    if (std::ranges::none_of(headings[column], [](const std::string& part) {
          return is_total(part) || is_total(without_period(part));
        }))
      continue;
    std::vector<std::size_t> by_sector, by_group;
    for (std::size_t other = 0; other < shape.columns.size(); ++other) {
      const ColumnShape& one = shape.columns[other];
      if (other == column || one.role != ColumnRole::value ||
          period_key(one.meaning.period) != period_key(whole.meaning.period))
        continue;
      const bool is_of_field = one.meaning.field == whole.meaning.field || one.meaning.field.empty();
      if (is_of_field && !one.meaning.sector.empty() && whole.meaning.sector.empty())
        by_sector.push_back(other);
      bool is_of_group = one.meaning.field != whole.meaning.field && lowest(other) == at;
      for (std::size_t i = 0; i + 1 < at && is_of_group; ++i)
        is_of_group = headings[other][i] == headings[column][i];
      if (is_of_group) by_group.push_back(other);
    }
    const bool is_of_sectors = !by_sector.empty();
    const std::vector<std::size_t>& parts = is_of_sectors ? by_sector : by_group;
    if (parts.size() >= 2 && is_sum_in_most_rows(sheet, shape, column, parts)) whole.parts = parts;
    if (is_of_sectors) whole.role = ColumnRole::total;
  }
}

}  // namespace vicinia::gis::imports
