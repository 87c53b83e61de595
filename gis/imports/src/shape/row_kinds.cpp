#include "shape/row_kinds.h"

#include <algorithm>
#include <initializer_list>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "shape/interleaved.h"
#include "shape/labels.h"
#include "shape/nesting.h"
#include "vicinia/core/names/folding.h"
#include "words/table_words.h"

namespace vicinia::gis::imports {
namespace {

constexpr std::size_t level_of_parts = 99;  ///< beside all sums

class RowKindFinder {
 public:
  RowKindFinder(const Sheet& sheet, KnownTexts& known, TableShape& shape, Interleaved interleaved)
      : sheet_(sheet),
        known_(known),
        shape_(shape),
        labels_(sheet, shape),
        figures_(figure_columns(shape)),
        interleaved_(std::move(interleaved)) {}

  void find() {
    find_kinds();
    find_wholes();
    find_depths();
    set_levels();
    mark_wholes();
    find_sums_above();
  }

 private:
  [[nodiscard]] RowKind labelled_kind(std::size_t row) const {
    for (const ColumnRole role : {ColumnRole::unit_name, ColumnRole::sector_name, ColumnRole::sector_code,
                                  ColumnRole::unit_code, ColumnRole::field})
      for (const std::size_t column : labels_.columns(role))
        if (const std::string_view text = labels_.at(row, column); !text.empty())
          if (const RowKind kind = kind_of_label(text); kind != RowKind::figures) return kind;
    return RowKind::figures;
  }

  [[nodiscard]] std::string_view first_text(std::size_t row) const {
    for (std::size_t column = 0; column < sheet_.columns; ++column)
      if (const std::string_view text = sheet_.at(row, column); !text.empty()) return text;
    return {};
  }

  /// A unit of which nothing is published heads no rows, nor does what has a label of its own for each thing that rows are of.
  bool is_plain_without_figures(std::size_t row) {
    const auto any = [&](std::initializer_list<ColumnRole> roles, const auto& holds) {
      for (const ColumnRole role : roles)
        for (const std::size_t column : labels_.columns(role))
          if (const std::string_view text = sheet_.at(row, column); !text.empty() && holds(text)) return true;
      return false;
    };
    const auto is_there = [](std::string_view) { return true; };
    const bool has_unit = any({ColumnRole::unit_name, ColumnRole::unit_code}, is_there),
               has_sector = any({ColumnRole::sector_name, ColumnRole::sector_code}, is_there),
               has_period = any({ColumnRole::period}, is_there);
    if ((has_unit ? 1 : 0) + (has_sector ? 1 : 0) + (has_period ? 1 : 0) > 1) return true;
    return any({ColumnRole::unit_name, ColumnRole::unit_code},
               [&](std::string_view text) { return known_.is_unit(text); }) ||
           any({ColumnRole::sector_name, ColumnRole::sector_code},
               [&](std::string_view text) { return known_.is_sector(text); }) ||
           any({ColumnRole::period}, [](std::string_view text) { return is_period(text); });
  }

  /// The title once more, above the rest of the table on a new page. One of another time is a heading.
  [[nodiscard]] bool repeats_title(std::string_view text) const {
    const std::string period = period_in(text);
    if (!period.empty() && period_key(period) != period_key(shape_.of_all.period)) return false;
    if (is_continued_title(text)) return true;
    const std::string plain = core::names::folded(text);
    return std::ranges::any_of(
        shape_.title_rows, [&](std::size_t row) { return core::names::folded(first_text(row)) == plain; });
  }

  RowShape without_figures(std::size_t row) {
    RowShape one{.row = row, .kind = RowKind::heading};
    const std::string_view text = first_text(row);
    const RowKind kind = kind_of_label(text);
    if (kind != RowKind::figures) {
      one.kind = kind == RowKind::subtotal ? RowKind::ignored : kind;
      return one;
    }
    if (is_note(text) || repeats_title(text)) {
      one.kind = RowKind::ignored;
      return one;
    }
    one.meaning.period = period_in(text);
    if (const auto field = field_in(text)) one.meaning.field = field->field;
    if (one.meaning.field.empty()) {
      if (known_.is_sector(text))
        one.meaning.sector = text;
      else if (known_.is_unit(text))
        one.meaning.unit = text;
    }
    return one;
  }

