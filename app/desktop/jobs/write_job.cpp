#include "jobs/write_job.h"

#include <utility>

namespace vicinia::desktop {

WriteJob::WriteJob(std::function<core::Status(const core::Task&)> write, QObject* parent) : QObject(parent) {
  worker_ = std::jthread([this, write = std::move(write)](std::stop_token stop) {
    QMetaObject::invokeMethod(this, [this, status = write(core::Task{stop, {}})] {
      if (status)
        Q_EMIT written();
      else
        Q_EMIT failed(status.error());
    });
  });
}

WriteJob::~WriteJob() {
  worker_.request_stop();
  if (worker_.joinable()) worker_.join();
}

}  // namespace vicinia::desktop
