/// \file web_page_export.h
/// Writes a web page of all sectors and variables that opens with what the window shows, in its language.
/// Errors:  UnsupportedFormat, FileNotWritable, those of workspace/web/web_page.h. A failure leaves an older file whole.
#pragma once

#include <QString>

#include "exports/file_export.h"
#include "session/agglomeration_controller.h"
#include "session/session.h"

namespace vicinia::desktop {

class WebPageExport : public FileExport {
  Q_OBJECT

 public:
  /// Both must outlive it.
  WebPageExport(const Session& session, const AgglomerationController& agglomerations,
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
