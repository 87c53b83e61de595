#include "topology/neighbours/neighbour_rule.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>
#include <span>

#include "topology/segments/bucket_sort.h"

namespace vicinia::core::topology::detail {
namespace {

/// What is between two units is a border if its length, squared, is so many times its area: about three times as long as it is wide.
constexpr double least_ratio = 3;
/// And if it is so many times as long as the lines of both units run apart from their neighbours elsewhere.
constexpr double least_lengths = 2;

void add_lines(const Topology& topology, std::vector<Contact>& contacts) {
  for (const Arc& arc : topology.arcs())
    if (arc.left != outside && arc.right != outside && arc.left != arc.right)
      contacts.push_back({.a = std::min(arc.left, arc.right),
                          .b = std::max(arc.left, arc.right),
                          .kind = BorderKind::edge,
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

bool contact_before(const Contact& x, const Contact& y) {
  if (x.a != y.a) return x.a < y.a;
  if (x.b != y.b) return x.b < y.b;
  if (x.kind != y.kind) return x.kind < y.kind;
  if (x.distance_m != y.distance_m) return x.distance_m < y.distance_m;
  if (x.length_m != y.length_m) return x.length_m < y.length_m;
  return x.area_m2 != y.area_m2 ? x.area_m2 < y.area_m2 : x.is_much < y.is_much;
}

double width_of(const Contact& contact) {
  return contact.kind == BorderKind::near ? contact.distance_m
         : contact.length_m > 0           ? contact.area_m2 / contact.length_m
                                          : 0;
}

/// How far apart a unit's lines and its neighbours' run where they do not coincide: the median over their length.
struct UsualWidth {
  double of_overlaps = 0;  ///< known whatever the tolerance, so that an overlap links at every one or at none
  double of_all = 0;
};

/// The width of one stretch of a unit's border. Lengths are whole numbers, so that the order in which they are added does not matter.
struct Width {
  double width_m = 0;
  std::int64_t length = 0;  ///< in 2^-16 m
};
constexpr double length_scale = 65536;

/// The least width up to which half the length lies; sorts as much as that takes.
double median(std::span<Width> widths) {
  std::int64_t total = 0, below = 0;
  for (const Width& part : widths) total += part.length;
  const auto is_half = [&](std::int64_t length) { return 2 * length >= total; };
  while (!widths.empty()) {
    const double first = widths.front().width_m, mid = widths[widths.size() / 2].width_m,
                 last = widths.back().width_m;
    const double pivot = std::max(std::min(first, mid), std::min(std::max(first, mid), last));
    const auto equal =
        std::partition(widths.begin(), widths.end(), [&](const Width& part) { return part.width_m < pivot; });
    const auto above =
        std::partition(equal, widths.end(), [&](const Width& part) { return part.width_m == pivot; });
    const auto length_of = [](auto begin, auto end) {
      return std::accumulate(begin, end, std::int64_t{0},
                             [](std::int64_t sum, const Width& part) { return sum + part.length; });
    };
    const std::int64_t less = length_of(widths.begin(), equal), same = length_of(equal, above);
    if (equal != widths.begin() && is_half(below + less)) {
      widths = {widths.begin(), equal};
    } else if (is_half(below + less + same)) {
      return pivot;
    } else {
      below += less + same;
      widths = {above, widths.end()};
    }
  }
  return 0;
}

std::vector<UsualWidth> usual_widths(std::span<const Contact> contacts) {
  const auto counts = [](const Contact& contact) {
    return (contact.kind == BorderKind::near || contact.kind == BorderKind::overlap) && !contact.is_much;
  };
  std::vector<std::size_t> start(1);  // [2 × unit, for overlaps; + 1, for near stretches; the next]
  const auto place_of = [](const Contact& contact, UnitIndex unit) {
    return 2 * std::size_t{unit} + (contact.kind == BorderKind::near ? 1 : 0);
  };
  for (const Contact& contact : contacts) {
    if (!counts(contact)) continue;
    if (start.size() < 2 * std::size_t{contact.b} + 3) start.resize(2 * std::size_t{contact.b} + 3);
    ++start[place_of(contact, contact.a) + 1];
    ++start[place_of(contact, contact.b) + 1];
  }
  std::partial_sum(start.begin(), start.end(), start.begin());
  std::vector<Width> widths(start.back());
  std::vector<std::size_t> to(start.begin(), start.end() - 1);
  for (const Contact& contact : contacts) {
    if (!counts(contact)) continue;
    const Width width{width_of(contact), std::llround(contact.length_m * length_scale)};
    for (const UnitIndex unit : {contact.a, contact.b}) widths[to[place_of(contact, unit)]++] = width;
  }
  std::vector<UsualWidth> usual(to.size() / 2);
  tbb::parallel_for(std::size_t{0}, usual.size(), [&](std::size_t unit) {
    const auto first = widths.begin() + static_cast<std::ptrdiff_t>(start[2 * unit]);
    usual[unit].of_overlaps = median(std::span(first, start[2 * unit + 1] - start[2 * unit]));
    usual[unit].of_all = median(std::span(first, start[2 * unit + 2] - start[2 * unit]));
  });
  return usual;
}

/// The row of one pair, from its contacts, which are sorted by kind.
Border row_of(std::span<const Contact> contacts, double within_m, UsualWidth usual) {
  Border row{.a = contacts.front().a, .b = contacts.front().b, .kind = BorderKind::corner};
  double edge = 0, overlap = 0, largest = 0, near = 0;
  bool meets = false, is_much = false;
  double closest = std::numeric_limits<double>::infinity();
  for (const Contact& contact : contacts) {
    if (contact.kind == BorderKind::edge) edge += contact.length_m;
    if (contact.kind == BorderKind::overlap) {
      overlap += contact.length_m;
      row.area_m2 += contact.area_m2;
      largest =
          std::max(largest, contact.area_m2 > 0 ? contact.length_m * contact.length_m / contact.area_m2 : 0);
    }
    is_much = is_much || contact.is_much;
    meets = meets || contact.kind == BorderKind::corner || contact.kind == BorderKind::overlap;
  }
  const auto is_border = [&](double length, double area, double usual_width) {
    return length > 0 && length * length >= least_ratio * area && length >= least_lengths * usual_width;
  };
  double linked_at = std::numeric_limits<double>::infinity();
  if (edge > 0 || is_much || is_border(overlap, row.area_m2, usual.of_overlaps) ||
      (largest >= least_ratio && overlap >= least_lengths * usual.of_overlaps))
    linked_at = 0;
  double length = overlap, area = row.area_m2;
  for (const Contact& contact : contacts) {
    if (contact.kind != BorderKind::near) continue;  // ascending by distance
    closest = std::min(closest, contact.distance_m);
    length += contact.length_m;
    area += contact.length_m * contact.distance_m;
    if (linked_at > contact.distance_m && is_border(length, area, usual.of_all))
      linked_at = contact.distance_m;
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

void sort_contacts(std::vector<Contact>& contacts) {
  if (std::is_sorted(contacts.begin(), contacts.end(), contact_before)) return;
  UnitIndex most = 0;
  for (const Contact& contact : contacts) most = std::max(most, contact.a);
  bucket_sort(
      contacts, most + std::size_t{1}, [](const Contact& contact) { return contact.a; }, contact_before);
}

std::vector<Contact> sorted_contacts(std::vector<Contact> others, std::vector<Contact>& stretches) {
  sort_contacts(others);
  sort_contacts(stretches);  // they mostly are
  std::vector<Contact> all(others.size() + stretches.size());
  std::ranges::merge(others, stretches, all.begin(), contact_before);
  return all;
}

std::vector<Border> ledger_of(const Topology& topology, double within_m) {
  const auto known = topology.contacts();
  if (topology.is_healed() && std::is_sorted(known.begin(), known.end(), contact_before))
    return ledger(known, within_m);
  std::vector<Contact> contacts = contacts_of(topology);
  sort_contacts(contacts);
  return ledger(contacts, within_m);
}

std::vector<Border> ledger(std::span<const Contact> contacts, double within_m) {
  const std::vector<UsualWidth> usual = usual_widths(contacts);
  const auto usual_of = [&](UnitIndex unit) { return unit < usual.size() ? usual[unit] : UsualWidth{}; };
  std::vector<Border> rows;
  for (std::size_t begin = 0; begin < contacts.size();) {
    std::size_t end = begin + 1;
    while (end < contacts.size() && contacts[end].a == contacts[begin].a &&
           contacts[end].b == contacts[begin].b)
      ++end;
    const UsualWidth a = usual_of(contacts[begin].a), b = usual_of(contacts[begin].b);
    const Border row = row_of(contacts.subspan(begin, end - begin), within_m,
                              {std::min(a.of_overlaps, b.of_overlaps), std::min(a.of_all, b.of_all)});
    if (row.kind != BorderKind::corner || row.distance_m <= within_m) rows.push_back(row);
    begin = end;
  }
  return rows;
}

/// A round number that is no less.
double rounded_up(double distance_m) {
  constexpr std::array steps{1.0,   2.0,   5.0,   10.0,  20.0,  30.0,  50.0,  70.0,  100.0,
                             150.0, 200.0, 250.0, 300.0, 400.0, 500.0, 700.0, 1000.0};
  const auto step = std::ranges::lower_bound(steps, distance_m);
  return step == steps.end() ? steps.back() : *step;
}

// Districts on either side of a wide river run beside each other on the best of maps, and are no neighbours there. So a distance is only
// proposed where something else tells that borders were drawn twice.
double proposed_tolerance(std::span<const Border> ledger, std::span<const Contact> contacts) {
  constexpr double surely_drawn_twice_m = 20;  // water this narrow is not drawn as ground of nobody's
  constexpr double over_rivers = 0.01;  // so large a share of pairs may be apart where nothing is wrong
  constexpr double long_and_thin =
      40;  // an overlap's length, squared, by its area: drawn twice, and not one unit over another
  constexpr double local_widths =
      3;                        // gaps are at most so many times as wide as the overlaps of the same units
  constexpr double widths = 4;  // and as nine in ten overlaps of the layer, where one pair in twenty overlaps
  const auto is_drawn_twice = [](const Border& row) {
    return row.area_m2 > 0 && row.length_m * row.length_m >= long_and_thin * row.area_m2;
  };
  std::vector<double> overlap_width;  // [unit] the widest
  std::vector<double> all_widths;
  std::vector<double> apart;
  for (const Border& row : ledger) {
    overlap_width.resize(std::max<std::size_t>(overlap_width.size(), row.b + std::size_t{1}));
    if (row.kind == BorderKind::near) apart.push_back(row.distance_m);
    if (!is_drawn_twice(row)) continue;
    all_widths.push_back(row.area_m2 / row.length_m);
    for (const UnitIndex unit : {row.a, row.b})
      overlap_width[unit] = std::max(overlap_width[unit], all_widths.back());
  }
  std::ranges::sort(all_widths);
  double needed = 0, usual = 0;
  if (all_widths.size() * 20 > ledger.size()) usual = all_widths[all_widths.size() * 9 / 10];
  for (const Border& row : ledger) {
    const double local = local_widths * std::max(overlap_width[row.a], overlap_width[row.b]);
    const double limit = usual > 0 ? widths * usual : local;
    if (row.kind == BorderKind::near && row.distance_m <= std::max(surely_drawn_twice_m, limit))
      needed = std::max(needed, row.distance_m);
  }
  // Where lines weave over each other, the ground between them is overlap by turns with gaps, although no pair is wholly apart.
  if (usual > 0)
    for (const Contact& contact : contacts) {
      if (contact.kind != BorderKind::near || contact.distance_m <= needed ||
          contact.distance_m > widths * usual)
        continue;
      const auto row =
          std::ranges::lower_bound(ledger, std::pair(contact.a, contact.b), {},
                                   [](const Border& border) { return std::pair(border.a, border.b); });
      if (row != ledger.end() && row->a == contact.a && row->b == contact.b && is_drawn_twice(*row))
        needed = contact.distance_m;
    }
  std::ranges::sort(apart);
  // Where some are surely drawn twice, those that are hardly further apart are, too: distances of rivers do not begin where those of drawing end.
  constexpr double step = 1.3, furthest = 3;  // from one to the next, and in all
  constexpr std::size_t enough = 5;
  if (const double sure = needed;
      std::ranges::upper_bound(apart, sure) - apart.begin() >= static_cast<std::ptrdiff_t>(enough))
    for (const double distance : apart)
      if (distance > needed && distance <= std::min(step * needed, furthest * sure)) needed = distance;
  const auto few = static_cast<std::size_t>(over_rivers * static_cast<double>(ledger.size()));
  constexpr double beyond = 1.2;   // for the few that are left out although they belong to the many
  constexpr double close_m = 200;  // of ten pairs or fewer, only those that are no further apart
  if (apart.size() <= few + 10) std::erase_if(apart, [](double distance_m) { return distance_m > close_m; });
  if (apart.size() > few)
    needed = std::max(needed, std::min(beyond * apart[apart.size() - 1 - few], apart.back()));
  return needed > 0 ? rounded_up(needed) : 0;
}

}  // namespace vicinia::core::topology::detail
