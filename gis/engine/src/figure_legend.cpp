#include <algorithm>

#include "figure_parts.h"
#include "text.h"

namespace vicinia::gis::engine {
namespace {

constexpr double padding = 3.2, row_gap = 1.3, column_gap = 2.4, swatch_width = 6.5, swatch_height = 3.8;
constexpr double least_text = 24, most_text = 58;

const TextStyle heading{8.5, true};
const TextStyle remark{7, false, QColor(0x55, 0x55, 0x55)};
const TextStyle row_text{8};
const TextStyle row_count{7.5, false, QColor(0x55, 0x55, 0x55), Qt::AlignRight};

struct Columns {
  double text = 0, count = 0;
  [[nodiscard]] double inner() const { return swatch_width + column_gap + text + (count > 0 ? column_gap + count : 0); }
};

Columns columns_of(const map::Legend& legend) {
  Columns columns;
  for (const map::LegendEntry& entry : legend.entries) {
    columns.text = std::max(columns.text, text_size(qt(entry.label), row_text).width());
    if (!entry.count.empty()) columns.count = std::max(columns.count, text_size(qt(entry.count), row_count).width());
  }
  const double heading_needs = std::max(text_size(qt(legend.title), heading).width(),
                                        std::min(text_size(qt(legend.subtitle), remark).width(), most_text));
  columns.text = std::max(columns.text, heading_needs - (columns.inner() - columns.text));
  columns.text = std::clamp(columns.text, least_text, most_text);
  return columns;
}

/// Goes down the legend once; `page` may be null, to measure only. \return the height.
double set(const map::Legend& legend, const Columns& columns, QPointF at, PageItems* page) {
  const double left = at.x() + padding, inner = columns.inner();
  double y = at.y() + padding;
  const auto line = [&](const std::string& text, const TextStyle& style, double gap) {
    if (text.empty()) return;
    if (page != nullptr) page->text(qt(text), style, {left, y}, inner);
    y += text_height(qt(text), style, inner) + gap;
  };
  line(legend.title, heading, 0.6);
  line(legend.subtitle, remark, 0);
  if (!legend.title.empty() || !legend.subtitle.empty()) y += 2.2;
  for (const map::LegendEntry& entry : legend.entries) {
    const double text = text_height(qt(entry.label), row_text, columns.text);
    const double height = std::max(text, swatch_height);
    if (page != nullptr) {
      const double first_line = text_size(qt(entry.label), row_text).height();
      const double top = y + std::max(0.0, (first_line - swatch_height) / 2);
      if (entry.badge.diameter_mm > 0)
        page->badge({left + swatch_width / 2, top + swatch_height / 2}, entry.badge);
      else if (entry.lines.empty())
        page->box({left, top, swatch_width, swatch_height}, entry.fill, {{0x80, 0x80, 0x80}, 0.12});
      else
        page->line({left, top + swatch_height / 2}, swatch_width, entry.lines);
      page->text(qt(entry.label), row_text, {left + swatch_width + column_gap, y}, columns.text);
      if (!entry.count.empty())
        page->text(qt(entry.count), row_count, {left + inner - columns.count, y + 0.15}, columns.count);
    }
    y += height + row_gap;
  }
  return y - row_gap + padding - at.y();
}

}  // namespace

QSizeF legend_size(const map::Legend& legend) {
  if (legend.entries.empty() && legend.title.empty()) return {0, 0};
  const Columns columns = columns_of(legend);
  return {columns.inner() + 2 * padding, set(legend, columns, {0, 0}, nullptr)};
}

void add_legend(const map::Legend& legend, QPointF at, PageItems& page) {
  const QSizeF size = legend_size(legend);
  if (size.isEmpty()) return;
  page.box({at, size}, {map::FillPattern::solid, {255, 255, 255}, {}}, {{0x99, 0x99, 0x99}, 0.18});
  set(legend, columns_of(legend), at, &page);
}

}  // namespace vicinia::gis::engine
