/// \file share_fractions.h
/// Shares that a table gives as fractions of 1 rather than in per cent: 0.047 for 4.7 %. They are known by
/// their sums: no share of the column is above 1, and over the units of a sector (of a unit's sectors, for
/// shares of the unit) they make about 1. Units:   shares in per cent, when they leave here. Missing: a share
/// that is not published is in no sum. Findings: SharesAsFractions: field is the column, detail how many.
/// Cost:    O(rows log rows).
#pragma once

#include <vector>

#include "vicinia/core/admin/unit.h"
#include "vicinia/core/base/error.h"
#include "vicinia/core/industry/observations.h"
#include "vicinia/gis/io/manifest.h"

namespace vicinia::gis::io {

/// Makes per cent of fractions: where the manifest says that shares are fractions, or says nothing and their
/// sums do. Errors: ShareOutOfRange (field: the column; row: the line), where they are said to be fractions,
/// and one is above 1.
[[nodiscard]] core::Result<std::vector<core::Finding>> fractions_to_per_cent(
    std::vector<core::industry::Observation>& rows, std::vector<core::industry::PrintedSum>& sums,
    const core::admin::Frame& frame, ShareNotation notation);

}  // namespace vicinia::gis::io
