#include "figure/map_item.h"

#include <qgslayoutitemmapoverview.h>

#include "figure/badges_apart.h"
#include "figure/names.h"
#include "layers/map_layers.h"
#include "symbols.h"

namespace vicinia::gis::engine {
namespace {

constexpr double vector_dpi =
    450;  ///< of vertices in vector formats: 0.06 mm, the width of the thinnest border
constexpr double map_mm_per_inch = 25.4;

/// What a project draws is zoomed into: it gets everything.
MapFrame frame_of(const QgsCoordinateReferenceSystem& crs, const map::Extent& extent, double width_mm,
                  const MapItemOptions& options) {
  if (options.format == map::FigureFormat::project)
    return {.crs = crs,
            .extent = QgsRectangle(-1e8, -1e8, 1e8, 1e8),
            .units_per_pixel = 0,
            .seam = Seam::own_edge,
            .with_names = true};
  const bool raster = map::is_raster(options.format);
  const double dpi = raster ? 2 * options.dpi : vector_dpi;  // paper is looked at closely
  return {.crs = crs,
          .extent = QgsRectangle(extent.min_x, extent.min_y, extent.max_x, extent.max_y),
          .units_per_pixel = extent.width() / (width_mm / map_mm_per_inch * dpi),
          .seam = raster ? Seam::crisp : Seam::own_edge};
}

/// A map without expressions, as its layout is.
class PlainMap final : public QgsLayoutItemMap {
 public:
  using QgsLayoutItemMap::QgsLayoutItemMap;
  [[nodiscard]] QgsExpressionContext createExpressionContext() const override {
    QgsExpressionContext nothing;
    nothing << new QgsExpressionContextScope();  // QGIS sets variables in the last
    return nothing;
  }
};

}  // namespace

core::Status fill_map_item(const map::MapSpec& spec, const map::Extent& extent, const QRectF& where,
                           const MapItemOptions& options, QgsLayoutItemMap& item, Figure& figure,
                           LayerCache& cache) {
  const auto crs = checked_crs(spec);
  if (!crs) return core::fail(crs.error());
  MapFrame frame = frame_of(*crs, extent, where.width(), options);
  MapOnPage on_page{.item = &item, .first_layer = figure.layers.size()};
  if (options.format == map::FigureFormat::project && !figure.maps.empty() &&
      QLatin1String(options.id) != QLatin1String("overview")) {
    on_page.first_layer = figure.maps.front().first_layer;
    on_page.end_layer = figure.maps.front().end_layer;
  } else {
    std::optional<map::MapSpec> apart, with_names;
    if (options.format != map::FigureFormat::project) {
      frame.chosen_names = extent.width() / (where.width() / map_mm_per_inch * vector_dpi);
      apart = with_badges_apart(spec, frame, where, options.taken);
      with_names = with_names_that_fit(*apart, frame, where, options.taken, cache);
      if (!with_names) frame.chosen_names.reset();
    }
    auto layers = map_layers(with_names ? *with_names : apart ? *apart : spec, frame, cache);
    if (!layers) return core::fail(std::move(layers).error());
    for (QgisLayer& layer : *layers) figure.layers.push_back(std::move(layer));
    on_page.end_layer = figure.layers.size();
  }
  QList<QgsMapLayer*> top_first;
  for (std::size_t i = on_page.end_layer; i-- > on_page.first_layer;) top_first << figure.layers[i].get();
  item.setCrs(*crs);
  item.setLayers(top_first);
  item.setKeepLayerSet(true);
  item.zoomToExtent(QgsRectangle(extent.min_x, extent.min_y, extent.max_x, extent.max_y));
  item.setBackgroundColor(to_qt(spec.background));
  figure.maps.push_back(on_page);
  return {};
}

core::Result<QgsLayoutItemMap*> add_map_item(const map::MapSpec& spec, const map::Extent& extent,
                                             const QRectF& where, const MapItemOptions& options,
                                             Figure& figure, PageItems& page, LayerCache& cache) {
  auto* item = page.add<PlainMap>(where);
  item->setId(QString::fromLatin1(options.id));
  item->setFrameEnabled(true);
  item->setFrameStrokeColor(QColor(0x55, 0x55, 0x55));
  item->setFrameStrokeWidth(QgsLayoutMeasurement(0.25));
  if (auto filled = fill_map_item(spec, extent, where, options, *item, figure, cache); !filled)
    return core::fail(filled.error());
  return item;
}

void add_extent_frame(QgsLayoutItemMap& map, QgsLayoutItemMap& other, const map::Stroke& stroke) {
  auto* frame = new QgsLayoutItemMapOverview(other.id(), &map);
  frame->setLinkedMap(&other);
  frame->setFrameSymbol(new QgsFillSymbol(QgsSymbolLayerList() << outline_symbol_layer(stroke).release()));
  map.overviews()->addOverview(frame);
}

}  // namespace vicinia::gis::engine
