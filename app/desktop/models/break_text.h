/// \file break_text.h
/// Class breaks as a person types them: numbers in the language's way, separated by semicolons or blanks: "1; 2,5; 4".
#pragma once

#include <QString>
#include <optional>
#include <vector>

#include "vicinia/workspace/base/language.h"

namespace vicinia::desktop {

enum class BreakFault { none, notANumber, notAscending, tooMany, empty };

struct Breaks {
  std::vector<double> values{};
  BreakFault fault = BreakFault::none;
  QString at{};  ///< the part that is at fault
};

[[nodiscard]] Breaks parseBreaks(const QString& text, workspace::Language language);
[[nodiscard]] QString breaksText(const std::vector<double>& breaks, workspace::Language language);

}  // namespace vicinia::desktop
