#include "main_window/document_opener.h"

#include <QStandardPaths>
#include <QTimer>
#include <system_error>
#include <utility>

#include "text/qt_text.h"
#include "vicinia/workspace/document/find.h"
#include "vicinia/workspace/figures/figure_view.h"

namespace vicinia::desktop {

namespace ws = workspace;
namespace fs = std::filesystem;

namespace {

/// Where copies of data are unpacked that a workspace brings along. They are the same whenever they have the same hash.
fs::path folderForCopies(const std::string& contentHash) {
  return toPath(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation)) / "data" / contentHash;
}

}  // namespace

DocumentOpener::DocumentOpener(Session& session, fs::path enginesFolder, QObject* parent)
    : QObject(parent), session_(session), enginesFolder_(std::move(enginesFolder)) {}

bool DocumentOpener::isWorkspace(const fs::path& file) { return file.extension() == ".vicinia"; }

void DocumentOpener::openDataset(const fs::path& folder, WantedView wanted) {
  read(folder, {.wanted = std::move(wanted)});
}

void DocumentOpener::beginNew(const fs::path& folder) { read(folder, {.as = As::new_document}); }

void DocumentOpener::openFile(const fs::path& file) {
  if (isWorkspace(file)) {
    auto saved = ws::read_workspace(file);
    if (!saved) return Q_EMIT viewFailed(saved.error());
    return openDocument(file, *std::move(saved), {});
  }
  const auto stored = ws::view_from_figure(file);
  if (!stored) return Q_EMIT viewFailed(stored.error());
  if (!session_.isOpen()) return;
  if (const auto status = enterStored(*stored, true); !status) Q_EMIT viewFailed(status.error());
}

void DocumentOpener::openFileAtStart(const fs::path& file, const fs::path& folder) {
  const auto openAlone = [&](const core::Error& error) {
    tellLater(error);
    openDataset(folder);
  };
  if (isWorkspace(file)) {
    auto saved = ws::read_workspace(file);
    if (!saved) return openAlone(saved.error());
    return openDocument(file, *std::move(saved), folder);
  }
  auto stored = ws::view_from_figure(file);
  if (!stored) return openAlone(stored.error());
  read(folder, {.stored = *std::move(stored)});
}

void DocumentOpener::openDocument(const fs::path& file, ws::SavedWorkspace saved, const fs::path& instead) {
  fs::path folder = saved.view.dataset_folder;
  const bool isInside = folder.empty() && saved.holds_data;
  if (isInside) folder = folderForCopies(saved.view.content_hash);
  read(folder,
       {.as = As::saved_document,
        .stored = saved.view,
        .file = file,
        .saved = std::move(saved),
        .instead = instead},
       isInside ? file : fs::path());
}

void DocumentOpener::openLeft(const fs::path& file, const fs::path& folder) {
  auto stored = ws::read_view_file(file);
  std::error_code unknown;
  if (!stored) {
    tellLater(stored.error());
    return openDataset(folder);
  }
  const auto own = stored->dataset_folder;
  const bool hasOwn = fs::exists(own, unknown);
  if (!hasOwn) tellLater({.code = core::ErrorCode::file_not_found, .subject = {.file = own.string()}});
  read(hasOwn ? own : folder, {.as = As::left_document, .stored = *std::move(stored), .instead = folder});
}

void DocumentOpener::openAny(const fs::path& path) {
  std::error_code unknown;
  if (fs::is_directory(path, unknown))
    openDataset(path);
  else
    openFile(path);
}

void DocumentOpener::tellLater(core::Error error) {
  QTimer::singleShot(0, this, [this, error = std::move(error)] { Q_EMIT viewFailed(error); });
}

