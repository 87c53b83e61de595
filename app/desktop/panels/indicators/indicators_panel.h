/// \file indicators_panel.h
/// All indicators of the selected unit in the shown sector; the current one with its definition, denominator, limits and source
/// beside the table. Warnings stand above it.
#pragma once

#include <QAction>
#include <QLabel>
#include <QTextBrowser>
#include <QToolButton>

#include "models/indicators/indicator_model.h"
#include "panels/indicators/indicator_panel.h"
#include "panels/indicators/indicator_tree.h"
#include "panels/tables/filter_line.h"

namespace vicinia::desktop {

class IndicatorsPanel : public IndicatorPanel {
  Q_OBJECT

 public:
  /// Both must outlive the panel.
  IndicatorsPanel(Session& session, IndicatorController& indicators, QWidget* parent = nullptr);

  [[nodiscard]] IndicatorTree* tree() const { return tree_; }

 Q_SIGNALS:
  void exportWanted();

 private:
  void layOut();
  void retranslateUi() override;
  void showIndicators();
  void showHead();
  void showDetails();

  Session& session_;
  IndicatorModel model_;
  TableFilter filter_;
  QLabel *head_, *warning_, *warningMark_, *message_;
  QToolButton* export_;
  FilterLine* search_;
  IndicatorTree* tree_;
  QTextBrowser* details_;
  bool sized_ = false;  ///< columns have been given their widths
};

}  // namespace vicinia::desktop
