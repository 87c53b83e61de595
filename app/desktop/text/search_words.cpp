#include "text/search_words.h"

#include <algorithm>

#include "text/qt_text.h"
#include "vicinia/core/names/folding.h"

namespace vicinia::desktop {

SearchWords::SearchWords(const QString& typed)
    : words_(searchable(utf8(typed)).split(QLatin1Char(' '), Qt::SkipEmptyParts)) {}

bool SearchWords::areIn(const QString& text) const {
  return std::all_of(words_.begin(), words_.end(), [&](const QString& word) { return text.contains(word); });
}

QString searchable(const std::string& text) { return qs(core::names::folded(text)); }

}  // namespace vicinia::desktop
