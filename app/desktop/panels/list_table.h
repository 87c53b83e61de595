/// \file list_table.h
/// A sorted list with columns, as the panels show them: one row is chosen at a time, rows and the whole list can be copied. And the
/// splitter between such a list and what it says of the chosen row.
#pragma once

#include <QAction>
#include <QSplitter>
#include <QTableView>

namespace vicinia::desktop {

class ListTable : public QTableView {
  Q_OBJECT

 public:
  explicit ListTable(QWidget* parent = nullptr);

  /// The model must outlive the list; `first` heads the context menu.
  void setList(QAbstractItemModel& model, int sortColumn, Qt::SortOrder order, QAction* first);

 protected:
  void changeEvent(QEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;

 private:
  void retranslateUi();

  QAction *copyRow_, *copyAll_;
};

/// Beside each other below the map, beneath each other in a narrow dock.
inline void turnToFit(QSplitter& splitter, QSize panel) {
  splitter.setOrientation(panel.width() > 1.3 * panel.height() ? Qt::Horizontal : Qt::Vertical);
}

}  // namespace vicinia::desktop
