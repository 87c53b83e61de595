#include "models/marks.h"

#include <QPainter>
#include <QPainterPath>

#include "drawing/tones.h"

namespace vicinia::desktop {

using core::indicators::Outcome;

namespace {

/// Drawn on a square of 16 units.
template <class Draw>
QPixmap drawnMark(int size, double devicePixelRatio, Draw draw) {
  QPixmap pixmap(QSize(size, size) * devicePixelRatio);
  pixmap.setDevicePixelRatio(devicePixelRatio);
  pixmap.fill(Qt::transparent);
  QPainter painter(&pixmap);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.scale(size / 16.0, size / 16.0);
  draw(painter);
  return pixmap;
}

void drawLetter(QPainter& painter, const QString& letter, int height, const QPointF& centre,
                const QColor& colour) {
  QFont font = painter.font();
  font.setBold(true);
  font.setPixelSize(height);
  QPainterPath path;
  path.addText(0, 0, font, letter);
  path.translate(centre - path.boundingRect().center());
  painter.fillPath(path, colour);
}

QPen roundPen(Tone tone) { return {toneColour(tone), 2.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin}; }

}  // namespace

QPixmap makeOutcomeMark(Outcome outcome, int size, double devicePixelRatio) {
  return drawnMark(size, devicePixelRatio, [outcome](QPainter& painter) {
    switch (outcome) {
      case Outcome::met:
        painter.setPen(roundPen(Tone::fulfilled));
        painter.drawPolyline(QPolygonF{{2.5, 8.5}, {6.2, 12.5}, {13.5, 3.5}});
        break;
      case Outcome::not_met:
        painter.setPen(roundPen(Tone::fault));
        painter.drawLine(QPointF(3.5, 3.5), QPointF(12.5, 12.5));
        painter.drawLine(QPointF(12.5, 3.5), QPointF(3.5, 12.5));
        break;
      case Outcome::cannot_be_told:
        drawLetter(painter, QStringLiteral("?"), 15, {8, 8}, toneColour(Tone::quiet));
        break;
    }
  });
}

QPixmap makeWarningMark(int size, double devicePixelRatio) {
  return drawnMark(size, devicePixelRatio, [](QPainter& painter) {
    painter.setPen(QPen(QColor(150, 84, 0), 1.2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(QColor(255, 176, 46));
    painter.drawPolygon(QPolygonF{{8, 1.6}, {15, 14.2}, {1, 14.2}});
    drawLetter(painter, QStringLiteral("!"), 10, {8, 9.6}, QColor(0x3a, 0x22, 0x00));
  });
}

QString outcomeMarkHtml(Outcome outcome) {
  const auto html = [](Tone tone, const char* sign) {
    return QStringLiteral("<span style='color:%1'><b>%2</b></span>")
        .arg(toneColour(tone).name(), QString::fromUtf8(sign));
  };
  switch (outcome) {
    case Outcome::met: return html(Tone::fulfilled, "✓");
    case Outcome::not_met: return html(Tone::fault, "✗");
    case Outcome::cannot_be_told: break;
  }
  return html(Tone::quiet, "?");
}

}  // namespace vicinia::desktop
