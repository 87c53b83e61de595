/// \file legend_panel.h
/// The legend: what the map shows, its classes with the number of units in each, and where the data come from.
#pragma once

#include <QLabel>
#include <QTableView>
#include <QWidget>

#include "models/legend_model.h"
#include "session/session.h"

namespace vicinia::desktop {

class LegendPanel : public QWidget {
  Q_OBJECT

 public:
  /// `session` must outlive the panel.
  explicit LegendPanel(Session& session, QWidget* parent = nullptr);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void retranslateUi();

  Session& session_;
  LegendModel model_;
  QLabel *title_, *subtitle_, *note_;
  QTableView* table_;
};

}  // namespace vicinia::desktop
