#include "models/break_text.h"

#include <QRegularExpression>
#include <QStringList>
#include <cmath>

#include "text/qt_text.h"
#include "vicinia/core/stats/classification.h"

namespace vicinia::desktop {

Breaks parseBreaks(const QString& text, workspace::Language language) {
  static const QRegularExpression separators(QStringLiteral("[;\\s]+"));
  const QStringList parts = text.split(separators, Qt::SkipEmptyParts);
  if (parts.isEmpty()) return {{}, BreakFault::empty, {}};
  Breaks breaks;
  for (const QString& part : parts) {
    bool ok = false;
    const double value =
        localeOf(language).toDouble(QString(part).replace(QChar(0x2212), QLatin1Char('-')), &ok);
    if (!ok || !std::isfinite(value)) return {{}, BreakFault::notANumber, part};
    if (!breaks.values.empty() && value <= breaks.values.back()) return {{}, BreakFault::notAscending, part};
    breaks.values.push_back(value);
  }
  if (breaks.values.size() >= core::stats::max_classes) return {{}, BreakFault::tooMany, parts.back()};
  return breaks;
}

QString breaksText(const std::vector<double>& breaks, workspace::Language language) {
  QStringList parts;
  QLocale locale = localeOf(language);
  locale.setNumberOptions(QLocale::OmitGroupSeparator);
  for (const double value : breaks) parts << locale.toString(value, 'g', 12);
  return parts.join(QStringLiteral("; "));
}

}  // namespace vicinia::desktop
