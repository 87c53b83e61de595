/// \file sub_task.h
/// A step's own 0-1 progress as a part of the whole.
#pragma once

#include <utility>

#include "vicinia/core/base/progress.h"

namespace vicinia::gis::io {

/// The returned task keeps a copy of what it needs of `whole`.
[[nodiscard]] inline core::Task part_of(const core::Task& whole, double from, double to) {
  core::Task part{.stop = whole.stop};
  if (whole.report)
    part.report = [report = whole.report, from, to](double share_done, std::string_view step) {
      report(from + (to - from) * share_done, step);
    };
  return part;
}

}  // namespace vicinia::gis::io
