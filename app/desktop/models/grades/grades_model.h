/// \file grades_model.h
/// The grades of the shown sector side by side: a row for each listed unit, a column for each scheme, and whether they agree.
/// Missing: "not published" in words, sorted below every number; "cannot be told" is an answer of its own. While the user has set no
///          rule, that column says so.
#pragma once

#include <QPixmap>
#include <QStringList>
#include <array>
#include <optional>
#include <vector>

#include "jobs/indicators_job.h"
#include "models/table_model.h"
#include "vicinia/workspace/base/language.h"

namespace vicinia::desktop {

class GradesModel : public TableModel {
  Q_OBJECT

 public:
  enum Column {
    unitColumn,
    provinceColumn,
    employeesColumn,
    lqColumn,
    publishedColumn,
    starsColumn,
    localColumn,
    ownColumn,
    agreementColumn,
    columns
  };
  enum Role { unitRole = firstOwnRole, disagreesRole };

  using TableModel::TableModel;

  /// Units of one province, or of the whole country. `indicators` may be null.
  void setIndicators(SectorIndicatorsPtr indicators, std::optional<core::admin::UnitIndex> province,
                     workspace::Language language);
  void setDevicePixelRatio(double ratio);

  [[nodiscard]] std::optional<int> rowOf(core::admin::UnitIndex unit) const;
  [[nodiscard]] int disagreements() const;

 protected:
  [[nodiscard]] int rowTotal() const override;
  [[nodiscard]] int columnTotal() const override { return columns; }
  [[nodiscard]] QVariant cell(int row, int column, int role) const override;
  [[nodiscard]] QVariant head(int column, int role) const override;
  [[nodiscard]] bool isNumeric(int column) const override;

 private:
  struct Row {
    core::admin::UnitIndex unit = 0;
    core::Cell employees{};
    workspace::IndicatorValue lq{};
  };
  [[nodiscard]] const workspace::UnitGrades& gradesOf(const Row& row) const {
    return *indicators_->grades(row.unit);
  }
  [[nodiscard]] bool hasOwnRule() const;
  [[nodiscard]] QString text(const Row& row, int column) const;
  [[nodiscard]] QVariant sortKey(const Row& row, int column) const;
  [[nodiscard]] QString toolTip(const Row& row, int column) const;
  [[nodiscard]] QString mark(const Row& row, int column) const;
  [[nodiscard]] QString folded(const Row& row) const;

  SectorIndicatorsPtr indicators_;
  std::optional<core::admin::UnitIndex> province_;
  workspace::Language language_ = workspace::Language::en;
  std::vector<Row> rows_;
  std::array<QPixmap, 3> marks_;  ///< [outcome]
  QPixmap disagreeMark_;
};

/// The grade that stands in a column; nullptr where none does.
[[nodiscard]] const core::indicators::grades::Grade* gradeInColumn(const workspace::UnitGrades& grades,
                                                                   int column);

}  // namespace vicinia::desktop
