/// \file hand_links_model.h
/// Links and cuts made by hand, one pair of units a row.
#pragma once

#include <QAbstractTableModel>
#include <memory>
#include <utility>
#include <vector>

#include "vicinia/workspace/document/workspace.h"

namespace vicinia::desktop {

class HandLinksModel : public QAbstractTableModel {
  Q_OBJECT

 public:
  enum Column { kindColumn, unitsColumn, columns };

  using QAbstractTableModel::QAbstractTableModel;

  void setLinks(std::shared_ptr<const core::Dataset> dataset, const core::topology::ManualLinks& links,
                workspace::Language language);
  [[nodiscard]] std::pair<core::admin::UnitIndex, core::admin::UnitIndex> pairAt(int row) const {
    return rows_[static_cast<std::size_t>(row)].units;
  }

  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
  [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

 private:
  struct Row {
    bool isCut = false;
    std::pair<core::admin::UnitIndex, core::admin::UnitIndex> units{};
  };
  std::shared_ptr<const core::Dataset> dataset_;
  workspace::Language language_ = workspace::Language::en;
  std::vector<Row> rows_;
};

}  // namespace vicinia::desktop
