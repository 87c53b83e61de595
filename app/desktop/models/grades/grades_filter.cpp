#include "models/grades/grades_filter.h"

#include "models/grades/grades_model.h"

namespace vicinia::desktop {

void GradesFilter::setOnlyDisagreements(bool only) {
  if (only == onlyDisagreements_) return;
  onlyDisagreements_ = only;
  invalidateFilter();
}

bool GradesFilter::isAmong(const QModelIndex& row) const {
  return !onlyDisagreements_ || row.data(GradesModel::disagreesRole).toBool();
}

}  // namespace vicinia::desktop
