#include "models/table_model.h"

#include <QBrush>
#include <QColor>
#include <QStringList>
#include <cmath>

#include "drawing/tones.h"
#include "text/qt_text.h"

namespace vicinia::desktop {

int TableModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : rowTotal(); }

int TableModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : columnTotal(); }

QVariant TableModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  if (role == Qt::TextAlignmentRole)
    return isToTheRight(index.column()) ? QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
  return cell(index.row(), index.column(), role);
}

QVariant TableModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || section < 0 || section >= columnTotal()) return {};
  if (role == Qt::TextAlignmentRole)
    return QVariant::fromValue((isToTheRight(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
  if (role == numberRole) return isNumeric(section);
  return head(section, role);
}

void TableModel::tellAllChanged() {
  if (rowTotal() > 0) Q_EMIT dataChanged(index(0, 0), index(rowTotal() - 1, columnTotal() - 1));
  Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnTotal() - 1);
}

QVariant TableModel::numberOf(const core::Cell& cell) {
  return cell.has_number() ? QVariant(cell.number()) : QVariant();
}

QVariant TableModel::endOf(const std::optional<core::stats::Interval>& interval, int role) {
  if (!interval) return {};
  constexpr double as_good_as_infinite = 1e300;
  const double end = role == lowRole ? interval->low : interval->high;
  return std::isfinite(end) && std::abs(end) < as_good_as_infinite ? QVariant(end) : QVariant();
}

QString TableModel::marks(std::initializer_list<std::string> texts) {
  QStringList said;
  for (const std::string& text : texts)
    if (!text.empty()) said << qs(text);
  return said.join(QStringLiteral(", "));
}

QVariant TableModel::missingColour() { return QBrush(toneColour(Tone::quiet)); }

}  // namespace vicinia::desktop
