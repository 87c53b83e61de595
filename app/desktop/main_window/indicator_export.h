/// \file indicator_export.h
/// Writes indicators and grades as CSV or JSON, by extension: of the shown sector, or of all; with the user's own rule.
/// Errors:  UnsupportedFormat, FileNotWritable, Cancelled. A failure leaves an older file whole.
#pragma once

#include <QString>

#include "main_window/file_export.h"
#include "session/session.h"

namespace vicinia::desktop {

class IndicatorExport : public FileExport {
  Q_OBJECT

 public:
  /// `session` must outlive it.
  explicit IndicatorExport(const Session& session, QObject* parent = nullptr);

  /// For a file dialog; those after the first two are of all sectors.
  [[nodiscard]] static QStringList filters();
  [[nodiscard]] static bool isOfAllSectors(const QString& filter);
  [[nodiscard]] QString suggestedName() const;
  /// One at a time: a call while another is being written does nothing.
  void write(const QString& file, bool allSectors = false);

 private:
  const Session& session_;
};

}  // namespace vicinia::desktop
