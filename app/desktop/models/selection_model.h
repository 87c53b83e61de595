/// \file selection_model.h
/// The selected units taken as one: a row for each measure, with its value.
#pragma once

#include <vector>

#include "models/table_model.h"
#include "vicinia/workspace/tables/selection_report.h"

namespace vicinia::desktop {

class SelectionModel : public TableModel {
  Q_OBJECT

 public:
  enum Column { nameColumn, valueColumn, columns };

  using TableModel::TableModel;

  void setLines(std::vector<workspace::SelectionLine> lines);

 protected:
  [[nodiscard]] int rowTotal() const override { return static_cast<int>(lines_.size()); }
  [[nodiscard]] int columnTotal() const override { return columns; }
  [[nodiscard]] QVariant cell(int row, int column, int role) const override;
  [[nodiscard]] QVariant head(int column, int role) const override;
  [[nodiscard]] bool isNumeric(int column) const override { return column == valueColumn; }

 private:
  std::vector<workspace::SelectionLine> lines_;
};

}  // namespace vicinia::desktop
