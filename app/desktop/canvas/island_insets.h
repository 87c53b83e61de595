/// \file island_insets.h
/// Hoàng Sa and Trường Sa in labelled frames, as official maps of the whole country show them.
/// Units:   device-independent pixels.
#pragma once

#include <QPainter>
#include <QStringList>
#include <functional>

namespace vicinia::desktop {

/// Pixels that a frame is wide.
inline constexpr double islandInsetWidth = 118;

/// Where the frames will be; empty without labels.
[[nodiscard]] QRectF islandInsetsRect(qsizetype count, const QPointF& corner);

/// Where the frames cover nothing that `isTaken`: `wanted`, else the nearest place at the right edge of `room`, else at its left edge;
/// where none is free, the one that covers least. Cost: some hundred calls of `isTaken`.
[[nodiscard]] QPointF freeIslandInsetsCorner(qsizetype count, const QPointF& wanted, const QRectF& room,
                                             const std::function<bool(const QPointF&)>& isTaken);

/// One frame for each label, one below the other, ending at the lower right `corner`.
void paintIslandInsets(QPainter& painter, const QStringList& labels, const QPointF& corner,
                       const QColor& sea);

}  // namespace vicinia::desktop
