/// \file unit_values_model.h
/// All published values of one unit: a row for each sector, a column for each measure.
/// A value that others contradict stands as printed, with the sign of the audit beside it.
/// Missing: "not published" stands in words and sorts below every number.
#pragma once

#include <QPixmap>
#include <memory>
#include <vector>

#include "models/table_model.h"
#include "vicinia/workspace/tables/unit_report.h"

namespace vicinia::desktop {

class UnitValuesModel : public TableModel {
  Q_OBJECT

 public:
  static constexpr int sectorColumn = 0;
  enum Role { sectorRole = firstOwnRole };  ///< sectorRole: position of the row's sector

  using TableModel::TableModel;

  void setReport(std::shared_ptr<const core::Dataset> dataset, workspace::UnitReport report,
                 workspace::Language language);
  void clear();
  void setDevicePixelRatio(double ratio);
  /// The column and row that the map shows are set in bold; another variable than those of the columns has none.
  void setShown(std::optional<core::indicators::Measure> measure, core::industry::SectorIndex sector);
  [[nodiscard]] static int columnOf(core::indicators::Measure measure);

 protected:
  [[nodiscard]] int rowTotal() const override;
  [[nodiscard]] int columnTotal() const override;
  [[nodiscard]] QVariant cell(int row, int column, int role) const override;
  [[nodiscard]] QVariant head(int column, int role) const override;
  [[nodiscard]] bool isNumeric(int column) const override;

 private:
  [[nodiscard]] QString toolTip(const workspace::ReportedSector& row, int column) const;

  std::shared_ptr<const core::Dataset> dataset_;
  workspace::UnitReport report_;
  QPixmap mark_;
  workspace::Language language_ = workspace::Language::en;
  std::optional<core::indicators::Measure> measure_ = core::indicators::Measure::location_quotient;
  core::industry::SectorIndex sector_ = 0;
};

}  // namespace vicinia::desktop
