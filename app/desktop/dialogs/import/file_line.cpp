#include "dialogs/import/file_line.h"

#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QMimeData>
#include <QUrl>

#include "dialogs/import/server_table_dialog.h"

namespace vicinia::desktop {
namespace {

QString shownAs(const std::pair<QString, QString>& serverTable) {
  return serverTable.second + QStringLiteral(" – ") + serverTable.first;
}

}  // namespace

FileLine::FileLine(const QString& objectName, What what, QWidget* parent)
    : QWidget(parent), what_(what), line_(new QLineEdit), button_(new QPushButton) {
  line_->setObjectName(objectName);
  button_->setObjectName(objectName + QStringLiteral("Browse"));
  button_->setAutoDefault(false);
  line_->setAcceptDrops(false);
  setAcceptDrops(true);
  auto* const row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->addWidget(line_, 1);
  row->addWidget(button_);
  setFocusProxy(line_);
  connect(button_, &QPushButton::clicked, this, &FileLine::browse);
  connect(line_, &QLineEdit::editingFinished, this, &FileLine::settle);
}

QString FileLine::file() const {
  return serverTable_ && line_->text() == shownAs(*serverTable_) ? serverTable_->second
                                                                 : line_->text().trimmed();
}

QString FileLine::server() const {
  return serverTable_ && line_->text() == shownAs(*serverTable_) ? serverTable_->first : QString();
}

void FileLine::setFile(const QString& file) {
  line_->setText(file);
  settle();
}

void FileLine::setServerTable(const QString& address, const QString& table) {
  serverTable_.emplace(address, table);
  line_->setText(shownAs(*serverTable_));
  settle();
}

void FileLine::offerServers(bool shapesOnly, workspace::Language language) {
  shapesOnly_ = shapesOnly;
  language_ = language;
  serverButton_ = new QPushButton(tr("Server…"));
  serverButton_->setObjectName(line_->objectName() + QStringLiteral("Server"));
  serverButton_->setAutoDefault(false);
  layout()->addWidget(serverButton_);
  connect(serverButton_, &QPushButton::clicked, this, &FileLine::askServer);
}

void FileLine::askServer() {
  ServerTableDialog dialog(shapesOnly_, language_, window());
  if (dialog.exec() == QDialog::Accepted && !dialog.table().isEmpty())
    setServerTable(dialog.address(), dialog.table());
}

void FileLine::setWords(const QString& button, const QString& dialogTitle, const QString& filter) {
  button_->setText(button);
  title_ = dialogTitle;
  filter_ = filter;
}

void FileLine::settle() {
  if (line_->text().trimmed() == settled_) return;
  settled_ = line_->text().trimmed();
  Q_EMIT changed();
}

void FileLine::browse() {
  const QString start = server().isEmpty() ? QFileInfo(file()).path() : QString();
  const QString chosen = what_ == What::file ? QFileDialog::getOpenFileName(window(), title_, start, filter_)
                                             : QFileDialog::getSaveFileName(window(), title_, file());
  if (!chosen.isEmpty()) setFile(chosen);
}

void FileLine::dragEnterEvent(QDragEnterEvent* event) {
  if (event->mimeData()->hasUrls()) event->acceptProposedAction();
}

void FileLine::dropEvent(QDropEvent* event) {
  const auto urls = event->mimeData()->urls();
  if (urls.isEmpty() || !urls.constFirst().isLocalFile()) return;
  event->acceptProposedAction();
  setFile(urls.constFirst().toLocalFile());
}

}  // namespace vicinia::desktop
