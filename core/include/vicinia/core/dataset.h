/// \file dataset.h
/// All that is known: units with their areas, sectors, observations, and where it comes from.
/// Made by gis/io from a folder, checked once; immutable and shared from then on.
/// Units:   areas in metres of the projection `crs`.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "vicinia/core/admin/unit.h"
#include "vicinia/core/geom/types.h"
#include "vicinia/core/industry/observations.h"
#include "vicinia/core/industry/sector.h"
#include "vicinia/core/industry/sector_levels.h"
#include "vicinia/core/topology/topology.h"

namespace vicinia::core {

/// A text that the data set brings along in both languages; either may stand in for the other.
struct BilingualText {
  std::string vi{};
  std::string en{};
  friend bool operator==(const BilingualText&, const BilingualText&) = default;
};

/// What E, E_i and E_j count.
enum class Denominator : std::uint8_t { all_employment, manufacturing, stated_in_source };

enum class Completeness : std::uint8_t {
  complete_matrix,  ///< every unit × sector is there, so totals are sums
  published_list    ///< only some cells were published, so totals are unknown
};

/// What a figure made from the data must say.
struct Provenance {
  BilingualText title{};
  BilingualText source{};
  BilingualText survey{};          ///< e.g. "Enterprise Survey 2007"
  BilingualText boundary_note{};   ///< e.g. "approximate district areas"; empty where the areas are real
  std::string survey_vintage{};    ///< date of the survey's frame, ISO 8601
  std::string boundary_vintage{};  ///< date from which the drawn boundaries hold, ISO 8601
  Denominator denominator = Denominator::all_employment;
  BilingualText denominator_text{};  ///< e.g. "all employment in enterprises"
  Completeness completeness = Completeness::published_list;
  BilingualText
      employees_word{};  ///< what the column "employees" counts, in the plural: "beds"; empty: employees
  BilingualText enterprises_word{};  ///< what the column "enterprises" counts: "farms"; empty: enterprises
  bool shows_archipelagos = false;   ///< national figures carry inset frames for Hoàng Sa and Trường Sa
  friend bool operator==(const Provenance&, const Provenance&) = default;
};

struct Dataset {
  Provenance provenance{};
  admin::Frame frame{};
  std::vector<geom::MultiPolygon> areas{};  ///< [unit]; empty where a unit is not drawn
  std::string crs{};                        ///< e.g. "EPSG:32648"; planar, metres
  /// Of the districts that have an area, in their order, with the tolerance that they need; null where reading had no use for it. It
  /// is what build_topology answers for them, kept for whoever asks next.
  std::shared_ptr<const topology::Topology> district_topology{};
  std::vector<industry::Sector>
      sectors{};  ///< of one level: figures of several would count twice when they are summed
  std::vector<std::string> periods{};  ///< labels, oldest first; at least one
  industry::ObservationTable observations{};
  std::shared_ptr<const industry::SectorLevels>
      levels{};                  ///< all that the tables have; nullptr where sectors have one level
  std::size_t sector_level = 1;  ///< of `sectors` and `observations`; 1 is the coarsest
  std::string content_hash{};    ///< SHA-256 of all files read, hexadecimal
};

/// The same with the sectors of another level. Errors: InvalidArgument. Cost: a copy.
[[nodiscard]] Result<Dataset> at_sector_level(const Dataset& dataset, std::size_t level);

}  // namespace vicinia::core
