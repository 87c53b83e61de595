/// \file audit_export.h
/// Writes the audit of the open data: as CSV, JSON, Markdown, or as PDF by the engine. By extension.
/// Errors:  UnsupportedFormat, FileNotWritable, ExportFailed. A failure leaves an older file whole.
#pragma once

#include <QString>

#include "jobs/engine_bridge.h"
#include "main_window/file_export.h"
#include "session/session.h"

namespace vicinia::desktop {

class AuditExport : public FileExport {
  Q_OBJECT

 public:
  /// Both must outlive it.
  AuditExport(const Session& session, EngineBridge& engine, QObject* parent = nullptr);

  /// For a file dialog.
  [[nodiscard]] static QStringList filters();
  [[nodiscard]] static QString suggestedName();
  /// One at a time: a call while another is being written does nothing.
  void write(const QString& file);

 private:
  const Session& session_;
  EngineBridge& engine_;
};

}  // namespace vicinia::desktop
