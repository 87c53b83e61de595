/// \file matching_model.h
/// Names of the tables beside the units that they are: how sure, why, and which unit somebody chose instead; and units that no row is about.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "models/table_model.h"
#include "vicinia/core/matching/unit_matching.h"
#include "vicinia/gis/imports/import.h"
#include "vicinia/workspace/base/language.h"

namespace vicinia::desktop {

class MatchingModel : public TableModel {
  Q_OBJECT

 public:
  enum Column {
    nameColumn,
    parentColumn,
    codeColumn,
    unitColumn,
    certaintyColumn,
    reasonColumn,
    columnTotalOfAll
  };
  enum Role { certaintyRole = firstOwnRole };

  using TableModel::TableModel;

  /// All must outlive the model, or the next call.
  void show(const gis::imports::TablesTaken* tables, const core::matching::Matching* matching,
            const core::admin::Frame* frame, workspace::Language language);

  /// As certaintyRole of a unit without a row.
  static constexpr int withoutRow = static_cast<int>(core::matching::certainty_count);

  /// Null for a unit without a row.
  [[nodiscard]] const core::matching::RowMatch* matchAt(int row) const;
  [[nodiscard]] const core::matching::RowName* nameAt(int row) const;
  /// The unit that the row is, or may be; nullopt: none.
  [[nodiscard]] std::optional<core::admin::UnitIndex> unitAt(int row) const;

 protected:
  [[nodiscard]] int rowTotal() const override;
  [[nodiscard]] int columnTotal() const override { return columnTotalOfAll; }
  [[nodiscard]] QVariant cell(int row, int column, int role) const override;
  [[nodiscard]] QVariant unitCell(core::admin::UnitIndex unit, int column, int role) const;
  [[nodiscard]] QVariant head(int column, int role) const override;

 private:
  const gis::imports::TablesTaken* tables_ = nullptr;
  const core::matching::Matching* matching_ = nullptr;
  const core::admin::Frame* frame_ = nullptr;
  workspace::Language language_ = workspace::Language::en;
  std::vector<std::size_t> order_;  ///< what is to be decided first
};

}  // namespace vicinia::desktop
