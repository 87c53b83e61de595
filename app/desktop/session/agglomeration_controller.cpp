#include "session/agglomeration_controller.h"

#include <chrono>
#include <utility>

namespace vicinia::desktop {

namespace ws = workspace;
using namespace std::chrono_literals;

namespace {

constexpr auto rest = 250ms;

}  // namespace

AgglomerationController::AgglomerationController(Session& session, QObject* parent)
    : ShownAgglomerations(session, parent), session_(session) {
  rest_.setSingleShot(true);
  rest_.setInterval(rest);
  connect(&session_, &Session::changed, this, &AgglomerationController::onViewChanged);
  connect(this, &AgglomerationController::changed, this, [this] {
    robustness_.reset();
    if (assessment_) assessment_->cancel();
    if (found_)
      rest_.start();
    else
      rest_.stop();
  });
  connect(&rest_, &QTimer::timeout, this, &AgglomerationController::assess);
}

AgglomerationController::~AgglomerationController() = default;

void AgglomerationController::select(std::size_t agglomeration) {
  if (!found_ || agglomeration >= found_->reports().size() || selected() == agglomeration) return;
  const auto members = found_->membersBySize(agglomeration);
  if (!members.empty()) session_.apply(ws::commands::select_unit(members.front()));
}

bool AgglomerationController::isCurrent() const {
  return arcs_ && arcs_->contiguity().is_of(session_.view().agglomerations);
}

void AgglomerationController::onViewChanged(const ws::Touched& touched) {
  if (touched.dataset) {
    arcs_.reset();
    if (job_) job_->cancel();
  }
  if (touched.membership()) {
    const bool isKnown = arcs_ != nullptr;  // links are, even if outlines are of another tolerance
    if (!isCurrent()) build();
    if (isKnown) return find();
    if (touched.dataset || touched.sector || touched.period) {  // what is shown would be of something else
      found_.reset();
      error_.reset();
    }
    Q_EMIT changed();
  } else if (touched.selection) {
    Q_EMIT selectionChanged();
  }
}

// One job at a time: the next begins when it has ended.
void AgglomerationController::build() {
  if (job_) return;
  job_ = std::make_unique<ContiguityJob>(session_.document().data->dataset,
                                         session_.view().agglomerations.tolerance_m);
  connect(job_.get(), &ContiguityJob::finished, this, &AgglomerationController::receive);
  connect(job_.get(), &ContiguityJob::failed, this, &AgglomerationController::fail);
}

void AgglomerationController::receive(const ArcDetailPtr& arcs) {
  ContiguityJob& job = *job_.release();
  job.deleteLater();  // it is the sender
  if (job.dataset() == &session_.dataset() && !isCurrent()) {
    arcs_ = arcs;
    if (!isCurrent()) build();
    find();
  } else if (!isCurrent()) {
    build();
  } else {
    Q_EMIT changed();
  }
}

void AgglomerationController::fail(const core::Error& error) {
  ContiguityJob& job = *job_.release();
  job.deleteLater();
  const bool isWanted =
      job.dataset() == &session_.dataset() && job.tolerance_m() == session_.view().agglomerations.tolerance_m;
  if (isWanted && error.code != core::ErrorCode::cancelled) {
    found_.reset();
    error_ = error;
    Q_EMIT changed();
    Q_EMIT failed(error);
  } else if (!isCurrent()) {
    build();
  } else {
    Q_EMIT changed();
  }
}

// One at a time, as with contiguity; one that was cancelled ends soon.
void AgglomerationController::assess() {
  if (!found_ || assessment_) return;
  assessment_ = std::make_unique<RobustnessJob>(found_);
  connect(assessment_.get(), &RobustnessJob::finished, this, &AgglomerationController::storeRobustness);
}

void AgglomerationController::storeRobustness(const RobustnessPtr& robustness) {
  RobustnessJob& job = *assessment_.release();
  job.deleteLater();  // it is the sender
  if (job.found() != found_ || job.isCancelled()) {
    if (!rest_.isActive()) assess();
  } else if (robustness) {
    robustness_ = robustness;
    Q_EMIT assessed();
  }
}

void AgglomerationController::find() {
  auto found = session_.sectorValues().and_then([this](const SectorValuesPtr& values) {
    return FoundAgglomerations::find(session_.document(), arcs_, values);
  });
  const bool wasFailed = error_.has_value();
  error_.reset();
  if (found) {
    found_ = std::move(*found);
  } else {
    found_.reset();
    error_ = found.error();
  }
  Q_EMIT changed();
  if (error_ && !wasFailed) Q_EMIT failed(*error_);
}

}  // namespace vicinia::desktop
