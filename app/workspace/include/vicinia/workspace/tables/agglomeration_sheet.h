/// \file agglomeration_sheet.h
/// One agglomeration with its members and their parts, and the units that are near: who would join under other rules, and what they lack.
/// Units:   employees; parts in per cent of the agglomeration's employees; survival and joining as shares of the varied rules, 0-1.
/// Missing: a part where one of the members publishes no employees; survival and near units until the rules have been varied.
/// Cost:    O(members + near units).
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "vicinia/workspace/document/agglomerations.h"
#include "vicinia/workspace/tables/province_sheet.h"

namespace vicinia::workspace::inline tables {

struct AgglomerationMember {
  core::admin::UnitIndex unit = 0;
  std::optional<core::admin::UnitIndex> province{};
  core::Cell employees{}, lq{};
  core::values::Doubt employees_doubt = core::values::Doubt::none, lq_doubt = core::values::Doubt::none;
  std::optional<double> of_employees_pct{};
  bool is_carried = false;           ///< too small alone: its neighbours carry it
  std::optional<double> survival{};  ///< of its membership
  bool is_core = false;              ///< survives often enough to be one; of no meaning without survival
};

/// No member as the rules are.
struct NearUnit {
  core::admin::UnitIndex unit = 0;
  std::optional<core::admin::UnitIndex> province{};
  core::Cell employees{}, lq{};
  double joins = 0;  ///< under so many of the varied rules
  std::optional<core::stats::Interval>
      short_of_lq{};  ///< employees, to the LQ that the rules ask for; negative: it has it
};

struct AgglomerationSheet {
  SharedAgglomeration agglomeration{};
  std::vector<AgglomerationMember> members{};  ///< most employees first; who publishes none comes last
  std::vector<NearUnit> near{};                ///< most often joining first
};

/// \param robustness  of the same agglomerations; null: the rules have not been varied
/// \pre number is a position in the reports
[[nodiscard]] AgglomerationSheet agglomeration_sheet(const SectorValues& values,
                                                     const std::vector<AgglomerationReport>& reports,
                                                     std::size_t number, double lq_min,
                                                     const RobustnessReport* robustness);

/// "core (96 %)": in so many of the varied rules; "fringe (…)"; with "carried by its neighbours" where it is. Empty: nothing is known.
[[nodiscard]] std::string membership_role_text(const AgglomerationMember& member, Language language);
/// "near (12 %)": it would join under so many of the varied rules; and what it lacks.
[[nodiscard]] std::string near_text(const NearUnit& unit, Language language);

}  // namespace vicinia::workspace::inline tables
