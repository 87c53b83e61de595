#include "models/values/values_model.h"

#include <QBrush>
#include <QColor>
#include <algorithm>

#include "text/qt_text.h"
#include "vicinia/workspace/words/indicator_texts.h"
#include "vicinia/workspace/words/standing_text.h"
#include "vicinia/workspace/words/variable_texts.h"

namespace vicinia::desktop {

namespace ws = workspace;

void ValuesModel::setValues(const ws::Document& document, const ws::Choropleth& choropleth,
                            ws::Language language) {
  beginResetModel();
  document_ = document;
  values_ = choropleth.values;
  language_ = language;
  rows_.clear();
  for (const auto unit : choropleth.units) {
    Row row{unit, {}};
    row.folded = searchable(utf8(text(row, unitColumn) + QLatin1Char(' ') + text(row, provinceColumn) +
                                 QLatin1Char(' ') + text(row, valueColumn)));
    rows_.push_back(std::move(row));
  }
  endResetModel();
}

std::optional<int> ValuesModel::rowOf(core::admin::UnitIndex unit) const {
  const auto at = std::ranges::find(rows_, unit, &Row::unit);
  return at == rows_.end() ? std::nullopt : std::optional(static_cast<int>(at - rows_.begin()));
}

int ValuesModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int ValuesModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : columns; }

QString ValuesModel::text(const Row& row, int column) const {
  const auto& frame = document_.data->dataset->frame;
  const core::values::Value& value = values_[row.unit];
  const auto variable = document_.view.variable;
  switch (column) {
    case unitColumn: return qs(ws::name_of(frame[row.unit], language_));
    case provinceColumn: {
      const auto parent = frame.parent(row.unit);
      return parent ? qs(ws::name_of(frame[*parent], language_)) : QString();
    }
    case valueColumn:
      return qs(ws::marked(ws::variable_value_text(value, variable, language_), value.doubt()));
    case rangeColumn: return qs(ws::variable_range_text(value, variable, language_));
    default: return qs(ws::origin_text(value.origin, language_));
  }
}

QVariant ValuesModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const Row& row = rows_[static_cast<std::size_t>(index.row())];
  const core::values::Value& value = values_[row.unit];
  const bool isNumeric = index.column() == valueColumn || index.column() == rangeColumn;
  switch (role) {
    case Qt::DisplayRole: return text(row, index.column());
    case Qt::ToolTipRole:
      if (value.rests_on.empty()) return {};
      return QString(QStringLiteral("! ") +
                     qs(ws::rests_on_text(*document_.data->dataset, value.rests_on, language_)));
    case Qt::TextAlignmentRole:
      return isNumeric ? QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    case Qt::ForegroundRole:
      return isNumeric && !value.value.has_number() ? QVariant(QBrush(QColor(110, 110, 110))) : QVariant();
    case sortRole:
      if (index.column() == valueColumn) return value.value.has_number() ? value.value.number() : -HUGE_VAL;
      if (index.column() == rangeColumn) return value.range ? value.range->low : -HUGE_VAL;
      return text(row, index.column());
    case numberRole: return value.value.has_number() ? QVariant(value.value.number()) : QVariant();
    case unitRole: return static_cast<qulonglong>(row.unit);
    case foldedRole: return row.folded;
    default: return {};
  }
}

QVariant ValuesModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || section < 0 || section >= columns) return {};
  const bool isNumeric = section == valueColumn || section == rangeColumn;
  if (role == Qt::TextAlignmentRole)
    return QVariant::fromValue((isNumeric ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
  if (role != Qt::DisplayRole) return {};
  switch (section) {
    case unitColumn: return tr("Unit");
    case provinceColumn: return tr("Province");
    case valueColumn:
      return document_.data ? qs(ws::variable_short_name(document_.data->dataset->provenance,
                                                         document_.view.variable, language_))
                            : tr("Value");
    case rangeColumn: return tr("Allowed range");
    default: return tr("Origin");
  }
}

ValuesFilter::ValuesFilter(QObject* parent) : QSortFilterProxyModel(parent) {
  setSortRole(ValuesModel::sortRole);
  setSortLocaleAware(true);
}

void ValuesFilter::setSearch(const QString& text) {
  const SearchWords words(text);
  if (words == words_) return;
  words_ = words;
  invalidateFilter();
}

void ValuesFilter::setLimits(std::optional<double> min, std::optional<double> max) {
  if (min == min_ && max == max_) return;
  min_ = min;
  max_ = max;
  invalidateFilter();
}

bool ValuesFilter::filterAcceptsRow(int row, const QModelIndex& parent) const {
  const QModelIndex index = sourceModel()->index(row, 0, parent);
  if (min_ || max_) {
    const QVariant number = index.data(ValuesModel::numberRole);
    if (!number.isValid() || (min_ && number.toDouble() < *min_) || (max_ && number.toDouble() > *max_))
      return false;
  }
  const QString text = index.data(ValuesModel::foldedRole).toString();
  return words_.areIn(text);
}

}  // namespace vicinia::desktop
