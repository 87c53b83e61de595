/// \file work_queue.h
/// Work for the main thread, one piece after the other, in the order of posting.
/// A piece may run an event loop of its own (a drawing that can be cancelled does): no other piece starts inside it.
/// Threads: post() from any thread; everything else on the main thread.
#pragma once

#include <QObject>
#include <deque>
#include <functional>
#include <mutex>

namespace vicinia::gis::engine {

class WorkQueue {
 public:
  void post(std::function<void()> work);

 private:
  void run();

  QObject main_thread_;
  std::mutex mutex_;
  std::deque<std::function<void()>> waiting_;
  bool busy_ = false;
};

}  // namespace vicinia::gis::engine
