/// \file sheet_model.h
/// The first rows of a sheet as they stand, with what each column holds above it, and rows that are no figures set apart by their colour.
#pragma once

#include <QAbstractTableModel>
#include <memory>

#include "vicinia/gis/imports/import.h"
#include "vicinia/workspace/base/language.h"

namespace vicinia::desktop {

class SheetModel : public QAbstractTableModel {
  Q_OBJECT

 public:
  static constexpr int mostRows = 300, mostColumns = 120;

  using QAbstractTableModel::QAbstractTableModel;

  void show(std::shared_ptr<const gis::imports::TableTaken> table, workspace::Language language);
  [[nodiscard]] const gis::imports::TableShape* shape() const;

  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
  [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

 private:
  /// What a row is, in words; empty: figures.
  [[nodiscard]] QString wordsOf(std::size_t row) const;

  std::shared_ptr<const gis::imports::TableTaken> table_;
  workspace::Language language_ = workspace::Language::en;
};

}  // namespace vicinia::desktop
