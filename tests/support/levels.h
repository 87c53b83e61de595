/// \file levels.h
/// The two levels that most fixtures have.
#pragma once

#include "vicinia/core/admin/level.h"

namespace vicinia::tests {

inline constexpr core::admin::Level province_level{0}, district_level{1};

}  // namespace vicinia::tests
