/// \file actions.h
/// The commands of the window as actions, in menus and toolbar, each with its standard shortcut.
#pragma once

#include <QAction>
#include <QActionGroup>
#include <QMainWindow>
#include <QMenu>
#include <QToolBar>

#include "main_window/panel_docks.h"
#include "vicinia/workspace/base/language.h"

namespace vicinia::desktop {

class Actions : public QObject {
  Q_OBJECT

 public:
  explicit Actions(QMainWindow& window);

  QAction *newDocument, *openDocument, *save, *saveAs, *keepData, *openDataset, *importData, *openFigure,
      *exportFigure, *print, *copyMap, *exportAgglomerations, *exportAudit, *exportIndicators, *exportWebPage,
      *quit;
  QAction *undo, *redo, *search, *selectRectangle, *selectLasso, *linkUnit;
  QAction *zoomIn, *zoomOut, *fit, *lookBack, *lookForward, *zoomToSelected, *zoomToAgglomeration, *labels,
      *outlines, *symbols, *cartogram, *compare, *endComparison, *province, *why;
  QAction *vietnamese, *english;
  QAction *help, *whatIsThis, *welcome, *tour, *findings, *about;

  /// Of files opened last.
  [[nodiscard]] QMenu* recentMenu() const { return recent_; }
  /// The menu of the view gets another, above the one of panels.
  void addToView(QMenu& menu) { view_->insertMenu(panels_->menuAction(), &menu); }
  /// The menus get what shows the panels.
  void addPanels(const PanelDocks& panels);
  void retranslate();
  void setUndoNames(const QString& undoText, const QString& redoText);
  void setLanguage(workspace::Language language);
  /// What needs an open data set.
  void setDocumentOpen(bool open);

 private:
  [[nodiscard]] QAction* make(const char* name, const QKeySequence& shortcut, const char* icon = nullptr);

  QMainWindow& window_;
  QMenu *recent_, *file_, *edit_, *view_, *panels_, *language_, *help_;
  QList<QAction*> panelActions_;
  QToolBar* bar_;
  QString undoText_, redoText_;
};

}  // namespace vicinia::desktop
