/// \file sector_model.h
/// The sectors of the open data set, one a row: "I  Textile and Garment" and the number of units that the source lists.
#pragma once

#include <memory>
#include <vector>

#include "models/table_model.h"
#include "vicinia/workspace/base/language.h"
#include "vicinia/workspace/document/workspace.h"

namespace vicinia::desktop {

class SectorModel : public TableModel {
  Q_OBJECT

 public:
  enum Column { codeColumn, nameColumn, countColumn, columns };
  using TableModel::TableModel;

  void setDataset(std::shared_ptr<const workspace::OpenDataset> data, core::industry::PeriodIndex period);
  void setLanguage(workspace::Language language);

 protected:
  [[nodiscard]] int rowTotal() const override;
  [[nodiscard]] int columnTotal() const override { return columns; }
  [[nodiscard]] QVariant cell(int row, int column, int role) const override;
  [[nodiscard]] QVariant head(int column, int role) const override;
  [[nodiscard]] bool isNumeric(int column) const override;

 private:
  std::shared_ptr<const workspace::OpenDataset> data_;
  core::industry::PeriodIndex period_ = 0;
  workspace::Language language_ = workspace::Language::en;
  std::vector<int> listed_;      ///< [sector]
  std::vector<QString> folded_;  ///< [sector]
};

}  // namespace vicinia::desktop
