#include "dialogs/import/file_line.h"

#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QMimeData>
#include <QUrl>

namespace vicinia::desktop {

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

QString FileLine::file() const { return line_->text().trimmed(); }

void FileLine::setFile(const QString& file) {
  line_->setText(file);
  settle();
}

void FileLine::setWords(const QString& button, const QString& dialogTitle, const QString& filter) {
  button_->setText(button);
  title_ = dialogTitle;
  filter_ = filter;
}

void FileLine::settle() {
  if (file() == settled_) return;
  settled_ = file();
  Q_EMIT changed();
}

void FileLine::browse() {
  const QString start = QFileInfo(file()).path();
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
