#include "map_drawing.h"

#include <qgslabelingenginesettings.h>
#include <qgsmaprenderercustompainterjob.h>
#include <qgsmapsettings.h>

#include <QEventLoop>
#include <QPainter>
#include <algorithm>
#include <array>
#include <memory>
#include <thread>

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
  std::unique_ptr<QImage> onto{};  ///< the same pixels as the image: each painter needs a device of its own
  std::vector<QgisLayer> layers{};
  std::unique_ptr<QPainter> painter{};
  std::unique_ptr<QgsMapRendererCustomPainterJob> job{};
};

/// `frame.extent` may be less than what the image shows: then no more is drawn than lies in these rows.
struct Rows {
  int first = 0, count = 0;
};
core::Result<Drawing> drawing_of(const map::MapSpec& part, const MapFrame& whole, Rows rows, LayerCache& cache, QImage& image) {
  MapFrame frame = whole;
  const bool is_all = rows.count == image.height();
  if (!is_all) {
    constexpr double margin_px = 4;  // lines and edges reach out of their shapes
    frame.extent.setYMaximum(whole.extent.yMaximum() - (rows.first - margin_px) * whole.units_per_pixel);
    frame.extent.setYMinimum(whole.extent.yMaximum() - (rows.first + rows.count + margin_px) * whole.units_per_pixel);
  }
  auto layers = map_layers(part, frame, cache);
  if (!layers) return core::fail(layers.error());
  Drawing drawing{.onto = std::make_unique<QImage>(image.bits(), image.width(), image.height(), image.bytesPerLine(), image.format()),
                  .layers = *std::move(layers)};
  drawing.painter = std::make_unique<QPainter>(drawing.onto.get());
  if (!is_all) drawing.painter->setClipRect(0, rows.first, image.width(), rows.count);
  drawing.job = std::make_unique<QgsMapRendererCustomPainterJob>(settings_for(part, whole, drawing.layers), drawing.painter.get());
  return drawing;
}

/// Areas side by side: as many bands as there are cores, of which four are enough.
std::vector<Rows> bands_of(const QImage& image) {
  constexpr int least_rows = 100;
  constexpr unsigned most_bands = 4;
  const int cores = static_cast<int>(std::clamp(std::thread::hardware_concurrency(), 1U, most_bands));
  const int count = std::clamp(image.height() / least_rows, 1, cores);
  std::vector<Rows> bands;
  for (int i = 0; i < count; ++i) {
    const int first = image.height() * i / count;
    bands.push_back({first, image.height() * (i + 1) / count - first});
  }
  return bands;
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
  for (const Rows band : bands_of(image)) {
    auto areas = drawing_of(parts.areas, frame, band, caches.layers, image);
    if (!areas) return core::fail(areas.error());
    drawings.push_back(*std::move(areas));
  }

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
    auto drawing = drawing_of(*overlay.part, *overlay.frame, {0, image.height()}, caches.layers, overlay.fresh);
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
