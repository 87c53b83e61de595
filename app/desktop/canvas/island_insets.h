/// \file island_insets.h
/// Hoàng Sa and Trường Sa in labelled frames, as official maps of the whole country show them.
/// Units:   device-independent pixels.
#pragma once

#include <QPainter>
#include <QStringList>

namespace vicinia::desktop {

/// Pixels that a frame is wide.
inline constexpr double islandInsetWidth = 118;

/// Where the frames will be; empty without labels.
[[nodiscard]] QRectF islandInsetsRect(qsizetype count, const QPointF& corner);

/// One frame for each label, one below the other, ending at the lower right `corner`.
void paintIslandInsets(QPainter& painter, const QStringList& labels, const QPointF& corner,
                       const QColor& sea);

}  // namespace vicinia::desktop
