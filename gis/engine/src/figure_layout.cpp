#include "figure_layout.h"

#include <qgslayoutitempage.h>
#include <qgslayoutpagecollection.h>
#include <qgsprojectmetadata.h>

#include <QDateTime>
#include <algorithm>
#include <cmath>
#include <optional>

#include "figure_parts.h"
#include "map_layers.h"
#include "page_items.h"
#include "silhouette.h"
#include "symbols.h"
#include "text.h"

namespace vicinia::gis::engine {
namespace {

constexpr double most_covered = 0.002;  ///< of a part that may still stand over the subject
constexpr double inset_from_frame = 3;  ///< of what stands on the map
constexpr double clearance = 2;         ///< around it
constexpr double longest_bar = 62;
constexpr double vector_dpi = 800;      ///< the finest that a vector format shows of a border
constexpr double mm_per_inch = 25.4;

const TextStyle title_text{15, true, QColor(0x1a, 0x1a, 0x1a)};
const TextStyle subtitle_text{10, false, QColor(0x44, 0x44, 0x44)};
const TextStyle note_text{7, false, QColor(0x55, 0x55, 0x55)};

/// Where the parts on the map go.
struct Placement {
  QRectF map;
  std::optional<QRectF> legend, insets;
  QRectF scale_bar;
  double covered = 0;  ///< the worst share of the subject's cover under a part
};

using Places = QVector<QRectF>;

Places corners(const QRectF& frame, const QSizeF& size) {
  const QRectF room = frame.adjusted(inset_from_frame, inset_from_frame, -inset_from_frame, -inset_from_frame);
  const double right = room.right() - size.width(), bottom = room.bottom() - size.height();
  return {QRectF({room.left(), bottom}, size), QRectF({room.left(), room.top()}, size),
          QRectF({right, bottom}, size), QRectF({right, room.top()}, size)};
}

/// Up an edge of the frame from its lower end.
Places up_from(double left, const QRectF& frame, const QSizeF& size) {
  Places places;
  for (double y = frame.bottom() - inset_from_frame - size.height(); y >= frame.top() + inset_from_frame; y -= 3)
    places.push_back({QPointF(left, y), size});
  if (places.empty()) places.push_back({QPointF(left, frame.top() + inset_from_frame), size});
  return places;
}

Places right_edge(const QRectF& frame, const QSizeF& size) {
  return up_from(frame.right() - inset_from_frame - size.width(), frame, size);
}

/// The corners are where one looks first.
Places corners_and_edges(const QRectF& frame, const QSizeF& size) {
  return corners(frame, size) + up_from(frame.left() + inset_from_frame, frame, size) + right_edge(frame, size);
}

/// The first place that is as good as any, clear of what stands already.
QRectF best(const Places& places, const Silhouette& subject, const Places& taken, double& covered) {
  QRectF chosen = places.front();
  double least = 10;
  for (const QRectF& place : places) {
    const QRectF with_room = place.adjusted(-clearance, -clearance, clearance, clearance);
    double badness = subject.covered_share(with_room);
    for (const QRectF& other : taken)
      if (other.intersects(with_room)) badness += 2;
    if (badness < least - 0.0005) {
      least = badness;
      chosen = place;
    }
  }
  covered = std::max(covered, least);
  return chosen;
}

map::Extent extent_in(const QRectF& frame, const map::MapSpec& spec) {
  return map::fitted(spec.extent, frame.width(), frame.height(), 0.02);
}

/// On `room`, with the legend on the map or in a column to the right of it.
Placement placed(const map::FigureSpec& spec, const QRectF& room, bool legend_beside, LayerCache& cache) {
  const QSizeF legend = legend_size(spec.legend), insets = insets_size(spec.island_insets);
  Placement result;
  result.map = room;
  if (legend_beside) {
    const double column = std::max(legend.width(), insets.width());
    result.map.setWidth(room.width() - column - 4);
    result.legend = QRectF(QPointF(result.map.right() + 4, room.top()), legend);
    if (!insets.isEmpty())
      result.insets = QRectF(QPointF(result.map.right() + 4, room.bottom() - insets.height()), insets);
  }
  const map::Extent extent = extent_in(result.map, spec.map);
  const Silhouette subject(spec.map, extent, result.map, cache);
  Places taken;
  if (!legend_beside && !insets.isEmpty()) {
    result.insets = best(right_edge(result.map, insets), subject, taken, result.covered);
    taken.push_back(*result.insets);
  }
  if (!legend_beside && !legend.isEmpty()) {
    result.legend = best(corners_and_edges(result.map, legend), subject, taken, result.covered);
    taken.push_back(*result.legend);
  }
  const double metres_per_mm = extent.width() / result.map.width();
  double ignored = 0;  // a scale bar hides nothing of importance
  result.scale_bar =
      best(corners(result.map, scale_bar_size(metres_per_mm, std::min(longest_bar, result.map.width() / 2))), subject,
           taken, ignored);
  return result;
}

core::Error bad_figure(std::string field, std::string detail) {
  return {.code = core::ErrorCode::export_failed, .subject = {.field = std::move(field)}, .detail = std::move(detail)};
}

bool side_is_good(double side_mm) { return side_mm >= 60 && side_mm <= 2000; }

core::Status check(const map::FigureSpec& spec) {
  if (!side_is_good(spec.page.width_mm) || !side_is_good(spec.page.height_mm))
    return core::fail(bad_figure("page", "a side may be 60 to 2000 mm"));
  if (!(spec.dpi >= 30 && spec.dpi <= 1200)) return core::fail(bad_figure("dpi", "it may be 30 to 1200"));
  const double longest_px = std::max(spec.page.width_mm, spec.page.height_mm) / mm_per_inch * spec.dpi;
  if (spec.format == map::FigureFormat::png && longest_px > map::max_side_px)
    return core::fail(bad_figure("dpi", "the picture would have too many pixels a side"));
  return {};
}

void describe(const map::FigureSpec& spec, QgsProject& project) {
  QgsProjectMetadata about;
  about.setTitle(qt(spec.title));
  about.setAuthor(qt(spec.author));
  about.setAbstract(qt(spec.subject));
  about.setLanguage(qt(spec.language));
  about.setCreationDateTime(QDateTime::currentDateTime());
  project.setMetadata(about);
}

}  // namespace

core::Result<Figure> figure_of(const map::FigureSpec& spec, LayerCache& cache) {
  if (const core::Status good = check(spec); !good) return core::fail(good.error());
  const auto crs = checked_crs(spec.map);
  if (!crs) return core::fail(crs.error());

  Figure figure;
  figure.project = std::make_unique<QgsProject>();
  figure.project->setCrs(*crs);
  figure.project->setEllipsoid(crs->ellipsoidAcronym());
  describe(spec, *figure.project);
  figure.layout = std::make_unique<QgsPrintLayout>(figure.project.get());
  QgsPrintLayout& layout = *figure.layout;
  layout.initializeDefaults();
  layout.setName(qt(spec.title));
  layout.pageCollection()->page(0)->setPageSize(QgsLayoutSize(spec.page.width_mm, spec.page.height_mm));
  layout.renderContext().setDpi(spec.dpi);

  PageItems page(layout);
  const double margin = std::clamp(0.065 * std::min(spec.page.width_mm, spec.page.height_mm), 5.0, 20.0);
  const double width = spec.page.width_mm - 2 * margin;
  double top = margin, bottom = spec.page.height_mm - margin;
  if (!spec.title.empty()) top += page.text(qt(spec.title), title_text, {margin, top}, width) + 1;
  if (!spec.subtitle.empty()) top += page.text(qt(spec.subtitle), subtitle_text, {margin, top}, width);
  if (top > margin) top += 4;
  for (auto note = spec.notes.rbegin(); note != spec.notes.rend(); ++note) {
    bottom -= text_height(qt(*note), note_text, width);
    page.text(qt(*note), note_text, {margin, bottom}, width);
    bottom -= 0.7;
  }
  if (!spec.notes.empty()) bottom -= 2.5;
  if (bottom - top < 30)
    return core::fail(bad_figure("page", "its texts leave no room for the map"));

  const QRectF room(margin, top, width, bottom - top);
  Placement places = placed(spec, room, false, cache);
  if (places.covered > most_covered)
    if (const Placement beside = placed(spec, room, true, cache); beside.map.width() > 0.45 * width) places = beside;

  const map::Extent extent = extent_in(places.map, spec.map);
  const double dpi = spec.format == map::FigureFormat::png ? 2 * spec.dpi : vector_dpi;  // paper is looked at closely
  const MapFrame frame{.crs = *crs,
                       .extent = QgsRectangle(extent.min_x, extent.min_y, extent.max_x, extent.max_y),
                       .units_per_pixel = extent.width() / (places.map.width() / mm_per_inch * dpi),
                       .seam = spec.format == map::FigureFormat::png ? Seam::crisp : Seam::own_edge};
  auto layers = map_layers(spec.map, frame, cache);
  if (!layers) return core::fail(std::move(layers).error());
  figure.layers = *std::move(layers);
  QList<QgsMapLayer*> top_first;
  for (auto layer = figure.layers.rbegin(); layer != figure.layers.rend(); ++layer) top_first << layer->get();

  auto* map = new QgsLayoutItemMap(&layout);
  figure.map = map;
  page.add(map, places.map);
  map->setCrs(*crs);
  map->setLayers(top_first);
  map->setKeepLayerSet(true);
  map->zoomToExtent(frame.extent);
  map->setBackgroundColor(to_qt(spec.map.background));
  map->setFrameEnabled(true);
  map->setFrameStrokeColor(QColor(0x55, 0x55, 0x55));
  map->setFrameStrokeWidth(QgsLayoutMeasurement(0.25));

  if (places.insets) add_insets(spec.island_insets, places.insets->topLeft(), to_qt(spec.map.background), page);
  if (places.legend) add_legend(spec.legend, places.legend->topLeft(), page);
  add_scale_bar(*map, extent.width() / places.map.width(), std::min(longest_bar, places.map.width() / 2),
                spec.language, places.scale_bar.topLeft(), page);
  return figure;
}

}  // namespace vicinia::gis::engine
