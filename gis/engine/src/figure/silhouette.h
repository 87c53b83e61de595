/// \file silhouette.h
/// Where on a page the subject of a map lies, so that nothing else is put there: the units that a figure shows, and every symbol,
/// marker and badge. Units outside of what a figure shows, and land around it, are not its subject.
/// Units:   millimetres on the page.
/// Cost:    a mask is drawn once for a subject and a scale, in O(vertices); a question to it is O(1).
#pragma once

#include <qgsgeometry.h>

#include <QImage>
#include <QPainter>
#include <QPointF>
#include <QRectF>
#include <QTransform>
#include <cstdint>
#include <list>
#include <memory>
#include <utility>
#include <vector>

#include "layer_cache.h"
#include "vicinia/gis/map/map_spec.h"

namespace vicinia::gis::engine {

/// A symbol on the ground, as large as it is on the page.
struct SymbolDisc {
  QPointF at;            ///< in metres of the map
  double raised_mm = 0;  ///< how far its middle stands above
  double diameter_mm = 0;
  bool is_badge = false;  ///< it marks a unit whose name may stand beneath it
  friend bool operator==(const SymbolDisc&, const SymbolDisc&) = default;
};
/// All that stand on a map.
[[nodiscard]] std::vector<SymbolDisc> symbols_of(const map::MapSpec& spec, LayerCache& cache);

/// How many pixels of a picture are dark, in any rectangle of it.
class PixelSums {
 public:
  explicit PixelSums(const QImage& grey);
  /// Of the pixels of `where` that lie in the picture, in [0, 1]; 0 where none does.
  [[nodiscard]] double dark_share(const QRect& where) const;

 private:
  int width_, height_;
  std::vector<std::uint32_t> sums_;  ///< of the pixels above and to the left
};

/// Paints the outer rings of a feature's areas.
void paint_shape(const QgsGeometry& shape, const QTransform& to_pixels, QPainter& painter);

/// The subject at one scale, a pixel to a millimetre, on the ground that frames of this scale may show.
class SubjectMask {
 public:
  SubjectMask(const map::MapSpec& spec, const std::vector<SymbolDisc>& symbols, const map::Extent& ground,
              double metres_per_mm, LayerCache& cache);
  [[nodiscard]] const map::Extent& ground() const { return ground_; }
  /// How much of a place is taken, in [0, 1]; millimetres to the right of and below the north-west corner of the ground. A pixel that is
  /// touched counts as a whole.
  [[nodiscard]] double covered_share(const QRectF& place) const;

 private:
  map::Extent ground_;
  PixelSums sums_;
};

/// A frame on the page that shows some of the ground of a mask.
class Silhouette {
 public:
  Silhouette(std::shared_ptr<const SubjectMask> mask, const map::Extent& extent, const QRectF& frame);
  /// How much of a place on the page is taken, in [0, 1].
  [[nodiscard]] double covered_share(const QRectF& place) const;

 private:
  std::shared_ptr<const SubjectMask> mask_;
  QPointF to_mask_;
};

/// The masks of the last few maps: on the pages of a series they are often the same, whatever their colours.
class Silhouettes {
 public:
  /// `extent` is what `frame` shows. Frames of one size that are moved by up to their own width share a mask.
  [[nodiscard]] Silhouette get(const map::MapSpec& spec, const std::vector<SymbolDisc>& symbols,
                               const map::Extent& extent, const QRectF& frame, LayerCache& cache);

 private:
  /// All that a mask depends on but the ground.
  struct Key {
    std::vector<map::LayerSource> sources;
    std::vector<std::vector<bool>> shown;  ///< [layer][unit]
    std::vector<SymbolDisc> symbols;
    double metres_per_mm;
    friend bool operator==(const Key&, const Key&) = default;
  };
  std::list<std::pair<Key, std::shared_ptr<const SubjectMask>>> kept_;  ///< the last used first
};

}  // namespace vicinia::gis::engine
