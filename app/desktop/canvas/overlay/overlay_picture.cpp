#include "canvas/overlay/overlay_picture.h"

#include <QElapsedTimer>
#include <functional>
#include <utility>

#include "vicinia/workspace/maps/outline_style.h"

namespace vicinia::desktop {

namespace {

constexpr double long_ms = 12;             ///< of the 33 that a step of a moving map may take
constexpr std::size_t many_lines = 1'000;  ///< more are not even tried on the GUI's thread

void paintOnto(QPainter& painter, const OverlayContent& content) {
  if (!content.outlines) return;
  painter.setRenderHint(QPainter::Antialiasing);
  content.outlines->paint(painter, content.transform, content.size, content.selectedAgglomeration);
  content.outlines->paintUnits(painter, content.transform, content.size, content.units,
                               workspace::outline_style::selected_with_it);
}

QImage pictureOf(const OverlayContent& content) {
  QImage picture(content.size * content.pixelRatio, QImage::Format_ARGB32_Premultiplied);
  picture.setDevicePixelRatio(content.pixelRatio);
  picture.fill(Qt::transparent);
  QPainter painter(&picture);
  paintOnto(painter, content);
  return picture;
}

/// Of the same lines, if not at the same place.
bool areSameLines(const OverlayContent& a, const OverlayContent& b) {
  return a.outlines == b.outlines && a.selectedAgglomeration == b.selectedAgglomeration &&
         a.units == b.units && a.size == b.size && a.pixelRatio == b.pixelRatio;
}

std::size_t lineCount(const OverlayContent& content) {
  return content.outlines ? content.outlines->lineCount() + content.units.size() : 0;
}

}  // namespace

class OverlayPicture::PaintJob : public Job {
 public:
  PaintJob(const OverlayContent& content, std::function<void(const QImage*, double)> done) {
    run(
        [content](const core::Task&) -> core::Result<std::pair<QImage, double>> {
          QElapsedTimer took;
          took.start();
          QImage picture = pictureOf(content);
          return std::pair(std::move(picture), static_cast<double>(took.nsecsElapsed()) / 1e6);
        },
        [done = std::move(done)](const core::Result<std::pair<QImage, double>>& painted) {
          painted ? done(&painted->first, painted->second) : done(nullptr, 0);
        });
  }
};

OverlayPicture::OverlayPicture(QObject* parent) : QObject(parent) {}
OverlayPicture::~OverlayPicture() = default;

void OverlayPicture::clear() {
  content_ = wanted_ = {};
  picture_ = {};
}

// One at a time: the next begins when it has ended, with what is wanted then.
void OverlayPicture::begin(const OverlayContent& wanted) {
  if (job_) return;
  wanted_ = wanted;
  job_ = std::make_unique<PaintJob>(wanted, [this](const QImage* picture, double ms) {
    job_.release()->deleteLater();  // it calls this
    if (picture != nullptr && wanted_.outlines) {
      content_ = std::exchange(wanted_, {});
      picture_ = *picture;
      took_ms_ = ms;
    }
    Q_EMIT ready();
  });
}

void OverlayPicture::paint(QPainter& painter, const OverlayContent& wanted, bool isMoving) {
  if (wanted == content_ && !picture_.isNull()) return painter.drawImage(0, 0, picture_);
  const bool isSlow =
      lineCount(wanted) > many_lines || (took_ms_ > long_ms && areSameLines(content_, wanted));
  if (isSlow) {
    if (!isMoving) begin(wanted);
    if (!picture_.isNull())
      painter.drawImage(wanted.transform.toCanvas(content_.transform.extent()), picture_);
    return;
  }
  if (wanted == content_) {  // a second time
    picture_ = pictureOf(wanted);
    return painter.drawImage(0, 0, picture_);
  }
  content_ = wanted;
  picture_ = {};
  QElapsedTimer took;  // of a map that is being moved a picture would be of no use
  took.start();
  paintOnto(painter, wanted);
  took_ms_ = static_cast<double>(took.nsecsElapsed()) / 1e6;
}

}  // namespace vicinia::desktop
