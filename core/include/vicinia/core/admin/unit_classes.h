/// \file unit_classes.h
/// Which class a unit is of (thành phố, huyện, xã …): what its data state, or what units of its level usually are.
/// Missing: a level that is called otherwise than usual, and no kind stated: none.
/// Cost:    O(letters).
#pragma once

#include "vicinia/core/admin/level.h"
#include "vicinia/core/admin/unit.h"
#include "vicinia/core/names/folding.h"

namespace vicinia::core::admin {

/// What units of a level may be: of "district", quận, huyện, thị xã and thành phố.
[[nodiscard]] names::UnitClasses usual_classes(const LevelInfo& level);
/// As its kind says; none: not known.
[[nodiscard]] names::UnitClasses stated_classes(const Unit& unit);

}  // namespace vicinia::core::admin
