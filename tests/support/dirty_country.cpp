#include "support/dirty_country.h"

#include <tbb/parallel_for.h>
#include <tbb/parallel_sort.h>

#include <algorithm>
#include <array>
#include <bit>
#include <boost/geometry.hpp>
#include <cmath>
#include <iterator>
#include <limits>
#include <map>
#include <tuple>

#include "support/synthetic_country.h"

namespace vicinia::test {
namespace {

namespace bg = boost::geometry;
using core::geom::MultiPolygon;
using core::geom::Point;
using core::geom::Polygon;
using core::geom::Ring;
using Line = bg::model::linestring<Point>;
using Unit = std::uint32_t;
using Pair = DirtyCountry::Pair;

constexpr Unit sea = std::numeric_limits<Unit>::max();
/// How far north of each other rows of provinces are drawn: 1.5 km apart where their border is steepest.
constexpr double strait_m = 5'000;

std::uint64_t bits(double value) { return std::bit_cast<std::uint64_t>(value); }
std::pair<double, double> key(const Point& p) { return {p.x(), p.y()}; }
Pair ordered(Unit a, Unit b) { return a < b ? Pair{a, b} : Pair{b, a}; }
Point at_share(const Point& a, const Point& b, double share) {
  return {a.x() + share * (b.x() - a.x()), a.y() + share * (b.y() - a.y())};
}
double distance(const Point& a, const Point& b) { return std::hypot(b.x() - a.x(), b.y() - a.y()); }
double length_of(const Line& line) { return static_cast<double>(bg::length(line)); }
/// To the left of the way from a to b: out of a unit, whose ring runs clockwise.
Point outward(const Point& a, const Point& b) {
  const double length = std::max(distance(a, b), 1e-9);
  return {-(b.y() - a.y()) / length, (b.x() - a.x()) / length};
}
Point moved(const Point& p, const Point& direction, double by) {
  return {p.x() + by * direction.x(), p.y() + by * direction.y()};
}
void sort_unique(std::vector<Pair>& pairs) {
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
}

/// Part of a unit's ring with one unit (or the sea) on its other side.
struct Stretch {
  Unit other = sea;
  Line points{};
};

/// The rings of a clean country, cut where the unit on the other side changes. Found from the vertices alone:
/// nothing of core takes part.
std::vector<std::vector<Stretch>> cut_at_nodes(const std::vector<MultiPolygon>& areas) {
  using Segment = std::tuple<double, double, double, double, Unit>;
  std::vector<Segment> segments;
  for (Unit unit = 0; unit < areas.size(); ++unit)
    for (const Polygon& polygon : areas[unit])
      for (std::size_t i = 0; i + 1 < polygon.outer().size(); ++i) {
        const Point &a = polygon.outer()[i], &b = polygon.outer()[i + 1];
        segments.emplace_back(a.x(), a.y(), b.x(), b.y(), unit);
      }
  tbb::parallel_sort(segments);
  const auto beyond = [&](const Point& a, const Point& b) {
    const Segment reverse{b.x(), b.y(), a.x(), a.y(), 0};
    const auto found = std::lower_bound(segments.begin(), segments.end(), reverse);
    const bool there = found != segments.end() && std::get<0>(*found) == b.x() &&
                       std::get<1>(*found) == b.y() && std::get<2>(*found) == a.x() &&
                       std::get<3>(*found) == a.y();
    return there ? std::get<4>(*found) : sea;
  };
  std::vector<std::vector<Stretch>> result(areas.size());
  tbb::parallel_for(std::size_t{0}, areas.size(), [&](std::size_t unit) {
    if (areas[unit].empty()) return;
    Ring ring = areas[unit][0].outer();
    ring.pop_back();
    std::vector<Unit> others;
    for (std::size_t i = 0; i < ring.size(); ++i)
      others.push_back(beyond(ring[i], ring[(i + 1) % ring.size()]));
    std::size_t start = 0;
    while (start < ring.size() && others[start] == others[(start + ring.size() - 1) % ring.size()]) ++start;
    start %= ring.size();
    for (std::size_t i = 0; i < ring.size(); ++i) {
      const std::size_t here = (start + i) % ring.size();
      if (i == 0 || others[here] != result[unit].back().other)
        result[unit].push_back({others[here], {ring[here]}});
      result[unit].back().points.push_back(ring[(here + 1) % ring.size()]);
    }
  });
  return result;
}

class Spoiler {
 public:
  explicit Spoiler(const DirtOptions& options) : o_(options), budget_(options.dirt_m / 2) {
    columns_ = static_cast<std::size_t>(std::ceil(std::sqrt(static_cast<double>(o_.units))));
    rows_ = (o_.units + columns_ - 1) / columns_;
  }

