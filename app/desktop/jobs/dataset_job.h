/// \file dataset_job.h
/// Reads a data set and writes its polygons for the engine, off the GUI thread.
#pragma once

#include <filesystem>

#include "jobs/job.h"
#include "jobs/prepared_dataset.h"
#include "vicinia/core/base/error.h"

namespace vicinia::desktop {

class DatasetJob : public Job {
  Q_OBJECT

 public:
  /// \param copyIn  a workspace that holds a copy of the data, which is put into `folder` first; empty: they are there
  DatasetJob(std::filesystem::path folder, std::filesystem::path enginesFolder,
             std::filesystem::path copyIn = {}, QObject* parent = nullptr);

  [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }

 Q_SIGNALS:
  void finished(const vicinia::desktop::PreparedDatasetPtr& dataset);

 private:
  std::filesystem::path folder_;
};

}  // namespace vicinia::desktop
