/// \file values_model.h
/// The variable that the map shows, in every unit that is coloured: name, province, value, what is known of it besides, where it is from.
/// The filter keeps rows with values within limits.
#pragma once

#include <optional>
#include <vector>

#include "models/table_filter.h"
#include "models/table_model.h"
#include "vicinia/workspace/maps/choropleth.h"

namespace vicinia::desktop {

class ValuesModel : public TableModel {
  Q_OBJECT

 public:
  enum Column { unitColumn, provinceColumn, valueColumn, rangeColumn, originColumn, columns };
  enum Role { unitRole = firstOwnRole };

  using TableModel::TableModel;

  void setValues(const workspace::Document& document, const workspace::Choropleth& choropleth,
                 workspace::Language language);
  [[nodiscard]] std::optional<int> rowOf(core::admin::UnitIndex unit) const;

 protected:
  [[nodiscard]] int rowTotal() const override;
  [[nodiscard]] int columnTotal() const override { return columns; }
  [[nodiscard]] QVariant cell(int row, int column, int role) const override;
  [[nodiscard]] QVariant head(int column, int role) const override;
  [[nodiscard]] bool isNumeric(int column) const override;
  [[nodiscard]] bool isToTheRight(int column) const override {
    return column == valueColumn || column == rangeColumn;
  }

 private:
  [[nodiscard]] QString text(core::admin::UnitIndex unit, int column) const;
  [[nodiscard]] QVariant codeOf(core::admin::UnitIndex unit, int column) const;

  workspace::Document document_{};
  std::vector<core::values::Value> values_;    ///< [unit]
  std::vector<core::admin::UnitIndex> units_;  ///< [row]
  workspace::Language language_ = workspace::Language::en;
};

class ValuesFilter : public TableFilter {
  Q_OBJECT

 public:
  using TableFilter::TableFilter;

  /// With a limit, units without a number are left out.
  void setLimits(std::optional<double> min, std::optional<double> max);

 protected:
  [[nodiscard]] bool isAmong(const QModelIndex& row) const override;

 private:
  std::optional<double> min_, max_;
};

}  // namespace vicinia::desktop
