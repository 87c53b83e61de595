#include "jobs/dataset_job.h"

#include <utility>

#include "vicinia/workspace/saving/workspace_file.h"

namespace vicinia::desktop {

namespace {

core::Result<PreparedDatasetPtr> prepare(const std::filesystem::path& folder,
                                         const std::filesystem::path& enginesFolder,
                                         const std::filesystem::path& copyIn, const core::Task& task) {
  if (!copyIn.empty())
    if (auto ok = workspace::unpack_data(copyIn, folder, task); !ok) return core::fail(ok.error());
  auto data = workspace::load(folder, task);
  if (!data) return core::fail(data.error());
  if (task.stop.stop_requested()) return core::fail({.code = core::ErrorCode::cancelled});
  auto sources = workspace::write_sources(*(*data)->dataset, enginesFolder);
  if (!sources) return core::fail(sources.error());
  return std::make_shared<const PreparedDataset>(
      PreparedDataset{std::move(*data), std::move(*sources), enginesFolder});
}

}  // namespace

DatasetJob::DatasetJob(std::filesystem::path folder, std::filesystem::path enginesFolder,
                       std::filesystem::path copyIn, QObject* parent)
    : Job(parent), folder_(std::move(folder)) {
  runOrFail([from = folder_, enginesFolder = std::move(enginesFolder), copyIn = std::move(copyIn)](
                const core::Task& task) { return prepare(from, enginesFolder, copyIn, task); },
            [this](const PreparedDatasetPtr& dataset) { Q_EMIT finished(dataset); });
}

}  // namespace vicinia::desktop
