#include "vicinia/core/indicators/grades/criterion.h"

#include <array>
#include <cassert>

namespace vicinia::core::indicators::grades {

std::string_view name_of(CriterionId id) {
  static constexpr std::array<std::string_view, criterion_id_count> names{"lq",
                                                                          "employees",
                                                                          "enterprises",
                                                                          "sector_share_pct",
                                                                          "district_share_pct",
                                                                          "sme_share_pct",
                                                                          "fdi_share_pct",
                                                                          "size_top_tenth",
                                                                          "focus_top_tenth",
                                                                          "manufacturing_lq",
                                                                          "sme_lq",
                                                                          "sector_is_dominant"};
  return names[static_cast<std::size_t>(id)];
}

std::string_view name_of(Scheme scheme) {
  static constexpr std::array<std::string_view, scheme_count> names{"published_rule", "cluster_stars",
                                                                    "local_district", "own_rule"};
  return names[static_cast<std::size_t>(scheme)];
}

Criterion judged(CriterionId id, const Estimate& estimate, Comparison comparison, double threshold) {
  assert(comparison != Comparison::none);
  Criterion criterion{id, comparison, estimate, Cell::of(threshold), Outcome::cannot_be_told};
  switch (comparison) {
    case Comparison::at_least: criterion.outcome = at_least(estimate, threshold); break;
    case Comparison::more_than: criterion.outcome = more_than(estimate, threshold); break;
    case Comparison::at_most: criterion.outcome = at_most(estimate, threshold); break;
    case Comparison::none: break;
  }
  return criterion;
}

Outcome all_of(const std::vector<Criterion>& criteria) {
  Outcome all = Outcome::met;
  for (const Criterion& criterion : criteria) all = both(all, criterion.outcome);
  return all;
}

}  // namespace vicinia::core::indicators::grades
