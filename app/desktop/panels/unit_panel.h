/// \file unit_panel.h
/// The selected unit: its name and province, and every published figure. A double click or Enter on a row shows that sector on the map.
#pragma once

#include <QAction>
#include <QLabel>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QWidget>

#include "models/unit_figures_model.h"
#include "session/session.h"

namespace vicinia::desktop {

class UnitPanel : public QWidget {
  Q_OBJECT

 public:
  /// `session` must outlive the panel.
  explicit UnitPanel(Session& session, QWidget* parent = nullptr);

  [[nodiscard]] QSize sizeHint() const override { return {380, 360}; }

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void retranslateUi();
  void showUnit();
  void copy() const;

  Session& session_;
  UnitFiguresModel model_;
  QSortFilterProxyModel sorted_;
  QLabel *name_, *facts_;
  QTableView* table_;
  QAction* copy_;
};

}  // namespace vicinia::desktop
