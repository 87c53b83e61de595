/// \file reasons.h
/// Why a unit is in an agglomeration, or what it lacks, in the words of the window: a verdict, and a line for each rule.
#pragma once

#include <QString>
#include <vector>

#include "session/found_agglomerations.h"

namespace vicinia::desktop {

struct Reason {
  enum class Kind { passed, failed, note } kind = Kind::note;
  QString text{};
};

struct Reasons {
  QString verdict{};
  std::vector<Reason> lines{};
};

[[nodiscard]] Reasons makeReasons(const FoundAgglomerations& found, const workspace::Explanation& explanation,
                                  workspace::Language language);
/// As rich text, with a mark before each line.
[[nodiscard]] QString richText(const std::vector<Reason>& lines);

}  // namespace vicinia::desktop
