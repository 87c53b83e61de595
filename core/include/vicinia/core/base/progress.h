/// \file progress.h
/// How long work reports where it is, and hears that it should stop.
#pragma once

#include <functional>
#include <stop_token>
#include <string_view>

#include "vicinia/core/base/error.h"

namespace vicinia::core {

/// Called with the share done, in [0, 1], and the name of the step; from whichever thread does the work.
using ProgressCallback = std::function<void(double share_done, std::string_view step)>;

/// Called with what the user should know of work that goes well all the same.
using NoteCallback = std::function<void(const Error& note)>;

/// What a long function takes. Default: cannot be stopped, reports to no one.
struct Task {
  std::stop_token stop{};
  ProgressCallback report{};
  NoteCallback note{};
  void at(double share_done, std::string_view step) const {
    if (report) report(share_done, step);
  }
  void tell(const Error& what) const {
    if (note) note(what);
  }
};

}  // namespace vicinia::core
