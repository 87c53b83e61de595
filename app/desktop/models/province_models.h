/// \file province_models.h
/// The two tables of a province's sheet: what its units are specialised in, and which agglomerations it shares.
#pragma once

#include <QAbstractTableModel>

#include "jobs/all_sectors_job.h"

namespace vicinia::desktop {

/// What both tables have in common. Of a row, `sectorRole` is the sector and `unitRole` a unit to be selected for it.
class ProvinceTableModel : public QAbstractTableModel {
  Q_OBJECT

 public:
  enum Role { sortRole = Qt::UserRole, sectorRole, unitRole, barRole };

  using QAbstractTableModel::QAbstractTableModel;

  /// Null: nothing is shown.
  void setSheet(AllSectorsPtr sectors, workspace::ProvinceSheet sheet, workspace::Language language);

 protected:
  [[nodiscard]] const core::Dataset& dataset() const { return *sectors_->document.data->dataset; }
  [[nodiscard]] const workspace::ProvinceSheet& sheet() const { return sheet_; }
  [[nodiscard]] const AllSectorsPtr& sectors() const { return sectors_; }
  [[nodiscard]] workspace::Language language() const { return language_; }

 private:
  AllSectorsPtr sectors_;
  workspace::ProvinceSheet sheet_;
  workspace::Language language_ = workspace::Language::en;
};

class SpecialisationsModel : public ProvinceTableModel {
  Q_OBJECT

 public:
  enum Column { sectorColumn, unitColumn, lqColumn, employeesColumn, sharedColumn, columns };

  using ProvinceTableModel::ProvinceTableModel;

  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
  [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                    int role = Qt::DisplayRole) const override;

 private:
  [[nodiscard]] QString text(const workspace::Specialisation& row, int column) const;
};

class SharedAgglomerationsModel : public ProvinceTableModel {
  Q_OBJECT

 public:
  enum Column { sectorColumn, partsColumn, employeesColumn, lqColumn, columns };

  using ProvinceTableModel::ProvinceTableModel;

  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
  [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                    int role = Qt::DisplayRole) const override;

 private:
  [[nodiscard]] QString text(const workspace::SharedAgglomeration& row, int column) const;
};

}  // namespace vicinia::desktop
