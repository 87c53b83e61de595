#include "jobs/engine_bridge.h"

#include <QtConcurrent>
#include <span>
#include <utility>

namespace vicinia::desktop {

namespace client = gis::client;

namespace {

using FramePtr = std::shared_ptr<const client::Frame>;

// The image holds the frame for as long as it lives, and with it the shared memory.
QImage imageOf(const FramePtr& frame, std::span<const std::byte> pixels, QImage::Format format) {
  if (pixels.empty()) return {};
  const auto release = [](void* held) { delete static_cast<FramePtr*>(held); };
  return QImage(reinterpret_cast<const uchar*>(pixels.data()), static_cast<int>(frame->width_px),
                static_cast<int>(frame->height_px), static_cast<qsizetype>(frame->width_px) * 4, format,
                release, new FramePtr(frame));
}

}  // namespace

EngineBridge::EngineBridge(std::unique_ptr<client::EngineClient> client, QObject* parent)
    : QObject(parent), client_(std::move(client)) {
  asking_ = QtConcurrent::run([this] {
    auto info = client_->info();
    if (info)
      QMetaObject::invokeMethod(this, [this, info = std::move(*info)] {
        info_ = info;
        Q_EMIT engineReady();
      });
  });
}

EngineBridge::~EngineBridge() {
  asking_.waitForFinished();
  qDeleteAll(given_up_.children());
  client_.reset();
}

quint64 EngineBridge::draw(gis::map::MapSpec spec, std::uint32_t canvas) {
  return client_->render(
      std::move(spec),
      [this](std::uint64_t generation, client::FrameResult result) {
        // Queued even when the client calls back at once: draw() must return the generation first.
        QMetaObject::invokeMethod(
            this, [this, generation, result = std::move(result)] { receive(generation, result); },
            Qt::QueuedConnection);
      },
      {.upper_from = gis::map::Slot::symbols, .canvas = canvas});
}

void EngineBridge::receive(quint64 generation, const client::FrameResult& result) {
  if (const unsigned restarts = client_->restarts(); restarts != restarts_) {
    restarts_ = restarts;
    Q_EMIT engineRestarted(restarts);
  }
  if (!result)
    Q_EMIT frameFailed(generation, result.error());
  else
    // The map covers its ground, and is copied where names have to be blended.
    Q_EMIT frameReady({imageOf(*result, (*result)->pixels(), QImage::Format_RGB32),
                       imageOf(*result, (*result)->upper_pixels(), QImage::Format_ARGB32_Premultiplied),
                       (*result)->extent, generation, (*result)->engine_ms});
}

}  // namespace vicinia::desktop
