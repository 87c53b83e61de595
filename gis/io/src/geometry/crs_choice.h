/// \file crs_choice.h
/// In which coordinate system a layer is: what the file says, what a person says, and what the numbers allow.
/// Rule:    1. A stated system wins. If the file names another, a CrsOverridden finding tells it.
///          2. Else the file's. GeoJSON and KML that name none are degrees of WGS 84 by their standards.
///          3. In either case the numbers must be possible: degrees within ±360 and ±90, metres not all
///          within a few hundred of
///             the origin, and not such that only an exchange of x and y makes sense of them. Most units must
///             fail for the layer to be refused; single ones are found when they are projected.
/// Errors:  MissingCrs (with candidates by the numbers), UnknownCrs, CrsMisfit.
/// Findings: CrsOverridden.
/// Cost:    O(units).
#pragma once

#include <string>
#include <vector>

#include "geometry/crs.h"
#include "geometry/unit_places.h"
#include "vicinia/core/base/result.h"

namespace vicinia::gis::io {

/// What a file says about its system.
struct FileCrs {
  CrsPtr crs{};             ///< null: nothing
  bool is_assumed = false;  ///< by the standard of the format; the file itself names none
  bool is_geojson = false;
  bool is_unreadable = false;  ///< it says something that nobody understands
};

struct CrsChoice {
  CrsPtr crs{};
  std::vector<core::Finding> findings{};
};

/// \param stated  what the person says; empty: nothing
[[nodiscard]] core::Result<CrsChoice> choose_crs(const FileCrs& of_file, const std::string& stated,
                                                 const std::vector<UnitPlace>& places);

/// The UTM zone (WGS 84) where most units are. A unit that has no place at all, which may be why the middle
/// of all has none, does not count: it is named when it is projected.
[[nodiscard]] core::Result<std::string> utm_zone_of(const CrsPtr& crs, const std::vector<UnitPlace>& places);

/// The systems in use in Viet Nam that these coordinates may be of, e.g. "EPSG:3405 (VN-2000 / UTM zone 48N),
/// …"; empty: none.
[[nodiscard]] std::string crs_candidates(const core::geom::Point& place);

}  // namespace vicinia::gis::io
