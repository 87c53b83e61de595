/// \file robustness.h
/// How far agglomerations depend on the rules: over a grid of rules, how often each agglomeration of the reference rules and each of
/// its members survives, and who would join it.
/// Source:  cluster-wise assessment of cluster stability by the Jaccard coefficient (Hennig 2007), with rules varied in place of
///          samples. At one point of the grid an agglomeration has as its Jaccard the largest |A ∩ B| / |A ∪ B| over all
///          agglomerations B there. It survives where that is *more than* 0.5 (Hennig's dissolution point). Then B is the only one
///          to reach it, and A the only reference agglomeration that B matches: no tie has to be broken.
///          A member survives where its agglomeration does and the match contains it; it is core if it survives at a stated share of
///          the points, else fringe. A unit that is no member joins where it is in one agglomeration with more than half of the
///          members: in the match, or in the larger one that absorbed them.
/// Shapes:  values [unit], borders [pair], grid [point] → [agglomeration of the reference] × [member], and [point].
/// Units:   shares of the points of the grid, 0-1. A point that is in the grid twice counts twice.
/// Missing: as in agglomeration.h. A sum over an unpublished value fails every threshold above zero, at every point.
/// Errors:  InvalidArgument (an empty grid, an option out of its range, a threshold that is negative or no number, a border of no
///          unit), Cancelled.
/// Cost:    O(points × (units + links)), and one adjacency per distinct link rule; parallel over the points. The result does not
///          depend on the thread count, nor (but for `outcomes`, which is in the order of the grid) on the order of the grid.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "vicinia/core/agglomeration/agglomeration.h"
#include "vicinia/core/base/progress.h"
#include "vicinia/core/base/result.h"
#include "vicinia/core/topology/borders.h"

namespace vicinia::core::agglomeration {

/// How a grid departs from the reference, which is always part of it. Thresholds of the LQ are in even steps, so that a share of points
/// tells how far the threshold may rise: LQs are published with one decimal, and lists of them hold little below 1.
struct GridSteps {
  std::vector<double> lq_factors{0.7, 0.8, 0.9, 1.1, 1.2, 1.3, 1.4, 1.5};  ///< times lq_min of the reference
  std::vector<double> employees_min{0, 500, 1000, 5000};
  std::vector<double> border_min_m{0, 1000};
  bool both_contiguities = true;       ///< edge and corner, whatever the reference says
  std::vector<double> tolerances_m{};  ///< of matching borders; none: that of the reference alone
};

/// Every combination of the steps with the reference's own values, ascending, each once; all else is as in the reference.
/// Thresholds that are multiplied are rounded to 1e-6, so that 1.1 × 3 keeps a unit whose LQ is printed as 3.3.
[[nodiscard]] std::vector<Rules> grid_around(const Rules& reference, const GridSteps& steps = {});

/// What becomes of an agglomeration at one point of the grid.
enum class Fate : std::uint8_t {
  survives,  ///< Jaccard above the threshold
  absorbed,  ///< not so, but more than half of its members are in one agglomeration: a larger one
  reduced,   ///< neither, but some of its members are in some agglomeration: parts of it are left
  gone       ///< none of its members is in any
};
inline constexpr std::size_t fate_count = 4;
[[nodiscard]] std::string_view name_of(Fate fate);

struct Outcome {
  Fate fate = Fate::gone;
  double jaccard = 0;  ///< 0: nothing there shares a member with it
  friend bool operator==(const Outcome&, const Outcome&) = default;
};

struct MemberRobustness {
  UnitIndex unit = 0;
  double survival = 0;  ///< never more than its agglomeration's
  bool is_core = false;
  friend bool operator==(const MemberRobustness&, const MemberRobustness&) = default;
};

/// A unit that is no member, but would be under other rules. It may be a member of another agglomeration of the reference.
struct NearMember {
  UnitIndex unit = 0;
  double joins = 0;  ///< above 0; never more than survival and absorbed together
  friend bool operator==(const NearMember&, const NearMember&) = default;
};

struct AgglomerationRobustness {
  double survival = 0;
  double mean_jaccard = 0;                     ///< over all points
  double absorbed = 0, reduced = 0, gone = 0;  ///< with survival they make 1
  std::vector<MemberRobustness> members{};     ///< as in the reference: ascending
  std::vector<NearMember> near{};              ///< most often first, then ascending
  std::vector<Outcome> outcomes{};             ///< [point of the grid]
  friend bool operator==(const AgglomerationRobustness&, const AgglomerationRobustness&) = default;
};

struct RobustnessOptions {
  double jaccard_above = 0.5;  ///< survives above this; in [0.5, 1), below which a match would not be unique
  double core_share = 0.8;     ///< least survival of a core member; in [0, 1]
  friend bool operator==(const RobustnessOptions&, const RobustnessOptions&) = default;
};

struct Robustness {
  std::vector<Agglomeration> reference{};                 ///< those of the reference rules, largest first
  std::vector<AgglomerationRobustness> agglomerations{};  ///< [agglomeration of the reference]
};

[[nodiscard]] Result<Robustness> robustness(std::span<const UnitValues> values,
                                            std::span<const topology::Border> borders, const Rules& reference,
                                            std::span<const Rules> grid,
                                            const RobustnessOptions& options = {}, const Task& task = {});

/// The rules that grid_around varies.
enum class VariedRule : std::uint8_t { lq_min, employees_min, corners, border_min_m, tolerance_m };
inline constexpr std::size_t varied_rule_count = 5;
[[nodiscard]] std::string_view name_of(VariedRule rule);

struct SurvivalAt {
  double value = 0;  ///< of the rule; corners: 0 or 1
  double survival = 0;
  friend bool operator==(const SurvivalAt&, const SurvivalAt&) = default;
};
/// Which rule an agglomeration depends on: its survival over the points that have each value of one rule, ascending by value.
/// \pre outcomes.size() == grid.size()
[[nodiscard]] std::vector<SurvivalAt> survival_by(VariedRule rule, std::span<const Rules> grid,
                                                  std::span<const Outcome> outcomes);

}  // namespace vicinia::core::agglomeration
