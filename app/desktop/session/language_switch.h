/// \file language_switch.h
/// Installs the window's translations. Every open window hears of it as QEvent::LanguageChange.
#pragma once

#include <QTranslator>

#include "session/session.h"

namespace vicinia::desktop {

/// The language of the system where it is one of ours, else English.
[[nodiscard]] workspace::Language systemLanguage();

class LanguageSwitch {
 public:
  explicit LanguageSwitch(workspace::Language language);
  ~LanguageSwitch();
  LanguageSwitch(const LanguageSwitch&) = delete;
  LanguageSwitch& operator=(const LanguageSwitch&) = delete;

  void change(workspace::Language language, Session& session);

 private:
  void install(workspace::Language language);

  QTranslator own_, qt_;
  bool installed_ = false;
};

}  // namespace vicinia::desktop
