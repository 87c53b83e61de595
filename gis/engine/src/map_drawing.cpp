#include "map_drawing.h"

#include <qgslabelingenginesettings.h>
#include <qgsmaprenderercustompainterjob.h>
#include <qgsmapsettings.h>

#include <QEventLoop>
#include <QPainter>
#include <array>
#include <memory>

#include "map_layers.h"
#include "symbols.h"

namespace vicinia::gis::engine {
namespace {

QgsMapSettings settings_for(const map::MapSpec& spec, const MapFrame& frame, const std::vector<QgisLayer>& layers) {
  QList<QgsMapLayer*> top_first;
  for (auto layer = layers.rbegin(); layer != layers.rend(); ++layer) top_first << layer->get();
  QgsMapSettings settings;
  settings.setLayers(top_first);
  settings.setDestinationCrs(frame.crs);
  settings.setOutputSize({static_cast<int>(spec.width_px), static_cast<int>(spec.height_px)});
  settings.setOutputDpi(spec.dpi);
  settings.setExtent(frame.extent);
  settings.setBackgroundColor(Qt::transparent);
  settings.setFlag(Qgis::MapSettingsFlag::Antialiasing, true);
  settings.setFlag(Qgis::MapSettingsFlag::DrawLabeling, true);
  settings.setFlag(Qgis::MapSettingsFlag::UseRenderingOptimization, true);
  QgsLabelingEngineSettings labels;
  labels.setFlag(QgsLabelingEngineSettings::DrawUnplacedLabels, false);
  settings.setLabelingEngineSettings(labels);
  return settings;
}

/// One part of the map on its way onto an image.
struct Drawing {
  QImage* image = nullptr;
  std::vector<QgisLayer> layers{};
  std::unique_ptr<QPainter> painter{};
  std::unique_ptr<QgsMapRendererCustomPainterJob> job{};
};

core::Result<Drawing> drawing_of(const map::MapSpec& part, const MapFrame& frame, LayerCache& cache, QImage& image) {
  auto layers = map_layers(part, frame, cache);
  if (!layers) return core::fail(layers.error());
  Drawing drawing{.image = &image, .layers = *std::move(layers), .painter = std::make_unique<QPainter>(&image)};
  drawing.job = std::make_unique<QgsMapRendererCustomPainterJob>(settings_for(part, frame, drawing.layers), drawing.painter.get());
  return drawing;
}

/// All at once, each on a thread of its own.
core::Status draw(std::vector<Drawing>& drawings, std::stop_token stop) {
  QEventLoop loop;
  std::size_t left = drawings.size();
  for (const Drawing& drawing : drawings)
    QObject::connect(drawing.job.get(), &QgsMapRendererJob::finished, &loop, [&] {
      if (--left == 0) loop.quit();
    });
  // The stop comes from another thread; the jobs are told on this one, while the loop runs.
  const std::stop_callback heard(stop, [&] {
    QMetaObject::invokeMethod(&loop, [&] {
      for (const Drawing& drawing : drawings) drawing.job->cancelWithoutBlocking();
    }, Qt::QueuedConnection);
  });
  for (const Drawing& drawing : drawings) drawing.job->start();
  loop.exec();
  for (const Drawing& drawing : drawings) {
    drawing.job->waitForFinished();
    drawing.painter->end();
  }
  if (stop.stop_requested()) return core::fail({.code = core::ErrorCode::cancelled});
  return {};
}

double scale_denominator(const map::MapSpec& spec, const MapFrame& frame) {
  return settings_for(spec, frame, {}).scale();
}

}  // namespace

core::Result<map::Extent> draw_map(const map::MapSpec& spec, DrawingCaches& caches, QImage& image,
                                   std::stop_token stop) {
  const auto crs = checked_crs(spec);
  if (!crs) return core::fail(crs.error());
  const map::Extent extent = map::fitted(spec.extent, spec.width_px, spec.height_px, 0);
  const MapFrame frame{.crs = *crs,
                       .extent = QgsRectangle(extent.min_x, extent.min_y, extent.max_x, extent.max_y),
                       .units_per_pixel = extent.width() / spec.width_px,
                       .seam = Seam::crisp};
  const MapParts parts = parts_of(spec, scale_denominator(spec, frame));
  image.fill(to_qt(spec.background));
  std::vector<Drawing> drawings;
  auto areas = drawing_of(parts.areas, frame, caches.layers, image);
  if (!areas) return core::fail(areas.error());
  drawings.push_back(*std::move(areas));

  MapFrame of_lines = frame;
  of_lines.only_borders = true;
  struct Overlay {
    const map::MapSpec* part;
    const MapFrame* frame;
    const QImage* kept = nullptr;
    QImage fresh{};
  };
  std::array<Overlay, 2> overlays{{{&parts.lines, &of_lines}, {&parts.labels, &frame}}};
  for (Overlay& overlay : overlays) {
    if (overlay.part->layers.empty()) continue;
    overlay.kept = caches.overlays.find(*overlay.part);
    if (overlay.kept != nullptr) continue;
    overlay.fresh = QImage(image.size(), QImage::Format_ARGB32_Premultiplied);
    overlay.fresh.fill(Qt::transparent);
    auto drawing = drawing_of(*overlay.part, *overlay.frame, caches.layers, overlay.fresh);
    if (!drawing) return core::fail(drawing.error());
    drawings.push_back(*std::move(drawing));
  }
  if (const core::Status drawn = draw(drawings, stop); !drawn) return core::fail(drawn.error());
  QPainter onto(&image);
  for (const Overlay& overlay : overlays) {
    if (overlay.part->layers.empty()) continue;
    onto.drawImage(0, 0, overlay.kept != nullptr ? *overlay.kept : overlay.fresh);
  }
  onto.end();
  for (Overlay& overlay : overlays)
    if (!overlay.fresh.isNull()) caches.overlays.keep(*overlay.part, std::move(overlay.fresh));
  return extent;
}

}  // namespace vicinia::gis::engine
