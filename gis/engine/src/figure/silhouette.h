/// \file silhouette.h
/// Where on a page the subject of a map lies, so that nothing else is put there. Units outside of what a figure shows
/// are not its subject.
/// Units:   millimetres on the page.
#pragma once

#include <QImage>
#include <QRectF>
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

}  // namespace vicinia::gis::engine
