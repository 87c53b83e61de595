/// \file write_job.h
/// Writes a file, off the GUI thread.
/// Threads: signals are emitted on the job's own thread (the GUI's). The destructor cancels and waits.
#pragma once

#include <QObject>
#include <QString>
#include <functional>
#include <thread>

#include "vicinia/core/base/error.h"
#include "vicinia/core/base/progress.h"
#include "vicinia/core/base/result.h"

namespace vicinia::desktop {

class WriteJob : public QObject {
  Q_OBJECT

 public:
  /// `write` works on a snapshot of its inputs.
  explicit WriteJob(std::function<core::Status(const core::Task&)> write, QObject* parent = nullptr);
  ~WriteJob() override;

  void cancel() { worker_.request_stop(); }

 Q_SIGNALS:
  void progressed(double shareDone, const QString& step);
  void written();
  void failed(const vicinia::core::Error& error);

 private:
  std::jthread worker_;
};

}  // namespace vicinia::desktop
