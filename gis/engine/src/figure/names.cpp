#include "figure/names.h"

#include <QImage>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "figure/page_items.h"
#include "figure/silhouette.h"
#include "text.h"

namespace vicinia::gis::engine {
namespace {

constexpr double around_a_name = 0.8;  ///< more than its halo: no name cuts into that of another

class Room {
 public:
  Room(const MapFrame& frame, const QRectF& where, const std::vector<QRectF>& taken)
      : extent_(frame.extent),
        where_(where),
        mm_per_unit_(where.width() / frame.extent.width()),
        taken_(taken) {}

  [[nodiscard]] QPointF on_page(double x, double y) const {
    return {where_.left() + (x - extent_.xMinimum()) * mm_per_unit_,
            where_.top() + (extent_.yMaximum() - y) * mm_per_unit_};
  }
  [[nodiscard]] map::Position on_ground(QPointF place) const {
    return {extent_.xMinimum() + (place.x() - where_.left()) / mm_per_unit_,
            extent_.yMaximum() - (place.y() - where_.top()) / mm_per_unit_};
  }
  [[nodiscard]] const QRectF& frame() const { return where_; }
  [[nodiscard]] double mm_per_unit() const { return mm_per_unit_; }
  /// Of the scale, for units of a metre.
  [[nodiscard]] double denominator() const { return 1000 / mm_per_unit_; }
  void take(const SymbolDisc& symbol) {
    const QPointF foot = on_page(symbol.at.x(), symbol.at.y()), middle = foot - QPointF(0, symbol.raised_mm);
    const double size = symbol.diameter_mm;
    symbols_.push_back(
        {middle, {middle.x() - size / 2, middle.y() - size / 2, size, size}, foot, symbol.is_badge});
  }
  void take(const QRectF& place) { taken_.push_back(place); }
  /// The badge of the very unit that is named stands on its name.
  [[nodiscard]] bool is_free(const QRectF& place) const {
    if (!where_.contains(place)) return false;
    if (std::ranges::any_of(taken_, [&](const QRectF& other) { return other.intersects(place); }))
      return false;
    return std::ranges::none_of(symbols_, [&](const Symbol& one) {
      if (!one.box.intersects(place)) return false;
      if (one.is_badge) return !place.contains(one.foot);
      const double x = one.middle.x() - std::clamp(one.middle.x(), place.left(), place.right()),
                   y = one.middle.y() - std::clamp(one.middle.y(), place.top(), place.bottom());
      return 4 * (x * x + y * y) < one.box.width() * one.box.width();
    });
  }

 private:
  QgsRectangle extent_;
  QRectF where_;
  double mm_per_unit_;
  std::vector<QRectF> taken_;
  struct Symbol {
    QPointF middle;
    QRectF box;
    QPointF foot;
    bool is_badge;
  };
  std::vector<Symbol> symbols_;
};

QRectF around(QPointF middle, const QSizeF& size) {
  return {middle.x() - size.width() / 2, middle.y() - size.height() / 2, size.width(), size.height()};
}

/// At its place, else beside a symbol that stands there, so long as its middle stays in the unit.
std::optional<QRectF> place_at(LoadedLayer& source, std::size_t index, QPointF middle, const QSizeF& size,
                               const MapFrame& frame, const Room& room) {
  if (const QRectF there = around(middle, size); room.is_free(there)) return there;
  if (source.shape() != Shape::areas) return std::nullopt;
  std::optional<QgsGeometry> unit;
  for (const PlaceBeside& beside : places_beside) {
    const QRectF there =
        around(middle + QPointF(beside.right * size.width(), beside.down * size.height()), size);
    if (!room.is_free(there)) continue;
    if (!unit) unit = source.geometry(index, frame.chosen_names.value_or(frame.units_per_pixel));
    const map::Position on_ground = room.on_ground(there.center());
    const QgsPointXY point(on_ground.x, on_ground.y);
    if (unit->contains(&point)) return there;
  }
  return std::nullopt;
}

/// Which feature of a source is seen where on the page, a pixel to a millimetre.
class Seen {
 public:
  Seen(LoadedLayer& source, const MapFrame& frame, const Room& room)
      : features_(static_cast<int>(room.frame().width()), static_cast<int>(room.frame().height()),
                  QImage::Format_Grayscale8) {
    features_.fill(0);
    QTransform to_pixels;
    to_pixels.scale(room.mm_per_unit(), -room.mm_per_unit());
    to_pixels.translate(-frame.extent.xMinimum(), -frame.extent.yMaximum());
    QPainter painter(&features_);
    for (std::size_t i = 0; i < source.size() && i < most; ++i) {
      if (!in_sight(frame, source, i)) continue;
      const QColor number(grey(i), grey(i), grey(i));
      painter.setPen(number);
      painter.setBrush(number);
      QgsGeometry shape = source.geometry(i, 1 / room.mm_per_unit());
      paint_shape(shape.clipped(frame.extent), to_pixels, painter);
    }
  }
  /// Dark where this feature is seen.
  [[nodiscard]] QImage of(std::size_t feature) const {
    QImage seen = features_.copy();
    for (int y = 0; y < seen.height(); ++y) {
      uchar* line = seen.scanLine(y);
      for (int x = 0; x < seen.width(); ++x) line[x] = line[x] == grey(feature) ? 0 : 255;
    }
    return seen;
  }

