#include "exports/file_export.h"

#include <utility>

#include "text/qt_text.h"
#include "vicinia/core/names/folding.h"

namespace vicinia::desktop {

QString FileExport::fileStem(const core::industry::Sector& sector) {
  constexpr const char* plain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.";
  // "C.10/1" would name a folder.
  return qs(sector.code.find_first_not_of(plain) == std::string::npos ? sector.code
                                                                      : core::names::file_stem(sector.code));
}

void FileExport::begin(const QString& file, std::function<core::Status(const core::Task&)> write) {
  job_ = std::make_unique<WriteJob>(std::move(write));
  // Queued: the job ends here, which must not be in the middle of its signal then.
  connect(
      job_.get(), &WriteJob::written, this,
      [this, file] {
        job_.reset();
        Q_EMIT written(file);
      },
      Qt::QueuedConnection);
  connect(
      job_.get(), &WriteJob::failed, this,
      [this](const core::Error& error) {
        job_.reset();
        Q_EMIT failed(error);
      },
      Qt::QueuedConnection);
}

}  // namespace vicinia::desktop
