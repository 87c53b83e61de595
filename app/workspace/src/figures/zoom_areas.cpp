#include "vicinia/workspace/figures/zoom_areas.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "base/phrase.h"
#include "vicinia/core/geom/measures.h"
#include "vicinia/workspace/document/extents.h"
#include "vicinia/workspace/maps/symbol_map.h"
#include "vicinia/workspace/words/texts.h"

namespace vicinia::workspace::inline figures {
namespace {

using core::admin::UnitIndex;
using gis::map::Extent;

constexpr double near_m = 60'000;   ///< to the next unit with a value: within an hour's drive
constexpr double least_m = 60'000;  ///< what is shown is no smaller
constexpr double most_m =
    250'000;  ///< and a crowd no wider, else its map would be no larger than that of the country
constexpr std::size_t crowd = 3, most_areas = 2;
constexpr double margin = 0.05;  ///< symbols at the edge are whole

struct ValuedUnit {
  UnitIndex unit = 0;
  core::geom::Point at{};
};

std::optional<Extent> extent_of(const core::Dataset& data, const core::ZoomArea& area) {
  std::optional<Extent> whole;
  for (const std::string& code : area.units) {
    const auto unit = data.frame.find(code);
    if (!unit || data.areas[*unit].empty()) continue;
    const Extent one = unit_extent(data, *unit);
    whole = whole ? gis::map::united(*whole, one) : one;
  }
  return whole;
}

bool holds(const Extent& extent, const core::geom::Point& point) {
  return extent.min_x <= point.x() && point.x() <= extent.max_x && extent.min_y <= point.y() &&
         point.y() <= extent.max_y;
}

bool stays_small(const std::vector<ValuedUnit>& units, const std::vector<std::size_t>& members,
                 std::size_t joining) {
  return std::ranges::all_of(members, [&](std::size_t member) {
    const auto &a = units[member].at, &b = units[joining].at;
    return std::abs(a.x() - b.x()) <= most_m && std::abs(a.y() - b.y()) <= most_m;
  });
}

/// Each is near another of its crowd. Largest first; of those as large, that of the earlier unit.
std::vector<std::vector<ValuedUnit>> crowds_of(const std::vector<ValuedUnit>& units) {
  std::vector<std::vector<ValuedUnit>> crowds;
  std::vector<bool> taken(units.size(), false);
  for (std::size_t first = 0; first < units.size(); ++first) {
    if (taken[first]) continue;
    taken[first] = true;
    std::vector<std::size_t> members{first};
    for (std::size_t next = 0; next < members.size(); ++next)
      for (std::size_t other = 0; other < units.size(); ++other) {
        const auto &a = units[members[next]].at, &b = units[other].at;
        if (taken[other] || std::hypot(a.x() - b.x(), a.y() - b.y()) > near_m) continue;
        if (!stays_small(units, members, other)) continue;
        taken[other] = true;
        members.push_back(other);
      }
    std::vector<ValuedUnit>& found = crowds.emplace_back();
    for (const std::size_t member : members) found.push_back(units[member]);
  }
  std::ranges::stable_sort(crowds, std::greater{}, &std::vector<ValuedUnit>::size);
  return crowds;
}

Extent no_smaller(Extent extent) {
  const double x = std::max(0.0, least_m - extent.width()) / 2,
               y = std::max(0.0, least_m - extent.height()) / 2;
  return {extent.min_x - x, extent.min_y - y, extent.max_x + x, extent.max_y + y};
}

/// That of the place that holds most of them, else of the province of the one with most employees.
std::string name_of_crowd(const Document& document, const std::vector<ValuedUnit>& units, Language language) {
  const core::Dataset& data = *document.data->dataset;
  for (const core::ZoomArea& area : data.zoom_areas)
    if (const auto extent = extent_of(data, area))
      if (2 * std::ranges::count_if(units, [&](const ValuedUnit& one) { return holds(*extent, one.at); }) >
          static_cast<std::ptrdiff_t>(units.size()))
        return pick(area.name, language);
  const auto employees = [&](const ValuedUnit& one) {
    const auto* row = data.observations.find(one.unit, document.view.sector, document.view.period);
    return row != nullptr && row->counts.employees.has_number() ? row->counts.employees.number() : -1.0;
  };
  const UnitIndex largest = std::ranges::max_element(units, {}, employees)->unit;
  return Phrase{"Quanh {p}", "Around {p}"}.in(
      language,
      {{"{p}", workspace::called(data.frame, data.frame.parent(largest).value_or(largest), language)}});
}

}  // namespace

std::vector<gis::map::ZoomInset> zoom_areas(const Document& document, const Choropleth& choropleth,
                                            Language language) {
  const core::Dataset& data = *document.data->dataset;
  std::vector<gis::map::ZoomInset> insets;
  const auto add = [&](const Extent& extent, const std::string& name) {
    insets.push_back({gis::map::fitted(extent, extent.width(), extent.height(), margin), name});
  };
  if (!areas_are_too_small(document, choropleth)) {
    for (const core::ZoomArea& area : data.zoom_areas)
      if (const auto extent = extent_of(data, area)) add(*extent, pick(area.name, language));
    return insets;
  }
  std::vector<ValuedUnit> units;
  for (const UnitIndex unit : choropleth.units)
    if (choropleth.values[unit].value.state() == core::CellState::value)
      if (const auto at = core::geom::point_inside(data.areas[unit])) units.push_back({unit, *at});
  for (const auto& crowd_of_units : crowds_of(units)) {
    if (crowd_of_units.size() < crowd || insets.size() == most_areas) break;
    Extent whole = unit_extent(data, crowd_of_units.front().unit);
    for (const ValuedUnit& one : crowd_of_units) whole = gis::map::united(whole, unit_extent(data, one.unit));
    add(no_smaller(whole), name_of_crowd(document, crowd_of_units, language));
  }
  return insets;
}

}  // namespace vicinia::workspace::inline figures
