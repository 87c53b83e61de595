/// \file explanation.h
/// Why a unit is in an agglomeration, or what it lacks: the checks of the rules, the neighbours and how they meet, what size was asked for.
/// Shapes:  values, contiguity, settings, the agglomerations that they make, one unit → its explanation.
/// Units:   metres, employees, shares in per cent.
/// Missing: a value that is not published passes no check above zero.
/// Errors:  InvalidArgument (no such unit), those of linked_borders and find_agglomerations.
/// Cost:    O(borders + members); where a size is lacking, as find_agglomerations.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "vicinia/core/agglomeration/agglomeration_report.h"
#include "vicinia/core/indicators/measure.h"

namespace vicinia::core::agglomeration {

struct Explanation {
  struct Check {
    std::string rule{};  ///< "lq_min", "employees_min" …
    Cell value{};
    double threshold = 0;
    bool passed = false;
    std::vector<values::DoubtfulValue> rests_on{};  ///< of the value
    /// What it lacks, where it is not passed and that can be told: employees for an LQ, employees or a share, else enterprises.
    std::optional<stats::Interval> short_of{};
    bool decides = true;  ///< false: a size asked of the whole, which the unit alone need not have
  };
  struct Link {
    admin::UnitIndex neighbour = 0;
    topology::Border border{};
    bool is_member = false;                      ///< of the same agglomeration
    std::optional<std::size_t> agglomeration{};  ///< that the neighbour is in
  };
  /// An agglomeration that a unit outside is linked to.
  struct Touching {
    std::size_t agglomeration = 0;
    std::vector<admin::UnitIndex> through{};  ///< its members that are neighbours, ascending
    double border_m = 0;                      ///< shared with them
  };
  enum class Standing : std::uint8_t {
    member,
    unit_fails,     ///< a check that decides is not passed
    set_too_small,  ///< it qualifies, but it and those linked with it are too small together
    not_of_the_map  ///< it has no area there: a province, where districts are drawn
  };
  admin::UnitIndex unit = 0;
  Standing standing = Standing::member;
  std::vector<Check> checks{};                ///< of the unit alone
  std::optional<stats::Interval> lq_range{};  ///< what its LQ can be, given its rounding and the totals
  std::vector<Link> links{};                  ///< neighbours that the link rule counts
  std::vector<Link>
      apart{};             ///< that run beside it beyond the tolerance, and are not linked: the nearest first
  double tolerance_m = 0;  ///< within which borders are matched
  ToleranceEffect tolerance{};                 ///< of its agglomeration
  std::optional<std::size_t> agglomeration{};  ///< position in the list; nullopt: it is in none
  bool is_carried = false;
  std::size_t member_count = 0;  ///< of its agglomeration
  std::vector<admin::UnitIndex>
      set{};  ///< set_too_small: it and those that qualify and are linked with it, ascending
  std::vector<Check> set_checks{};      ///< set_too_small: the sizes of the set
  std::vector<Touching> touching{};     ///< of a unit in none, in the order of the list
  std::vector<admin::UnitIndex> cut{};  ///< neighbours that were cut by hand, ascending
};
[[nodiscard]] std::string_view name_of(Explanation::Standing standing);

/// The measure whose value a check compares.
[[nodiscard]] indicators::Measure checked_measure(const Explanation::Check& check);

/// `reports`: what find_agglomerations answered for the same values and settings.
[[nodiscard]] Result<Explanation> explain(const SectorValues& values, const Contiguity& contiguity,
                                          const Settings& settings,
                                          const std::vector<AgglomerationReport>& reports,
                                          admin::UnitIndex unit);

}  // namespace vicinia::core::agglomeration
