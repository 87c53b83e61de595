/// \file agglomeration_export.h
/// Writes the agglomerations that are shown: the list as CSV or JSON, the outlines as a vector layer. By extension.
/// Errors:  UnsupportedFormat, FileNotWritable, those of gis/io/vector_layer.h. A failure leaves an older file whole.
#pragma once

#include <QObject>
#include <QString>
#include <memory>

#include "jobs/write_job.h"
#include "session/agglomeration_controller.h"
#include "session/session.h"

namespace vicinia::desktop {

class AgglomerationExport : public QObject {
  Q_OBJECT

 public:
  /// Both must outlive it.
  AgglomerationExport(const Session& session, const AgglomerationController& agglomerations, QObject* parent = nullptr);

  /// For a file dialog.
  [[nodiscard]] static QStringList filters();
  [[nodiscard]] QString suggestedName() const;
  /// One at a time: a call while another is being written does nothing.
  void write(const QString& file);

 Q_SIGNALS:
  void written(const QString& file);
  void failed(const vicinia::core::Error& error);

 private:
  const Session& session_;
  const AgglomerationController& agglomerations_;
  std::unique_ptr<WriteJob> job_;
};

}  // namespace vicinia::desktop
