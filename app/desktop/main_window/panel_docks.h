/// \file panel_docks.h
/// The panels of the registry as docks around the map, with their actions and titles.
#pragma once

#include <QAction>
#include <QDockWidget>
#include <QList>
#include <QMainWindow>
#include <QObject>
#include <vector>

#include "panels/panel_layouts.h"
#include "panels/panel_registry.h"

namespace vicinia::desktop {

class PanelDocks : public QObject {
  Q_OBJECT

 public:
  /// Docks all panels; the central widget of `window` must be set. Both must outlive it.
  PanelDocks(QMainWindow& window, const PanelParts& parts);

  [[nodiscard]] bool has(const char* id) const;
  [[nodiscard]] std::string ids() const;  ///< "sector, variable, …"
  /// Shows a panel and puts the keyboard in it. \pre the registry has it
  void show(const char* id);
  /// Opens the panels of the layout at their places of the registry, and closes all others.
  void arrange(const PanelLayout& layout);
  /// Whether those panels are open, and no others, wherever they stand.
  [[nodiscard]] bool isArranged(const PanelLayout& layout) const;
  /// They show a panel each, in the registry's order.
  [[nodiscard]] const QList<QAction*>& actions() const { return actions_; }
  [[nodiscard]] QAction* action(const char* name) const;
  /// They show and hide a panel each, in the registry's order.
  [[nodiscard]] QList<QAction*> toggles() const;
  void retranslate();

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  struct Entry {
    const PanelInfo* info;
    QDockWidget* dock;
    Panel panel;
    QAction* action;  ///< nullptr: it has none
  };
  void place(const Entry& entry, const Entry* before);
  [[nodiscard]] static bool isOpen(const PanelLayout& layout, const Entry& entry);
  void setTabOrder();
  [[nodiscard]] Entry& entry(const char* id);
  [[nodiscard]] QDockWidget* dock(const char* id) { return entry(id).dock; }
  [[nodiscard]] bool isBelowOpen() const;

  QMainWindow& window_;
  std::vector<Entry> entries_;
  QList<QAction*> actions_;
};

}  // namespace vicinia::desktop
