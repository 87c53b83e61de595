#include "session/indicator_controller.h"

#include <chrono>
#include <utility>

namespace vicinia::desktop {

namespace ws = workspace;

namespace {

constexpr std::chrono::milliseconds mayBeOld{150};

}  // namespace

IndicatorController::IndicatorController(Session& session, QObject* parent)
    : QObject(parent), session_(session) {
  late_.setSingleShot(true);
  late_.setInterval(mayBeOld);
  connect(&session_, &Session::changed, this, &IndicatorController::onViewChanged);
  connect(&late_, &QTimer::timeout, this, [this] {
    if (!job_ || !indicators_) return;
    indicators_.reset();
    Q_EMIT changed();
  });
}

IndicatorController::~IndicatorController() = default;

void IndicatorController::setWanted(const QObject* by, bool wanted) {
  if (wanted)
    wanting_.insert(by);
  else
    wanting_.remove(by);
  refresh();
}

IndicatorsRequest IndicatorController::wanted() const {
  const ws::View& view = session_.view();
  return {session_.document().data,
          view.period,
          view.base_of_change(),
          view.sector,
          view.own_rule,
          view.treatment};
}

void IndicatorController::onViewChanged(const ws::Touched& touched) {
  if (touched.dataset) {
    indicators_.reset();
    known_.reset();
    error_.reset();
    request_.reset();
    if (job_) job_->cancel();
    Q_EMIT changed();
  }
  if (touched.dataset || touched.sector || touched.period || touched.own_rule || touched.treatment) refresh();
}

void IndicatorController::refresh() {
  if (wanting_.isEmpty() || !session_.isOpen() || isCurrent()) return;
  if (job_) {  // the next begins when it has ended
    if (job_->request() != wanted()) job_->cancel();
    return;
  }
  job_ = std::make_unique<IndicatorsJob>(wanted(), known_);
  connect(job_.get(), &IndicatorsJob::finished, this, &IndicatorController::receive);
  connect(job_.get(), &IndicatorsJob::failed, this, &IndicatorController::fail);
  if (!late_.isActive()) late_.start();
}

bool IndicatorController::finishJob() {
  IndicatorsJob& job = *job_.release();
  job.deleteLater();  // it is the sender
  if (job.request() != wanted()) {
    refresh();
    return false;
  }
  request_ = job.request();
  late_.stop();
  return true;
}

void IndicatorController::receive(const SectorIndicatorsPtr& indicators) {
  if (!finishJob()) return;
  known_ = indicators_ = indicators;
  error_.reset();
  Q_EMIT changed();
}

void IndicatorController::fail(const core::Error& error) {
  if (!finishJob()) return;
  if (error.code == core::ErrorCode::cancelled) {  // and wanted again since
    request_.reset();
    return refresh();
  }
  indicators_.reset();
  error_ = error;
  Q_EMIT changed();
  Q_EMIT failed(error);
}

}  // namespace vicinia::desktop
