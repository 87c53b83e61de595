#include "vicinia/workspace/document/own_rule.h"

#include <cmath>
#include <string>

namespace vicinia::workspace::inline document {

core::Status check(const core::indicators::grades::OwnRule& rule) {
  for (const OwnCriterion& criterion : own_criteria) {
    const auto& [min, max] = rule.*criterion.limits;
    const auto bad = [&](double limit) -> core::Status {
      return core::fail({.code = core::ErrorCode::invalid_argument,
                         .subject = {.field = std::string(core::indicators::grades::name_of(criterion.id))},
                         .detail = std::to_string(limit)});
    };
    for (const auto& limit : {min, max})
      if (limit && !(std::isfinite(*limit) && *limit >= 0)) return bad(*limit);
    if (min && max && *min > *max) return bad(*min);
  }
  return {};
}

}  // namespace vicinia::workspace::inline document
