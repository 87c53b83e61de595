#include "main_window/file_dialogs.h"

#include <QDir>
#include <QDropEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QMimeData>
#include <QStandardPaths>
#include <QUrl>

#include "dialogs/export_figure/export_figure_dialog.h"
#include "dialogs/import/import_assistant.h"
#include "text/qt_text.h"

namespace vicinia::desktop {
namespace {

/// Not every system has a folder for documents.
QString folderForDocuments() {
  const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
  return QFileInfo(documents).isDir() ? documents : QDir::homePath();
}

/// The one file or folder that is being dragged, if it is one.
QString fileIn(const QMimeData& dragged) {
  const QList<QUrl> urls = dragged.urls();
  return urls.size() == 1 ? urls.constFirst().toLocalFile() : QString();
}

}  // namespace

FileDialogs::FileDialogs(QWidget& window, Session& session, DocumentOpener& opener, EngineBridge& engine,
                         AgglomerationController& agglomerations)
    : QObject(&window),
      window_(window),
      session_(session),
      opener_(opener),
      engine_(engine),
      agglomerations_(agglomerations),
      folder_(folderForDocuments()) {
  window.setAcceptDrops(true);
  window.installEventFilter(this);
}

// A data set, a workspace, a figure, or a table or layer to be imported, one at a time.
bool FileDialogs::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() != QEvent::DragEnter && event->type() != QEvent::Drop)
    return QObject::eventFilter(watched, event);
  auto& drop = static_cast<QDropEvent&>(*event);
  const QString file = fileIn(*drop.mimeData());
  if (!file.isEmpty()) drop.acceptProposedAction();
  if (file.isEmpty() || event->type() != QEvent::Drop) return true;
  if (DocumentOpener::isWorkspace(toPath(file)))
    Q_EMIT workspaceDropped(file);
  else if (!QFileInfo(file).isDir() && ImportAssistant::mayTake(file))
    importData(file);
  else
    opener_.openAny(toPath(file));
  return true;
}

void FileDialogs::openDataset() {
  const QString start = session_.isOpen() ? pathText(session_.document().data->folder) : QDir::homePath();
  const QString folder = QFileDialog::getExistingDirectory(
      &window_, tr("Open the folder of a data set (with manifest.json)"), start);
  if (folder.isEmpty()) return;
  Q_EMIT datasetChosen();
  opener_.openDataset(toPath(folder));
}

void FileDialogs::importData(const QString& file) {
  auto* const assistant = new ImportAssistant(session_.language(), &window_);
  assistant->setAttribute(Qt::WA_DeleteOnClose);
  connect(assistant, &ImportAssistant::made, this, [this](const QString& folder) {
    Q_EMIT datasetChosen();
    opener_.openDataset(toPath(folder));
  });
  assistant->open();
  if (!file.isEmpty()) assistant->setFile(file);
}

void FileDialogs::openFigure() {
  const QString file = QFileDialog::getOpenFileName(&window_, tr("Open view from a figure"), folder_,
                                                    tr("Figures (*.pdf *.svg *.png *.tif *.tiff)"));
  if (!file.isEmpty()) opener_.openFile(toPath(file));
}

void FileDialogs::exportFigure() { openFigureDialog(); }

void FileDialogs::print() {
  if (ExportFigureDialog* const dialog = openFigureDialog()) dialog->beginPrinting();
}

ExportFigureDialog* FileDialogs::openFigureDialog() {
  if (!session_.isOpen()) return nullptr;
  figureChoices_.folder = folder_;
  auto* dialog = new ExportFigureDialog(session_, engine_, agglomerations_, figureChoices_, &window_);
  connect(dialog, &ExportFigureDialog::written, this,
          [this](const QString& file) { folder_ = QFileInfo(file).absolutePath(); });
  connect(dialog, &QDialog::finished, this, [this, dialog] { figureChoices_ = dialog->choices(); });
  dialog->open();
  return dialog;
}

// With the extension of the kind that was chosen where none was typed.
void FileDialogs::exportTo(FileExport& file) {
  if (!file.isPossible()) return;
  QString filter;
  QString path =
      QFileDialog::getSaveFileName(&window_, file.title(), QDir(folder_).filePath(file.suggestedName()),
                                   file.filters().join(QStringLiteral(";;")), &filter);
  if (path.isEmpty()) return;
  if (QFileInfo(path).suffix().isEmpty())
    path += filter.mid(filter.lastIndexOf(QLatin1Char('.'))).chopped(1);  // "… (*.csv)"
  file.write(path, filter);
}

void FileDialogs::restore(const QSettings& settings) {
  figureChoices_ = kept_choices(settings);
  if (!figureChoices_.folder.isEmpty()) folder_ = figureChoices_.folder;
}

void FileDialogs::saveState(QSettings& settings) {
  figureChoices_.folder = folder_;
  desktop::save(figureChoices_, settings);
}

}  // namespace vicinia::desktop
