#include "map_drawing.h"

#include <qgslabelingenginesettings.h>
#include <qgsmaprenderercustompainterjob.h>
#include <qgsmapsettings.h>

#include <QEventLoop>
#include <QPainter>
#include <algorithm>
#include <memory>
#include <span>
#include <thread>
#include <utility>
#include <vector>

#include "layers/map_layers.h"
#include "qgis_names.h"
#include "symbols.h"

namespace vicinia::gis::engine {
namespace {

QgsMapSettings settings_for(const map::MapSpec& spec, const MapFrame& frame,
                            const std::vector<QgisLayer>& layers) {
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
  labels.setFlag(qgis_names::LabelingFlag::DrawUnplacedLabels, false);
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
core::Result<Drawing> drawing_of(const map::MapSpec& part, const MapFrame& whole, Rows rows,
                                 LayerCache& cache, QImage& image) {
  MapFrame frame = whole;
  const bool is_all = rows.count == image.height();
  if (!is_all) {
    constexpr double margin_px = 4;  // lines and edges reach out of their shapes
    frame.extent.setYMaximum(whole.extent.yMaximum() - (rows.first - margin_px) * whole.units_per_pixel);
    frame.extent.setYMinimum(whole.extent.yMaximum() -
                             (rows.first + rows.count + margin_px) * whole.units_per_pixel);
  }
  auto layers = map_layers(part, frame, cache);
  if (!layers) return core::fail(layers.error());
  Drawing drawing{.onto = std::make_unique<QImage>(image.bits(), image.width(), image.height(),
                                                   image.bytesPerLine(), image.format()),
                  .layers = *std::move(layers)};
  drawing.painter = std::make_unique<QPainter>(drawing.onto.get());
  if (!is_all) drawing.painter->setClipRect(0, rows.first, image.width(), rows.count);
  const QgsMapSettings settings = settings_for(part, whole, drawing.layers);
  // A job of such settings never says that it is finished.
  if (!settings.hasValidSettings()) return core::fail(bad_map("extent", "no map is so large"));
  drawing.job = std::make_unique<QgsMapRendererCustomPainterJob>(settings, drawing.painter.get());
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
  if (drawings.empty()) return {};
  QEventLoop loop;
  std::size_t left = drawings.size();
  for (const Drawing& drawing : drawings)
    QObject::connect(drawing.job.get(), &QgsMapRendererJob::finished, &loop, [&] {
      if (--left == 0) loop.quit();
    });
  // The stop comes from another thread; the jobs are told on this one, while the loop runs.
  const std::stop_callback heard(stop, [&] {
    QMetaObject::invokeMethod(
        &loop,
        [&] {
          for (const Drawing& drawing : drawings) drawing.job->cancelWithoutBlocking();
        },
        Qt::QueuedConnection);
  });
  for (const Drawing& drawing : drawings) drawing.job->start();
  if (left > 0 &&
      std::ranges::any_of(drawings, [](const Drawing& drawing) { return drawing.job->isActive(); }))
    loop.exec();
  for (const Drawing& drawing : drawings) {
    drawing.job->waitForFinished();
    drawing.painter->end();
  }
  if (stop.stop_requested()) return core::fail({.code = core::ErrorCode::cancelled});
  return {};
}

/// What another variable or sector leaves as it is.
struct KeptPart {
  const map::MapSpec* part;
  const MapFrame* frame;
  QImage image{};
};
core::Status find_or_draw(std::span<KeptPart> parts, QSize size, DrawingCaches& caches,
                          std::stop_token stop) {
  std::vector<Drawing> drawings;
  std::vector<KeptPart*> fresh;
  for (KeptPart& kept : parts) {
    if (const QImage* before = caches.parts.find(*kept.part)) {
      kept.image = *before;
      continue;
    }
    if (kept.part->layers.empty()) continue;
    kept.image = QImage(size, QImage::Format_ARGB32_Premultiplied);
    kept.image.fill(to_qt(kept.part->background));
    auto drawing = drawing_of(*kept.part, *kept.frame, {0, size.height()}, caches.layers, kept.image);
    if (!drawing) return core::fail(drawing.error());
    drawings.push_back(*std::move(drawing));
    fresh.push_back(&kept);
  }
  if (const core::Status drawn = draw(drawings, stop); !drawn) return core::fail(drawn.error());
  for (KeptPart* const kept : fresh) caches.parts.keep(*kept->part, kept->image);
  return {};
}

double scale_denominator(const map::MapSpec& spec, const MapFrame& frame) {
  return settings_for(spec, frame, {}).scale();
}

}  // namespace

core::Result<DrawnMap> draw_map(const map::MapSpec& spec, DrawingCaches& caches, const DrawingTarget& target,
                                std::stop_token stop) {
  const auto crs = checked_crs(spec);
  if (!crs) return core::fail(crs.error());
  const map::Extent extent = map::fitted(spec.extent, spec.width_px, spec.height_px, 0);
  const MapFrame frame{.crs = *crs,
                       .extent = QgsRectangle(extent.min_x, extent.min_y, extent.max_x, extent.max_y),
                       .units_per_pixel = extent.width() / spec.width_px,
                       .seam = Seam::crisp};
  const MapParts parts = parts_of(spec, scale_denominator(spec, frame));
  MapFrame of_lines = frame;
  of_lines.only_borders = true;
  std::vector<KeptPart> around{{&parts.land, &frame}};
  for (const map::MapSpec& part : parts.above)
    around.push_back({&part, &part == &parts.above.front() ? &of_lines : &frame});
  QImage& image = target.image;
  if (const core::Status done = find_or_draw(around, image.size(), caches, stop); !done)
    return core::fail(done.error());

  const QImage& land = around.front().image;
  QPainter onto;
  if (land.isNull()) {
    image.fill(to_qt(parts.land.background));  // a frame before left something there
  } else {
    onto.begin(&image);
    onto.setCompositionMode(QPainter::CompositionMode_Source);
    onto.drawImage(0, 0, land);
    onto.end();
  }
  std::vector<Drawing> bands;
  for (const Rows rows : bands_of(image)) {
    if (parts.areas.layers.empty()) break;
    auto band = drawing_of(parts.areas, frame, rows, caches.layers, image);
    if (!band) return core::fail(band.error());
    bands.push_back(*std::move(band));
  }
  if (const core::Status drawn = draw(bands, stop); !drawn) return core::fail(drawn.error());
  DrawnMap drawn{.extent = extent};
  onto.begin(&image);
  for (std::size_t i = 0; i < parts.above.size(); ++i) {
    if (parts.above[i].layers.empty()) continue;
    const auto slot = static_cast<map::Slot>(i + static_cast<std::size_t>(map::Slot::borders));
    const bool is_upper = target.upper != nullptr && slot >= target.upper_from;
    if (is_upper && !std::exchange(drawn.has_upper, true)) {
      onto.end();
      onto.begin(target.upper);
      onto.setCompositionMode(QPainter::CompositionMode_Source);  // whatever a frame before left there
    } else {
      onto.setCompositionMode(QPainter::CompositionMode_SourceOver);
    }
    onto.drawImage(0, 0, around[i + 1].image);
  }
  return drawn;
}

}  // namespace vicinia::gis::engine
