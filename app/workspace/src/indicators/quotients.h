/// \file quotients.h
/// LQ and shares of a listed unit: as printed, beside what the totals allow; where nothing is printed, from the totals.
/// Units:   LQ dimensionless, shares in per cent.
/// Missing: no value where neither is known, no range where a total or the employees are not.
/// Cost:    O(log units).
#pragma once

#include "vicinia/core/audit/known_totals.h"
#include "vicinia/core/dataset.h"
#include "vicinia/core/indicators/measure.h"
#include "vicinia/workspace/indicators/indicator_value.h"

namespace vicinia::workspace {

[[nodiscard]] ValueOrigin origin_of(const core::audit::KnownTotal& total);

/// \pre `measure` is the LQ or a share
[[nodiscard]] IndicatorValue quotient_of(const core::Dataset& dataset, const core::audit::KnownTotals& totals,
                                         const core::industry::Observation& observation, core::indicators::Measure measure);
struct ShownValue {
  core::Cell value{};
  core::indicators::Origin origin = core::indicators::Origin::none;
};
/// What the map shows of the observation: measure_values() of its unit alone, without a sum over all the others.
[[nodiscard]] ShownValue shown_value(const core::Dataset& dataset, const core::audit::KnownTotals& totals,
                                     const core::industry::Observation& observation, core::indicators::Measure measure);
/// Whether it is the LQ or a share.
[[nodiscard]] bool is_quotient(core::indicators::Measure measure);

}  // namespace vicinia::workspace
