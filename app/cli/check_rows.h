/// \file check_rows.h
/// What `vicinia check` lists: everything about a layer of areas that a person should look at, worst first.
/// Units:   metres, square metres, of the layer's projection.
/// Missing: a feature without geometry has no place; without parents nobody knows what lies at a seam.
/// Cost:    O(rows log rows), and the nearest places of the pairs that run beside each other.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "boundaries.h"
#include "vicinia/core/topology/border_match.h"
#include "vicinia/core/topology/finding.h"
#include "vicinia/workspace/base/language.h"
#include "vicinia/workspace/base/value_table.h"

namespace vicinia::cli {

/// Worst first: what makes areas wrong, what makes them unclear, where borders do not meet, what may well be
/// so.
enum class CheckKind : std::uint8_t {
  repaired_ring,
  invalid_ring,
  empty,
  zero_area,
  duplicate,
  duplicate_id,
  empty_id,
  overlap,
  gap,
  sliver,
  near,
  island,
  enclosed
};
[[nodiscard]] std::string_view name_of(CheckKind kind);

struct CheckRow {
  CheckKind kind = CheckKind::empty;
  std::vector<std::string> units{};
  std::optional<core::geom::Point> place{};
  std::optional<double> size{};        ///< m², of near pairs m along which they run beside each other
  std::optional<double> distance_m{};  ///< of near pairs
  std::optional<bool> seam{};          ///< units of different parents meet here
  std::string reason{};
};

struct CheckTotal {
  CheckKind kind = CheckKind::empty;
  std::size_t count = 0, at_seams = 0;
  double size = 0;
};

struct CheckReport {
  std::string crs{};
  double tolerance_m = 0, proposed_m = 0;
  std::vector<CheckRow> rows{};      ///< by kind, then the largest first
  std::vector<CheckTotal> totals{};  ///< one for each kind that occurs
  bool knows_seams = false;
};

/// `findings` and `match` are of the topology of `boundaries`; `parents` of its areas, or empty.
[[nodiscard]] CheckReport check_report(const Boundaries& boundaries,
                                       const std::vector<core::topology::Finding>& findings,
                                       const core::topology::BorderMatch& match,
                                       const std::vector<std::string>& parents, workspace::Language language);

[[nodiscard]] workspace::ValueTable as_table(const CheckReport& report);
[[nodiscard]] std::string as_json(const CheckReport& report);
/// The totals as a short table, and the tolerance that would help.
[[nodiscard]] std::string summary_text(const CheckReport& report, workspace::Language language);

}  // namespace vicinia::cli
