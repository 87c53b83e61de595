#include "jobs/robustness_job.h"

#include <utility>

namespace vicinia::desktop {

namespace ws = workspace;

RobustnessJob::RobustnessJob(FoundPtr found, QObject* parent) : Job(parent), found_(std::move(found)) {
  run(
      [of = found_](const core::Task& task) {
        return ws::assess_robustness(of->values(), of->contiguity(), of->document().view.agglomerations, {},
                                     task);
      },
      [this](core::Result<ws::RobustnessReport> report) {
        Q_EMIT finished(report ? std::make_shared<const ws::RobustnessReport>(*std::move(report)) : nullptr);
      });
}

}  // namespace vicinia::desktop
