/// \file audited_list.h
/// The published list of one period with its audit, found by unit, sector and measure. Made once when a data
/// set is opened; never changed; shared by map, panels, tables and reports. Missing: what is not printed has
/// no verdict. A value that is computed from totals is not printed. Cost:    making O(rows log rows),
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
#include "vicinia/core/dataset.h"
#include "vicinia/core/indicators/measure.h"

namespace vicinia::core::audit {

[[nodiscard]] indicators::Measure measure_of(Field field);
[[nodiscard]] Field field_of(indicators::Measure measure);

class AuditedList {
 public:
  /// A published list is audited whatever its length; of a complete matrix, that which prints ratios or sums
  /// beside its counts, and any that is not longer than this. nullptr: not audited.
  static constexpr std::size_t longest_plain_matrix = 200'000;
  [[nodiscard]] static std::shared_ptr<const AuditedList> audit(const Dataset& dataset,
                                                                industry::PeriodIndex period);

  [[nodiscard]] const PublishedTable& table() const { return table_; }
  [[nodiscard]] const Audit& audit() const { return audit_; }
  [[nodiscard]] std::size_t count(Verdict verdict) const {
    return counts_[static_cast<std::size_t>(verdict)];
  }

  /// Of a row of the table. Group and total rows are of no unit.
  [[nodiscard]] std::optional<admin::UnitIndex> unit_of(std::size_t row) const { return places_[row].unit; }
  [[nodiscard]] industry::SectorIndex sector_of(std::size_t row) const { return places_[row].sector; }
  [[nodiscard]] std::optional<std::size_t> row_of(admin::UnitIndex unit, industry::SectorIndex sector) const;

  /// nullptr where nothing is printed.
  [[nodiscard]] const CellVerdict* find(admin::UnitIndex unit, industry::SectorIndex sector,
                                        indicators::Measure measure) const;
  /// Positions in audit().cells of the employees that are contradicted: few.
  [[nodiscard]] const std::vector<std::size_t>& contradicted_employees() const {
    return contradicted_employees_;
  }
  /// The same, and nullptr where it is not contradicted.
  [[nodiscard]] const CellVerdict* contradiction(admin::UnitIndex unit, industry::SectorIndex sector,
                                                 indicators::Measure measure) const;

 private:
  struct Place {
    std::optional<admin::UnitIndex> unit{};
    industry::SectorIndex sector = 0;
  };

  PublishedTable table_{};
  Audit audit_{};
  std::vector<Place> places_{};  ///< [row]
  std::map<std::pair<admin::UnitIndex, industry::SectorIndex>, std::size_t> rows_{};
  std::array<std::size_t, 4> counts_{};
  std::vector<std::size_t> contradicted_employees_{};
};

}  // namespace vicinia::core::audit
