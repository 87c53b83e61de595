#include "jobs/dataset_job.h"

#include <utility>

namespace vicinia::desktop {

namespace {

core::Result<PreparedDatasetPtr> prepare(const std::filesystem::path& folder, const std::filesystem::path& enginesFolder,
                       const core::Task& task) {
  auto data = workspace::load(folder, task);
  if (!data) return core::fail(data.error());
  if (task.stop.stop_requested()) return core::fail({.code = core::ErrorCode::cancelled});
  auto sources = workspace::write_sources(*(*data)->dataset, enginesFolder);
  if (!sources) return core::fail(sources.error());
  return std::make_shared<const PreparedDataset>(PreparedDataset{std::move(*data), std::move(*sources)});
}

}  // namespace

DatasetJob::DatasetJob(std::filesystem::path folder, std::filesystem::path enginesFolder, QObject* parent)
    : QObject(parent), folder_(std::move(folder)) {
  worker_ = std::jthread([this, enginesFolder = std::move(enginesFolder)](std::stop_token stop) {
    const core::Task task{stop, [this](double share, std::string_view) {
                            QMetaObject::invokeMethod(this, [this, share] { Q_EMIT progressed(share); });
                          }};
    QMetaObject::invokeMethod(this, [this, result = prepare(folder_, enginesFolder, task)] {
      if (result)
        Q_EMIT finished(*result);
      else
        Q_EMIT failed(result.error());
    });
  });
}

// Events that the worker has posted until then go with the object.
DatasetJob::~DatasetJob() {
  worker_.request_stop();
  if (worker_.joinable()) worker_.join();
}

}  // namespace vicinia::desktop
