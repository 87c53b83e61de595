#include "jobs/contiguity_job.h"

#include <utility>

namespace vicinia::desktop {

ContiguityJob::ContiguityJob(std::shared_ptr<const core::Dataset> dataset, std::optional<double> tolerance_m, QObject* parent)
    : QObject(parent), dataset_(std::move(dataset)), tolerance_m_(tolerance_m) {
  worker_ = std::jthread([this](std::stop_token stop) {
    const core::Task task{stop, {}};
    auto made = workspace::Contiguity::of(*dataset_, tolerance_m_, task).and_then([&](workspace::Contiguity&& contiguity) {
      return ArcDetail::of(std::make_shared<const workspace::Contiguity>(std::move(contiguity)), task);
    });
    QMetaObject::invokeMethod(this, [this, made = std::move(made)] {
      if (made)
        Q_EMIT finished(*made);
      else
        Q_EMIT failed(made.error());
    });
  });
}

ContiguityJob::~ContiguityJob() {
  worker_.request_stop();
  if (worker_.joinable()) worker_.join();
}

}  // namespace vicinia::desktop
