#include "dialogs/export_figure/page_view.h"

#include <QMouseEvent>
#include <QPaintEvent>
#include <QPainter>
#include <utility>

namespace vicinia::desktop {

namespace {

constexpr int table_margin = 14, shadow = 3;
constexpr QColor shade{0, 0, 0, 40};

void paint_chip(QPainter& painter, const QRect& around, const QString& text) {
  const QRect words = painter.fontMetrics().boundingRect(text);
  QRect chip(0, 0, words.width() + 20, words.height() + 8);
  chip.moveTopRight(around.topRight() + QPoint(-8, 8));
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(Qt::NoPen);
  painter.setBrush(QColor(40, 44, 52, 190));
  painter.drawRoundedRect(chip, chip.height() / 2.0, chip.height() / 2.0);
  painter.setPen(Qt::white);
  painter.drawText(chip, Qt::AlignCenter, text);
}

}  // namespace

PageView::PageView(QWidget* parent) : QWidget(parent) {
  setMinimumSize(200, 200);
  setAttribute(Qt::WA_OpaquePaintEvent);
}

void PageView::setPage(const QImage& image) {
  image_ = image;
  image_.setDevicePixelRatio(devicePixelRatioF());
  error_.clear();
  setAccessibleDescription({});
  updateGeometry();
  if (!fits_) adjustSize();
  update();
}

void PageView::setError(const QString& text) {
  error_ = text;
  setAccessibleDescription(text);
  update();
}

void PageView::setStale(bool stale) {
  stale_ = stale;
  update();
}

void PageView::setFits(bool fits) {
  fits_ = fits;
  if (fits_)
    unsetCursor();
  else
    setCursor(Qt::OpenHandCursor);
  updateGeometry();
  update();
}

QSize PageView::sizeHint() const {
  if (fits_ || image_.isNull()) return minimumSize();
  return image_.deviceIndependentSize().toSize() + QSize(2 * table_margin, 2 * table_margin);
}

QSize PageView::roomIn(const QSize& size) { return size - QSize(2 * table_margin, 2 * table_margin); }

// Never larger than drawn: a page that has just become smaller than its room waits for its next picture.
QRect PageView::pageRect() const {
  QSize page = image_.deviceIndependentSize().toSize();
  if (fits_) {
    const QSize room = roomIn(size());
    if (page.width() > room.width() || page.height() > room.height()) page.scale(room, Qt::KeepAspectRatio);
  }
  QRect rect(QPoint(0, 0), page);
  rect.moveCenter(this->rect().center());
  return rect;
}

void PageView::mousePressEvent(QMouseEvent* event) {
  if (fits_ || event->button() != Qt::LeftButton) return;
  hand_ = event->globalPosition().toPoint();
  setCursor(Qt::ClosedHandCursor);
}

void PageView::mouseMoveEvent(QMouseEvent* event) {
  if (fits_ || !(event->buttons() & Qt::LeftButton)) return;
  const QPoint before = std::exchange(hand_, event->globalPosition().toPoint());
  Q_EMIT dragged(hand_ - before);
}

void PageView::mouseReleaseEvent(QMouseEvent*) {
  if (!fits_) setCursor(Qt::OpenHandCursor);
}

void PageView::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.fillRect(rect(), palette().color(QPalette::Mid).lighter(118));
  if (!error_.isEmpty()) {
    const QRect room = rect().adjusted(48, 24, -48, -24);
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(room, Qt::AlignCenter | Qt::TextWordWrap, error_);
  } else if (!image_.isNull()) {
    const QRect page = pageRect();
    painter.fillRect(page.translated(shadow, shadow), shade);
    painter.setRenderHint(QPainter::SmoothPixmapTransform,
                          page.size() != image_.deviceIndependentSize().toSize());
    painter.drawImage(page, image_);
  }
  if (stale_) paint_chip(painter, visibleRegion().boundingRect(), tr("Drawing…"));
}

}  // namespace vicinia::desktop