 private:
  static constexpr std::size_t most = 254;
  static int grey(std::size_t feature) { return static_cast<int>(std::min(feature, most)) + 1; }
  QImage features_;
};

/// Where there is most room in what is seen of a feature; of places that are as good, the one nearest to `middle`.
std::optional<QRectF> place_within(const QImage& seen, QPointF middle, const QSizeF& size, const Room& room) {
  constexpr double step = 4, most_room = 10;
  const QRectF& page = room.frame();
  const PixelSums sums(seen);
  const auto is_within = [&](const QRectF& place) {
    const QRect pixels = place.translated(-page.topLeft()).toAlignedRect();
    return seen.rect().contains(pixels) && sums.dark_share(pixels) >= 1;
  };
  std::optional<QRectF> best;
  double most = -1, nearest = 0;
  for (double y = page.top() + size.height() / 2; y < page.bottom(); y += step)
    for (double x = page.left() + size.width() / 2; x < page.right(); x += step) {
      const QRectF there = around({x, y}, size);
      if (!is_within(there)) continue;
      double free = 0;
      const auto has = [&](double more) {
        const QRectF larger = there.adjusted(-more, -more, more, more);
        return is_within(larger) && room.is_free(larger);
      };
      if (!has(0.5)) continue;
      while (free < most_room && has(free + 2)) free += 2;
      const double distance = std::hypot(x - middle.x(), y - middle.y());
      if (free < most || (free == most && distance >= nearest)) continue;
      best = there;
      most = free;
      nearest = distance;
    }
  return best;
}

struct Names {
  std::vector<std::uint32_t> features;
  std::vector<map::Position> at;
};

/// \return the features that are named; nothing where the layer is wrong, which add_layer() tells.
std::optional<Names> named(const map::LabelLayer& layer, LoadedLayer& source, const MapFrame& frame,
                           Room& room) {
  const auto features = chosen(layer.features, source);
  const int column = source.fields().lookupField(QString::fromStdString(layer.field));
  if (!features || column < 0) return std::nullopt;
  std::vector<std::size_t> largest_first = *features;
  const auto area = [&](std::size_t i) { return source.box(i).area(); };
  std::ranges::stable_sort(largest_first, [&](std::size_t a, std::size_t b) { return area(a) > area(b); });
  Names result;
  std::optional<Seen> seen;
  if (layer.anywhere_within) seen.emplace(source, frame, room);
  for (const std::size_t index : largest_first) {
    const QString text = source.feature(index).attribute(column).toString();
    if (text.isEmpty() || !in_sight(frame, source, index)) continue;
    const QgsPointXY point = label_place(frame, source, index);
    const QSizeF size =
        text_size(text, {.size_pt = layer.size_pt, .bold = layer.bold, .italic = layer.italic}) +
        QSizeF(2 * around_a_name, 0);
    const QPointF middle = room.on_page(point.x(), point.y());
    const auto place = seen ? place_within(seen->of(index), middle, size, room)
                            : place_at(source, index, middle, size, frame, room);
    if (!place) continue;
    room.take(*place);
    result.features.push_back(static_cast<std::uint32_t>(index));
    result.at.push_back(room.on_ground(place->center()));
  }
  return result;
}

}  // namespace

std::optional<map::MapSpec> with_names_that_fit(const map::MapSpec& spec, const MapFrame& frame,
                                                const QRectF& where, const std::vector<QRectF>& taken,
                                                LayerCache& cache) {
  struct OfLayer {
    std::size_t layer;
    std::shared_ptr<LoadedLayer> source;
  };
  std::vector<OfLayer> by_priority;
  Room room(frame, where, taken);
  for (const SymbolDisc& symbol : symbols_of(spec, cache)) room.take(symbol);
  for (std::size_t i = 0; i < spec.layers.size(); ++i) {
    const auto* labels = std::get_if<map::LabelLayer>(&spec.layers[i]);
    if (labels == nullptr) continue;
    const auto source = source_of(spec, labels->source, cache);
    if (!source || !same_crs(frame, **source)) return std::nullopt;
    by_priority.push_back({i, *source});
  }
  const auto labels_of = [](map::MapSpec& map, std::size_t layer) -> map::LabelLayer& {
    return std::get<map::LabelLayer>(map.layers[layer]);
  };
  map::MapSpec result = spec;
  std::ranges::stable_sort(by_priority, [&](const OfLayer& a, const OfLayer& b) {
    return labels_of(result, a.layer).priority > labels_of(result, b.layer).priority;
  });
  std::vector<std::size_t> without;
  for (const OfLayer& names : by_priority) {
    map::LabelLayer& labels = labels_of(result, names.layer);
    const bool in_scale = labels.max_scale <= 0 || room.denominator() <= labels.max_scale;
    auto shown = in_scale ? named(labels, *names.source, frame, room) : Names();
    if (!shown) continue;
    if (shown->features.empty()) without.push_back(names.layer);
    labels.features = std::move(shown->features);
    labels.at = std::move(shown->at);
  }
  std::ranges::sort(without, std::greater{});
  for (const std::size_t layer : without)
    result.layers.erase(result.layers.begin() + static_cast<std::ptrdiff_t>(layer));
  return result;
}

}  // namespace vicinia::gis::engine
