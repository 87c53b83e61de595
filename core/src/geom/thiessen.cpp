#include "vicinia/core/geom/thiessen.h"

#include <algorithm>
#include <array>
#include <boost/geometry/algorithms/area.hpp>
#include <boost/geometry/algorithms/envelope.hpp>
#include <boost/geometry/algorithms/expand.hpp>
#include <boost/geometry/algorithms/unique.hpp>
#include <boost/geometry/strategies/strategies.hpp>
#include <boost/polygon/voronoi.hpp>
#include <cmath>
#include <cstdint>
#include <limits>
#include <numeric>
#include <optional>
#include <string>
#include <tuple>
#include <utility>

#include "vicinia/core/geom/measures.h"
#include "vicinia/core/geom/overlay.h"

namespace vicinia::core::geom {
namespace {

namespace bg = boost::geometry;
namespace bp = boost::polygon;
using Diagram = bp::voronoi_diagram<double>;
using GridPoint = bp::point_data<std::int32_t>;

/// A place or a direction in grid steps from the frame's origin.
struct Vec {
  double x = 0;
  double y = 0;
  friend bool operator==(const Vec&, const Vec&) = default;
};

Vec operator+(Vec a, Vec b) { return {a.x + b.x, a.y + b.y}; }
Vec operator-(Vec a, Vec b) { return {a.x - b.x, a.y - b.y}; }
Vec operator*(double t, Vec a) { return {t * a.x, t * a.y}; }
double dot(Vec a, Vec b) { return a.x * b.x + a.y * b.y; }

/// The square in which cells are made finite: it holds sites and region with room around them.
struct Frame {
  Point origin;
  double half;                              ///< half of the side, in grid steps
  static constexpr double rounding = 1e-9;  ///< of a side

  [[nodiscard]] bool contains(Vec p) const { return std::abs(p.x) <= half && std::abs(p.y) <= half; }
  [[nodiscard]] bool on_border(Vec p) const {
    return std::max(std::abs(p.x), std::abs(p.y)) >= half * (1 - rounding);
  }
  [[nodiscard]] Vec corner(int i) const {
    constexpr std::array<Vec, 4> signs{Vec{-1, -1}, Vec{1, -1}, Vec{1, 1}, Vec{-1, 1}};
    return half * signs[static_cast<std::size_t>(i % 4)];
  }
  /// Way along the border to a place on it, counter-clockwise from corner 0, in sides: [0, 4).
  [[nodiscard]] double way_to(Vec p) const {
    const double x = std::clamp((p.x / half + 1) / 2, 0.0, 1.0);
    const double y = std::clamp((p.y / half + 1) / 2, 0.0, 1.0);
    const std::array<double, 4> off{y, 1 - x, 1 - y, x};
    const std::array<double, 4> along{x, 1 + y, 3 - x, 4 - y};
    const auto side = std::min_element(off.begin(), off.end()) - off.begin();
    return std::fmod(along[static_cast<std::size_t>(side)], 4.0);
  }
  [[nodiscard]] Point to_metres(Vec p) const {
    return {origin.x() + thiessen_grid_m * p.x, origin.y() + thiessen_grid_m * p.y};
  }
  [[nodiscard]] Vec to_grid(const Point& p) const {
    return {(p.x() - origin.x()) / thiessen_grid_m, (p.y() - origin.y()) / thiessen_grid_m};
  }
};

Result<Frame> frame_around(std::span<const Point> sites, const MultiPolygon& region) {
  Box box = bg::return_envelope<Box>(region);
  for (const Point& site : sites) bg::expand(box, site);
  const auto middle = [](double low, double high) { return std::round(low / 2 + high / 2); };
  Frame frame{.origin = {middle(box.min_corner().x(), box.max_corner().x()),
                         middle(box.min_corner().y(), box.max_corner().y())},
              .half = 0};
  const Vec low = frame.to_grid(box.min_corner());
  const Vec high = frame.to_grid(box.max_corner());
  const double reach = std::max({-low.x, -low.y, high.x, high.y});
  if (!(reach < std::numeric_limits<std::int32_t>::max()))
    return fail({.code = ErrorCode::invalid_argument, .subject = {.field = "sites"}, .detail = "extent"});
  frame.half = 1.5 * reach + 100;
  return frame;
}

struct Segment {
  Vec from;
  Vec to;
};

/// The parameters between which the line m + t·d is within the frame, for m inside.
std::pair<double, double> within(const Frame& frame, Vec m, Vec d) {
  double low = -std::numeric_limits<double>::infinity();
  double high = -low;
  for (const auto& [start, step] : {std::pair{m.x, d.x}, std::pair{m.y, d.y}}) {
    if (step == 0) continue;
    const double a = (-frame.half - start) / step;
    const double b = (frame.half - start) / step;
    low = std::max(low, std::min(a, b));
    high = std::min(high, std::max(a, b));
  }
  return {low, high};
}

class Cells {
 public:
  Cells(Frame frame, std::vector<GridPoint> sites) : frame_(frame), sites_(std::move(sites)) {
    bp::construct_voronoi(sites_.begin(), sites_.end(), &diagram_);
  }

  /// (position in the sites, outline in metres), one for each site.
  template <class Visitor>
  void for_each(Visitor visit) const {
    for (const auto& cell : diagram_.cells()) visit(cell.source_index(), outline(cell));
  }

 private:
  [[nodiscard]] Vec site(std::size_t i) const {
    return {static_cast<double>(sites_[i].x()), static_cast<double>(sites_[i].y())};
  }

