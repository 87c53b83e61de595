/// \file values_model.h
/// The variable that the map shows, in every unit that is coloured: name, province, value, what is known of it besides, where it is from.
/// The filter keeps rows in which every word of a search occurs (case and diacritics do not count), with values within limits.
#pragma once

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>
#include <optional>
#include <vector>

#include "text/search_words.h"
#include "vicinia/workspace/maps/choropleth.h"

namespace vicinia::desktop {

class ValuesModel : public QAbstractTableModel {
  Q_OBJECT

 public:
  enum Column { unitColumn, provinceColumn, valueColumn, rangeColumn, originColumn, columns };
  enum Role {
    sortRole = Qt::UserRole + 1,
    unitRole,
    foldedRole,
    numberRole
  };  ///< numberRole: none where there is no number

  using QAbstractTableModel::QAbstractTableModel;

  void setValues(const workspace::Document& document, const workspace::Choropleth& choropleth,
                 workspace::Language language);
  [[nodiscard]] std::optional<int> rowOf(core::admin::UnitIndex unit) const;

  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
  [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

 private:
  struct Row {
    core::admin::UnitIndex unit = 0;
    QString folded;
  };
  [[nodiscard]] QString text(const Row& row, int column) const;

  workspace::Document document_{};
  std::vector<core::values::Value> values_;  ///< [unit]
  std::vector<Row> rows_;
  workspace::Language language_ = workspace::Language::en;
};

class ValuesFilter : public QSortFilterProxyModel {
  Q_OBJECT

 public:
  explicit ValuesFilter(QObject* parent = nullptr);

  void setSearch(const QString& text);
  /// With a limit, units without a number are left out.
  void setLimits(std::optional<double> min, std::optional<double> max);

 protected:
  [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

 private:
  SearchWords words_;
  std::optional<double> min_, max_;
};

}  // namespace vicinia::desktop
