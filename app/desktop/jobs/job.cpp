#include "jobs/job.h"

#include <sys/resource.h>
#include <unistd.h>

#include <QCoreApplication>
#ifdef __SANITIZE_THREAD__
#include <sanitizer/tsan_interface.h>
#endif

namespace vicinia::desktop {

QEvent::Type Job::Call::kind() {
  static const int number = QEvent::registerEventType();
  return static_cast<QEvent::Type>(number);
}

// The thread sanitizer does not see what the locks of Debian's Qt guarantee: that what was done before an event was posted is seen by
// who gets it. It is told.
void Job::post(std::unique_ptr<Call> call) {
#ifdef __SANITIZE_THREAD__
  __tsan_release(this);
#endif
  QCoreApplication::postEvent(this, call.release());
}

void Job::giveWay() {
  constexpr int nicer = 5;
  setpriority(PRIO_PROCESS, static_cast<id_t>(gettid()), nicer);  // where it is refused, all are alike
}

bool Job::event(QEvent* event) {
#ifdef __SANITIZE_THREAD__
  __tsan_acquire(this);
#endif
  if (event->type() != Call::kind()) return QObject::event(event);
  static_cast<Call*>(event)->run();
  return true;
}

}  // namespace vicinia::desktop