  /// The part of an edge within the frame. Both cells of an edge get the same two points, bit for bit.
  [[nodiscard]] std::optional<Segment> clipped(const Diagram::edge_type& edge) const {
    const std::size_t own = edge.cell()->source_index();
    const std::size_t other = edge.twin()->cell()->source_index();
    if (own > other) {
      const auto reversed = clipped(*edge.twin());
      if (!reversed) return std::nullopt;
      return Segment{reversed->to, reversed->from};
    }
    const auto inside = [&](const Diagram::vertex_type* v) { return v && frame_.contains({v->x(), v->y()}); };
    const auto place = [](const Diagram::vertex_type* v) { return Vec{v->x(), v->y()}; };
    const auto* const v0 = edge.vertex0();
    const auto* const v1 = edge.vertex1();
    if (inside(v0) && inside(v1)) return Segment{place(v0), place(v1)};

    // A vertex far outside is known badly and the line well, so such a vertex only bounds the line.
    const Vec middle = 0.5 * (site(own) + site(other));
    const Vec between = site(other) - site(own);
    const Vec along{-between.y, between.x};
    const auto parameter = [&](const Diagram::vertex_type* v) {
      return dot(place(v) - middle, along) / dot(along, along);
    };
    auto [first, last] = within(frame_, middle, along);
    if (v0) first = std::max(first, parameter(v0));
    if (v1) last = std::min(last, parameter(v1));
    if (first > last) return std::nullopt;
    return Segment{inside(v0) ? place(v0) : middle + first * along,
                   inside(v1) ? place(v1) : middle + last * along};
  }

  /// Adds the corners of the frame between two places on its border, counter-clockwise.
  void follow_border(Vec from, Vec to, std::vector<Vec>& outline) const {
    if (!frame_.on_border(from) || !frame_.on_border(to)) return;  // an edge too short to have a direction
    const double start = frame_.way_to(from);
    double stop = frame_.way_to(to);
    if (stop < start) stop += 4;
    if (stop - start > 4 - Frame::rounding) return;  // the two are one place
    for (int i = static_cast<int>(std::floor(start)) + 1; i < stop; ++i) outline.push_back(frame_.corner(i));
  }

  [[nodiscard]] Ring outline(const Diagram::cell_type& cell) const {
    std::vector<Segment> sides;
    if (const auto* const first = cell.incident_edge()) {
      const auto* edge = first;
      do {
        if (const auto side = clipped(*edge)) sides.push_back(*side);
        edge = edge->next();
      } while (edge != first);
    }
    std::vector<Vec> points;
    for (std::size_t i = 0; i < sides.size(); ++i) {
      const Vec next = sides[(i + 1) % sides.size()].from;
      points.push_back(sides[i].from);
      points.push_back(sides[i].to);
      if (sides[i].to != next) follow_border(sides[i].to, next, points);
    }
    if (sides.empty())
      for (int i = 0; i < 4; ++i) points.push_back(frame_.corner(i));
    points.erase(std::unique(points.begin(), points.end()), points.end());

    Ring ring;  // clockwise, where the diagram is counter-clockwise
    ring.reserve(points.size() + 1);
    for (auto it = points.rbegin(); it != points.rend(); ++it) ring.push_back(frame_.to_metres(*it));
    ring.push_back(ring.front());
    bg::unique(ring);
    return ring;
  }

  Frame frame_;
  std::vector<GridPoint> sites_;
  Diagram diagram_;
};

/// Positions of the sites in an order that does not depend on the one in which they were given.
std::vector<std::size_t> by_place(const std::vector<GridPoint>& sites) {
  std::vector<std::size_t> order(sites.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return std::tuple(sites[a].x(), sites[a].y(), a) < std::tuple(sites[b].x(), sites[b].y(), b);
  });
  return order;
}

Status require_distinct(const std::vector<GridPoint>& sites, const std::vector<std::size_t>& order) {
  const auto same = std::adjacent_find(order.begin(), order.end(),
                                       [&](std::size_t a, std::size_t b) { return sites[a] == sites[b]; });
  if (same == order.end()) return {};
  return fail({.code = ErrorCode::duplicate_point,
               .subject = {.id = std::to_string(same[1])},
               .detail = std::to_string(same[0])});
}

}  // namespace

Result<std::vector<MultiPolygon>> thiessen_areas(std::span<const Point> sites, const MultiPolygon& region) {
  if (sites.empty()) return fail({.code = ErrorCode::no_values});
  if (bg::is_empty(region)) return fail({.code = ErrorCode::empty_geometry});
  if (const Status ok = require_metres(region); !ok) return fail(ok.error());
  for (std::size_t i = 0; i < sites.size(); ++i)
    if (!std::isfinite(sites[i].x()) || !std::isfinite(sites[i].y()))
      return fail({.code = ErrorCode::non_finite_coordinate, .subject = {.id = std::to_string(i)}});

  const Result<Frame> frame = frame_around(sites, region);
  if (!frame) return fail(frame.error());
  std::vector<GridPoint> on_grid;
  on_grid.reserve(sites.size());
  for (const Point& site : sites) {
    const Vec place = frame->to_grid(site);
    on_grid.emplace_back(static_cast<std::int32_t>(std::lround(place.x)),
                         static_cast<std::int32_t>(std::lround(place.y)));
  }
  const std::vector<std::size_t> order = by_place(on_grid);
  if (const Status ok = require_distinct(on_grid, order); !ok) return fail(ok.error());

  std::vector<GridPoint> sorted;
  sorted.reserve(order.size());
  for (const std::size_t i : order) sorted.push_back(on_grid[i]);
  std::vector<MultiPolygon> areas(sites.size());
  Cells(*frame, std::move(sorted)).for_each([&](std::size_t position, const Ring& cell) {
    areas[order[position]] = intersection({Polygon{cell}}, region).value_or(MultiPolygon{});
  });
  return areas;
}

}  // namespace vicinia::core::geom
