#include "vicinia/core/indicators/grades/schemes.h"

namespace vicinia::core::indicators::grades {
namespace {

Criterion ranked(CriterionId id, const TopTenth& top) {
  return {id, Comparison::at_least, top.value, top.threshold, top.outcome};
}

Grade grade_of(Scheme scheme, std::vector<Criterion> criteria) {
  const Outcome verdict = all_of(criteria);
  return {scheme, std::move(criteria), verdict};
}

void add_limits(std::vector<Criterion>& criteria, CriterionId id, const Estimate& estimate,
                const Limits& limits) {
  if (limits.min) criteria.push_back(judged(id, estimate, Comparison::at_least, *limits.min));
  if (limits.max) criteria.push_back(judged(id, estimate, Comparison::at_most, *limits.max));
}

}  // namespace

Grade published_rule(const Graded& graded, const PublishedRuleOptions& options) {
  std::vector<Criterion> criteria{judged(CriterionId::lq, graded.lq, Comparison::at_least, options.lq_min)};
  const auto add = [&](CriterionId id, const Estimate& estimate, double least) {
    if (least > 0) criteria.push_back(judged(id, estimate, Comparison::at_least, least));
  };
  add(CriterionId::employees, graded.employees, options.employees_min);
  add(CriterionId::enterprises, graded.enterprises, options.enterprises_min);
  add(CriterionId::sector_share_pct, graded.sector_share_pct, options.sector_share_pct_min);
  return grade_of(Scheme::published_rule, std::move(criteria));
}

Stars cluster_stars(const Graded& graded, const StarOptions& options) {
  Stars stars{.least = 0, .most = 0};
  stars.grade = {.scheme = Scheme::cluster_stars,
                 .criteria = {ranked(CriterionId::size_top_tenth, graded.size),
                              judged(CriterionId::lq, graded.lq, Comparison::at_least, options.lq_min),
                              ranked(CriterionId::focus_top_tenth, graded.focus)}};
  for (const Criterion& criterion : stars.grade.criteria) {
    if (criterion.outcome == Outcome::met) ++stars.least;
    if (criterion.outcome != Outcome::not_met) ++stars.most;
  }
  if (stars.least >= options.stars_min) stars.grade.verdict = Outcome::met;
  if (stars.most < options.stars_min) stars.grade.verdict = Outcome::not_met;
  return stars;
}

Grade local_district(const Graded& graded, const LocalDistrictOptions& options) {
  const auto more = [](CriterionId id, const Estimate& estimate, double threshold) {
    return judged(id, estimate, Comparison::more_than, threshold);
  };
  return grade_of(Scheme::local_district,
                  {more(CriterionId::manufacturing_lq, graded.manufacturing_lq, options.lq_above),
                   more(CriterionId::sme_lq, graded.sme_lq, options.lq_above),
                   more(CriterionId::lq, graded.lq, options.lq_above),
                   {CriterionId::sector_is_dominant, Comparison::none, graded.employees,
                    Cell::not_published(), graded.is_dominant},
                   more(CriterionId::sme_share_pct, graded.sme_share_pct, options.sme_share_above_pct)});
}

Grade own_rule(const Graded& graded, const OwnRule& rule) {
  std::vector<Criterion> criteria;
  add_limits(criteria, CriterionId::lq, graded.lq, rule.lq);
  add_limits(criteria, CriterionId::employees, graded.employees, rule.employees);
  add_limits(criteria, CriterionId::enterprises, graded.enterprises, rule.enterprises);
  add_limits(criteria, CriterionId::sme_share_pct, graded.sme_share_pct, rule.sme_share_pct);
  add_limits(criteria, CriterionId::fdi_share_pct, graded.fdi_share_pct, rule.fdi_share_pct);
  add_limits(criteria, CriterionId::district_share_pct, graded.district_share_pct, rule.district_share_pct);
  return grade_of(Scheme::own_rule, std::move(criteria));
}

}  // namespace vicinia::core::indicators::grades
