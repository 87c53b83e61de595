#include "vicinia/core/indicators/uncertainty/plant_herfindahl.h"

#include <cassert>

#include "vicinia/core/stats/ratio.h"
#include "vicinia/core/stats/sum.h"

namespace vicinia::core::indicators::uncertainty {

PlantHerfindahl herfindahl_of_plants(std::span<const Cell> plant_employees) {
  const Cell total = stats::sum(plant_employees);
  Cell squares = Cell::of(0);
  for (const Cell plant : plant_employees)
    squares = stats::add(squares, plant.has_number() ? Cell::of(plant.number() * plant.number()) : plant);
  return {stats::ratio(stats::ratio(squares, total), total), false};
}

PlantHerfindahl herfindahl_of_count(Cell plants) {
  const bool is_single = plants.has_number() && plants.number() == 1;
  return {stats::ratio(Cell::of(1), plants), !is_single};
}

PlantHerfindahl herfindahl_of_units(std::span<const Cell> employment, std::span<const Cell> plants) {
  assert(employment.size() == plants.size());
  const Cell total = stats::sum(employment);
  Cell bound = Cell::of(0);
  bool is_bound = false;  // one plant in every unit that has any: then each plant's size is known
  for (std::size_t unit = 0; unit < employment.size(); ++unit) {
    // A unit without employees adds nothing, however many plants it counts.
    if (employment[unit].state() == CellState::zero) continue;
    const Cell share = stats::ratio(employment[unit], total);
    const Cell square = share.has_number() ? Cell::of(share.number() * share.number()) : share;
    bound = stats::add(bound, stats::ratio(square, plants[unit]));
    if (!plants[unit].has_number() || plants[unit].number() != 1) is_bound = true;
  }
  if (total.state() == CellState::zero) bound = Cell::undefined();
  return {bound, is_bound};
}

PlantHerfindahl herfindahl_of_listed(std::span<const Cell> sector_shares_pct, std::span<const Cell> plants) {
  assert(sector_shares_pct.size() == plants.size());
  PlantHerfindahl bound;
  double sum = 0;
  for (std::size_t unit = 0; unit < plants.size(); ++unit) {
    const Cell share = stats::ratio(sector_shares_pct[unit], Cell::of(100));
    const Cell per_plant = stats::ratio(share, plants[unit]);
    if (per_plant.state() != CellState::value) continue;  // a share that prints as zero adds nothing
    sum += share.number() * per_plant.number();
    bound.value = Cell::of(sum);
  }
  return bound;
}

}  // namespace vicinia::core::indicators::uncertainty
