/// \file crossing.h
/// Whether two segments meet elsewhere than in an end that they share.
#pragma once

#include <cmath>
#include <optional>

#include "topology/segments/close_segments.h"
#include "vicinia/core/geom/types.h"

namespace vicinia::core::topology::detail {

/// Sign of the turn a → b → c: 1 to the left, -1 to the right, 0 if straight within rounding.
[[nodiscard]] inline int turn_of(const geom::Point& a, const geom::Point& b, const geom::Point& c) {
  using Wide = long double;
  const Wide left = (static_cast<Wide>(b.x()) - a.x()) * (static_cast<Wide>(c.y()) - a.y());
  const Wide right = (static_cast<Wide>(b.y()) - a.y()) * (static_cast<Wide>(c.x()) - a.x());
  const Wide difference = left - right;
  if (std::abs(difference) <= 1e-18L * (std::abs(left) + std::abs(right))) return 0;
  return difference > 0 ? 1 : -1;
}

/// Do two points lie on one side of a line, both further from it than so much? Most pairs of segments are told apart by this.
[[nodiscard]] inline bool beside(const geom::Point& a, const geom::Point& b, const geom::Point& c,
                                 const geom::Point& d, double by) {
  const double ux = b.x() - a.x(), uy = b.y() - a.y();
  const double c_side = ux * (c.y() - a.y()) - uy * (c.x() - a.x()),
               d_side = ux * (d.y() - a.y()) - uy * (d.x() - a.x());
  const double least = 4 * by * by * (ux * ux + uy * uy);  // far above what rounding leaves of the sides
  return (c_side > 0) == (d_side > 0) && c_side * c_side > least && d_side * d_side > least;
}
/// Are two segments so far apart, by one of their lines?
[[nodiscard]] inline bool far_apart(const geom::Point& a, const geom::Point& b, const geom::Point& c,
                                    const geom::Point& d, double by) {
  return beside(a, b, c, d, by) || beside(c, d, a, b, by);
}

/// Place where the segments cross, or where an end of one lies within the other.
[[nodiscard]] inline std::optional<geom::Point> crossing(const geom::Point& a, const geom::Point& b,
                                                         const geom::Point& c, const geom::Point& d) {
  const int c_side = turn_of(a, b, c), d_side = turn_of(a, b, d), a_side = turn_of(c, d, a),
            b_side = turn_of(c, d, b);
  if (c_side * d_side < 0 && a_side * b_side < 0) {
    const double ux = b.x() - a.x(), uy = b.y() - a.y(), vx = d.x() - c.x(), vy = d.y() - c.y();
    const double along = ((c.x() - a.x()) * vy - (c.y() - a.y()) * vx) / (ux * vy - uy * vx);
    return geom::Point{a.x() + along * ux, a.y() + along * uy};
  }
  const auto within = [](int side, const geom::Point& p, const geom::Point& from, const geom::Point& to) {
    if (side != 0 || same_place(p, from) || same_place(p, to)) return false;
    const double dot = (p.x() - from.x()) * (to.x() - from.x()) + (p.y() - from.y()) * (to.y() - from.y());
    const double square =
        (to.x() - from.x()) * (to.x() - from.x()) + (to.y() - from.y()) * (to.y() - from.y());
    return dot > 0 && dot < square;
  };
  if (within(c_side, c, a, b)) return c;
  if (within(d_side, d, a, b)) return d;
  if (within(a_side, a, c, d)) return a;
  if (within(b_side, b, c, d)) return b;
  return std::nullopt;
}

}  // namespace vicinia::core::topology::detail
