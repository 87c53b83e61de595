// Rows to units, and whether the names are of these boundaries at all.
#include "vicinia/gis/imports/import.h"

#include <algorithm>

#include "steps/parts.h"

namespace vicinia::gis::imports {
namespace {

using core::ErrorCode;
using core::Status;
using core::admin::Frame;
using core::matching::Matching;

}  // namespace

Matching match_tables(const Recipe& recipe, const TablesTaken& tables, const BoundariesTaken& boundaries,
                      const Known& known) {
  const Frame& frame = boundaries.units.frame;
  if (const auto level = frame.levels().find(recipe.onto_level))
    return core::matching::UnitNames(frame, *level, other_names(known.resources, frame))
        .match(row_names(tables), recipe.decisions);
  return core::matching::match_units(frame, row_names(tables), recipe.decisions,
                                     other_names(known.resources, frame));
}

Status check_frame(const Recipe& recipe, const TablesTaken& tables, const BoundariesTaken& boundaries,
                   const Matching& matching, const Known& known) {
  if (recipe.are_boundaries_right) return {};
  const Frame& frame = boundaries.units.frame;
  const std::string level = frame.levels()[matching.level].id;
  const auto names = row_names(tables);
  const std::size_t units = frame.at_level(matching.level).size(), here = found_in(matching);
  constexpr std::size_t few = 3, tenth = 10;
  for (const KnownFrame& other : known.frames) {
    const auto same_level = other.frame.levels().find(level);
    if (!same_level) continue;
    const Matching there =
        core::matching::UnitNames(other.frame, *same_level, other_names(known.resources, other.frame))
            .match(names);
    const std::size_t found = found_in(there);
    // Nearly all names are at home there, and several of them are not here.
    const bool has_more =
        found * tenth >= names.size() * (tenth - 1) && found >= here + std::max(few, names.size() / tenth);
    // Every unit of that frame has a row, and many of these have none.
    const bool is_whole_there = there.without_row.empty() && found >= few &&
                                matching.without_row.size() > std::max(few, units / tenth);
    if (has_more || is_whole_there)
      return core::fail(
          {.code = ErrorCode::boundaries_of_another_year,
           .subject = {.file = tables.names.front().file.string(), .field = "names", .id = other.vintage},
           .detail =
               std::to_string(names.size()) + "|" + std::to_string(found) + "|" + std::to_string(here)});
  }
  return {};
}

}  // namespace vicinia::gis::imports
