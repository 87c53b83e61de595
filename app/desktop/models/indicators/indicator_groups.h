/// \file indicator_groups.h
/// The indicators in the groups that people look for them in. Each is in one group.
#pragma once

#include <QString>
#include <span>

#include "vicinia/core/indicators/catalogue.h"

namespace vicinia::desktop {

inline constexpr int indicatorGroupCount = 6;
/// \pre 0 ≤ group < indicatorGroupCount
[[nodiscard]] std::span<const core::indicators::Indicator> indicatorsOfGroup(int group);
[[nodiscard]] QString indicatorGroupName(int group);

}  // namespace vicinia::desktop
