/// \file audited_list.h
/// The published list of one period with its audit, found by unit, sector and measure. Made once when a data
/// set is opened; never changed; shared by map, panels, tables and reports. Missing: what is not printed has
/// no verdict. A figure that is computed from totals is not printed. Cost:    making O(rows log rows),
/// milliseconds for the built-in list; finding O(log cells).
#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "vicinia/core/audit/audit.h"
#include "vicinia/core/indicators/measure.h"
#include "vicinia/workspace/workspace.h"

namespace vicinia::workspace {

[[nodiscard]] core::indicators::Measure measure_of(core::audit::Figure figure);
[[nodiscard]] core::audit::Figure figure_of(core::indicators::Measure measure);

class AuditedList {
 public:
  /// A published list is audited whatever its length; of a complete matrix, that which prints ratios or sums
  /// beside its counts, and any that is not longer than this. nullptr: not audited.
  static constexpr std::size_t longest_plain_matrix = 200'000;
  [[nodiscard]] static std::shared_ptr<const AuditedList> of(const core::Dataset& dataset,
                                                             core::industry::PeriodIndex period);

  [[nodiscard]] const core::audit::PublishedTable& table() const { return table_; }
  [[nodiscard]] const core::audit::Audit& audit() const { return audit_; }
  [[nodiscard]] std::size_t count(core::audit::Verdict verdict) const {
    return counts_[static_cast<std::size_t>(verdict)];
  }

  /// Of a row of the table. Group and total rows are of no unit.
  [[nodiscard]] std::optional<core::admin::UnitIndex> unit_of(std::size_t row) const {
    return places_[row].unit;
  }
  [[nodiscard]] core::industry::SectorIndex sector_of(std::size_t row) const { return places_[row].sector; }
  [[nodiscard]] std::optional<std::size_t> row_of(core::admin::UnitIndex unit,
                                                  core::industry::SectorIndex sector) const;

  /// nullptr where nothing is printed.
  [[nodiscard]] const core::audit::CellVerdict* find(core::admin::UnitIndex unit,
                                                     core::industry::SectorIndex sector,
                                                     core::indicators::Measure measure) const;
  /// The same, and nullptr where it is not contradicted.
  [[nodiscard]] const core::audit::CellVerdict* contradiction(core::admin::UnitIndex unit,
                                                              core::industry::SectorIndex sector,
                                                              core::indicators::Measure measure) const;

 private:
  struct Place {
    std::optional<core::admin::UnitIndex> unit{};
    core::industry::SectorIndex sector = 0;
  };

  core::audit::PublishedTable table_{};
  core::audit::Audit audit_{};
  std::vector<Place> places_{};  ///< [row]
  std::map<std::pair<core::admin::UnitIndex, core::industry::SectorIndex>, std::size_t> rows_{};
  std::array<std::size_t, 4> counts_{};
};

/// Of the period that is shown; nullptr where it is not audited.
[[nodiscard]] const AuditedList* audited_list(const Document& document);
[[nodiscard]] std::shared_ptr<const AuditedList> shared_audited_list(const Document& document);

}  // namespace vicinia::workspace
