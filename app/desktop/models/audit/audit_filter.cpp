#include "models/audit/audit_filter.h"

#include "models/audit/audit_findings_model.h"

namespace vicinia::desktop {

void AuditFilter::setVerdict(std::optional<core::audit::Verdict> verdict) {
  if (verdict == verdict_) return;
  verdict_ = verdict;
  invalidateFilter();
}

void AuditFilter::setSector(std::optional<core::industry::SectorIndex> sector) {
  if (sector == sector_) return;
  sector_ = sector;
  invalidateFilter();
}

bool AuditFilter::isAmong(const QModelIndex& row) const {
  if (verdict_ && row.data(AuditFindingsModel::verdictRole).toInt() != static_cast<int>(*verdict_))
    return false;
  return !sector_ || row.data(AuditFindingsModel::sectorRole).toULongLong() == *sector_;
}

}  // namespace vicinia::desktop
