#include "main_window/panel_docks.h"

#include <QAbstractButton>
#include <QChildEvent>
#include <QLayout>
#include <QLineEdit>
#include <QTabBar>
#include <QTimer>
#include <algorithm>
#include <cstring>
#include <string>

#include "main_window/panel_title.h"
#include "terms/term_mark.h"

namespace vicinia::desktop {
namespace {

Qt::DockWidgetArea areaOf(PanelPlace place) {
  switch (place) {
    case PanelPlace::left:
    case PanelPlace::left_tab: return Qt::LeftDockWidgetArea;
    case PanelPlace::right:
    case PanelPlace::right_tab: return Qt::RightDockWidgetArea;
    case PanelPlace::below: break;
  }
  return Qt::BottomDockWidgetArea;
}

/// A dock names its buttons once, in the language of that moment. The texts and their translations are Qt's own.
void nameTitleButtons(const QDockWidget& dock) {
  const auto name = [&dock](const char* button, const char* text, const char* description) {
    auto* const found = dock.findChild<QAbstractButton*>(QLatin1String(button), Qt::FindDirectChildrenOnly);
    if (found == nullptr) return;
    const QString words = QDockWidget::tr(text);
    found->setAccessibleName(words);
    found->setToolTip(words);
    found->setAccessibleDescription(QDockWidget::tr(description));
  };
  name("qt_dockwidget_floatbutton", "Float", "Undocks and re-attaches the dock widget");
  name("qt_dockwidget_closebutton", "Close", "Closes the dock widget");
}

bool isTab(PanelPlace place) { return place == PanelPlace::left_tab || place == PanelPlace::right_tab; }

}  // namespace

PanelDocks::PanelDocks(QMainWindow& window, const PanelParts& parts) : QObject(&window), window_(window) {
  for (const PanelInfo& info : all_panels()) {
    Entry entry{&info, new QDockWidget(&window), info.make(parts), nullptr};
    entry.dock->setObjectName(QString::fromLatin1(info.id) + QStringLiteral("Dock"));
    entry.dock->setWidget(entry.panel.widget);
    entry.dock->setFeatures(QDockWidget::DockWidgetClosable | QDockWidget::DockWidgetMovable |
                            QDockWidget::DockWidgetFloatable);
    if (info.term != nullptr) setTerm(entry.dock, QLatin1String(info.term));
    entry.dock->setTitleBarWidget(new PanelTitle(*entry.dock));
    if (info.action != nullptr) {
      entry.action = new QAction(this);
      entry.action->setObjectName(QString::fromLatin1(info.action));
      entry.action->setShortcut(info.shortcut);
      connect(entry.action, &QAction::triggered, this, [this, id = info.id] { show(id); });
      actions_ << entry.action;
    }
    entries_.push_back(entry);
  }
  window.setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);  // the column of choices keeps its height
  window.setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::North);
  arrange(all_layouts().front());
  setTabOrder();
  window_.installEventFilter(this);
  retranslate();
  // What the window needs at least was found while all docks stood one beside the other.
  window.layout()->invalidate();
  window.layout()->activate();
}

void PanelDocks::place(const Entry& entry, const Entry* before) {
  const PanelPlace place = entry.info->place;
  window_.addDockWidget(areaOf(place), entry.dock);
  if (before != nullptr &&
      (isTab(place) || (place == PanelPlace::below && before->info->place == PanelPlace::below)))
    window_.tabifyDockWidget(before->dock, entry.dock);
}

// Wherever panels were moved to, they go home first.
void PanelDocks::arrange(const PanelLayout& layout) {
  const QWidget* const focus = window_.focusWidget();
  for (const Entry& one : entries_) {
    one.dock->setFloating(false);
    window_.removeDockWidget(one.dock);
  }
  const Entry* before = nullptr;
  for (const Entry& one : entries_) {
    place(one, before);
    one.dock->setVisible(isOpen(layout, one));
    before = &one;
  }
  for (const char* const id : layout.front) dock(id)->raise();
  const auto resize = [this](const std::vector<PanelSize>& sizes, Qt::Orientation orientation) {
    QList<QDockWidget*> docks;
    QList<int> lengths;
    for (const PanelSize& one : sizes) {
      docks << dock(one.id);
      lengths << one.size;
    }
    window_.resizeDocks(docks, lengths, orientation);
  };
  resize(layout.widths, Qt::Horizontal);
  resize(layout.heights, Qt::Vertical);
  if (layout.below > 0)
    window_.resizeDocks({dock(layout.front.back())}, {static_cast<int>(layout.below * window_.height())},
                        Qt::Vertical);
  if (focus != nullptr && !focus->isVisible()) window_.centralWidget()->setFocus();
}

