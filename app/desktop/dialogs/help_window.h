/// \file help_window.h
/// The manual, in the language of the window, as a window of its own beside it.
#pragma once

#include <QTextBrowser>

#include "session/session.h"

namespace vicinia::desktop {

class HelpWindow : public QTextBrowser {
  Q_OBJECT

 public:
  /// `session` must outlive the window. `parent` owns it, but it stands on its own.
  explicit HelpWindow(const Session& session, QWidget* parent = nullptr);

 protected:
  void changeEvent(QEvent* event) override;
  /// Of a picture of the window, the one that looks like this window: light or dark.
  QVariant loadResource(int type, const QUrl& name) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void retranslateUi();

  const Session& session_;
};

}  // namespace vicinia::desktop
