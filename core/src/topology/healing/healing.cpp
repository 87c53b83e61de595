#include "topology/healing/healing.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <span>
#include <utility>

namespace vicinia::core::topology::detail {

using geom::Point;

Healing::Healing(const Arrangement& arrangement, const FlatRings& rings)
    : arrangement_(arrangement),
      rings_(rings),
      owner_(arrangement.face_count(), outside),
      ground_(rings.unit_count),
      first_(rings.unit_count, Point(std::numeric_limits<double>::max(), 0)) {
  std::vector<std::pair<UnitIndex, double>>
      parts;  // added in the order of their size, whatever the order of the faces
  for (FaceIndex face = 0; face < arrangement.face_count(); ++face)
    for (const UnitIndex unit : arrangement.cover(face)) parts.emplace_back(unit, arrangement.area_m2(face));
  std::ranges::sort(parts);
  for (const auto& [unit, area] : parts) ground_[unit] += area;
  const BorderLines& lines = arrangement.lines();
  for (std::size_t line = 0; line < lines.size(); ++line)
    for (const auto side : {lines.right(line), lines.left(line)})
      for (const UnitIndex unit : side)
        for (const PointId id : {lines.points(line).front(), lines.points(line).back()})
          if (before(rings.points[id], first_[unit])) first_[unit] = rings.points[id];
  share_out_overlaps();
  tbb::parallel_for(std::size_t{0}, healed_.size(),
                    [&](std::size_t i) { healed_[i].place = arrangement.place_in(given_[i]); });
}

/// An order of units that does not depend on their numbers, but for units that are the same.
bool Healing::is_first(UnitIndex a, UnitIndex b) const {
  if (ground_[a] != ground_[b]) return ground_[a] > ground_[b];
  return before(first_[a], first_[b]);
}

/// Of the units that `owner` names on the other side of the face's lines, the one with the longest border; outside: there is none.
template <class Owner>
UnitIndex Healing::longest_border(FaceIndex face, Owner owner) const {
  std::vector<std::pair<UnitIndex, double>> parts;
  for (const std::uint32_t first : arrangement_.loops_of(face)) {
    std::uint32_t half = first;
    do {
      if (const UnitIndex unit = owner(arrangement_.face_of(half ^ 1U)); unit != outside)
        parts.emplace_back(unit, arrangement_.length_m(half / 2));
      half = arrangement_.next(half);
    } while (half != first);
  }
  std::sort(parts.begin(), parts.end());  // the same sum whatever the order of the lines
  UnitIndex best = outside;
  double best_length = -1;
  for (std::size_t i = 0; i < parts.size();) {
    double length = 0;
    const UnitIndex unit = parts[i].first;
    for (; i < parts.size() && parts[i].first == unit; ++i) length += parts[i].second;
    if (length > best_length || (length == best_length && is_first(unit, best))) {
      best = unit;
      best_length = length;
    }
  }
  return best;
}

void Healing::give(FaceIndex face, UnitIndex unit) {
  owner_[face] = unit;
  const auto cover = arrangement_.cover(face);
  given_.push_back(face);
  healed_.push_back({.kind = Healed::Kind::overlap,
                     .units = {cover.begin(), cover.end()},
                     .given_to = unit,
                     .area_m2 = arrangement_.area_m2(face),
                     .perimeter_m = arrangement_.perimeter_m(face)});
}

void Healing::share_out_overlaps() {
  std::vector<FaceIndex> open;
  for (FaceIndex face = 1; face < arrangement_.face_count(); ++face) {
    const auto cover = arrangement_.cover(face);
    if (cover.size() == 1) owner_[face] = cover.front();
    if (cover.size() > 1) open.push_back(face);
  }
  constexpr double most = 0.5;
  const auto share = [&](FaceIndex face, UnitIndex unit) {
    return ground_[unit] > 0 ? arrangement_.area_m2(face) / ground_[unit] : 0;
  };
  std::vector<FaceIndex> rest;
  for (const FaceIndex face : open) {
    UnitIndex owner = outside;
    for (const UnitIndex unit : arrangement_.cover(face))
      if (share(face, unit) > most && (owner == outside || share(face, unit) > share(face, owner) ||
                                       (share(face, unit) == share(face, owner) && is_first(unit, owner))))
        owner = unit;
    if (owner != outside)
      give(face, owner);
    else
      rest.push_back(face);
  }
  // First by the ground that is one unit's alone, then by what was given in the round before; what is left is the first one's.
  while (!rest.empty()) {
    std::vector<std::pair<FaceIndex, UnitIndex>> given;
    std::vector<FaceIndex> left;
    for (const FaceIndex face : rest) {
      const auto cover = arrangement_.cover(face);
      const UnitIndex owner = longest_border(face, [&](FaceIndex beyond) {
        const UnitIndex unit = owner_[beyond];
        return unit != outside && std::binary_search(cover.begin(), cover.end(), unit) ? unit : outside;
      });
      if (owner != outside)
        given.emplace_back(face, owner);
      else
        left.push_back(face);
    }
    if (given.empty()) {
      for (const FaceIndex face : left) {
        const auto cover = arrangement_.cover(face);
        given.emplace_back(face, *std::min_element(cover.begin(), cover.end(),
                                                   [&](UnitIndex a, UnitIndex b) { return is_first(a, b); }));
      }
      left.clear();
    }
    for (const auto& [face, owner] : given) give(face, owner);
    rest = std::move(left);
  }
}

namespace {

/// Length of the rectangle with the same area and perimeter: of a sliver, how far it goes along the border.
double length_of(double area_m2, double perimeter_m) {
  const double half = perimeter_m / 2, under = half * half - 4 * area_m2;
  return under > 0 ? (half + std::sqrt(under)) / 2 : std::sqrt(area_m2);
}

void add_pairs(std::span<const UnitIndex> units, const Contact& contact, std::vector<Contact>& to) {
  for (std::size_t i = 0; i < units.size(); ++i)
    for (std::size_t j = i + 1; j < units.size(); ++j) {
      if (units[i] == units[j]) continue;
      to.push_back(contact);
      to.back().a = std::min(units[i], units[j]);
      to.back().b = std::max(units[i], units[j]);
    }
}

}  // namespace

std::vector<Contact> Healing::contacts() const {
  std::vector<Contact> contacts;
  const BorderLines& lines = arrangement_.lines();
  for (std::size_t line = 0; line < lines.size(); ++line)
    for (const UnitIndex a : lines.right(line))
      for (const UnitIndex b : lines.left(line))
        if (a != b)
          contacts.push_back({.a = std::min(a, b),
                              .b = std::max(a, b),
                              .kind = BorderKind::edge,
                              .length_m = arrangement_.length_m(line)});
  const auto for_each_end = [&](auto visit) {
    for (std::size_t line = 0; line < lines.size(); ++line)
      for (const PointId node : {lines.points(line).front(), lines.points(line).back()})
        for (const auto side : {lines.right(line), lines.left(line)})
          for (const UnitIndex unit : side) visit(node, unit);
  };
  std::vector<std::uint32_t> start(rings_.points.size() + 1);
  for_each_end([&](PointId node, UnitIndex) { ++start[node + 1]; });
  std::partial_sum(start.begin(), start.end(), start.begin());
  std::vector<UnitIndex> at_nodes(start.back());
  std::vector<std::uint32_t> to(start.begin(), start.end() - 1);
  for_each_end([&](PointId node, UnitIndex unit) { at_nodes[to[node]++] = unit; });
  std::vector<std::pair<UnitIndex, UnitIndex>> corners;
  for (std::size_t node = 0; node < rings_.points.size(); ++node) {
    const auto begin = at_nodes.begin() + start[node];
    auto end = at_nodes.begin() + start[node + 1];
    std::sort(begin, end);
    end = std::unique(begin, end);
    for (auto a = begin; a != end; ++a)
      for (auto b = a + 1; b != end; ++b)
        if (corners.empty() || corners.back() != std::pair(*a, *b)) corners.emplace_back(*a, *b);
  }
  std::ranges::sort(corners);  // two units that meet at many points are told once
  const auto again = std::ranges::unique(corners);
  corners.erase(again.begin(), again.end());
  for (const auto& [a, b] : corners) contacts.push_back({.a = a, .b = b, .kind = BorderKind::corner});
  constexpr double much = 0.1;
  std::vector<std::pair<UnitIndex, UnitIndex>> copies;
  for (FaceIndex face = 1; face < arrangement_.face_count(); ++face) {
    const auto cover = arrangement_.cover(face);
    if (cover.size() < 2) continue;
    const double area = arrangement_.area_m2(face), around = arrangement_.perimeter_m(face);
    const auto first = static_cast<std::ptrdiff_t>(contacts.size());
    add_pairs(cover, {.kind = BorderKind::overlap, .length_m = length_of(area, around), .area_m2 = area},
              contacts);
    // One unit that stands there twice is not its own neighbour.
    constexpr double all = 1 - 1e-9;
    for (auto contact = contacts.begin() + first; contact != contacts.end(); ++contact)
      if (area >= all * std::max(ground_[contact->a], ground_[contact->b]))
        copies.emplace_back(contact->a, contact->b);
    for (auto contact = contacts.begin() + first; contact != contacts.end(); ++contact)
      if (area >= much * std::min(ground_[contact->a], ground_[contact->b])) {
        contact->is_much = true;
        contact->length_m = around;
      }
  }
  std::erase_if(contacts, [&](const Contact& contact) {
    return std::ranges::find(copies, std::pair(contact.a, contact.b)) != copies.end();
  });
  return contacts;
}

std::vector<Finding> Healing::findings() const {
  std::vector<double> perimeter(rings_.unit_count);
  std::map<std::pair<UnitIndex, UnitIndex>, double> together;
  const BorderLines& lines = arrangement_.lines();
  for (std::size_t line = 0; line < lines.size(); ++line)
    for (const auto side : {lines.right(line), lines.left(line)}) {
      for (const UnitIndex unit : side) perimeter[unit] += arrangement_.length_m(line);
      for (std::size_t i = 0; i < side.size(); ++i)
        for (std::size_t j = i + 1; j < side.size(); ++j)
          if (side[i] != side[j])
            together[{std::min(side[i], side[j]), std::max(side[i], side[j])}] += arrangement_.length_m(line);
    }
  std::vector<Finding> findings;
  for (const auto& [pair, length] : together) {
    const auto [a, b] = pair;
    if (length > std::max(perimeter[a], perimeter[b]) * (1 - 1e-12))
      findings.push_back(
          {.kind = Finding::Kind::duplicate, .place = first_[a], .units = {a, b}, .size = ground_[a]});
  }
  std::map<UnitIndex, Point> tangled;
  for (const auto& [unit, face] : arrangement_.tangled()) {
    const Point place = arrangement_.place_in(face);
    const auto [entry, is_new] = tangled.try_emplace(unit, place);
    if (!is_new && before(place, entry->second)) entry->second = place;
  }
  for (const auto& [unit, place] : tangled)
    findings.push_back({.kind = Finding::Kind::invalid_ring, .place = place, .units = {unit}, .size = 0});
  return findings;
}

FlatRings Healing::healed_rings() const {
  struct Found {
    UnitIndex unit;
    std::vector<PointId> points;
  };
  std::vector<Found> found;
  const auto owner_of = [&](std::uint32_t half) { return owner_[arrangement_.face_of(half)]; };
  const auto halves = static_cast<std::uint32_t>(2 * arrangement_.lines().size());
  std::vector<std::uint8_t> is_done(halves);
  for (std::uint32_t start = 0; start < halves; ++start) {
    const UnitIndex unit = owner_of(start);
    if (is_done[start] != 0 || unit == outside || owner_of(start ^ 1U) == unit) continue;
    Found ring{.unit = unit, .points = {}};
    std::uint32_t half = start;
    do {
      is_done[half] = 1;
      arrangement_.append(half, ring.points);
      half = arrangement_.next(half);
      while (owner_of(half ^ 1U) == unit)
        half = arrangement_.next(half ^ 1U);  // a line between two faces of the unit is no border
    } while (half != start);
    found.push_back(std::move(ring));
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const Found& a, const Found& b) { return a.unit < b.unit; });
  FlatRings rings;
  rings.unit_count = rings_.unit_count;
  rings.points = rings_.points;
  for (const Found& ring : found) rings.add_ring(ring.unit, ring.points);
  return rings;
}

}  // namespace vicinia::core::topology::detail
