#include <algorithm>

#include "figure/parts.h"
#include "text.h"

namespace vicinia::gis::engine {
namespace {

constexpr double cell_gap = 2.2, line_gap = 0.9;
const TextStyle table_title{8.5, true};
const TextStyle table_head{7, true, QColor(0x44, 0x44, 0x44)};
const TextStyle table_cell{7};
const TextStyle table_more{7, false, QColor(0x55, 0x55, 0x55)};
constexpr map::Colour table_rule{0xb8, 0xbd, 0xc2};

TextStyle aligned(TextStyle style, const map::FigureColumn& column, double scale) {
  if (column.is_number) style.align = Qt::AlignRight;
  return scaled(style, scale);
}

const std::string& cell_at(const std::vector<std::string>& row, std::size_t column) {
  static const std::string none;
  return column < row.size() ? row[column] : none;
}

/// Numbers take what they need; texts share the rest by what they would like to have.
std::vector<double> widths_of(const map::FigureTable& table, double scale, double width) {
  const std::size_t columns = table.columns.size();
  std::vector<double> wanted(columns);
  for (std::size_t c = 0; c < columns; ++c) {
    wanted[c] = text_size(qt(table.columns[c].head), scaled(table_head, scale)).width();
    for (const auto& row : table.rows)
      wanted[c] = std::max(wanted[c], text_size(qt(cell_at(row, c)), scaled(table_cell, scale)).width());
    wanted[c] += 0.3;
  }
  double rest = width - static_cast<double>(columns - 1) * cell_gap * scale, texts = 0;
  for (std::size_t c = 0; c < columns; ++c)
    (table.columns[c].is_number ? rest : texts) += table.columns[c].is_number ? -wanted[c] : wanted[c];
  if (texts > 0)
    for (std::size_t c = 0; c < columns; ++c)
      if (!table.columns[c].is_number) wanted[c] *= rest / texts;
  return wanted;
}

double row_height(const map::FigureTable& table, const std::vector<std::string>& row,
                  const std::vector<double>& widths, double scale) {
  double height = 0;
  for (std::size_t c = 0; c < widths.size(); ++c)
    height = std::max(
        height, text_height(qt(cell_at(row, c)), aligned(table_cell, table.columns[c], scale), widths[c]));
  return height + 2 * line_gap * scale;
}

std::string more_text(const map::FigureTable& table, std::size_t left_out) {
  std::string text = table.more;
  for (auto at = text.find("{n}"); at != std::string::npos; at = text.find("{n}", at))
    text.replace(at, 3, std::to_string(left_out));
  return text;
}

/// Goes down the table once; `page` may be null, to measure only. \return the height.
double set_table(const map::FigureTable& table, double scale, QPointF at, double width, double most_height,
                 PageItems* page) {
  if (table.columns.empty() || table.rows.empty()) return 0;
  const std::vector<double> widths = widths_of(table, scale, width);
  double y = at.y();
  const auto rule = [&] {
    if (page != nullptr) page->line({at.x(), y}, width, {{table_rule, 0.15}});
  };
  const auto cells = [&](auto text_of, const TextStyle& style) {
    double x = at.x(), height = 0;
    for (std::size_t c = 0; c < widths.size(); ++c) {
      const QString text = qt(text_of(c));
      const TextStyle own = aligned(style, table.columns[c], scale);
      if (page != nullptr && !text.isEmpty()) page->text(text, own, {x, y + line_gap * scale}, widths[c]);
      height = std::max(height, text_height(text, own, widths[c]));
      x += widths[c] + cell_gap * scale;
    }
    y += height + 2 * line_gap * scale;
    rule();
  };
  if (!table.title.empty()) {
    if (page != nullptr) page->text(qt(table.title), scaled(table_title, scale), {at.x(), y}, width);
    y += text_height(qt(table.title), scaled(table_title, scale), width) + 0.6 * scale;
  }
  cells([&](std::size_t c) { return table.columns[c].head; }, table_head);
  const double more_height =
      text_height(QStringLiteral("0"), scaled(table_more, scale), width) + line_gap * scale;
  std::size_t shown = 0;
  for (const auto& row : table.rows) {
    const bool is_last = shown + 1 == table.rows.size();
    if (y - at.y() + row_height(table, row, widths, scale) + (is_last ? 0 : more_height) > most_height) break;
    cells([&](std::size_t c) { return cell_at(row, c); }, table_cell);
    ++shown;
  }
  if (shown == 0) return 0;
  if (shown < table.rows.size()) {
    if (page != nullptr)
      page->text(qt(more_text(table, table.rows.size() - shown)), scaled(table_more, scale),
                 {at.x(), y + line_gap * scale / 2}, width);
    y += more_height;
  }
  return y - at.y();
}

}  // namespace

double table_height(const map::FigureTable& table, double scale, double width, double most_height) {
  return set_table(table, scale, {0, 0}, width, most_height, nullptr);
}

void add_table(const map::FigureTable& table, double scale, const QRectF& where, PageItems& page) {
  set_table(table, scale, where.topLeft(), where.width(), where.height() + 0.01, &page);
}

}  // namespace vicinia::gis::engine
