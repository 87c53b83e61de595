#include "terms/term_mark.h"

#include <QEvent>
#include <QPainter>
#include <QVariant>
#include <algorithm>

#include "terms/term_help.h"

namespace vicinia::desktop {

namespace {

constexpr const char* property_name = "term";
constexpr int room_px = 19;  ///< of the mark and the gap before it

/// Keeps the mark behind the words, whatever these are.
class MarkPlace : public QObject {
 public:
  MarkPlace(QLabel& label, TermMark& mark) : QObject(&label), label_(label), mark_(mark) {
    const QMargins margins = label.contentsMargins();
    label.setContentsMargins(margins.left(), margins.top(), margins.right() + room_px, margins.bottom());
    label.installEventFilter(this);
    place();
  }

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override {
    if (event->type() == QEvent::Paint || event->type() == QEvent::Resize || event->type() == QEvent::Show)
      place();
    return QObject::eventFilter(watched, event);
  }

 private:
  void place() {
    const int words = label_.fontMetrics().size(Qt::TextShowMnemonic, label_.text()).width();
    const int most = label_.width() - room_px;
    const int line = label_.fontMetrics().height();
    const bool isWrapped = label_.wordWrap() && words > most;
    const int top = isWrapped ? 0 : (label_.height() - std::max(line, mark_.height())) / 2;
    const QPoint at(std::max(0, std::min(words, most)) + 4, std::max(0, top + (line - mark_.height()) / 2));
    if (mark_.pos() != at) mark_.move(at);
  }

  QLabel& label_;
  TermMark& mark_;
};

}  // namespace

void setTerm(QWidget* widget, const QString& id) {
  widget->setProperty(property_name, id.isEmpty() ? QVariant() : QVariant(id));
}

QString termOf(const QWidget* widget) { return widget->property(property_name).toString(); }

TermMark::TermMark(QWidget& of, QWidget* parent) : QAbstractButton(parent), of_(of) {
  setFocusPolicy(Qt::NoFocus);  // from the keyboard, the control itself is asked
  setCursor(Qt::WhatsThisCursor);
  resize(sizeHint());
  setFixedSize(sizeHint());
  connect(this, &QAbstractButton::clicked, this, [this] {
    if (TermHelp* const help = TermHelp::of(this))
      help->show(termOf(&of_), QRect(mapToGlobal(QPoint(0, 0)), size()));
  });
  retranslate();
}

void TermMark::retranslate() {
  setToolTip(tr("What is this?"));
  setAccessibleName(tr("What is this?"));
}

void TermMark::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QAbstractButton::changeEvent(event);
}

void TermMark::enterEvent(QEnterEvent* event) {
  update();
  QAbstractButton::enterEvent(event);
}

void TermMark::leaveEvent(QEvent* event) {
  update();
  QAbstractButton::leaveEvent(event);
}

void TermMark::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const QColor ink = palette().color(underMouse() ? QPalette::Link : QPalette::PlaceholderText);
  painter.setPen(QPen(ink, 1.0));
  painter.drawEllipse(QRectF(rect()).adjusted(1, 1, -1, -1));
  QFont small = font();
  small.setPixelSize(10);
  small.setBold(true);
  painter.setFont(small);
  painter.drawText(rect(), Qt::AlignCenter, QStringLiteral("?"));
}

void markTerm(QLabel* label, const QString& id) {
  setTerm(label, id);
  if (QWidget* const control = label->buddy()) setTerm(control, id);
  if (label->findChild<TermMark*>(QString(), Qt::FindDirectChildrenOnly) != nullptr) return;
  auto* const mark = new TermMark(*label, label);
  new MarkPlace(*label, *mark);
  mark->show();
}

}  // namespace vicinia::desktop
