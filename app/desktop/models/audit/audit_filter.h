/// \file audit_filter.h
/// The audited values of one verdict, or of one sector.
#pragma once

#include <optional>

#include "models/table_filter.h"
#include "vicinia/core/audit/audit.h"
#include "vicinia/core/industry/sector.h"

namespace vicinia::desktop {

class AuditFilter : public TableFilter {
  Q_OBJECT

 public:
  using TableFilter::TableFilter;

  void setVerdict(std::optional<core::audit::Verdict> verdict);
  void setSector(std::optional<core::industry::SectorIndex> sector);

 protected:
  [[nodiscard]] bool isAmong(const QModelIndex& row) const override;

 private:
  std::optional<core::audit::Verdict> verdict_ = core::audit::Verdict::contradicted;
  std::optional<core::industry::SectorIndex> sector_;
};

}  // namespace vicinia::desktop
