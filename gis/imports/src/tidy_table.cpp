#include "vicinia/gis/imports/tidy_table.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "shape/grid.h"
#include "shape/labels.h"
#include "vicinia/core/names/folding.h"
#include "words/table_words.h"

namespace vicinia::gis::imports {
namespace {

using core::names::plain_text;

/// What gis/io reads of a long table.
constexpr std::array<std::string_view, 7> observed_fields{
    "enterprises", "smes", "fdi_enterprises", "employees", "lq", "sector_share_pct", "district_share_pct"};

/// The first of them that says something.
const std::string& first_of(const std::string& a, const std::string& b, const std::string& c) {
  return !a.empty() ? a : !b.empty() ? b : c;
}

class Tidier {
 public:
  Tidier(const Sheet& sheet, const TableShape& shape)
      : sheet_(sheet), shape_(shape), labels_(sheet, shape), figures_(figure_columns(shape)) {
    table_.file = sheet.file;
    table_.lines = sheet.lines;
  }

  TidyTable run() && {
    for (std::size_t row = shape_.first_row; row < end_of_rows(sheet_, shape_); ++row) {
      const RowShape kind = shape_.row(row);
      const bool is_of_sum =
          kind.kind == RowKind::subtotal && (!kind.meaning.unit.empty() || !kind.meaning.sector.empty());
      if (kind.kind == RowKind::heading || is_of_sum) set_heading(kind.meaning);
      if (!kind.meaning.parent.empty())
        parent_ = kind.meaning.parent;
      else if (kind.kind == RowKind::country || kind.kind == RowKind::region)
        parent_.clear();
      if (kind.kind == RowKind::heading || kind.kind == RowKind::repeated_header ||
          kind.kind == RowKind::ignored)
        continue;
      TidyRow labels = labels_of(row);
      // The row of a province above its sectors is of none of them, and has its own name where theirs stand.
      if (is_of_sum) (kind.meaning.unit.empty() ? labels.unit : labels.sector).clear();
      if (labels.parent.empty() && kind.kind != RowKind::subtotal) labels.parent = parent_;
      for (const std::size_t column : figures_) add(kind.kind, labels, row, column);
    }
    return std::move(table_);
  }

 private:
  /// A heading says anew what it says, and leaves the rest as it was.
  void set_heading(const Meaning& meaning) {
    if (meaning == Meaning{}) return;
    for (std::string Meaning::*one : {&Meaning::field, &Meaning::period, &Meaning::sector, &Meaning::unit})
      if (!(meaning.*one).empty()) heading_.*one = meaning.*one;
  }

  [[nodiscard]] TidyRow labels_of(std::size_t row) const {
    const auto text = [&](ColumnRole role) { return plain_text(labels_.of(row, role)); };
    TidyRow one{.unit_code = text(ColumnRole::unit_code),
                .unit_kind = text(ColumnRole::kind),
                .period = text(ColumnRole::period),
                .sector = text(ColumnRole::sector_name),
                .sector_code = text(ColumnRole::sector_code)};
    std::vector<std::string> names;
    for (const std::size_t column : labels_.columns(ColumnRole::unit_name))
      if (const std::string_view name = labels_.at(row, column); !name.empty())
        names.push_back(plain_text(without_outline_number(name_without_note_mark(name))));
    // What the unit lies in, from the nearest to the widest: "Ba Đình, Hà Nội".
    const std::vector<std::size_t>& parents = labels_.columns(ColumnRole::parent);
    for (std::size_t i = parents.size(); i-- > 0;)
      if (const std::string_view name = labels_.at(row, parents[i]); !name.empty())
        one.parent += (one.parent.empty() ? "" : ", ") + plain_text(name);
    if (!names.empty()) one.unit = names.front();
    if (names.size() > 1) one.unit_in_other_language = names.back();
    return one;
  }

  void add(RowKind kind, const TidyRow& labels, std::size_t row, std::size_t column) {
    const std::string_view text = without_note_mark(sheet_.at(row, column));
    if (text.empty()) return;
    const ColumnShape& shape = shape_.columns[column];
    const Meaning& own = shape.meaning;
    TidyRow one = labels;
    if (!own.unit.empty() || (one.unit.empty() && one.unit_code.empty()))
      one.unit = first_of(own.unit, heading_.unit, shape_.of_all.unit);
    if (!own.period.empty() || one.period.empty())
      one.period = first_of(own.period, heading_.period, shape_.of_all.period);
    if (!own.sector.empty() || (one.sector.empty() && one.sector_code.empty())) {
      one.sector = first_of(own.sector, heading_.sector, shape_.of_all.sector);
      one.sector_code.clear();
    }
    const std::string of_row = own.field.empty() ? field_of_row(row) : std::string();
    const std::string& field =
        first_of(own.field, of_row, heading_.field.empty() ? shape_.of_all.field : heading_.field);
    Figure figure{.field = field_number(field.empty() ? std::string(unnamed_field) : field),
                  .text = std::string(text),
                  .row = row,
                  .column = column};
    const bool is_total = shape.role == ColumnRole::total;
    const bool is_apart = kind != RowKind::figures || is_total;
    TidyRow& to = row_for(std::move(one), is_apart, kind, is_total, figure.field, row);
    to.figures.push_back(std::move(figure));
  }

