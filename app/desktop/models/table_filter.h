/// \file table_filter.h
/// The rows of a table that a person asks for, in the order asked for. A search is words that must all occur, case and diacritics aside, and
/// conditions on numbers: ">1.5" on the table's main number, "employees>1000" on the column whose head begins so. Numbers are read as the language
/// writes them, else with a point or a comma before the decimals.
/// Missing: a cell without a number meets no condition, and is sorted below every number.
/// Cost:    sorting O(rows log rows); a column's keys, and the texts that are searched, are made once for each change of the model, on first use.
#pragma once

#include <QCollator>
#include <QCollatorSortKey>
#include <QLocale>
#include <QSortFilterProxyModel>
#include <optional>
#include <variant>
#include <vector>

#include "text/search_words.h"

namespace vicinia::desktop {

class TableFilter : public QSortFilterProxyModel {
  Q_OBJECT

 public:
  explicit TableFilter(QObject* parent = nullptr);

  void setSourceModel(QAbstractItemModel* model) override;
  void setSearch(const QString& text);
  /// What a condition without a name is about; none: no number is.
  void setMainColumn(int column) { mainColumn_ = column; }
  [[nodiscard]] int mainColumn() const { return mainColumn_; }
  /// How numbers are typed and texts are sorted.
  void setLocale(const QLocale& locale);

 protected:
  /// What a model's own choices leave, before the search.
  [[nodiscard]] virtual bool isAmong(const QModelIndex& /*first of the row*/) const { return true; }
  [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const final;
  [[nodiscard]] bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;

 private:
  struct Condition {
    enum class Kind { less, at_most, at_least, more } kind;
    double number;
    int column;  ///< -1: no column has such a name, and no row passes
  };
  using Key = std::variant<double, QCollatorSortKey>;
  struct Keys {
    std::vector<Key> keys;  ///< [row of the model]; empty: not made
  };

  void parse();
  /// The numeric column whose head begins so; -1: none does.
  [[nodiscard]] int columnNamed(const QString& name) const;
  [[nodiscard]] bool meets(const Condition& condition, int row, const QModelIndex& parent) const;
  /// What a search looks through, made when a row is searched for the first time.
  [[nodiscard]] QString foldedRow(const QModelIndex& first) const;
  void forgetKeys() {
    keys_.clear();
    folded_.clear();
  }

  QString typed_;
  SearchWords words_;
  std::vector<Condition> conditions_;
  int mainColumn_ = -1;
  QLocale locale_;
  QCollator collator_;
  mutable std::vector<Keys> keys_;                      ///< [column]
  mutable std::vector<std::optional<QString>> folded_;  ///< [row of the model], of a model that is a list
};

}  // namespace vicinia::desktop
