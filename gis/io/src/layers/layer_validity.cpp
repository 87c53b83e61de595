#include "layers/layer_validity.h"

#include <ogr_geometry.h>
#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>

#include <boost/geometry/algorithms/area.hpp>
#include <boost/geometry/strategies/strategies.hpp>
#include <cmath>

#include "base/gdal_setup.h"
#include "geometry/polygon_conversion.h"
#include "geometry/ring_repair.h"

namespace vicinia::gis::io {
namespace {

namespace geom = core::geom;

/// Side of a degree at the equator, where it is longest.
constexpr double degree_m = 111'320;

/// What GEOS finds wrong, and where; empty: nothing.
std::string fault_of(const geom::MultiPolygon& area) {
  GdalMessages messages;
  if (to_ogr(area)->IsValid()) return {};
  const std::string text = messages.text();
  return text.empty() ? "Invalid" : text;
}

/// Repairs what the projection did to a valid area; what is wrong where it cannot.
std::string fault_left(const AreasToCheck& areas, std::size_t row) {
  const std::string fault = fault_of(areas.written[row]);
  if (fault.empty()) return {};
  if (areas.source.data() != areas.written.data() && areas.source_crs != areas.written_crs) {
    const std::string at_source = fault_of(areas.source[row]);
    if (!at_source.empty()) return at_source + " (" + areas.source_crs + ")";
    const double before = boost::geometry::area(areas.written[row]);
    auto repair = make_valid(areas.written[row]);
    const double unit = areas.in_degrees ? degree_m * degree_m : 1;
    if (repair &&
        std::abs(boost::geometry::area(repair->area) - before) * unit <= 1 + 1e-9 * std::abs(before) * unit &&
        fault_of(repair->area).empty()) {
      areas.written[row] = std::move(repair->area);
      return {};
    }
  }
  return fault + " (" + areas.written_crs + ")";
}

}  // namespace

core::Status check_validity(const AreasToCheck& areas, const core::Task& task) {
  std::vector<std::string> faults(areas.written.size());
  tbb::parallel_for(tbb::blocked_range<std::size_t>(0, areas.written.size()), [&](const auto& rows) {
    for (std::size_t row = rows.begin(); row != rows.end(); ++row)
      if (!task.stop.stop_requested() && !areas.written[row].empty()) faults[row] = fault_left(areas, row);
  });
  if (task.stop.stop_requested()) return core::fail({.code = core::ErrorCode::cancelled});
  for (std::size_t row = 0; row < faults.size(); ++row)
    if (!faults[row].empty())
      return core::fail({.code = core::ErrorCode::broken_outline,
                         .subject = {.id = areas.ids.empty() ? std::to_string(row + 1) : areas.ids[row]},
                         .detail = faults[row]});
  return {};
}

}  // namespace vicinia::gis::io
