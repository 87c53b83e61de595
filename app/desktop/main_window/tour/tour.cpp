#include "main_window/tour/tour.h"

#include <QDockWidget>
#include <QEvent>
#include <QTimer>
#include <QToolBar>
#include <QToolButton>

namespace vicinia::desktop {

Tour::Tour(QMainWindow& window, PanelDocks& panels, FoldedSides& folded)
    : QObject(&window), window_(window), panels_(panels), folded_(folded) {}

void Tour::begin() {
  if (isRunning_) return goTo(0);
  isRunning_ = true;
  before_ = folded_.arrangement();
  focusBefore_ = window_.focusWidget();
  if (bubble_ == nullptr) {
    frame_ = new TourFrame(window_);
    bubble_ = new TourBubble(window_);
    connect(bubble_, &TourBubble::backWanted, this, [this] { goTo(step_ - 1); });
    connect(bubble_, &TourBubble::nextWanted, this, [this] { step_ + 1 < steps ? goTo(step_ + 1) : end(); });
    connect(bubble_, &TourBubble::closeWanted, this, &Tour::end);
  }
  window_.installEventFilter(this);
  goTo(0);
}

void Tour::end() {
  if (!isRunning_) return;
  isRunning_ = false;
  window_.removeEventFilter(this);
  for (QDockWidget* const dock : window_.findChildren<QDockWidget*>()) dock->removeEventFilter(this);
  folded_.restore(before_);
  if (focusBefore_ && focusBefore_->isVisible())
    focusBefore_->setFocus();
  else
    window_.centralWidget()->setFocus();
  bubble_->hide();
  frame_->hide();
}

void Tour::goTo(int step) {
  step_ = step;
  const auto open = [this](const char* id) { panels_.show(id); };
  switch (step_) {
    case 0:
      open("variable");
      open("sector");
      break;
    case 1: open("agglomerations"); break;
    default: break;
  }
  for (QWidget* const target : targets()) target->installEventFilter(this);
  frame_->show();
  bubble_->show();
  showWords();
  place();
  QTimer::singleShot(0, this, &Tour::place);  // once the panels that were opened have their place
}

void Tour::showWords() {
  switch (step_) {
    case 0:
      return bubble_->setStep(
          1, steps, tr("Choose what to look at"),
          tr("Click a sector in the list. Below it, choose the variable: the location quotient (LQ) says how much more "
             "an industry weighs in a district than in the country. The map follows at once. A “?” tells what a word means."));
    case 1:
      return bubble_->setStep(
          2, steps, tr("See an agglomeration, and its sheet"),
          tr("Districts that border each other and share an industry are outlined on the map, across province boundaries. Click one "
             "on the map, or a row of this list. The tab “Agglomeration” shows its sheet: members, core and fringe, pooled LQ."));
    default:
      return bubble_->setStep(
          3, steps, tr("Take it into your report"),
          tr("Export figure puts the map on a page, as PDF, SVG, PNG or a QGIS project. File ▸ Export web page makes one file "
             "with maps and tables that opens in any browser. Every figure says where its numbers come from."));
  }
}

QWidgetList Tour::targets() const {
  const auto dock = [this](const char* name) { return window_.findChild<QDockWidget*>(QLatin1String(name)); };
  switch (step_) {
    case 0: return {dock("sectorDock"), dock("variableDock")};
    case 1: return {dock("agglomerationsDock")};
    default: break;
  }
  auto* const bar = window_.findChild<QToolBar*>(QStringLiteral("toolBar"));
  auto* const action = window_.findChild<QAction*>(QStringLiteral("exportFigure"));
  return {bar->widgetForAction(action)};
}

QRect Tour::target() const {
  QRect all;
  for (const QWidget* const target : targets())
    if (target->window() == &window_ && target->isVisible())
      all |= QRect(target->mapTo(&window_, QPoint(0, 0)), target->size());
  return all;
}

void Tour::place() {
  if (!isRunning()) return;
  const QRect around = target();
  frame_->setGeometry(around.adjusted(-3, -3, 3, 3).intersected(window_.rect()));
  frame_->raise();
  bubble_->placeBeside(around);
}

bool Tour::eventFilter(QObject* watched, QEvent* event) {
  switch (event->type()) {
    case QEvent::Resize:
    case QEvent::Move:
    case QEvent::LayoutRequest: QTimer::singleShot(0, this, &Tour::place); break;
    case QEvent::LanguageChange:
      QTimer::singleShot(0, this, [this] {
        if (!isRunning()) return;
        showWords();
        place();
      });
      break;
    default: break;
  }
  return QObject::eventFilter(watched, event);
}

}  // namespace vicinia::desktop
