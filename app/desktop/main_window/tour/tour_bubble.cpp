#include "main_window/tour/tour_bubble.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>
#include <algorithm>
#include <array>

#include "text/plain_text.h"

namespace vicinia::desktop {

namespace {

constexpr int width_px = 340, gap_px = 12, edge_px = 6;

QColor accentOf(const QWidget& widget) { return widget.palette().color(QPalette::Highlight); }

int within(int wanted, int least, int most) { return std::clamp(wanted, least, std::max(least, most)); }

}  // namespace

QRect bubblePlace(const QRect& target, const QSize& bubble, const QRect& room) {
  const auto beside = [&](int x) {
    return QRect(QPoint(x, within(target.center().y() - bubble.height() / 2, room.top(),
                                  room.bottom() + 1 - bubble.height())),
                 bubble);
  };
  const auto above = [&](int y) {
    return QRect(QPoint(within(target.center().x() - bubble.width() / 2, room.left(),
                               room.right() + 1 - bubble.width()),
                        y),
                 bubble);
  };
  std::array places{beside(target.right() + 1 + gap_px), beside(target.left() - gap_px - bubble.width()),
                    above(target.bottom() + 1 + gap_px), above(target.top() - gap_px - bubble.height())};
  if (target.height() < bubble.height() / 2) std::ranges::rotate(places, places.begin() + 2);
  for (const QRect& place : places)
    if (room.contains(place)) return place;
  QRect best = places[0];
  const auto hidden = [&](QRect place) {  // in square pixels of the target, once it is inside the room
    place.moveTo(within(place.x(), room.left(), room.right() + 1 - bubble.width()),
                 within(place.y(), room.top(), room.bottom() + 1 - bubble.height()));
    const QRect over = place.intersected(target);
    return over.isEmpty() ? 0 : over.width() * over.height();
  };
  for (const QRect& place : places)
    if (hidden(place) < hidden(best)) best = place;
  best.moveTo(within(best.x(), room.left(), room.right() + 1 - bubble.width()),
              within(best.y(), room.top(), room.bottom() + 1 - bubble.height()));
  return best;
}

TourFrame::TourFrame(QWidget& window) : QWidget(&window) {
  setObjectName(QStringLiteral("tourFrame"));
  setAttribute(Qt::WA_TransparentForMouseEvents);
  setFocusPolicy(Qt::NoFocus);
}

void TourFrame::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(QPen(accentOf(*this), 3));
  painter.drawRoundedRect(QRectF(rect()).adjusted(2, 2, -2, -2), 5, 5);
}

TourBubble::TourBubble(QWidget& window)
    : QFrame(&window),
      heading_(new PlainLabel),
      text_(new PlainLabel),
      count_(new PlainLabel),
      back_(new QPushButton),
      next_(new QPushButton),
      close_(new QPushButton) {
  setObjectName(QStringLiteral("tourBubble"));
  setAutoFillBackground(true);
  setBackgroundRole(QPalette::Base);
  setFocusPolicy(Qt::StrongFocus);
  const std::pair<QWidget*, const char*> names[] = {{heading_, "tourHeading"}, {text_, "tourText"},
                                                    {count_, "tourCount"},     {back_, "tourBack"},
                                                    {next_, "tourNext"},       {close_, "tourClose"}};
  for (const auto& [widget, name] : names) widget->setObjectName(QLatin1String(name));
  QFont bold = heading_->font();
  bold.setBold(true);
  bold.setPointSizeF(bold.pointSizeF() * 1.1);
  heading_->setFont(bold);
  for (QLabel* const label : {heading_, text_}) label->setWordWrap(true);
  count_->setForegroundRole(QPalette::PlaceholderText);
  auto* const buttons = new QHBoxLayout;
  buttons->setSpacing(6);
  buttons->addWidget(count_);
  buttons->addStretch(1);
  for (QPushButton* const button : {close_, back_, next_}) {
    button->setAutoDefault(false);
    button->installEventFilter(this);
    buttons->addWidget(button);
  }
  auto* const column = new QVBoxLayout(this);
  column->setContentsMargins(16, 12, 14, 12);
  column->setSpacing(8);
  column->addWidget(heading_);
  column->addWidget(text_);
  column->addLayout(buttons);
  setTabOrder(next_, back_);
  setTabOrder(back_, close_);
  connect(back_, &QPushButton::clicked, this, &TourBubble::backWanted);
  connect(next_, &QPushButton::clicked, this, &TourBubble::nextWanted);
  connect(close_, &QPushButton::clicked, this, &TourBubble::closeWanted);
}

void TourBubble::setStep(int number, int steps, const QString& heading, const QString& text) {
  number_ = number;
  steps_ = steps;
  heading_->setText(heading);
  text_->setText(text);
  retranslate();
  next_->setFocus();
}

void TourBubble::retranslate() {
  count_->setText(tr("%1 of %2").arg(number_).arg(steps_));
  back_->setText(tr("&Back"));
  back_->setEnabled(number_ > 1);
  next_->setText(number_ < steps_ ? tr("&Next") : tr("&Done"));
  close_->setText(tr("&Close"));
  close_->setVisible(number_ < steps_);
  setAccessibleName(tr("Tour, %1 of %2: %3").arg(number_).arg(steps_).arg(heading_->text()));
  setAccessibleDescription(text_->text());
  next_->setAccessibleName(tr("%1. %2").arg(accessibleName(), next_->text().remove(QLatin1Char('&'))));
}

void TourBubble::placeBeside(const QRect& target) {
  target_ = target;
  const auto margins = layout()->contentsMargins();
  const int inner = width_px - margins.left() - margins.right();
  const int height = margins.top() + margins.bottom() + heading_->heightForWidth(inner) +
                     text_->heightForWidth(inner) + next_->sizeHint().height() + 2 * layout()->spacing();
  const QRect room = parentWidget()->rect().adjusted(edge_px, edge_px, -edge_px, -edge_px);
  setGeometry(bubblePlace(target, {width_px, height}, room));
  raise();
  update();
}

bool TourBubble::goByKey(int key) {
  switch (key) {
    case Qt::Key_Escape: Q_EMIT closeWanted(); return true;
    case Qt::Key_Right:
    case Qt::Key_Down:
    case Qt::Key_Return:
    case Qt::Key_Enter: Q_EMIT nextWanted(); return true;
    case Qt::Key_Left:
    case Qt::Key_Up:
    case Qt::Key_Backspace:
      if (number_ > 1) Q_EMIT backWanted();
      return true;
    default: return false;
  }
}

void TourBubble::keyPressEvent(QKeyEvent* event) {
  if (!goByKey(event->key())) QFrame::keyPressEvent(event);
}

// Enter on a button presses that one.
bool TourBubble::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() != QEvent::KeyPress) return QFrame::eventFilter(watched, event);
  const int key = static_cast<QKeyEvent*>(event)->key();
  if (key == Qt::Key_Return || key == Qt::Key_Enter) {
    static_cast<QPushButton*>(watched)->click();
    return true;
  }
  return goByKey(key) || QFrame::eventFilter(watched, event);
}

void TourBubble::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.fillRect(rect(), palette().base());
  painter.setPen(QPen(accentOf(*this), 2));
  painter.drawRect(QRectF(rect()).adjusted(1, 1, -1, -1));
}

}  // namespace vicinia::desktop
