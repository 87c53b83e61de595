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

constexpr std::size_t most_silhouettes = 24;  ///< a crowded page tries many scales

void add_ring(const QgsCurve* ring, const QTransform& to_pixels, QPainterPath& path) {
  if (ring != nullptr) path.addPolygon(to_pixels.map(ring->asQPolygonF()));
}

/// Of those layers that are the subject: what lies around is none.
const map::AreaLayer* subject_of(const map::Layer& any) {
  const map::AreaLayer* layer = map::as_areas(any);
  return layer != nullptr && layer->slot != map::Slot::base ? layer : nullptr;
}

void paint_areas(const map::MapSpec& spec, const QTransform& to_pixels, double metres_per_pixel,
                 LayerCache& cache, QPainter& painter) {
  for (const map::Layer& any : spec.layers) {
    const map::AreaLayer* layer = subject_of(any);
    if (layer == nullptr) continue;
    const auto source = source_of(spec, layer->source, cache);
    if (!source) continue;
    for (std::size_t i = 0; i < (*source)->size() && i < layer->states.size(); ++i) {
      if (layer->states[i] == map::ValueState::outside) continue;
      paint_shape((*source)->geometry(i, metres_per_pixel), to_pixels, painter);
    }
  }
}

/// Sizes and edges count: what stands on the page is the whole symbol.
double width_of(const map::Marker& marker) { return marker.size_mm + marker.edge.width_mm; }

}  // namespace

std::vector<SymbolDisc> symbols_of(const map::MapSpec& spec, LayerCache& cache) {
  std::vector<SymbolDisc> discs;
  const auto stand = [&](LoadedLayer& source, std::size_t index, double diameter_mm) {
    if (diameter_mm <= 0) return;
    const QgsPointXY at = source.label_point(index, 0);
    discs.push_back({{at.x(), at.y()}, 0, diameter_mm, false});
  };
  for (const map::Layer& any : spec.layers) {
    if (const auto* badges = std::get_if<map::BadgeLayer>(&any))
      for (const map::Position& at : badges->at)
        discs.push_back({{at.x, at.y},
                         badges->badge.raised_mm,
                         badges->badge.diameter_mm + 2 * badges->badge.halo.width_mm,
                         true});
    if (const auto* points = std::get_if<map::PointLayer>(&any)) {
      const auto source = source_of(spec, points->source, cache);
      if (!source) continue;
      if (const auto features = chosen(points->features, **source))
        for (const std::size_t index : *features) stand(**source, index, width_of(points->marker));
    }
    if (const auto* symbols = std::get_if<map::ProportionalSymbolLayer>(&any)) {
      const auto source = source_of(spec, symbols->source, cache);
      if (!source) continue;
      const std::size_t count = std::min({(*source)->size(), symbols->states.size(), symbols->values.size()});
      for (std::size_t i = 0; i < count; ++i) {
        if (symbols->states[i] == map::ValueState::not_published)
          stand(**source, i, width_of(symbols->not_published));
        if (symbols->states[i] == map::ValueState::value && symbols->values[i] != 0)
          stand(**source, i, width_of(symbols->symbol_of(symbols->values[i])));
      }
    }
  }
  return discs;
}

void paint_shape(const QgsGeometry& shape, const QTransform& to_pixels, QPainter& painter) {
  QPainterPath path;
  path.setFillRule(Qt::WindingFill);
  for (auto part = shape.const_parts_begin(); part != shape.const_parts_end(); ++part)
    if (const auto* polygon = qgsgeometry_cast<const QgsPolygon*>(*part))
      add_ring(polygon->exteriorRing(), to_pixels, path);
  painter.drawPath(path);
}

PixelSums::PixelSums(const QImage& grey) : width_(grey.width()), height_(grey.height()) {
  const auto row = static_cast<std::size_t>(width_) + 1;
  sums_.assign(row * (static_cast<std::size_t>(height_) + 1), 0);
  for (int y = 0; y < height_; ++y) {
    const uchar* line = grey.constScanLine(y);
    std::uint32_t in_row = 0;
    for (int x = 0; x < width_; ++x) {
      in_row += line[x] < 128 ? 1 : 0;
      const std::size_t at = row * (static_cast<std::size_t>(y) + 1) + static_cast<std::size_t>(x) + 1;
      sums_[at] = sums_[at - row] + in_row;
    }
  }
}

