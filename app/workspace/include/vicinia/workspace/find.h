/// \file find.h
/// Sectors, provinces and districts by what people type: code, Vietnamese or English name, with or without
/// diacritics, in any case.
/// Errors: UnknownName, whose detail lists the nearest names.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "vicinia/core/base/result.h"
#include "vicinia/core/dataset.h"

namespace vicinia::workspace {

/// Lower case without diacritics: "Hồ Chí Minh" → "ho chi minh".
[[nodiscard]] std::string folded(std::string_view text);

[[nodiscard]] core::Result<core::industry::SectorIndex> find_sector(const core::Dataset& dataset,
                                                                    std::string_view name);
[[nodiscard]] core::Result<core::industry::SectorIndex> find_sector_in(
    const std::vector<core::industry::Sector>& sectors, std::string_view name);
/// By its label, or by any label that means the same time.
[[nodiscard]] core::Result<core::industry::PeriodIndex> find_period(const core::Dataset& dataset,
                                                                    std::string_view name);
[[nodiscard]] core::Result<core::admin::UnitIndex> find_province(const core::Dataset& dataset,
                                                                 std::string_view name);
[[nodiscard]] core::Result<core::admin::UnitIndex> find_unit(const core::Dataset& dataset,
                                                             std::string_view name);

}  // namespace vicinia::workspace
