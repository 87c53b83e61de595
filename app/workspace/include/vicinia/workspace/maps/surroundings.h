/// \file surroundings.h
/// What lies around the units of a data set: land of the neighbours, and the seas by name. Drawn beneath everything, on maps and figures alike,
/// and named in quiet type.
/// Source:  Natural Earth (public domain), clipped and simplified: resources/data/surroundings.
/// Units:   metres of the data set's projection.
/// Missing: data sets that are not around Viet Nam, and programs without their resources, have none.
/// Cost:    about 13,000 vertices are read, projected and written, once for a data set and session.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "vicinia/core/base/bilingual_text.h"
#include "vicinia/core/dataset.h"
#include "vicinia/core/geom/types.h"
#include "vicinia/gis/map/map_spec.h"
#include "vicinia/workspace/base/language.h"

namespace vicinia::workspace::inline maps {

/// Positions of features in the source; without a source there are none.
struct Surroundings {
  gis::map::LayerSource source{};
  std::vector<std::uint32_t> seas{}, neighbours{};
  std::vector<std::uint32_t>
      country{};  ///< Viet Nam, where the data set has a part of it only: the rest of it is land too
  [[nodiscard]] bool empty() const { return source.id.empty(); }
};

/// The same as geometry, for what draws without the engine; empty where they do not fit the data set.
struct SurroundingAreas {
  enum class Kind : std::uint8_t { sea, neighbour, country };
  std::vector<core::geom::MultiPolygon> areas{};  ///< [feature]
  std::vector<std::string> codes{};               ///< [feature] ISO 3166-1 numeric, or "sea"
  std::vector<core::BilingualText> names{};       ///< [feature] empty where a map needs none
  std::vector<Kind> kinds{};                      ///< [feature]
  bool is_whole_country = false;                  ///< the data set covers the country: it need not be drawn
  [[nodiscard]] bool empty() const { return areas.empty(); }
};
[[nodiscard]] SurroundingAreas read_surroundings(const core::Dataset& dataset,
                                                 const std::filesystem::path& file);
/// From the program's own file.
[[nodiscard]] SurroundingAreas read_surroundings(const core::Dataset& dataset);

/// Reads `file` and writes what it holds into `folder` for the engine, unless it is there.
[[nodiscard]] Surroundings write_surroundings(const core::Dataset& dataset, const std::filesystem::path& file,
                                              const std::filesystem::path& folder);
/// The same from the program's own file.
[[nodiscard]] Surroundings write_surroundings(const core::Dataset& dataset,
                                              const std::filesystem::path& folder);

/// The land, for the slot `base`; \pre added before what else stands there.
void add_land(const Surroundings& surroundings, gis::map::MapSpec& map);
/// The names of neighbours and seas.
void add_names_around(const Surroundings& surroundings, Language language, gis::map::MapSpec& map);

}  // namespace vicinia::workspace::inline maps
