#include "session/kept_view.h"

#include <QStandardPaths>
#include <string>
#include <system_error>
#include <utility>

#include "text/qt_text.h"
#include "vicinia/workspace/document/view_file.h"

namespace vicinia::desktop {

namespace ws = workspace;
namespace {

constexpr int most_windows = 50, delay_ms = 1000;

/// What a window that was killed while it wrote has left beside its file. Nobody else writes there: the lock is ours.
void remove_parts(const std::filesystem::path& file) {
  const std::string begin = "." + file.filename().string() + ".";
  std::error_code failed;
  for (auto entry = std::filesystem::directory_iterator(file.parent_path(), failed);
       !failed && entry != std::filesystem::directory_iterator(); entry.increment(failed)) {
    std::error_code gone;
    if (entry->path().filename().string().starts_with(begin) && entry->path().extension() == ".part")
      std::filesystem::remove(entry->path(), gone);
  }
}

}  // namespace

KeptView::KeptView(Session& session, const DocumentFile& document, std::filesystem::path folder,
                   QObject* parent)
    : QObject(parent), session_(session), document_(document) {
  std::error_code failed;
  std::filesystem::create_directories(folder, failed);
  for (int window = 1; window <= most_windows && file_.empty(); ++window) {
    const auto file = folder / ("window-" + std::to_string(window) + ".vicinia");
    auto lock = std::make_unique<QLockFile>(qs(file.string()) + QStringLiteral(".lock"));
    lock->setStaleLockTime(0);  // of a process that lives it is never stale, of a dead one at once
    if (!lock->tryLock(0)) {
      if (lock->error() == QLockFile::LockFailedError) continue;
      QTimer::singleShot(0, this, [this, folder] {  // once somebody listens
        tellOnce({.code = core::ErrorCode::file_not_writable, .subject = {.file = folder.string()}});
      });
      return;
    }
    lock_ = std::move(lock);
    file_ = file;
  }
  if (file_.empty()) return;
  std::filesystem::path before = file_;
  before.replace_extension(".before.vicinia");
  if (std::filesystem::exists(file_, failed)) std::filesystem::rename(file_, before, failed);
  if (std::filesystem::exists(before, failed)) left_ = before;
  soon_.setSingleShot(true);
  soon_.setInterval(delay_ms);
  connect(&soon_, &QTimer::timeout, this, &KeptView::write);
  remove_parts(file_);
  connect(&session_, &Session::changed, this, [this](const ws::Touched& touched) {
    if (touched.anything()) note();
  });
  connect(&document_, &DocumentFile::changed, this, &KeptView::note);
  // Never older than what the user has saved: who opens the window again would put older work over newer.
  connect(&document_, &DocumentFile::aboutToSave, this, &KeptView::writeNow);
}

void KeptView::note() {
  isChanged_ = true;
  if (!soon_.isActive()) soon_.start();  // not put off by the next change
}

KeptView::~KeptView() { writeNow(); }

void KeptView::writeNow() {
  const bool isUnfinished = job_ != nullptr;
  job_.reset();
  if (file_.empty() || !session_.isOpen() || (!isChanged_ && !isUnfinished)) return;
  const auto written = ws::save_view(session_.document(), file_, document_.path());
  isChanged_ = !written;
  if (!written) tellOnce(written.error());
}

std::filesystem::path KeptView::usualFolder() {
  return toPath(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation)) / "windows";
}

void KeptView::write() {
  if (!session_.isOpen() || !isChanged_) return;
  if (job_) return soon_.start();  // one after the other
  isChanged_ = false;
  job_ = std::make_unique<WriteJob>(
      [document = session_.document(), file = file_, workspaceFile = document_.path()](const core::Task&) {
        return ws::save_view(document, file, workspaceFile);
      });
  const auto end = [this] { job_.release()->deleteLater(); };
  connect(job_.get(), &WriteJob::written, this, end);
  connect(job_.get(), &WriteJob::failed, this, [this, end](const core::Error& error) {
    end();
    isChanged_ = true;
    tellOnce(error);
  });
}

void KeptView::tellOnce(const core::Error& error) {
  if (!std::exchange(hasFailed_, true)) Q_EMIT failed(error);
}

}  // namespace vicinia::desktop
