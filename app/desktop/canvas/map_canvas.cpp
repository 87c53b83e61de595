#include "canvas/map_canvas.h"

#include <QApplication>
#include <QClipboard>
#include <QPainter>
#include <QVBoxLayout>
#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <utility>

#include "canvas/island_insets.h"
#include "canvas/overlay/layer_painter.h"
#include "canvas/scale_bar.h"
#include "drawing/stamps.h"
#include "drawing/stroke_pen.h"
#include "text/plain_text.h"
#include "vicinia/workspace/maps/outline_style.h"

namespace vicinia::desktop {

using namespace std::chrono_literals;

namespace {

constexpr auto busy_after = 250ms;
constexpr auto busy_step = 40ms;
constexpr double edge_px = 16.0;
constexpr gis::map::Stroke pointed_at{{20, 20, 20, 255}, 0.42};
const QColor selection_colour = qcolor(workspace::outline_style::highlight);

bool sameSize(const QSizeF& a, const QSizeF& b) {
  const auto near = [](double one, double other) { return std::abs(one - other) < 0.05; };
  return near(a.width(), b.width()) && near(a.height(), b.height());
}

}  // namespace

MapCanvas::MapCanvas(QWidget* parent)
    : QWidget(parent),
      overlay_(new OverlayPicture(this)),
      tip_(new PlainLabel(this)),
      failure_(new QWidget(this)),
      failureText_(new PlainLabel),
      retry_(new QPushButton) {
  setObjectName(QStringLiteral("mapCanvas"));
  constexpr int stands_still_ms = 120;
  stands_.setSingleShot(true);
  stands_.setInterval(stands_still_ms);
  connect(&stands_, &QTimer::timeout, this, qOverload<>(&QWidget::update));
  connect(overlay_, &OverlayPicture::ready, this, qOverload<>(&QWidget::update));
  connect(overlay_, &OverlayPicture::ready, this, &MapCanvas::outlinesPainted);
  setMouseTracking(true);
  setFocusPolicy(Qt::StrongFocus);
  setAttribute(Qt::WA_OpaquePaintEvent);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);

  tip_->setObjectName(QStringLiteral("mapTip"));
  tip_->setAttribute(Qt::WA_TransparentForMouseEvents);
  tip_->setTextFormat(Qt::RichText);
  tip_->setStyleSheet(
      QStringLiteral("#mapTip { background: rgba(255,255,255,242); color: #202020; border: 1px solid #8a8f96;"
                     " border-radius: 4px; padding: 6px 8px; }"));
  tip_->hide();

  failure_->setObjectName(QStringLiteral("mapFailure"));
  failure_->setAttribute(Qt::WA_StyledBackground);
  failure_->setStyleSheet(QStringLiteral(
      "#mapFailure { background: #fff8f0; border: 1px solid #c77b30; border-radius: 6px; } QLabel { color: #202020; }"));
  auto* column = new QVBoxLayout(failure_);
  column->setContentsMargins(20, 16, 20, 16);
  column->setSpacing(12);
  failureText_->setWordWrap(true);
  column->addWidget(failureText_);
  column->addWidget(retry_, 0, Qt::AlignRight);
  failure_->hide();
  connect(retry_, &QPushButton::clicked, this, &MapCanvas::retryWanted);

  busyDelay_.setSingleShot(true);
  busyDelay_.setInterval(busy_after);
  busyStep_.setInterval(busy_step);
  connect(&busyDelay_, &QTimer::timeout, &busyStep_, qOverload<>(&QTimer::start));
  connect(&busyStep_, &QTimer::timeout, this, [this] {
    ++busyPhase_;
    update(0, 0, width(), 3);
  });
  retranslateUi();
}

void MapCanvas::retranslateUi() {
  setAccessibleName(title_.isEmpty() ? tr("Map") : title_);
  retry_->setText(tr("Try again"));
  retry_->setAccessibleName(retry_->text());
  if (picking_) return;  // its hint describes what to do now
  setAccessibleDescription(tr(
      "Move with the arrow keys, zoom with plus and minus, Home shows everything, Escape clears the selection."));
}

void MapCanvas::setExtent(const Extent& extent) {
  if (width() < 1 || height() < 1) return;
  const Extent fitted = gis::map::fitted(extent, width(), height(), 0.0);
  if (transform_.isValid() && fitted == transform_.extent()) return;
  transform_ = ViewTransform(fitted, size());
  stands_.start();
  update();
}

void MapCanvas::setFrame(const QImage& image, const QImage& upper, const Extent& extent) {
  frame_ = image;
  upper_ = upper;
  frameExtent_ = extent;
  frameFresh_ = true;
  update();
}

