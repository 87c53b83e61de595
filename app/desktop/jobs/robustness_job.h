/// \file robustness_job.h
/// Varies the rules and tells how often the agglomerations that were found survive, off the GUI thread.
/// Threads: finished() is emitted on the job's own thread (the GUI's), also where it was cancelled or failed. The destructor cancels
///          and waits.
#pragma once

#include <QObject>
#include <memory>
#include <thread>

#include "session/found_agglomerations.h"
#include "vicinia/workspace/robustness.h"

namespace vicinia::desktop {

using RobustnessPtr = std::shared_ptr<const workspace::RobustnessReport>;

class RobustnessJob : public QObject {
  Q_OBJECT

 public:
  explicit RobustnessJob(FoundPtr found, QObject* parent = nullptr);
  ~RobustnessJob() override;

  void cancel() { worker_.request_stop(); }
  [[nodiscard]] bool isCancelled() const { return worker_.get_stop_token().stop_requested(); }
  [[nodiscard]] const FoundPtr& found() const { return found_; }

 Q_SIGNALS:
  void finished(const vicinia::desktop::RobustnessPtr& robustness);  ///< null: cancelled, or it cannot be told

 private:
  FoundPtr found_;
  std::jthread worker_;
};

}  // namespace vicinia::desktop
