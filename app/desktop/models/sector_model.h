/// \file sector_model.h
/// The sectors of the open data set, one a row: "I  Textile and Garment" and the number of units that the source lists.
#pragma once

#include <QAbstractTableModel>
#include <memory>
#include <vector>

#include "vicinia/workspace/base/language.h"
#include "vicinia/workspace/document/workspace.h"

namespace vicinia::desktop {

class SectorModel : public QAbstractTableModel {
  Q_OBJECT

 public:
  enum Column { codeColumn, nameColumn, countColumn, columns };
  enum Role { foldedRole = Qt::UserRole + 1 };  ///< what a search looks through: code and both names, folded

  using QAbstractTableModel::QAbstractTableModel;

  void setDataset(std::shared_ptr<const workspace::OpenDataset> data, core::industry::PeriodIndex period);
  void setLanguage(workspace::Language language);

  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
  [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

 private:
  std::shared_ptr<const workspace::OpenDataset> data_;
  core::industry::PeriodIndex period_ = 0;
  workspace::Language language_ = workspace::Language::en;
  std::vector<int> listed_;      ///< [sector]
  std::vector<QString> folded_;  ///< [sector]
};

}  // namespace vicinia::desktop
