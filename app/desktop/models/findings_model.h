/// \file findings_model.h
/// What was noticed while a data set was read: a row for each kind, or for each note.
#pragma once

#include <QAbstractListModel>
#include <QString>
#include <memory>
#include <vector>

#include "vicinia/workspace/document/workspace.h"

namespace vicinia::desktop {

class FindingsModel : public QAbstractListModel {
  Q_OBJECT

 public:
  using QAbstractListModel::QAbstractListModel;

  void setFindings(const std::shared_ptr<const workspace::OpenDataset>& data, bool inFull,
                   workspace::Language language);

  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

 private:
  std::vector<QString> rows_;
};

}  // namespace vicinia::desktop
