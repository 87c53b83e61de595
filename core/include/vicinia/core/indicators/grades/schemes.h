/// \file schemes.h
/// Four answers to "is this a cluster?", side by side, each with its criteria laid open.
///   published rule:  that of the report; by default LQ ≥ 1. Size thresholds of 0 are no criteria.
///   cluster stars:   one star each for size (employees in the top tenth of the sector's units), specialisation (LQ ≥ 2) and focus
///                    (share in the unit's employment in the top tenth of all pairs of unit and sector). The verdict is
///                    met with as many stars as the options ask for. The Observatory ranks European regions; here it is units
///                    of the data set, and rank.h states the method.
///   local district:  industrial district after Sforzi and ISTAT: the unit is one of manufacturing (LQ of manufacturing > 1), of
///                    small and medium enterprises (SME LQ > 1), specialised in the sector (LQ > 1), which is its dominant
///                    one, and made up mostly of SMEs (> 50 %). Adapted: ISTAT's local labour systems are districts here;
///                    ISTAT's bands (up to 49, 50-249, 250 and more employees) are Viet Nam's SMEs as the survey counts them
///                    (Decree 90/2001/NĐ-CP: up to 300 employees or VND 10 billion of registered capital); and shares of
///                    SMEs are by number of enterprises, because employment by size is not published.
///   own rule:        thresholds that the user sets.
/// Source:  UNIDO and CIEM (2011), Appendix 2; European Cluster Observatory (2007), Sölvell, Ketels and Lindqvist (2008);
///          Sforzi (1990), ISTAT (2006).
/// Missing: a criterion whose value is missing cannot be told; stars are an interval from those that are certain to those that
///          are possible.
/// Cost:    O(1).
#pragma once

#include <optional>

#include "vicinia/core/indicators/grades/criterion.h"
#include "vicinia/core/indicators/grades/graded.h"

namespace vicinia::core::indicators::grades {

struct PublishedRuleOptions {
  double lq_min = 1;
  double employees_min = 0, enterprises_min = 0, sector_share_pct_min = 0;
};
[[nodiscard]] Grade published_rule(const Graded& graded, const PublishedRuleOptions& options = {});

struct StarOptions {
  double lq_min = 2;
  int stars_min = 1;  ///< for the verdict
};
struct Stars {
  int least = 0, most = 3;
  Grade grade{};
};
[[nodiscard]] Stars cluster_stars(const Graded& graded, const StarOptions& options = {});

struct LocalDistrictOptions {
  double lq_above = 1;
  double sme_share_above_pct = 50;
};
[[nodiscard]] Grade local_district(const Graded& graded, const LocalDistrictOptions& options = {});

/// Only what is set is a criterion; both ends count as met.
struct Limits {
  std::optional<double> min{}, max{};
  friend bool operator==(const Limits&, const Limits&) = default;
};
struct OwnRule {
  Limits lq{}, employees{}, enterprises{}, sme_share_pct{}, fdi_share_pct{}, district_share_pct{};
  friend bool operator==(const OwnRule&, const OwnRule&) = default;
};
[[nodiscard]] Grade own_rule(const Graded& graded, const OwnRule& rule);

}  // namespace vicinia::core::indicators::grades