void MapCanvas::clearFrame() {
  frame_ = upper_ = {};
  update();
}

void MapCanvas::setUnits(std::shared_ptr<UnitShapes> units, std::shared_ptr<const UnitShapes> land) {
  units_ = std::move(units);
  land_ = std::move(land);
  insetsAt_.reset();
  hovered_.reset();
  selected_ = {};
  outlines_.reset();
  overlay_->clear();
  marks_.clear();
  tip_->hide();
  update();
}

void MapCanvas::setOutlines(std::shared_ptr<const OutlineShapes> outlines) {
  outlines_ = std::move(outlines);
  update();
}

void MapCanvas::setSelectedOutline(std::optional<std::size_t> agglomeration) {
  if (selectedOutline_ == agglomeration) return;
  selectedOutline_ = agglomeration;
  update();
}

void MapCanvas::setHandMarks(std::vector<workspace::HandMark> marks) {
  marks_ = std::move(marks);
  update();
}

void MapCanvas::setAuditMarks(std::vector<workspace::AuditMark> marks) {
  if (marks == auditMarks_) return;
  auditMarks_ = std::move(marks);
  update();
}

void MapCanvas::setPicking(std::optional<UnitIndex> from, const QString& hint) {
  picking_ = from;
  hint_ = hint;
  setAccessibleDescription(hint);
  if (picking_) {
    setCursor(Qt::CrossCursor);
    setFocus();
  } else {
    unsetCursor();
    retranslateUi();
  }
  update();
}

void MapCanvas::setSelected(const workspace::Selection& units) {
  if (selected_ == units) return;
  selected_ = units;
  update();
}

void MapCanvas::setNote(const QString& note) {
  if (note_ == note) return;
  note_ = note;
  insetsAt_.reset();
  update();
}

void MapCanvas::setIslandInsets(const QStringList& labels, const QPointF& place) {
  if (insets_ == labels && insetsEnd_ == place) return;
  insets_ = labels;
  insetsEnd_ = place;
  insetsAt_.reset();
  update();
}

void MapCanvas::setPlace(Place place) {
  if (std::exchange(place_, place) == place) return;
  insetsAt_.reset();
  update();
}

void MapCanvas::setTitle(const QString& title) {
  title_ = title;
  setAccessibleName(title_.isEmpty() ? tr("Map") : title_);
}

void MapCanvas::setLanguage(workspace::Language language) {
  language_ = language;
  tip_->hide();
  update();
}

void MapCanvas::setBusy(bool busy) {
  if (!busy) {
    busyDelay_.stop();
    busyStep_.stop();
    update(0, 0, width(), 3);
  } else if (!busyDelay_.isActive() && !busyStep_.isActive()) {
    busyDelay_.start();
  }
}

void MapCanvas::showFailure(const QString& message) {
  failed_ = true;
  failureText_->setText(message);
  placeFailure();
  failure_->show();
  failure_->raise();
}

void MapCanvas::clearFailure() {
  failed_ = false;
  failure_->hide();
}

void MapCanvas::placeFailure() {
  const int wide = std::min(width() - 40, 460);
  failure_->setFixedWidth(std::max(wide, 160));
  failure_->adjustSize();
  failure_->move((width() - failure_->width()) / 2, (height() - failure_->height()) / 3);
}

void MapCanvas::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  constexpr double rounding_px = 0.05;
  const bool isCovered = !frame_.isNull() && transform_.isValid() &&
                         transform_.toCanvas(frameExtent_)
                             .adjusted(-rounding_px, -rounding_px, rounding_px, rounding_px)
                             .contains(QRectF(rect()));
  if (!isCovered) painter.fillRect(rect(), background_);
  if (transform_.isValid()) {
    paintFrame(painter, frame_);
    painter.setRenderHint(QPainter::Antialiasing);
    if (!frame_.isNull()) {  // in the order of the slots of a map: outlines, symbols and labels, marks
      paintOverlay(painter);
      const double metresPerMm = transform_.metresPerPixel() * px_per_mm;
      for (const auto& layer : workspace::hand_mark_layers(marks_, metresPerMm, language_))
        paintLayer(painter, layer, transform_);
      const bool areAbove = units_ && units_->areCircles();  // circles are symbols, and lie above lines
      if (!areAbove) paintPointedAtAndSelected(painter);
      paintFrame(painter, upper_);
      if (areAbove) paintPointedAtAndSelected(painter);
      paintBrushed(painter);
      paintLayer(painter, workspace::audit_mark_layer(auditMarks_, language_), transform_);
      paintNotes(painter);
      paintPicking(painter);
      paintArea(painter);
    }
  }
  paintBusy(painter);
  if (std::exchange(frameFresh_, false)) Q_EMIT framePainted();
}