  DirtyCountry make() {
    country_.least_border_m = 3 * o_.dirt_m;
    divide();
    if (o_.kind == Dirt::t_junctions) {
      lay_bricks();
      return std::move(country_);
    }
    clean_ = make_country({.columns = columns_,
                           .rows = rows_,
                           .vertices_per_side = o_.vertices_per_side,
                           .seed = o_.seed,
                           .bricks = true,
                           .side_m = o_.side_m,
                           .bend_decay = 0.9,
                           .short_borders = true})
                 .areas;
    if (o_.kind == Dirt::inlets || o_.kind == Dirt::mixed) flood();
    stretches_ = cut_at_nodes(clean_);
    tell_the_truth();
    find_node_normals();
    country_.areas.resize(clean_.size());
    tbb::parallel_for(std::size_t{0}, clean_.size(),
                      [&](std::size_t unit) { draw(static_cast<Unit>(unit)); });
    if (o_.kind == Dirt::shifted || o_.kind == Dirt::moved || o_.kind == Dirt::straits) move_provinces();
    if (o_.kind == Dirt::split || o_.kind == Dirt::mixed) split();
    if (o_.kind == Dirt::duplicates || o_.kind == Dirt::mixed) duplicate();
    if (o_.kind == Dirt::enclaves || o_.kind == Dirt::mixed) put_enclaves();
    sort_unique(country_.edges);
    sort_unique(country_.undecidable);
    std::vector<Pair> neither;
    std::set_difference(country_.undecidable.begin(), country_.undecidable.end(), country_.edges.begin(),
                        country_.edges.end(), std::back_inserter(neither));
    country_.undecidable = std::move(neither);
    return std::move(country_);
  }

 private:
  // ---- provinces
  // ------------------------------------------------------------------------------------------------------

  [[nodiscard]] std::vector<std::size_t> cuts(std::size_t count, std::size_t least, std::size_t most,
                                              std::uint64_t salt) const {
    std::vector<std::size_t> ends;
    for (std::size_t end = 0; end < count;) {
      const double share = (noise(o_.seed, salt, end) + 1) / 2;
      std::size_t size = least + static_cast<std::size_t>(share * static_cast<double>(most - least + 1));
      if (count - end <= most)
        size = count - end;
      else if (count - end - size < least)
        size = count - end - least;
      ends.push_back(end += size);
    }
    return ends;
  }

  void divide() {
    country_.province.resize(columns_ * rows_);
    band_of_row_.resize(rows_);
    Unit province = 0;
    std::size_t row = 0;
    const auto bands = cuts(rows_, 2, 4, 1001);
    for (std::size_t band = 0; band < bands.size(); ++band) {
      const std::size_t first = row;
      std::size_t column = 0;
      for (const std::size_t end : cuts(columns_, 3, 4, 2000 + band)) {
        for (std::size_t r = first; r < bands[band]; ++r)
          for (std::size_t c = column; c < end; ++c) country_.province[r * columns_ + c] = province;
        column = end;
        ++province;
      }
      for (; row < bands[band]; ++row) band_of_row_[row] = band;
    }
  }

  // ---- the truth
  // ------------------------------------------------------------------------------------------------------

  void tell_the_truth() {
    std::map<Pair, double> length;
    std::map<std::pair<double, double>, std::vector<Unit>> at_node;
    for (Unit unit = 0; unit < stretches_.size(); ++unit)
      for (const Stretch& stretch : stretches_[unit]) {
        for (const Point& node : {stretch.points.front(), stretch.points.back()})
          at_node[key(node)].push_back(unit);
        if (stretch.other != sea && unit < stretch.other && !strait_between(unit, stretch.other))
          length[{unit, stretch.other}] += length_of(stretch.points);
      }
    for (const auto& [pair, metres] : length)
      (metres > country_.least_border_m ? country_.edges : country_.undecidable).push_back(pair);
    const auto all_pairs = [&](const std::vector<Unit>& units) {
      for (const Unit a : units)
        for (const Unit b : units)
          if (a < b && !strait_between(a, b)) country_.undecidable.emplace_back(a, b);
    };
    for (const auto& [node, units] : at_node) all_pairs(units);
    for (const auto& unit : stretches_)
      for (const Stretch& stretch : unit)
        if (length_of(stretch.points) <= country_.least_border_m) {
          std::vector<Unit> units = at_node[key(stretch.points.front())];
          const auto& more = at_node[key(stretch.points.back())];
          units.insert(units.end(), more.begin(), more.end());
          all_pairs(units);
        }
  }

