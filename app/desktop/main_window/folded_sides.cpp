#include "main_window/folded_sides.h"

#include <QKeyEvent>
#include <QTimer>
#include <algorithm>
#include <utility>

#include "panels/panel_layouts.h"

namespace vicinia::desktop {

namespace {

using Side = FoldedSides::Side;

Qt::DockWidgetArea areaOf(Side side) {
  return side == Side::left    ? Qt::LeftDockWidgetArea
         : side == Side::right ? Qt::RightDockWidgetArea
                               : Qt::BottomDockWidgetArea;
}

Qt::Orientation along(Side side) { return side == Side::below ? Qt::Horizontal : Qt::Vertical; }
Qt::Orientation across(Side side) { return side == Side::below ? Qt::Vertical : Qt::Horizontal; }

int lengthOf(const QWidget& widget, Qt::Orientation orientation) {
  return orientation == Qt::Horizontal ? widget.width() : widget.height();
}

QString nameOf(Side side) {
  return side == Side::left    ? QStringLiteral("left")
         : side == Side::right ? QStringLiteral("right")
                               : QStringLiteral("below");
}

}  // namespace

FoldedSides::FoldedSides(QMainWindow& window, PanelDocks& panels)
    : QObject(&window), window_(window), panels_(panels) {
  setObjectName(QStringLiteral("foldedSides"));
  for (const Side side : sides) buildStrip(side);
  // Once whatever shows it is done: a whole arrangement may be coming back.
  for (QDockWidget* const dock : window_.findChildren<QDockWidget*>())
    connect(
        dock->toggleViewAction(), &QAction::toggled, this,
        [this, dock](bool isShown) {
          if (isShown) onShown(dock);
          Q_EMIT changed();
        },
        Qt::QueuedConnection);
  retranslate();
}

void FoldedSides::buildStrip(Side side) {
  Place& place = at(side);
  place.names = new QTabBar;
  place.names->setShape(side == Side::left    ? QTabBar::RoundedWest
                        : side == Side::right ? QTabBar::RoundedEast
                                              : QTabBar::RoundedSouth);
  place.names->setDrawBase(false);
  place.names->setExpanding(false);
  place.names->setElideMode(Qt::ElideRight);
  place.names->setUsesScrollButtons(true);
  place.names->installEventFilter(this);
  connect(place.names, &QTabBar::tabBarClicked, this, [this, side](int name) {
    if (name >= 0) bringBack(side, name);
  });
  place.strip = new QToolBar(&window_);
  place.strip->setObjectName(nameOf(side) + QStringLiteral("Strip"));
  place.strip->setMovable(false);
  place.strip->setFloatable(false);
  place.strip->setContextMenuPolicy(Qt::PreventContextMenu);
  place.strip->toggleViewAction()->setVisible(false);
  place.strip->addWidget(place.names);
  window_.addToolBar(side == Side::left    ? Qt::LeftToolBarArea
                     : side == Side::right ? Qt::RightToolBarArea
                                           : Qt::BottomToolBarArea,
                     place.strip);
  place.strip->hide();
  // An arrangement that comes back from a file may show a strip that is not wanted, or hide one that is.
  connect(place.strip, &QToolBar::visibilityChanged, this, &FoldedSides::showStrips, Qt::QueuedConnection);
}

QList<QDockWidget*> FoldedSides::openOn(Side side) const {
  QList<QDockWidget*> open;
  for (QDockWidget* const dock : window_.findChildren<QDockWidget*>(Qt::FindDirectChildrenOnly))
    if (!dock->isHidden() && !dock->isFloating() && window_.dockWidgetArea(dock) == areaOf(side))
      open << dock;
  return open;
}

void FoldedSides::setFolded(Side side, bool folded) {
  if (folded == isFolded(side)) return;
  if (folded)
    fold(side);
  else
    unfold(side);
  showStrips();
  Q_EMIT changed();
}

void FoldedSides::fold(Side side) {
  const QList<QDockWidget*> open = openOn(side);
  if (open.isEmpty()) return;
  Place& place = at(side);
  place.open = open;
  place.front.clear();
  place.sizes.clear();
  for (QDockWidget* const dock : open)
    if (!dock->visibleRegion().isEmpty()) {  // other tabs stand before those that are not seen
      place.front << dock;
      place.sizes << lengthOf(*dock, along(side));
    }
  if (place.front.isEmpty()) {
    place.front << open.front();
    place.sizes << lengthOf(*open.front(), along(side));
  }
  place.breadth = lengthOf(*place.front.front(), across(side));
  for (QDockWidget* const dock : open) dock->hide();
}

void FoldedSides::unfold(Side side) {
  Place& place = at(side);
  const Place was = std::exchange(place, {.strip = place.strip, .names = place.names});
  for (QDockWidget* const dock : was.open) dock->show();
  for (QDockWidget* const dock : was.front) dock->raise();
  window_.resizeDocks({was.front.front()}, {was.breadth}, across(side));
  if (was.front.size() > 1) window_.resizeDocks(was.front, was.sizes, along(side));
}

void FoldedSides::bringBack(Side side, int name) {
  QDockWidget* const dock = at(side).open.value(name);
  if (dock == nullptr) return;
  setFolded(side, false);
  panels_.show(dock->objectName().chopped(int(qstrlen("Dock"))).toLatin1().constData());
}

// One is asked for with its side; several are an arrangement that came back from a file, and it says itself what is open.
void FoldedSides::onShown(QDockWidget* dock) {
  for (const Side side : sides) {
    Place& place = at(side);
    if (!place.open.contains(dock) || dock->isHidden()) continue;
    const auto shown =
        std::ranges::count_if(place.open, [](const QDockWidget* one) { return !one->isHidden(); });
    if (shown > 1)
      place = {.strip = place.strip, .names = place.names};
    else
      unfold(side);
    dock->raise();
    showStrips();
  }
}

bool FoldedSides::isMapAlone() const {
  return std::ranges::all_of(sides, [this](Side side) { return openOn(side).isEmpty(); });
}

void FoldedSides::setMapAlone(bool alone) {
  if (alone == isMapAlone()) return;
  const bool hasFolded = std::ranges::any_of(sides, [this](Side side) { return isFolded(side); });
  if (alone || hasFolded)
    for (const Side side : sides) setFolded(side, alone);
  else
    panels_.arrange(all_layouts().front());
  Q_EMIT changed();
}

void FoldedSides::forget() {
  for (Place& place : places_) place = {.strip = place.strip, .names = place.names};
  showStrips();
}

void FoldedSides::showStrips() {
  for (Place& place : places_) {
    while (place.names->count() > 0) place.names->removeTab(0);
    for (const QDockWidget* const dock : std::as_const(place.open)) {
      const int name = place.names->addTab(dock->windowTitle());
      place.names->setTabToolTip(name, tr("Bring back: %1").arg(dock->windowTitle()));
      if (dock == place.front.value(0)) place.names->setCurrentIndex(name);
    }
    if (place.strip->isVisibleTo(&window_) == place.open.isEmpty())
      place.strip->setVisible(!place.open.isEmpty());
  }
}

void FoldedSides::retranslate() {
  at(Side::left).names->setAccessibleName(tr("Panels folded away on the left"));
  at(Side::right).names->setAccessibleName(tr("Panels folded away on the right"));
  at(Side::below).names->setAccessibleName(tr("Panels folded away below the map"));
  showStrips();
}

FoldedSides::Arrangement FoldedSides::arrangement() const { return {window_.saveState(), folded()}; }

void FoldedSides::restore(const Arrangement& arrangement) {
  forget();
  window_.restoreState(arrangement.docks);
  fold(arrangement.folded);
}

void FoldedSides::save(QSettings& settings) const {
  settings.setValue(QStringLiteral("window/folded"), folded());
}

void FoldedSides::restore(const QSettings& settings) {
  fold(settings.value(QStringLiteral("window/folded")).toMap());
}

QVariantMap FoldedSides::folded() const {
  const auto names = [](const QList<QDockWidget*>& docks) {
    QStringList list;
    for (const QDockWidget* const dock : docks) list << dock->objectName();
    return list;
  };
  QVariantMap all;
  for (const Side side : sides) {
    const Place& place = at(side);
    if (!place.open.isEmpty())
      all[nameOf(side)] = QVariantMap{{QStringLiteral("open"), names(place.open)},
                                      {QStringLiteral("front"), names(place.front)},
                                      {QStringLiteral("breadth"), place.breadth}};
  }
  return all;
}

// Heights of panels above each other are kept by the window. What is open by now is not folded.
void FoldedSides::fold(const QVariantMap& folded) {
  forget();
  for (const Side side : sides) {
    const QVariantMap kept = folded.value(nameOf(side)).toMap();
    const auto docks = [&](const char* key) {
      QList<QDockWidget*> found;
      for (const QString& name : kept.value(QLatin1String(key)).toStringList())
        if (auto* const dock = window_.findChild<QDockWidget*>(name); dock != nullptr && dock->isHidden())
          found << dock;
      return found;
    };
    Place& place = at(side);
    place.open = docks("open");
    place.front = docks("front");
    if (place.front.isEmpty()) place.front = place.open.mid(0, 1);
    place.breadth = kept.value(QStringLiteral("breadth")).toInt();
    place.sizes.clear();
    for (const QDockWidget* const dock : std::as_const(place.front))
      place.sizes << std::max(1, lengthOf(*dock, along(side)));
  }
  showStrips();
  Q_EMIT changed();
}

bool FoldedSides::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() != QEvent::KeyPress) return QObject::eventFilter(watched, event);
  const int key = static_cast<QKeyEvent*>(event)->key();
  if (key != Qt::Key_Return && key != Qt::Key_Enter && key != Qt::Key_Space)
    return QObject::eventFilter(watched, event);
  for (const Side side : sides)
    if (at(side).names == watched) bringBack(side, at(side).names->currentIndex());
  return true;
}

}  // namespace vicinia::desktop
