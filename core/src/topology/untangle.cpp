#include "untangle.h"

#include <algorithm>
#include <map>
#include <mutex>
#include <utility>

#include "close_segments.h"
#include "crossing.h"

namespace vicinia::core::topology::detail {
namespace {

using geom::Point;
using geom::Ring;

/// The ring with a vertex, in both segments, wherever two of them cross.
Ring with_crossings(const Ring& ring) {
  std::vector<std::pair<std::size_t, Point>> added;
  std::mutex mutex;
  CloseSegments({Line(ring)}).for_each_pair(
      0, [](std::uint32_t, std::uint32_t) { return true; },
      [&](std::uint32_t, std::uint32_t i, std::uint32_t, std::uint32_t j) {
        if (const auto place = crossing(ring[i], ring[i + 1], ring[j], ring[j + 1])) {
          const std::scoped_lock lock(mutex);
          added.emplace_back(i, *place);
          added.emplace_back(j, *place);
        }
      });
  std::sort(added.begin(), added.end(), [&](const auto& a, const auto& b) {
    if (a.first != b.first) return a.first < b.first;
    const auto along = [&](const Point& p) { return std::hypot(p.x() - ring[a.first].x(), p.y() - ring[a.first].y()); };
    return along(a.second) < along(b.second);
  });
  Ring result;
  auto next = added.begin();
  for (std::size_t i = 0; i < ring.size(); ++i) {
    if (result.empty() || !same_place(result.back(), ring[i])) result.push_back(ring[i]);
    for (; next != added.end() && next->first == i; ++next)
      if (!same_place(result.back(), next->second)) result.push_back(next->second);
  }
  return result;
}

}  // namespace

std::vector<Ring> untangle(const Ring& ring) {
  std::vector<Ring> loops;
  std::vector<Point> path;
  std::map<std::pair<double, double>, std::size_t> at;  // [place] its position on the path
  for (const Point& point : with_crossings(ring)) {
    const auto known = at.find({point.x(), point.y()});
    if (known == at.end()) {
      at[{point.x(), point.y()}] = path.size();
      path.push_back(point);
      continue;
    }
    Ring loop;
    loop.assign(path.begin() + static_cast<std::ptrdiff_t>(known->second), path.end());
    loop.push_back(point);
    for (std::size_t i = known->second + 1; i < path.size(); ++i) at.erase({path[i].x(), path[i].y()});
    path.resize(known->second + 1);
    if (loop.size() >= 4) loops.push_back(std::move(loop));
  }
  return loops;
}

}  // namespace vicinia::core::topology::detail
