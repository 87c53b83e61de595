/// \file file_dialogs.h
/// How data sets, figures and exports are chosen: by dialogs, or dropped onto the window. Workspaces: document_commands.h.
/// Dialogs begin in the folder used last.
#pragma once

#include <QObject>
#include <QSettings>
#include <QString>
#include <QWidget>

#include "dialogs/export_figure/kept_choices.h"
#include "exports/file_export.h"
#include "jobs/engine_bridge.h"
#include "main_window/document_opener.h"
#include "session/agglomeration_controller.h"
#include "session/session.h"

namespace vicinia::desktop {

class ExportFigureDialog;

class FileDialogs : public QObject {
  Q_OBJECT

 public:
  /// All must outlive it.
  FileDialogs(QWidget& window, Session& session, DocumentOpener& opener, EngineBridge& engine,
              AgglomerationController& agglomerations);

  void openDataset();
  /// \param file  a table or layer to begin with; empty: none
  void importData(const QString& file = {});
  void openFigure();
  void exportFigure();
  void print();  ///< the same dialog, whose pages go to a printer
  void exportTo(FileExport& file);

  /// Folder and choices, from one run to the next.
  void restore(const QSettings& settings);
  void saveState(QSettings& settings);

 Q_SIGNALS:
  void datasetChosen();
  void workspaceDropped(const QString& file);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  ExportFigureDialog* openFigureDialog();  ///< nullptr: there is nothing to export

  QWidget& window_;
  Session& session_;
  DocumentOpener& opener_;
  EngineBridge& engine_;
  AgglomerationController& agglomerations_;
  QString folder_;
  FigureChoices figureChoices_;
};

}  // namespace vicinia::desktop
