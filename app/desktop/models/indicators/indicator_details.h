/// \file indicator_details.h
/// One indicator to be read, as rich text: its value and where that comes from, what it is, what it divides by, what it does not
/// say, and its source; or why the data do not allow it.
#pragma once

#include <QString>
#include <optional>

#include "jobs/indicators_job.h"
#include "vicinia/workspace/base/language.h"

namespace vicinia::desktop {

[[nodiscard]] QString indicatorDetails(const workspace::SectorIndicators& indicators,
                                       std::optional<core::admin::UnitIndex> unit,
                                       core::indicators::Indicator indicator, workspace::Language language);

}  // namespace vicinia::desktop
