/// \file unit_panel.h
/// The selected unit: its name and province, every published value, and why it is in an agglomeration or what it lacks.
/// A double click or Enter on a row of values shows that sector on the map.
#pragma once

#include <QLabel>
#include <QScrollArea>
#include <QTabWidget>
#include <QToolButton>
#include <QWidget>

#include "models/unit_values_model.h"
#include "panels/agglomerations/explanation_panel.h"
#include "panels/tables/filter_line.h"
#include "panels/tables/list_table.h"
#include "session/session.h"

namespace vicinia::desktop {

class UnitPanel : public QWidget {
  Q_OBJECT

 public:
  /// Both must outlive the panel.
  UnitPanel(Session& session, AgglomerationController& agglomerations, QWidget* parent = nullptr);

  [[nodiscard]] ExplanationPanel* explanation() const { return explanation_; }
  void showWhy() { pages_->setCurrentWidget(whyPage_); }

  [[nodiscard]] QSize sizeHint() const override { return {380, 360}; }

 Q_SIGNALS:
  void indicatorsWanted();

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void retranslateUi();
  void showUnit();
  void showVerdict();

  Session& session_;
  UnitValuesModel model_;
  TableFilter sorted_;
  QLabel *name_, *facts_, *verdict_;
  QTabWidget* pages_;
  QToolButton* indicators_;
  FilterLine* search_;
  ListTable* table_;
  ExplanationPanel* explanation_;
  QScrollArea* whyPage_;  ///< around it: in a low window all of it can still be reached
};

}  // namespace vicinia::desktop