// The frame stands where its ground is in the present view: while a new one is drawn it is moved and scaled.
void MapCanvas::paintFrame(QPainter& painter, const QImage& frame) const {
  if (frame.isNull()) return;
  const QRectF target = transform_.toCanvas(frameExtent_);
  const double ratio = devicePixelRatioF();
  if (sameSize(target.size() * ratio, frame.size())) {  // its pixels are laid on those of the canvas
    QImage image = frame;
    image.setDevicePixelRatio(ratio);
    painter.drawImage(QPointF(std::round(target.x() * ratio), std::round(target.y() * ratio)) / ratio, image);
  } else {
    painter.setRenderHint(QPainter::SmoothPixmapTransform, target.width() < 1.5 * width());
    painter.drawImage(target, frame);
  }
}

void MapCanvas::paintUnit(QPainter& painter, UnitIndex unit, const gis::map::Stroke& stroke) const {
  if (!units_) return;
  const UnitShape& shape = units_->shape(unit);
  painter.save();
  painter.setTransform(transform_.fromGround(shape.origin), true);
  for (const auto& line : {workspace::outline_style::halo_of(stroke), stroke}) {
    QPen pen = strokePen(line);
    pen.setCosmetic(true);
    painter.strokePath(shape.path, pen);
  }
  painter.restore();
}

void MapCanvas::paintPointedAtAndSelected(QPainter& painter) const {
  if (hovered_ && !selected_.contains(*hovered_)) paintUnit(painter, *hovered_, pointed_at);
  if (selected_.current()) paintUnit(painter, *selected_.current(), workspace::outline_style::selected_unit);
  if (!units_ || !units_->areCircles()) return;
  for (const UnitIndex unit : selected_.units())
    if (unit != selected_.current()) paintUnit(painter, unit, workspace::outline_style::selected_with_it);
}

void MapCanvas::copy() const { QApplication::clipboard()->setPixmap(const_cast<MapCanvas*>(this)->grab()); }

void MapCanvas::setBrushed(std::vector<UnitIndex> units) {
  if (brushed_ == units) return;
  brushed_ = std::move(units);
  update();
}

void MapCanvas::paintBrushed(QPainter& painter) const {
  if (!units_ || brushed_.empty()) return;
  constexpr double radius = 2.5, ring = 2;
  const auto& colour = workspace::outline_style::selected_unit.colour;
  const QColor disc(colour.red, colour.green, colour.blue);
  DiscStamps stamps;
  for (const UnitIndex unit : brushed_)
    if (const auto inside = units_->inside(unit))
      if (const QPointF place = transform_.toCanvas(*inside); rect().contains(place.toPoint()))
        stamps.draw(painter, place, radius, disc, QPen(Qt::white, ring));
}

void MapCanvas::paintOverlay(QPainter& painter) {
  if (outlines_ || selected_.size() > 1)
    overlay_->paint(painter,
                    {outlines_, selectedOutline_, selected_, transform_, size(), devicePixelRatioF()},
                    stands_.isActive() && frameExtent_ != transform_.extent());
  if (units_ && units_->areCircles()) return;  // those lie above everything
  for (const UnitIndex unit : selected_.units())
    if (unit != selected_.current() && !(outlines_ && outlines_->hasBorders(unit)))
      paintUnit(painter, unit, workspace::outline_style::selected_with_it);
}

// The hint of what to click, and a line from the first unit to the pointer.
void MapCanvas::paintArea(QPainter& painter) const {
  if (!area_) return;
  QColor ground = palette().color(QPalette::Highlight);
  painter.setPen(QPen(ground, 1.5));
  ground.setAlpha(45);
  painter.setBrush(ground);
  painter.drawPolygon(area_->outline());
}

void MapCanvas::paintPicking(QPainter& painter) const {
  if (!picking_) return;
  if (const auto from = units_ ? units_->inside(*picking_) : std::nullopt; from && underMouse())
    paintLinkInMaking(painter, transform_.toCanvas(*from), pointer_);
  const QRectF room(edge_px, edge_px, width() - 2 * edge_px, 120);
  const QRectF text = painter.boundingRect(room, Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap, hint_);
  const QRectF box = text.adjusted(-12, -7, 12, 7).translated(0, 7);
  painter.setPen(QPen(selection_colour, 1));
  painter.setBrush(QColor(255, 255, 255, 240));
  painter.drawRoundedRect(box, 6, 6);
  painter.setBrush(Qt::NoBrush);
  painter.setPen(QColor(32, 32, 32));
  painter.drawText(box, Qt::AlignCenter | Qt::TextWordWrap, hint_);
}

