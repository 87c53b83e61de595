/// \file dataset_job.h
/// Reads a data set and writes its polygons for the engine, off the GUI thread.
/// Threads: signals are emitted on the job's own thread (the GUI's). The destructor cancels and waits.
#pragma once

#include <QObject>
#include <filesystem>
#include <thread>

#include "session/prepared_dataset.h"
#include "vicinia/core/base/error.h"

namespace vicinia::desktop {

class DatasetJob : public QObject {
  Q_OBJECT

 public:
  DatasetJob(std::filesystem::path folder, std::filesystem::path enginesFolder, QObject* parent = nullptr);
  ~DatasetJob() override;

  void cancel() { worker_.request_stop(); }
  [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }

 Q_SIGNALS:
  void progressed(double shareDone);
  void finished(const vicinia::desktop::PreparedDatasetPtr& dataset);
  void failed(const vicinia::core::Error& error);

 private:
  std::filesystem::path folder_;
  std::jthread worker_;
};

}  // namespace vicinia::desktop