double PixelSums::dark_share(const QRect& where) const {
  const QRect pixels = where.intersected(QRect(0, 0, width_, height_));
  if (pixels.isEmpty()) return 0;
  const auto row = static_cast<std::size_t>(width_) + 1;
  const auto sum = [&](int x, int y) {
    return sums_[row * static_cast<std::size_t>(y) + static_cast<std::size_t>(x)];
  };
  const int left = pixels.left(), top = pixels.top(), right = left + pixels.width(),
            bottom = top + pixels.height();
  const std::uint32_t dark = sum(right, bottom) + sum(left, top) - sum(left, bottom) - sum(right, top);
  return static_cast<double>(dark) / (static_cast<double>(pixels.width()) * pixels.height());
}

namespace {

QImage painted(const map::MapSpec& spec, const std::vector<SymbolDisc>& symbols, const map::Extent& ground,
               double metres_per_mm, LayerCache& cache) {
  QImage mask(static_cast<int>(std::ceil(ground.width() / metres_per_mm)),
              static_cast<int>(std::ceil(ground.height() / metres_per_mm)), QImage::Format_Grayscale8);
  mask.fill(Qt::white);
  QTransform to_pixels;
  to_pixels.scale(1 / metres_per_mm, -1 / metres_per_mm);
  to_pixels.translate(-ground.min_x, -ground.max_y);
  QPainter painter(&mask);
  painter.setPen(Qt::black);  // half a millimetre more on every side
  painter.setBrush(Qt::black);
  paint_areas(spec, to_pixels, metres_per_mm, cache, painter);
  for (const SymbolDisc& symbol : symbols) {
    const double radius = symbol.diameter_mm / 2;
    painter.drawEllipse(to_pixels.map(symbol.at) - QPointF(0, symbol.raised_mm), radius, radius);
  }
  return mask;
}

}  // namespace

SubjectMask::SubjectMask(const map::MapSpec& spec, const std::vector<SymbolDisc>& symbols,
                         const map::Extent& ground, double metres_per_mm, LayerCache& cache)
    : ground_(ground), sums_(painted(spec, symbols, ground, metres_per_mm, cache)) {}

double SubjectMask::covered_share(const QRectF& place) const {
  return sums_.dark_share(place.toAlignedRect());
}

Silhouette::Silhouette(std::shared_ptr<const SubjectMask> mask, const map::Extent& extent,
                       const QRectF& frame)
    : mask_(std::move(mask)) {
  const double mm_per_metre = frame.width() / extent.width();
  to_mask_ = QPointF((extent.min_x - mask_->ground().min_x) * mm_per_metre,
                     (mask_->ground().max_y - extent.max_y) * mm_per_metre) -
             frame.topLeft();
}

double Silhouette::covered_share(const QRectF& place) const {
  return mask_->covered_share(place.translated(to_mask_));
}

Silhouette Silhouettes::get(const map::MapSpec& spec, const std::vector<SymbolDisc>& symbols,
                            const map::Extent& extent, const QRectF& frame, LayerCache& cache) {
  Key key{.sources = {}, .shown = {}, .symbols = symbols, .metres_per_mm = extent.width() / frame.width()};
  for (const map::Layer& any : spec.layers)
    if (const map::AreaLayer* layer = subject_of(any)) {
      if (const map::LayerSource* source = map::find_source(spec, layer->source))
        key.sources.push_back(*source);
      auto& shown = key.shown.emplace_back();
      for (const map::ValueState state : layer->states) shown.push_back(state != map::ValueState::outside);
    }
  const auto found = std::ranges::find_if(kept_, [&](const auto& one) {
    const map::Extent& ground = one.second->ground();
    return ground.min_x <= extent.min_x && ground.max_x >= extent.max_x && ground.min_y <= extent.min_y &&
           ground.max_y >= extent.max_y && one.first == key;
  });
  if (found != kept_.end()) {
    kept_.splice(kept_.begin(), kept_, found);
  } else {
    const map::Extent ground{extent.min_x - extent.width(), extent.min_y, extent.max_x + extent.width(),
                             extent.max_y};
    auto mask = std::make_shared<const SubjectMask>(spec, symbols, ground, key.metres_per_mm, cache);
    kept_.emplace_front(std::move(key), std::move(mask));
    if (kept_.size() > most_silhouettes) kept_.pop_back();
  }
  return {kept_.front().second, extent, frame};
}

}  // namespace vicinia::gis::engine
