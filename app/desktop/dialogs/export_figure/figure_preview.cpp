#include "dialogs/export_figure/figure_preview.h"

#include "text/plain_text.h"

#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QScreen>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QVBoxLayout>
#include <algorithm>
#include <chrono>
#include <cmath>

namespace vicinia::desktop {

using namespace std::chrono_literals;

FigurePreview::FigurePreview(QWidget* parent) : QWidget(parent) {
  build();
  late_.setSingleShot(true);
  late_.setInterval(250ms);
  connect(&late_, &QTimer::timeout, this, [this] { view_->setStale(true); });
  connect(number_, &QSpinBox::valueChanged, this, &FigurePreview::wanted);
  connect(previous_, &QToolButton::clicked, this, [this] { number_->stepDown(); });
  connect(next_, &QToolButton::clicked, this, [this] { number_->stepUp(); });
  connect(view_, &PageView::dragged, this, [this](const QPoint& by) {
    table_->horizontalScrollBar()->setValue(table_->horizontalScrollBar()->value() - by.x());
    table_->verticalScrollBar()->setValue(table_->verticalScrollBar()->value() - by.y());
  });
  connect(fit_, &QToolButton::clicked, this, [this] { setFits(true); });
  connect(whole_, &QToolButton::clicked, this, [this] { setFits(false); });
}

QToolButton* FigurePreview::button(const QString& text, const QString& hint, const QKeySequence& key) {
  auto* made = new QToolButton;
  made->setText(text);
  made->setAccessibleName(hint);
  made->setShortcut(key);
  made->setToolTip(hint + QStringLiteral(" (") + key.toString(QKeySequence::NativeText) + QLatin1Char(')'));
  made->setFocusPolicy(Qt::StrongFocus);
  return made;
}

void FigurePreview::build() {
  view_ = new PageView;
  view_->setObjectName(QStringLiteral("previewPage"));
  view_->setAccessibleName(tr("Preview"));
  table_ = new QScrollArea;
  table_->setWidget(view_);
  table_->setWidgetResizable(true);
  table_->installEventFilter(this);
  table_->setFrameShape(QFrame::StyledPanel);
  table_->setAccessibleName(tr("Preview"));
  previous_ = button(QStringLiteral("◀"), tr("Previous page"), QKeySequence(Qt::ALT | Qt::Key_PageUp));
  next_ = button(QStringLiteral("▶"), tr("Next page"), QKeySequence(Qt::ALT | Qt::Key_PageDown));
  number_ = new QSpinBox;
  number_->setObjectName(QStringLiteral("previewNumber"));
  number_->setAccessibleName(tr("Page that is shown"));
  number_->setRange(1, 1);
  number_->setKeyboardTracking(false);
  number_->installEventFilter(this);
  count_ = new PlainLabel;
  name_ = new PlainLabel;
  name_->setObjectName(QStringLiteral("previewName"));
  name_->setTextInteractionFlags(Qt::TextSelectableByMouse);
  fit_ = button(tr("Whole page"), tr("The page as large as fits"), QKeySequence(Qt::CTRL | Qt::Key_0));
  fit_->setObjectName(QStringLiteral("previewFit"));
  whole_ = button(tr("100 %"), tr("As large as printed"), QKeySequence(Qt::CTRL | Qt::Key_1));
  whole_->setObjectName(QStringLiteral("previewPrinted"));
  for (QToolButton* one : {fit_, whole_}) {
    one->setCheckable(true);
    one->setAutoExclusive(true);
  }
  fit_->setChecked(true);
  note_ = new PlainLabel;
  note_->setObjectName(QStringLiteral("previewNote"));
  note_->setWordWrap(true);
  note_->hide();

  leaf_ = new QWidget;
  auto* pages = new QHBoxLayout(leaf_);
  pages->setContentsMargins(0, 0, 0, 0);
  for (QWidget* part : std::initializer_list<QWidget*>{previous_, number_, count_, next_})
    pages->addWidget(part);
  pages->addWidget(name_, 1);
  QSizePolicy keeps = leaf_->sizePolicy();  // the page below keeps its size
  keeps.setRetainSizeWhenHidden(true);
  leaf_->setSizePolicy(keeps);
  leaf_->hide();
  auto* bar = new QHBoxLayout;
  bar->addWidget(leaf_, 1);
  bar->addStretch(0);
  bar->addWidget(fit_);
  bar->addWidget(whole_);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->addLayout(bar);
  column->addWidget(table_, 1);
  column->addWidget(note_);
}

void FigurePreview::show(const DrawnPage& page) {
  settle();
  const QSignalBlocker quiet(number_);
  number_->setMaximum(static_cast<int>(page.count));
  number_->setValue(static_cast<int>(page.number) + 1);
  count_->setText(tr("of %1").arg(page.count));
  name_->setText(fontMetrics().elidedText(page.name, Qt::ElideRight, std::max(80, width() - 440)));
  name_->setToolTip(page.name);
  leaf_->setVisible(page.count > 1);
  previous_->setEnabled(page.number > 0);
  next_->setEnabled(page.number + 1 < page.count);
  view_->setPage(page.image);
  note_->setText(page.grey_warning);
  note_->setVisible(!page.grey_warning.isEmpty());
}

void FigurePreview::showError(const QString& text) {
  settle();
  view_->setError(text);
  note_->hide();
}

void FigurePreview::expect() {
  if (!view_->isStale() && !late_.isActive()) late_.start();
}

void FigurePreview::settle() {
  late_.stop();
  view_->setStale(false);
}

void FigurePreview::goToFirst() {
  const QSignalBlocker quiet(number_);
  number_->setValue(1);
}

PreviewScale FigurePreview::scale() const {
  const double ratio = devicePixelRatioF();
  if (fit_->isChecked()) return {.frame_px = PageView::roomIn(table_->maximumViewportSize()) * ratio};
  const QScreen* screen = this->screen();
  const double physical = screen->physicalDotsPerInch();  // some screens do not know
  return {.dpi = std::round((physical >= 60 && physical <= 400 ? physical : screen->logicalDotsPerInch()) *
                            ratio)};
}

void FigurePreview::setFits(bool fits) {
  view_->setFits(fits);
  table_->setWidgetResizable(fits);
  Q_EMIT wanted();
}

// The table's size changes also when a note comes or goes.
bool FigurePreview::eventFilter(QObject* watched, QEvent* event) {
  if (watched == table_ && event->type() == QEvent::Resize && fit_->isChecked()) Q_EMIT wanted();
  if (watched == number_ && event->type() == QEvent::KeyPress) {
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (key == Qt::Key_Return || key == Qt::Key_Enter) {  // shows the page; would export them all
      number_->interpretText();
      return true;
    }
  }
  return QWidget::eventFilter(watched, event);
}

}  // namespace vicinia::desktop
