/// \file windows_beside.h
/// The windows that stand beside the main one and stop nothing: what was found while reading, help, about. Each is there once.
#pragma once

#include <QDialog>
#include <QMainWindow>

#include "jobs/engine_bridge.h"
#include "session/agglomeration_controller.h"
#include "session/session.h"

namespace vicinia::desktop {

class HelpWindow;

class WindowsBeside : public QObject {
  Q_OBJECT

 public:
  /// All must outlive it.
  WindowsBeside(QMainWindow& window, Session& session, AgglomerationController& agglomerations,
                EngineBridge& engine);

  void showFindings();
  void showHelp();
  /// The help at a chapter or a term, by its name in the manual.
  void showChapter(const QString& anchor);
  void showAbout();
  /// Those that would outlive the main window.
  void close();

 private:
  QMainWindow& window_;
  Session& session_;
  AgglomerationController& agglomerations_;
  EngineBridge& engine_;
  QDialog* findings_ = nullptr;
  HelpWindow* help_ = nullptr;
};

}  // namespace vicinia::desktop
