/// \file reasons.h
/// Why a unit is in an agglomeration, or what it lacks, as the window sets it out: the verdict, then a marked line for each rule and
/// reason. The words are the workspace's: the terminal says the same.
#pragma once

#include <QString>
#include <vector>

#include "jobs/found_agglomerations.h"

namespace vicinia::desktop {

struct Reason {
  enum class Kind { passed, failed, note } kind = Kind::note;
  QString text{};
};

struct Reasons {
  QString verdict{};  ///< a sentence
  std::vector<Reason> lines{};
};

[[nodiscard]] Reasons makeReasons(const core::Dataset& dataset, const workspace::Explanation& explanation,
                                  workspace::Language language);
/// As rich text, with a mark before each line.
[[nodiscard]] QString richText(const std::vector<Reason>& lines);

}  // namespace vicinia::desktop
