#include "jobs/arc_detail.h"

#include <algorithm>
#include <array>
#include <utility>

#include "vicinia/core/topology/simplify.h"

namespace vicinia::desktop {

namespace {

constexpr std::size_t few_points = 20'000;  ///< are drawn as they are
constexpr std::array tolerances_m{25.0, 100.0, 400.0, 800.0};

QRectF boxOf(std::span<const core::geom::Point> points) {
  double left = points.front().x(), right = left, low = points.front().y(), high = low;
  for (const auto& point : points) {
    left = std::min(left, point.x());
    right = std::max(right, point.x());
    low = std::min(low, point.y());
    high = std::max(high, point.y());
  }
  return {QPointF(left, low), QPointF(right, high)};
}

}  // namespace

core::Result<ArcDetailPtr> ArcDetail::simplify(ContiguityPtr contiguity, const core::Task& task) {
  auto detail = std::make_shared<ArcDetail>();
  const auto& full = contiguity->topology();
  for (const auto& arc : full.arcs()) detail->boxes_.push_back(boxOf(full.points_of(arc)));
  const core::topology::Topology* finer = &full;
  detail->levels_.reserve(tolerances_m.size());
  if (full.point_count() > few_points)
    for (const double tolerance_m : tolerances_m) {
      auto coarser = core::topology::simplify(*finer, tolerance_m, task);
      if (!coarser) return core::fail(coarser.error());
      detail->levels_.push_back({tolerance_m, std::move(*coarser)});
      finer = &detail->levels_.back().topology;
    }
  detail->contiguity_ = std::move(contiguity);
  return detail;
}

const core::topology::Topology& ArcDetail::within(double tolerance_m) const {
  const core::topology::Topology* found = &contiguity_->topology();
  for (const Level& level : levels_)
    if (level.tolerance_m <= tolerance_m) found = &level.topology;
  return *found;
}

}  // namespace vicinia::desktop
