/// \file indicator_export.h
/// Writes indicators and grades as CSV, XLSX or JSON, by extension: of the shown sector, or of all by the filter; with the user's own rule.
/// Errors:  UnsupportedFormat, FileNotWritable, Cancelled. A failure leaves an older file whole.
#pragma once

#include <QString>

#include "exports/file_export.h"
#include "session/session.h"

namespace vicinia::desktop {

class IndicatorExport : public FileExport {
  Q_OBJECT

 public:
  /// `session` must outlive it.
  explicit IndicatorExport(const Session& session, QObject* parent = nullptr);

  [[nodiscard]] QString title() const override;
  [[nodiscard]] QString suggestedName() const override;
  [[nodiscard]] QStringList filters() const override;
  [[nodiscard]] QString failureHeading() const override;
  [[nodiscard]] bool isPossible() const override;
  void write(const QString& file, const QString& filter = {}) override;

 private:
  const Session& session_;
};

}  // namespace vicinia::desktop
