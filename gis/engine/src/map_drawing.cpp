#include "map_drawing.h"

#include <qgslabelingenginesettings.h>
#include <qgsmaprenderercustompainterjob.h>
#include <qgsmapsettings.h>

#include <QEventLoop>
#include <QPainter>

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

/// Draws the layers of a map onto what the image holds already.
core::Status draw_layers(const map::MapSpec& spec, const MapFrame& frame, LayerCache& cache, QImage& image,
                         std::stop_token stop) {
  const auto layers = map_layers(spec, frame, cache);
  if (!layers) return core::fail(layers.error());
  QPainter painter(&image);
  {
    QgsMapRendererCustomPainterJob job(settings_for(spec, frame, *layers), &painter);
    QEventLoop loop;
    QObject::connect(&job, &QgsMapRendererJob::finished, &loop, &QEventLoop::quit);
    // The stop comes from another thread; the job is told on this one, while the loop runs.
    const std::stop_callback heard(stop, [&] {
      QMetaObject::invokeMethod(&loop, [&job] { job.cancelWithoutBlocking(); }, Qt::QueuedConnection);
    });
    job.start();
    loop.exec();
    job.waitForFinished();
  }
  if (stop.stop_requested()) return core::fail({.code = core::ErrorCode::cancelled});
  return {};
}

core::Status draw_labels(const map::MapSpec& labels, const MapFrame& frame, DrawingCaches& caches, QImage& image,
                         std::stop_token stop) {
  if (labels.layers.empty()) return {};
  const QImage* overlay = caches.labels.find(labels);
  if (overlay == nullptr) {
    QImage fresh(image.size(), QImage::Format_ARGB32_Premultiplied);
    fresh.fill(Qt::transparent);
    if (const core::Status drawn = draw_layers(labels, frame, caches.layers, fresh, stop); !drawn) return drawn;
    QPainter(&image).drawImage(0, 0, fresh);
    caches.labels.keep(labels, std::move(fresh));
    return {};
  }
  QPainter(&image).drawImage(0, 0, *overlay);
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
  const SplitMap split = split_labels(spec, scale_denominator(spec, frame));
  image.fill(to_qt(spec.background));
  if (const core::Status drawn = draw_layers(split.body, frame, caches.layers, image, stop); !drawn)
    return core::fail(drawn.error());
  if (const core::Status drawn = draw_labels(split.labels, frame, caches, image, stop); !drawn)
    return core::fail(drawn.error());
  return extent;
}

}  // namespace vicinia::gis::engine
