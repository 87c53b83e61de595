#include <algorithm>
#include <cmath>

#include "figure/parts.h"
#include "text.h"

namespace vicinia::gis::engine {
namespace {

constexpr double padding = 3.2, row_gap = 1.3, column_gap = 2.4, swatch_width = 6.5, swatch_height = 3.8;
constexpr double least_text = 24, most_text = 58, between_columns = 6;

const TextStyle heading{8.5, true};
const TextStyle remark{7, false, QColor(0x55, 0x55, 0x55)};
const TextStyle row_text{8};
const TextStyle row_count{7.5, false, QColor(0x55, 0x55, 0x55), Qt::AlignRight};

/// Edge included.
double width_of(const map::Marker& marker) {
  return marker.size_mm > 0 ? marker.size_mm + marker.edge.width_mm : 0;
}

struct LegendColumns {
  double swatch = swatch_width, text = 0, count = 0, scale = 1;  ///< swatch: as wide as the widest marker
  int columns = 1;
  /// Of one column of rows.
  [[nodiscard]] double row() const {
    return swatch + column_gap * scale + text + (count > 0 ? column_gap * scale + count : 0);
  }
  [[nodiscard]] double inner() const { return columns * row() + (columns - 1) * between_columns * scale; }
};

LegendColumns columns_of(const map::Legend& legend, double scale, int columns) {
  LegendColumns result{.swatch = swatch_width * scale, .scale = scale, .columns = std::max(1, columns)};
  for (const map::LegendEntry& entry : legend.entries) {
    result.swatch = std::max(result.swatch, width_of(entry.marker));
    result.text = std::max(result.text, text_size(qt(entry.label), scaled(row_text, scale)).width());
    if (!entry.count.empty())
      result.count = std::max(result.count, text_size(qt(entry.count), scaled(row_count, scale)).width());
  }
  if (columns == 1) {
    const double heading_needs =
        std::max(std::min(text_size(qt(legend.title), scaled(heading, scale)).width(), most_text * scale),
                 std::min(text_size(qt(legend.subtitle), scaled(remark, scale)).width(), most_text * scale));
    result.text = std::max(result.text, heading_needs - (result.row() - result.text));
  }
  result.text = std::clamp(result.text, least_text * scale / std::max(1, columns), most_text * scale);
  return result;
}

double entry_height(const map::LegendEntry& entry, const LegendColumns& columns) {
  return std::max({text_height(qt(entry.label), scaled(row_text, columns.scale), columns.text),
                   swatch_height * columns.scale, width_of(entry.marker)});
}

void set_entry(const map::LegendEntry& entry, const LegendColumns& columns, QPointF at, PageItems& page) {
  const double scale = columns.scale, swatch = swatch_height * scale;
  const double first_line = text_size(QStringLiteral("0"), scaled(row_text, scale)).height();
  const double top = at.y() + std::max(0.0, (first_line - swatch) / 2), wide = columns.swatch;
  if (entry.marker.size_mm > 0) {
    const double height = entry_height(entry, columns),
                 label = text_height(qt(entry.label), scaled(row_text, scale), columns.text);
    page.marker({at.x() + wide / 2, at.y() + height / 2}, entry.marker);
    at.ry() += (height - label) / 2;  // beside the middle of the marker
  } else if (entry.badge.diameter_mm > 0)
    page.badge({at.x() + wide / 2, top + swatch / 2}, entry.badge);
  else if (entry.lines.empty())
    page.box({at.x(), top, swatch_width * scale, swatch}, entry.fill, {{0x80, 0x80, 0x80}, 0.12});
  else
    page.line({at.x(), top + swatch / 2}, swatch_width * scale, entry.lines);
  page.text(qt(entry.label), scaled(row_text, scale), {at.x() + wide + column_gap * scale, at.y()},
            columns.text);
  if (!entry.count.empty())
    page.text(qt(entry.count), scaled(row_count, scale),
              {at.x() + columns.row() - columns.count, at.y() + 0.15}, columns.count);
}

/// Goes through the legend once; `page` may be null, to measure only. \return the height.
double set(const map::Legend& legend, const LegendColumns& columns, QPointF at, PageItems* page) {
  const double scale = columns.scale, inner = columns.inner();
  const double left = at.x() + padding * scale;
  double y = at.y() + padding * scale;
  const auto line = [&](const std::string& text, const TextStyle& style, double gap) {
    if (text.empty()) return;
    if (page != nullptr) page->text(qt(text), style, {left, y}, inner);
    y += text_height(qt(text), style, inner) + gap * scale;
  };
  line(legend.title, scaled(heading, scale), 0.6);
  line(legend.subtitle, scaled(remark, scale), 0);
  if (!legend.title.empty() || !legend.subtitle.empty()) y += 2.2 * scale;
  const std::size_t count = legend.entries.size(), n = static_cast<std::size_t>(columns.columns);
  const std::size_t in_column = (count + n - 1) / n;
  double lowest = y;
  for (std::size_t i = 0, column = 0; i < count; ++column) {
    double here = y;
    const double x = left + static_cast<double>(column) * (columns.row() + between_columns * scale);
    for (const std::size_t end = std::min(count, i + in_column); i < end; ++i) {
      if (page != nullptr) set_entry(legend.entries[i], columns, {x, here}, *page);
      here += entry_height(legend.entries[i], columns) + row_gap * scale;
    }
    lowest = std::max(lowest, here);
  }
  return lowest - (count > 0 ? row_gap * scale : 0) + padding * scale - at.y();
}

}  // namespace

QSizeF legend_size(const map::Legend& legend, double scale, int columns) {
  if (legend.entries.empty() && legend.title.empty()) return {0, 0};
  const LegendColumns widths = columns_of(legend, scale, columns);
  return {widths.inner() + 2 * padding * scale, set(legend, widths, {0, 0}, nullptr)};
}

void add_legend(const map::Legend& legend, double scale, int columns, QPointF at, PageItems& page) {
  const QSizeF size = legend_size(legend, scale, columns);
  if (size.isEmpty()) return;
  page.box({at, size}, {map::FillPattern::solid, {255, 255, 255}, {}}, {{0x99, 0x99, 0x99}, 0.18});
  set(legend, columns_of(legend, scale, columns), at, &page);
}

}  // namespace vicinia::gis::engine
