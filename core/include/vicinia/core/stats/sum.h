/// \file sum.h
/// Sums that honour "not published".
/// Missing: one unpublished term makes the sum unpublished, one undefined term makes it undefined.
#pragma once

#include <span>

#include "vicinia/core/base/cell.h"

namespace vicinia::core::stats {

[[nodiscard]] Cell sum(std::span<const Cell> cells);
[[nodiscard]] Cell add(Cell a, Cell b);

}  // namespace vicinia::core::stats
