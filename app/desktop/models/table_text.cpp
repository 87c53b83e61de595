#include "models/table_text.h"

#include <algorithm>

namespace vicinia::desktop {

namespace {

/// What stands in a cell; where only a picture does, what it says.
QString cellText(const QModelIndex& index) {
  const QString text = index.data().toString();
  return text.isEmpty() ? index.data(Qt::AccessibleTextRole).toString() : text;
}

QString headText(const QAbstractItemModel& model, int column) {
  const QString text = model.headerData(column, Qt::Horizontal).toString();
  return text.isEmpty() ? model.headerData(column, Qt::Horizontal, Qt::AccessibleTextRole).toString() : text;
}

}  // namespace

QString tableText(const QAbstractItemModel& model, const QModelIndexList& chosen) {
  int top = 0, bottom = model.rowCount() - 1, left = 0, right = model.columnCount() - 1;
  if (chosen.size() > 1) {
    const auto [top_cell, bottom_cell] = std::minmax_element(
        chosen.begin(), chosen.end(), [](const auto& a, const auto& b) { return a.row() < b.row(); });
    const auto [left_cell, right_cell] = std::minmax_element(
        chosen.begin(), chosen.end(), [](const auto& a, const auto& b) { return a.column() < b.column(); });
    top = top_cell->row(), bottom = bottom_cell->row();
    left = left_cell->column(), right = right_cell->column();
  }
  QString text;
  for (int row = top - 1; row <= bottom; ++row)
    for (int column = left; column <= right; ++column) {
      text += row < top ? headText(model, column) : cellText(model.index(row, column));
      text += column == right ? QLatin1Char('\n') : QLatin1Char('\t');
    }
  return text;
}

}  // namespace vicinia::desktop
