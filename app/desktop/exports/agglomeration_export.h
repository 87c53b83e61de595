/// \file agglomeration_export.h
/// Writes the agglomerations that are shown: the list as CSV, XLSX or JSON, the outlines as a vector layer. By extension.
/// Errors:  UnsupportedFormat, FileNotWritable, those of gis/io/vector_layer.h. A failure leaves an older file whole.
#pragma once

#include <QString>

#include "exports/file_export.h"
#include "session/agglomeration_controller.h"
#include "session/session.h"

namespace vicinia::desktop {

class AgglomerationExport : public FileExport {
  Q_OBJECT

 public:
  /// Both must outlive it.
  AgglomerationExport(const Session& session, const AgglomerationController& agglomerations,
                      QObject* parent = nullptr);

  [[nodiscard]] QString title() const override;
  [[nodiscard]] QString suggestedName() const override;
  [[nodiscard]] QStringList filters() const override;
  [[nodiscard]] QString failureHeading() const override;
  [[nodiscard]] bool isPossible() const override;
  void write(const QString& file, const QString& filter = {}) override;

 private:
  const Session& session_;
  const AgglomerationController& agglomerations_;
};

}  // namespace vicinia::desktop
