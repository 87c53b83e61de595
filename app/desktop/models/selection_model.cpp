#include "models/selection_model.h"

#include <utility>

#include "text/qt_text.h"

namespace vicinia::desktop {

void SelectionModel::setLines(std::vector<workspace::SelectionLine> lines) {
  beginResetModel();
  lines_ = std::move(lines);
  endResetModel();
}

QVariant SelectionModel::cell(int row, int column, int role) const {
  const workspace::SelectionLine& line = lines_[static_cast<std::size_t>(row)];
  if (role == Qt::ToolTipRole) return qs(line.definition).toHtmlEscaped();
  if (column == nameColumn) return role == Qt::DisplayRole ? qs(line.name) : QVariant();
  switch (role) {
    case Qt::DisplayRole: return qs(line.value);
    case numberRole: return numberOf(line.number);
    case lowRole:
    case highRole: return endOf(line.allowed, role);
    case markRole: return marks({line.number.has_number() ? std::string() : line.value, line.doubt});
    default: return {};
  }
}

QVariant SelectionModel::head(int column, int role) const {
  if (role == lowRole || role == markRole) return column == valueColumn;
  if (role != Qt::DisplayRole) return {};
  return column == nameColumn ? tr("Measure") : tr("Value");
}

}  // namespace vicinia::desktop
