#include "support/topology_laws.h"

#include <tbb/global_control.h>

#include <algorithm>
#include <boost/geometry.hpp>
#include <cmath>
#include <cstdio>
#include <map>
#include <numeric>
#include <random>
#include <tuple>

#include "support/synthetic_country.h"
#include "vicinia/core/geom/overlay.h"
#include "vicinia/core/topology/borders.h"

namespace vicinia::test {
namespace {

namespace bg = boost::geometry;
using namespace core::topology;
using core::geom::MultiPolygon;
using core::geom::Point;

std::string number(double value) {
  char text[40];
  std::snprintf(text, sizeof text, "%.9g", value);
  return text;
}
std::string place(const Point& p) { return "(" + number(p.x()) + " " + number(p.y()) + ")"; }
std::string pair_text(const Border& row) { return std::to_string(row.a) + "-" + std::to_string(row.b); }
std::string told(const core::Error& error) {
  return std::string(core::name_of(error.code)) + " " + error.detail;
}
std::pair<double, double> key(const Point& p) { return {p.x(), p.y()}; }
double area(const MultiPolygon& polygons) { return bg::area(polygons); }

std::optional<Topology> build(AreaSpan input, std::optional<double> tolerance_m, Broken& broken) {
  auto topology = build_topology(input, {.tolerance_m = tolerance_m});
  if (topology) return std::move(*topology);
  broken.push_back("not built: " + told(topology.error()));
  return std::nullopt;
}

/// What one topology says, with the units numbered as in the input.
struct Answer {
  std::vector<Border> rows;
  std::vector<Healed> healed;
  std::vector<MultiPolygon> units, groups;
  double tolerance_m = 0;
};

std::optional<Answer> answer(AreaSpan input, GroupSpan groups, std::optional<double> tolerance_m,
                             std::span<const UnitIndex> order, Broken& broken) {
  std::vector<MultiPolygon> shuffled;
  std::vector<GroupIndex> group_of;
  for (const UnitIndex unit : order) {
    shuffled.push_back(input[unit]);
    group_of.push_back(groups[unit]);
  }
  const auto topology = build(shuffled, tolerance_m, broken);
  if (!topology) return std::nullopt;
  Answer result{.rows = borders(*topology),
                .healed = {},
                .units = {},
                .groups = {},
                .tolerance_m = topology->tolerance_m()};
  for (Border& row : result.rows) {
    std::tie(row.a, row.b) = std::pair{order[row.a], order[row.b]};
    if (row.a > row.b) std::swap(row.a, row.b);
  }
  std::sort(result.rows.begin(), result.rows.end(),
            [](const Border& x, const Border& y) { return std::tie(x.a, x.b) < std::tie(y.a, y.b); });
  for (Healed one : topology->healed()) {
    for (UnitIndex& unit : one.units) unit = order[unit];
    std::sort(one.units.begin(), one.units.end());
    one.given_to = order[one.given_to];
    result.healed.push_back(std::move(one));
  }
  // Largest first; of the same size, no order is promised.
  std::sort(result.healed.begin(), result.healed.end(), [](const Healed& x, const Healed& y) {
    return std::make_tuple(-x.area_m2, key(x.place)) < std::make_tuple(-y.area_m2, key(y.place));
  });
  result.units.resize(input.size());
  const auto units = areas(*topology);
  for (std::size_t i = 0; i < order.size() && i < units.size(); ++i) result.units[order[i]] = units[i];
  auto outlines = dissolve(*topology, group_of);
  if (!outlines) broken.push_back("not dissolved: " + told(outlines.error()));
  if (outlines) result.groups = std::move(*outlines);
  return result;
}

bool same(const Point& a, const Point& b) { return a.x() == b.x() && a.y() == b.y(); }
bool same(const MultiPolygon& a, const MultiPolygon& b) {
  const auto same_ring = [](const auto& x, const auto& y) {
    return std::ranges::equal(x, y, [](const Point& p, const Point& q) { return same(p, q); });
  };
  return std::ranges::equal(a, b, [&](const auto& x, const auto& y) {
    return same_ring(x.outer(), y.outer()) && std::ranges::equal(x.inners(), y.inners(), same_ring);
  });
}
/// Another order of the units. Of polygons that stand twice the first has the ground: they keep theirs among
/// each other.
std::vector<UnitIndex> another_order(AreaSpan input, std::uint64_t seed) {
  std::vector<UnitIndex> order(input.size());
  std::iota(order.begin(), order.end(), UnitIndex{0});
  std::shuffle(order.begin(), order.end(), std::mt19937_64(seed));
  std::map<double, std::vector<std::size_t>> places;  // in `order`, of units of one size
  for (std::size_t i = 0; i < order.size(); ++i) places[area(input[order[i]])].push_back(i);
  for (const auto& [size, some] : places)
    for (std::size_t i = 0; i < some.size(); ++i)
      for (std::size_t j = i + 1; j < some.size(); ++j) {
        UnitIndex &first = order[some[i]], &second = order[some[j]];
        if (first > second && same(input[first], input[second])) std::swap(first, second);
      }
  return order;
}

bool same(const Healed& a, const Healed& b) {
  return a.kind == b.kind && same(a.place, b.place) && a.units == b.units && a.given_to == b.given_to &&
         a.area_m2 == b.area_m2;
}

void compare(const Answer& first, const Answer& other, const std::string& when, Broken& broken) {
  if (first.tolerance_m != other.tolerance_m)
    broken.push_back(when + ": tolerance " + number(first.tolerance_m) + " and " + number(other.tolerance_m));
  if (first.rows != other.rows) broken.push_back(when + ": other borders");
  if (!std::ranges::equal(first.healed, other.healed,
                          [](const Healed& a, const Healed& b) { return same(a, b); }))
    broken.push_back(when + ": other healed ground");
  for (const auto& [what, a, b] :
       {std::tuple{"unit", &first.units, &other.units}, std::tuple{"group", &first.groups, &other.groups}}) {
    if (a->size() != b->size()) broken.push_back(when + ": other number of outlines");
    for (std::size_t i = 0; i < std::min(a->size(), b->size()); ++i)
      if (!same((*a)[i], (*b)[i])) {
        const bool ground = core::geom::same_ground((*a)[i], (*b)[i]);
        broken.push_back(when + ": other polygon of " + what + " " + std::to_string(i) +
                         (ground ? ", the same ground" : ""));
        break;
      }
  }
}

/// Boxes around every area, to ask few of them.
class Places {
 public:
  explicit Places(AreaSpan areas) : areas_(areas) {
    for (const MultiPolygon& one : areas) {
      boxes_.emplace_back();
      bg::assign_inverse(boxes_.back());
      if (!one.empty()) bg::envelope(one, boxes_.back());
    }
  }
  [[nodiscard]] std::vector<UnitIndex> at(const Point& p) const {
    std::vector<UnitIndex> units;
    for (UnitIndex unit = 0; unit < areas_.size(); ++unit)
      if (bg::covered_by(p, boxes_[unit]) && bg::covered_by(p, areas_[unit])) units.push_back(unit);
    return units;
  }
  /// How far the nearest border of any is, up to `most`.
  [[nodiscard]] double from_border(const Point& p, double most) const {
    double nearest = most;
    for (UnitIndex unit = 0; unit < areas_.size(); ++unit) {
      if (areas_[unit].empty() || bg::distance(p, boxes_[unit]) > nearest) continue;
      const auto ring = [&](const auto& points) {
        for (std::size_t i = 0; i + 1 < points.size(); ++i)
          nearest = std::min(nearest, bg::distance(p, bg::model::segment<Point>(points[i], points[i + 1])));
      };
      for (const auto& polygon : areas_[unit]) {
        ring(polygon.outer());
        for (const auto& hole : polygon.inners()) ring(hole);
      }
    }
    return nearest;
  }

