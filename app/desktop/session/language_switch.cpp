#include "session/language_switch.h"

#include <QCoreApplication>
#include <QLocale>

#include "text/qt_text.h"

// Resources of a static library are only linked in when they are asked for, and that outside of any namespace.
static void loadResources() {
  Q_INIT_RESOURCE(vicinia_translations);
  Q_INIT_RESOURCE(vicinia_icons);
}

namespace vicinia::desktop {

workspace::Language systemLanguage() {
  return QLocale::system().language() == QLocale::Vietnamese ? workspace::Language::vi
                                                             : workspace::Language::en;
}

LanguageSwitch::LanguageSwitch(workspace::Language language) {
  loadResources();
  install(language);
}

LanguageSwitch::~LanguageSwitch() {
  if (!installed_ || !QCoreApplication::instance()) return;
  QCoreApplication::removeTranslator(&own_);
  QCoreApplication::removeTranslator(&qt_);
}

// The session is told first, so that a window that hears LanguageChange finds the new language there.
void LanguageSwitch::change(workspace::Language language, Session& session) {
  if (session.language() == language) return;
  session.setLanguage(language);
  install(language);
}

void LanguageSwitch::install(workspace::Language language) {
  QLocale::setDefault(localeOf(language));
  if (language == workspace::Language::vi) {
    if (installed_) return;
    installed_ = own_.load(QStringLiteral(":/translations/vicinia_vi.qm")) &&
                 qt_.load(QStringLiteral(":/translations/qtbase_vi.qm"));
    QCoreApplication::installTranslator(&qt_);
    QCoreApplication::installTranslator(&own_);
  } else if (installed_) {
    installed_ = false;
    QCoreApplication::removeTranslator(&own_);
    QCoreApplication::removeTranslator(&qt_);
  }
}

}  // namespace vicinia::desktop
