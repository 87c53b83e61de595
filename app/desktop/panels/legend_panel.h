/// \file legend_panel.h
/// The legend: what the map shows, its classes with the number of units in each, and where the data come from.
#pragma once

#include <QLabel>
#include <QTableView>
#include <QWidget>

#include "models/legend_model.h"
#include "session/agglomeration_controller.h"
#include "session/session.h"

namespace vicinia::desktop {

class LegendPanel : public QWidget {
  Q_OBJECT

 public:
  /// Both must outlive the panel.
  LegendPanel(Session& session, AgglomerationController& agglomerations, QWidget* parent = nullptr);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void retranslateUi();
  void showOutlines();
  void giveSymbolsRoom();           ///< their rows are as high as they are
  [[nodiscard]] bool isLq() const;  ///< is shown: E is what it is measured by

  Session& session_;
  AgglomerationController& agglomerations_;
  LegendModel model_;
  QLabel *title_, *subtitle_, *note_;
  QTableView* table_;
  bool hasSymbols_ = false;  ///< on the map that the rows are of
};

}  // namespace vicinia::desktop
