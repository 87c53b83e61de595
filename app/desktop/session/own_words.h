/// \file own_words.h
/// Texts of the window that say what is counted, in the words of the data set that is open ("beds" for "employees").
#pragma once

#include "session/session.h"
#include "text/qt_text.h"
#include "vicinia/workspace/words/texts.h"

namespace vicinia::desktop {

/// \return `text` itself where the data set counts employees and enterprises; else without the letter that an "&" marks, which may be gone.
[[nodiscard]] inline QString inOwnWords(const QString& text, const core::Provenance& provenance,
                                        workspace::Language language) {
  QString plain = text;
  plain.remove(QLatin1Char('&'));
  const QString own = qs(workspace::in_own_words(utf8(plain), provenance, language));
  return own == plain ? text : own;
}

/// The same for what is open; nothing else where nothing is.
[[nodiscard]] inline QString inOwnWords(const QString& text, const Session& session) {
  return session.isOpen() ? inOwnWords(text, session.dataset().provenance, session.language()) : text;
}

}  // namespace vicinia::desktop
