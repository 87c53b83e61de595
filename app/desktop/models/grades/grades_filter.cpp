#include "models/grades/grades_filter.h"

#include <algorithm>

#include "models/grades/grades_model.h"
#include "text/qt_text.h"
#include "vicinia/workspace/find.h"

namespace vicinia::desktop {

GradesFilter::GradesFilter(QObject* parent) : QSortFilterProxyModel(parent) {
  setSortRole(GradesModel::sortRole);
  setSortLocaleAware(true);
}

void GradesFilter::setSearch(const QString& text) {
  const QStringList words = qs(workspace::folded(utf8(text))).split(QLatin1Char(' '), Qt::SkipEmptyParts);
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
  return std::all_of(words_.begin(), words_.end(), [&](const QString& word) { return text.contains(word); });
}

}  // namespace vicinia::desktop
