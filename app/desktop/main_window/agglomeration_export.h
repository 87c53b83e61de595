/// \file agglomeration_export.h
/// Writes the agglomerations that are shown: the list as CSV or JSON, the outlines as a vector layer. By extension.
/// Errors:  UnsupportedFormat, FileNotWritable, those of gis/io/vector_layer.h. A failure leaves an older file whole.
#pragma once

#include <QString>

#include "main_window/file_export.h"
#include "session/agglomeration_controller.h"
#include "session/session.h"

namespace vicinia::desktop {

class AgglomerationExport : public FileExport {
  Q_OBJECT

 public:
  /// Both must outlive it.
  AgglomerationExport(const Session& session, const AgglomerationController& agglomerations, QObject* parent = nullptr);

  /// For a file dialog.
  [[nodiscard]] static QStringList filters();
  [[nodiscard]] QString suggestedName() const;
  /// One at a time: a call while another is being written does nothing.
  void write(const QString& file);

 private:
  const Session& session_;
  const AgglomerationController& agglomerations_;
};

}  // namespace vicinia::desktop
