/// \file about_dialog.h
/// What the program is, its version and licences, and whose work it stands on.
#pragma once

#include <QDialog>
#include <QTextBrowser>

#include "jobs/engine_bridge.h"

namespace vicinia::desktop {

class AboutDialog : public QDialog {
  Q_OBJECT

 public:
  /// `engine` may be null; it must outlive the dialog.
  explicit AboutDialog(const EngineBridge* engine, QWidget* parent = nullptr);

 private:
  [[nodiscard]] QString text(const EngineBridge* engine) const;

  QTextBrowser* text_;
};

}  // namespace vicinia::desktop
