#include "models/sector_filter.h"

#include <algorithm>

#include "models/sector_model.h"
#include "text/qt_text.h"
#include "vicinia/workspace/find.h"

namespace vicinia::desktop {

void SectorFilter::setSearch(const QString& text) {
  const QStringList words = qs(workspace::folded(utf8(text))).split(QLatin1Char(' '), Qt::SkipEmptyParts);
  if (words == words_) return;
  words_ = words;
  invalidateFilter();
}

bool SectorFilter::filterAcceptsRow(int row, const QModelIndex& parent) const {
  const QString text = sourceModel()->index(row, 0, parent).data(SectorModel::foldedRole).toString();
  return std::all_of(words_.begin(), words_.end(), [&](const QString& word) { return text.contains(word); });
}

}  // namespace vicinia::desktop
