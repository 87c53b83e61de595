/// \file timings.h
/// A record of what took how long, for the benchmarks: one JSON object a line, appended to a file.
/// Units:   milliseconds since the process started; a frame's own times are durations.
#pragma once

#include <QString>
#include <initializer_list>
#include <utility>

namespace vicinia::desktop {

class Timings {
 public:
  /// An empty file name records nothing.
  explicit Timings(QString file) : file_(std::move(file)) {}

  void event(const char* name, std::initializer_list<std::pair<const char*, double>> more = {}) const;

  /// Since the kernel started this process (clock ticks: to 10 ms).
  [[nodiscard]] static double sinceProcessStart_ms();

 private:
  QString file_;
};

}  // namespace vicinia::desktop
