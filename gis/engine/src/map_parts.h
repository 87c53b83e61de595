/// \file map_parts.h
/// A map in parts that are drawn apart, at the same time, and kept: another sector or variable leaves the borders and most names as they
/// are, and they take QGIS longer than filling areas.
/// Cost:    four bytes a pixel for each overlay that is kept; the least recently used goes first.
#pragma once

#include <QImage>
#include <array>
#include <cstddef>
#include <list>

#include "vicinia/gis/map/map_spec.h"

namespace vicinia::gis::engine {

/// From below. All but `areas` are keys of kept images too: whatever has no influence on them is left out. Without layers there is
/// nothing to be drawn apart.
struct MapParts {
  map::MapSpec land{};   ///< the background, and what lies under the coloured units
  map::MapSpec areas{};  ///< the coloured units, without the borders of the highest, and hatches
  /// One for each slot from borders on. Borders begin with the coloured units, of which only the borders are drawn; names that the scale
  /// hides are left out.
  std::array<map::MapSpec, map::slot_count - static_cast<std::size_t>(map::Slot::borders)> above{};
};
[[nodiscard]] MapParts parts_of(const map::MapSpec& spec, double scale_denominator);

/// Parts as images; only the land has anything behind it.
class KeptParts {
 public:
  explicit KeptParts(std::size_t most_bytes) : most_bytes_(most_bytes) {}
  /// nullptr where it is not kept.
  [[nodiscard]] const QImage* find(const map::MapSpec& part);
  void keep(map::MapSpec part, QImage image);

 private:
  struct Entry {
    map::MapSpec part;
    QImage image;
  };
  std::size_t most_bytes_;
  std::list<Entry> entries_;  ///< the most recently used first
};

}  // namespace vicinia::gis::engine
