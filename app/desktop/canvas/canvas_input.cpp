// Mouse, wheel, touchpad and keys of the canvas.
#include <QApplication>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QWheelEvent>
#include <cmath>

#include "canvas/map_canvas.h"

namespace vicinia::desktop {

namespace {

constexpr double step_factor = 1.5;    ///< of a key or a button
constexpr double click_factor = 2.0;   ///< of a double click
constexpr double notch_factor = 1.25;  ///< of a notch of the wheel (120 eighths of a degree)

}  // namespace

void MapCanvas::want(const Extent& extent) {
  if (transform_.isValid()) Q_EMIT extentWanted(withinReason(extent, full_));
}

void MapCanvas::zoomAbout(double factor, const QPointF& canvas) {
  if (transform_.isValid()) want(transform_.zoomed(factor, canvas));
}

void MapCanvas::zoomIn() { zoomAbout(step_factor, QRectF(rect()).center()); }
void MapCanvas::zoomOut() { zoomAbout(1 / step_factor, QRectF(rect()).center()); }

bool MapCanvas::event(QEvent* event) {
  if (event->type() == QEvent::NativeGesture) {
    const auto* gesture = static_cast<QNativeGestureEvent*>(event);
    if (gesture->gestureType() == Qt::ZoomNativeGesture) {
      zoomAbout(1.0 + gesture->value(), gesture->position());
      return true;
    }
  }
  return QWidget::event(event);
}

void MapCanvas::wheelEvent(QWheelEvent* event) {
  const double notches = event->angleDelta().y() / 120.0;
  if (notches != 0) zoomAbout(std::pow(notch_factor, notches), event->position());
  event->accept();
}

void MapCanvas::mousePressEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton) return;
  pressed_ = dragged_ = event->position();
  dragging_ = false;
}

void MapCanvas::setDrawing(std::optional<DrawnArea::Shape> shape) {
  const bool ends = (drawing_ || area_) && !shape;
  drawing_ = shape;
  area_.reset();
  shape ? setCursor(Qt::CrossCursor) : unsetCursor();
  update();
  if (ends) Q_EMIT drawingEnded();
}

void MapCanvas::finishArea(bool adds) {
  QPolygonF ground;
  for (const QPointF& point : area_->outline()) ground.append(transform_.toGround(point));
  setDrawing(std::nullopt);
  if (units_) Q_EMIT areaDrawn(units_->within(ground), adds);
}

void MapCanvas::mouseMoveEvent(QMouseEvent* event) {
  pointer_ = event->position();
  if (picking_) update();
  if (!pressed_) {
    hoverAt(event->position());
    return;
  }
  if (!dragging_ && (event->position() - *pressed_).manhattanLength() >= QApplication::startDragDistance()) {
    dragging_ = true;
    tip_->hide();
    using enum DrawnArea::Shape;
    if (const auto shape = drawing_                                           ? drawing_
                           : event->modifiers().testFlag(Qt::ShiftModifier)   ? std::optional(rectangle)
                           : event->modifiers().testFlag(Qt::ControlModifier) ? std::optional(lasso)
                                                                              : std::nullopt;
        shape && !picking_ && units_ && transform_.isValid())
      area_.emplace(*shape, *pressed_);
    setCursor(area_ ? Qt::CrossCursor : Qt::ClosedHandCursor);
  }
  if (area_) {
    area_->moveTo(event->position());
    update();
    return;
  }
  if (dragging_ && transform_.isValid()) {
    want(transform_.moved(event->position() - dragged_));
    dragged_ = event->position();
  }
}

void MapCanvas::mouseReleaseEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton || !pressed_) return;
  pressed_.reset();
  if (dragging_) {
    dragging_ = false;
    if (area_) return finishArea((event->modifiers() & (Qt::ControlModifier | Qt::ShiftModifier)) != 0);
    picking_ ? setCursor(Qt::CrossCursor) : unsetCursor();
    return;
  }
  if (!units_ || !transform_.isValid()) return;
  const auto unit = units_->at(transform_.toGround(event->position()));
  if (picking_) {
    if (unit) Q_EMIT unitPicked(*unit);
  } else if (unit) {
    const bool adds = (event->modifiers() & (Qt::ControlModifier | Qt::ShiftModifier)) != 0;
    adds ? Q_EMIT unitToggled(*unit) : Q_EMIT unitClicked(*unit);
  } else if ((event->modifiers() & (Qt::ControlModifier | Qt::ShiftModifier)) == 0) {
    Q_EMIT clearWanted();
  }
}

