/// \file contiguity.h
/// Contiguity of a data set's units, and the settings that agglomerations are looked for with: rules, the tolerance within which borders
/// are matched, and links that were made or cut by hand.
/// Shapes:  data set → borders of the frame's units (the ledger), with the topology that they come from.
/// Units:   metres.
/// Missing: a unit without an area borders nothing.
/// Errors:  those of build_topology, and of with_links.
/// Cost:    O(vertices), once per data set and tolerance; O(borders) where reading the data set has built the topology.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <vector>

#include "vicinia/core/admin/unit.h"
#include "vicinia/core/agglomeration/agglomeration.h"
#include "vicinia/core/base/progress.h"
#include "vicinia/core/base/result.h"
#include "vicinia/core/dataset.h"
#include "vicinia/core/topology/border_match.h"
#include "vicinia/core/topology/borders.h"
#include "vicinia/core/topology/topology.h"

namespace vicinia::core::agglomeration {

/// Which agglomerations are looked for. Links made or cut by hand name units of the frame.
struct Settings {
  Rules rules{};
  /// Borders that run beside each other this close are matched: their units are linked. nullopt: as the data need. Rules of
  /// the link are heeded but for `within_m`, which is this.
  std::optional<double> tolerance_m{};
  topology::ManualLinks links{};  ///< each pair ascending, each list sorted, no pair in both
  friend bool operator==(const Settings&, const Settings&) = default;
};

using core::drawn_units;

/// Contiguity of the units that carry values. Borders and neighbours are numbered as the units of the frame.
class Contiguity {
 public:
  /// `tolerance_m`: see Settings.
  [[nodiscard]] static Result<Contiguity> build(const Dataset& dataset,
                                                std::optional<double> tolerance_m = std::nullopt,
                                                const Task& task = {});

  /// All that is known, ascending by (a, b): the borders at tolerance_m(), and those that are near within furthest_match_m, so
  /// that another tolerance only takes another `LinkRule::within_m`. A pair that meets at a corner and also runs beside each other
  /// beyond tolerance_m() has two rows, the corner first.
  [[nodiscard]] const std::vector<topology::Border>& borders() const { return borders_; }
  /// The tolerance that outlines and lengths are of: what was asked for, or what the data need.
  [[nodiscard]] double tolerance_m() const { return topology_->tolerance_m(); }
  /// How the borders meet; `beside` is numbered as the units of the frame.
  [[nodiscard]] const topology::BorderMatch& match() const { return match_; }
  /// The tolerance that is in force with these settings, whatever this contiguity was made with.
  [[nodiscard]] double tolerance_of(const Settings& settings) const {
    return settings.tolerance_m.value_or(match_.proposed_m);
  }
  /// Was it made with the tolerance of these settings? If not, links are right all the same, but outlines may have other gaps.
  [[nodiscard]] bool is_of(const Settings& settings) const {
    return settings.tolerance_m == asked_m_ || tolerance_of(settings) == tolerance_m();
  }
  [[nodiscard]] const topology::Topology& topology() const { return *topology_; }
  /// [unit of the topology] → unit of the frame.
  [[nodiscard]] const std::vector<admin::UnitIndex>& units() const { return units_; }
  [[nodiscard]] std::size_t frame_size() const { return frame_size_; }

 private:
  std::shared_ptr<const topology::Topology>
      topology_;  ///< shared with the data set, where that has it already
  std::vector<admin::UnitIndex> units_;
  std::vector<topology::Border> borders_;
  topology::BorderMatch match_;
  std::optional<double> asked_m_;
  std::size_t frame_size_ = 0;
};

/// The rows of a topology and those that are near beyond its tolerance as one ledger, ascending by (a, b).
[[nodiscard]] std::vector<topology::Border> ledger_of(std::vector<topology::Border> rows,
                                                      const std::vector<topology::Border>& beside);

/// Borders of the frame's units with what was linked and cut by hand: the ledger, of which `rules_in_force` tells what links.
[[nodiscard]] Result<std::vector<topology::Border>> linked_borders(const Contiguity& contiguity,
                                                                   const Settings& settings);

/// The rules of the settings, with the tolerance as the link's `within_m`.
[[nodiscard]] Rules rules_in_force(const Contiguity& contiguity, const Settings& settings);

}  // namespace vicinia::core::agglomeration
