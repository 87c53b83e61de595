/// \file members_model.h
/// The members of an agglomeration with their parts, most employees first, and after them the units that are near.
#pragma once

#include <QAbstractTableModel>

#include "jobs/found_agglomerations.h"
#include "vicinia/workspace/tables/agglomeration_sheet.h"

namespace vicinia::desktop {

class MembersModel : public QAbstractTableModel {
  Q_OBJECT

 public:
  enum Column { unitColumn, provinceColumn, employeesColumn, partColumn, lqColumn, roleColumn, columns };
  enum Role { sortRole = Qt::UserRole, unitRole, barRole };

  using QAbstractTableModel::QAbstractTableModel;

  /// Null: nothing is shown.
  void setSheet(FoundPtr found, workspace::AgglomerationSheet sheet, workspace::Language language);

  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
  [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                    int role = Qt::DisplayRole) const override;

 private:
  [[nodiscard]] QVariant member(const workspace::AgglomerationMember& member, int column, int role) const;
  [[nodiscard]] QVariant near(const workspace::NearUnit& unit, int column, int role) const;
  [[nodiscard]] QString nameOf(std::optional<core::admin::UnitIndex> unit) const;

  FoundPtr found_;
  workspace::AgglomerationSheet sheet_;
  workspace::Language language_ = workspace::Language::en;
};

}  // namespace vicinia::desktop
