#include "models/limit_text.h"

#include <cmath>

#include "text/qt_text.h"

namespace vicinia::desktop {

TypedLimit parseLimit(const QString& text, workspace::Language language) {
  const QString typed = text.trimmed();
  if (typed.isEmpty()) return {};
  bool isNumber = false;
  const double value = localeOf(language).toDouble(typed, &isNumber);
  if (!isNumber || !std::isfinite(value) || value < 0) return {std::nullopt, false};
  return {value, true};
}

QString limitText(const std::optional<double>& limit, workspace::Language language) {
  return limit ? localeOf(language).toString(*limit, 'f', QLocale::FloatingPointShortest) : QString();
}

}  // namespace vicinia::desktop
