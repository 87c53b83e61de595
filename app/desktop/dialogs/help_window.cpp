#include "dialogs/help_window.h"

#include <QEvent>
#include <QKeyEvent>
#include <QUrl>

#include "drawing/themed_icon.h"
#include "text/qt_text.h"
#include "vicinia/workspace/document/resource_paths.h"
#include "vicinia/workspace/words/texts.h"

namespace vicinia::desktop {

HelpWindow::HelpWindow(const Session& session, QWidget* parent) : QTextBrowser(parent), session_(session) {
  setObjectName(QStringLiteral("helpWindow"));
  setWindowFlag(Qt::Window);
  setOpenExternalLinks(true);
  document()->setDocumentMargin(16);
  resize(720, 760);
  retranslateUi();
}

void HelpWindow::retranslateUi() {
  setWindowTitle(tr("Vicinia – Help"));
  setAccessibleName(tr("Help"));
  const auto language = session_.language();
  if (const auto folder = workspace::resources_folder())
    setSource(QUrl::fromLocalFile(pathText(*folder / "help" / workspace::code_of(language) / "index.html")));
  else
    setPlainText(qs(workspace::error_text(folder.error(), language)));
}

void HelpWindow::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslateUi();
  QTextBrowser::changeEvent(event);
}

QVariant HelpWindow::loadResource(int type, const QUrl& name) {
  QString path = name.toString();
  if (isDarkTheme()) path.replace(QStringLiteral("-light/"), QStringLiteral("-dark/"));
  return QTextBrowser::loadResource(type, QUrl(path));
}

void HelpWindow::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Escape)
    close();
  else
    QTextBrowser::keyPressEvent(event);
}

}  // namespace vicinia::desktop
