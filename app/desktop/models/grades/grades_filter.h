/// \file grades_filter.h
/// Keeps the units in whose names every word of a search occurs (case and diacritics do not count), or only those where the schemes
/// disagree.
#pragma once

#include <QSortFilterProxyModel>

#include "text/search_words.h"

namespace vicinia::desktop {

class GradesFilter : public QSortFilterProxyModel {
  Q_OBJECT

 public:
  explicit GradesFilter(QObject* parent = nullptr);

  void setSearch(const QString& text);
  void setOnlyDisagreements(bool only);

 protected:
  [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

 private:
  SearchWords words_;
  bool onlyDisagreements_ = false;
};

}  // namespace vicinia::desktop
