/// \file agglomeration_panel.h
/// The list of agglomerations. A row that is chosen is the selected agglomeration: its largest member becomes the selected unit.
/// The other way round, the row follows the unit that is selected on the map. A double click or Enter zooms to it.
#pragma once

#include <QAction>
#include <QLabel>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QToolButton>
#include <QWidget>

#include "models/agglomerations/agglomeration_model.h"
#include "panels/tables/filter_line.h"
#include "panels/tables/list_table.h"
#include "session/agglomeration_controller.h"
#include "session/session.h"

namespace vicinia::desktop {

class AgglomerationPanel : public QWidget {
  Q_OBJECT

 public:
  /// Both must outlive the panel.
  AgglomerationPanel(Session& session, AgglomerationController& agglomerations, QWidget* parent = nullptr);

  [[nodiscard]] QTableView* list() const { return list_; }
  [[nodiscard]] QSize sizeHint() const override { return {380, 320}; }

 Q_SIGNALS:
  void zoomWanted(std::size_t agglomeration);
  void exportWanted();

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void buildList();
  void retranslateUi();
  void showFound();
  void showSelected();
  void choose(const QModelIndex& index);
  void zoomTo(const QModelIndex& index);
  [[nodiscard]] QString summary() const;

  Session& session_;
  AgglomerationController& agglomerations_;
  AgglomerationModel model_;
  TableFilter sorted_;
  QLabel *summary_, *message_;
  QToolButton* exportButton_;
  FilterLine* search_;
  ListTable* list_;
  QAction* zoom_;
  bool following_ = false;  ///< the list is being set to what the document says
  bool sized_ = false;      ///< columns have been given their widths
};

}  // namespace vicinia::desktop
