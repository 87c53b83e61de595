/// \file values_export.h
/// Writes the shown variable of every unit as CSV or JSON, by extension.
/// Errors:  UnsupportedFormat, FileNotWritable. A failure leaves an older file whole.
#pragma once

#include <QString>

#include "main_window/file_export.h"
#include "session/session.h"
#include "vicinia/workspace/variables/variable_table.h"

namespace vicinia::desktop {

class ValuesExport : public FileExport {
  Q_OBJECT

 public:
  /// `session` must outlive it.
  explicit ValuesExport(const Session& session, QObject* parent = nullptr);

  /// For a file dialog.
  [[nodiscard]] static QStringList filters();
  [[nodiscard]] QString suggestedName() const;
  /// One at a time: a call while another is being written does nothing.
  void write(const QString& file, const workspace::ValueFilter& filter);

 private:
  const Session& session_;
};

}  // namespace vicinia::desktop
