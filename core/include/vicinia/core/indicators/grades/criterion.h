/// \file criterion.h
/// What a grade consists of: criteria, each with the value, the threshold and the outcome; and what they come to together.
/// Missing: a criterion on an unpublished value cannot be told; what follows from it cannot be told either, unless the other
///          criteria settle it.
/// Cost:    O(criteria).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "vicinia/core/base/cell.h"
#include "vicinia/core/indicators/grades/estimate.h"
#include "vicinia/core/indicators/outcome.h"

namespace vicinia::core::indicators::grades {

enum class CriterionId : std::uint8_t {
  lq,
  employees,
  enterprises,
  sector_share_pct,
  district_share_pct,
  sme_share_pct,
  fdi_share_pct,
  size_top_tenth,     ///< employees, among the units of the sector
  focus_top_tenth,    ///< share in the unit's employment, among all pairs of unit and sector
  manufacturing_lq,   ///< of all manufacturing in the unit
  sme_lq,             ///< the unit's share of SMEs in manufacturing over the nation's
  sector_is_dominant  ///< no manufacturing sector of the unit that is specialised is larger
};
inline constexpr std::size_t criterion_id_count = 12;
/// Stable identifier, e.g. "sme_share_pct".
[[nodiscard]] std::string_view name_of(CriterionId id);

/// How value and threshold compare where the criterion is met.
enum class Comparison : std::uint8_t { at_least, more_than, at_most, none };

struct Criterion {
  CriterionId id = CriterionId::lq;
  Comparison comparison = Comparison::at_least;
  Estimate estimate{};
  Cell threshold{};  ///< not published where it is one of others' values and not all are published
  Outcome outcome = Outcome::cannot_be_told;
};
/// Judged by the value alone. \pre comparison is not none
[[nodiscard]] Criterion judged(CriterionId id, const Estimate& estimate, Comparison comparison,
                               double threshold);

/// The schemes that are shown side by side.
enum class Scheme : std::uint8_t { published_rule, cluster_stars, local_district, own_rule };
inline constexpr std::size_t scheme_count = 4;
/// Stable identifier, e.g. "cluster_stars".
[[nodiscard]] std::string_view name_of(Scheme scheme);

struct Grade {
  Scheme scheme = Scheme::published_rule;
  std::vector<Criterion> criteria{};
  Outcome verdict = Outcome::cannot_be_told;
};

/// Met where all are; a scheme without criteria is met by everything.
[[nodiscard]] Outcome all_of(const std::vector<Criterion>& criteria);

}  // namespace vicinia::core::indicators::grades
