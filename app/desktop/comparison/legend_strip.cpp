#include "comparison/legend_strip.h"

#include <QPainter>
#include <algorithm>
#include <cmath>

#include "drawing/swatch.h"
#include "text/qt_text.h"
#include "vicinia/workspace/maps/symbol_map.h"

namespace vicinia::desktop {

namespace ws = workspace;

namespace {

constexpr double side = 6, above = 4, ramp_height = 9, below_ramp = 1, between_entries = 12, in_entry = 5;
constexpr double widest_class = 62, least_class = 26, between_rows = 3;
const QSize swatch_size(16, 10);
const QColor frame_colour(128, 128, 128);

/// The largest one that the strip has the height for says how large all of them are.
std::optional<gis::map::LegendEntry> symbolThatFits(const std::vector<gis::map::LegendEntry>& symbols) {
  constexpr int highest = 18;
  for (const gis::map::LegendEntry& symbol : symbols)
    if (symbol.marker.size_mm > 0 && markerWidth(symbol.marker) <= highest) return symbol;
  return std::nullopt;
}

}  // namespace

LegendStrip::LegendStrip(QWidget* parent) : QWidget(parent) {
  setObjectName(QStringLiteral("legendStrip"));
  QFont small = font();
  small.setPointSizeF(std::max(7.0, small.pointSizeF() - 1));
  setFont(small);
  QSizePolicy policy(QSizePolicy::Ignored, QSizePolicy::Fixed);
  policy.setHeightForWidth(true);
  setSizePolicy(policy);
}

void LegendStrip::show(const ShownMap& map, const Session& session, std::size_t number, double symbolShare) {
  const auto language = session.language();
  const ws::Choropleth& choropleth = map.choropleth();
  const double ratio = devicePixelRatioF();
  bounds_.clear();
  fills_.clear();
  entries_.clear();
  QStringList lines{qs(ws::legend_title(map.document(), language)),
                    qs(ws::legend_subtitle(map.document(), language))};
  using enum ws::LegendRow::Kind;
  for (const ws::LegendRow& row : choropleth.legend) {
    const QString label = qs(ws::legend_label(row, choropleth, map.view(), language));
    if (row.is_empty() && !(row.kind == value_class && ws::pools_classes(map.view()))) continue;
    lines << QStringLiteral("%1: %2").arg(label,
                                          qs(ws::number_text(static_cast<double>(row.count), 0, language)));
    if (row.kind != value_class) entries_.push_back({makeSwatch(row.fill, swatch_size, ratio), label});
  }
  // All classes, those without units too: a strip with a gap would say that there is one.
  for (const ws::LegendRow& row : choropleth.legend)
    if (row.kind == value_class) fills_.insert(fills_.begin(), row.fill);
  if (!fills_.empty())
    for (const std::string& bound : ws::class_bound_texts(choropleth, map.view(), language))
      bounds_ << qs(bound);
  if (auto symbols = ws::shown_symbols(map.document(), choropleth, session.sources(), language)) {
    for (gis::map::LegendEntry& one : symbols->legend) one.marker.size_mm *= symbolShare;
    if (const auto one = symbolThatFits(symbols->legend))
      entries_.push_back({makeMarker(one->marker, swatch_size.width(), ratio), qs(one->label)});
    for (const gis::map::LegendEntry& one : symbols->legend)
      if (one.marker.size_mm > 0) lines << qs(symbols->layer.name + ": " + one.label);
  }
  lines.removeAll(QString());
  setAccessibleName(tr("Legend of map %1").arg(number + 1));
  setAccessibleDescription(lines.join(QStringLiteral("; ")));
  setToolTip(lines.join(QLatin1Char('\n')));
  update();
  Q_EMIT heightChanged();
}

double LegendStrip::lineHeight() const { return fontMetrics().height(); }

double LegendStrip::widthOf(const Entry& entry) const {
  return entry.swatch.deviceIndependentSize().width() + in_entry +
         fontMetrics().horizontalAdvance(entry.text);
}

// Entries stand beside the strip where they have room, else in lines below it.
LegendStrip::Placed LegendStrip::placed(int width) const {
  Placed places;
  double y = above, x = side, right = width - side;
  double entry_height = lineHeight();
  for (const Entry& entry : entries_)
    entry_height = std::max(entry_height, entry.swatch.deviceIndependentSize().height());
  const double ramp_block = ramp_height + below_ramp + lineHeight();
  if (!fills_.empty()) {
    double of_entries = 0;
    for (const Entry& entry : entries_) of_entries += between_entries + widthOf(entry);
    const double room = width - 2 * side, classes = static_cast<double>(fills_.size());
    const bool isBeside = room - of_entries >= 1.3 * least_class * classes;
    const double wide = std::min(widest_class * classes, isBeside ? room - of_entries : room);
    places.ramp = QRectF(side, y, std::max(1.0, wide), ramp_height);
    if (isBeside) {
      x = places.ramp.right() + between_entries;
      for (const Entry& entry : entries_) {
        places.entries.emplace_back(x, y + (ramp_height - lineHeight()) / 2);
        x += widthOf(entry) + between_entries;
      }
      places.height = y + std::max(ramp_block, entry_height) + above;
      return places;
    }
    y += ramp_block + between_rows;
  }
  x = side;
  for (const Entry& entry : entries_) {
    if (x > side && x + widthOf(entry) > right) {
      x = side;
      y += entry_height + between_rows;
    }
    places.entries.emplace_back(x, y);
    x += widthOf(entry) + between_entries;
  }
  places.height = (entries_.empty() ? y - between_rows : y + entry_height) + above;
  return places;
}

int LegendStrip::heightForWidth(int width) const { return static_cast<int>(std::ceil(placed(width).height)); }

void LegendStrip::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  const Placed places = placed(width());
  if (!places.ramp.isNull()) paintRamp(painter, places.ramp);
  painter.setPen(palette().color(QPalette::WindowText));
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    const QSizeF swatch = entries_[i].swatch.deviceIndependentSize();
    const QPointF at = places.entries[i];
    painter.drawPixmap(QPointF(at.x(), at.y() + (lineHeight() - swatch.height()) / 2), entries_[i].swatch);
    const QRectF room(at.x() + swatch.width() + in_entry, at.y(),
                      std::max(0.0, width() - side - at.x() - swatch.width() - in_entry), lineHeight());
    painter.drawText(
        room, Qt::AlignLeft | Qt::AlignVCenter,
        fontMetrics().elidedText(entries_[i].text, Qt::ElideRight, static_cast<int>(room.width()) + 1));
  }
}