// From the keyboard the menu is of the selected unit.
void MapCanvas::contextMenuEvent(QContextMenuEvent* event) {
  if (picking_) {
    Q_EMIT pickingCancelled();
    return;
  }
  if (!units_ || !transform_.isValid()) return;
  tip_->hide();
  if (event->reason() == QContextMenuEvent::Keyboard)
    Q_EMIT menuWanted(selected_.current(), mapToGlobal(rect().center()));
  else
    Q_EMIT menuWanted(units_->at(transform_.toGround(QPointF(event->pos()))), event->globalPos());
}

void MapCanvas::mouseDoubleClickEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton) return;
  const bool outwards = event->modifiers().testFlag(Qt::ShiftModifier);
  zoomAbout(outwards ? 1 / click_factor : click_factor, event->position());
}

void MapCanvas::keyPressEvent(QKeyEvent* event) {
  const double x = width() / 8.0, y = height() / 8.0;
  const auto move = [this](double right, double down) {
    if (transform_.isValid()) want(transform_.moved({-right, -down}));
  };
  switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal: return zoomIn();
    case Qt::Key_Minus: return zoomOut();
    case Qt::Key_Left: return move(-x, 0);
    case Qt::Key_Right: return move(x, 0);
    case Qt::Key_Up: return move(0, -y);
    case Qt::Key_Down: return move(0, y);
    case Qt::Key_Home: Q_EMIT zoomToAllWanted(); return;
    case Qt::Key_Escape:
      if (picking_)
        Q_EMIT pickingCancelled();
      else if (drawing_ || area_)
        setDrawing(std::nullopt);
      else
        Q_EMIT clearWanted();
      return;
    default: QWidget::keyPressEvent(event);
  }
}

void MapCanvas::leaveEvent(QEvent*) {
  tip_->hide();
  if (!hovered_) return;
  setHovered(std::nullopt);
  Q_EMIT hoverChanged();
}

void MapCanvas::setHovered(std::optional<UnitIndex> unit) {
  if (std::exchange(hovered_, unit) == unit) return;
  update();
  if (tipsOfElsewhere_) showTipOfElsewhere();
}

// Beside the unit; where the pointer is here, its own tip comes after this.
void MapCanvas::showTipOfElsewhere() {
  const auto at = hovered_ && units_ && transform_.isValid() ? units_->inside(*hovered_) : std::nullopt;
  const QPointF place = at ? transform_.toCanvas(*at) : QPointF(-1, -1);
  const QString text =
      at && tipSource_ && QRectF(rect()).contains(place) ? tipSource_(*hovered_, false) : QString();
  tip_->setVisible(!text.isEmpty());
  if (text.isEmpty()) return;
  tip_->setText(text);
  placeTip(place);
}

void MapCanvas::hoverAt(const QPointF& canvas) {
  std::optional<UnitIndex> unit;
  if (units_ && transform_.isValid() && !frame_.isNull()) unit = units_->at(transform_.toGround(canvas));
  if (unit != hovered_) {
    setHovered(unit);
    if (unit && tipSource_) tip_->setText(tipSource_(*unit, true));
    Q_EMIT hoverChanged();
  }
  tip_->setVisible(unit.has_value() && !tip_->text().isEmpty());
  if (tip_->isVisible()) placeTip(canvas);
}

// Beside the pointer, on the side that has room.
void MapCanvas::placeTip(const QPointF& canvas) {
  constexpr int away = 16;
  tip_->adjustSize();
  const QPoint at = canvas.toPoint();
  const int right = at.x() + away, below = at.y() + away;
  const int x = right + tip_->width() <= width() ? right : at.x() - away - tip_->width();
  const int y = below + tip_->height() <= height() ? below : at.y() - away - tip_->height();
  tip_->move(std::max(0, x), std::max(0, y));
  tip_->raise();
}

}  // namespace vicinia::desktop
