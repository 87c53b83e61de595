#include "vicinia/core/indicators/uncertainty/plant_herfindahl.h"

#include <algorithm>
#include <cassert>

#include "vicinia/core/stats/ratio.h"
#include "vicinia/core/stats/sum.h"

namespace vicinia::core::indicators::uncertainty {

namespace {

/// Squares of the employees of a unit's plants: when they are as equal as can be, and when one is as large as can be.
struct Squares {
  double least = 0, most = 0;
};

Squares squares_of(double employees, double plants) {
  // Fewer employees than plants: some have none, or a fraction; then the largest may have them all.
  const double others = plants <= employees ? plants - 1 : 0, largest = employees - others;
  return {employees * employees / plants, largest * largest + others};
}

}  // namespace

PlantHerfindahl herfindahl_of_plants(std::span<const Cell> plant_employees) {
  const Cell total = stats::sum(plant_employees);
  Cell squares = Cell::of(0);
  for (const Cell plant : plant_employees)
    squares = stats::add(squares, plant.has_number() ? Cell::of(plant.number() * plant.number()) : plant);
  const Cell value = stats::ratio(stats::ratio(squares, total), total);
  return {value, false, value};
}

PlantHerfindahl herfindahl_of_count(Cell plants) {
  const bool is_single = plants.has_number() && plants.number() == 1;
  const Cell value = stats::ratio(Cell::of(1), plants);
  return {value, !is_single, value.has_number() ? Cell::of(1) : value};
}

PlantHerfindahl herfindahl_of_units(std::span<const Cell> employment, std::span<const Cell> plants) {
  assert(employment.size() == plants.size());
  const Cell total = stats::sum(employment);
  if (total.state() != CellState::value) {
    const Cell none = total.state() == CellState::zero ? Cell::undefined() : total;
    return {none, true, none};
  }
  PlantHerfindahl bounds{.is_lower_bound =
                             false};  // one plant in every unit that has any: then each plant's size is known
  double least = 0, most = 0;
  bool is_any_known = false;
  for (std::size_t unit = 0; unit < employment.size(); ++unit) {
    // A unit without employees adds nothing, however many plants it counts.
    if (employment[unit].state() == CellState::zero) continue;
    const double employees = employment[unit].number();
    if (plants[unit].state() == CellState::zero || plants[unit].state() == CellState::undefined)
      return {Cell::undefined(), true, Cell::undefined()};
    if (plants[unit].has_number()) {
      const Squares squares = squares_of(employees, plants[unit].number());
      least += squares.least;
      most += squares.most;
      is_any_known = true;
    } else {
      least += employees;  // each plant has one
      most += employees * employees;
      ++bounds.units_unknown;
    }
    if (!plants[unit].has_number() || plants[unit].number() != 1) bounds.is_lower_bound = true;
  }
  if (!is_any_known) return {Cell::not_published(), true, Cell::not_published(), bounds.units_unknown};
  const double all = total.number();
  bounds.value = Cell::of(least / all / all);
  bounds.at_most = bounds.is_lower_bound ? Cell::of(most / all / all) : bounds.value;
  return bounds;
}

PlantHerfindahl herfindahl_of_listed(std::span<const Cell> sector_shares_pct, std::span<const Cell> plants,
                                     std::span<const Cell> largest_shares_pct) {
  assert(sector_shares_pct.size() == plants.size());
  assert(largest_shares_pct.empty() || largest_shares_pct.size() == plants.size());
  PlantHerfindahl bound;
  double sum = 0, largest = 0, listed = 0;
  for (std::size_t unit = 0; unit < plants.size(); ++unit) {
    const Cell share = stats::ratio(sector_shares_pct[unit], Cell::of(100));
    if (share.has_number()) {
      const Cell most =
          largest_shares_pct.empty() ? share : stats::ratio(largest_shares_pct[unit], Cell::of(100));
      const double up_to = most.has_number() ? most.number() : 1;
      largest += up_to * up_to;
      listed += share.number();
    }
    const Cell per_plant = stats::ratio(share, plants[unit]);
    if (share.state() == CellState::value && plants[unit].state() == CellState::not_published)
      ++bound.units_unknown;
    if (per_plant.state() != CellState::value) continue;  // a share that prints as zero adds nothing
    sum += share.number() * per_plant.number();
    bound.value = Cell::of(sum);
  }
  const double elsewhere = std::max(0.0, 1 - listed);
  if (bound.value.has_number())
    bound.at_most = Cell::of(std::clamp(largest + elsewhere * elsewhere, sum, 1.0));
  return bound;
}

}  // namespace vicinia::core::indicators::uncertainty
