#include "session/document_file.h"

#include <QFileInfo>
#include <system_error>
#include <utility>

#include "text/qt_text.h"
#include "vicinia/gis/files/write_file.h"

namespace vicinia::desktop {

namespace ws = workspace;

DocumentFile::DocumentFile(Session& session, QObject* parent) : QObject(parent), session_(session) {
  connect(&session_, &Session::changed, this, [this](const ws::Touched& touched) {
    if (!saved_ && path_.empty()) saved_ = session_.document();  // the first document that is open
    if (touched.anything()) update();
  });
}

QString DocumentFile::name() const { return QFileInfo(pathText(path_)).completeBaseName(); }

bool DocumentFile::isModified() const {
  if (!session_.isOpen()) return false;
  return !saved_ || settings_.keeps_data != savedSettings_.keeps_data ||
         !ws::is_same_work(*saved_, session_.document());
}

void DocumentFile::update() {
  const bool isModified = this->isModified();
  if (std::exchange(isModified_, isModified) != isModified) Q_EMIT changed();
}

void DocumentFile::setKeepsData(bool keeps) {
  settings_.keeps_data = keeps;
  update();
}

// The name is known to whoever shares the folder; of a link it is that of the file.
std::unique_ptr<QLockFile> DocumentFile::lockFor(const std::filesystem::path& file) {
  const auto target = gis::files::target_of(file);
  auto lock = std::make_unique<QLockFile>(
      pathText(target.parent_path() / ("." + target.filename().string() + ".lock")));
  lock->setStaleLockTime(0);  // of a process that lives it is never stale, of a dead one at once
  return lock;
}

void DocumentFile::take(const std::filesystem::path& file, std::unique_ptr<QLockFile> lock) {
  path_ = file;
  lock_ = std::move(lock);
}

void DocumentFile::forget() {
  take({}, nullptr);
  readOnly_ = ReadOnly::no;
  saved_ = session_.document();
  settings_ = savedSettings_ = {};
  saveId_.clear();
  isModified_ = false;
  Q_EMIT changed();
}

void DocumentFile::adopt(const std::filesystem::path& file, const ws::SavedWorkspace& saved) {
  const bool isAnother = file != path_ || !lock_;
  if (file.empty()) {  // work that was never saved: nobody else can have it open
    readOnly_ = ReadOnly::no;
    take({}, nullptr);
  } else if (isAnother) {
    lock_.reset();
    auto lock = lockFor(file);
    // In a folder that cannot be written to nobody saves, and there is nothing to be locked.
    const bool isTaken = !lock->tryLock(0) && lock->error() == QLockFile::LockFailedError;
    readOnly_ = isTaken ? ReadOnly::open_elsewhere : ReadOnly::no;
    take(file, std::move(lock));
  }
  if (saved.is_of_newer_version) readOnly_ = ReadOnly::newer_version;
  saved_ = session_.document();
  settings_ = savedSettings_ = saved.settings;
  saveId_ = saved.save_id;
  isModified_ = isModified();
  Q_EMIT changed();
}

void DocumentFile::resume(const std::filesystem::path& file) {
  const auto saved = ws::read_workspace(file);
  adopt(file, saved.value_or(ws::SavedWorkspace{}));
  saved_.reset();
  if (saved)
    if (auto view = ws::view_on(saved->view, session_.datasetAsRead())) {
      ws::Document there = session_.document();
      if (saved->view.content_hash == there.data->dataset->content_hash) {
        there.view = *std::move(view);
        saved_ = std::move(there);
      }
    }
  isModified_ = isModified();
  Q_EMIT changed();
}

bool DocumentFile::isChangedElsewhere() const {
  std::error_code unknown;
  if (path_.empty() || !std::filesystem::exists(path_, unknown)) return false;
  const auto there = ws::read_workspace(path_);
  return there && there->save_id != saveId_;
}

bool DocumentFile::isOpenElsewhere(const std::filesystem::path& file) const {
  if (file == path_ && readOnly_ != ReadOnly::open_elsewhere) return false;
  const auto lock = lockFor(file);
  return !lock->tryLock(0) && lock->error() == QLockFile::LockFailedError;
}

void DocumentFile::save(const std::filesystem::path& file) {
  if (!session_.isOpen() || isSaving()) return;
  struct Saving {
    ws::Document document;
    ws::WorkspaceSettings settings;
    std::string id;
    std::unique_ptr<QLockFile> lock;  ///< of another file than before
  };
  auto saving = std::make_shared<Saving>(Saving{session_.document(), settings_, ws::new_save_id(), nullptr});
  if (file != path_ || !lock_) {
    saving->lock = lockFor(file);
    static_cast<void>(saving->lock->tryLock(0));
  }
  Q_EMIT aboutToSave();
  job_ = std::make_unique<WriteJob>([saving, file](const core::Task& task) {
    return ws::save_workspace(saving->document, saving->settings, saving->id, file, task);
  });
  connect(job_.get(), &WriteJob::written, this, [this, saving, file] {
    job_.release()->deleteLater();  // it is the sender
    if (saving->lock) take(file, std::move(saving->lock));
    readOnly_ = ReadOnly::no;
    saved_ = std::move(saving->document);
    savedSettings_ = saving->settings;
    saveId_ = saving->id;
    isModified_ = isModified();
    Q_EMIT changed();
    Q_EMIT written(pathText(file));
  });
  connect(job_.get(), &WriteJob::failed, this, [this](const core::Error& error) {
    job_.release()->deleteLater();
    Q_EMIT failed(error);
  });
}

}  // namespace vicinia::desktop
