/// \file values_panel.h
/// The list behind the map: the shown variable in every unit, sorted, searched, limited to a range, exported. A row that is chosen is the
/// selected unit, and the other way round. Nothing is done while it is not seen.
#pragma once

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>
#include <QWidget>
#include <optional>

#include "models/values/values_model.h"
#include "panels/tables/filter_line.h"
#include "panels/tables/list_table.h"
#include "panels/unit_rows.h"
#include "session/session.h"
#include "vicinia/workspace/tables/variable_table.h"

namespace vicinia::desktop {

class ValuesPanel : public QWidget {
  Q_OBJECT

 public:
  /// `session` must outlive the panel.
  explicit ValuesPanel(Session& session, QWidget* parent = nullptr);

  [[nodiscard]] QTableView* list() const { return list_; }
  /// The limits that are typed.
  [[nodiscard]] workspace::ValueFilter filter() const;

 Q_SIGNALS:
  void shown(std::size_t unit);  ///< it was chosen in the list: it is to be seen on the map
  void zoomWanted();             ///< to the selected unit
  void exportWanted();

 protected:
  void changeEvent(QEvent* event) override;
  void showEvent(QShowEvent* event) override;

 private:
  void retranslateUi();
  void showValues();
  void showFiltered();

  Session& session_;
  ValuesModel model_;
  ValuesFilter filter_;
  QLabel *head_, *count_, *between_;
  FilterLine* search_;
  QLineEdit *min_, *max_;
  QToolButton* export_;
  ListTable* list_;
  UnitRows* rows_ = nullptr;
  QAction* zoom_;
  std::optional<workspace::Language> fittedIn_{};  ///< in which language columns were made wide enough
  bool isOld_ = true;                              ///< what it shows is of an earlier view
};

}  // namespace vicinia::desktop
