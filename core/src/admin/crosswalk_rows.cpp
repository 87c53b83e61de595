#include "vicinia/core/admin/crosswalk_rows.h"

#include <algorithm>
#include <boost/geometry/index/rtree.hpp>
#include <map>
#include <optional>
#include <utility>

#include "vicinia/core/geom/measures.h"

namespace vicinia::core::admin {
namespace {

namespace bg = boost::geometry;
using Placed = std::pair<geom::Box, UnitIndex>;

constexpr std::size_t boxes_of_a_node = 16;
/// What areas that only touch may seem to share.
constexpr double rounding_m2 = 1;

double ground_m2(const geom::MultiPolygon& area) { return geom::area_m2(area).value_or(0); }

}  // namespace

Result<RowsByArea> rows_by_area(const Frame& from, Level level, std::span<const geom::MultiPolygon> areas,
                                const Frame& to, Level to_level, std::span<const geom::MultiPolygon> to_areas,
                                const SharedArea& shared, const Task& task, double least_share) {
  constexpr double least_covered = 0.5;
  std::vector<Placed> boxes;
  for (const UnitIndex unit : to.at_level(to_level))
    if (unit < to_areas.size() && !to_areas[unit].empty())
      if (const auto box = geom::bounds(to_areas[unit])) boxes.emplace_back(*box, unit);
  const bg::index::rtree<Placed, bg::index::quadratic<boxes_of_a_node>> tree(boxes);
  RowsByArea found;
  const auto units = from.at_level(level);
  for (std::size_t i = 0; i < units.size(); ++i) {
    const UnitIndex unit = units[i];
    if (task.stop.stop_requested()) return fail({.code = ErrorCode::cancelled});
    if (unit >= areas.size() || areas[unit].empty()) continue;
    const double whole_m2 = ground_m2(areas[unit]);
    const auto box = geom::bounds(areas[unit]);
    if (!box) continue;
    std::vector<Placed> near;
    tree.query(bg::index::intersects(*box), std::back_inserter(near));
    std::ranges::sort(near, {}, &Placed::second);
    std::vector<std::pair<double, UnitIndex>> pieces;
    double covered_m2 = 0, kept_m2 = 0;
    bool is_told = true;
    for (const Placed& other : near) {
      const auto both_m2 = shared(areas[unit], to_areas[other.second]);
      is_told = is_told && both_m2.has_value();
      const double m2 = both_m2.value_or(0);
      if (m2 < rounding_m2) continue;
      covered_m2 += m2;
      if (m2 < least_share * whole_m2) {
        ++found.left_out;
        continue;
      }
      kept_m2 += m2;
      pieces.emplace_back(m2, other.second);
    }
    if (!is_told || pieces.empty() || covered_m2 < least_covered * whole_m2) continue;
    found.divided += pieces.size() > 1 ? 1 : 0;
    for (const auto& [m2, other] : pieces)
      found.rows.push_back(
          {.from = from[unit].code, .to = to[other].code, .weight = pieces.size() == 1 ? 1.0 : m2 / kept_m2});
  }
  return found;
}

Result<std::vector<CrosswalkRow>> rows_by_quantity(std::span<const CountedPart> parts) {
  std::map<std::pair<std::string, std::string>, double> pairs;
  std::map<std::string, double> sums;
  const auto wrong = [&](std::size_t part, std::string detail) {
    return fail({.code = ErrorCode::invalid_argument,
                 .subject = {.row = part + 1, .field = "share_column", .id = parts[part].from},
                 .detail = std::move(detail)});
  };
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (!(parts[i].quantity >= 0)) return wrong(i, std::to_string(parts[i].quantity));
    pairs[{parts[i].from, parts[i].to}] += parts[i].quantity;
    sums[parts[i].from] += parts[i].quantity;
  }
  for (std::size_t i = 0; i < parts.size(); ++i)
    if (sums.at(parts[i].from) <= 0) return wrong(i, "0");
  std::vector<CrosswalkRow> rows;
  for (const auto& [pair, quantity] : pairs)
    if (quantity > 0)
      rows.push_back({.from = pair.first, .to = pair.second, .weight = quantity / sums.at(pair.first)});
  return rows;
}

}  // namespace vicinia::core::admin