 private:
  AreaSpan areas_;
  std::vector<core::geom::Box> boxes_;
};

}  // namespace

std::string laws_as_text(const Broken& broken) {
  std::string text;
  for (std::size_t i = 0; i < std::min<std::size_t>(broken.size(), 12); ++i) text += broken[i] + "\n";
  if (broken.size() > 12) text += "and " + std::to_string(broken.size() - 12) + " more\n";
  return text;
}

Broken outlines_are_whole(const Topology& topology, GroupSpan groups) {
  Broken broken;
  const auto units = areas(topology);
  const auto outlines = dissolve(topology, groups);
  if (!outlines) return {"not dissolved: " + told(outlines.error())};
  std::vector<double> expected(outlines->size());
  for (std::size_t unit = 0; unit < units.size(); ++unit) {
    if (groups[unit] != no_group) expected[groups[unit]] += area(units[unit]);
    if (const std::string fault = units[unit].empty() ? "" : core::geom::fault_of(units[unit]);
        !fault.empty())
      broken.push_back("unit " + std::to_string(unit) + " is not valid: " + fault);
  }
  for (std::size_t group = 0; group < outlines->size(); ++group) {
    const double found = area(outlines->at(group));
    if (std::abs(found - expected[group]) > 1e-9 * expected[group] + 1e-3)
      broken.push_back("group " + std::to_string(group) + " has " + number(found) + " m2, its units " +
                       number(expected[group]));
    if (const std::string fault =
            outlines->at(group).empty() ? "" : core::geom::fault_of(outlines->at(group));
        !fault.empty())
      broken.push_back("group " + std::to_string(group) + " is not valid: " + fault);
  }
  return broken;
}

Broken ground_adds_up(const Topology& topology, AreaSpan input) {
  double expected = 0, found = 0;
  for (const MultiPolygon& one : input) expected += std::abs(area(one));
  for (const Healed& one : topology.healed()) {
    const double extra = static_cast<double>(one.units.size()) - 1;
    expected += one.kind == Healed::Kind::gap ? one.area_m2 : -extra * one.area_m2;
  }
  for (const MultiPolygon& one : areas(topology)) found += area(one);
  if (std::abs(found - expected) <= 1e-9 * expected + 1) return {};
  return {"all units have " + number(found) + " m2; the input, overlaps once and with filled gaps, " +
          number(expected)};
}

Broken ground_is_kept(const Topology& topology, AreaSpan input, std::uint64_t seed) {
  Broken broken;
  const auto healed = areas(topology);
  const Places before(input), after(healed);
  std::map<UnitIndex, double> filled;
  for (const Healed& one : topology.healed())
    if (one.kind == Healed::Kind::gap) filled[one.given_to] += one.area_m2;
  const double tolerance_m = topology.tolerance_m();
  std::vector<Point> vertices;
  for (const MultiPolygon& one : input)
    for (const auto& polygon : one)
      vertices.insert(vertices.end(), polygon.outer().begin(), polygon.outer().end());
  constexpr std::size_t places = 300;
  for (std::size_t i = 0; i < places && !vertices.empty(); ++i) {
    const auto chosen =
        static_cast<std::size_t>((noise(seed, i, 1) + 1) / 2 * static_cast<double>(vertices.size()));
    constexpr double aside_m[] = {2, 20, 200, 2000};  // most of what is healed lies close to vertices
    const double far = aside_m[i % 4], angle = M_PI * noise(seed, i, 2),
                 by = far * std::abs(noise(seed, i, 3));
    const Point p{vertices[chosen].x() + by * std::cos(angle), vertices[chosen].y() + by * std::sin(angle)};
    if (before.from_border(p, 1) < 0.01) continue;  // on a border, any side may have it
    const auto had = before.at(p), has = after.at(p);
    if (has.size() > 1)
      broken.push_back(place(p) + " is of units " + std::to_string(has[0]) + " and " +
                       std::to_string(has[1]));
    if (!had.empty() && has.empty())
      broken.push_back(place(p) + " of unit " + std::to_string(had[0]) + " was lost");
    if (has.empty()) continue;
    if (!had.empty() && std::ranges::find(had, has[0]) == had.end())
      broken.push_back(place(p) + " of unit " + std::to_string(had[0]) + " was given to " +
                       std::to_string(has[0]) + ", which did not cover it");
    if (!had.empty()) continue;
    if (!filled.contains(has[0]))
      broken.push_back(place(p) + " was nobody's, is of " + std::to_string(has[0]) + " and not listed");
    if (before.from_border(p, tolerance_m + 1) > tolerance_m / 2 + 0.01)
      broken.push_back(place(p) + " lies in a gap wider than " + number(tolerance_m) + " m and was filled");
  }
  return broken;
}

Broken healed_places_lie_in_their_units(const Topology& topology) {
  Broken broken;
  const auto units = areas(topology);
  std::vector<core::geom::Box> boxes;
  for (const MultiPolygon& unit : units) boxes.push_back(bg::return_envelope<core::geom::Box>(unit));
  constexpr double rounding_m = 1e-3;
  for (const Healed& one : topology.healed()) {
    const UnitIndex unit = one.given_to;
    if (bg::distance(one.place, boxes[unit]) <= rounding_m &&
        bg::distance(one.place, units[unit]) <= rounding_m)
      continue;
    broken.push_back(place(one.place) + " was given to unit " + std::to_string(unit) +
                     ", which is not there");
  }
  return broken;
}

Broken no_unit_vanishes(const Topology& topology, AreaSpan input) {
  Broken broken;
  const auto units = areas(topology);
  for (UnitIndex unit = 0; unit < input.size(); ++unit) {
    if (std::abs(area(input[unit])) == 0 || (unit < units.size() && area(units[unit]) > 0)) continue;
    const bool twice = std::ranges::any_of(topology.healed(), [&](const Healed& one) {
      return one.kind == Healed::Kind::overlap && one.given_to != unit &&
             std::ranges::binary_search(one.units, unit);
    });
    bool copy = false;
    for (UnitIndex other = 0; other < input.size() && !copy; ++other)
      copy = other != unit &&
             std::abs(area(input[other]) - area(input[unit])) < 1e-6 * std::abs(area(input[unit])) &&
             core::geom::same_ground(input[other], input[unit]);
    if (!copy)
      broken.push_back("unit " + std::to_string(unit) + " of " + number(area(input[unit])) +
                       " m2 vanished, and is no copy");
    if (copy && !twice)
      broken.push_back("unit " + std::to_string(unit) +
                       " vanished as a copy, and it is not said to whom it went");
  }
  return broken;
}

Broken more_tolerance_loses_nothing(AreaSpan input, std::span<const double> tolerances_m) {
  Broken broken;
  std::map<std::pair<UnitIndex, UnitIndex>, Border> before;
  for (std::size_t i = 0; i < tolerances_m.size(); ++i) {
    const auto topology = build(input, tolerances_m[i], broken);
    if (!topology) return broken;
    std::map<std::pair<UnitIndex, UnitIndex>, Border> now;
    for (const Border& row : borders(*topology)) now[{row.a, row.b}] = row;
    for (const auto& [pair, row] : before) {
      const auto found = now.find(pair);
      const std::string text = pair_text(row) + " at " + number(tolerances_m[i - 1]) + " m is " +
                               std::string(name_of(row.kind)) + " of " + number(row.length_m) + " m, at " +
                               number(tolerances_m[i]) + " m " +
                               (found == now.end() ? "nothing" : std::string(name_of(found->second.kind)));
      const bool lost_link = links(row, {}) && (found == now.end() || !links(found->second, {}));
      const bool lost_edge =
          row.kind == BorderKind::edge && (found == now.end() || found->second.kind != BorderKind::edge);
      if (lost_link || lost_edge) broken.push_back(text);
    }
    before = std::move(now);
  }
  return broken;
}

Broken order_and_threads_do_not_matter(AreaSpan input, GroupSpan groups, std::optional<double> tolerance_m,
                                       std::uint64_t seed) {
  Broken broken;
  std::vector<UnitIndex> order(input.size());
  std::iota(order.begin(), order.end(), UnitIndex{0});
  const auto first = answer(input, groups, tolerance_m, order, broken);
  if (!first) return broken;
  {
    const tbb::global_control one(tbb::global_control::max_allowed_parallelism, 1);
    if (const auto alone = answer(input, groups, tolerance_m, order, broken))
      compare(*first, *alone, "one thread", broken);
  }
  if (const auto other = answer(input, groups, tolerance_m, another_order(input, seed), broken))
    compare(*first, *other, "another order", broken);
  return broken;
}

}  // namespace vicinia::test
