/// \file indicator_model.h
/// Every indicator of one unit and the shown sector, in groups: value, what the totals allow, where it comes from.
/// Missing: "not published" in words; an indicator that the data do not allow has the reason where its value would stand, and no
///          number. Without a unit, what belongs to one is empty.
#pragma once

#include <QAbstractItemModel>
#include <QPixmap>
#include <map>
#include <optional>

#include "jobs/indicators_job.h"
#include "models/table_model.h"
#include "vicinia/workspace/base/language.h"

namespace vicinia::desktop {

class IndicatorModel : public QAbstractItemModel {
  Q_OBJECT

 public:
  enum Column { nameColumn, valueColumn, allowedColumn, originColumn, columns };
  /// reasonRole: true where the value column says why there is none; its text may run across the columns after it.
  enum Role { reasonRole = TableModel::firstOwnRole, warningRole };

  using QAbstractItemModel::QAbstractItemModel;

  /// The rows stay: only what they say changes. `indicators` may be null.
  void setIndicators(SectorIndicatorsPtr indicators, std::optional<core::admin::UnitIndex> unit,
                     workspace::Language language);
  void setDevicePixelRatio(double ratio);

  /// nullopt for the head of a group.
  [[nodiscard]] std::optional<core::indicators::Indicator> indicatorAt(const QModelIndex& index) const;
  [[nodiscard]] QModelIndex indexOf(core::indicators::Indicator indicator) const;
  /// Names of the flags that are raised.
  [[nodiscard]] QStringList warnings() const;

  [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
  [[nodiscard]] QModelIndex parent(const QModelIndex& index) const override;
  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
  [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

 private:
  [[nodiscard]] QVariant groupData(int group, int column, int role) const;
  [[nodiscard]] QString text(core::indicators::Indicator indicator, int column) const;
  /// What the roles of a TableModel ask for.
  [[nodiscard]] QVariant valueData(core::indicators::Indicator indicator, int column, int role) const;

  /// Computed once for what is shown. \pre indicators_
  [[nodiscard]] const workspace::IndicatorValue& valueOf(core::indicators::Indicator indicator) const;

  SectorIndicatorsPtr indicators_;
  std::optional<core::admin::UnitIndex> unit_;
  workspace::Language language_ = workspace::Language::en;
  mutable std::map<core::indicators::Indicator, workspace::IndicatorValue> values_;
  QPixmap warningMark_;
};

/// Of the unit in the sector, or of the sector where the indicator belongs to it alone; nothing where it belongs to a unit and none
/// is given.
[[nodiscard]] workspace::IndicatorValue indicatorValue(const workspace::SectorIndicators& indicators,
                                                       std::optional<core::admin::UnitIndex> unit,
                                                       core::indicators::Indicator indicator);
/// "≤ 21.66 (at most)", "57.1 %", "not published".
[[nodiscard]] QString indicatorValueText(const workspace::IndicatorValue& value,
                                         core::indicators::Indicator indicator, workspace::Language language);
/// "57.05 – 57.15 %"; empty where the totals say no more.
[[nodiscard]] QString indicatorRangeText(const workspace::IndicatorValue& value,
                                         core::indicators::Indicator indicator, workspace::Language language);
/// Whether it belongs to a unit, and there is none.
[[nodiscard]] bool lacksUnit(std::optional<core::admin::UnitIndex> unit,
                             core::indicators::Indicator indicator);

}  // namespace vicinia::desktop
