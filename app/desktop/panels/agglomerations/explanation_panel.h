/// \file explanation_panel.h
/// Why the selected unit is in an agglomeration, or what it lacks: rules with its values, and the neighbours that link it.
/// From here a link is made or cut by hand.
#pragma once

#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QWidget>

#include "models/agglomerations/neighbours_model.h"
#include "models/agglomerations/reasons.h"
#include "panels/tables/list_table.h"
#include "session/agglomeration_controller.h"
#include "session/session.h"

namespace vicinia::desktop {

class ExplanationPanel : public QWidget {
  Q_OBJECT

 public:
  /// Both must outlive the panel.
  ExplanationPanel(Session& session, AgglomerationController& agglomerations, QWidget* parent = nullptr);

  /// "In agglomeration 1, one of 18 units."; empty where nothing is selected or known.
  [[nodiscard]] const QString& verdict() const { return verdict_; }

 Q_SIGNALS:
  void linkWanted();  ///< of the selected unit with another
  void verdictChanged();

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void retranslateUi();
  void showExplanation();
  void showChoice();
  void changeLink();
  void select(const QModelIndex& index);
  [[nodiscard]] const NeighboursModel::Row& rowAt(const QModelIndex& shown) const {
    return model_.rowAt(sorted_.mapToSource(shown).row());
  }

  Session& session_;
  AgglomerationController& agglomerations_;
  NeighboursModel model_;
  TableFilter sorted_;
  QString verdict_;
  QLabel *rules_, *neighboursLabel_;
  ListTable* neighbours_;
  QPushButton *link_, *cut_;
};

}  // namespace vicinia::desktop
