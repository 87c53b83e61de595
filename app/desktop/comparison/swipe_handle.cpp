#include "comparison/swipe_handle.h"

#include <QEvent>
#include <QMouseEvent>
#include <QPainter>
#include <cmath>

namespace vicinia::desktop {

SwipeHandle::SwipeHandle(QWidget* parent) : QAbstractSlider(parent) {
  constexpr int step = 10, page = 100;
  setObjectName(QStringLiteral("swipeHandle"));
  setOrientation(Qt::Horizontal);
  setRange(0, most);
  setSingleStep(step);
  setPageStep(page);
  setValue(most / 2);
  setFocusPolicy(Qt::StrongFocus);
  setCursor(Qt::SplitHCursor);
  retranslateUi();
}

void SwipeHandle::retranslateUi() {
  setAccessibleName(tr("Handle between the two maps"));
  setAccessibleDescription(tr("The left and right arrow keys move it, Home and End to the sides."));
  setToolTip(tr("Drag it over the maps, or move it with the arrow keys"));
}

int SwipeHandle::position() const {
  return maps_.left() + static_cast<int>(std::lround(static_cast<double>(maps_.width()) * value() / most));
}

void SwipeHandle::placeOver(const QRect& maps) {
  maps_ = maps;
  setGeometry(position() - wide_px / 2, maps.top(), wide_px, maps.height());
}

void SwipeHandle::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const double x = width() / 2.0;
  const QColor edge = hasFocus() ? palette().color(QPalette::Highlight) : QColor(60, 66, 74);
  painter.setPen(QPen(edge, hasFocus() ? 4.5 : 3.5));
  painter.drawLine(QPointF(x, 0), QPointF(x, height()));
  painter.setPen(QPen(Qt::white, 1.5));
  painter.drawLine(QPointF(x, 0), QPointF(x, height()));
  const QPointF middle(x, height() / 2.0);
  painter.setPen(QPen(edge, hasFocus() ? 2 : 1.2));
  painter.setBrush(Qt::white);
  painter.drawEllipse(middle, x - 1.5, x - 1.5);
  painter.setPen(QPen(QColor(60, 66, 74), 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
  for (const double side : {-1.0, 1.0}) {
    const QPointF tip = middle + QPointF(side * 6.2, 0);
    painter.drawPolyline(QPolygonF{tip + QPointF(-side * 3, -3), tip, tip + QPointF(-side * 3, 3)});
  }
}

void SwipeHandle::mousePressEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton) return;
  takenAt_ = static_cast<int>(event->position().x());
  setSliderDown(true);
}

void SwipeHandle::mouseMoveEvent(QMouseEvent* event) {
  if (!isSliderDown() || parentWidget() == nullptr) return;
  const double at = mapToParent(event->position()).x() - takenAt_ + width() / 2.0;
  if (maps_.width() > 0) setValue(static_cast<int>(std::lround(most * (at - maps_.left()) / maps_.width())));
}

void SwipeHandle::mouseReleaseEvent(QMouseEvent* event) {
  if (event->button() == Qt::LeftButton) setSliderDown(false);
}

void SwipeHandle::focusInEvent(QFocusEvent* event) {
  update();
  QAbstractSlider::focusInEvent(event);
}

void SwipeHandle::focusOutEvent(QFocusEvent* event) {
  update();
  QAbstractSlider::focusOutEvent(event);
}

void SwipeHandle::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslateUi();
  QAbstractSlider::changeEvent(event);
}

}  // namespace vicinia::desktop
