/// \file sector_filter.h
/// Keeps the sectors in which every word of a search occurs; case and diacritics do not count.
#pragma once

#include <QSortFilterProxyModel>

#include "text/search_words.h"

namespace vicinia::desktop {

class SectorFilter : public QSortFilterProxyModel {
  Q_OBJECT

 public:
  using QSortFilterProxyModel::QSortFilterProxyModel;

  void setSearch(const QString& text);

 protected:
  [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

 private:
  SearchWords words_;
};

}  // namespace vicinia::desktop
