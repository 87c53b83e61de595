/// \file dataset.h
/// All that is known: units with their areas, sectors, observations, and where it comes from.
/// Made by gis/io from a folder, checked once; immutable and shared from then on.
/// Units:   areas in metres of the projection `crs`.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "vicinia/core/admin/crosswalk.h"
#include "vicinia/core/admin/unit.h"
#include "vicinia/core/base/bilingual_text.h"
#include "vicinia/core/geom/types.h"
#include "vicinia/core/industry/derived_counts.h"
#include "vicinia/core/industry/observations.h"
#include "vicinia/core/industry/sector.h"
#include "vicinia/core/industry/sector_levels.h"
#include "vicinia/core/topology/topology.h"

namespace vicinia::core {

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
  BilingualText unit_word{};         ///< what one unit of the finest level is called; empty: district
  BilingualText units_word{};        ///< and several
  friend bool operator==(const Provenance&, const Provenance&) = default;
};

/// A stretch of ground, west to east and south to north.
struct GroundBox {
  double min_x = 0, min_y = 0, max_x = 0, max_y = 0;
  friend bool operator==(const GroundBox&, const GroundBox&) = default;
};

/// Islands far out that a national map shows in a labelled frame.
struct IslandFrame {
  BilingualText name{};
  GroundBox extent{};  ///< where they lie; metres
  double
      x = 1,
      y = 0.72;  ///< where the frame stands on a map: of its width from the left, of its height from the top
  friend bool operator==(const IslandFrame&, const IslandFrame&) = default;
};

/// Units that a page may show at a larger scale.
struct ZoomArea {
  BilingualText name{};
  std::vector<std::string> units{};  ///< codes; those that are not there are passed over
  friend bool operator==(const ZoomArea&, const ZoomArea&) = default;
};

/// Another frame, of another date, in which the values can be shown.
struct LinkedFrame {
  std::string id{};       ///< in options and files: "2025-07-01"
  std::string vintage{};  ///< date from which it holds, ISO 8601
  BilingualText name{};   ///< "34 provinces"; empty: the date
  admin::Frame frame{};
  std::vector<geom::MultiPolygon>
      areas{};  ///< [unit], in the projection of the data set; empty: those of the data set are joined
  admin::Crosswalk from_own{};  ///< from the frame of the data set
};

struct Dataset {
  Provenance provenance{};
  admin::Frame frame{};
  std::vector<geom::MultiPolygon> areas{};  ///< [unit]; empty where a unit is not drawn
  std::string crs{};                        ///< e.g. "EPSG:32648"; planar, metres
  /// Of the units of `topology_level` that have an area, in their order, with the tolerance that they need; null where reading had no use
  /// for it. It is what build_topology answers for them, kept for whoever asks next.
  std::shared_ptr<const topology::Topology> unit_topology{};
  admin::Level topology_level{};
  std::vector<industry::Sector>
      sectors{};  ///< of one level: values of several would count twice when they are summed
  std::vector<std::string> periods{};  ///< labels, oldest first; at least one
  industry::ObservationTable observations{};
  std::shared_ptr<const industry::SectorLevels>
      levels{};                  ///< all that the tables have; nullptr where sectors have one level
  std::size_t sector_level = 1;  ///< of `sectors` and `observations`; 1 is the coarsest
  std::string content_hash{};    ///< SHA-256 of all files read, hexadecimal
  std::vector<IslandFrame> island_frames{};  ///< of national maps
  std::vector<ZoomArea> zoom_areas{};
  std::vector<std::shared_ptr<const LinkedFrame>> frames{};  ///< others than that of the files
  std::string frame_id{};  ///< the one of `frames` that `frame` is; empty: that of the files
  std::shared_ptr<const industry::DerivedCounts>
      derived{};  ///< counts that were summed or estimated for this frame; null: all stand in the source
};

/// The finest level that the observations speak of; of one period, if it is given and has any. Where there are none, the finest that has
/// units. What is mapped, listed, graded and found is of this level.
[[nodiscard]] admin::Level finest_level(const Dataset& dataset,
                                        std::optional<industry::PeriodIndex> period = {});

/// The level above it, whose units agglomerations cross and pages are made of; the same, where there is none.
[[nodiscard]] admin::Level level_above_finest(const Dataset& dataset);

/// Units of the finest level, as far as they have an area; where none of them has one, those of the next level that is drawn. Agglomerations
/// are made of them.
[[nodiscard]] std::vector<admin::UnitIndex> drawn_units(const Dataset& dataset);

/// What the units of the finest level are called; kept with the provenance, for the sake of texts.
void name_units(Dataset& dataset);

/// The same with the sectors of another level. Errors: InvalidArgument. Cost: a copy.
[[nodiscard]] Result<Dataset> at_sector_level(const Dataset& dataset, std::size_t level);

}  // namespace vicinia::core
