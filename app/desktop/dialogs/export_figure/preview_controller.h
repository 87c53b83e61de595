/// \file preview_controller.h
/// Has the preview drawn a moment after what is wanted came to rest. One page at a time: a newer wish cancels the older and waits for its
/// end, so the window never waits.
#pragma once

#include <QObject>
#include <QTimer>
#include <memory>

#include "jobs/engine_bridge.h"
#include "jobs/figures/preview_job.h"

namespace vicinia::desktop {

class PreviewController : public QObject {
  Q_OBJECT

 public:
  /// `engine` must outlive it. `language` is that of the window.
  PreviewController(EngineBridge& engine, FigureMakerPtr maker, workspace::Language language,
                    QObject* parent = nullptr);
  ~PreviewController() override;

  void ask(const FigureRequest& request, std::size_t page, const PreviewScale& scale);
  /// Nothing is drawn until the next wish.
  void cancel();
  [[nodiscard]] bool isSettled() const { return !job_ && !isWanted_; }
  [[nodiscard]] bool isDrawing() const { return job_ != nullptr; }

 Q_SIGNALS:
  void drawn(const vicinia::desktop::DrawnPage& page);
  void failed(const vicinia::core::Error& error);

 private:
  void begin();
  void end();

  EngineBridge& engine_;
  FigureMakerPtr maker_;
  workspace::Language language_;
  QTimer rest_;
  FigureRequest request_;
  std::size_t page_ = 0;
  PreviewScale scale_;
  bool isWanted_ = false;
  std::unique_ptr<PreviewJob> job_;
};

}  // namespace vicinia::desktop
