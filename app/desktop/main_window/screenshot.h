/// \file screenshot.h
/// Waits for the finished map with its outlines, saves a picture of the window and leaves the program: 0, or 1 with what is wrong on stderr.
#pragma once

#include <QObject>
#include <QString>

#include "main_window/main_window.h"

namespace vicinia::desktop {

class Screenshot : public QObject {
  Q_OBJECT

 public:
  /// `window` and `session` must outlive it.
  Screenshot(MainWindow& window, const Session& session, QString file);

 private:
  void save();
  void giveUp(const core::Error& error);

  MainWindow& window_;
  const Session& session_;
  QString file_;
  bool done_ = false;
};

}  // namespace vicinia::desktop