void DocumentOpener::read(const fs::path& folder, Opening opening, const fs::path& copyIn) {
  const bool isOfOpenData = opening.as == As::saved_document || opening.as == As::left_document;
  std::error_code unknown;
  if (isOfOpenData && session_.isOpen() && copyIn.empty() &&
      fs::equivalent(session_.document().data->folder, folder, unknown)) {
    if (const auto status = enter(opening, nullptr); !status) Q_EMIT viewFailed(status.error());
    return;
  }
  const bool wasBusy = isBusy();
  job_.reset();  // two jobs would write the same files
  opening_ = std::move(opening);
  job_ = std::make_unique<DatasetJob>(folder, enginesFolder_, copyIn);
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
  const Opening opening = std::exchange(opening_, {});
  if (const auto status = enter(opening, dataset); !status)
    Q_EMIT failed(status.error());
  else
    Q_EMIT opened();
}

void DocumentOpener::fail(const core::Error& error) {
  end();
  const Opening opening = std::exchange(opening_, {});
  if (error.code != core::ErrorCode::cancelled || !session_.isOpen()) Q_EMIT failed(error);
  if (!opening.instead.empty() && !session_.isOpen()) openDataset(opening.instead);
}

core::Status DocumentOpener::enter(const Opening& opening, const PreparedDatasetPtr& prepared) {
  return opening.as == As::step ? enterStep(opening, prepared) : enterDocument(opening, prepared);
}

core::Status DocumentOpener::enterDocument(const Opening& opening, const PreparedDatasetPtr& prepared) {
  const core::Dataset& data = prepared ? *prepared->data->dataset : session_.datasetAsRead();
  std::optional<ws::View> view;
  std::optional<core::Error> misfit;
  if (opening.stored) {
    if (auto fits = ws::view_on(*opening.stored, data))
      view = *std::move(fits);
    else if (opening.as == As::left_document)
      misfit = fits.error();  // the data are wanted even if the view does not fit them any more
    else {
      core::Error error = fits.error();
      error.subject.file = opening.file.string();
      if (opening.saved.is_of_newer_version) error.subject.field = "newer_version";
      return core::fail(std::move(error));
    }
  }
  const bool isFresh = !view;
  if (auto ok = session_.begin(prepared, std::move(view)); !ok) return ok;
  if (isFresh)
    if (auto ok = enterWanted({}); !ok) return ok;
  if (misfit) Q_EMIT viewFailed(*misfit);
  if (opening.stored && opening.stored->content_hash != data.content_hash) Q_EMIT dataDiffers();
  if (opening.as == As::saved_document)
    Q_EMIT documentOpened(opening.file, opening.saved);
  else if (opening.as == As::left_document)
    Q_EMIT documentResumed(opening.stored->workspace_file);
  else
    Q_EMIT documentBegun();
  return {};
}

core::Status DocumentOpener::enterStep(const Opening& opening, const PreparedDatasetPtr& prepared) {
  const bool isBeginning = !session_.isOpen();
  if (auto status = session_.open(prepared); !status) return status;
  core::Status entered;
  if (!opening.stored)
    entered = enterWanted(opening.wanted);
  else if (const auto status = enterStored(*opening.stored, !isBeginning); !status)
    Q_EMIT viewFailed(status.error());  // of a figure: the data are wanted all the same
  if (isBeginning) Q_EMIT documentBegun();
  return entered;
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
  const auto first = ws::first_variable(dataset);
  if (wanted.variable)
    begin(ws::commands::set_variable(*wanted.variable));
  else if (session_.document().view.variable == core::values::Variable::location_quotient &&
           first != core::values::Variable::location_quotient)
    begin(ws::commands::set_variable(first));
  if (!wanted.province.empty()) {
    const auto province = ws::find_province(dataset, wanted.province);
    if (!province) return core::fail(province.error());
    begin(ws::commands::set_province(*province));
  }
  return {};
}

core::Status DocumentOpener::enterStored(const ws::StoredView& stored, bool isUndoable) {
  auto view = ws::view_on(stored, session_.datasetAsRead());
  if (!view) return core::fail(view.error());
  auto open = ws::commands::open_view(*std::move(view));
  open.undoable = isUndoable;
  session_.apply(std::move(open));
  if (stored.content_hash != session_.dataset().content_hash) Q_EMIT dataDiffers();
  return {};
}

}  // namespace vicinia::desktop
