#include "main_window/recent_files.h"

#include <QDir>
#include <QFileInfo>
#include <QSettings>

namespace vicinia::desktop {
namespace {

constexpr qsizetype most_files = 10;

QString settingsKey() { return QStringLiteral("recentWorkspaces"); }

}  // namespace

RecentFiles::RecentFiles(QMenu& menu, bool remember, QObject* parent)
    : QObject(parent), menu_(menu), remember_(remember) {
  if (remember_) files_ = QSettings().value(settingsKey()).toStringList();
  menu_.setToolTipsVisible(true);
  connect(&menu_, &QMenu::aboutToShow, this, &RecentFiles::fill);
  fill();
}

void RecentFiles::add(const QString& file) {
  const QString whole = QFileInfo(file).absoluteFilePath();
  files_.removeAll(whole);
  files_.prepend(whole);
  if (files_.size() > most_files) files_.resize(most_files);
  keep();
}

void RecentFiles::remove(const QString& file) {
  if (files_.removeAll(QFileInfo(file).absoluteFilePath()) > 0) keep();
}

void RecentFiles::keep() {
  if (remember_) QSettings().setValue(settingsKey(), files_);
  fill();
  Q_EMIT changed();
}

// Name first, then the folder: two of one name can be told apart.
void RecentFiles::fill() {
  menu_.clear();
  menu_.setEnabled(!files_.isEmpty());
  int number = 0;
  for (const QString& file : std::as_const(files_)) {
    const QFileInfo info(file);
    QString name = info.completeBaseName();
    auto* action = menu_.addAction(QStringLiteral("&%1  %2   (%3)")
                                       .arg(++number % 10)
                                       .arg(name.replace(QLatin1Char('&'), QStringLiteral("&&")),
                                            QDir::toNativeSeparators(info.absolutePath())
                                                .replace(QLatin1Char('&'), QStringLiteral("&&"))));
    action->setToolTip(QDir::toNativeSeparators(file));
    connect(action, &QAction::triggered, this, [this, file] { Q_EMIT chosen(file); });
  }
}

}  // namespace vicinia::desktop
