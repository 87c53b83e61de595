#include <algorithm>
#include <cmath>
#include <optional>

#include "vicinia/core/geom/measures.h"
#include "vicinia/workspace/figure_outlines.h"

namespace vicinia::workspace {
namespace {

using core::geom::Point;

Point between(const Point& a, const Point& b, double share) {
  return {a.x() + share * (b.x() - a.x()), a.y() + share * (b.y() - a.y())};
}

Point half_way(std::span<const Point> line, double length_m) {
  double left_m = length_m / 2;
  for (std::size_t i = 1; i < line.size(); ++i) {
    const double step_m = std::hypot(line[i].x() - line[i - 1].x(), line[i].y() - line[i - 1].y());
    if (step_m > 0 && step_m >= left_m) return between(line[i - 1], line[i], left_m / step_m);
    left_m -= step_m;
  }
  return line.back();
}

/// Positions in the topology.
std::optional<Point> middle_of_border(const core::topology::Topology& topology, core::topology::UnitIndex a,
                                      core::topology::UnitIndex b) {
  const core::topology::Arc* longest = nullptr;
  for (const core::topology::Arc& arc : topology.arcs()) {
    const bool is_shared = (arc.left == a && arc.right == b) || (arc.left == b && arc.right == a);
    if (is_shared && (longest == nullptr || arc.length_m > longest->length_m)) longest = &arc;
  }
  if (longest == nullptr) return std::nullopt;
  return half_way(topology.points_of(*longest), longest->length_m);
}

}  // namespace

std::vector<HandMark> hand_marks(const core::Dataset& dataset, const Contiguity& contiguity,
                                 const core::topology::ManualLinks& links) {
  const auto position = [&](core::topology::UnitIndex unit) {
    return static_cast<core::topology::UnitIndex>(std::ranges::find(contiguity.units(), unit) -
                                                  contiguity.units().begin());
  };
  std::vector<HandMark> marks;
  for (const auto* pairs : {&links.linked, &links.cut})
    for (const auto& [a, b] : *pairs) {
      const auto from = core::geom::point_inside(dataset.areas.at(a)),
                 to = core::geom::point_inside(dataset.areas.at(b));
      if (!from || !to) continue;
      HandMark mark{pairs == &links.cut, *from, *to, {}};
      if (mark.is_cut)
        mark.at = middle_of_border(contiguity.topology(), position(a), position(b))
                      .value_or(between(*from, *to, 0.5));
      marks.push_back(mark);
    }
  return marks;
}

}  // namespace vicinia::workspace
