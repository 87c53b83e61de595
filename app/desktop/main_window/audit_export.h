/// \file audit_export.h
/// Writes the audit of the open data: as CSV, JSON, Markdown, or as PDF by the engine. By extension.
/// Errors:  UnsupportedFormat, FileNotWritable, ExportFailed. A failure leaves an older file whole.
#pragma once

#include <QObject>
#include <QString>
#include <memory>

#include "jobs/engine_bridge.h"
#include "jobs/write_job.h"
#include "session/session.h"

namespace vicinia::desktop {

class AuditExport : public QObject {
  Q_OBJECT

 public:
  /// Both must outlive it.
  AuditExport(const Session& session, EngineBridge& engine, QObject* parent = nullptr);

  /// For a file dialog.
  [[nodiscard]] static QStringList filters();
  [[nodiscard]] static QString suggestedName();
  /// One at a time: a call while another is being written does nothing.
  void write(const QString& file);

 Q_SIGNALS:
  void written(const QString& file);
  void failed(const vicinia::core::Error& error);

 private:
  const Session& session_;
  EngineBridge& engine_;
  std::unique_ptr<WriteJob> job_;
};

}  // namespace vicinia::desktop
