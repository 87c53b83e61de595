#include "figure/chart_item.h"

#include <qgslayoutitempicture.h>

#include <QByteArray>
#include <algorithm>

namespace vicinia::gis::engine {

QRectF set_chart(const map::FigureSpec& spec, const QRectF& room, PageItems& page) {
  constexpr double gap = 4, most_of_width = 0.44, most_of_height = 0.34, wide_page = 1.15;
  if (spec.chart.svg.empty()) return room;
  const double ratio = std::clamp(spec.chart.width_per_height, 0.3, 4.0);
  QRectF where, left = room;
  if (room.width() > wide_page * room.height()) {
    const double width = most_of_width * room.width(), height = std::min(room.height(), width / ratio);
    where = QRectF(room.right() - width, room.top(), width, height);
    left.setRight(where.left() - gap);
  } else {
    const double height = std::min(most_of_height * room.height(), room.width() / ratio);
    where = QRectF(room.left(), room.bottom() - height, room.width(), height);
    left.setBottom(where.top() - gap);
  }
  auto* const item = page.add<QgsLayoutItemPicture>(where);
  item->setId(QStringLiteral("chart"));
  item->setResizeMode(QgsLayoutItemPicture::Zoom);
  item->setPictureAnchor(QgsLayoutItem::UpperLeft);
  const QByteArray svg = QByteArray::fromStdString(spec.chart.svg).toBase64();
  item->setPicturePath(QStringLiteral("base64:") + QString::fromLatin1(svg), QgsLayoutItemPicture::FormatSVG);
  return left;
}

}  // namespace vicinia::gis::engine
