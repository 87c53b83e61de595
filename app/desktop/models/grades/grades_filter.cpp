#include "models/grades/grades_filter.h"

#include "models/grades/grades_model.h"

namespace vicinia::desktop {

GradesFilter::GradesFilter(QObject* parent) : QSortFilterProxyModel(parent) {
  setSortRole(GradesModel::sortRole);
  setSortLocaleAware(true);
}

void GradesFilter::setSearch(const QString& text) {
  const SearchWords words(text);
  if (words == words_) return;
  words_ = words;
  invalidateFilter();
}

void GradesFilter::setOnlyDisagreements(bool only) {
  if (only == onlyDisagreements_) return;
  onlyDisagreements_ = only;
  invalidateFilter();
}

bool GradesFilter::filterAcceptsRow(int row, const QModelIndex& parent) const {
  const QModelIndex index = sourceModel()->index(row, 0, parent);
  if (onlyDisagreements_ && !index.data(GradesModel::disagreesRole).toBool()) return false;
  const QString text = index.data(GradesModel::foldedRole).toString();
  return words_.areIn(text);
}

}  // namespace vicinia::desktop
