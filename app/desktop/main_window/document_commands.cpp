#include "main_window/document_commands.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>
#include <QStandardPaths>
#include <utility>

#include "text/plain_text.h"
#include "text/qt_text.h"
#include "vicinia/workspace/document/resource_paths.h"

namespace vicinia::desktop {

namespace ws = workspace;

DocumentCommands::DocumentCommands(QMainWindow& window, const Parts& parts, bool asks)
    : QObject(&window), window_(window), parts_(parts), asks_(asks) {
  connect(&parts_.opener, &DocumentOpener::documentBegun, &parts_.file, &DocumentFile::forget);
  connect(&parts_.opener, &DocumentOpener::documentResumed, &parts_.file, &DocumentFile::resume);
  connect(&parts_.opener, &DocumentOpener::documentOpened, this, &DocumentCommands::onOpened);
  connect(&parts_.recent, &RecentFiles::chosen, this, [this](const QString& file) {
    if (!QFileInfo::exists(file)) parts_.recent.remove(file);  // opening tells that it is not there
    openFile(toPath(file));
  });
  connect(&parts_.file, &DocumentFile::written, this, [this](const QString& file) {
    parts_.recent.add(file);
    Q_EMIT saved(file);
    if (const auto then = std::exchange(afterSaving_, nullptr)) then();
  });
  connect(&parts_.file, &DocumentFile::failed, this, [this](const core::Error& error) {
    afterSaving_ = nullptr;
    Q_EMIT notSaved(error);
  });
}

void DocumentCommands::onOpened(const std::filesystem::path& file, const ws::SavedWorkspace& saved) {
  parts_.file.adopt(file, saved);
  parts_.recent.add(pathText(file));
  if (!saved.settings.window_layout.empty() && asks_)
    window_.restoreState(QByteArray::fromBase64(QByteArray::fromStdString(saved.settings.window_layout)));
  const QString name = QFileInfo(pathText(file)).fileName();
  switch (parts_.file.readOnly()) {
    case DocumentFile::ReadOnly::no: break;
    case DocumentFile::ReadOnly::newer_version:
      tell(
          tr("Opened for reading only"),
          tr("“%1” was saved by a newer version of Vicinia. What this version does not know of is not shown, and would "
             "be lost by saving: “Save as” puts what you see into another file.")
              .arg(name));
      break;
    case DocumentFile::ReadOnly::open_elsewhere:
      tell(tr("Opened for reading only"),
           tr("“%1” is open in another window. “Save as” puts your changes into another file.").arg(name));
  }
}

void DocumentCommands::tell(const QString& heading, const QString& text) {
  auto* box = new QMessageBox(QMessageBox::Information, tr("Workspace"), asPlainText(heading),
                              QMessageBox::Ok, &window_);
  box->setObjectName(QStringLiteral("documentMessage"));
  box->setAttribute(Qt::WA_DeleteOnClose);
  box->setInformativeText(asPlainText(text));
  box->open();
}

void DocumentCommands::leaving(std::function<void()> then) {
  if (!asks_ || !parts_.file.isModified()) return then();
  auto* box = new QMessageBox(
      QMessageBox::Question, tr("Workspace"),
      asPlainText(parts_.file.path().empty() ? tr("Save what you have done here?")
                                             : tr("Save the changes of “%1”?").arg(parts_.file.name())),
      QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, &window_);
  box->setObjectName(QStringLiteral("saveQuestion"));
  box->setAttribute(Qt::WA_DeleteOnClose);
  box->setInformativeText(tr("Otherwise they are lost."));
  box->button(QMessageBox::Save)->setText(tr("&Save"));
  box->button(QMessageBox::Discard)->setText(tr("&Do not save"));
  box->button(QMessageBox::Cancel)->setText(tr("Cancel"));
  box->setDefaultButton(QMessageBox::Save);
  connect(box, &QMessageBox::finished, this, [this, box, then = std::move(then)](int) {
    const auto answer = box->standardButton(box->clickedButton());
    if (answer == QMessageBox::Save) {
      afterSaving_ = then;
      save();
    } else if (answer == QMessageBox::Discard) {
      then();
    }
  });
  box->open();
}

void DocumentCommands::beginNew() {
  leaving([this] {
    if (const auto folder = ws::built_in_dataset())
      parts_.opener.beginNew(*folder);
    else
      Q_EMIT parts_.opener.failed(folder.error());
  });
}

void DocumentCommands::open() {
  const QString file =
      QFileDialog::getOpenFileName(&window_, tr("Open workspace"), folder_, tr("Workspaces (*.vicinia)"));
  if (!file.isEmpty()) openFile(toPath(file));
}

void DocumentCommands::openFile(const std::filesystem::path& file) {
  folder_ = QFileInfo(pathText(file)).absolutePath();
  leaving([this, file] { parts_.opener.openFile(file); });
}

void DocumentCommands::save() {
  if (parts_.file.path().empty() || parts_.file.readOnly() != DocumentFile::ReadOnly::no) return saveAs();
  if (!parts_.file.isChangedElsewhere()) return save(parts_.file.path());
  auto* box = new QMessageBox(
      QMessageBox::Warning, tr("Workspace"),
      asPlainText(tr("“%1” was saved by somebody else since you opened it").arg(parts_.file.name())),
      QMessageBox::Cancel, &window_);
  box->setObjectName(QStringLiteral("changedElsewhere"));
  box->setAttribute(Qt::WA_DeleteOnClose);
  box->setInformativeText(tr("Saving would replace that work by yours."));
  const auto* const another = box->addButton(tr("Save &as…"), QMessageBox::AcceptRole);
  const auto* const replace = box->addButton(tr("&Replace it"), QMessageBox::DestructiveRole);
  box->button(QMessageBox::Cancel)->setText(tr("Cancel"));
  connect(box, &QMessageBox::finished, this, [this, box, another, replace](int) {
    if (box->clickedButton() == another)
      saveAs();
    else if (box->clickedButton() == replace)
      save(parts_.file.path());
    else
      afterSaving_ = nullptr;
  });
  box->open();
}

QString DocumentCommands::suggestedName() const {
  if (!parts_.file.path().empty()) return pathText(parts_.file.path());
  return QDir(folder_).filePath(tr("workspace") + QStringLiteral(".vicinia"));
}

void DocumentCommands::saveAs() {
  if (!parts_.session.isOpen()) return;
  if (folder_.isEmpty()) {
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    folder_ = QFileInfo(documents).isDir() ? documents : QDir::homePath();
  }
  QFileDialog dialog(&window_, tr("Save workspace"), folder_, tr("Workspaces (*.vicinia)"));
  dialog.setAcceptMode(QFileDialog::AcceptSave);
  dialog.setDefaultSuffix(QStringLiteral("vicinia"));
  dialog.selectFile(suggestedName());
  if (dialog.exec() != QDialog::Accepted || dialog.selectedFiles().isEmpty()) {
    afterSaving_ = nullptr;
    return;
  }
  const QString file = dialog.selectedFiles().constFirst();
  folder_ = QFileInfo(file).absolutePath();
  if (parts_.file.isOpenElsewhere(toPath(file))) {
    afterSaving_ = nullptr;
    return tell(tr("Not saved"), tr("“%1” is open in another window. Choose another name, or close it there.")
                                     .arg(QFileInfo(file).fileName()));
  }
  save(toPath(file));
}

void DocumentCommands::save(const std::filesystem::path& file) {
  parts_.file.setLayout(window_.saveState().toBase64().toStdString());
  parts_.file.save(file);
}

// A document without a file is kept for the next window as it is, and nobody is asked.
bool DocumentCommands::mayClose() {
  if (isClosing_ || !asks_ || parts_.file.path().empty() || !parts_.file.isModified()) return true;
  leaving([this] {
    // What was not to be saved does not come back with the next window either.
    if (parts_.file.isModified() && parts_.file.saved())
      static_cast<void>(parts_.session.begin(nullptr, parts_.file.saved()->view));
    isClosing_ = true;
    window_.close();
  });
  return false;
}

QString DocumentCommands::titlePart() const {
  QString name = parts_.file.name().replace(QStringLiteral("[*]"), QStringLiteral("[*][*]"));
  if (!name.isEmpty() && parts_.file.readOnly() != DocumentFile::ReadOnly::no)
    name = tr("%1 (read only)").arg(name);
  return name + QStringLiteral("[*]") + (name.isEmpty() ? QString() : QStringLiteral(" – "));
}

}  // namespace vicinia::desktop
