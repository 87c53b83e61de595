/// \file period_indicators.h
/// What the indicators of one period have in common, made once: totals, complete matrices, the indicators of whole units.
/// Missing: without a complete matrix those indicators that need one are not computed, and availability() says why.
/// Threads: immutable once made.
/// Cost:    O(cells log cells).
#pragma once

#include <array>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "vicinia/core/indicators/catalogue.h"
#include "vicinia/core/indicators/complete_matrix.h"
#include "vicinia/core/indicators/grades/graded_units.h"
#include "vicinia/workspace/indicators/indicator_value.h"
#include "vicinia/workspace/workspace.h"

namespace vicinia::workspace {

class PeriodIndicators {
 public:
  /// `base`: what change is counted from; nullopt: there is no change.
  /// \pre base < period < data->dataset->periods.size()
  [[nodiscard]] static std::shared_ptr<const PeriodIndicators> of(std::shared_ptr<const OpenDataset> data,
                                                                  core::industry::PeriodIndex period,
                                                                  std::optional<core::industry::PeriodIndex> base);
  /// Change since the period before.
  [[nodiscard]] static std::shared_ptr<const PeriodIndicators> of(std::shared_ptr<const OpenDataset> data,
                                                                  core::industry::PeriodIndex period) {
    return of(std::move(data), period, period == 0 ? std::nullopt : std::optional(period - 1));
  }
  /// Of what the document looks at.
  [[nodiscard]] static std::shared_ptr<const PeriodIndicators> of(const Document& document) {
    return of(document.data, document.view.period, document.view.base_of_change());
  }

  [[nodiscard]] const core::Dataset& dataset() const { return *data_->dataset; }
  [[nodiscard]] const std::shared_ptr<const OpenDataset>& data() const { return data_; }
  [[nodiscard]] core::industry::PeriodIndex period() const { return period_; }
  [[nodiscard]] std::optional<core::industry::PeriodIndex> base_period() const { return base_; }
  [[nodiscard]] const core::audit::KnownTotals& totals() const { return *data_->totals[period_]; }
  /// The finest level that has figures in this period.
  [[nodiscard]] core::admin::Level level() const { return level_; }
  [[nodiscard]] bool has_level(core::admin::Level level) const { return matrices_[place(level)].has_figures; }

  [[nodiscard]] Availability availability(core::indicators::Indicator indicator) const;
  /// Of indicators that belong to a unit whatever the sector: its specialisation.
  [[nodiscard]] IndicatorValue of_unit(core::admin::UnitIndex unit, core::indicators::Indicator indicator) const;

  /// What the grades of every sector go by, of the finest level.
  [[nodiscard]] const core::indicators::grades::GradedTable& graded() const { return *graded_; }

  /// nullptr where the level has none.
  [[nodiscard]] const core::indicators::CompleteMatrix* matrix(core::admin::Level level) const;
  [[nodiscard]] const core::indicators::CompleteMatrix* matrix_before(core::admin::Level level) const;
  /// Row of the unit in the matrix of its level; nullopt where it has none.
  [[nodiscard]] std::optional<std::size_t> row_of(core::admin::UnitIndex unit) const;
  /// [row of the matrix] → unit.
  [[nodiscard]] const std::vector<core::admin::UnitIndex>& units(core::admin::Level level) const;

 private:
  struct AtLevel {
    bool has_figures = false;
    std::optional<core::indicators::MatrixOfDataset> now{}, before{};
    Availability change = Availability::needs_two_periods;
  };
  [[nodiscard]] static std::size_t place(core::admin::Level level) { return level == core::admin::Level::province ? 0 : 1; }

  std::shared_ptr<const OpenDataset> data_{};
  core::industry::PeriodIndex period_ = 0;
  std::optional<core::industry::PeriodIndex> base_{};
  core::admin::Level level_ = core::admin::Level::district;
  std::array<AtLevel, 2> matrices_{};
  std::vector<std::optional<std::size_t>> row_of_{};  ///< [unit]
  std::optional<core::indicators::grades::GradedTable> graded_{};
};

}  // namespace vicinia::workspace
