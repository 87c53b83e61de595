#include "figure/badges_apart.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace vicinia::gis::engine {
namespace {

/// To where a badge moves, in its own distance from its place, down being positive.
struct Side {
  double right, down;
};
constexpr double slant = 0.707;
constexpr std::array<Side, 8> sides{
    {{0, 1}, {0, -1}, {1, 0}, {-1, 0}, {slant, slant}, {-slant, slant}, {slant, -slant}, {-slant, -slant}}};
constexpr std::array<double, 3> distances{1, 1.7, 2.6};

struct Disc {
  QPointF middle;
  double radius;
};

bool meet(const Disc& a, const Disc& b) {
  return std::hypot(a.middle.x() - b.middle.x(), a.middle.y() - b.middle.y()) < a.radius + b.radius;
}

QRectF box_of(const Disc& disc) {
  return {disc.middle.x() - disc.radius, disc.middle.y() - disc.radius, 2 * disc.radius, 2 * disc.radius};
}

}  // namespace

map::MapSpec with_badges_apart(const map::MapSpec& spec, const MapFrame& frame, const QRectF& where,
                               const std::vector<QRectF>& taken) {
  const double mm_per_unit = where.width() / frame.extent.width();
  const auto on_page = [&](const map::Position& at) {
    return QPointF(where.left() + (at.x - frame.extent.xMinimum()) * mm_per_unit,
                   where.top() + (frame.extent.yMaximum() - at.y) * mm_per_unit);
  };
  const auto disc_of = [](const map::Badge& badge, const QPointF& foot) {
    return Disc{foot - QPointF(0, badge.raised_mm), badge.diameter_mm / 2 + badge.halo.width_mm};
  };
  map::MapSpec result = spec;
  std::vector<Disc> standing;
  for (const map::Layer& any : spec.layers)
    if (const auto* badges = std::get_if<map::BadgeLayer>(&any); badges != nullptr && !badges->keeps_clear)
      for (const map::Position& at : badges->at) standing.push_back(disc_of(badges->badge, on_page(at)));

  for (map::Layer& any : result.layers) {
    auto* badges = std::get_if<map::BadgeLayer>(&any);
    if (badges == nullptr || !badges->keeps_clear) continue;
    std::erase_if(badges->at, [&](const map::Position& at) { return !where.contains(on_page(at)); });
    for (map::Position& at : badges->at) {
      const QPointF foot = on_page(at);
      const Disc usual = disc_of(badges->badge, foot);
      const auto is_free = [&](const Disc& disc) {
        return where.contains(box_of(disc)) &&
               std::ranges::none_of(standing, [&](const Disc& other) { return meet(disc, other); }) &&
               std::ranges::none_of(taken,
                                    [&](const QRectF& other) { return other.intersects(box_of(disc)); });
      };
      Disc chosen = usual;
      for (const double distance : distances) {
        if (is_free(chosen)) break;
        for (const Side& side : sides) {
          const double away = distance * std::abs(badges->badge.raised_mm);
          const Disc beside{foot + QPointF(side.right * away, side.down * away), usual.radius};
          if (!is_free(beside)) continue;
          chosen = beside;
          break;
        }
      }
      standing.push_back(chosen);
      const QPointF moved = chosen.middle - usual.middle;
      at.x += moved.x() / mm_per_unit;
      at.y -= moved.y() / mm_per_unit;
    }
  }
  return result;
}

}  // namespace vicinia::gis::engine
