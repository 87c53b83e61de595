#include "models/values/values_model.h"

#include <algorithm>
#include <cmath>

#include "text/qt_text.h"
#include "text/search_words.h"
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
  units_.assign(choropleth.units.begin(), choropleth.units.end());
  endResetModel();
}

std::optional<int> ValuesModel::rowOf(core::admin::UnitIndex unit) const {
  const auto at = std::ranges::find(units_, unit);
  return at == units_.end() ? std::nullopt : std::optional(static_cast<int>(at - units_.begin()));
}

int ValuesModel::rowTotal() const { return static_cast<int>(units_.size()); }

bool ValuesModel::isNumeric(int column) const {
  return column == valueColumn && !core::values::info_of(document_.view.variable).is_category();
}

QString ValuesModel::text(core::admin::UnitIndex unit, int column) const {
  const auto& frame = document_.data->dataset->frame;
  const core::values::Value& value = values_[unit];
  const auto variable = document_.view.variable;
  switch (column) {
    case unitColumn: return qs(ws::called(frame, unit, language_));
    case provinceColumn: {
      const auto parent = frame.parent(unit);
      return parent ? qs(ws::called(frame, *parent, language_)) : QString();
    }
    case valueColumn:
      return qs(ws::marked(ws::variable_value_text(value, variable, language_), value.doubt()));
    case rangeColumn: return qs(ws::variable_range_text(value, variable, language_));
    default: return qs(ws::origin_text(value.origin, language_));
  }
}

QVariant ValuesModel::cell(int row, int column, int role) const {
  const core::admin::UnitIndex at = units_[static_cast<std::size_t>(row)];
  const core::values::Value& value = values_[at];
  switch (role) {
    case Qt::DisplayRole: return text(at, column);
    case Qt::ToolTipRole:
      if (value.rests_on.empty()) return {};
      return QString(QStringLiteral("! ") +
                     qs(ws::rests_on_text(*document_.data->dataset, value.rests_on, language_)));
    case Qt::ForegroundRole:
      return (column == valueColumn || column == rangeColumn) && !value.value.has_number() ? missingColour()
                                                                                           : QVariant();
    case sortRole:
      if (column == valueColumn) return value.value.has_number() ? value.value.number() : -HUGE_VAL;
      if (column == rangeColumn) return value.range ? value.range->low : -HUGE_VAL;
      if (column == unitColumn) return qs(ws::pick(document_.data->dataset->frame.bare_name(at), language_));
      return text(at, column);
    case numberRole: return column == valueColumn ? numberOf(value.value) : QVariant();
    case lowRole:
    case highRole: return column == valueColumn ? endOf(value.range, role) : QVariant();
    case codeRole: return codeOf(at, column);
    case markRole:
      if (column != valueColumn) return {};
      return marks({value.value.has_number() || !isNumeric(column) ? std::string() : utf8(text(at, column)),
                    ws::doubt_text(value.doubt(), language_)});
    case unitRole: return static_cast<qulonglong>(at);
    case foldedRole:
      return searchable(utf8(text(at, unitColumn) + QLatin1Char(' ') + text(at, provinceColumn) +
                             QLatin1Char(' ') + text(at, valueColumn)));
    default: return {};
  }
}

QVariant ValuesModel::codeOf(core::admin::UnitIndex unit, int column) const {
  const auto& frame = document_.data->dataset->frame;
  if (column == unitColumn) return qs(frame[unit].code);
  if (column != provinceColumn) return {};
  const auto parent = frame.parent(unit);
  return parent ? QVariant(qs(frame[*parent].code)) : QVariant();
}

QVariant ValuesModel::head(int column, int role) const {
  if (role == termRole)
    return column == valueColumn    ? qs(core::values::info_of(document_.view.variable).id)
           : column == rangeColumn  ? QStringLiteral("allowed-range")
           : column == originColumn ? QStringLiteral("origin")
                                    : QString();
  if (role == codeRole) return column == unitColumn || column == provinceColumn;
  if (role == lowRole || role == markRole) return column == valueColumn;
  if (role != Qt::DisplayRole) return {};
  switch (column) {
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

void ValuesFilter::setLimits(std::optional<double> min, std::optional<double> max) {
  if (min == min_ && max == max_) return;
  min_ = min;
  max_ = max;
  invalidateFilter();
}

bool ValuesFilter::isAmong(const QModelIndex& row) const {
  if (!min_ && !max_) return true;
  const QVariant number = row.siblingAtColumn(ValuesModel::valueColumn).data(ValuesModel::numberRole);
  return number.isValid() && !(min_ && number.toDouble() < *min_) && !(max_ && number.toDouble() > *max_);
}

}  // namespace vicinia::desktop
