/// \file indicators_job.h
/// Computes the indicators of a sector, off the GUI thread. What was known before is taken over as far as it still holds: the
/// totals of the period, or everything but the user's own grade.
/// Signals are emitted also where it was cancelled.
#pragma once

#include <memory>

#include "jobs/job.h"
#include "vicinia/core/base/error.h"
#include "vicinia/workspace/document/values.h"

namespace vicinia::desktop {

using SectorIndicatorsPtr = std::shared_ptr<const workspace::SectorIndicators>;

/// What the indicators of a document depend on.
struct IndicatorsRequest {
  std::shared_ptr<const workspace::OpenDataset> data{};
  core::industry::PeriodIndex period = 0;
  std::optional<core::industry::PeriodIndex> base_period{};
  core::industry::SectorIndex sector = 0;
  core::indicators::grades::OwnRule own_rule{};
  workspace::Treatment treatment = workspace::Treatment::as_printed;
  friend bool operator==(const IndicatorsRequest&, const IndicatorsRequest&) = default;
};

class IndicatorsJob : public Job {
  Q_OBJECT

 public:
  /// `known` may be null.
  IndicatorsJob(IndicatorsRequest request, SectorIndicatorsPtr known, QObject* parent = nullptr);

  [[nodiscard]] const IndicatorsRequest& request() const { return request_; }

 Q_SIGNALS:
  void finished(const vicinia::desktop::SectorIndicatorsPtr& indicators);

 private:
  IndicatorsRequest request_;
};

}  // namespace vicinia::desktop
