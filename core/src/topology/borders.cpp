#include "vicinia/core/topology/borders.h"

#include <tbb/parallel_sort.h>

#include <algorithm>
#include <string>
#include <tuple>

namespace vicinia::core::topology {
namespace {

/// One arc's or node's share in the border of a pair.
struct Part {
  UnitIndex a, b;
  double length_m;  ///< 0: a point
  double snap_m;
  double snapped_length_m;
  friend bool operator<(const Part& x, const Part& y) {
    return std::tie(x.a, x.b, x.length_m, x.snap_m, x.snapped_length_m) <
           std::tie(y.a, y.b, y.length_m, y.snap_m, y.snapped_length_m);
  }
};

void add_lines(const Topology& topology, std::vector<Part>& parts) {
  const auto add = [&](UnitIndex a, UnitIndex b, const Arc& arc) {
    if (a == outside || b == outside || a == b || arc.length_m == 0) return;
    parts.push_back({std::min(a, b), std::max(a, b), arc.length_m, arc.snap_m, arc.snapped_length_m});
  };
  for (const Arc& arc : topology.arcs()) add(arc.left, arc.right, arc);
  for (const SharedBesides& shared : topology.shared_besides()) add(shared.a, shared.b, topology.arcs()[shared.arc]);
}

/// All pairs of the units that meet at a node, whether a line joins them or not.
void add_points(const Topology& topology, std::vector<Part>& parts) {
  const std::size_t nodes = topology.nodes().size();
  std::vector<std::size_t> start(nodes + 1);
  for (const Arc& arc : topology.arcs()) {
    start[arc.from_node + 1] += 2;
    start[arc.to_node + 1] += 2;
  }
  for (std::size_t node = 0; node < nodes; ++node) start[node + 1] += start[node];
  std::vector<std::size_t> at(start.begin(), start.end() - 1);
  std::vector<UnitIndex> units(start.back());
  for (const Arc& arc : topology.arcs())
    for (const std::uint32_t node : {arc.from_node, arc.to_node})
      for (const UnitIndex unit : {arc.left, arc.right}) units[at[node]++] = unit;
  for (std::size_t node = 0; node < nodes; ++node) {
    const auto begin = units.begin() + static_cast<std::ptrdiff_t>(start[node]);
    auto end = units.begin() + static_cast<std::ptrdiff_t>(start[node + 1]);
    std::sort(begin, end);
    end = std::unique(begin, end);
    if (end != begin && *(end - 1) == outside) --end;
    for (auto a = begin; a != end; ++a)
      for (auto b = a + 1; b != end; ++b) parts.push_back({*a, *b, 0, topology.node_snap_m(node), 0});
  }
}

Border border_of(std::span<const Part> parts) {
  Border border{.a = parts.front().a, .b = parts.front().b, .kind = BorderKind::corner, .length_m = 0};
  if (parts.back().length_m == 0) {  // corner: as good as its best point
    border.distance_m = parts.front().snap_m;
    return border;
  }
  border.kind = BorderKind::near;
  for (const Part& part : parts) {
    if (part.length_m == 0) continue;
    border.length_m += part.length_m;
    border.distance_m = std::max(border.distance_m, part.snap_m);
    if (part.snapped_length_m < part.length_m * (1 - 1e-9)) border.kind = BorderKind::edge;
  }
  return border;
}

Status check_pairs(const ManualLinks& links, std::size_t unit_count) {
  for (const auto* list : {&links.linked, &links.cut})
    for (const auto& [a, b] : *list)
      if (a == b || a >= unit_count || b >= unit_count)
        return fail({.code = ErrorCode::invalid_argument,
                     .subject = {.field = list == &links.cut ? "cut" : "linked"},
                     .detail = std::to_string(a) + "," + std::to_string(b)});
  return {};
}

bool pair_before(const Border& x, const Border& y) { return std::tie(x.a, x.b) < std::tie(y.a, y.b); }

}  // namespace

std::string_view name_of(BorderKind kind) {
  switch (kind) {
    case BorderKind::edge: return "edge";
    case BorderKind::corner: return "corner";
    case BorderKind::overlap: return "overlap";
    case BorderKind::near: return "near";
    case BorderKind::manual: return "manual";
  }
  return "";
}

std::vector<Border> borders(const Topology& topology) {
  std::vector<Part> parts;
  parts.reserve(3 * topology.arcs().size());
  add_lines(topology, parts);
  add_points(topology, parts);
  tbb::parallel_sort(parts);  // lengths of a pair are added from short to long, whatever the order of the arcs
  std::vector<Border> rows;
  for (std::size_t begin = 0; begin < parts.size();) {
    std::size_t end = begin + 1;
    while (end < parts.size() && parts[end].a == parts[begin].a && parts[end].b == parts[begin].b) ++end;
    rows.push_back(border_of(std::span(parts).subspan(begin, end - begin)));
    begin = end;
  }
  return rows;
}

std::vector<UnitIndex> isolates(std::span<const Border> rows, std::size_t unit_count) {
  std::vector<bool> met(unit_count);
  for (const Border& row : rows) met[row.a] = met[row.b] = true;
  std::vector<UnitIndex> alone;
  for (std::size_t unit = 0; unit < unit_count; ++unit)
    if (!met[unit]) alone.push_back(static_cast<UnitIndex>(unit));
  return alone;
}

Result<std::vector<Border>> with_links(std::vector<Border> rows, const ManualLinks& links, std::size_t unit_count) {
  if (const auto ok = check_pairs(links, unit_count); !ok) return tl::unexpected<Error>(ok.error());
  for (const auto& [a, b] : links.linked) {
    const Border link{.a = std::min(a, b), .b = std::max(a, b), .kind = BorderKind::manual, .length_m = 0};
    const auto row = std::lower_bound(rows.begin(), rows.end(), link, pair_before);
    if (row != rows.end() && row->a == link.a && row->b == link.b)
      row->kind = BorderKind::manual;
    else
      rows.insert(row, link);
  }
  for (const auto& [a, b] : links.cut)
    std::erase_if(rows, [low = std::min(a, b), high = std::max(a, b)](const Border& row) { return row.a == low && row.b == high; });
  return rows;
}

bool links(const Border& border, const LinkRule& rule) {
  switch (border.kind) {
    case BorderKind::corner: return rule.corners && border.distance_m <= rule.within_m;
    case BorderKind::manual: return true;
    case BorderKind::near: return border.length_m > rule.min_length_m && border.distance_m <= rule.within_m;
    case BorderKind::edge:
    case BorderKind::overlap: return border.length_m > rule.min_length_m;
  }
  return false;
}

Adjacency adjacency(std::span<const Border> rows, std::size_t unit_count, const LinkRule& rule) {
  Adjacency result;
  result.start.assign(unit_count + 1, 0);
  for (const Border& row : rows)
    if (links(row, rule)) {
      ++result.start[row.a + 1];
      ++result.start[row.b + 1];
    }
  for (std::size_t unit = 0; unit < unit_count; ++unit) result.start[unit + 1] += result.start[unit];
  result.neighbours.resize(result.start.back());
  result.row.resize(result.start.back());
  std::vector<std::size_t> at(result.start.begin(), result.start.end() - 1);
  const auto put = [&](UnitIndex unit, UnitIndex neighbour, std::size_t row) {
    result.neighbours[at[unit]] = neighbour;
    result.row[at[unit]++] = row;
  };
  // Rows ascend by (a, b): all smaller neighbours of a unit come first, and in order.
  for (std::size_t i = 0; i < rows.size(); ++i)
    if (links(rows[i], rule)) put(rows[i].b, rows[i].a, i);
  for (std::size_t i = 0; i < rows.size(); ++i)
    if (links(rows[i], rule)) put(rows[i].a, rows[i].b, i);
  return result;
}

}  // namespace vicinia::core::topology
