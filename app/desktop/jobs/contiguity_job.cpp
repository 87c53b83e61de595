#include "jobs/contiguity_job.h"

#include <utility>

namespace vicinia::desktop {

ContiguityJob::ContiguityJob(std::shared_ptr<const core::Dataset> dataset, double snap_m, QObject* parent)
    : QObject(parent), dataset_(std::move(dataset)), snap_m_(snap_m) {
  worker_ = std::jthread([this](std::stop_token stop) {
    auto contiguity = workspace::Contiguity::of(*dataset_, snap_m_, core::Task{stop, {}});
    if (contiguity)
      QMetaObject::invokeMethod(this, [this, made = std::make_shared<const workspace::Contiguity>(std::move(*contiguity))] {
        Q_EMIT finished(made);
      });
    else
      QMetaObject::invokeMethod(this, [this, error = contiguity.error()] { Q_EMIT failed(error); });
  });
}

ContiguityJob::~ContiguityJob() {
  worker_.request_stop();
  if (worker_.joinable()) worker_.join();
}

}  // namespace vicinia::desktop
