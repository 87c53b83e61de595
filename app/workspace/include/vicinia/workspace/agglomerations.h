/// \file agglomerations.h
/// The agglomerations of the sector that is looked at, with what a person must know of each: members, provinces, pooled quotient
/// and shares (summed and recomputed, never averaged), and who is in only because neighbours carry it.
/// Units:   employees; shares in per cent. Values are intervals where totals had to be reconstructed, exact ones elsewhere.
///          Which of them depend on the tolerance within which borders are matched: core/agglomeration/tolerance.h.
/// Missing: nullopt where a total is neither known nor can be reconstructed.
/// Errors:  those of build_topology, measure_values and find_agglomerations.
/// Cost:    the contiguity O(vertices), once per data set and tolerance, and O(borders) where reading the data set has built the topology; then O(units + borders) for each sector and rule.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "vicinia/core/agglomeration/agglomeration.h"
#include "vicinia/core/agglomeration/membership.h"
#include "vicinia/core/agglomeration/tolerance.h"
#include "vicinia/core/audit/known_totals.h"
#include "vicinia/core/stats/interval.h"
#include "vicinia/core/topology/border_match.h"
#include "vicinia/core/topology/borders.h"
#include "vicinia/core/topology/topology.h"
#include "vicinia/core/values/evidence.h"
#include "vicinia/workspace/workspace.h"

namespace vicinia::workspace {

/// Contiguity of the units that carry figures. Borders and neighbours are numbered as the units of the frame.
class Contiguity {
 public:
  /// `tolerance_m`: see AgglomerationSettings.
  [[nodiscard]] static core::Result<Contiguity> of(const core::Dataset& dataset, std::optional<double> tolerance_m = std::nullopt,
                                                   const core::Task& task = {});

  /// All that is known, ascending by (a, b): the borders at tolerance_m(), and those that are near within furthest_match_m, so
  /// that another tolerance only takes another `LinkRule::within_m`. A pair that meets at a corner and also runs beside each other
  /// beyond tolerance_m() has two rows, the corner first.
  [[nodiscard]] const std::vector<core::topology::Border>& borders() const { return borders_; }
  /// The tolerance that outlines and lengths are of: what was asked for, or what the data need.
  [[nodiscard]] double tolerance_m() const { return topology_->tolerance_m(); }
  /// How the borders meet; `beside` is numbered as the units of the frame.
  [[nodiscard]] const core::topology::BorderMatch& match() const { return match_; }
  /// The tolerance that is in force with these settings, whatever this contiguity was made with.
  [[nodiscard]] double tolerance_of(const AgglomerationSettings& settings) const {
    return settings.tolerance_m.value_or(match_.proposed_m);
  }
  /// Was it made with the tolerance of these settings? If not, links are right all the same, but outlines may have other gaps.
  [[nodiscard]] bool is_of(const AgglomerationSettings& settings) const {
    return settings.tolerance_m == asked_m_ || tolerance_of(settings) == tolerance_m();
  }
  [[nodiscard]] const core::topology::Topology& topology() const { return *topology_; }
  /// [unit of the topology] → unit of the frame.
  [[nodiscard]] const std::vector<core::admin::UnitIndex>& units() const { return units_; }
  [[nodiscard]] std::size_t frame_size() const { return frame_size_; }

 private:
  std::shared_ptr<const core::topology::Topology> topology_;  ///< shared with the data set, where that has it already
  std::vector<core::admin::UnitIndex> units_;
  std::vector<core::topology::Border> borders_;
  core::topology::BorderMatch match_;
  std::optional<double> asked_m_;
  std::size_t frame_size_ = 0;
};

/// The rows of a topology and those that are near beyond its tolerance as one ledger, ascending by (a, b).
[[nodiscard]] std::vector<core::topology::Border> ledger_of(std::vector<core::topology::Border> rows,
                                                            const std::vector<core::topology::Border>& beside);

using Pooled = core::audit::RatioRanges;

struct AgglomerationReport {
  core::agglomeration::Agglomeration found{};   ///< members are units of the frame
  std::vector<core::admin::UnitIndex> provinces{};  ///< in the drawn frame, ascending; more than one: it crosses
  Pooled pooled{};
  double tolerance_m = 0;  ///< within which borders were matched
  core::agglomeration::ToleranceEffect tolerance{};  ///< what it would be at others
  std::vector<core::values::DoubtfulFigure> rests_on{};  ///< figures of its members that the audit speaks against
  core::agglomeration::Membership membership{};          ///< who is in only as printed, and who may be
  [[nodiscard]] bool depends_on_tolerance() const { return tolerance.depends; }
};

/// What stays the same while rules change: the figures of one sector and period, and their totals.
class SectorFigures {
 public:
  /// Of the sector and period that are looked at.
  [[nodiscard]] static core::Result<SectorFigures> of(const Document& document);

