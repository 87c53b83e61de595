#include "jobs/robustness_job.h"

#include <utility>

namespace vicinia::desktop {

namespace ws = workspace;

RobustnessJob::RobustnessJob(FoundPtr found, QObject* parent) : QObject(parent), found_(std::move(found)) {
  worker_ = std::jthread([this](std::stop_token stop) {
    auto report = ws::assess_robustness(found_->figures(), found_->contiguity(), found_->document().view.agglomerations, {},
                                        core::Task{stop, {}});
    auto made = report ? std::make_shared<const ws::RobustnessReport>(std::move(*report)) : nullptr;
    QMetaObject::invokeMethod(this, [this, made] { Q_EMIT finished(made); });
  });
}

RobustnessJob::~RobustnessJob() {
  worker_.request_stop();
  if (worker_.joinable()) worker_.join();
}

}  // namespace vicinia::desktop
