/// \file messages.h
/// What the window says of its parts: a fault in a box that stops nothing, a success in the status line. What is open stays as it is.
#pragma once

#include <QObject>
#include <QString>
#include <QWidget>

#include "exports/exports.h"
#include "jobs/engine_bridge.h"
#include "main_window/document_commands.h"
#include "main_window/document_opener.h"
#include "main_window/status_line.h"
#include "panels/panel_registry.h"
#include "session/agglomeration_controller.h"
#include "session/session.h"

namespace vicinia::desktop {

class Messages : public QObject {
  Q_OBJECT

 public:
  /// All must outlive it.
  Messages(QWidget& window, Session& session, StatusLine& status);

  void listenTo(const DocumentOpener& opener);
  void listenTo(const DocumentCommands& document);
  void listenTo(const Exports& exports);
  void listenTo(const EngineBridge& engine);
  void listenTo(const AgglomerationController& agglomerations);
  void listenTo(const PanelRequests& panels);
  void showError(const QString& heading, const core::Error& error);

 private:
  QWidget& window_;
  Session& session_;
  StatusLine& status_;
};

}  // namespace vicinia::desktop
