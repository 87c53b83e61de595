/// \file list_table.h
/// A sorted list with columns, as the panels show them, with its kit. The column with the name stays in sight: where it would be scrolled out to
/// the left, it is painted over what stands there, and takes the mouse there. And the splitter between such a list and what it says of the
/// chosen row.
#pragma once

#include <QAction>
#include <QSplitter>
#include <QTableView>

#include "models/table_filter.h"
#include "panels/tables/table_kit.h"

namespace vicinia::desktop {

class ListTable : public QTableView {
  Q_OBJECT

 public:
  explicit ListTable(QWidget* parent = nullptr);

  /// The model must outlive the list, which has its object name by now; `first` heads the context menu.
  void setList(TableFilter& model, int nameColumn, int sortColumn, Qt::SortOrder order,
               QAction* first = nullptr);
  [[nodiscard]] TableKit& kit() const { return *kit_; }
  /// Lit up, without being chosen; -1: none.
  void setPointedRow(int row);
  [[nodiscard]] int pointedRow() const { return pointedRow_; }
  /// How wide the name is where it stays; 0: it is in its place.
  [[nodiscard]] int stuckWidth() const;

  [[nodiscard]] QModelIndex indexAt(const QPoint& at) const override;
  [[nodiscard]] QRect visualRect(const QModelIndex& index) const override;
  void scrollTo(const QModelIndex& index, ScrollHint hint = EnsureVisible) override;

 protected:
  void paintEvent(QPaintEvent* event) override;
  void scrollContentsBy(int dx, int dy) override;
  void focusInEvent(QFocusEvent* event) override;

 private:
  class Header;
  void paintStuck(const QRect& exposed);

  Header* header_;
  TableKit* kit_ = nullptr;
  int nameColumn_ = -1, pointedRow_ = -1;
};

/// Beside each other below the map, beneath each other in a narrow dock.
inline void turnToFit(QSplitter& splitter, QSize panel) {
  splitter.setOrientation(panel.width() > 1.3 * panel.height() ? Qt::Horizontal : Qt::Vertical);
}

}  // namespace vicinia::desktop
