/// \file stop_on_interrupt.h
/// Ctrl-C asks the work to stop, which then leaves no half-written file; a second one ends the program at once.
/// Threads: one object at a time, made before any thread that should not see the signal.
#pragma once

#include <stop_token>
#include <thread>

namespace vicinia::cli {

class StopOnInterrupt {
 public:
  StopOnInterrupt();
  ~StopOnInterrupt();
  StopOnInterrupt(const StopOnInterrupt&) = delete;
  StopOnInterrupt& operator=(const StopOnInterrupt&) = delete;
  [[nodiscard]] std::stop_token token() const { return stop_.get_token(); }

 private:
  int ends_[2] = {-1, -1};  ///< of the pipe that the signal's handler writes to
  std::stop_source stop_;
  std::thread listener_;
};

}  // namespace vicinia::cli
