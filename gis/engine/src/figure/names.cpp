#include "figure/names.h"

#include <algorithm>

#include "figure/page_items.h"
#include "text.h"

namespace vicinia::gis::engine {
namespace {

constexpr double around_a_name = 0.4;

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
  /// Of the scale, for units of a metre.
  [[nodiscard]] double denominator() const { return 1000 / mm_per_unit_; }
  /// A badge that stands above `foot`.
  void take(const QRectF& badge, QPointF foot) { badges_.push_back({badge, foot}); }
  /// Takes the place where it is free. The badge of the very unit that is named stands on its name.
  bool offer(const QRectF& place) {
    if (!where_.contains(place)) return false;
    if (std::ranges::any_of(taken_, [&](const QRectF& other) { return other.intersects(place); }))
      return false;
    if (std::ranges::any_of(badges_, [&](const Badge& one) {
          return one.where.intersects(place) && !place.contains(one.foot);
        }))
      return false;
    taken_.push_back(place);
    return true;
  }

 private:
  QgsRectangle extent_;
  QRectF where_;
  double mm_per_unit_;
  std::vector<QRectF> taken_;
  struct Badge {
    QRectF where;
    QPointF foot;
  };
  std::vector<Badge> badges_;
};

void take_badges(const map::BadgeLayer& layer, Room& room) {
  const double size = layer.badge.diameter_mm;
  for (const map::Position& at : layer.at) {
    const QPointF foot = room.on_page(at.x, at.y), middle = foot - QPointF(0, layer.badge.raised_mm);
    room.take({middle.x() - size / 2, middle.y() - size / 2, size, size}, foot);
  }
}

/// \return the features that are named, ascending; nothing where the layer is wrong, which add_layer() tells.
std::optional<std::vector<std::uint32_t>> named(const map::LabelLayer& layer, LoadedLayer& source,
                                                const MapFrame& frame, Room& room) {
  const auto features = chosen(layer.features, source);
  const int column = source.fields().lookupField(QString::fromStdString(layer.field));
  if (!features || column < 0) return std::nullopt;
  std::vector<std::size_t> largest_first = *features;
  const auto area = [&](std::size_t i) { return source.box(i).area(); };
  std::ranges::stable_sort(largest_first, [&](std::size_t a, std::size_t b) { return area(a) > area(b); });
  std::vector<std::uint32_t> result;
  for (const std::size_t index : largest_first) {
    const QString text = source.feature(index).attribute(column).toString();
    if (text.isEmpty() || !in_sight(frame, source, index)) continue;
    const QgsPointXY point = label_place(frame, source, index);
    const QSizeF size = text_size(text, {layer.size_pt, layer.bold}) + QSizeF(2 * around_a_name, 0);
    const QPointF middle = room.on_page(point.x(), point.y());
    if (room.offer(
            {middle.x() - size.width() / 2, middle.y() - size.height() / 2, size.width(), size.height()}))
      result.push_back(static_cast<std::uint32_t>(index));
  }
  std::ranges::sort(result);
  return result;
}

}  // namespace

std::optional<map::MapSpec> with_names_that_fit(const map::MapSpec& spec, const MapFrame& frame,
                                                const QRectF& where, const std::vector<QRectF>& taken,
                                                LayerCache& cache) {
  struct Names {
    std::size_t layer;
    std::shared_ptr<LoadedLayer> source;
  };
  std::vector<Names> by_priority;
  Room room(frame, where, taken);
  for (std::size_t i = 0; i < spec.layers.size(); ++i) {
    if (const auto* badges = std::get_if<map::BadgeLayer>(&spec.layers[i])) take_badges(*badges, room);
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
  std::ranges::stable_sort(by_priority, [&](const Names& a, const Names& b) {
    return labels_of(result, a.layer).priority > labels_of(result, b.layer).priority;
  });
  std::vector<std::size_t> without;
  for (const Names& names : by_priority) {
    map::LabelLayer& labels = labels_of(result, names.layer);
    const bool in_scale = labels.max_scale <= 0 || room.denominator() <= labels.max_scale;
    auto shown = in_scale ? named(labels, *names.source, frame, room) : std::vector<std::uint32_t>();
    if (!shown) continue;
    if (shown->empty())
      without.push_back(names.layer);
    else
      labels.features = *std::move(shown);
  }
  std::ranges::sort(without, std::greater{});
  for (const std::size_t layer : without)
    result.layers.erase(result.layers.begin() + static_cast<std::ptrdiff_t>(layer));
  return result;
}

}  // namespace vicinia::gis::engine
