/// \file hand_links_model.h
/// Links and cuts made by hand, one pair of units a row.
#pragma once

#include <memory>
#include <utility>
#include <vector>

#include "models/table_model.h"
#include "vicinia/workspace/document/workspace.h"

namespace vicinia::desktop {

class HandLinksModel : public TableModel {
  Q_OBJECT

 public:
  enum Column { kindColumn, unitsColumn, columns };

  using TableModel::TableModel;

  void setLinks(std::shared_ptr<const core::Dataset> dataset, const core::topology::ManualLinks& links,
                workspace::Language language);
  [[nodiscard]] std::pair<core::admin::UnitIndex, core::admin::UnitIndex> pairAt(int row) const {
    return rows_[static_cast<std::size_t>(row)].units;
  }

 protected:
  [[nodiscard]] int rowTotal() const override { return static_cast<int>(rows_.size()); }
  [[nodiscard]] int columnTotal() const override { return columns; }
  [[nodiscard]] QVariant cell(int row, int column, int role) const override;
  [[nodiscard]] QVariant head(int column, int role) const override;

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
