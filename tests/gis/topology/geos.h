/// \file geos.h
/// GEOS as the judge of what core made: validity, unions and differences, none of which core gets from it.
#pragma once

#include <geos_c.h>

#include <memory>
#include <span>
#include <string>
#include <vector>

#include "vicinia/core/geom/types.h"

namespace vicinia::test {

class Geos {
  struct Destroy {
    GEOSContextHandle_t context;
    void operator()(GEOSGeometry* geometry) const { GEOSGeom_destroy_r(context, geometry); }
  };

 public:
  using Geometry = std::unique_ptr<GEOSGeometry, Destroy>;

  Geos() : context_(GEOS_init_r(), &GEOS_finish_r) {}

  [[nodiscard]] Geometry polygons(const core::geom::MultiPolygon& area) const {
    std::vector<GEOSGeometry*> parts;
    for (const auto& polygon : area) {
      std::vector<GEOSGeometry*> holes;
      for (const auto& hole : polygon.inners()) holes.push_back(ring(hole));
      parts.push_back(GEOSGeom_createPolygon_r(context_.get(), ring(polygon.outer()), holes.data(),
                                               static_cast<unsigned>(holes.size())));
    }
    return own(GEOSGeom_createCollection_r(context_.get(), GEOS_MULTIPOLYGON, parts.data(),
                                           static_cast<unsigned>(parts.size())));
  }
  /// Empty if valid, else the reason.
  [[nodiscard]] std::string fault(const core::geom::MultiPolygon& area) const {
    const Geometry geometry = polygons(area);
    char* const reason = GEOSisValidReason_r(context_.get(), geometry.get());
    std::string result = reason == nullptr ? "not read" : reason;
    GEOSFree_r(context_.get(), reason);
    return result == "Valid Geometry" ? "" : result;
  }
  /// All ground that any of them covers. Polygons that are not valid are repaired first.
  [[nodiscard]] Geometry united(std::span<const core::geom::MultiPolygon> areas) const {
    std::vector<GEOSGeometry*> parts;
    for (const auto& area : areas)
      for (const auto& polygon : area) {
        Geometry one = polygons({polygon});
        if (GEOSisValid_r(context_.get(), one.get()) != 1)
          one = own(GEOSMakeValid_r(context_.get(), one.get()));
        if (one != nullptr) parts.push_back(one.release());
      }
    const Geometry all = own(GEOSGeom_createCollection_r(context_.get(), GEOS_GEOMETRYCOLLECTION,
                                                         parts.data(), static_cast<unsigned>(parts.size())));
    return own(GEOSUnaryUnion_r(context_.get(), all.get()));
  }
  [[nodiscard]] double area(const Geometry& geometry) const {
    double result = 0;
    return geometry != nullptr && GEOSArea_r(context_.get(), geometry.get(), &result) == 1 ? result : -1;
  }
  /// Of what is in the one and not in the other; -1: GEOS could not tell.
  [[nodiscard]] double area_beyond(const Geometry& one, const Geometry& other) const {
    if (one == nullptr || other == nullptr) return -1;
    return area(own(GEOSDifference_r(context_.get(), one.get(), other.get())));
  }

  /// Metres of the one's border that lie within a distance of the other's.
  [[nodiscard]] double beside_m(const Geometry& one, const Geometry& other, double within_m) const {
    const Geometry line = own(GEOSBoundary_r(context_.get(), one.get()));
    const Geometry zone = own(
        GEOSBuffer_r(context_.get(), own(GEOSBoundary_r(context_.get(), other.get())).get(), within_m, 8));
    const Geometry common = own(GEOSIntersection_r(context_.get(), line.get(), zone.get()));
    double metres = -1;
    GEOSLength_r(context_.get(), common.get(), &metres);
    return metres;
  }

 private:
  [[nodiscard]] Geometry own(GEOSGeometry* geometry) const {
    return Geometry(geometry, Destroy{context_.get()});
  }
  [[nodiscard]] GEOSGeometry* ring(const core::geom::Ring& points) const {
    GEOSCoordSequence* const sequence =
        GEOSCoordSeq_create_r(context_.get(), static_cast<unsigned>(points.size()), 2);
    for (unsigned i = 0; i < points.size(); ++i)
      GEOSCoordSeq_setXY_r(context_.get(), sequence, i, points[i].x(), points[i].y());
    return GEOSGeom_createLinearRing_r(context_.get(), sequence);
  }

  std::unique_ptr<GEOSContextHandle_HS, decltype(&GEOS_finish_r)> context_;
};

}  // namespace vicinia::test
