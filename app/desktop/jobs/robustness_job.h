/// \file robustness_job.h
/// Varies the rules and tells how often the agglomerations that were found survive, off the GUI thread.
/// finished() is emitted also where it was cancelled or failed.
#pragma once

#include <memory>

#include "jobs/found_agglomerations.h"
#include "jobs/job.h"
#include "vicinia/workspace/document/agglomerations.h"

namespace vicinia::desktop {

using RobustnessPtr = std::shared_ptr<const workspace::RobustnessReport>;

class RobustnessJob : public Job {
  Q_OBJECT

 public:
  explicit RobustnessJob(FoundPtr found, QObject* parent = nullptr);

  [[nodiscard]] const FoundPtr& found() const { return found_; }

 Q_SIGNALS:
  void finished(
      const vicinia::desktop::RobustnessPtr& robustness);  ///< null: cancelled, or it cannot be told

 private:
  FoundPtr found_;
};

}  // namespace vicinia::desktop
