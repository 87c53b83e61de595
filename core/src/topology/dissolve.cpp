#include "vicinia/core/topology/dissolve.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <numeric>
#include <string>
#include <utility>

#include "topology/arcs/assemble.h"

namespace vicinia::core::topology {
namespace {

/// Group of what lies on a side of an arc.
GroupIndex group_on(UnitIndex unit, std::span<const GroupIndex> groups) {
  return unit == outside ? no_group : groups[unit];
}

/// Up to the highest in use.
std::size_t group_count(std::span<const GroupIndex> groups) {
  std::size_t count = 0;
  for (const GroupIndex group : groups)
    if (group != no_group) count = std::max<std::size_t>(count, group + std::size_t{1});
  return count;
}

Error wrong_shape(std::size_t found, const Topology& topology) {
  return {.code = ErrorCode::shape_mismatch,
          .subject = {},
          .detail = std::to_string(found) + ", " + std::to_string(topology.unit_count())};
}

std::vector<geom::MultiPolygon> dissolved(const Topology& topology, std::span<const GroupIndex> groups) {
  const std::size_t count = group_count(groups);
  std::vector<std::size_t> start(count + 1);
  const auto arcs = topology.arcs();
  const auto for_each_side = [&](auto visit) {
    for (std::size_t i = 0; i < arcs.size(); ++i) {
      const GroupIndex left = group_on(arcs[i].left, groups), right = group_on(arcs[i].right, groups);
      if (left == right) continue;
      if (right != no_group) visit(right, arc_ref(i, false));
      if (left != no_group) visit(left, arc_ref(i, true));
    }
  };
  for_each_side([&](GroupIndex group, ArcRef) { ++start[group + std::size_t{1}]; });
  std::partial_sum(start.begin(), start.end(), start.begin());
  std::vector<std::size_t> at(start.begin(), start.end() - 1);
  std::vector<ArcRef> sides(start.back());
  for_each_side([&](GroupIndex group, ArcRef side) { sides[at[group]++] = side; });
  std::vector<geom::MultiPolygon> result(count);
  tbb::parallel_for(std::size_t{0}, count, [&](std::size_t group) {
    result[group] =
        detail::assemble(topology, std::span(sides).subspan(start[group], start[group + 1] - start[group]));
  });
  return result;
}

}  // namespace

Result<std::vector<geom::MultiPolygon>> dissolve(const Topology& topology,
                                                 std::span<const GroupIndex> group_of_unit) {
  if (group_of_unit.size() != topology.unit_count()) return fail(wrong_shape(group_of_unit.size(), topology));
  return dissolved(topology, group_of_unit);
}

std::vector<geom::MultiPolygon> areas(const Topology& topology) {
  std::vector<GroupIndex> each(topology.unit_count());
  std::iota(each.begin(), each.end(), GroupIndex{0});
  return dissolved(topology, each);
}

Result<std::vector<OutlineLines>> outline_lines(const Topology& topology,
                                                std::span<const GroupIndex> group_of_unit,
                                                std::span<const GroupIndex> second_group) {
  if (group_of_unit.size() != topology.unit_count()) return fail(wrong_shape(group_of_unit.size(), topology));
  if (!second_group.empty() && second_group.size() != topology.unit_count())
    return fail(wrong_shape(second_group.size(), topology));
  std::vector<OutlineLines> result(group_count(group_of_unit));
  for (std::size_t i = 0; i < topology.arcs().size(); ++i) {
    const Arc& arc = topology.arcs()[i];
    const GroupIndex left = group_on(arc.left, group_of_unit), right = group_on(arc.right, group_of_unit);
    if (left == right) {
      const bool crosses =
          left != no_group && !second_group.empty() && second_group[arc.left] != second_group[arc.right];
      if (!crosses) continue;
      result[left].crossings.push_back(arc_ref(i, false));
      result[left].crossings_m += arc.length_m;
      continue;
    }
    for (const auto& [group, reversed] : {std::pair{right, false}, std::pair{left, true}}) {
      if (group == no_group) continue;
      result[group].border.push_back(arc_ref(i, reversed));
      result[group].border_m += arc.length_m;
    }
  }
  return result;
}

Result<Outline> outline(const Topology& topology, std::span<const UnitIndex> members,
                        std::span<const GroupIndex> second_group) {
  std::vector<GroupIndex> group_of_unit(topology.unit_count(), no_group);
  for (const UnitIndex member : members) {
    if (member >= topology.unit_count()) return fail(wrong_shape(member, topology));
    group_of_unit[member] = 0;
  }
  auto lines = outline_lines(topology, group_of_unit, second_group);
  if (!lines) return fail(lines.error());
  if (lines->empty()) return Outline{};
  return Outline{std::move(lines->front()), std::move(dissolved(topology, group_of_unit).front())};
}

}  // namespace vicinia::core::topology
