#include "main_window/windows_beside.h"

#include "dialogs/about_dialog.h"
#include "dialogs/findings_dialog.h"
#include "dialogs/help_window.h"

namespace vicinia::desktop {

WindowsBeside::WindowsBeside(QMainWindow& window, Session& session, AgglomerationController& agglomerations,
                             EngineBridge& engine)
    : QObject(&window),
      window_(window),
      session_(session),
      agglomerations_(agglomerations),
      engine_(engine) {}

void WindowsBeside::showFindings() {
  if (!findings_) findings_ = new FindingsDialog(session_, agglomerations_, &window_);
  findings_->show();
  findings_->raise();
}

void WindowsBeside::showHelp() {
  if (!help_) help_ = new HelpWindow(session_, &window_);
  help_->show();
  help_->raise();
  help_->activateWindow();
}

void WindowsBeside::showChapter(const QString& anchor) {
  showHelp();
  help_->showChapter(anchor);
}

void WindowsBeside::showAbout() { (new AboutDialog(&engine_, &window_))->open(); }

void WindowsBeside::close() {
  if (help_) help_->close();
}

}  // namespace vicinia::desktop