  [[nodiscard]] std::size_t band(Unit unit) const { return band_of_row_[unit / columns_]; }
  [[nodiscard]] bool strait_between(Unit a, Unit b) const {
    return o_.kind == Dirt::straits && band(a) != band(b);
  }

  // ---- borders as their owners draw them
  // ------------------------------------------------------------------------------

  [[nodiscard]] Dirt kind_of(Unit unit) const {
    switch (o_.kind) {
      case Dirt::straits:
      case Dirt::duplicates:
      case Dirt::enclaves:
      case Dirt::split: return Dirt::resampled;
      case Dirt::mixed: break;
      default: return o_.kind;
    }
    constexpr std::array kinds{Dirt::resampled, Dirt::generalised, Dirt::twice,  Dirt::overlaps,
                               Dirt::gaps,      Dirt::rivers,      Dirt::slivers};
    const double share = (noise(o_.seed, country_.province[unit], 77) + 1) / 2;
    return kinds[static_cast<std::size_t>(share * kinds.size())];
  }
  /// Who draws the unit's borders. Its lines with another owner are drawn by each of the two.
  [[nodiscard]] std::uint64_t owner(Unit unit) const {
    const Dirt kind = kind_of(unit);
    const bool by_itself = kind == Dirt::twice || kind == Dirt::slivers || kind == Dirt::inlets;
    return by_itself ? (std::uint64_t{1} << 32U) + unit : country_.province[unit];
  }
  [[nodiscard]] bool is_seam(Unit unit, const Stretch& stretch) const {
    return stretch.other != sea && owner(unit) != owner(stretch.other);
  }
  /// A number in [-1, 1) for a place as this owner sees it.
  [[nodiscard]] double draw_of(std::uint64_t owner, const Point& p, std::uint64_t which) const {
    return noise(o_.seed + 31 * which + 1009 * owner, bits(p.x()), bits(p.y()));
  }
  [[nodiscard]] double spacing() const { return o_.side_m / static_cast<double>(o_.vertices_per_side + 1); }

  void find_node_normals() {
    for (Unit unit = 0; unit < stretches_.size(); ++unit)
      for (const Stretch& stretch : stretches_[unit]) {
        if (!is_seam(unit, stretch)) continue;
        const Line& line = stretch.points;
        for (const auto& [node, normal] :
             {std::pair{line.front(), outward(line[0], line[1])},
              std::pair{line.back(), outward(line[line.size() - 2], line.back())}}) {
          Point& sum = normals_.try_emplace({owner(unit), key(node)}, Point{0, 0}).first->second;
          sum = moved(sum, normal, 1);
        }
      }
  }

  /// Where the owner of the unit puts a node of its seams; a node within its own ground stays.
  [[nodiscard]] Point node(Unit unit, const Point& p) const {
    const auto normal = normals_.find({owner(unit), key(p)});
    if (normal == normals_.end()) return p;
    const Point out = outward({0, 0}, {normal->second.y(), -normal->second.x()});
    switch (kind_of(unit)) {
      case Dirt::resampled:
      case Dirt::twice:
      case Dirt::slivers: return jittered(owner(unit), p, std::min(budget_ / 2, 0.15 * spacing()));
      case Dirt::overlaps: return moved(p, out, budget_);
      case Dirt::gaps:
      case Dirt::rivers: return moved(p, out, -budget_);
      case Dirt::inlets: return at_sea(p) ? moved(p, out, -budget_) : p;
      default: return p;
    }
  }
  [[nodiscard]] Point jittered(std::uint64_t owner, const Point& p, double by) const {
    const double angle = M_PI * draw_of(owner, p, 1), far = by * std::abs(draw_of(owner, p, 2));
    return {p.x() + far * std::cos(angle), p.y() + far * std::sin(angle)};
  }
  [[nodiscard]] bool at_sea(const Point& p) const { return coast_.contains(key(p)); }

