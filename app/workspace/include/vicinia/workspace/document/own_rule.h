/// \file own_rule.h
/// The thresholds that a user may set, each with the criterion that it belongs to.
/// Units:   as in core/indicators/grades/graded.h.
/// Missing: a threshold that is not set is no criterion; a rule without any is none, and grades nothing.
/// Errors:  InvalidArgument: not a number, below zero, or a least above its most; the subject names the criterion.
/// Cost:    O(1).
#pragma once

#include <array>

#include "vicinia/core/base/result.h"
#include "vicinia/core/indicators/grades/schemes.h"

namespace vicinia::workspace::inline document {

struct OwnCriterion {
  core::indicators::grades::CriterionId id;
  core::indicators::grades::Limits core::indicators::grades::OwnRule::*limits;
};

inline constexpr std::array<OwnCriterion, 6> own_criteria{{
    {core::indicators::grades::CriterionId::lq, &core::indicators::grades::OwnRule::lq},
    {core::indicators::grades::CriterionId::employees, &core::indicators::grades::OwnRule::employees},
    {core::indicators::grades::CriterionId::enterprises, &core::indicators::grades::OwnRule::enterprises},
    {core::indicators::grades::CriterionId::sme_share_pct, &core::indicators::grades::OwnRule::sme_share_pct},
    {core::indicators::grades::CriterionId::fdi_share_pct, &core::indicators::grades::OwnRule::fdi_share_pct},
    {core::indicators::grades::CriterionId::district_share_pct,
     &core::indicators::grades::OwnRule::district_share_pct},
}};

[[nodiscard]] core::Status check(const core::indicators::grades::OwnRule& rule);

}  // namespace vicinia::workspace::inline document
