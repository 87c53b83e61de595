/// \file indicators_panel.h
/// All indicators of the selected unit in the shown sector; the current one with its definition, denominator, limits and source
/// beside the table. Warnings stand above it.
#pragma once

#include <QAction>
#include <QLabel>
#include <QPointer>
#include <QSplitter>
#include <QTextBrowser>
#include <QToolButton>
#include <QWidget>

#include "models/indicators/indicator_model.h"
#include "panels/indicators/indicator_tree.h"
#include "session/indicator_controller.h"

namespace vicinia::desktop {

class IndicatorsPanel : public QWidget {
  Q_OBJECT

 public:
  /// Both must outlive the panel.
  IndicatorsPanel(Session& session, IndicatorController& indicators, QWidget* parent = nullptr);

  [[nodiscard]] IndicatorTree* tree() const { return tree_; }
  [[nodiscard]] QSize sizeHint() const override { return {900, 250}; }
  [[nodiscard]] QSize minimumSizeHint() const override { return {360, 150}; }

 Q_SIGNALS:
  void exportWanted();

 protected:
  void changeEvent(QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void showEvent(QShowEvent* event) override;
  void hideEvent(QHideEvent* event) override;

 private:
  void layOut();
  void retranslateUi();
  void showIndicators();
  void showHead();
  void showDetails();
  void copy() const;

  Session& session_;
  QPointer<IndicatorController> indicators_;  ///< also hidden when the window is taken down, maybe after the controller
  IndicatorModel model_;
  QLabel *head_, *warning_, *warningMark_, *message_;
  QToolButton* export_;
  QSplitter* splitter_;
  IndicatorTree* tree_;
  QTextBrowser* details_;
  QAction* copy_;
  bool sized_ = false;  ///< columns have been given their widths
};

}  // namespace vicinia::desktop
