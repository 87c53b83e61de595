#include "models/audit/audit_filter.h"

#include "models/audit/audit_findings_model.h"

namespace vicinia::desktop {

AuditFilter::AuditFilter(QObject* parent) : QSortFilterProxyModel(parent) {
  setSortRole(AuditFindingsModel::sortRole);
  setSortLocaleAware(true);
}

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

void AuditFilter::setSearch(const QString& text) {
  const SearchWords words(text);
  if (words == words_) return;
  words_ = words;
  invalidateFilter();
}

bool AuditFilter::filterAcceptsRow(int row, const QModelIndex& parent) const {
  const QModelIndex index = sourceModel()->index(row, 0, parent);
  if (verdict_ && index.data(AuditFindingsModel::verdictRole).toInt() != static_cast<int>(*verdict_))
    return false;
  if (sector_ && index.data(AuditFindingsModel::sectorRole).toULongLong() != *sector_) return false;
  if (words_.isEmpty()) return true;
  const QString text = index.data(AuditFindingsModel::foldedRole).toString();
  return words_.areIn(text);
}

}  // namespace vicinia::desktop
