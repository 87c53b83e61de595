#include "main_window/document_opener.h"

#include <QTimer>
#include <system_error>
#include <utility>

#include "vicinia/workspace/document/find.h"
#include "vicinia/workspace/figures/figure_view.h"

namespace vicinia::desktop {

namespace ws = workspace;

namespace {

bool is_view_file(const std::filesystem::path& file) { return file.extension() == ".vicinia"; }

core::Result<ws::StoredView> stored_in(const std::filesystem::path& file) {
  return is_view_file(file) ? ws::read_view_file(file) : ws::view_from_figure(file);
}

}  // namespace

DocumentOpener::DocumentOpener(Session& session, std::filesystem::path enginesFolder, QObject* parent)
    : QObject(parent), session_(session), enginesFolder_(std::move(enginesFolder)) {}

void DocumentOpener::openDataset(const std::filesystem::path& folder, WantedView wanted) {
  wanted_ = std::move(wanted);
  stored_.reset();
  begin(folder);
}

void DocumentOpener::openView(const std::filesystem::path& file) {
  auto stored = stored_in(file);
  if (!stored) {
    Q_EMIT viewFailed(stored.error());
  } else if (!stored->dataset_folder.empty()) {
    const auto folder = stored->dataset_folder;
    enterOn(folder, *std::move(stored));
  } else if (session_.isOpen()) {
    if (const auto status = enterStored(*stored); !status) Q_EMIT viewFailed(status.error());
  }
}

void DocumentOpener::openViewAtStart(const std::filesystem::path& file, const std::filesystem::path& folder) {
  auto stored = stored_in(file);
  if (!stored) {
    openDataset(folder);
    QTimer::singleShot(0, this, [this, error = stored.error()] {
      Q_EMIT viewFailed(error);
    });  // once there is a window to say it
    return;
  }
  const auto own = stored->dataset_folder;
  enterOn(own.empty() ? folder : own, *std::move(stored));
}

void DocumentOpener::openLeft(const std::filesystem::path& file, const std::filesystem::path& folder) {
  auto stored = ws::read_view_file(file);
  std::error_code unknown;
  const auto tell = [this](core::Error error) {  // once there is a window to say it
    QTimer::singleShot(0, this, [this, error = std::move(error)] { Q_EMIT viewFailed(error); });
  };
  if (!stored) {
    tell(stored.error());
    return openDataset(folder);
  }
  const auto own = std::exchange(stored->dataset_folder,
                                 {});  // the data are wanted even if the view does not fit them any more
  instead_ = folder;
  const bool hasOwn = std::filesystem::exists(own, unknown);
  if (!hasOwn) tell({.code = core::ErrorCode::file_not_found, .subject = {.file = own.string()}});
  enterOn(hasOwn ? own : folder, *std::move(stored));
}

void DocumentOpener::openAny(const std::filesystem::path& path) {
  std::error_code unknown;
  if (std::filesystem::is_directory(path, unknown))
    openDataset(path);
  else
    openView(path);
}

void DocumentOpener::enterOn(const std::filesystem::path& folder, ws::StoredView stored) {
  std::error_code unknown;
  if (session_.isOpen() && std::filesystem::equivalent(session_.document().data->folder, folder, unknown)) {
    if (const auto status = enterStored(stored); !status) Q_EMIT viewFailed(status.error());
    return;
  }
  wanted_ = {};
  stored_ = std::move(stored);
  begin(folder);
}

void DocumentOpener::begin(const std::filesystem::path& folder) {
  const bool wasBusy = isBusy();
  job_.reset();  // two jobs would write the same files
  job_ = std::make_unique<DatasetJob>(folder, enginesFolder_);
  connect(job_.get(), &DatasetJob::progressed, this, &DocumentOpener::progressed);
  connect(job_.get(), &DatasetJob::finished, this, &DocumentOpener::receive);
  connect(job_.get(), &DatasetJob::failed, this, &DocumentOpener::fail);
  if (!wasBusy) Q_EMIT began();
}

void DocumentOpener::cancel() {
  if (job_) job_->cancel();
}

void DocumentOpener::end() {
  job_.release()->deleteLater();  // it is the sender
  Q_EMIT ended();
}

void DocumentOpener::receive(const PreparedDatasetPtr& dataset) {
  end();
  instead_.clear();
  if (const auto status = enter(dataset); !status)
    Q_EMIT failed(status.error());
  else
    Q_EMIT opened();
}

void DocumentOpener::fail(const core::Error& error) {
  end();
  if (error.code != core::ErrorCode::cancelled || !session_.isOpen()) Q_EMIT failed(error);
  if (const auto instead = std::exchange(instead_, {}); !instead.empty() && !session_.isOpen())
    openDataset(instead);
}

core::Status DocumentOpener::enter(const PreparedDatasetPtr& prepared) {
  const auto stored = std::exchange(stored_, std::nullopt);
  if (stored &&
      !stored->dataset_folder.empty()) {  // a view that does not fit must not leave its data set open either
    if (auto view = ws::view_on(*stored, *prepared->data->dataset); !view) return core::fail(view.error());
  }
  const bool isBeginning = !session_.isOpen();
  if (auto status = session_.open(prepared); !status) return status;
  if (!stored) return enterWanted(std::exchange(wanted_, {}));
  if (const auto status = enterStored(*stored, isBeginning); !status)
    Q_EMIT viewFailed(status.error());  // of a figure: the data are wanted all the same
  return {};
}

// Where the window begins is not a step to be undone.
core::Status DocumentOpener::enterWanted(const WantedView& wanted) {
  const auto begin = [this](ws::Command command) {
    command.undoable = false;
    session_.apply(std::move(command));
  };
  const auto& dataset = session_.dataset();
  if (!wanted.sector.empty()) {
    const auto sector = ws::find_sector(dataset, wanted.sector);
    if (!sector) return core::fail(sector.error());
    begin(ws::commands::set_sector(*sector));
  }
  if (wanted.variable) begin(ws::commands::set_variable(*wanted.variable));
  if (!wanted.province.empty()) {
    const auto province = ws::find_province(dataset, wanted.province);
    if (!province) return core::fail(province.error());
    begin(ws::commands::set_province(*province));
  }
  return {};
}

core::Status DocumentOpener::enterStored(const ws::StoredView& stored, bool isBeginning) {
  auto view = ws::view_on(stored, session_.dataset());
  if (!view) return core::fail(view.error());
  auto open = ws::commands::open_view(std::move(*view));
  open.undoable = !isBeginning;
  session_.apply(std::move(open));
  if (stored.content_hash != session_.dataset().content_hash) Q_EMIT dataDiffers();
  return {};
}

}  // namespace vicinia::desktop
