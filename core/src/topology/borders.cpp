#include "vicinia/core/topology/borders.h"

#include <algorithm>
#include <string>
#include <tuple>

#include "topology/neighbours/neighbour_rule.h"

namespace vicinia::core::topology {
namespace {

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
  return detail::ledger_of(topology, topology.tolerance_m());
}

std::vector<UnitIndex> isolates(std::span<const Border> rows, std::size_t unit_count) {
  std::vector<bool> met(unit_count);
  for (const Border& row : rows) met[row.a] = met[row.b] = true;
  std::vector<UnitIndex> alone;
  for (std::size_t unit = 0; unit < unit_count; ++unit)
    if (!met[unit]) alone.push_back(static_cast<UnitIndex>(unit));
  return alone;
}

Result<std::vector<Border>> with_links(std::vector<Border> rows, const ManualLinks& links,
                                       std::size_t unit_count) {
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
    std::erase_if(rows, [low = std::min(a, b), high = std::max(a, b)](const Border& row) {
      return row.a == low && row.b == high;
    });
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
