#include "jobs/write_job.h"

#include <utility>

#include "text/qt_text.h"

namespace vicinia::desktop {

WriteJob::WriteJob(std::function<core::Status(const core::Task&)> write, QObject* parent) : Job(parent) {
  runOrFail(std::move(write), [this] { Q_EMIT written(); });
}

}  // namespace vicinia::desktop
