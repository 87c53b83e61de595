#include "panels/unit_rows.h"

#include <algorithm>
#include <set>
#include <utility>
#include <vector>

#include "panels/tables/pointed_rows.h"

namespace vicinia::desktop {

namespace ws = workspace;
using core::admin::UnitIndex;

UnitRows::UnitRows(Session& session, ListTable& list, int unitRole, QObject* parent)
    : QObject(parent), session_(session), list_(list), unitRole_(unitRole) {
  list_.setSelectionMode(QAbstractItemView::ExtendedSelection);
  new PointedRows(session_, list_, unitRole_, this);
  // Not the current row: a list that gets the focus has one, and nothing was chosen.
  connect(list_.selectionModel(), &QItemSelectionModel::selectionChanged, this, &UnitRows::onRowsSelected);
  // A click on the one row that is selected changes nothing in the list, but may choose it among others that are filtered away.
  connect(&list_, &QTableView::clicked, this, [this](const QModelIndex& index) {
    if (list_.selectionModel()->selectedRows().size() == 1 &&
        list_.selectionModel()->isRowSelected(index.row()))
      select(ws::Selection(unitAt(index)));
  });
}

UnitIndex UnitRows::unitAt(const QModelIndex& index) const {
  return static_cast<UnitIndex>(index.siblingAtColumn(0).data(unitRole_).toULongLong());
}

void UnitRows::showSelected() {
  const auto quiet = changingRows();
  const ws::Selection selection = session_.isOpen() ? session_.view().selected : ws::Selection();
  const QAbstractItemModel& rows = *list_.model();
  QItemSelection selected;
  QModelIndex current,
      first;  // `first` of the rows side by side that are selected: a range for each would be merged one by one
  for (int row = 0; row < rows.rowCount(); ++row) {
    const QModelIndex index = rows.index(row, 0);
    const UnitIndex unit = unitAt(index);
    if (!selection.contains(unit)) continue;
    if (!first.isValid()) first = index;
    const bool isLast = row + 1 == rows.rowCount() || !selection.contains(unitAt(rows.index(row + 1, 0)));
    if (isLast) selected.select(std::exchange(first, {}), rows.index(row, rows.columnCount() - 1));
    if (unit == selection.current())
      current = index.siblingAtColumn(std::max(0, list_.currentIndex().column()));
  }
  if (selected.isEmpty()) return list_.selectionModel()->clear();
  list_.selectionModel()->select(selected, QItemSelectionModel::ClearAndSelect);
  if (!current.isValid()) return;
  list_.selectionModel()->setCurrentIndex(current, QItemSelectionModel::NoUpdate);
  list_.scrollTo(current);
}

void UnitRows::onRowsSelected(const QItemSelection& selected, const QItemSelection& deselected) {
  if (quiet_ || !session_.isOpen()) return;
  const QModelIndexList now = list_.selectionModel()->selectedRows();
  if (now.size() == 1 && selected.contains(now.front())) return select(ws::Selection(unitAt(now.front())));
  std::set<UnitIndex> gone;
  for (const QItemSelectionRange& range : deselected)
    for (int row = range.top(); row <= range.bottom(); ++row)
      gone.insert(unitAt(list_.model()->index(row, 0)));
  std::vector<UnitIndex> units;
  for (const UnitIndex unit : session_.view().selected.units())
    if (!gone.contains(unit)) units.push_back(unit);
  for (const QModelIndex& row : now) units.push_back(unitAt(row));
  const QModelIndex at = list_.currentIndex();
  select(ws::Selection(std::move(units), at.isValid() && list_.selectionModel()->isRowSelected(at.row())
                                             ? std::optional(unitAt(at))
                                             : session_.view().selected.current()));
}

void UnitRows::select(const ws::Selection& units) {
  if (quiet_ || !session_.isOpen()) return;
  if (session_.apply(ws::commands::select_units(units)) && units.current()) Q_EMIT chosen(*units.current());
}

}  // namespace vicinia::desktop