  void find_kinds() {
    bool is_within_parts = false;  // "Trong đó:" alone, above its parts
    for (std::size_t row = shape_.first_row; row < shape_.end_row; ++row) {
      if (first_text(row).empty()) {
        is_within_parts = false;
        continue;
      }
      if (repeats_headings(sheet_, shape_, row)) {
        shape_.rows.push_back({.row = row, .kind = RowKind::repeated_header});
        continue;
      }
      if (const auto outer = interleaved_.outer.find(row); outer != interleaved_.outer.end()) {
        const bool is_sum = has_figures(sheet_, figures_, row);
        shape_.rows.push_back(
            {.row = row, .kind = is_sum ? RowKind::subtotal : RowKind::heading, .meaning = outer->second});
        continue;
      }
      if (const auto sum = interleaved_.of_sums.find(row); sum != interleaved_.of_sums.end()) {
        shape_.rows.push_back({.row = row, .kind = sum->second});
        continue;
      }
      if (!has_figures(sheet_, figures_, row)) {
        if (is_plain_without_figures(row)) continue;
        shape_.rows.push_back(without_figures(row));
        is_within_parts = shape_.rows.back().kind == RowKind::of_which;
        continue;
      }
      RowKind kind = labelled_kind(row);
      if (kind == RowKind::figures && is_within_parts) {
        const std::string_view label = first_text(row);
        is_within_parts = !known_.is_unit(label) && !known_.is_sector(label);
        if (is_within_parts) kind = RowKind::of_which;
      } else if (kind != RowKind::of_which) {
        is_within_parts = false;
      }
      if (kind == RowKind::figures)
        plain_.push_back(row);
      else
        shape_.rows.push_back({.row = row, .kind = kind});
    }
  }

  /// Rows of units, with figures or without: those of which nothing else is known.
  [[nodiscard]] std::vector<std::size_t> rows_of_units() const {
    std::vector<std::size_t> rows;
    for (std::size_t row = shape_.first_row; row < std::min(shape_.end_row, sheet_.rows.size()); ++row) {
      const RowKind kind = shape_.row(row).kind;
      if (kind == RowKind::figures || kind == RowKind::heading) rows.push_back(row);
    }
    return rows;
  }

  void find_wholes() {
    std::ranges::sort(shape_.rows, {}, &RowShape::row);
    wholes_ = rows_of_wholes(sheet_, known_, labels_, rows_of_units(), figures_);
    for (const std::size_t row : plain_)
      if (!wholes_.empty()) depths_[row] = wholes_.contains(row) ? 0 : 1;
    if (!is_tree(depths_)) depths_.clear();  // headings alone
  }

  void mark_wholes() {
    for (const auto& [row, label] : wholes_) {
      auto at = std::ranges::lower_bound(shape_.rows, row, {}, &RowShape::row);
      if (at == shape_.rows.end() || at->row != row)
        at = shape_.rows.insert(at, {.row = row, .level = shape_.usual_level});
      at->kind = has_figures(sheet_, figures_, row) ? RowKind::subtotal : RowKind::heading;
      at->meaning.unit.clear();
      at->meaning.parent = label;
    }
  }

  /// Of a code of VSIC or ISIC: sections are letters, each further digit divides.
  static std::optional<std::size_t> depth_of_code(std::string_view code) {
    constexpr std::size_t longest = 12;  // "70-74/L": a section with its divisions
    if (code.empty() || code.size() > longest) return std::nullopt;
    if (std::ranges::any_of(code, [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }))
      return 0;
    if (!std::ranges::all_of(code, [](char c) { return c >= '0' && c <= '9'; })) return std::nullopt;
    return code.size();
  }

  /// "Tỉnh" above "Huyện" above "Xã"; of cities only those with "Quận" below them stand as high as a province.
  [[nodiscard]] std::optional<std::size_t> depth_of_class(std::size_t row,
                                                          std::optional<std::size_t> next) const {
    namespace unit_class = core::names::unit_class;
    const auto classes_of = [&](std::size_t one) {
      return core::names::take_apart(in_two_languages(labels_.of(one, ColumnRole::unit_name)).vi).classes;
    };
    const core::names::UnitClasses classes = classes_of(row);
    if ((classes & unit_class::province) != 0) return 0;
    if ((classes & unit_class::city) != 0)
      return next && (classes_of(*next) & unit_class::urban_district) != 0 ? 0 : 1;
    if ((classes & (unit_class::urban_district | unit_class::rural_district | unit_class::town)) != 0)
      return 1;
    if ((classes & (unit_class::township | unit_class::ward | unit_class::commune)) != 0) return 2;
    return std::nullopt;
  }

  [[nodiscard]] std::optional<std::size_t> depth_of(std::size_t row, bool by_number) const {
    if (!by_number) return depth_of_code(sheet_.at(row, labels_.columns(ColumnRole::sector_code).front()));
    const std::string_view name = labels_.of(row, ColumnRole::sector_name);
    return outline_level(name.empty() ? labels_.of(row, ColumnRole::unit_name) : name);
  }

  [[nodiscard]] std::size_t blanks_before(std::size_t row) const {
    const std::vector<std::size_t>& names = labels_.columns(ColumnRole::sector_name);
    if (names.empty() || names.front() >= sheet_.rows[row].size()) return 0;
    const std::string& text = sheet_.rows[row][names.front()];
    return text.find_first_not_of(' ') == std::string::npos ? 0 : text.find_first_not_of(' ');
  }

