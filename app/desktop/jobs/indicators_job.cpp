#include "jobs/indicators_job.h"

#include <utility>

namespace vicinia::desktop {

namespace ws = workspace;

namespace {

core::Result<SectorIndicatorsPtr> computeIndicators(const IndicatorsRequest& request,
                                                    const SectorIndicatorsPtr& known,
                                                    const core::Task& task) {
  const ws::Evidence evidence = ws::evidence_of(*request.data, request.period, request.treatment);
  const bool isSamePeriod = known && known->period().evidence().dataset == evidence.dataset &&
                            known->period().evidence().treatment == evidence.treatment &&
                            known->period().period() == request.period &&
                            known->period().base_period() == request.base_period;
  const auto shared = [](ws::SectorIndicators made) -> SectorIndicatorsPtr {
    return std::make_shared<const ws::SectorIndicators>(std::move(made));
  };
  if (isSamePeriod && known->sector() == request.sector)
    return known->with_own_rule(request.own_rule).map(shared);
  const auto period = isSamePeriod ? known->shared_period()
                                   : ws::period_indicators_of(*request.data, request.period,
                                                              request.base_period, request.treatment);
  return ws::SectorIndicators::compute(period, request.sector, {.own_rule = request.own_rule}, task)
      .map(shared);
}

}  // namespace

IndicatorsJob::IndicatorsJob(IndicatorsRequest request, SectorIndicatorsPtr known, QObject* parent)
    : Job(parent), request_(std::move(request)) {
  runOrFail([of = request_,
             known = std::move(known)](const core::Task& task) { return computeIndicators(of, known, task); },
            [this](const SectorIndicatorsPtr& indicators) { Q_EMIT finished(indicators); });
}

}  // namespace vicinia::desktop
