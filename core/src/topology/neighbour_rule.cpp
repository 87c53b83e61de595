#include "neighbour_rule.h"

#include <tbb/parallel_sort.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <tuple>

namespace vicinia::core::topology::detail {
namespace {

/// What is between two units is a border if its length, squared, is so many times its area: about three times as long as it is wide.
constexpr double least_ratio = 3;
/// And if it is so many times as long as the lines of both units run apart from their neighbours elsewhere.
constexpr double least_lengths = 2;

void add_lines(const Topology& topology, std::vector<Contact>& contacts) {
  for (const Arc& arc : topology.arcs())
    if (arc.left != outside && arc.right != outside && arc.left != arc.right)
      contacts.push_back({.a = std::min(arc.left, arc.right), .b = std::max(arc.left, arc.right), .kind = BorderKind::edge,
                          .length_m = arc.length_m});
}

/// All pairs of the units that meet at a node, whether a line joins them or not.
void add_points(const Topology& topology, std::vector<Contact>& contacts) {
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
      for (auto b = a + 1; b != end; ++b) contacts.push_back({.a = *a, .b = *b, .kind = BorderKind::corner});
  }
}

bool before(const Contact& x, const Contact& y) {
  return std::tie(x.a, x.b, x.kind, x.distance_m, x.length_m, x.area_m2) < std::tie(y.a, y.b, y.kind, y.distance_m, y.length_m, y.area_m2);
}

double width_of(const Contact& contact) {
  return contact.kind == BorderKind::near ? contact.distance_m : contact.length_m > 0 ? contact.area_m2 / contact.length_m : 0;
}

/// [unit] how far apart its lines and its neighbours' run where they do not coincide: the median over their length.
std::vector<double> usual_widths(std::span<const Contact> contacts) {
  std::vector<std::tuple<UnitIndex, double, double>> parts;  // unit, width, length
  UnitIndex last = 0;
  for (const Contact& contact : contacts) {
    last = std::max(last, contact.b);
    if (contact.kind != BorderKind::near && contact.kind != BorderKind::overlap) continue;
    for (const UnitIndex unit : {contact.a, contact.b}) parts.emplace_back(unit, width_of(contact), contact.length_m);
  }
  tbb::parallel_sort(parts);
  std::vector<double> widths(contacts.empty() ? 0 : last + std::size_t{1});
  for (std::size_t begin = 0; begin < parts.size();) {
    std::size_t end = begin;
    double length = 0;
    for (; end < parts.size() && std::get<0>(parts[end]) == std::get<0>(parts[begin]); ++end) length += std::get<2>(parts[end]);
    double half = 0;
    std::size_t middle = begin;
    for (; middle + 1 < end && (half += std::get<2>(parts[middle])) < length / 2;) ++middle;
    widths[std::get<0>(parts[begin])] = std::get<1>(parts[middle]);
    begin = end;
  }
  return widths;
}

/// The row of one pair, from its contacts, which are sorted by kind.
Border row_of(std::span<const Contact> contacts, double within_m, double usual_width_m) {
  Border row{.a = contacts.front().a, .b = contacts.front().b, .kind = BorderKind::corner};
  double edge = 0, overlap = 0, largest = 0, near = 0;
  bool meets = false;
  double closest = std::numeric_limits<double>::infinity();
  for (const Contact& contact : contacts) {
    if (contact.kind == BorderKind::edge) edge += contact.length_m;
    if (contact.kind == BorderKind::overlap) {
      overlap += contact.length_m;
      row.area_m2 += contact.area_m2;
      largest = std::max(largest, contact.area_m2 > 0 ? contact.length_m * contact.length_m / contact.area_m2 : 0);
    }
    meets = meets || contact.kind == BorderKind::corner || contact.kind == BorderKind::overlap;
  }
  const auto is_border = [&](double length, double area) {
    return length > 0 && length * length >= least_ratio * area && length >= least_lengths * usual_width_m;
  };
  double linked_at = std::numeric_limits<double>::infinity();
  if (edge > 0 || is_border(overlap, row.area_m2) || (largest >= least_ratio && overlap >= least_lengths * usual_width_m)) linked_at = 0;
  double length = overlap, area = row.area_m2;
  for (const Contact& contact : contacts) {
    if (contact.kind != BorderKind::near) continue;  // ascending by distance
    closest = std::min(closest, contact.distance_m);
    length += contact.length_m;
    area += contact.length_m * contact.distance_m;
    if (linked_at > contact.distance_m && is_border(length, area)) linked_at = contact.distance_m;
    if (contact.distance_m <= within_m) near += contact.length_m;
  }
  if (linked_at <= within_m) {
    row.kind = edge > 0 ? BorderKind::edge : linked_at == 0 ? BorderKind::overlap : BorderKind::near;
    row.length_m = edge + overlap + near;
    row.distance_m = linked_at;
  } else {
    row.distance_m = meets ? 0 : closest;
  }
  return row;
}

}  // namespace

std::vector<Contact> contacts_of(const Topology& topology) {
  std::vector<Contact> contacts(topology.contacts().begin(), topology.contacts().end());
  if (topology.is_healed()) return contacts;
  contacts.reserve(contacts.size() + 3 * topology.arcs().size());
  add_lines(topology, contacts);
  add_points(topology, contacts);
  return contacts;
}

std::vector<Border> ledger(std::vector<Contact> contacts, double within_m) {
  tbb::parallel_sort(contacts, before);  // lengths of a pair are added from short to long, whatever the order of the lines
  const std::vector<double> usual_width = usual_widths(contacts);
  std::vector<Border> rows;
  for (std::size_t begin = 0; begin < contacts.size();) {
    std::size_t end = begin + 1;
    while (end < contacts.size() && contacts[end].a == contacts[begin].a && contacts[end].b == contacts[begin].b) ++end;
    const double usual = std::min(usual_width[contacts[begin].a], usual_width[contacts[begin].b]);
    const Border row = row_of(std::span(contacts).subspan(begin, end - begin), within_m, usual);
    if (row.kind != BorderKind::corner || row.distance_m <= within_m) rows.push_back(row);
    begin = end;
  }
  return rows;
}

double proposed_tolerance(std::span<const Border> ledger) {
  (void)ledger;
  return 0;
}

}  // namespace vicinia::core::topology::detail
