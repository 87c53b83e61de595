/// \file label_overlay.h
/// Names drawn once for a view and laid over every map of it: setting type takes QGIS longer than filling areas, and
/// another sector or measure leaves most names as they are.
/// Cost:    four bytes a pixel for each view that is kept; the least recently used goes first.
#pragma once

#include <QImage>
#include <cstddef>
#include <list>

#include "vicinia/gis/map/map_spec.h"

namespace vicinia::gis::engine {

/// A map in two parts, the names above everything else. `labels` has no layers where there is nothing to gain.
struct SplitMap {
  map::MapSpec body{};
  map::MapSpec labels{};  ///< the key of the overlay: whatever has no influence on it is left out
};

/// Names on top of the map become the overlay, unless the scale hides them.
[[nodiscard]] SplitMap split_labels(const map::MapSpec& spec, double scale_denominator);

class LabelOverlays {
 public:
  explicit LabelOverlays(std::size_t most_bytes) : most_bytes_(most_bytes) {}
  /// nullptr where it is not kept.
  [[nodiscard]] const QImage* find(const map::MapSpec& labels);
  void keep(map::MapSpec labels, QImage image);

 private:
  struct Entry {
    map::MapSpec labels;
    QImage image;
  };
  std::size_t most_bytes_;
  std::list<Entry> entries_;  ///< the most recently used first
};

}  // namespace vicinia::gis::engine
