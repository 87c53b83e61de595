/// \file grades_panel.h
/// Composite grades side by side: the listed units of the shown sector with the verdict of each scheme, where they disagree, the
/// criteria of the selected unit, and the user's own rule. A row that is chosen is the selected unit, and the other way round.
#pragma once

#include <QAction>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QSet>
#include <QTabWidget>
#include <QTableView>
#include <QTextBrowser>
#include <QToolButton>
#include <QUrl>

#include "models/grades/grades_filter.h"
#include "models/grades/grades_model.h"
#include "panels/grades/own_rule_editor.h"
#include "panels/indicators/indicator_panel.h"
#include "panels/tables/filter_line.h"
#include "panels/tables/list_table.h"
#include "panels/unit_rows.h"

namespace vicinia::desktop {

class GradesPanel : public IndicatorPanel {
  Q_OBJECT

 public:
  /// Both must outlive the panel.
  GradesPanel(Session& session, IndicatorController& indicators, QWidget* parent = nullptr);

  [[nodiscard]] QTableView* list() const { return list_; }

 Q_SIGNALS:
  void shown(std::size_t unit);  ///< it was chosen in the list: it is to be seen on the map
  void zoomWanted();             ///< to the selected unit
  void exportWanted();

 private:
  void buildHead();
  void buildList();
  void layOut();
  void retranslateUi() override;
  void showGrades();
  void showFiltered();
  void showSummary();
  void showCriteria();
  void openDefinition(const QUrl& link);

  Session& session_;
  GradesModel model_;
  GradesFilter filter_;
  QLabel *summary_, *message_, *count_;
  QCheckBox* onlyDisagreements_;
  FilterLine* search_;
  QToolButton* export_;
  ListTable* list_;
  UnitRows* rows_ = nullptr;
  QTabWidget* pages_;
  QTextBrowser* criteria_;
  OwnRuleEditor* ownRule_;
  QAction* zoom_;
  QSet<int> explained_;  ///< schemes whose definitions are open
  bool sized_ = false;   ///< columns have been given their widths
};

}  // namespace vicinia::desktop
