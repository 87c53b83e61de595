/// \file sector_indicators.h
/// All indicators and grades of one sector, in every unit. Of a published list, quotients that are printed stand as printed, beside the
/// range that the reconstructed totals give them; nothing that needs a complete matrix is computed.
/// Shapes:  [unit of the frame] → value of each indicator; grades of the finest level.
/// Missing: as IndicatorValue has it.
/// Errors:  Cancelled.
/// Cost:    O(units) on a list; on a complete matrix O(units × (log units + bootstrap draws)), and the grades O(units × sectors).
#pragma once

#include <memory>
#include <vector>

#include "vicinia/core/base/progress.h"
#include "vicinia/core/indicators/concentration/standardised_lq.h"
#include "vicinia/core/indicators/grades/agreement.h"
#include "vicinia/core/indicators/grades/schemes.h"
#include "vicinia/core/indicators/uncertainty/plant_herfindahl.h"
#include "vicinia/workspace/indicators/period_indicators.h"

namespace vicinia::workspace {

struct UnitGrades {
  core::indicators::grades::Grade published{};
  core::indicators::grades::Stars stars{};
  core::indicators::grades::Grade local_district{};
  core::indicators::grades::Grade own{};
  core::indicators::grades::SchemesCompared compared{};
};

struct IndicatorOptions {
  core::indicators::grades::OwnRule own_rule{};
  core::indicators::concentration::BootstrapOptions bootstrap{};
  double confidence = 0.95;  ///< of the intervals of an LQ
};

class SectorIndicators {
 public:
  [[nodiscard]] static core::Result<SectorIndicators> of(std::shared_ptr<const PeriodIndicators> period,
                                                         core::industry::SectorIndex sector,
                                                         const IndicatorOptions& options = {}, const core::Task& task = {});
  /// The same, graded by another rule of the user's; nothing else is computed again. Cost: that of the grades.
  [[nodiscard]] core::Result<SectorIndicators> with_own_rule(const core::indicators::grades::OwnRule& rule) const;

  [[nodiscard]] const PeriodIndicators& period() const { return *period_; }
  [[nodiscard]] const std::shared_ptr<const PeriodIndicators>& shared_period() const { return period_; }
  [[nodiscard]] core::industry::SectorIndex sector() const { return sector_; }
  [[nodiscard]] const core::indicators::grades::OwnRule& own_rule() const { return options_.own_rule; }
  /// Of one unit, or of it in this sector.
  [[nodiscard]] IndicatorValue at(core::admin::UnitIndex unit, core::indicators::Indicator indicator) const;
  /// Of the sector in the whole country, as its units of that level make it.
  [[nodiscard]] IndicatorValue of_sector(core::admin::Level level, core::indicators::Indicator indicator) const;
  /// nullptr where the units of the finest level have too few LQs, or none.
  [[nodiscard]] const core::indicators::concentration::StandardisedLq* standardised() const;
  /// nullptr for units of another level than the finest.
  [[nodiscard]] const UnitGrades* grades(core::admin::UnitIndex unit) const;
  /// H of the sector: what the plant-based test goes by.
  [[nodiscard]] const core::indicators::uncertainty::PlantHerfindahl& plants() const { return plants_; }
  /// By the units of that level; of a list, by the level that it has.
  [[nodiscard]] const core::indicators::uncertainty::PlantHerfindahl& plants(core::admin::Level level) const {
    return period_->matrix(level) == nullptr ? plants_ : plants_by_level_[level == core::admin::Level::province ? 0 : 1];
  }

 private:
  [[nodiscard]] IndicatorValue quotient(core::admin::UnitIndex unit, core::indicators::Measure measure) const;
  [[nodiscard]] IndicatorValue of_counts(core::admin::UnitIndex unit, core::indicators::Indicator indicator) const;
  [[nodiscard]] IndicatorValue of_chance(core::admin::UnitIndex unit, core::indicators::Indicator indicator) const;
  [[nodiscard]] IndicatorValue of_change(core::admin::UnitIndex unit, core::indicators::Indicator indicator) const;
  void adjust_p();
  core::Status find_grades();

  std::shared_ptr<const PeriodIndicators> period_{};
  core::industry::SectorIndex sector_ = 0;
  IndicatorOptions options_{};
  core::indicators::uncertainty::PlantHerfindahl plants_{};
  std::array<core::indicators::uncertainty::PlantHerfindahl, 2> plants_by_level_{};  ///< of complete matrices
  std::optional<core::indicators::concentration::StandardisedLq> standardised_{};
  std::vector<core::Cell> standardised_by_unit_{};  ///< [unit]
  std::vector<core::Cell> adjusted_p_{};  ///< [unit]
  std::vector<std::optional<UnitGrades>> grades_{};  ///< [unit]
};

}  // namespace vicinia::workspace
