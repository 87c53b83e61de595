/// \file search_box.h
/// One line to type into, and what answers to it: sectors, variables, provinces and districts, agglomerations, commands. Enter shows or does it.
#pragma once

#include <QDialog>
#include <QLineEdit>
#include <QListWidget>
#include <QMainWindow>
#include <memory>
#include <vector>

#include "canvas/map_controller.h"
#include "main_window/panel_docks.h"
#include "session/agglomeration_controller.h"
#include "session/session.h"
#include "vicinia/workspace/tables/search.h"

namespace vicinia::desktop {

class SearchBox : public QDialog {
  Q_OBJECT

 public:
  struct Parts {
    Session& session;
    AgglomerationController& agglomerations;
    MapController& map;
    PanelDocks& panels;
  };
  /// All of it must outlive the box, which `action` opens. Commands are what the window's menus hold.
  SearchBox(QMainWindow& window, QAction& action, const Parts& parts);

  /// Empty, over the upper middle of the window, with the keyboard in it.
  void start();

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void prepare();
  void showResults(const QString& text);
  void choose(QListWidgetItem* item);
  void showUnit(core::admin::UnitIndex unit);
  void showAgglomeration(std::size_t agglomeration);
  [[nodiscard]] std::vector<workspace::Search::Named> agglomerationNames() const;
  [[nodiscard]] std::vector<workspace::Search::Named> commandNames();

  QMainWindow& window_;
  Parts parts_;
  QLineEdit* line_;
  QListWidget* list_;
  std::unique_ptr<workspace::Search> search_;
  FoundPtr found_;                 ///< what agglomerations are positions in
  std::vector<QAction*> actions_;  ///< [command]
  std::vector<workspace::SearchResult> results_;
};

}  // namespace vicinia::desktop
