/// \file shown_document.h
/// What the title, the menus and the status line say of the document as it stands: its name, what it shows, what can be done with it.
#pragma once

#include <QMainWindow>

#include "exports/exports.h"
#include "main_window/actions.h"
#include "main_window/document_commands.h"
#include "main_window/status_line.h"
#include "session/agglomeration_controller.h"
#include "session/document_file.h"
#include "session/looking_history.h"
#include "session/session.h"

namespace vicinia::desktop {

class ShownDocument : public QObject {
  Q_OBJECT

 public:
  struct Parts {
    Session& session;
    Actions& actions;
    StatusLine& status;
    AgglomerationController& agglomerations;
    const LookingHistory& looking;
    const DocumentFile& file;
    const DocumentCommands& document;
    const Exports& exports;
  };
  /// All must outlive it.
  ShownDocument(QMainWindow& window, const Parts& parts);

  void retranslate();

 private:
  void showChange(const workspace::Touched& touched);
  void updateTitle();
  void updateActions();

  QMainWindow& window_;
  Parts parts_;
};

}  // namespace vicinia::desktop
