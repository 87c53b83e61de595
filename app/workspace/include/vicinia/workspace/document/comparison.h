/// \file comparison.h
/// Two to six maps that are looked at together. The first is the view's own; each of the others has a sector, a variable, a period and rules of
/// agglomerations, and shares all else with it: province, extent, selection, classes of a variable, colours, names, outlines.
/// A map is spoken of by its position: 0 is the first.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "vicinia/core/agglomeration/agglomeration.h"
#include "vicinia/core/industry/observations.h"
#include "vicinia/core/values/variable.h"

namespace vicinia::workspace::inline document {

struct View;
struct Document;

inline constexpr std::size_t most_compared_maps = 6;

/// What a map beside the first has of its own.
struct ComparedMap {
  core::industry::SectorIndex sector = 0;
  core::values::Variable variable = core::values::Variable::location_quotient;
  core::industry::PeriodIndex period = 0;
  std::optional<core::industry::PeriodIndex> base_period{};  ///< as in View
  std::optional<core::agglomeration::Rules> rules{};         ///< nullopt: those of the first map
  friend bool operator==(const ComparedMap&, const ComparedMap&) = default;
};

struct Comparison {
  std::vector<ComparedMap> others{};  ///< beside the first map; none: nothing is compared
  std::size_t swiped_with = 0;        ///< the map beneath the first, with a handle between; 0: all in a grid
  /// On all maps of one variable, of all their values together; and symbols of one quantity have one size for one number.
  bool same_classes = false;
  friend bool operator==(const Comparison&, const Comparison&) = default;
};

[[nodiscard]] std::size_t map_count(const View& view);
/// The document as that map shows it: it comes first, and the first takes its place. Of map 0 the document itself.
/// \pre map < map_count(document.view)
[[nodiscard]] Document document_of(const Document& document, std::size_t map);
[[nodiscard]] View view_of_map(const View& view, std::size_t map);
/// Whether the classes of the first map are those of several maps together.
[[nodiscard]] bool pools_classes(const View& view);

}  // namespace vicinia::workspace::inline document
