#include "dialogs/import/import_map.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>
#include <cmath>
#include <utility>

namespace vicinia::desktop {
namespace {

/// North is up. Vertices that no screen could tell apart are left out.
void addRing(QPainterPath& path, const core::geom::Ring& ring, double step) {
  bool isFirst = true;
  QPointF last;
  for (const auto& point : ring) {
    const QPointF at(point.x(), -point.y());
    if (isFirst)
      path.moveTo(at);
    else if (std::abs(at.x() - last.x()) + std::abs(at.y() - last.y()) < step)
      continue;
    else
      path.lineTo(at);
    isFirst = false;
    last = at;
  }
  path.closeSubpath();
}

QRectF boundsOf(const std::vector<core::geom::MultiPolygon>& areas) {
  double west = INFINITY, east = -INFINITY, south = INFINITY, north = -INFINITY;
  for (const auto& area : areas)
    for (const auto& polygon : area)
      for (const auto& point : polygon.outer()) {
        west = std::min(west, point.x());
        east = std::max(east, point.x());
        south = std::min(south, point.y());
        north = std::max(north, point.y());
      }
  return west < east ? QRectF(QPointF(west, -north), QPointF(east, -south)) : QRectF();
}

/// As fine as a view of all of them can show.
std::vector<QPainterPath> pathsOf(const std::vector<core::geom::MultiPolygon>& areas, const QRectF& bounds) {
  constexpr double stepsAcross = 1500;
  const double step = std::max(bounds.width(), bounds.height()) / stepsAcross;
  std::vector<QPainterPath> paths;
  for (const auto& area : areas) {
    QPainterPath& path = paths.emplace_back();
    for (const auto& polygon : area) {
      addRing(path, polygon.outer(), step);
      for (const auto& hole : polygon.inners()) addRing(path, hole, step);
    }
  }
  return paths;
}

}  // namespace

ImportMap::ImportMap(QWidget* parent) : QWidget(parent) {
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
  setMinimumSize(200, 220);
  setMouseTracking(true);
}

void ImportMap::setUnits(const std::vector<core::geom::MultiPolygon>& areas, std::vector<QString> names) {
  states_.clear();
  highlighted_.clear();
  names_ = std::move(names);
  land_.clear();
  bounds_ = boundsOf(areas);
  paths_ = pathsOf(areas, bounds_);
  update();
}

void ImportMap::setLand(const std::vector<core::geom::MultiPolygon>& areas) {
  const QRectF land = boundsOf(areas);
  land_ = pathsOf(areas, land);
  if (bounds_.isEmpty() || land.isEmpty()) return;
  constexpr double aroundShare = 0.15;
  const double around = aroundShare * std::max(bounds_.width(), bounds_.height());
  const QRectF near = bounds_.adjusted(-around, -around, around, around);
  bounds_ = near.intersects(land) ? near : bounds_.united(land);
  update();
}

void ImportMap::setStates(std::vector<State> states) {
  states_ = std::move(states);
  update();
}

void ImportMap::highlight(std::vector<std::size_t> units) {
  highlighted_ = std::move(units);
  update();
}

QTransform ImportMap::fit() const {
  constexpr double margin = 8;
  if (bounds_.isEmpty()) return {};
  const double scale =
      std::min((width() - 2 * margin) / bounds_.width(), (height() - 2 * margin) / bounds_.height());
  QTransform transform;
  transform.translate(width() / 2.0, height() / 2.0);
  transform.scale(scale, scale);
  transform.translate(-bounds_.center().x(), -bounds_.center().y());
  return transform;
}

void ImportMap::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  painter.fillRect(rect(), palette().base());
  painter.setPen(palette().mid().color());
  painter.drawRect(rect().adjusted(0, 0, -1, -1));
  if (paths_.empty()) return;
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setTransform(fit());
  QPen faint(palette().midlight().color(), 1);
  faint.setCosmetic(true);
  painter.setPen(faint);
  painter.setBrush(Qt::NoBrush);
  for (const QPainterPath& path : land_) painter.drawPath(path);
  QPen border(palette().mid().color(), 0.6);
  border.setCosmetic(true);
  painter.setPen(border);
  const bool isDark = palette().base().color().lightness() < 128;
  const QColor withRow(isDark ? "#3a7d6b" : "#8fc7b5"), likely(isDark ? "#b08a2e" : "#f2cf7e");
  for (std::size_t i = 0; i < paths_.size(); ++i) {
    switch (i < states_.size() ? states_[i] : State::plain) {
      case State::plain: painter.setBrush(palette().alternateBase()); break;
      case State::withRow: painter.setBrush(withRow); break;
      case State::likely: painter.setBrush(likely); break;
      case State::withoutRow: painter.setBrush(QBrush(palette().mid().color(), Qt::BDiagPattern)); break;
    }
    QBrush brush = painter.brush();
    brush.setTransform(painter.transform().inverted());
    painter.setBrush(brush);
    painter.drawPath(paths_[i]);
  }
  QPen strong(palette().highlight().color(), 2.5);
  strong.setCosmetic(true);
  painter.setPen(strong);
  painter.setBrush(Qt::NoBrush);
  for (const std::size_t unit : highlighted_)
    if (unit < paths_.size()) painter.drawPath(paths_[unit]);
}

std::optional<std::size_t> ImportMap::unitAt(const QPoint& at) const {
  const QPointF ground = fit().inverted().map(QPointF(at));
  for (std::size_t i = paths_.size(); i-- > 0;)
    if (paths_[i].boundingRect().contains(ground) && paths_[i].contains(ground)) return i;
  return std::nullopt;
}

bool ImportMap::event(QEvent* event) {
  if (event->type() == QEvent::ToolTip) {
    const auto& help = static_cast<QHelpEvent&>(*event);
    const auto unit = unitAt(help.pos());
    QToolTip::showText(help.globalPos(), unit && *unit < names_.size() ? names_[*unit] : QString(), this);
    return true;
  }
  return QWidget::event(event);
}

void ImportMap::mousePressEvent(QMouseEvent* event) {
  if (const auto unit = unitAt(event->pos())) Q_EMIT unitClicked(*unit);
}

}  // namespace vicinia::desktop