  /// Rows that divide others without saying so in words: by their codes, their numbers, or blanks before them.
  void find_depths() {
    if (!depths_.empty()) return;
    const bool has_codes = !labels_.columns(ColumnRole::sector_code).empty();
    const bool has_units =
        !labels_.columns(ColumnRole::unit_name).empty() || !labels_.columns(ColumnRole::unit_code).empty();
    for (const bool by_number : {false, true}) {
      if (!by_number && (!has_codes || has_units)) continue;
      std::map<std::size_t, std::size_t> depths;
      for (const std::size_t row : plain_)
        if (const auto depth = depth_of(row, by_number)) depths[row] = *depth;
      if (depths.size() * 10 >= plain_.size() * 8 && is_tree(depths)) {
        depths_ = std::move(depths);
        return;
      }
    }
    std::map<std::size_t, std::size_t> classes;
    if (!labels_.columns(ColumnRole::unit_name).empty() && labels_.columns(ColumnRole::parent).empty())
      for (std::size_t i = 0; i < plain_.size(); ++i)
        if (const auto depth = depth_of_class(
                plain_[i], i + 1 < plain_.size() ? std::optional(plain_[i + 1]) : std::nullopt))
          classes[plain_[i]] = *depth;
    if (classes.size() == plain_.size() && is_tree(classes)) {
      depths_ = std::move(classes);
      return;
    }
    std::map<std::size_t, std::size_t> indents;
    for (const std::size_t row : plain_) indents[row] = blanks_before(row);
    if (is_tree(indents)) depths_ = std::move(indents);
  }

  /// Several depths, the least of them first.
  static bool is_tree(const std::map<std::size_t, std::size_t>& depths) {
    if (depths.empty()) return false;
    std::set<std::size_t> different;
    for (const auto& [row, depth] : depths) different.insert(depth);
    return different.size() >= 2 && depths.begin()->second == *different.begin();
  }

  void set_levels() {
    const auto has = [&](RowKind kind) {
      return std::ranges::any_of(shape_.rows, [&](const RowShape& one) { return one.kind == kind; });
    };
    const std::size_t top = has(RowKind::country) || has(RowKind::subtotal) ? 1 : 0;
    const std::size_t plain = top + (has(RowKind::region) ? 1 : 0);
    shape_.usual_level = plain;
    for (RowShape& one : shape_.rows) switch (one.kind) {
        case RowKind::country:
        case RowKind::subtotal: one.level = 0; break;
        case RowKind::region:
        case RowKind::not_allocated: one.level = top; break;
        case RowKind::of_which: one.level = level_of_parts; break;
        default: one.level = plain;
      }
    if (depths_.empty()) return;
    std::map<std::size_t, std::size_t> rank_of;
    for (const auto& [row, depth] : depths_) rank_of[depth] = 0;
    std::size_t rank = 0;
    for (auto& entry : rank_of) entry.second = rank++;
    std::map<std::size_t, std::size_t> rows_of_rank;
    for (const auto& [row, depth] : depths_) ++rows_of_rank[rank_of[depth]];
    const auto usual =
        std::ranges::max_element(rows_of_rank, {}, [](const auto& entry) { return entry.second; });
    shape_.usual_level = plain + usual->first;
    for (RowShape& one : shape_.rows)
      if (one.kind == RowKind::heading || one.kind == RowKind::ignored ||
          one.kind == RowKind::repeated_header)
        one.level = shape_.usual_level;
    for (const auto& [row, depth] : depths_)
      if (const std::size_t level = plain + rank_of[depth]; level != shape_.usual_level)
        shape_.rows.push_back({.row = row, .kind = RowKind::figures, .level = level});
    std::ranges::sort(shape_.rows, {}, &RowShape::row);
  }

  /// A total below what it sums has no parts of its own behind it.
  void find_sums_above() {
    for (const std::vector<std::size_t>& sequence : summed_sequences(sheet_, shape_)) {
      std::vector<RowShape> rows;
      for (const std::size_t row : sequence)
        if (RowShape one = shape_.row(row); one.kind != RowKind::of_which) rows.push_back(std::move(one));
      for (std::size_t i = 1; i < rows.size(); ++i) {
        const bool is_sum = rows[i].kind == RowKind::country || rows[i].kind == RowKind::subtotal ||
                            rows[i].kind == RowKind::region;
        const bool has_parts = i + 1 < rows.size() && rows[i + 1].level > rows[i].level;
        if (!is_sum || has_parts || rows[i - 1].level <= rows[i].level) continue;
        std::ranges::lower_bound(shape_.rows, rows[i].row, {}, &RowShape::row)->sums_above = true;
      }
    }
  }

  const Sheet& sheet_;
  KnownTexts& known_;
  TableShape& shape_;
  Labels labels_;
  std::vector<std::size_t> figures_;
  std::vector<std::size_t> plain_;
  std::map<std::size_t, std::size_t> depths_;
  Interleaved interleaved_;
  std::map<std::size_t, std::string> wholes_;
};

}  // namespace

void find_row_kinds(const Sheet& sheet, KnownTexts& known, TableShape& shape) {
  Interleaved interleaved = find_interleaved(sheet, known, shape);
  RowKindFinder(sheet, known, shape, std::move(interleaved)).find();
}

}  // namespace vicinia::gis::imports