bool PanelDocks::isOpen(const PanelLayout& layout, const Entry& entry) {
  return std::ranges::any_of(layout.open,
                             [&](const char* id) { return std::strcmp(id, entry.info->id) == 0; });
}

bool PanelDocks::isArranged(const PanelLayout& layout) const {
  return std::ranges::all_of(entries_,
                             [&](const Entry& one) { return isOpen(layout, one) != one.dock->isHidden(); });
}

void PanelDocks::setTabOrder() {
  QWidgetList order;
  bool hasMap = false;
  for (const Entry& entry : entries_) {
    if (!hasMap && areaOf(entry.info->place) != Qt::LeftDockWidgetArea) {
      order << window_.centralWidget();
      hasMap = true;
    }
    order << entry.panel.widget;
  }
  for (qsizetype i = 1; i < order.size(); ++i) QWidget::setTabOrder(order[i - 1], order[i]);
}

bool PanelDocks::has(const char* id) const {
  return std::ranges::any_of(entries_, [&](const Entry& one) { return std::strcmp(one.info->id, id) == 0; });
}

std::string PanelDocks::ids() const {
  std::string list;
  for (const Entry& one : entries_) list += (list.empty() ? "" : ", ") + std::string(one.info->id);
  return list;
}

PanelDocks::Entry& PanelDocks::entry(const char* id) {
  return *std::ranges::find_if(entries_,
                               [&](const Entry& one) { return std::strcmp(one.info->id, id) == 0; });
}

QAction* PanelDocks::action(const char* name) const {
  const auto at = std::ranges::find(actions_, QLatin1String(name), &QAction::objectName);
  return at != actions_.end() ? *at : nullptr;
}

QList<QAction*> PanelDocks::toggles() const {
  QList<QAction*> toggles;
  for (const Entry& entry : entries_) toggles << entry.dock->toggleViewAction();
  return toggles;
}

bool PanelDocks::isBelowOpen() const {
  return std::ranges::any_of(entries_, [](const Entry& one) {
    return one.info->place == PanelPlace::below && !one.dock->isHidden();
  });
}

// The legend is what must be seen whole when a panel opens below the map.
void PanelDocks::show(const char* id) {
  const Entry& wanted = entry(id);
  const bool isBelow = wanted.info->place == PanelPlace::below, opensBelow = isBelow && !isBelowOpen();
  wanted.dock->show();
  wanted.dock->raise();
  if (opensBelow && !wanted.dock->isFloating())
    window_.resizeDocks({wanted.dock}, {wanted.panel.widget->sizeHint().height()}, Qt::Vertical);
  if (isBelow && !wanted.dock->isFloating())  // once the dock has its place
    QTimer::singleShot(0, this, [this] {
      window_.resizeDocks({dock("legend"), dock("agglomerations")}, {300, 180}, Qt::Vertical);
    });
  if (wanted.panel.focus == nullptr) return;
  wanted.panel.focus->setFocus();
  if (auto* const field = qobject_cast<QLineEdit*>(wanted.panel.focus)) field->selectAll();
}

void PanelDocks::retranslate() {
  for (const Entry& entry : entries_) {
    entry.dock->setWindowTitle(panelText(entry.info->title));
    if (entry.action != nullptr) entry.action->setText(panelText(entry.info->action_text));
  }
  for (QTabBar* const tabs : window_.findChildren<QTabBar*>(Qt::FindDirectChildrenOnly))
    tabs->setAccessibleName(tr("Panels"));
  for (const Entry& entry : entries_) nameTitleButtons(*entry.dock);
}

// The window makes the tabs of its docks when it needs them, and gives them no name.
bool PanelDocks::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::ChildPolished)
    if (auto* const tabs = qobject_cast<QTabBar*>(static_cast<QChildEvent*>(event)->child()))
      tabs->setAccessibleName(tr("Panels"));
  return QObject::eventFilter(watched, event);
}

}  // namespace vicinia::desktop