  /// Where rows are of different things: a column of observations, or the text in small letters.
  [[nodiscard]] std::string field_of_row(std::size_t row) const {
    const std::string_view text = labels_.of(row, ColumnRole::field);
    if (text.empty()) return {};
    const auto known = field_in(text);
    if (known && !known->field.empty()) return known->field;
    return core::names::file_stem(in_two_languages(text).en, '_');
  }

  std::size_t field_number(const std::string& field) {
    const auto at = std::ranges::find(table_.fields, field);
    if (at == table_.fields.end()) table_.fields.push_back(field);
    return static_cast<std::size_t>(std::ranges::find(table_.fields, field) - table_.fields.begin());
  }

  /// The row of these labels that lacks the field: what is given twice stays twice.
  TidyRow& row_for(TidyRow labels, bool is_apart, RowKind kind, bool is_total, std::size_t field,
                   std::size_t row) {
    std::string key = is_apart ? std::to_string(row) + (is_total ? "+" : "-") : std::string();
    for (const std::string* text :
         {&labels.unit, &labels.unit_code, &labels.parent, &labels.sector, &labels.sector_code})
      key.append("\n").append(*text);
    key.append("\n").append(period_key_of(labels.period));
    std::vector<std::size_t>& rows = (is_apart ? apart_by_key_ : rows_by_key_)[key];
    for (const std::size_t at : rows)
      if (TidyRow& one = is_apart ? table_.apart[at].row : table_.rows[at]; one.figure(field) == nullptr)
        return one;
    rows.push_back(is_apart ? table_.apart.size() : table_.rows.size());
    if (!is_apart) return table_.rows.emplace_back(std::move(labels));
    const RowKind stated = is_total && kind == RowKind::figures ? RowKind::subtotal : kind;
    table_.apart.push_back({.kind = stated, .is_of_total_column = is_total, .row = std::move(labels)});
    return table_.apart.back().row;
  }

  const std::string& period_key_of(const std::string& period) {
    const auto [at, is_new] = period_keys_.try_emplace(period);
    if (is_new) at->second = period_key(period);
    return at->second;
  }

  const Sheet& sheet_;
  const TableShape& shape_;
  Labels labels_;
  std::vector<std::size_t> figures_;
  Meaning heading_{};
  std::string parent_{};  ///< of the rows below a province
  TidyTable table_{};
  std::unordered_map<std::string, std::vector<std::size_t>> rows_by_key_, apart_by_key_;
  std::unordered_map<std::string, std::string> period_keys_;
};

}  // namespace

const Figure* TidyRow::figure(std::size_t field) const {
  const auto at = std::ranges::find(figures, field, &Figure::field);
  return at == figures.end() ? nullptr : &*at;
}

TidyTable tidy(const Sheet& sheet, const TableShape& shape) { return Tidier(sheet, shape).run(); }

io::Table long_table(const TidyTable& table, const Codes& codes) {
  io::Table made{.file = table.file, .columns = {"unit_code", "period", "sector_no"}};
  std::vector<std::size_t> fields;
  for (const std::string_view name : observed_fields)
    if (const auto at = std::ranges::find(table.fields, name); at != table.fields.end()) {
      made.columns.emplace_back(name);
      fields.push_back(static_cast<std::size_t>(at - table.fields.begin()));
    }
  for (const TidyRow& row : table.rows) {
    auto unit = codes.unit_code ? codes.unit_code(row)
                                : std::optional(row.unit_code.empty() ? row.unit : row.unit_code);
    auto sector = codes.sector_no ? codes.sector_no(row)
                                  : std::optional(row.sector_code.empty() ? row.sector : row.sector_code);
    if (!unit || !sector) continue;
    std::vector<std::string> cells{*std::move(unit), row.period, *std::move(sector)};
    bool has_any = false;
    for (const std::size_t field : fields) {
      const Figure* figure = row.figure(field);
      has_any = has_any || figure != nullptr;
      cells.push_back(figure != nullptr ? figure->text : std::string());
    }
    if (!has_any) continue;
    const std::size_t first = row.figures.front().row;
    made.lines.push_back(first < table.lines.size() ? table.lines[first] : first + 1);
    made.rows.push_back(std::move(cells));
  }
  return made;
}

}  // namespace vicinia::gis::imports
