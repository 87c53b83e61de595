#include "figure/silhouette.h"

#include <qgscurve.h>
#include <qgspolygon.h>

#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cmath>

#include "layers/map_layers.h"

namespace vicinia::gis::engine {
namespace {

constexpr std::size_t most_kept = 48;  ///< a crowded page tries many places for its parts
constexpr double pixels_per_mm = 1;    ///< the pen that draws an outline makes it half a millimetre wider

void add_ring(const QgsCurve* ring, const QTransform& to_pixels, QPainterPath& path) {
  if (ring != nullptr) path.addPolygon(to_pixels.map(ring->asQPolygonF()));
}

}  // namespace

Silhouette::Silhouette(const map::MapSpec& spec, const map::Extent& extent, const QRectF& frame,
                       LayerCache& cache)
    : frame_(frame),
      mask_(static_cast<int>(std::ceil(frame.width() * pixels_per_mm)),
            static_cast<int>(std::ceil(frame.height() * pixels_per_mm)), QImage::Format_Grayscale8) {
  mask_.fill(Qt::white);
  QTransform to_pixels;
  to_pixels.scale(mask_.width() / extent.width(), -mask_.height() / extent.height());
  to_pixels.translate(-extent.min_x, -extent.max_y);
  QPainter painter(&mask_);
  painter.setPen(Qt::black);
  painter.setBrush(Qt::black);
  for (const map::Layer& any : spec.layers) {
    const map::AreaLayer* layer = map::as_areas(any);
    if (layer == nullptr || layer->slot == map::Slot::base) continue;  // what lies around is no subject
    const auto source = source_of(spec, layer->source, cache);
    if (!source) continue;
    const double units_per_pixel = extent.width() / mask_.width();
    for (std::size_t i = 0; i < (*source)->size() && i < layer->states.size(); ++i) {
      if (layer->states[i] == map::ValueState::outside) continue;
      const QgsGeometry geometry = (*source)->geometry(i, units_per_pixel);
      QPainterPath path;
      for (auto part = geometry.const_parts_begin(); part != geometry.const_parts_end(); ++part)
        if (const auto* polygon = qgsgeometry_cast<const QgsPolygon*>(*part))
          add_ring(polygon->exteriorRing(), to_pixels, path);
      painter.drawPath(path);
    }
  }
}

std::shared_ptr<const Silhouette> Silhouettes::get(const map::MapSpec& spec, const map::Extent& extent,
                                                   const QRectF& frame, LayerCache& cache) {
  Key key{.sources = {}, .shown = {}, .extent = extent, .frame = frame};
  for (const map::Layer& any : spec.layers)
    if (const map::AreaLayer* layer = map::as_areas(any);
        layer != nullptr && layer->slot != map::Slot::base) {
      if (const map::LayerSource* source = map::find_source(spec, layer->source))
        key.sources.push_back(*source);
      auto& shown = key.shown.emplace_back();
      for (const map::ValueState state : layer->states) shown.push_back(state != map::ValueState::outside);
    }
  const auto found = std::ranges::find(kept_, key, [](const auto& one) -> const Key& { return one.first; });
  if (found != kept_.end()) {
    kept_.splice(kept_.begin(), kept_, found);
  } else {
    kept_.emplace_front(std::move(key), std::make_shared<const Silhouette>(spec, extent, frame, cache));
    if (kept_.size() > most_kept) kept_.pop_back();
  }
  return kept_.front().second;
}

double Silhouette::covered_share(const QRectF& place) const {
  const QRectF in_pixels((place.x() - frame_.x()) * pixels_per_mm, (place.y() - frame_.y()) * pixels_per_mm,
                         place.width() * pixels_per_mm, place.height() * pixels_per_mm);
  const QRect pixels = in_pixels.toAlignedRect().intersected(mask_.rect());
  if (pixels.isEmpty()) return 0;
  qint64 covered = 0;
  for (int y = pixels.top(); y <= pixels.bottom(); ++y) {
    const uchar* line = mask_.constScanLine(y);
    for (int x = pixels.left(); x <= pixels.right(); ++x) covered += line[x] < 128 ? 1 : 0;
  }
  return static_cast<double>(covered) / (static_cast<double>(pixels.width()) * pixels.height());
}

}  // namespace vicinia::gis::engine
