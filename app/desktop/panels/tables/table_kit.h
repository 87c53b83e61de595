/// \file table_kit.h
/// What every table of the window can do: copy its rows or all of it as numbers, write what it shows to a file, move and hide its columns and
/// keep that from one run to the next. It hangs on a view and its header, and knows nothing of what they show.
#pragma once

#include <QAbstractItemView>
#include <QAction>
#include <QHeaderView>
#include <QMenu>
#include <QObject>
#include <QSettings>
#include <vector>

#include "models/shown_table.h"

namespace vicinia::desktop {

class TableKit : public QObject {
  Q_OBJECT

 public:
  /// Of the view, which has its model and an object name by then; `first` heads its context menu, and may be null. The column with the name is
  /// never hidden.
  TableKit(QAbstractItemView& view, QHeaderView& header, int nameColumn, QAction* first = nullptr);

  /// As it stands: columns that are seen, rows that are not filtered away.
  [[nodiscard]] workspace::ValueTable shown() const;
  /// What the table is of, in the language of the moment.
  [[nodiscard]] QString title() const { return view_.accessibleName(); }
  /// Logical columns that are seen, from left to right.
  [[nodiscard]] std::vector<int> columns() const;
  [[nodiscard]] QMenu& columnMenu() { return menu_; }

  /// Order, hidden columns and sorting, under the view's name.
  void save(QSettings& settings) const;
  void restore(const QSettings& settings);

 Q_SIGNALS:
  void exportWanted();

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void retranslate();
  void fillMenu();
  void showUsualColumns();
  void copyChosen() const;
  void copyAll() const;
  void copy(const std::vector<QModelIndex>& rows, const std::vector<int>& columns) const;

  QAbstractItemView& view_;
  QHeaderView& header_;
  int nameColumn_;
  QAction *copyChosen_, *copyAll_, *export_, *columns_;
  QMenu menu_;
  int asked_ = -1;  ///< the column whose head was clicked with the right button; -1: none
};

}  // namespace vicinia::desktop
