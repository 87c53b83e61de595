/// \file graded_units.h
/// What the schemes ask of one sector in every unit of a level, from a data set.
/// Shapes:  data set, sector, period, level → [unit of the frame]; units of other levels hold nothing.
/// Units:   as in graded.h. Printed quotients and shares come first; where the source prints none and the matrix is complete, they
///          are computed from sums.
/// Missing: of a complete matrix, units that no observation names are not part of the survey and do not count in a rank; of a
///          published list, they count as not published. Totals that are known not to be exceeded (reconstructed ones, their
///          upper ends) narrow what unpublished values can be; none is needed.
///          manufacturing_lq and sme_lq come from complete matrices that say of every sector whether it is manufacturing, from sums
///          over the level's units; manufacturing_lq needs all employment as the denominator, and a sector that is not
///          manufacturing. Otherwise both are not published. is_dominant is among the manufacturing sectors where all are told
///          apart (another sector is never dominant then), else among all of the data set's.
/// Errors:  InvalidArgument (sector or period out of range), ShapeMismatch (totals of another shape), NegativeCount.
/// Cost:    the table O(observations of the period + cells log cells), a sector O(units × sectors).
#pragma once

#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "vicinia/core/base/result.h"
#include "vicinia/core/dataset.h"
#include "vicinia/core/indicators/grades/graded.h"

namespace vicinia::core::indicators::grades {

/// Upper ends, where known. Empty: none is.
struct TotalsAtMost {
  std::vector<std::optional<double>> by_sector{};  ///< [sector]
  std::vector<std::optional<double>> by_unit{};    ///< [unit of the frame]
};

/// Values and ranks of all sectors of one level and period, from which those of one sector are taken. Immutable; copies share it.
class GradedTable {
 public:
  /// \param dataset  must outlive the table
  [[nodiscard]] static Result<GradedTable> compute(const Dataset& dataset, industry::PeriodIndex period,
                                                   admin::Level level, TotalsAtMost totals = {});
  [[nodiscard]] Result<std::vector<Graded>> of_sector(industry::SectorIndex sector) const;

 private:
  struct Content;
  explicit GradedTable(std::shared_ptr<const Content> content) : content_(std::move(content)) {}
  std::shared_ptr<const Content> content_;
};

/// Of one sector alone.
[[nodiscard]] Result<std::vector<Graded>> graded_units(const Dataset& dataset, industry::SectorIndex sector,
                                                       industry::PeriodIndex period, admin::Level level,
                                                       const TotalsAtMost& totals = {});

}  // namespace vicinia::core::indicators::grades
