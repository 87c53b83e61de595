#include "jobs/contiguity_job.h"

#include <utility>

namespace vicinia::desktop {

ContiguityJob::ContiguityJob(std::shared_ptr<const core::Dataset> dataset, std::optional<double> tolerance_m,
                             QObject* parent)
    : Job(parent), dataset_(std::move(dataset)), tolerance_m_(tolerance_m) {
  runOrFail(
      [of = dataset_, tolerance_m](const core::Task& task) {
        return workspace::Contiguity::build(*of, tolerance_m, task)
            .and_then([&](workspace::Contiguity&& contiguity) {
              return ArcDetail::simplify(std::make_shared<const workspace::Contiguity>(std::move(contiguity)),
                                         task);
            });
      },
      [this](const ArcDetailPtr& arcs) { Q_EMIT finished(arcs); });
}

}  // namespace vicinia::desktop