ScaleBar MapCanvas::scaleBar() const {
  return makeScaleBar(transform_.metresPerPixel(), std::min(160.0, width() / 3.0), language_);
}

QPointF MapCanvas::scaleBarCorner() const { return {edge_px, height() - edge_px}; }

// Found once for each size of the map: the frames are shown where the whole country is.
std::optional<QPointF> MapCanvas::insetsCorner() const {
  if (insets_.isEmpty() || !transform_.isValid()) return std::nullopt;
  if (!insetsAt_ || insetsAt_->transform != transform_ || insetsAt_->size != size()) {
    const double scale = insetsScale();
    const double edge = place_ == Place::alone ? edge_px : edge_px / 3.0;
    const QRectF room = QRectF(rect()).adjusted(edge, edge, -edge, -edge);
    const QPointF wanted(
        std::max(room.left() + insetsEnd_.x() * room.width(), room.left() + islandInsetWidth * scale),
        height() * insetsEnd_.y());
    const std::array others{scaleBarRect(scaleBar(), scaleBarCorner()), noteRect()};
    const IslandInsetsPlace place = islandInsetsPlace(
        insets_.size(), wanted, room,
        [&](const QPointF& at) {
          return std::ranges::any_of(others, [&](const QRectF& other) { return other.contains(at); }) ||
                 (land_ && land_->at(transform_.toGround(at)));
        },
        scale);
    const bool mayBeShown = place.hasRoom && (place.isFree || place_ == Place::first_of_several);
    insetsAt_ = InsetsPlace{transform_, size(), place.corner, place_ == Place::alone || mayBeShown};
  }
  return insetsAt_->areShown ? std::optional(insetsAt_->corner) : std::nullopt;
}

double MapCanvas::insetsScale() const { return place_ == Place::alone ? 1 : islandInsetsScale(size()); }

QRectF MapCanvas::noteRoom() const {
  return {width() * 0.55, height() - edge_px - 90, width() * 0.45 - edge_px, 90};
}

QRectF MapCanvas::noteRect() const {
  if (!showsNote()) return {};
  return QFontMetricsF(font()).boundingRect(noteRoom(), Qt::AlignRight | Qt::AlignBottom | Qt::TextWordWrap,
                                            note_);
}

std::vector<QRectF> MapCanvas::covered() const {
  std::vector<QRectF> places{scaleBarRect(scaleBar(), scaleBarCorner())};
  if (const auto corner = insetsCorner())
    places.push_back(islandInsetsRect(insets_.size(), *corner, insetsScale()));
  if (showsNote()) places.push_back(noteRect());
  for (QRectF& place : places) place.adjust(-6, -3, 6, 3);
  const gis::map::Badge sign = workspace::audit_mark_style::badge();
  const double diameter = sign.diameter_mm * px_per_mm;
  for (const auto& mark : auditMarks_) {
    const QPointF middle =
        transform_.toCanvas(QPointF(mark.at.x(), mark.at.y())) - QPointF(0, sign.raised_mm * px_per_mm);
    places.emplace_back(middle - QPointF(diameter, diameter) / 2, QSizeF(diameter, diameter));
  }
  return places;
}

void MapCanvas::paintNotes(QPainter& painter) const {
  paintScaleBar(painter, scaleBar(), scaleBarCorner());
  if (const auto corner = insetsCorner())
    paintIslandInsets(painter, insets_, *corner, background_, insetsScale());
  if (!showsNote()) return;
  const QRectF room = noteRoom();
  const QRectF box = painter.boundingRect(room, Qt::AlignRight | Qt::AlignBottom | Qt::TextWordWrap, note_);
  painter.fillRect(box.adjusted(-6, -3, 6, 3), QColor(255, 255, 255, 215));
  painter.setPen(QColor(90, 60, 20));
  painter.drawText(room, Qt::AlignRight | Qt::AlignBottom | Qt::TextWordWrap, note_);
}

void MapCanvas::paintBusy(QPainter& painter) const {
  if (!busyStep_.isActive()) return;
  const int length = std::max(60, width() / 5);
  const int at = (busyPhase_ * 12) % (width() + length) - length;
  painter.fillRect(0, 0, width(), 3, QColor(225, 230, 236));
  painter.fillRect(at, 0, length, 3, QColor(38, 110, 180));
}

void MapCanvas::resizeEvent(QResizeEvent*) {
  if (failed_) placeFailure();
  Q_EMIT resized();
}

void MapCanvas::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslateUi();
  QWidget::changeEvent(event);
}

}  // namespace vicinia::desktop
