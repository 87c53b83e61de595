/// \file audit_panel.h
/// The audit of the published values: how many have which verdict, the list of them (the contradicted ones
/// first), and the row of the publication that a chosen one stands in. Choosing one shows its unit, sector
/// and measure on the map; a double click or Enter zooms there.
#pragma once

#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QSplitter>
#include <QTableView>
#include <QToolButton>
#include <QWidget>

#include "models/audit/audit_filter.h"
#include "models/audit/audit_findings_model.h"
#include "panels/audit/source_row_view.h"
#include "panels/tables/filter_line.h"
#include "panels/tables/list_table.h"
#include "session/session.h"

namespace vicinia::desktop {

class AuditPanel : public QWidget {
  Q_OBJECT

 public:
  /// `session` must outlive the panel.
  explicit AuditPanel(Session& session, QWidget* parent = nullptr);

  [[nodiscard]] QTableView* list() const { return list_; }
  [[nodiscard]] QSize sizeHint() const override { return {900, 230}; }
  [[nodiscard]] QSize minimumSizeHint() const override { return {360, 150}; }

 Q_SIGNALS:
  void shown(std::size_t unit);  ///< its value was chosen: it is to be seen on the map
  void zoomWanted();             ///< to the selected unit
  void exportWanted();

 protected:
  void changeEvent(QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  void buildHead();
  void buildList();
  void layOut();
  void retranslateUi();
  void showList();
  void fillVerdicts();
  void fillSectors();
  void updateCount();
  void choose(const QModelIndex& index);
  void goToRow(std::size_t row);
  void showOnMap(std::size_t row, core::audit::Field field);

  Session& session_;
  AuditedListPtr audited_;
  AuditFindingsModel model_;
  AuditFilter filter_;
  QLabel *summary_, *message_, *count_;
  QComboBox *verdict_, *sector_;
  FilterLine* search_;
  QToolButton* export_;
  QSplitter* splitter_;
  ListTable* list_;
  SourceRowView* row_;
  QAction* zoom_;
  bool following_ = false;  ///< the list is being set
  bool sized_ = false;      ///< columns have been given their widths
};

}  // namespace vicinia::desktop
