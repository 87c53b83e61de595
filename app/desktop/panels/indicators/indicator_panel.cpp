#include "panels/indicators/indicator_panel.h"

#include <QEvent>

#include "panels/tables/list_table.h"

namespace vicinia::desktop {

IndicatorPanel::IndicatorPanel(IndicatorController& indicators, QWidget* parent)
    : QWidget(parent), indicators_(&indicators), splitter_(new QSplitter(Qt::Horizontal)) {}

void IndicatorPanel::resizeEvent(QResizeEvent* event) {
  turnToFit(*splitter_, size());
  QWidget::resizeEvent(event);
}

void IndicatorPanel::showEvent(QShowEvent* event) {
  if (indicators_) indicators_->setWanted(this, true);
  QWidget::showEvent(event);
}

void IndicatorPanel::hideEvent(QHideEvent* event) {
  if (indicators_) indicators_->setWanted(this, false);
  QWidget::hideEvent(event);
}

void IndicatorPanel::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslateUi();
  QWidget::changeEvent(event);
}

}  // namespace vicinia::desktop
