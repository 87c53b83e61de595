/// \file observations.h
/// What the survey says of one industry in one unit, each value with the row it comes from.
/// Units:   counts are whole numbers; shares in per cent, as printed.
/// Missing: a pair (unit, sector) without a row is not published.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "vicinia/core/admin/unit.h"
#include "vicinia/core/base/cell.h"
#include "vicinia/core/base/rare_text.h"
#include "vicinia/core/base/result.h"
#include "vicinia/core/industry/sector.h"

namespace vicinia::core::industry {

/// Position of a period in Dataset::periods.
using PeriodIndex = std::size_t;

struct Counts {
  Cell enterprises{};
  Cell smes{};             ///< small and medium-sized enterprises
  Cell fdi_enterprises{};  ///< foreign-invested enterprises
  Cell employees{};
};

/// Ratios as the source prints them. Never corrected, never mixed with computed ones unmarked.
struct PrintedRatios {
  Cell location_quotient{};
  Cell sector_share_pct{};    ///< E_ij / E_i
  Cell district_share_pct{};  ///< E_ij / E_j
};

/// Where a row stands in the source.
struct SourceRow {
  std::size_t table_line =
      0;  ///< line of the observations file (of several: the first that has the row), 1 = header
  RareText source_line{};    ///< line of the publication, if stated
  RareText agglomeration{};  ///< number of the agglomeration in the publication, if stated
  RareText province{};       ///< as printed
  RareText district{};       ///< as printed
};

struct Observation {
  admin::UnitIndex unit = 0;
  SectorIndex sector = 0;
  PeriodIndex period = 0;
  Counts counts{};
  PrintedRatios printed{};
  SourceRow source{};
};

/// A row that sums others: an agglomeration's group row or a sector's total row. Kept for the audit.
struct PrintedSum {
  enum class Kind { group, total } kind = Kind::group;
  std::optional<admin::UnitIndex> province{};
  SectorIndex sector = 0;
  PeriodIndex period = 0;
  Counts counts{};
  PrintedRatios printed{};
  SourceRow source{};
};

/// Observations found by unit, sector and period. Immutable once made.
/// Cost:    O(1) to find one in a unit that has all sectors, else O(log of the unit's sectors).
class ObservationTable {
 public:
  ObservationTable() = default;
  /// Errors: DuplicateObservation (row = table_line of the second, detail = that of the first), NegativeCount.
  [[nodiscard]] static Result<ObservationTable> from_rows(std::vector<Observation> rows,
                                                          std::vector<PrintedSum> sums);

  [[nodiscard]] const std::vector<Observation>& rows() const { return rows_; }
  [[nodiscard]] const std::vector<PrintedSum>& sums() const { return sums_; }
  /// nullptr where nothing is published.
  [[nodiscard]] const Observation* find(admin::UnitIndex unit, SectorIndex sector, PeriodIndex period) const;
  /// Rows of one unit in one period, in the order of the source.
  [[nodiscard]] std::vector<const Observation*> of_unit(admin::UnitIndex unit, PeriodIndex period) const;
  /// Rows of one sector in one period, by unit. Cost: O(units), however many rows there are.
  [[nodiscard]] std::vector<const Observation*> of_sector(SectorIndex sector, PeriodIndex period) const;
  /// Calls `visit(const Observation&)` for each row of the unit in the period, by sector.
  template <class Visit>
  void visit_unit(admin::UnitIndex unit, PeriodIndex period, Visit visit) const {
    for (const Entry& entry : entries_of(unit, period)) visit(rows_[entry.row]);
  }

 private:
  std::vector<Observation> rows_;
  std::vector<PrintedSum> sums_;
  /// A row of a unit in a period.
  struct Entry {
    std::uint32_t sector = 0;
    std::uint32_t row = 0;
  };
  [[nodiscard]] std::span<const Entry> entries_of(admin::UnitIndex unit, PeriodIndex period) const;
  Status make_index();

  std::size_t units_ = 0;           ///< above the largest that is named
  std::vector<std::size_t> first_;  ///< [period × unit] → entries_, and the end
  std::vector<Entry> entries_;      ///< by period, unit, sector
};

}  // namespace vicinia::core::industry
