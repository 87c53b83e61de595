/// \file silhouette.h
/// Where on a page the subject of a map lies, so that nothing else is put there. Units outside of what a figure shows
/// are not its subject.
/// Units:   millimetres on the page.
#pragma once

#include <QImage>
#include <QRectF>
#include <list>
#include <memory>
#include <utility>
#include <vector>

#include "layer_cache.h"
#include "vicinia/gis/map/map_spec.h"

namespace vicinia::gis::engine {

class Silhouette {
 public:
  /// `extent` is what `frame` shows.
  Silhouette(const map::MapSpec& spec, const map::Extent& extent, const QRectF& frame, LayerCache& cache);

  /// How much of a place is taken, in [0, 1].
  [[nodiscard]] double covered_share(const QRectF& place) const;

 private:
  QRectF frame_;
  QImage mask_;
};

/// Those of the last few maps: on the pages of a series they are often the same, whatever their colours.
class Silhouettes {
 public:
  [[nodiscard]] std::shared_ptr<const Silhouette> get(const map::MapSpec& spec, const map::Extent& extent,
                                                      const QRectF& frame, LayerCache& cache);

 private:
  /// All that a silhouette depends on.
  struct Key {
    std::vector<map::LayerSource> sources;
    std::vector<std::vector<bool>> shown;  ///< [layer][unit]
    map::Extent extent;
    QRectF frame;
    friend bool operator==(const Key&, const Key&) = default;
  };
  std::list<std::pair<Key, std::shared_ptr<const Silhouette>>> kept_;  ///< the last used first
};

}  // namespace vicinia::gis::engine
