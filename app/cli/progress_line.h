/// \file progress_line.h
/// How far long work is, on one line of stderr, where that is a terminal.
#pragma once

#include <unistd.h>

#include <cstdio>
#include <string_view>

namespace vicinia::cli {

class ProgressLine {
 public:
  ProgressLine() : is_terminal_(::isatty(STDERR_FILENO) == 1) {}
  ~ProgressLine() {
    if (is_terminal_ && shown_ >= 0) std::fprintf(stderr, "\r\033[K");
  }
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;
  void show(double share_done) {
    const int percent = static_cast<int>(share_done * 100);
    if (!is_terminal_ || percent == shown_) return;
    shown_ = percent;
    std::fprintf(stderr, "\r%3d %%", percent);
  }

 private:
  bool is_terminal_;
  int shown_ = -1;
};

}  // namespace vicinia::cli
