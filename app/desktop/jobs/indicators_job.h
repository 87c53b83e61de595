/// \file indicators_job.h
/// Computes the indicators of a sector, off the GUI thread. What was known before is taken over as far as it still holds: the
/// totals of the period, or everything but the user's own grade.
/// Threads: signals are emitted on the job's own thread (the GUI's), also where it was cancelled. The destructor cancels and waits.
#pragma once

#include <QObject>
#include <memory>
#include <thread>

#include "vicinia/core/base/error.h"
#include "vicinia/workspace/indicators/values.h"

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

class IndicatorsJob : public QObject {
  Q_OBJECT

 public:
  /// `known` may be null.
  IndicatorsJob(IndicatorsRequest request, SectorIndicatorsPtr known, QObject* parent = nullptr);
  ~IndicatorsJob() override;

  void cancel() { worker_.request_stop(); }
  [[nodiscard]] const IndicatorsRequest& request() const { return request_; }

 Q_SIGNALS:
  void finished(const vicinia::desktop::SectorIndicatorsPtr& indicators);
  void failed(const vicinia::core::Error& error);

 private:
  IndicatorsRequest request_;
  std::jthread worker_;
};

}  // namespace vicinia::desktop
