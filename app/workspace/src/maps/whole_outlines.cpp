#include "vicinia/workspace/maps/whole_outlines.h"

#include <algorithm>
#include <cmath>

#include "vicinia/core/geom/measures.h"
#include "vicinia/workspace/base/csv.h"

namespace vicinia::workspace::inline maps {

using core::geom::MultiPolygon;
using core::topology::GroupIndex;

namespace {

double area_or_none(const MultiPolygon& area) {
  return area.empty() ? 0 : core::geom::area_m2(area).value_or(0);
}

/// In a member that the outline leaves out, else in the outline: to whole metres, for a person to look at.
std::string place_to_look_at(const std::vector<MultiPolygon>& areas,
                             std::span<const GroupIndex> group_of_unit, GroupIndex group,
                             const MultiPolygon& outline) {
  std::optional<core::geom::Point> place;
  for (std::size_t unit = 0; unit < areas.size() && !place; ++unit)
    if (group_of_unit[unit] == group)
      if (const auto inside = core::geom::point_inside(areas[unit]);
          inside && !core::geom::covers(outline, *inside))
        place = inside;
  if (!place) place = core::geom::point_inside(outline);
  return place ? csv_field(std::round(place->x())) + " " + csv_field(std::round(place->y())) : "?";
}

}  // namespace

core::Status check_areas(const core::topology::Topology& topology, std::span<const GroupIndex> group_of_unit,
                         const std::vector<MultiPolygon>& outlines,
                         const std::function<std::string(std::size_t)>& name_of) {
  const std::vector<MultiPolygon> areas = core::topology::areas(topology);
  std::vector<double> members(outlines.size());
  for (std::size_t unit = 0; unit < areas.size(); ++unit)
    if (group_of_unit[unit] < members.size()) members[group_of_unit[unit]] += area_or_none(areas[unit]);
  for (std::size_t group = 0; group < outlines.size(); ++group) {
    const double whole = area_or_none(outlines[group]);
    // A comparison that holds for no number that is none.
    if (std::abs(whole - members[group]) <= 1 + 1e-9 * members[group]) continue;
    return core::fail(
        {.code = core::ErrorCode::broken_outline,
         .subject = {.field = "area", .id = name_of(group)},
         .detail = csv_field(std::round(whole)) + " / " + csv_field(std::round(members[group])) + "|" +
                   place_to_look_at(areas, group_of_unit, static_cast<GroupIndex>(group), outlines[group])});
  }
  return {};
}

}  // namespace vicinia::workspace::inline maps
