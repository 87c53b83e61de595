/// \file audit_findings_model.h
/// Every published value with its verdict, one a row: where it stands, what is printed, what would agree,
/// and the lines that speak against it. Values are shown as printed. Missing: what is not published has no
/// row; an interval that is not known is an empty cell and sorts below every number.
#pragma once

#include <QPixmap>
#include <QStringList>
#include <memory>

#include "models/table_model.h"
#include "vicinia/workspace/base/language.h"
#include "vicinia/workspace/document/audited_list.h"

namespace vicinia::desktop {

using AuditedListPtr = std::shared_ptr<const workspace::AuditedList>;

/// What the verdict means (terms/terms.h).
[[nodiscard]] QString verdictTerm(core::audit::Verdict verdict);

class AuditFindingsModel : public TableModel {
  Q_OBJECT

 public:
  enum Column {
    lineColumn,
    sectorColumn,
    provinceColumn,
    districtColumn,
    kindColumn,
    fieldColumn,
    publishedColumn,
    expectedColumn,
    verdictColumn,
    byColumn,
    columns
  };
  /// cellRole: position among the cells of the audit.
  enum Role { cellRole = firstOwnRole, verdictRole, sectorRole };

  using TableModel::TableModel;

  void setList(AuditedListPtr list, workspace::Language language);
  void setDevicePixelRatio(double ratio);

 protected:
  [[nodiscard]] int rowTotal() const override;
  [[nodiscard]] int columnTotal() const override { return columns; }
  [[nodiscard]] QVariant cell(int row, int column, int role) const override;
  [[nodiscard]] QVariant head(int column, int role) const override;
  [[nodiscard]] bool isNumeric(int column) const override;
  [[nodiscard]] bool isToTheRight(int column) const override {
    return column == lineColumn || column == publishedColumn || column == expectedColumn;
  }

 private:
  [[nodiscard]] QString text(const core::audit::CellVerdict& cell, int column) const;
  [[nodiscard]] QVariant sortKey(const core::audit::CellVerdict& cell, int row, int column) const;

  AuditedListPtr list_;
  workspace::Language language_ = workspace::Language::en;
  QStringList folded_;  ///< [row of the published list]
  QPixmap mark_;
};

}  // namespace vicinia::desktop
