#include "canvas/island_insets.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <vector>

namespace vicinia::desktop {

namespace {

constexpr double frame_width = islandInsetWidth, sea_height = 62, label_height = 20, gap = 10;

struct Island {
  double x, y, diameter_px;  ///< x, y: share of the frame
};

/// A hint of an archipelago, not a map of one: the two patterns are told apart, and claim no position.
constexpr std::array<Island, 8> scattered{{{.28, .36, 3},
                                           {.38, .27, 2},
                                           {.45, .42, 4},
                                           {.53, .31, 2},
                                           {.61, .47, 3},
                                           {.33, .62, 3},
                                           {.26, .71, 3},
                                           {.70, .38, 2}}};
constexpr std::array<Island, 10> strewn{{{.22, .28, 2},
                                         {.35, .39, 3},
                                         {.47, .25, 2},
                                         {.59, .36, 3},
                                         {.71, .30, 3},
                                         {.29, .58, 2},
                                         {.43, .53, 4},
                                         {.57, .60, 2},
                                         {.38, .78, 3},
                                         {.64, .76, 3}}};

/// Letters cannot shrink as frames do: in a small one the name has two lines.
double labelHeight(double scale) {
  constexpr double one_line_from = 0.9, two_lines_px = 28;
  return scale < one_line_from ? two_lines_px : label_height * scale;
}

template <class Islands>
void paintIslands(QPainter& painter, const QRectF& sea, const Islands& islands, double scale) {
  constexpr double least_px = 1.6;
  for (const Island& island : islands) {
    const double radius = std::max(least_px, island.diameter_px * scale) / 2;
    painter.drawEllipse(QPointF(sea.x() + island.x * sea.width(), sea.y() + island.y * sea.height()), radius,
                        radius);
  }
}

}  // namespace

double islandInsetsScale(const QSizeF& map) {
  constexpr double share_of_width = 0.26, share_of_height = 0.15, least = 0.5;
  return std::clamp(std::min(map.width() * share_of_width / frame_width,
                             map.height() * share_of_height / (sea_height + label_height)),
                    least, 1.0);
}

QRectF islandInsetsRect(qsizetype count, const QPointF& corner, double scale) {
  if (count == 0) return {};
  const double each = sea_height * scale + labelHeight(scale) + gap * scale;
  const double height = static_cast<double>(count) * each - gap * scale, width = frame_width * scale;
  return {corner.x() - width, corner.y() - height, width, height};
}

IslandInsetsPlace islandInsetsPlace(qsizetype count, const QPointF& wanted, const QRectF& room,
                                    const std::function<bool(const QPointF&)>& isTaken, double scale) {
  const QSizeF size = islandInsetsRect(count, wanted, scale).size();
  // What covers a part of the frame comes in through its outline, or lies within it whole.
  const auto coveredAt = [&](const QPointF& corner) {
    constexpr int across = 7, down = 11;
    constexpr double beside_px = 3, every_px = 3;
    const QRectF frame(corner - QPointF(size.width(), size.height()), size);
    int covered = 0;
    const auto look = [&](const QPointF& at) { covered += isTaken(at) ? 1 : 0; };
    for (int y = 0; y <= down; ++y)
      for (int x = 0; x <= across; ++x)
        look(frame.topLeft() + QPointF(size.width() * x / across, size.height() * y / down));
    const QRectF outline = frame.adjusted(-beside_px, -beside_px, beside_px, beside_px) & room;
    for (double x = outline.left(); x <= outline.right(); x += every_px)
      for (const double y : {outline.top(), outline.bottom()}) look({x, y});
    for (double y = outline.top(); y <= outline.bottom(); y += every_px)
      for (const double x : {outline.left(), outline.right()}) look({x, y});
    return covered;
  };
  std::vector<QPointF> places{{wanted.x(), std::max(wanted.y(), room.top() + size.height())}};
  const double step = 16 * scale;
  for (const double right : {room.right(), room.left() + size.width()}) {
    const auto first = static_cast<std::ptrdiff_t>(places.size());
    for (double bottom = room.top() + size.height(); bottom <= room.bottom(); bottom += step)
      places.emplace_back(right, bottom);
    std::ranges::sort(places.begin() + first, places.end(), {},
                      [&](const QPointF& place) { return std::abs(place.y() - wanted.y()); });
  }
  QPointF best = places.front();
  int least = std::numeric_limits<int>::max();
  for (const QPointF& place : places) {
    const int covered = coveredAt(place);
    if (covered >= least) continue;
    least = covered;
    best = place;
    if (covered == 0) break;
  }
  return {best, least == 0, size.width() <= room.width() && size.height() <= room.height()};
}

void paintIslandInsets(QPainter& painter, const QStringList& labels, const QPointF& corner, const QColor& sea,
                       double scale) {
  constexpr double of_text = 0.85, least_pt = 6.5;
  painter.save();
  QFont font = painter.font();
  font.setPointSizeF(std::max(least_pt, font.pointSizeF() * of_text * scale));
  painter.setFont(font);
  const double each = sea_height * scale + labelHeight(scale);
  double top = islandInsetsRect(labels.size(), corner, scale).top();
  for (qsizetype i = 0; i < labels.size(); ++i, top += each + gap * scale) {
    const QRectF frame(corner.x() - frame_width * scale, top, frame_width * scale, each);
    const QRectF waters(frame.topLeft(), QSizeF(frame.width(), sea_height * scale));
    painter.setPen(QPen(QColor(0x66, 0x66, 0x66), 1));
    painter.setBrush(sea);
    painter.drawRect(frame);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0x55, 0x55, 0x55));
    if (i % 2 == 0)
      paintIslands(painter, waters, scattered, scale);
    else
      paintIslands(painter, waters, strewn, scale);
    painter.setPen(QColor(0x33, 0x33, 0x33));
    painter.drawText(QRectF(waters.bottomLeft(), frame.bottomRight()), Qt::AlignCenter | Qt::TextWordWrap,
                     labels[i]);
  }
  painter.restore();
}

}  // namespace vicinia::desktop
