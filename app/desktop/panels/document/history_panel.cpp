#include "panels/document/history_panel.h"

#include <QEvent>

namespace vicinia::desktop {
namespace {

/// A step as a sentence of its own.
QString asHeading(QString step) {
  if (!step.isEmpty()) step[0] = step[0].toUpper();
  return step;
}

}  // namespace

HistoryPanel::HistoryPanel(Session& session, QWidget* parent) : QListWidget(parent), session_(session) {
  setObjectName(QStringLiteral("history"));
  setAlternatingRowColors(true);
  // By what is chosen, with the mouse or with the arrow keys.
  connect(this, &QListWidget::currentRowChanged, this, [this](int row) {
    if (!isUpdating_ && row >= 0) session_.goTo(static_cast<std::size_t>(row));
  });
  connect(&session_, &Session::changed, this, [this] {
    if (isVisible()) showSteps();
  });
  showSteps();
}

void HistoryPanel::showSteps() {
  isUpdating_ = true;
  setAccessibleName(tr("History"));
  const QStringList steps = session_.history();
  const int position = static_cast<int>(session_.position());
  while (count() > steps.size() + 1) delete takeItem(count() - 1);
  while (count() < steps.size() + 1) addItem(QString());
  for (int row = 0; row < count(); ++row) {
    item(row)->setText(row == 0 ? tr("Beginning") : asHeading(steps[row - 1]));
    item(row)->setForeground(
        palette().brush(row > position ? QPalette::Disabled : QPalette::Active, QPalette::Text));
  }
  setCurrentRow(position);
  isUpdating_ = false;
}

void HistoryPanel::showEvent(QShowEvent* event) {
  showSteps();
  QListWidget::showEvent(event);
}

void HistoryPanel::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange) showSteps();
  QListWidget::changeEvent(event);
}

}  // namespace vicinia::desktop
