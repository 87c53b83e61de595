#include "models/indicators/indicator_model.h"

#include <QBrush>
#include <QColor>
#include <QFont>
#include <QRegularExpression>
#include <QStringList>
#include <cmath>
#include <utility>

#include "drawing/tones.h"
#include "models/indicators/indicator_groups.h"
#include "models/marks.h"
#include "text/qt_text.h"
#include "text/search_words.h"
#include "vicinia/workspace/words/indicator_texts.h"
#include "vicinia/workspace/words/standing_text.h"

namespace vicinia::desktop {

namespace ws = workspace;
using core::indicators::Indicator;
using core::indicators::Outcome;
using core::indicators::ValueOf;

namespace {

QString unitSign(Indicator indicator) {
  const bool isPerCent = core::indicators::info_of(indicator).unit == core::indicators::ValueUnit::per_cent;
  return isPerCent ? QStringLiteral(" %") : QString();
}

}  // namespace

bool lacksUnit(std::optional<core::admin::UnitIndex> unit, Indicator indicator) {
  return !unit && core::indicators::info_of(indicator).of != ValueOf::sector;
}

ws::IndicatorValue indicatorValue(const ws::SectorIndicators& indicators,
                                  std::optional<core::admin::UnitIndex> unit, Indicator indicator) {
  if (core::indicators::info_of(indicator).of == ValueOf::sector) {
    const auto level = unit ? indicators.period().dataset().frame[*unit].level : indicators.period().level();
    return indicators.of_sector(level, indicator);
  }
  return unit ? indicators.at(*unit, indicator) : ws::IndicatorValue{};
}

QString indicatorValueText(const ws::IndicatorValue& value, Indicator indicator, ws::Language language) {
  const QString number =
      qs(ws::marked(ws::indicator_value_text(value, indicator, language) +
                        (value.value.has_number() ? unitSign(indicator).toStdString() : std::string()),
                    value.doubt()));
  const QString note = qs(ws::indicator_note_text(value, language));
  return note.isEmpty() ? number : QStringLiteral("%1 (%2)").arg(number, note);
}

QString indicatorRangeText(const ws::IndicatorValue& value, Indicator indicator, ws::Language language) {
  const QString range = qs(ws::indicator_range_text(value, indicator, language));
  return range.isEmpty() ? range : QString(range + unitSign(indicator));
}

void IndicatorModel::setDevicePixelRatio(double ratio) { warningMark_ = makeWarningMark(14, ratio); }

void IndicatorModel::setIndicators(SectorIndicatorsPtr indicators, std::optional<core::admin::UnitIndex> unit,
                                   ws::Language language) {
  indicators_ = std::move(indicators);
  unit_ = unit;
  language_ = language;
  values_.clear();
  Q_EMIT dataChanged(index(0, 0), index(indicatorGroupCount - 1, columns - 1));
  for (int group = 0; group < indicatorGroupCount; ++group) {
    const QModelIndex head = index(group, 0);
    Q_EMIT dataChanged(index(0, 0, head), index(rowCount(head) - 1, columns - 1, head));
  }
  Q_EMIT headerDataChanged(Qt::Horizontal, 0, columns - 1);
}

const ws::IndicatorValue& IndicatorModel::valueOf(Indicator indicator) const {
  const auto known = values_.find(indicator);
  if (known != values_.end()) return known->second;
  return values_.emplace(indicator, indicatorValue(*indicators_, unit_, indicator)).first->second;
}

std::optional<Indicator> IndicatorModel::indicatorAt(const QModelIndex& index) const {
  if (!index.isValid() || index.internalId() == 0) return std::nullopt;
  return indicatorsOfGroup(static_cast<int>(index.internalId()) - 1)[static_cast<std::size_t>(index.row())];
}

QModelIndex IndicatorModel::indexOf(Indicator indicator) const {
  for (int group = 0; group < indicatorGroupCount; ++group) {
    const auto members = indicatorsOfGroup(group);
    for (std::size_t row = 0; row < members.size(); ++row)
      if (members[row] == indicator) return index(static_cast<int>(row), 0, index(group, 0));
  }
  return {};
}

QStringList IndicatorModel::warnings() const {
  QStringList names;
  if (!indicators_ || !unit_) return names;
  for (const Indicator flag : {Indicator::dominance_few_enterprises, Indicator::dominance_foreign})
    if (indicators_->at(*unit_, flag).flag == Outcome::met)
      names << qs(ws::indicator_name(indicators_->period().dataset().provenance, flag, language_));
  return names;
}

// A group's head has no number; an indicator has that of its group, plus one.
QModelIndex IndicatorModel::index(int row, int column, const QModelIndex& parent) const {
  if (!hasIndex(row, column, parent)) return {};
  return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(parent.row() + 1) : 0);
}

QModelIndex IndicatorModel::parent(const QModelIndex& index) const {
  if (!index.isValid() || index.internalId() == 0) return {};
  return createIndex(static_cast<int>(index.internalId()) - 1, 0, quintptr{0});
}

int IndicatorModel::rowCount(const QModelIndex& parent) const {
  if (!parent.isValid()) return indicatorGroupCount;
  if (parent.internalId() != 0 || parent.column() != 0) return 0;
  return static_cast<int>(indicatorsOfGroup(parent.row()).size());
}

int IndicatorModel::columnCount(const QModelIndex&) const { return columns; }

