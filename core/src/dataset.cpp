#include "vicinia/core/dataset.h"

#include <string>
#include <utility>

namespace vicinia::core {

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
