#include "exports/file_export.h"

#include <utility>

#include "text/qt_text.h"
#include "vicinia/core/names/folding.h"
#include "vicinia/gis/files/write_file.h"

namespace vicinia::desktop {

QString FileExport::fileStem(const core::industry::Sector& sector) {
  constexpr const char* plain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.";
  // "C.10/1" would name a folder.
  return qs(sector.code.find_first_not_of(plain) == std::string::npos ? sector.code
                                                                      : core::names::file_stem(sector.code));
}

core::Status writeTable(const std::filesystem::path& file, const std::string& sheet,
                        const std::function<core::Result<workspace::ValueTable>()>& table,
                        const std::function<core::Result<std::string>()>& json) {
  const auto format = workspace::table_format_of(file);
  if (!format)
    return core::fail({.code = core::ErrorCode::unsupported_format,
                       .subject = {.file = file.string()},
                       .detail = file.extension().string() + "|.csv, .xlsx, .json"});
  core::Result<std::string> bytes;
  if (*format == workspace::TableFormat::json) {
    bytes = json();
  } else {
    const auto values = table();
    if (!values) return core::fail(values.error());
    bytes = workspace::spreadsheet_bytes(*values, *format, sheet);
  }
  if (!bytes) return core::fail(bytes.error());
  return gis::files::write_file(file, *bytes);
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
