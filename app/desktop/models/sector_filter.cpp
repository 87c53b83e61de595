#include "models/sector_filter.h"

#include "models/sector_model.h"

namespace vicinia::desktop {

void SectorFilter::setSearch(const QString& text) {
  const SearchWords words(text);
  if (words == words_) return;
  words_ = words;
  invalidateFilter();
}

bool SectorFilter::filterAcceptsRow(int row, const QModelIndex& parent) const {
  const QString text = sourceModel()->index(row, 0, parent).data(SectorModel::foldedRole).toString();
  return words_.areIn(text);
}

}  // namespace vicinia::desktop
