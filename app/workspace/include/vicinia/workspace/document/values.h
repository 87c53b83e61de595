/// \file values.h
/// Values with their standing (core/values) of what is open, and the names that window, terminal and tables use for them.
/// Cost:    the first evidence of a treatment that changes values O(observations); then O(1).
#pragma once

#include "vicinia/core/values/evidence.h"
#include "vicinia/core/values/period_indicators.h"
#include "vicinia/core/values/sector_indicators.h"
#include "vicinia/core/values/variable.h"
#include "vicinia/workspace/document/workspace.h"

namespace vicinia::workspace::inline document {

using core::values::Availability;
using core::values::Bound;
using core::values::Doubt;
using core::values::DoubtfulValue;
using core::values::Evidence;
using core::values::id_of;
using core::values::IndicatorOptions;
using IndicatorValue = core::values::Value;
using core::values::is_quotient;
using core::values::PeriodIndicators;
using core::values::SectorIndicators;
using core::values::Treatment;
using core::values::UnitGrades;
using core::values::ValueOrigin;
using core::values::Variable;
using core::values::VariableInfo;

/// Of one period, as the treatment has it.
[[nodiscard]] Evidence evidence_of(const OpenDataset& data, core::industry::PeriodIndex period,
                                   Treatment treatment);
/// Of the period that is looked at, as the view treats contradicted values.
[[nodiscard]] Evidence evidence_of(const Document& document);
/// The same with the change since the base that is looked at. The last ones are kept with the data, as many
/// as maps can be compared: asking again costs nothing.
[[nodiscard]] std::shared_ptr<const PeriodIndicators> period_indicators_of(
    const OpenDataset& data, core::industry::PeriodIndex period,
    std::optional<core::industry::PeriodIndex> base, Treatment treatment);
[[nodiscard]] std::shared_ptr<const PeriodIndicators> period_indicators_of(const Document& document);

/// [unit of the frame] a variable of the sector that is looked at. Errors: those of core::values::values_of.
[[nodiscard]] core::Result<std::vector<IndicatorValue>> values_of(const Document& document,
                                                                  Variable variable);
/// VariableNotAvailable, with the reason.
[[nodiscard]] core::Error not_available(Variable variable, Availability why);
[[nodiscard]] Availability availability_of(const Document& document, Variable variable);

}  // namespace vicinia::workspace::inline document
