/// \file in_frame.h
/// A data set as shown in another frame that it has a crosswalk to: 63 provinces as the 34 that they became.
/// Areas:   dissolved by topology from the units that were joined; a unit that got parts of others has none, for no file says where they lie.
/// Counts:  summed over whole units, exactly; shared out by weight where a unit was divided, which is an estimate and is marked so. A unit
///          without rows of its own counts what the coarsest finer level that has some says of its parts, as drawn. Quotients are never carried
///          over or averaged: they follow from the sums; those of a unit that is the same in both frames stand as printed.
/// Missing: a sum with a part that is not published is not published, with a range from what is known upwards (industry/derived_counts.h).
/// Shapes:  made_of [unit of the other frame].
/// Errors:  UnknownName with field frame, those of build_topology, Cancelled.
/// Cost:    that of build_topology for the units that were joined, and O(observations × links).
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "vicinia/core/base/progress.h"
#include "vicinia/core/base/result.h"
#include "vicinia/core/dataset.h"
#include "vicinia/core/values/evidence.h"

namespace vicinia::core::values {

struct InFrame {
  Dataset dataset{};
  /// Units of the own frame, of its finest level, that it is made of, all of them whole; nullopt: of parts, or not known.
  std::vector<std::optional<std::vector<admin::UnitIndex>>> made_of{};
  std::vector<Finding> findings{};  ///< areas_left_out
};

/// \param audits  of `dataset`: what they speak against stays marked in the sums that it is part of
/// \pre dataset is in its own frame
[[nodiscard]] Result<InFrame> in_frame(const Dataset& dataset, std::string_view id,
                                       const PeriodAudits& audits = {}, const Task& task = {});

}  // namespace vicinia::core::values
