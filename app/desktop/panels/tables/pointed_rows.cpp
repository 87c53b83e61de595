#include "panels/tables/pointed_rows.h"

#include <QEvent>
#include <algorithm>

namespace vicinia::desktop {

PointedRows::PointedRows(Session& session, ListTable& list, int unitRole, QObject* parent)
    : QObject(parent), session_(session), list_(list), unitRole_(unitRole) {
  list_.setMouseTracking(true);
  list_.viewport()->installEventFilter(this);
  connect(&list_, &QTableView::entered, this, [this](const QModelIndex& index) {
    session_.setPointedAt(
        static_cast<core::admin::UnitIndex>(index.siblingAtColumn(0).data(unitRole_).toULongLong()));
  });
  connect(&session_, &Session::pointedAtChanged, this, &PointedRows::show);
  // Rows move when they are sorted or filtered.
  connect(list_.model(), &QAbstractItemModel::layoutChanged, this, &PointedRows::show);
  connect(list_.model(), &QAbstractItemModel::modelReset, this, &PointedRows::show);
}

// Looked for among the rows that are seen: the others light up nothing.
void PointedRows::show() {
  int pointed = -1;
  if (const auto unit = session_.pointedAt(); unit && list_.isVisible()) {
    const QAbstractItemModel& rows = *list_.model();
    const int first = list_.rowAt(0), last = list_.rowAt(list_.viewport()->height() - 1);
    for (int row = std::max(0, first); row < (last < 0 ? rows.rowCount() : last + 1); ++row)
      if (rows.index(row, 0).data(unitRole_).toULongLong() == *unit) pointed = row;
  }
  list_.setPointedRow(pointed);
}

bool PointedRows::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::Leave) session_.setPointedAt(std::nullopt);
  return QObject::eventFilter(watched, event);
}

}  // namespace vicinia::desktop
