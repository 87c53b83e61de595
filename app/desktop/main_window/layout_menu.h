/// \file layout_menu.h
/// View ▸ Layout: arrangements of the panels, the sides that fold away, and the map alone. Checked is what the window looks like now, however
/// it came to that.
#pragma once

#include <QActionGroup>
#include <QMenu>

#include "main_window/folded_sides.h"
#include "main_window/panel_docks.h"
#include "panels/panel_layouts.h"

namespace vicinia::desktop {

class LayoutMenu : public QMenu {
  Q_OBJECT

 public:
  /// All must outlive it.
  LayoutMenu(PanelDocks& panels, FoldedSides& folded, QWidget* parent = nullptr);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void arrange(const PanelLayout& layout);
  void showCurrent();
  void retranslate();

  PanelDocks& panels_;
  FoldedSides& folded_;
  QActionGroup* layouts_;
  QList<QAction*> folds_;  ///< in the order of FoldedSides::sides
  QAction* alone_;
};

}  // namespace vicinia::desktop