  [[nodiscard]] Line resampled(const Line& line, std::uint64_t owner) const {
    Line more;
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
      more.push_back(line[i]);
      more.push_back(at_share(line[i], line[i + 1], 0.5 + 0.2 * draw_of(owner, line[i], 3)));
    }
    more.push_back(line.back());
    if (budget_ == 0) return more;
    Line result = more;
    for (std::size_t i = 1; i + 1 < more.size(); ++i) {
      const double room = std::min(distance(more[i], more[i - 1]), distance(more[i], more[i + 1]));
      result[i] = jittered(owner, more[i], std::min(budget_ / 2, 0.2 * room));
    }
    return simplified(result, budget_ / 2);
  }
  [[nodiscard]] static Line simplified(const Line& line, double tolerance_m) {
    Line fewer;
    bg::simplify(line, fewer, tolerance_m);
    return fewer;
  }
  /// Every vertex to the outside by what `by` says of its place along the line (0 to 1).
  template <class By>
  [[nodiscard]] static Line pushed(const Line& line, By by) {
    Line result = line;
    const double whole = length_of(line);
    double along = 0;
    for (std::size_t i = 1; i + 1 < line.size(); ++i) {
      along += distance(line[i - 1], line[i]);
      result[i] = moved(line[i], outward(line[i - 1], line[i + 1]), by(line[i], along / whole));
    }
    return result;
  }

  /// A run of seams as the owner of the unit draws it, but for its ends.
  [[nodiscard]] Line drawn(Unit unit, const Line& line) const {
    const std::uint64_t by = owner(unit);
    switch (kind_of(unit)) {
      case Dirt::resampled:
      case Dirt::twice: return resampled(line, by);
      case Dirt::generalised: return simplified(line, budget_ * (0.6 + 0.4 * noise(o_.seed, by, 5)));
      case Dirt::slivers: {
        Line result = line;
        for (Point& p : result) p = jittered(by, p, std::min(budget_, 0.2 * spacing()));
        return result;
      }
      case Dirt::overlaps:
        return pushed(line,
                      [&](const Point& p, double) { return budget_ * (0.75 + 0.25 * draw_of(by, p, 6)); });
      case Dirt::gaps:
        return pushed(line,
                      [&](const Point& p, double) { return -budget_ * (0.75 + 0.25 * draw_of(by, p, 6)); });
      case Dirt::rivers: return pushed(line, [&](const Point&, double) { return -budget_; });
      case Dirt::inlets: {
        const bool first = at_sea(line.front()), last = at_sea(line.back());
        if (!first && !last) return line;
        // Half of them are as wide as at the sea until they end; half narrow down.
        const bool wide = draw_of(0, first ? line.front() : line.back(), 7) > 0;
        return pushed(line, [&](const Point&, double along) {
          const double from_sea = first && last ? 0 : first ? along : 1 - along;
          return -budget_ * (wide ? 1 : std::max(0.15, 1 - from_sea));
        });
      }
      default: return line;
    }
  }

  void draw(Unit unit) {
    const auto& own = stretches_[unit];
    if (own.empty()) return;
    // Nodes between two seams are the neighbours' affair: a run of seams is drawn as one line. Each inlet is
    // a line of its own.
    const bool runs = kind_of(unit) != Dirt::inlets;
    const auto continues = [&](std::size_t i) {
      return runs && is_seam(unit, own[i]) && is_seam(unit, own[(i + own.size() - 1) % own.size()]);
    };
    std::size_t start = 0;
    while (start < own.size() && continues(start)) ++start;
    start %= own.size();
    Ring ring;
    for (std::size_t i = 0; i < own.size();) {
      const Stretch& first = own[(start + i) % own.size()];
      Line line = first.points;
      for (++i; i < own.size() && continues((start + i) % own.size()); ++i) {
        const Line& next = own[(start + i) % own.size()].points;
        line.insert(line.end(), next.begin() + 1, next.end());
      }
      const Point from = node(unit, line.front()), to = node(unit, line.back());
      if (is_seam(unit, first)) line = drawn(unit, line);
      line.front() = from;
      line.back() = to;
      ring.insert(ring.end(), line.begin(), line.end() - 1);
    }
    ring.push_back(ring.front());
    country_.areas[unit].resize(1);
    country_.areas[unit][0].outer() = std::move(ring);
  }

  // ---- what is done to whole units
  // ------------------------------------------------------------------------------------

