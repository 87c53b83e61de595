/// \file period_indicators.h
/// What the indicators of one period have in common, made once: totals, complete matrices, the indicators of whole units.
/// Missing: without a complete matrix those indicators that need one are not computed, and availability() says why.
/// Threads: immutable once made.
/// Cost:    O(cells log cells).
#pragma once

#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "vicinia/core/indicators/catalogue.h"
#include "vicinia/core/indicators/complete_matrix.h"
#include "vicinia/core/indicators/grades/graded_units.h"
#include "vicinia/core/values/evidence.h"

namespace vicinia::core::values {

class PeriodIndicators {
 public:
  /// `base`: what change is counted from; nullopt: there is no change.
  /// \pre base->period < evidence.period < evidence.dataset->periods.size(), of the same data set with the same treatment
  [[nodiscard]] static std::shared_ptr<const PeriodIndicators> prepare(Evidence evidence,
                                                                       std::optional<Evidence> base = {});

  [[nodiscard]] const Evidence& evidence() const { return evidence_; }
  [[nodiscard]] const Dataset& dataset() const { return *evidence_.dataset; }
  [[nodiscard]] industry::PeriodIndex period() const { return evidence_.period; }
  /// nullptr: there is no change.
  [[nodiscard]] const Evidence* base_evidence() const { return base_ ? &*base_ : nullptr; }
  [[nodiscard]] std::optional<industry::PeriodIndex> base_period() const {
    return base_ ? std::optional(base_->period) : std::nullopt;
  }
  [[nodiscard]] const audit::KnownTotals& totals() const { return *evidence_.totals; }
  /// The finest level that has values in this period.
  [[nodiscard]] admin::Level level() const { return level_; }
  [[nodiscard]] bool has_level(admin::Level level) const {
    return level.rank < matrices_.size() && matrices_[level.rank].has_values;
  }

  [[nodiscard]] Availability availability(indicators::Indicator indicator) const;
  /// Of indicators that belong to a unit whatever the sector: its specialisation.
  [[nodiscard]] Value of_unit(admin::UnitIndex unit, indicators::Indicator indicator) const;

  /// What the grades of every sector go by, of the finest level.
  [[nodiscard]] const indicators::grades::GradedTable& graded() const { return *graded_; }

  /// nullptr where the level has none.
  [[nodiscard]] const indicators::CompleteMatrix* matrix(admin::Level level) const;
  [[nodiscard]] const indicators::CompleteMatrix* matrix_before(admin::Level level) const;
  /// Row of the unit in the matrix of its level; nullopt where it has none.
  [[nodiscard]] std::optional<std::size_t> row_of(admin::UnitIndex unit) const;
  /// [row of the matrix] → unit.
  [[nodiscard]] const std::vector<admin::UnitIndex>& units(admin::Level level) const;

 private:
  struct AtLevel {
    bool has_values = false;
    std::optional<indicators::MatrixOfDataset> now{}, before{};
    Availability change = Availability::needs_two_periods;
  };
  [[nodiscard]] Value of_row(admin::UnitIndex unit, std::size_t row, indicators::Indicator indicator) const;

  Evidence evidence_{};
  std::optional<Evidence> base_{};
  admin::Level level_{};
  std::vector<AtLevel> matrices_{};                   ///< [rank of the level]
  std::vector<std::optional<std::size_t>> row_of_{};  ///< [unit]
  std::optional<indicators::grades::GradedTable> graded_{};
};

}  // namespace vicinia::core::values
