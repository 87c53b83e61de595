/// \file graded.h
/// All that the schemes ask of one sector in one unit, or in an agglomeration taken as one: values pooled (sums, and quotients
/// recomputed from them), never averages.
/// Units:   employees, enterprises: counts; shares in per cent.
/// Missing: a member that is left alone is not published, and what needs it cannot be told. Nothing is filled in.
#pragma once

#include "vicinia/core/indicators/grades/estimate.h"
#include "vicinia/core/indicators/grades/rank.h"

namespace vicinia::core::indicators::grades {

struct Graded {
  Estimate lq{};
  Estimate employees{};
  Estimate enterprises{};
  Estimate sme_share_pct{};  ///< by number of enterprises
  Estimate fdi_share_pct{};  ///< by number of enterprises
  Estimate sector_share_pct{};
  Estimate district_share_pct{};

  // only a data set that knows the other units and sectors has these
  TopTenth size{};              ///< Ranking of the sector's employees over all units
  TopTenth focus{};             ///< Ranking of the district shares of all pairs of unit and sector
  Estimate manufacturing_lq{};  ///< of all manufacturing in the unit, over all employment
  Estimate sme_lq{};            ///< (SMEs/enterprises) in the unit's manufacturing over the nation's
  Outcome is_dominant =
      Outcome::cannot_be_told;  ///< Ranking of the unit's manufacturing sectors with LQ > 1: the largest
};

}  // namespace vicinia::core::indicators::grades
