/// \file source_row_view.h
/// A row of the publication as printed, to be read: its line, all seven values with their verdicts, why some
/// are contradicted, and links to the rows that contradict them.
#pragma once

#include <QTextBrowser>
#include <optional>
#include <vector>

#include "models/audit/audit_findings_model.h"

namespace vicinia::desktop {

class SourceRowView : public QTextBrowser {
  Q_OBJECT

 public:
  explicit SourceRowView(QWidget* parent = nullptr);

  void setList(AuditedListPtr list, workspace::Language language);
  /// `value` is set in bold. A row that was reached by a link has one back.
  void showRow(std::size_t row, std::optional<core::audit::Field> field,
               std::optional<std::size_t> cameFrom = {});
  void showNothing();
  [[nodiscard]] std::optional<std::size_t> row() const { return row_; }

  [[nodiscard]] QSize sizeHint() const override { return {360, 200}; }
  [[nodiscard]] QSize minimumSizeHint() const override { return {220, 110}; }

 Q_SIGNALS:
  void rowWanted(std::size_t row);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void fill();
  [[nodiscard]] QString head() const;
  [[nodiscard]] QString valuesTable() const;
  [[nodiscard]] QString reasons() const;
  [[nodiscard]] QString linksTo(const std::vector<std::size_t>& rows) const;

  AuditedListPtr list_;
  workspace::Language language_ = workspace::Language::en;
  std::optional<std::size_t> row_, cameFrom_;
  std::optional<core::audit::Field> field_;
};

}  // namespace vicinia::desktop
