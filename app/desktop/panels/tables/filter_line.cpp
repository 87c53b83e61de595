#include "panels/tables/filter_line.h"

#include <QEvent>
#include <QLocale>

namespace vicinia::desktop {

FilterLine::FilterLine(TableFilter& filter, const QString& name, QWidget* parent)
    : QLineEdit(parent), filter_(filter), apply_([this] { filter_.setSearch(text()); }) {
  setObjectName(name);
  setClearButtonEnabled(true);
  constexpr int narrowest = 90, widest = 240;
  setMinimumWidth(narrowest);
  setMaximumWidth(widest);
  connect(this, &QLineEdit::textChanged, this, [this] { apply_(); });
  retranslate();
}

void FilterLine::retranslate() {
  filter_.setLocale(QLocale());
  setPlaceholderText(tr("Filter"));
  setAccessibleName(tr("Filter of the table"));
}

// The heads of the columns change with what is shown.
QString FilterLine::howTo() const {
  const QString words = tr("Words that must occur, in any order; marks and case do not count.");
  if (filter_.mainColumn() < 0 || filter_.sourceModel() == nullptr) return words;
  const QString head = filter_.sourceModel()->headerData(filter_.mainColumn(), Qt::Horizontal).toString();
  return words + QLatin1Char('\n') +
         tr("Numbers: >%1 is about “%2”; “%2 <%1”, or another column's name, about that column.")
             .arg(QLocale().toString(1.5), head);
}

bool FilterLine::event(QEvent* event) {
  if (event->type() == QEvent::ToolTip) setToolTip(howTo());
  if (event->type() == QEvent::LanguageChange) retranslate();
  return QLineEdit::event(event);
}

}  // namespace vicinia::desktop
