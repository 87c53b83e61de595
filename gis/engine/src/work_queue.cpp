#include "work_queue.h"

#include <utility>

namespace vicinia::gis::engine {

void WorkQueue::post(std::function<void()> work) {
  {
    const std::lock_guard lock(mutex_);
    waiting_.push_back(std::move(work));
  }
  QMetaObject::invokeMethod(
      &main_thread_, [this] { run(); }, Qt::QueuedConnection);
}

void WorkQueue::run() {
  if (busy_) return;
  busy_ = true;
  for (;;) {
    std::function<void()> work;
    {
      const std::lock_guard lock(mutex_);
      if (waiting_.empty()) break;
      work = std::move(waiting_.front());
      waiting_.pop_front();
    }
    work();
  }
  busy_ = false;
}

}  // namespace vicinia::gis::engine
