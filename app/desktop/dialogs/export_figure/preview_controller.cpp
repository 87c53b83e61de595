#include "dialogs/export_figure/preview_controller.h"

#include <chrono>
#include <utility>

namespace vicinia::desktop {

namespace {

constexpr std::chrono::milliseconds preview_rest{150};

}  // namespace

PreviewController::PreviewController(EngineBridge& engine, FigureMakerPtr maker, workspace::Language language,
                                     QObject* parent)
    : QObject(parent), engine_(engine), maker_(std::move(maker)), language_(language) {
  rest_.setSingleShot(true);
  rest_.setInterval(preview_rest);
  connect(&rest_, &QTimer::timeout, this, &PreviewController::begin);
}

// A page that is being drawn cannot always be left at once: the window need not wait for it.
PreviewController::~PreviewController() {
  if (!job_) return;
  PreviewJob* last = job_.release();
  last->disconnect(this);
  last->cancel();
  connect(last, &PreviewJob::drawn, last, &QObject::deleteLater);
  connect(last, &PreviewJob::failed, last, &QObject::deleteLater);
  engine_.outlive(last);
}

void PreviewController::ask(const FigureRequest& request, std::size_t page, const PreviewScale& scale) {
  request_ = request;
  page_ = page;
  scale_ = scale;
  isWanted_ = true;
  if (job_) job_->cancel();
  rest_.start();
}

void PreviewController::cancel() {
  isWanted_ = false;
  rest_.stop();
  if (job_) job_->cancel();
}

void PreviewController::begin() {
  if (job_ || !isWanted_) return;
  isWanted_ = false;
  job_ = std::make_unique<PreviewJob>(engine_.client(), maker_, request_, page_, scale_, language_);
  connect(job_.get(), &PreviewJob::drawn, this, [this](const DrawnPage& page) {
    end();
    if (!isWanted_) Q_EMIT drawn(page);
  });
  connect(job_.get(), &PreviewJob::failed, this, [this](const core::Error& error) {
    end();
    if (!isWanted_ && error.code != core::ErrorCode::cancelled) Q_EMIT failed(error);
  });
}

void PreviewController::end() {
  job_.release()->deleteLater();  // it is the sender
  if (isWanted_ && !rest_.isActive()) begin();
}

}  // namespace vicinia::desktop
