/// \file sector_indicators.h
/// All indicators and grades of one sector, in every unit. Of a published list, quotients that are printed stand as printed, beside the
/// range that the reconstructed totals give them; nothing that needs a complete matrix is computed.
/// Shapes:  [unit of the frame] → value of each indicator; grades of the finest level.
/// Missing: as Value has it.
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
#include "vicinia/core/values/period_indicators.h"

namespace vicinia::core::values {

struct UnitGrades {
  indicators::grades::Grade published{};
  indicators::grades::Stars stars{};
  indicators::grades::Grade local_district{};
  indicators::grades::Grade own{};
  indicators::grades::SchemesCompared compared{};
  std::vector<DoubtfulValue> rests_on{};  ///< values of the unit that any of them goes by
};

struct IndicatorOptions {
  indicators::grades::OwnRule own_rule{};
  indicators::concentration::BootstrapOptions bootstrap{};
  double confidence = 0.95;  ///< of the intervals of an LQ
};

/// What of the costly parts is computed.
struct IndicatorParts {
  bool standardised = true, adjusted_p = true, grades = true;
};

class SectorIndicators {
 public:
  [[nodiscard]] static Result<SectorIndicators> compute(std::shared_ptr<const PeriodIndicators> period,
                                                        industry::SectorIndex sector,
                                                        const IndicatorOptions& options = {},
                                                        const Task& task = {}, IndicatorParts parts = {});
  /// The same, graded by another rule of the user's; nothing else is computed again. Cost: that of the grades.
  [[nodiscard]] Result<SectorIndicators> with_own_rule(const indicators::grades::OwnRule& rule) const;

  [[nodiscard]] const PeriodIndicators& period() const { return *period_; }
  [[nodiscard]] const std::shared_ptr<const PeriodIndicators>& shared_period() const { return period_; }
  [[nodiscard]] industry::SectorIndex sector() const { return sector_; }
  [[nodiscard]] const indicators::grades::OwnRule& own_rule() const { return options_.own_rule; }
  /// Of one unit, or of it in this sector.
  [[nodiscard]] Value at(admin::UnitIndex unit, indicators::Indicator indicator) const;
  /// Of the sector in the whole country, as its units of that level make it.
  [[nodiscard]] Value of_sector(admin::Level level, indicators::Indicator indicator) const;
  /// nullptr where the units of the finest level have too few LQs, or none.
  [[nodiscard]] const indicators::concentration::StandardisedLq* standardised() const;
  /// nullptr for units of another level than the finest.
  [[nodiscard]] const UnitGrades* grades(admin::UnitIndex unit) const;
  /// H of the sector: what the plant-based test goes by.
  [[nodiscard]] const indicators::uncertainty::PlantHerfindahl& plants() const { return plants_; }
  /// By the units of that level; of a list, by the level that it has.
  [[nodiscard]] const indicators::uncertainty::PlantHerfindahl& plants(admin::Level level) const {
    return period_->matrix(level) == nullptr ? plants_ : plants_by_level_[level.rank];
  }

 private:
  [[nodiscard]] Value quotient(admin::UnitIndex unit, indicators::Measure measure) const;
  [[nodiscard]] Value without_standing(admin::UnitIndex unit, indicators::Indicator indicator) const;
  [[nodiscard]] Value of_matrix(const indicators::CompleteMatrix& matrix, admin::Level level,
                                indicators::Indicator indicator) const;
  [[nodiscard]] Value of_counts(admin::UnitIndex unit, indicators::Indicator indicator) const;
  [[nodiscard]] Value of_chance(admin::UnitIndex unit, indicators::Indicator indicator) const;
  [[nodiscard]] Value of_change(admin::UnitIndex unit, indicators::Indicator indicator) const;
  void adjust_p();
  Status find_grades();

  std::shared_ptr<const PeriodIndicators> period_{};
  industry::SectorIndex sector_ = 0;
  IndicatorOptions options_{};
  indicators::uncertainty::PlantHerfindahl plants_{};
  std::vector<indicators::uncertainty::PlantHerfindahl> plants_by_level_{};  ///< [rank] of complete matrices
  std::optional<indicators::concentration::StandardisedLq> standardised_{};
  std::vector<Cell> standardised_by_unit_{};         ///< [unit]
  std::vector<Cell> adjusted_p_{};                   ///< [unit]
  std::vector<std::optional<UnitGrades>> grades_{};  ///< [unit]
};

}  // namespace vicinia::core::values
