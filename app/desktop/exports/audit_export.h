/// \file audit_export.h
/// Writes the audit of the open data: as CSV, XLSX, JSON, Markdown, or as PDF by the engine. By extension.
/// Errors:  UnsupportedFormat, FileNotWritable, ExportFailed. A failure leaves an older file whole.
#pragma once

#include <QString>

#include "exports/file_export.h"
#include "jobs/engine_bridge.h"
#include "session/session.h"

namespace vicinia::desktop {

class AuditExport : public FileExport {
  Q_OBJECT

 public:
  /// Both must outlive it.
  AuditExport(const Session& session, EngineBridge& engine, QObject* parent = nullptr);

  [[nodiscard]] QString title() const override;
  [[nodiscard]] QString suggestedName() const override;
  [[nodiscard]] QStringList filters() const override;
  [[nodiscard]] QString failureHeading() const override;
  [[nodiscard]] bool isPossible() const override;
  void write(const QString& file, const QString& filter = {}) override;

 private:
  const Session& session_;
  EngineBridge& engine_;
};

}  // namespace vicinia::desktop
