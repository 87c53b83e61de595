#include "jobs/write_job.h"

#include <utility>

#include "session/qt_text.h"

namespace vicinia::desktop {

WriteJob::WriteJob(std::function<core::Status(const core::Task&)> write, QObject* parent) : QObject(parent) {
  worker_ = std::jthread([this, write = std::move(write)](std::stop_token stop) {
    const core::Task task{stop, [this](double share, std::string_view step) {
                            QMetaObject::invokeMethod(this, [this, share, step = qs(step)] { Q_EMIT progressed(share, step); });
                          }};
    QMetaObject::invokeMethod(this, [this, status = write(task)] {
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
