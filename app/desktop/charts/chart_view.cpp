#include "charts/chart_view.h"

#include <QApplication>
#include <QGraphicsScene>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>

namespace vicinia::desktop {

namespace ws = workspace;
using Kind = ChartHit::Kind;

namespace {

bool adds(const QInputEvent& event) {
  return (event.modifiers() & (Qt::ControlModifier | Qt::ShiftModifier)) != 0;
}

}  // namespace

ChartView::ChartView(ws::Language language, QWidget* parent)
    : QGraphicsView(parent), chart_(new ChartItem(language, ChartLook::ofWindow(palette(), font()))) {
  setScene(new QGraphicsScene(this));
  scene()->addItem(chart_);
  chart_->setOnScreen();
  setFrameShape(QFrame::NoFrame);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
  setViewportUpdateMode(QGraphicsView::FullViewportUpdate);
  setMouseTracking(true);
  viewport()->setMouseTracking(true);
  setFocusPolicy(Qt::StrongFocus);
  setRenderHint(QPainter::Antialiasing);
}

QPoint ChartView::placeOf(const ChartHit& hit) const {
  return mapFromScene(chart_->mapToScene(chart_->placeOf(hit)));
}

void ChartView::resizeEvent(QResizeEvent* event) {
  QGraphicsView::resizeEvent(event);
  fit();
}

void ChartView::show(std::shared_ptr<const ws::Chart> chart) {
  chart_->setContent(std::move(chart), ChartLook::ofWindow(palette(), font()));
  fit();
}

// Bars that are too many for the widget are scrolled.
void ChartView::fit() {
  const QSizeF size(viewport()->width(), std::max<double>(viewport()->height(), chart_->leastHeight()));
  scene()->setSceneRect(QRectF(QPointF(), size));
  chart_->resize(size);
}

void ChartView::mousePressEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton) return;
  pressed_ = event->position().toPoint();
  hasMoved_ = false;
  const auto hit = chart_->at(chart_->mapFromScene(mapToScene(*pressed_)));
  dragged_ = hit && hit->kind == Kind::class_break ? hit : std::nullopt;
}

void ChartView::mouseMoveEvent(QMouseEvent* event) {
  const QPoint place = event->position().toPoint();
  if (!pressed_) return pointAt(place);
  if (!hasMoved_ && (place - *pressed_).manhattanLength() < QApplication::startDragDistance()) return;
  const bool continues = std::exchange(hasMoved_, true);
  if (dragged_) {
    Q_EMIT breakMoved(dragged_->index, chart_->valueAt(chart_->mapFromScene(mapToScene(place))).x(),
                      continues);
    return;
  }
  if (!chart_->content() || !std::holds_alternative<ws::ChartBubbles>(chart_->content()->content)) return;
  brush_ = place;
  viewport()->update();
  Q_EMIT brushing(unitsUnder(brushRect()));
}

void ChartView::mouseReleaseEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton || !pressed_) return;
  const QPoint place = event->position().toPoint();
  const QRectF brushed_area = brush_ ? brushRect() : QRectF();
  const bool wasBrush = brush_.has_value(), wasDrag = dragged_ && hasMoved_;
  pressed_.reset();
  brush_.reset();
  dragged_.reset();
  viewport()->update();
  if (wasBrush) {
    Q_EMIT brushing({});
    Q_EMIT brushed(unitsUnder(brushed_area), adds(*event));
    return;
  }
  if (wasDrag) return;
  if (const auto hit = chart_->at(chart_->mapFromScene(mapToScene(place))))
    Q_EMIT clicked(*hit, adds(*event));
  else if (!adds(*event))
    Q_EMIT clearWanted();
}

void ChartView::pointAt(const QPoint& place) {
  const auto hit = chart_->at(chart_->mapFromScene(mapToScene(place)));
  if (hit && hit->kind == Kind::class_break)
    viewport()->setCursor(Qt::SplitHCursor);
  else
    viewport()->unsetCursor();
  tellOf(hit, place);
}

