/// \file write_job.h
/// Writes a file, off the GUI thread.
#pragma once

#include <QString>
#include <functional>

#include "jobs/job.h"
#include "vicinia/core/base/error.h"
#include "vicinia/core/base/progress.h"
#include "vicinia/core/base/result.h"

namespace vicinia::desktop {

class WriteJob : public Job {
  Q_OBJECT

 public:
  /// `write` works on a snapshot of its inputs.
  explicit WriteJob(std::function<core::Status(const core::Task&)> write, QObject* parent = nullptr);

 Q_SIGNALS:
  void written();
};

}  // namespace vicinia::desktop