QVariant IndicatorModel::groupData(int group, int column, int role) const {
  if (role == Qt::DisplayRole && column == nameColumn) return indicatorGroupName(group);
  if (role == Qt::FontRole) {
    QFont bold;
    bold.setBold(true);
    return bold;
  }
  return {};
}

QVariant IndicatorModel::data(const QModelIndex& index, int role) const {
  if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
  const auto indicator = indicatorAt(index);
  if (!indicator) return groupData(index.row(), index.column(), role);
  const bool isReason =
      indicators_ && indicators_->period().availability(*indicator) != ws::Availability::available;
  switch (role) {
    case Qt::DisplayRole: return text(*indicator, index.column());
    case Qt::ToolTipRole:
      if (index.column() == nameColumn)
        return qs(indicators_ ? ws::indicator_definition(indicators_->period().dataset().provenance,
                                                         *indicator, language_)
                              : ws::indicator_definition(*indicator, language_));
      if (indicators_ && index.column() == valueColumn)
        if (const ws::IndicatorValue& value = valueOf(*indicator); value.doubt() != ws::Doubt::none)
          return QString(text(*indicator, index.column()) + QLatin1Char('\n') +
                         qs(ws::rests_on_text(indicators_->period().dataset(), value.rests_on, language_)));
      return text(*indicator, isReason ? valueColumn : index.column());
    case Qt::ForegroundRole: {
      const bool isGrey =
          isReason || (indicators_ && index.column() != nameColumn &&
                       valueOf(*indicator).origin == ws::ValueOrigin::none && !valueOf(*indicator).range);
      return isGrey ? QVariant(QBrush(toneColour(Tone::quiet))) : QVariant();
    }
    case Qt::DecorationRole:
      return index.column() == valueColumn && data(index, warningRole).toBool() ? QVariant(warningMark_)
                                                                                : QVariant();
    case TableModel::termRole: return qs(core::indicators::info_of(*indicator).id);
    case reasonRole: return isReason;
    case warningRole: return indicators_ && unit_ && indicators_->at(*unit_, *indicator).flag == Outcome::met;
    default: return valueData(*indicator, index.column(), role);
  }
}

QVariant IndicatorModel::valueData(Indicator indicator, int column, int role) const {
  if (role == TableModel::foldedRole)
    return searchable(ws::indicator_name(indicator, ws::Language::vi) + " " +
                      ws::indicator_name(indicator, ws::Language::en));
  if (!indicators_ || column != valueColumn || lacksUnit(unit_, indicator)) return {};
  if (indicators_->period().availability(indicator) != ws::Availability::available)
    return role == TableModel::markRole ? QVariant(text(indicator, column)) : QVariant();
  const ws::IndicatorValue& value = valueOf(indicator);
  const bool isNumber = value.value.has_number() && !value.flag;
  switch (role) {
    case TableModel::numberRole: return isNumber ? QVariant(value.value.number()) : QVariant();
    case TableModel::lowRole:
    case TableModel::highRole: {
      if (!value.range) return {};
      const double end = role == TableModel::lowRole ? value.range->low : value.range->high;
      return std::isfinite(end) ? QVariant(end) : QVariant();
    }
    case TableModel::markRole:
      if (!isNumber) return text(indicator, column);
      return QStringList({qs(ws::doubt_text(value.doubt(), language_)),
                          qs(ws::indicator_note_text(value, language_))})
          .filter(QRegularExpression(QStringLiteral(".")))
          .join(QStringLiteral(", "));
    default: return {};
  }
}

QString IndicatorModel::text(Indicator indicator, int column) const {
  if (column == nameColumn)
    return qs(indicators_
                  ? ws::indicator_name(indicators_->period().dataset().provenance, indicator, language_)
                  : ws::indicator_name(indicator, language_));
  if (!indicators_) return {};
  const ws::Availability why = indicators_->period().availability(indicator);
  if (why != ws::Availability::available)
    return column == valueColumn ? qs(ws::availability_text(why, language_)) : QString();
  if (lacksUnit(unit_, indicator)) return {};
  const ws::IndicatorValue& value = valueOf(indicator);
  switch (column) {
    case valueColumn: return indicatorValueText(value, indicator, language_);
    case allowedColumn: return indicatorRangeText(value, indicator, language_);
    default: {
      const bool isInterval =
          core::indicators::info_of(indicator).kind == core::indicators::ValueKind::interval;
      return qs(ws::origin_text(isInterval ? value.range_origin : value.origin, language_));
    }
  }
}

QVariant IndicatorModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (orientation != Qt::Horizontal || section < 0 || section >= columns) return {};
  if (role == Qt::ToolTipRole && section == allowedColumn)
    return tr(
        "The least and the most that the totals allow; where these are reconstructed, they are intervals");
  if (role == TableModel::numberRole || role == TableModel::lowRole || role == TableModel::markRole)
    return section == valueColumn;
  if (role == TableModel::termRole)
    return section == allowedColumn  ? QStringLiteral("allowed-range")
           : section == originColumn ? QStringLiteral("origin")
                                     : QString();
  if (role != Qt::DisplayRole) return {};
  switch (section) {
    case nameColumn: return tr("Indicator");
    case valueColumn: return tr("Value");
    case allowedColumn: return tr("What the totals allow");
    default: return tr("Where from");
  }
}

}  // namespace vicinia::desktop