void ChartView::tellOf(const std::optional<ChartHit>& hit, const QPoint& place) {
  if (hit == hit_ && !hit) return;
  const bool isNew = hit != hit_;
  hit_ = hit;
  tip_ = hit && tipSource_ ? tipSource_(*hit) : QString();
  if (isNew) {
    QToolTip::showText(viewport()->mapToGlobal(place + QPoint(12, 8)), tip_, viewport());
    Q_EMIT pointed(hit ? chart_->unitOf(*hit) : std::nullopt);
    setAccessibleDescription(tip_);
  }
}

void ChartView::leaveEvent(QEvent* event) {
  tellOf(std::nullopt, {});
  QGraphicsView::leaveEvent(event);
}

void ChartView::focusOutEvent(QFocusEvent* event) {
  keyboard_.reset();
  tellOf(std::nullopt, {});
  viewport()->update();
  QGraphicsView::focusOutEvent(event);
}

void ChartView::keyPressEvent(QKeyEvent* event) {
  const bool moves = event->modifiers().testFlag(Qt::ShiftModifier);
  switch (event->key()) {
    case Qt::Key_Escape:
      if (brush_) {
        pressed_.reset();
        brush_.reset();
        viewport()->update();
        Q_EMIT brushing({});
        return;
      }
      break;
    case Qt::Key_Left:
    case Qt::Key_Up:
    case Qt::Key_Right:
    case Qt::Key_Down: {
      const int by = event->key() == Qt::Key_Left || event->key() == Qt::Key_Up ? -1 : 1;
      if (moves && hit_ && hit_->kind == Kind::class_break) return moveBreak(*hit_, by);
      return moveKeyboardMark(by);
    }
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
      if (hit_ && hit_->kind != Kind::class_break)
        Q_EMIT clicked(*hit_, event->modifiers().testFlag(Qt::ControlModifier));
      return;
    default: break;
  }
  QGraphicsView::keyPressEvent(event);
}

void ChartView::moveKeyboardMark(int by) {
  const auto marks = chart_->allMarks();
  if (marks.empty()) return;
  const auto count = static_cast<std::ptrdiff_t>(marks.size());
  std::ptrdiff_t at = by > 0 ? 0 : count - 1;
  if (keyboard_) at = std::clamp<std::ptrdiff_t>(static_cast<std::ptrdiff_t>(*keyboard_) + by, 0, count - 1);
  keyboard_ = static_cast<std::size_t>(at);
  ensureVisible(
      QRectF(chart_->mapToScene(chart_->placeOf(marks[*keyboard_])) - QPointF(8, 8), QSizeF(16, 16)), 0, 8);
  tellOf(marks[*keyboard_], placeOf(marks[*keyboard_]));
  viewport()->update();
}

// By a pixel of the axis at least: what the value is rounded to is not known here.
void ChartView::moveBreak(const ChartHit& hit, int by) {
  constexpr double step_px = 4;
  const QPointF place = chart_->placeOf(hit);
  Q_EMIT breakMoved(hit.index, chart_->valueAt(place + QPointF(by * step_px, 0)).x(), false);
}

QRectF ChartView::brushRect() const { return QRectF(QRect(*pressed_, *brush_).normalized()); }

std::vector<std::size_t> ChartView::unitsUnder(const QRectF& brush) const {
  const auto& bubbles = std::get<ws::ChartBubbles>(chart_->content()->content);
  const QPointF low = chart_->valueAt(chart_->mapFromScene(mapToScene(brush.bottomLeft().toPoint()))),
                high = chart_->valueAt(chart_->mapFromScene(mapToScene(brush.topRight().toPoint())));
  return ws::units_within(bubbles, low.x(), high.x(), low.y(), high.y());
}

void ChartView::drawForeground(QPainter* painter, const QRectF&) {
  if (brush_) {
    QColor colour = chart_->look().selection;
    painter->setPen(QPen(colour, 1.2, Qt::DashLine));
    colour.setAlpha(40);
    painter->setBrush(colour);
    painter->drawRect(
        QRectF(mapToScene(brushRect().topLeft().toPoint()), mapToScene(brushRect().bottomRight().toPoint())));
  }
  if (keyboard_ && hasFocus() && hit_) {
    const QPointF middle = chart_->mapToScene(chart_->placeOf(*hit_));
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen(chart_->look().text, 1, Qt::DotLine));
    painter->drawRect(QRectF(middle - QPointF(9, 9), QSizeF(18, 18)));
  }
}

}  // namespace vicinia::desktop
