/// \file neighbours_model.h
/// The neighbours that a unit is linked with, members of its agglomeration first: how long the border is, how they came to be
/// neighbours, and which agglomeration they are in. Those that run beside it beyond the tolerance come next, the nearest first, and
/// links that were cut by hand last.
/// Units:   kilometres, metres apart.
#pragma once

#include <vector>

#include "jobs/found_agglomerations.h"
#include "models/table_model.h"

namespace vicinia::desktop {

class NeighboursModel : public TableModel {
  Q_OBJECT

 public:
  enum Column { nameColumn, lengthColumn, kindColumn, agglomerationColumn, columns };

  struct Row {
    core::admin::UnitIndex unit = 0;
    core::topology::BorderKind kind = core::topology::BorderKind::edge;
    double length_m = 0, distance_m = 0, area_m2 = 0;
    bool isMember = false;  ///< of the same agglomeration
    bool isApart = false;   ///< beyond the tolerance: not linked
    bool isCut = false;     ///< by hand
  };

  using TableModel::TableModel;

  void setExplanation(FoundPtr found, const workspace::Explanation& explanation,
                      workspace::Language language);
  void clear();
  [[nodiscard]] const Row& rowAt(int row) const { return rows_[static_cast<std::size_t>(row)]; }

 protected:
  [[nodiscard]] int rowTotal() const override;
  [[nodiscard]] int columnTotal() const override { return columns; }
  [[nodiscard]] QVariant cell(int row, int column, int role) const override;
  [[nodiscard]] QVariant head(int column, int role) const override;
  [[nodiscard]] bool isNumeric(int column) const override;

 private:
  [[nodiscard]] QString kindText(const Row& row) const;

  FoundPtr found_;
  workspace::Language language_ = workspace::Language::en;
  std::vector<Row> rows_;
};

}  // namespace vicinia::desktop