// The ends always have their numbers; of those between, as many as do not touch.
void LegendStrip::paintRamp(QPainter& painter, const QRectF& ramp) const {
  const std::size_t count = fills_.size();
  const double each = ramp.width() / static_cast<double>(count);
  for (std::size_t i = 0; i < count; ++i)
    painter.fillRect(QRectF(ramp.left() + each * static_cast<double>(i), ramp.top(), each, ramp.height()),
                     qcolor(fills_[i].colour));
  painter.setPen(QPen(frame_colour, 1));
  painter.setBrush(Qt::NoBrush);
  painter.drawRect(ramp.adjusted(0.5, 0.5, -0.5, -0.5));
  painter.setPen(palette().color(QPalette::WindowText));
  const double top = ramp.bottom() + below_ramp, apart = 4;
  const auto last = bounds_.size() - 1;
  const auto boxOf = [&](qsizetype i) {
    const double w = fontMetrics().horizontalAdvance(bounds_[i]) + 1;
    const double at = ramp.left() + each * static_cast<double>(i);
    const double left = i == 0 ? ramp.left() : i == last ? ramp.right() - w : at - w / 2;
    return QRectF(left, top, w, lineHeight());
  };
  if (last < 1) return;
  QRectF before = boxOf(0);
  const QRectF end = boxOf(last);
  painter.drawText(before, Qt::AlignLeft, bounds_[0]);
  for (qsizetype i = 1; i < last; ++i) {
    const QRectF box = boxOf(i);
    if (box.left() < before.right() + apart || box.right() > end.left() - apart) continue;
    painter.drawText(box, Qt::AlignLeft, bounds_[i]);
    before = box;
  }
  if (end.left() >= before.right() + apart || bounds_.size() == 2)
    painter.drawText(end, Qt::AlignLeft, bounds_[last]);
}

}  // namespace vicinia::desktop
