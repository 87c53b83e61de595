/// \file file_export.h
/// What exports to a file have in common: one at a time, off the GUI thread, and how it went as a signal.
#pragma once

#include <QObject>
#include <QString>
#include <functional>
#include <memory>

#include "jobs/write_job.h"

namespace vicinia::desktop {

class FileExport : public QObject {
  Q_OBJECT

 public:
  using QObject::QObject;
  [[nodiscard]] bool isWriting() const { return job_ != nullptr; }

 Q_SIGNALS:
  void written(const QString& file);
  void failed(const vicinia::core::Error& error);

 protected:
  /// `write` works on a snapshot of its inputs. \pre !isWriting()
  void begin(const QString& file, std::function<core::Status(const core::Task&)> write);

 private:
  std::unique_ptr<WriteJob> job_;
};

}  // namespace vicinia::desktop
