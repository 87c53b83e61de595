#include "dataset/province_areas.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "vicinia/core/geom/measures.h"
#include "vicinia/core/geom/shared_ground.h"
#include "vicinia/core/topology/dissolve.h"
#include "vicinia/core/topology/topology.h"

namespace vicinia::gis::io {
namespace {

namespace geom = core::geom;
namespace topology = core::topology;

/// A province without districts of its own is of another date if others' districts cover this much of it.
constexpr double covered_by_others = 0.5;

using Areas = std::vector<const geom::MultiPolygon*>;

/// Of a province and its districts. Districts that fill a part of their province only may be all that the data
/// are about: what tells a misfit is that they reach beyond it.
double misfit_of(const geom::SharedGround& ground) {
  const double all = ground.only_first_m2 + ground.only_second_m2 + ground.both_m2;
  if (!(ground.only_second_m2 > least_misfit / 2 * all)) return 0;
  return (ground.only_first_m2 + ground.only_second_m2) / all;
}

/// Districts of any province whose boxes meet that of `area`.
Areas those_near(const geom::MultiPolygon& area, std::span<const geom::MultiPolygon> districts,
                 const ProvinceOf& province_of) {
  Areas found;
  const auto box = geom::bounds(area);
  for (std::size_t i = 0; i < districts.size(); ++i) {
    const auto its = geom::bounds(districts[i]);
    if (province_of[i] && box && its && its->min_corner().x() <= box->max_corner().x() &&
        its->max_corner().x() >= box->min_corner().x() && its->min_corner().y() <= box->max_corner().y() &&
        its->max_corner().y() >= box->min_corner().y())
      found.push_back(&districts[i]);
  }
  return found;
}

std::vector<std::pair<double, double>> corners_of(const geom::MultiPolygon& area) {
  std::vector<std::pair<double, double>> corners;
  const auto add = [&](const geom::Ring& ring) {
    for (std::size_t i = 1; i < ring.size(); ++i) corners.emplace_back(ring[i].x(), ring[i].y());
  };
  for (const geom::Polygon& polygon : area) {
    add(polygon.outer());
    for (const geom::Ring& hole : polygon.inners()) add(hole);
  }
  std::ranges::sort(corners);
  return corners;
}

}  // namespace

core::Result<Provinces> provinces_of_districts(std::span<const geom::MultiPolygon> districts,
                                               const ProvinceOf& province_of, std::size_t count,
                                               const core::Task& task) {
  std::vector<topology::GroupIndex> groups;
  for (std::size_t i = 0; i < districts.size(); ++i)
    if (!districts[i].empty())
      groups.push_back(province_of[i] ? static_cast<topology::GroupIndex>(*province_of[i])
                                      : topology::no_group);
  std::vector<geom::MultiPolygon>
      with_area;  // a layer with districts that have none is rare: else nothing is copied
  if (groups.size() < districts.size()) {
    std::ranges::copy_if(districts, std::back_inserter(with_area),
                         [](const auto& area) { return !area.empty(); });
    districts = with_area;
  }
  auto built = topology::build_topology(districts, {.tolerance_m = std::nullopt}, task);
  if (!built) return core::fail(built.error());
  auto areas = topology::dissolve(*built, groups);
  if (!areas) return core::fail(areas.error());
  areas->resize(count);
  return Provinces{.areas = *std::move(areas),
                   .districts = std::make_shared<const topology::Topology>(*std::move(built))};
}

ProvinceFit fit_of_provinces(std::span<const geom::MultiPolygon> provinces,
                             std::span<const geom::MultiPolygon> districts, const ProvinceOf& province_of) {
  std::vector<Areas> districts_of(provinces.size());
  for (std::size_t i = 0; i < districts.size(); ++i)
    if (!districts[i].empty() && province_of[i]) districts_of[*province_of[i]].push_back(&districts[i]);
  ProvinceFit fit;
  for (std::size_t p = 0; p < provinces.size(); ++p) {
    if (provinces[p].empty()) continue;
    const Areas province{&provinces[p]};
    double misfit = 0;
    if (!districts_of[p].empty()) {
      const geom::SharedGround ground = geom::shared_ground(province, districts_of[p]);
      misfit = misfit_of(ground);
      ++fit.compared;
      if (!(ground.both_m2 > 0)) ++fit.apart;
    } else {
      const geom::SharedGround ground =
          geom::shared_ground(province, those_near(provinces[p], districts, province_of));
      const double covered =
          ground.both_m2 / (ground.both_m2 + ground.only_first_m2);  // not a number: no line met it
      if (covered > covered_by_others) misfit = covered;
    }
    if (misfit > least_misfit) ++fit.misfits;
    if (misfit > fit.worst_share) {
      fit.worst_share = misfit;
      fit.worst = p;
    }
  }
  return fit;
}

std::vector<std::pair<std::size_t, std::size_t>> identical_areas(std::span<const geom::MultiPolygon> areas) {
  using Key = std::array<double, 4>;
  std::map<Key, std::vector<std::size_t>> with_box;
  for (std::size_t i = 0; i < areas.size(); ++i)
    if (const auto box = geom::bounds(areas[i]))
      with_box[{box->min_corner().x(), box->min_corner().y(), box->max_corner().x(), box->max_corner().y()}]
          .push_back(i);
  std::vector<std::pair<std::size_t, std::size_t>> pairs;
  for (const auto& [box, units] : with_box) {
    for (std::size_t i = 1; i < units.size(); ++i) {
      const auto corners = corners_of(areas[units[i]]);
      const auto same = std::find_if(units.begin(), units.begin() + static_cast<std::ptrdiff_t>(i),
                                     [&](std::size_t other) { return corners_of(areas[other]) == corners; });
      if (same != units.begin() + static_cast<std::ptrdiff_t>(i)) pairs.emplace_back(*same, units[i]);
    }
  }
  std::ranges::sort(pairs);
  return pairs;
}

}  // namespace vicinia::gis::io
