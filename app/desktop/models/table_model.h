/// \file table_model.h
/// What the tables of the window have in common: rows without rows of their own, numbers to the right, and what a cell says besides what it
/// shows, by which any of them is sorted, searched, copied and written without knowing what it is of.
/// Missing: a number that is not there is no number, never zero; markRole says in words why.
#pragma once

#include <QAbstractTableModel>
#include <QString>
#include <QVariant>
#include <initializer_list>
#include <optional>
#include <string>

#include "vicinia/core/base/cell.h"
#include "vicinia/core/stats/interval.h"

namespace vicinia::desktop {

class TableModel : public QAbstractTableModel {
  Q_OBJECT

 public:
  /// Of a cell, unless it says otherwise. Of a header numberRole, lowRole, codeRole and markRole are true where cells of the column may have one.
  enum CommonRole {
    sortRole = Qt::UserRole + 1,  ///< a number or a text
    foldedRole,                   ///< of the row: what a search looks through
    numberRole,                   ///< the number that is shown, in full
    lowRole,                      ///< what it may be at least; none: not known
    highRole,                     ///< and at most; none: not known, or infinite
    codeRole,                     ///< of the unit or sector that is named
    markRole,                     ///< what the signs beside it say, and why there is no number
    termRole,     ///< of a cell or header: id of the term that says what it is (terms/terms.h)
    firstOwnRole  ///< models go on from here
  };

  using QAbstractTableModel::QAbstractTableModel;

  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const final;
  [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const final;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const final;
  [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                    int role = Qt::DisplayRole) const final;

 protected:
  [[nodiscard]] virtual int rowTotal() const = 0;
  [[nodiscard]] virtual int columnTotal() const = 0;
  /// \pre row and column are those of a cell
  [[nodiscard]] virtual QVariant cell(int row, int column, int role) const = 0;
  [[nodiscard]] virtual QVariant head(int column, int role) const = 0;
  [[nodiscard]] virtual bool isNumeric(int /*column*/) const { return false; }
  /// Texts that are read as numbers are, such as ranges, stand to the right as well.
  [[nodiscard]] virtual bool isToTheRight(int column) const { return isNumeric(column); }

  /// Every cell, and the header, may say something else.
  void tellAllChanged();

  [[nodiscard]] static QVariant numberOf(const core::Cell& cell);
  /// Ends of an interval as lowRole and highRole have them.
  [[nodiscard]] static QVariant endOf(const std::optional<core::stats::Interval>& interval, int role);
  /// Those that say something, one after another.
  [[nodiscard]] static QString marks(std::initializer_list<std::string> texts);
  /// Grey, for what is not there.
  [[nodiscard]] static QVariant missingColour();
};

}  // namespace vicinia::desktop