  /// Bays and lakes of the size of a unit, so that there is more coast.
  void flood() {
    for (Unit unit = 0; unit < clean_.size(); ++unit)
      if (noise(o_.seed, unit, 41) > 0.84) clean_[unit].clear();
    for (Unit unit = 0; unit < clean_.size(); ++unit) {  // what is flooded is no unit: the numbers close up
      if (clean_[unit].empty()) continue;
      clean_[kept_] = clean_[unit];
      country_.province[kept_++] = country_.province[unit];
    }
    clean_.resize(kept_);
    country_.province.resize(kept_);
    for (const auto& unit : cut_at_nodes(clean_))
      for (const Stretch& stretch : unit)
        if (stretch.other == sea)
          for (const Point& p : stretch.points) coast_.try_emplace(key(p), true);
  }

  void move_provinces() {
    const auto last = *std::ranges::max_element(country_.province);
    const auto first_moved =
        static_cast<std::uint32_t>((noise(o_.seed, 52, 1) + 1) / 2 * std::min(last, 20U));
    for (Unit unit = 0; unit < country_.areas.size(); ++unit) {
      const auto province = country_.province[unit];
      Point by{0, 0};
      if (o_.kind == Dirt::straits) by = {0, strait_m * static_cast<double>(band(unit))};
      if (o_.kind == Dirt::shifted) by = aside(M_PI * noise(o_.seed, province, 51), budget_);
      // All of them by the same way: two that are neighbours stay so.
      if (o_.kind == Dirt::moved && province % 20 == first_moved % 20)
        by = aside(M_PI * noise(o_.seed, 53, 1), o_.dirt_m);
      bg::for_each_point(country_.areas[unit], [&](Point& p) { p = {p.x() + by.x(), p.y() + by.y()}; });
    }
  }
  [[nodiscard]] static Point aside(double angle, double by) {
    return {by * std::cos(angle), by * std::sin(angle)};
  }

  /// Cuts through the middle of a unit, from one vertex to another.
  void split() {
    for (Unit unit = 0; unit < clean_.size(); ++unit) {
      if (country_.areas[unit].empty() || noise(o_.seed, unit, 61) < 0.8) continue;
      const Ring ring = country_.areas[unit][0].outer();
      const auto corner = [&](const Point& p) {  // the vertex of the drawn ring that is nearest
        return std::min_element(ring.begin(), ring.end() - 1, [&](const Point& a, const Point& b) {
          return distance(a, p) < distance(b, p);
        });
      };
      bg::model::box<Point> box;
      bg::envelope(ring, box);
      const Point &low = box.min_corner(), &high = box.max_corner();
      auto a = corner({low.x(), (low.y() + high.y()) / 2}), b = corner({high.x(), (low.y() + high.y()) / 2});
      if (b < a) std::swap(a, b);
      Ring one(a, b + 1), two(b, ring.end() - 1);
      two.insert(two.end(), ring.begin(), a + 1);
      for (Ring* part : {&one, &two}) part->push_back(part->front());
      if (one.size() < 5 || two.size() < 5) continue;
      country_.areas[unit] = {Polygon{one}, Polygon{two}};
    }
  }

  [[nodiscard]] bool chosen(Unit unit, std::uint64_t which) const {
    return !clean_[unit].empty() && unit % 50 == (o_.seed + 17 * which) % 50;
  }

  void duplicate() {
    const std::vector<Pair> edges = country_.edges, undecidable = country_.undecidable;
    for (Unit unit = 0; unit < clean_.size(); ++unit) {
      if (!chosen(unit, 1)) continue;
      const auto copy = add(country_.areas[unit], country_.province[unit]);
      country_.undecidable.push_back(ordered(unit, copy));
      copies_.emplace_back(unit, copy);
      for (const auto& [from, to] :
           {std::pair{&edges, &country_.edges}, std::pair{&undecidable, &country_.undecidable}})
        for (const auto& [a, b] : *from)
          if (a == unit || b == unit) to->push_back(ordered(a == unit ? b : a, copy));
    }
    for (const auto& [a, copy_a] : copies_)  // two that are neighbours: so are their copies
      for (const auto& [b, copy_b] : copies_)
        if (a < b && std::ranges::binary_search(edges, Pair{a, b}))
          country_.edges.push_back(ordered(copy_a, copy_b));
  }

  void put_enclaves() {
    for (Unit unit = 0; unit < clean_.size(); ++unit) {
      if (!chosen(unit, 2)) continue;
      MultiPolygon small = country_.areas[unit];
      small.resize(1);
      Point middle{};
      bg::centroid(clean_[unit], middle);
      if (country_.areas[unit].size() > 1) bg::centroid(small, middle);
      bg::for_each_point(small, [&](Point& p) { p = at_share(middle, p, 0.3); });
      country_.edges.push_back(ordered(unit, add(std::move(small), country_.province[unit])));
    }
  }
  Unit add(MultiPolygon area, std::uint32_t province) {
    country_.areas.push_back(std::move(area));
    country_.province.push_back(province);
    return static_cast<Unit>(country_.areas.size() - 1);
  }