  [[nodiscard]] const core::Dataset& dataset() const { return *evidence_.dataset; }
  [[nodiscard]] const core::values::Evidence& evidence() const { return evidence_; }
  /// [unit of the frame]; not published for units of another level than the one that is drawn.
  [[nodiscard]] const std::vector<core::agglomeration::UnitFigures>& by_unit() const { return by_unit_; }
  /// LQ = (ΣE_ij / ΣE_j) / (E_i / E) and the shares, of several units together.
  /// Employees that are contradicted enter as what would agree.
  [[nodiscard]] Pooled pooled(std::span<const core::topology::UnitIndex> members) const;
  /// [unit of the frame] what its LQ can be, given that it is rounded, and the totals.
  [[nodiscard]] const std::vector<std::optional<core::stats::Interval>>& lq_ranges() const { return lq_ranges_; }
  /// Figures of the members that the audit speaks against.
  [[nodiscard]] std::vector<core::values::DoubtfulFigure> rests_on(std::span<const core::topology::UnitIndex> members) const;

 private:
  core::values::Evidence evidence_{};
  std::vector<core::agglomeration::UnitFigures> by_unit_{};
  std::vector<std::vector<core::values::DoubtfulFigure>> rests_on_{};      ///< [unit]
  std::vector<std::optional<core::stats::Interval>> lq_ranges_{};          ///< [unit]
  core::admin::Level level_ = core::admin::Level::district;
  core::industry::SectorIndex sector_ = 0;
};

/// Borders of the frame's units with what was linked and cut by hand: the ledger, of which `rules_in_force` tells what links.
[[nodiscard]] core::Result<std::vector<core::topology::Border>> linked_borders(const Contiguity& contiguity,
                                                                               const AgglomerationSettings& settings);

/// The rules of the settings, with the tolerance as the link's `within_m`.
[[nodiscard]] core::agglomeration::Rules rules_in_force(const Contiguity& contiguity, const AgglomerationSettings& settings);

/// Largest first. The contiguity may be of another tolerance than the settings ask for.
[[nodiscard]] core::Result<std::vector<AgglomerationReport>> find_agglomerations(const SectorFigures& figures,
                                                                                 const Contiguity& contiguity,
                                                                                 const AgglomerationSettings& settings);
/// Those of the document as it is.
[[nodiscard]] core::Result<std::vector<AgglomerationReport>> find_agglomerations(const Document& document,
                                                                                 const Contiguity& contiguity);

/// Why a unit is in, or what it lacks. In words: explanation_text.h.
struct Explanation {
  struct Check {
    std::string rule{};        ///< "lq_min", "employees_min" …
    core::Cell figure{};
    double threshold = 0;
    bool passed = false;
    std::vector<core::values::DoubtfulFigure> rests_on{};  ///< of the figure
    bool decides = true;       ///< false: a size asked of the whole, which the unit alone need not have
  };
  struct Link {
    core::admin::UnitIndex neighbour = 0;
    core::topology::Border border{};
    bool is_member = false;    ///< of the same agglomeration
    std::optional<std::size_t> agglomeration{};  ///< that the neighbour is in
  };
  /// An agglomeration that a unit outside is linked to.
  struct Touching {
    std::size_t agglomeration = 0;
    std::vector<core::admin::UnitIndex> through{};  ///< its members that are neighbours, ascending
    double border_m = 0;                            ///< shared with them
  };
  enum class Standing : std::uint8_t {
    member,
    unit_fails,     ///< a check that decides is not passed
    set_too_small,  ///< it qualifies, but it and those linked with it are too small together
    not_of_the_map  ///< it has no area there: a province, where districts are drawn
  };
  core::admin::UnitIndex unit = 0;
  Standing standing = Standing::member;
  std::vector<Check> checks{};             ///< of the unit alone
  std::optional<core::stats::Interval> lq_range{};  ///< what its LQ can be, given its rounding and the totals
  std::vector<Link> links{};               ///< neighbours that the link rule counts
  std::vector<Link> apart{};               ///< that run beside it beyond the tolerance, and are not linked: the nearest first
  double tolerance_m = 0;                  ///< within which borders are matched
  core::agglomeration::ToleranceEffect tolerance{};  ///< of its agglomeration
  std::optional<std::size_t> agglomeration{};  ///< position in the list; nullopt: it is in none
  bool is_carried = false;
  std::size_t member_count = 0;            ///< of its agglomeration
  std::vector<core::admin::UnitIndex> set{};   ///< set_too_small: it and those that qualify and are linked with it, ascending
  std::vector<Check> set_checks{};         ///< set_too_small: the sizes of the set
  std::vector<Touching> touching{};        ///< of a unit in none, in the order of the list
  std::vector<core::admin::UnitIndex> cut{};   ///< neighbours that were cut by hand, ascending
};
[[nodiscard]] std::string_view name_of(Explanation::Standing standing);

/// `reports`: what find_agglomerations answered for the same figures and settings.
[[nodiscard]] core::Result<Explanation> explain(const SectorFigures& figures, const Contiguity& contiguity,
                                                const AgglomerationSettings& settings,
                                                const std::vector<AgglomerationReport>& reports, core::admin::UnitIndex unit);
[[nodiscard]] core::Result<Explanation> explain(const Document& document, const Contiguity& contiguity,
                                                core::admin::UnitIndex unit);

/// The list as CSV or JSON, largest first. Intervals have a low and a high; they are equal where the value is exact.
[[nodiscard]] core::Result<std::string> agglomerations_csv(const Document& document, const std::vector<AgglomerationReport>& reports);
[[nodiscard]] core::Result<std::string> agglomerations_json(const Document& document, const std::vector<AgglomerationReport>& reports);

}  // namespace vicinia::workspace
