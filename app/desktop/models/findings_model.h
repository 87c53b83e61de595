/// \file findings_model.h
/// What was noticed while a data set was read, one sentence a row.
#pragma once

#include <QAbstractListModel>
#include <memory>

#include "vicinia/workspace/workspace.h"

namespace vicinia::desktop {

class FindingsModel : public QAbstractListModel {
  Q_OBJECT

 public:
  using QAbstractListModel::QAbstractListModel;

  void setFindings(std::shared_ptr<const workspace::OpenDataset> data, workspace::Language language);

  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

 private:
  std::shared_ptr<const workspace::OpenDataset> data_;
  workspace::Language language_ = workspace::Language::en;
};

}  // namespace vicinia::desktop