  // ---- straight sides
  // -------------------------------------------------------------------------------------------------

  /// Rows of four-cornered units. Rows share the lines between them, but no vertex: the corners of one lie
  /// along sides of the other.
  void lay_bricks() {
    const auto cut = [&](std::size_t row, std::size_t column) {
      const double aside = 0.15 * noise(o_.seed, row, 100 + column);
      return 500'000 + o_.side_m * (static_cast<double>(column) + (row % 2 == 1 ? 0.5 : 0.0) + aside);
    };
    const auto corner = [&](std::size_t row, std::size_t line, std::size_t column) {
      const double aside = budget_ * noise(o_.seed, 1'000 * row + line, 5'000 + column);
      return Point{cut(row, column), 1'000'000 + o_.side_m * static_cast<double>(line) + aside};
    };
    for (std::size_t row = 0; row < rows_; ++row)
      for (std::size_t column = 0; column < columns_; ++column) {
        Polygon polygon;
        polygon.outer() = {corner(row, row, column), corner(row, row + 1, column),
                           corner(row, row + 1, column + 1), corner(row, row, column + 1),
                           corner(row, row, column)};
        country_.areas.push_back({polygon});
        const auto unit = static_cast<Unit>(row * columns_ + column);
        if (column + 1 < columns_) country_.edges.emplace_back(unit, unit + 1);
        if (row + 1 == rows_) continue;
        for (std::size_t above = column == 0 ? 0 : column - 1; above <= std::min(column + 1, columns_ - 1);
             ++above) {
          const double shared = std::min(cut(row, column + 1), cut(row + 1, above + 1)) -
                                std::max(cut(row, column), cut(row + 1, above));
          const auto other = static_cast<Unit>((row + 1) * columns_ + above);
          if (shared > country_.least_border_m) country_.edges.emplace_back(unit, other);
        }
      }
    sort_unique(country_.edges);
  }

  DirtOptions o_;
  double budget_;  ///< how far each of the two sides may be from the truth
  std::size_t columns_ = 0, rows_ = 0;
  Unit kept_ = 0;
  DirtyCountry country_{};
  std::vector<std::size_t> band_of_row_{};
  std::vector<MultiPolygon> clean_{};
  std::vector<std::vector<Stretch>> stretches_{};
  std::map<std::pair<std::uint64_t, std::pair<double, double>>, Point>
      normals_{};  ///< sums, out of the owner's ground
  std::map<std::pair<double, double>, bool> coast_{};
  std::vector<Pair> copies_{};
};

}  // namespace

std::string name_of(Dirt kind) {
  constexpr std::array<const char*, dirt_count> names{
      "resampled", "shifted", "moved",      "generalised", "twice",       "overlaps", "gaps",  "inlets",
      "rivers",    "straits", "duplicates", "enclaves",    "t_junctions", "slivers",  "split", "mixed"};
  return names[static_cast<std::size_t>(kind)];
}

DirtyCountry make_dirty_country(const DirtOptions& options) { return Spoiler(options).make(); }

std::vector<MultiPolygon> in_degrees(std::vector<MultiPolygon> areas) {
  for (MultiPolygon& area : areas)
    bg::for_each_point(area, [](Point& p) {
      p = {102 + (p.x() - 500'000) / 108'000, 9 + (p.y() - 1'000'000) / 110'600};
    });
  return areas;
}

Accuracy accuracy(const DirtyCountry& country, std::span<const core::topology::Border> rows,
                  const core::topology::LinkRule& rule) {
  std::vector<Pair> found;
  for (const auto& row : rows)
    if (links(row, rule) && !std::ranges::binary_search(country.undecidable, Pair{row.a, row.b}))
      found.emplace_back(row.a, row.b);
  sort_unique(found);
  Accuracy result{
      .found = found.size(), .right = 0, .wanted = country.edges.size(), .missing = {}, .wrong = {}};
  std::ranges::set_difference(country.edges, found, std::back_inserter(result.missing));
  std::ranges::set_difference(found, country.edges, std::back_inserter(result.wrong));
  result.right = result.wanted - result.missing.size();
  return result;
}

}  // namespace vicinia::test
