/// \file overlay_picture.h
/// The lines over the map that stand still mostly: outlines of agglomerations, and those of units that are selected beside the current one.
/// Few are painted as they are, and kept as a picture from the second time on; thousands are painted on a thread, and the picture before stands,
/// moved with the map, until they are ready.
/// Units:   device-independent pixels.
/// Cost:    on the GUI's thread that of laying a picture over the map, or of some thousand strokes.
#pragma once

#include <QImage>
#include <QObject>
#include <QPainter>
#include <memory>
#include <optional>

#include "canvas/overlay/outline_shapes.h"
#include "canvas/view_transform.h"
#include "jobs/job.h"
#include "vicinia/workspace/document/selection.h"

namespace vicinia::desktop {

/// What is to be seen of them, and where.
struct OverlayContent {
  std::shared_ptr<const OutlineShapes> outlines{};  ///< null: there are none
  std::optional<std::size_t> selectedAgglomeration{};
  workspace::Selection units{};
  ViewTransform transform{};
  QSize size{};
  double pixelRatio = 1;
  friend bool operator==(const OverlayContent&, const OverlayContent&) = default;
};

class OverlayPicture : public QObject {
  Q_OBJECT

 public:
  explicit OverlayPicture(QObject* parent = nullptr);
  ~OverlayPicture() override;

  /// `isMoving`: another content will follow at once.
  void paint(QPainter& painter, const OverlayContent& wanted, bool isMoving);
  /// The content that was asked for last is not ready.
  [[nodiscard]] bool isBehind() const { return job_ != nullptr; }
  /// Nothing of other units is shown any more.
  void clear();

 Q_SIGNALS:
  void ready();  ///< a picture that was painted on a thread

 private:
  class PaintJob;
  void begin(const OverlayContent& wanted);

  OverlayContent content_;  ///< of the picture, or painted last
  QImage picture_;          ///< null where it has been painted no more than once
  double took_ms_ = 0;      ///< to paint it
  OverlayContent wanted_;   ///< of the job
  std::unique_ptr<PaintJob> job_;
};

}  // namespace vicinia::desktop
