#include "main_window/welcome.h"

#include <QFileInfo>
#include <QSettings>
#include <system_error>

#include "text/qt_text.h"
#include "vicinia/workspace/document/resource_paths.h"

namespace vicinia::desktop {

namespace {

QString atStartKey() { return QStringLiteral("welcome/atStart"); }

}  // namespace

Welcome::Welcome(const Parts& parts, bool remember)
    : QObject(&parts.window), parts_(parts), remember_(remember) {}

bool Welcome::isWantedAtStart() const {
  if (!remember_) return false;
  const QSettings settings;
  const QVariant wanted = settings.value(atStartKey());
  return wanted.isValid() ? wanted.toBool() : !settings.contains(QStringLiteral("window/geometry"));
}

void Welcome::showAtStart() {
  if (!isWantedAtStart()) return;
  if (parts_.map.isComplete()) return show();
  connect(&parts_.map, &MapController::mapComplete, this, &Welcome::show, Qt::SingleShotConnection);
}

void Welcome::build() {
  dialog_ = new WelcomeDialog(parts_.session, &parts_.window);
  const auto on = [this](auto signal, auto what) { connect(dialog_, signal, this, what); };
  on(&WelcomeDialog::builtInWanted, [this] { openBuiltIn(); });
  on(&WelcomeDialog::ownDataWanted, [this] { parts_.files.importData(); });
  on(&WelcomeDialog::workWanted, [this](const QString& file) { parts_.document.openFile(toPath(file)); });
  on(&WelcomeDialog::formatWanted, [this] { parts_.beside.showChapter(QStringLiteral("data")); });
  on(&WelcomeDialog::languageWanted, [this](workspace::Language wanted) { Q_EMIT languageWanted(wanted); });
  on(&WelcomeDialog::tourWanted, [this] {
    dialog_->close();
    Q_EMIT tourWanted();
  });
  on(&WelcomeDialog::atStartWanted, [this](bool isShown) {
    if (remember_) QSettings().setValue(atStartKey(), isShown);
  });
  // It has done its work once something is opened, from here or elsewhere; a dialog that was cancelled leaves it where it is.
  connect(&parts_.opener, &DocumentOpener::began, dialog_, &QDialog::close);
  connect(&parts_.opener, &DocumentOpener::documentOpened, dialog_, &QDialog::close);
  connect(&parts_.recent, &RecentFiles::changed, dialog_, [this] { dialog_->setRecent(recentWork()); });
}

// Who has seen it once is not shown it again, unless they want it.
void Welcome::show() {
  if (!dialog_) build();
  dialog_->setRecent(recentWork());
  bool isShownAtStart = false;
  if (remember_) {
    QSettings settings;
    isShownAtStart = settings.value(atStartKey(), false).toBool();
    settings.setValue(atStartKey(), isShownAtStart);
  }
  dialog_->setShownAtStart(isShownAtStart);
  const QRect around = parts_.window.frameGeometry();
  QRect place(QPoint(), dialog_->size());
  place.moveCenter(around.center());
  dialog_->move(place.topLeft());
  dialog_->show();
  dialog_->raise();
  dialog_->activateWindow();
}

void Welcome::openBuiltIn() {
  const auto builtIn = workspace::built_in_dataset();
  std::error_code unknown;
  const bool isOpen = builtIn && parts_.session.isOpen() &&
                      std::filesystem::equivalent(parts_.session.document().data->folder, *builtIn, unknown);
  if (isOpen)
    dialog_->close();
  else
    parts_.document.beginNew();
}

std::vector<RecentWork> Welcome::recentWork() const {
  std::vector<RecentWork> recent;
  for (const QString& file : parts_.recent.files())
    if (const QFileInfo info(file); info.exists())
      recent.push_back({file, info.completeBaseName(), info.lastModified()});
  return recent;
}

}  // namespace vicinia::desktop
