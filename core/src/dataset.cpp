#include "vicinia/core/dataset.h"

#include <algorithm>
#include <string>
#include <utility>

namespace vicinia::core {

admin::Level finest_level(const Dataset& dataset, std::optional<industry::PeriodIndex> period) {
  std::optional<admin::Level> of_period, of_any;
  for (const industry::Observation& o : dataset.observations.rows()) {
    const admin::Level level = dataset.frame[o.unit].level;
    of_any = std::max(of_any.value_or(level), level);
    if (period && o.period == *period) of_period = std::max(of_period.value_or(level), level);
  }
  if (of_period) return *of_period;
  return of_any ? *of_any : dataset.frame.finest_with_units();
}

admin::Level level_above_finest(const Dataset& dataset) {
  const admin::Level finest = finest_level(dataset);
  return finest.rank == 0 ? finest : admin::Level{static_cast<std::uint8_t>(finest.rank - 1)};
}

std::vector<admin::UnitIndex> drawn_units(const Dataset& dataset) {
  const auto drawn_at = [&](admin::Level level) {
    std::vector<admin::UnitIndex> units = dataset.frame.at_level(level);
    std::erase_if(units, [&](admin::UnitIndex unit) { return dataset.areas[unit].empty(); });
    return units;
  };
  const admin::Level finest = finest_level(dataset);
  std::vector<admin::UnitIndex> units = drawn_at(finest);
  // Where nothing of that level is drawn, the next that is: coarser ones first, which contain what has the values.
  for (int rank = finest.rank - 1; units.empty() && rank >= 0; --rank)
    units = drawn_at({static_cast<std::uint8_t>(rank)});
  for (std::size_t rank = finest.rank + 1U; units.empty() && rank < dataset.frame.levels().size(); ++rank)
    units = drawn_at({static_cast<std::uint8_t>(rank)});
  return units;
}

void name_units(Dataset& dataset) {
  const admin::Level level = finest_level(dataset);
  if (!dataset.frame.levels().has(level)) return;
  dataset.provenance.unit_word = dataset.frame.levels()[level].name;
  dataset.provenance.units_word = dataset.frame.levels()[level].plural;
}

Result<Dataset> at_sector_level(const Dataset& dataset, std::size_t level) {
  if (level == dataset.sector_level) return dataset;
  if (!dataset.levels)
    return fail({.code = ErrorCode::invalid_argument,
                 .subject = {.field = "sector_level"},
                 .detail = std::to_string(level) + "|1"});
  auto of_level = dataset.levels->at(level);
  if (!of_level) return fail(of_level.error());
  Dataset other = dataset;
  other.sectors = std::move(of_level->first);
  other.observations = std::move(of_level->second);
  other.sector_level = level;
  return other;
}

}  // namespace vicinia::core
