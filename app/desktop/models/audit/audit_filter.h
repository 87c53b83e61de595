/// \file audit_filter.h
/// Keeps the values of one verdict (or all), of one sector (or all), in which every word of a search occurs;
/// case and diacritics do not count.
#pragma once

#include <QSortFilterProxyModel>
#include <optional>

#include "text/search_words.h"
#include "vicinia/core/audit/audit.h"
#include "vicinia/core/industry/sector.h"

namespace vicinia::desktop {

class AuditFilter : public QSortFilterProxyModel {
  Q_OBJECT

 public:
  explicit AuditFilter(QObject* parent = nullptr);

  void setVerdict(std::optional<core::audit::Verdict> verdict);
  void setSector(std::optional<core::industry::SectorIndex> sector);
  void setSearch(const QString& text);

 protected:
  [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

 private:
  std::optional<core::audit::Verdict> verdict_ = core::audit::Verdict::contradicted;
  std::optional<core::industry::SectorIndex> sector_;
  SearchWords words_;
};

}  // namespace vicinia::desktop
