/// \file members_model.h
/// The members of an agglomeration with their parts, and after them, in grey, the units that are near.
#pragma once

#include "jobs/found_agglomerations.h"
#include "models/table_model.h"
#include "vicinia/workspace/tables/agglomeration_sheet.h"

namespace vicinia::desktop {

/// Of a row, `unitRole` is its unit; of a part, `barRole` is the share of the whole, 0-1.
class MembersModel : public TableModel {
  Q_OBJECT

 public:
  enum Column { unitColumn, provinceColumn, employeesColumn, partColumn, lqColumn, roleColumn, columns };
  enum Role { unitRole = firstOwnRole, barRole };

  using TableModel::TableModel;

  /// Null: nothing is shown.
  void setSheet(FoundPtr found, workspace::AgglomerationSheet sheet, workspace::Language language);

 protected:
  [[nodiscard]] int rowTotal() const override { return static_cast<int>(rows_.size()); }
  [[nodiscard]] int columnTotal() const override { return columns; }
  [[nodiscard]] QVariant cell(int row, int column, int role) const override;
  [[nodiscard]] QVariant head(int column, int role) const override;
  [[nodiscard]] bool isNumeric(int column) const override;

 private:
  /// A member, or a unit that is near, as both are listed.
  struct Row {
    core::admin::UnitIndex unit = 0;
    std::optional<core::admin::UnitIndex> province{};
    core::Cell employees{}, part_pct{}, lq{};
    core::values::Doubt employees_doubt = core::values::Doubt::none, lq_doubt = core::values::Doubt::none;
    std::size_t number = 0;  ///< among the members, or the near ones, of the sheet
    double role_order = 0;  ///< members by their survival, before those that are near, by how often they join
    bool is_member = true;
  };
  [[nodiscard]] QString text(const Row& row, int column) const;
  [[nodiscard]] static const core::Cell& number(const Row& row, int column);
  [[nodiscard]] QString mark(const Row& row, int column) const;
  [[nodiscard]] QString folded(const Row& row) const;
  [[nodiscard]] std::string roleOf(const Row& row) const;

  FoundPtr found_;
  workspace::AgglomerationSheet sheet_;
  std::vector<Row> rows_;
  workspace::Language language_ = workspace::Language::en;
};

}  // namespace vicinia::desktop
