/// \file panel_docks.h
/// The panels of the registry as docks around the map, with their actions and titles.
#pragma once

#include <QAction>
#include <QDockWidget>
#include <QList>
#include <QMainWindow>
#include <QObject>
#include <vector>

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
  void place(Entry& entry);
  void setTabOrder();
  [[nodiscard]] Entry& entry(const char* id);
  [[nodiscard]] QDockWidget* dock(const char* id) { return entry(id).dock; }
  [[nodiscard]] bool isBelowOpen() const;

  QMainWindow& window_;
  std::vector<Entry> entries_;
  QList<QAction*> actions_;
};

}  // namespace vicinia::desktop
