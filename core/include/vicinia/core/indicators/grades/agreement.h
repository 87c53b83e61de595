/// \file agreement.h
/// Where schemes disagree: which say yes, which no, which cannot tell.
/// Missing: a scheme that cannot tell disagrees with none; but while one cannot tell, the others agree only so far.
/// Cost:    O(grades).
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "vicinia/core/indicators/grades/criterion.h"

namespace vicinia::core::indicators::grades {

enum class Agreement : std::uint8_t {
  all_met,        ///< every scheme says yes
  all_not_met,    ///< every scheme says no
  disagree,       ///< one says yes and another no, whatever the rest would say
  cannot_be_told  ///< those that can tell agree, or none can
};

struct SchemesCompared {
  Agreement agreement = Agreement::cannot_be_told;
  std::vector<Scheme> met{}, not_met{}, cannot_be_told{};  ///< each in the order of the grades
};
/// No grades: cannot be told.
[[nodiscard]] SchemesCompared compare(std::span<const Grade> grades);

}  // namespace vicinia::core::indicators::grades
