/// \file agglomeration_model.h
/// The agglomerations of a sector, one a row, largest first: members, size, pooled quotient and shares with their intervals.
/// Missing: a value that is not published says so, and sorts below every number.
#pragma once

#include <QPixmap>
#include <optional>
#include <vector>

#include "jobs/found_agglomerations.h"
#include "jobs/robustness_job.h"
#include "models/table_model.h"

namespace vicinia::desktop {

class AgglomerationModel : public TableModel {
  Q_OBJECT

 public:
  /// What matters first stands first: a narrow panel shows the left ones.
  enum Column {
    rankColumn,
    crossingColumn,
    membersColumn,
    employeesColumn,
    lqColumn,
    sectorShareColumn,
    districtShareColumn,
    survivalColumn,
    provincesColumn,
    enterprisesColumn,
    smesColumn,
    fdiColumn,
    columns
  };
  enum Role { agglomerationRole = firstOwnRole };

  using TableModel::TableModel;

  /// `province`: only those that have a member in it; ranks stay those of the country.
  void setFound(FoundPtr found, std::optional<core::admin::UnitIndex> province, workspace::Language language);
  /// Of the agglomerations that are shown; null: not known yet.
  void setRobustness(RobustnessPtr robustness);
  void setDevicePixelRatio(double ratio);

  [[nodiscard]] std::optional<int> rowOf(std::size_t agglomeration) const;
  [[nodiscard]] std::size_t agglomerationAt(int row) const { return listed_[static_cast<std::size_t>(row)]; }

 protected:
  [[nodiscard]] int rowTotal() const override;
  [[nodiscard]] int columnTotal() const override { return columns; }
  [[nodiscard]] QVariant cell(int row, int column, int role) const override;
  [[nodiscard]] QVariant head(int column, int role) const override;
  [[nodiscard]] bool isNumeric(int column) const override;

 private:
  /// Names of members and provinces.
  [[nodiscard]] QString folded(std::size_t agglomeration) const;
  [[nodiscard]] QString text(std::size_t agglomeration, int column) const;
  [[nodiscard]] QVariant sortKey(std::size_t agglomeration, int column) const;
  [[nodiscard]] QVariant number(std::size_t agglomeration, int column) const;
  [[nodiscard]] QString inOwnWords(const QString& text) const;
  [[nodiscard]] QString toolTip(std::size_t agglomeration, int column) const;

  FoundPtr found_;
  RobustnessPtr robustness_;
  workspace::Language language_ = workspace::Language::en;
  std::vector<std::size_t> listed_;  ///< [row] → position among the found
  std::vector<bool> contradicted_;   ///< [row] a value of a member is
  QPixmap toleranceMark_;            ///< of those that depend on the tolerance of matching borders
  QPixmap crossingMark_, auditMark_;
};

}  // namespace vicinia::desktop
