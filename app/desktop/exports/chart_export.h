/// \file chart_export.h
/// Writes the chart of the view as SVG, PNG or PDF, or what it shows as CSV or XLSX, by extension.
/// Errors:  UnsupportedFormat, FileNotWritable; InvalidArgument where there is no chart. A failure leaves an older file whole.
#pragma once

#include <QString>

#include "exports/file_export.h"
#include "session/session.h"

namespace vicinia::desktop {

class ChartExport : public FileExport {
  Q_OBJECT

 public:
  /// `session` must outlive it.
  explicit ChartExport(const Session& session, QObject* parent = nullptr);

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
