/// \file province_models.h
/// The two tables of a province's sheet: what its units are specialised in, and which agglomerations it shares.
#pragma once

#include "jobs/all_sectors_job.h"
#include "models/table_model.h"

namespace vicinia::desktop {

/// What both tables have in common. Of a row, `sectorRole` is the sector and `unitRole` a unit to be selected for it.
class ProvinceTableModel : public TableModel {
  Q_OBJECT

 public:
  enum Role { sectorRole = firstOwnRole, unitRole, barRole };

  using TableModel::TableModel;

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

 protected:
  [[nodiscard]] int rowTotal() const override;
  [[nodiscard]] int columnTotal() const override { return columns; }
  [[nodiscard]] QVariant cell(int row, int column, int role) const override;
  [[nodiscard]] QVariant head(int column, int role) const override;
  [[nodiscard]] bool isNumeric(int column) const override;

 private:
  [[nodiscard]] QString text(const workspace::Specialisation& row, int column) const;
  [[nodiscard]] QString folded(const workspace::Specialisation& row) const;
};

class SharedAgglomerationsModel : public ProvinceTableModel {
  Q_OBJECT

 public:
  enum Column { sectorColumn, partsColumn, employeesColumn, lqColumn, columns };

  using ProvinceTableModel::ProvinceTableModel;

 protected:
  [[nodiscard]] int rowTotal() const override;
  [[nodiscard]] int columnTotal() const override { return columns; }
  [[nodiscard]] QVariant cell(int row, int column, int role) const override;
  [[nodiscard]] QVariant head(int column, int role) const override;
  [[nodiscard]] bool isNumeric(int column) const override;

 private:
  [[nodiscard]] QString text(const workspace::SharedAgglomeration& row, int column) const;
  [[nodiscard]] QString folded(const workspace::SharedAgglomeration& row) const;
};

}  // namespace vicinia::desktop
