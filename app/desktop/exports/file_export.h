/// \file file_export.h
/// What exports to a file have in common: what a file dialog needs to know, one at a time, off the GUI thread, and how it went as a signal.
#pragma once

#include <QObject>
#include <QString>
#include <QStringList>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>

#include "jobs/write_job.h"
#include "vicinia/core/industry/sector.h"
#include "vicinia/workspace/base/value_table.h"

namespace vicinia::desktop {

/// As the ending of `file` says: CSV that spreadsheets know as UTF-8, XLSX with a sheet of that name, or JSON. What is not asked for is not
/// computed. Errors: UnsupportedFormat, FileNotWritable, those of the two.
[[nodiscard]] core::Status writeTable(const std::filesystem::path& file, const std::string& sheet,
                                      const std::function<core::Result<workspace::ValueTable>()>& table,
                                      const std::function<core::Result<std::string>()>& json);

class FileExport : public QObject {
  Q_OBJECT

 public:
  using QObject::QObject;
  [[nodiscard]] bool isWriting() const { return job_ != nullptr; }

  /// For a file dialog, in the language of the moment. \pre isPossible()
  [[nodiscard]] virtual QString title() const = 0;
  [[nodiscard]] virtual QString suggestedName() const = 0;
  [[nodiscard]] virtual QStringList filters() const = 0;
  /// Heads the message that says why nothing was written.
  [[nodiscard]] virtual QString failureHeading() const = 0;
  /// Is there anything to be written?
  [[nodiscard]] virtual bool isPossible() const = 0;
  /// By extension; `filter` is that of filters() which was chosen. While another file is being written it does nothing.
  virtual void write(const QString& file, const QString& filter = {}) = 0;

 Q_SIGNALS:
  void written(const QString& file);
  void failed(const vicinia::core::Error& error);

 protected:
  /// The code of a sector, as a part of a file's name.
  [[nodiscard]] static QString fileStem(const core::industry::Sector& sector);
  /// `write` works on a snapshot of its inputs. \pre !isWriting()
  void begin(const QString& file, std::function<core::Status(const core::Task&)> write);

 private:
  std::unique_ptr<WriteJob> job_;
};

}  // namespace vicinia::desktop
