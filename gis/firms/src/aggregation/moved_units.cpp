#include "aggregation/moved_units.h"

#include "vicinia/gis/io/vector_layer.h"

namespace vicinia::gis::firms {

core::Result<std::vector<core::geom::MultiPolygon>> moved_units(const FirmUnits& units,
                                                                const std::string& crs,
                                                                const core::Task& task) {
  if (units.areas.size() != units.codes.size())
    return core::fail(
        {.code = core::ErrorCode::shape_mismatch,
         .detail = std::to_string(units.codes.size()) + ", " + std::to_string(units.areas.size())});
  std::vector<core::geom::MultiPolygon> areas(units.areas.begin(), units.areas.end());
  if (auto ok = io::move_areas(areas, units.crs, crs, task); !ok) return core::fail(ok.error());
  return areas;
}

}  // namespace vicinia::gis::firms
