/// \file island_insets.h
/// Hoàng Sa and Trường Sa in labelled frames, as official maps of the whole country show them.
/// Units:   device-independent pixels.
#pragma once

#include <QPainter>
#include <QStringList>
#include <functional>

namespace vicinia::desktop {

/// Pixels that a frame of scale 1 is wide.
inline constexpr double islandInsetWidth = 118;

/// Of the frames on a map of that size: on a map among several they are no larger than it bears.
[[nodiscard]] double islandInsetsScale(const QSizeF& map);

/// Where the frames will be; empty without labels.
[[nodiscard]] QRectF islandInsetsRect(qsizetype count, const QPointF& corner, double scale = 1);

struct IslandInsetsPlace {
  QPointF corner{};     ///< the lower right one
  bool isFree = true;   ///< they cover nothing
  bool hasRoom = true;  ///< they are no larger than the room
};
/// Where the frames cover nothing that `isTaken`: `wanted`, else the nearest place at the right edge of `room`, else at its left edge;
/// where none is free, the one that covers least. Cost: some 300 calls of `isTaken` for each place that is tried, of which there are less than a hundred.
[[nodiscard]] IslandInsetsPlace islandInsetsPlace(qsizetype count, const QPointF& wanted, const QRectF& room,
                                                  const std::function<bool(const QPointF&)>& isTaken,
                                                  double scale = 1);

/// One frame for each label, one below the other, ending at the lower right `corner`.
void paintIslandInsets(QPainter& painter, const QStringList& labels, const QPointF& corner, const QColor& sea,
                       double scale = 1);

}  // namespace vicinia::desktop
