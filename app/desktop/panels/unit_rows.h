/// \file unit_rows.h
/// The rows of a list of units and the units that are selected, kept in step both ways: with the mouse, the keyboard, Ctrl and Shift; what is pointed at, too. What is
/// selected and not among the rows, because it is filtered away, stays selected until another row is chosen alone.
#pragma once

#include <QItemSelection>
#include <QObject>
#include <QScopedValueRollback>

#include "panels/tables/list_table.h"
#include "session/session.h"

namespace vicinia::desktop {

class UnitRows : public QObject {
  Q_OBJECT

 public:
  /// Both must outlive the object; the list has its model, in which `unitRole` of a row's first column is its unit.
  UnitRows(Session& session, ListTable& list, int unitRole, QObject* parent);

  /// Selects the rows of what is selected, and brings the current one into sight.
  void showSelected();
  /// While it lives the rows may change, and nothing is selected by it.
  [[nodiscard]] QScopedValueRollback<bool> changingRows() { return QScopedValueRollback(quiet_, true); }

 Q_SIGNALS:
  void chosen(std::size_t unit);  ///< in the list: the current unit, which is to be seen on the map

 private:
  void onRowsSelected(const QItemSelection& selected, const QItemSelection& deselected);
  void select(const workspace::Selection& units);
  [[nodiscard]] core::admin::UnitIndex unitAt(const QModelIndex& index) const;

  Session& session_;
  ListTable& list_;
  int unitRole_;
  bool quiet_ = false;  ///< the list is being set to what the document says
};

}  // namespace vicinia::desktop
