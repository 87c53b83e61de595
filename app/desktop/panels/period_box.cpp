#include "panels/period_box.h"

#include <QEvent>
#include <QGridLayout>
#include <QSignalBlocker>

#include "text/plain_text.h"
#include "text/qt_text.h"

namespace vicinia::desktop {

namespace ws = workspace;

PeriodBox::PeriodBox(Session& session, QWidget* parent)
    : QWidget(parent),
      session_(session),
      periodLabel_(new PlainLabel),
      only_(new PlainLabel),
      baseLabel_(new PlainLabel),
      period_(new QComboBox),
      base_(new QComboBox),
      slider_(new QSlider(Qt::Horizontal)) {
  period_->setObjectName(QStringLiteral("periodBox"));
  base_->setObjectName(QStringLiteral("basePeriodBox"));
  slider_->setObjectName(QStringLiteral("periodSlider"));
  only_->setObjectName(QStringLiteral("onlyPeriod"));
  periodLabel_->setBuddy(period_);
  baseLabel_->setBuddy(base_);
  slider_->setPageStep(1);
  slider_->setTickPosition(QSlider::TicksBelow);
  slider_->setTickInterval(1);
  auto* const grid = new QGridLayout(this);
  grid->setContentsMargins(0, 0, 0, 0);
  grid->setVerticalSpacing(4);
  grid->setColumnStretch(1, 1);
  grid->addWidget(periodLabel_, 0, 0);
  grid->addWidget(only_, 0, 1);
  grid->addWidget(period_, 0, 1);
  grid->addWidget(slider_, 1, 0, 1, 2);
  grid->addWidget(baseLabel_, 2, 0);
  grid->addWidget(base_, 2, 1);
  connect(period_, &QComboBox::activated, this, &PeriodBox::choosePeriod);
  connect(slider_, &QSlider::valueChanged, this, &PeriodBox::choosePeriod);
  connect(base_, &QComboBox::activated, this, &PeriodBox::chooseBase);
  connect(&session_, &Session::changed, this, [this](const ws::Touched& touched) {
    if (touched.dataset)
      fill();
    else if (touched.period)
      showCurrent();
  });
  fill();
}

void PeriodBox::fill() {
  periodLabel_->setText(tr("P&eriod"));
  baseLabel_->setText(tr("&Change since"));
  period_->setAccessibleName(tr("Period"));
  slider_->setAccessibleName(tr("Period"));
  base_->setAccessibleName(tr("Period that change is counted from"));
  const std::size_t count = session_.isOpen() ? session_.dataset().periods.size() : 0;
  const QSignalBlocker quietPeriod(period_), quietSlider(slider_);
  period_->clear();
  for (std::size_t i = 0; i < count; ++i)
    period_->addItem(qs(ws::period_text(session_.dataset(), i, session_.language())));
  slider_->setRange(0, static_cast<int>(count) - 1);
  only_->setText(count == 1 ? period_->itemText(0) : QString());
  only_->setVisible(count == 1);
  periodLabel_->setVisible(count > 0);
  period_->setVisible(count > 1);
  slider_->setVisible(count > 2);
  baseLabel_->setVisible(count > 1);
  base_->setVisible(count > 1);
  showCurrent();
}

// The bases are the periods before the one that is shown.
void PeriodBox::showCurrent() {
  if (!session_.isOpen()) return;
  const ws::View& view = session_.view();
  const QSignalBlocker quietPeriod(period_), quietSlider(slider_), quietBase(base_);
  period_->setCurrentIndex(static_cast<int>(view.period));
  slider_->setValue(static_cast<int>(view.period));
  base_->clear();
  for (std::size_t i = 0; i < view.period; ++i)
    base_->addItem(qs(ws::period_text(session_.dataset(), i, session_.language())));
  if (const auto base = view.base_of_change()) base_->setCurrentIndex(static_cast<int>(*base));
  base_->setEnabled(view.period > 0);
  baseLabel_->setEnabled(view.period > 0);
  base_->setToolTip(view.period > 0 ? QString() : tr("There is no period before the one that is shown."));
}

void PeriodBox::choosePeriod(int period) {
  if (session_.isOpen() && period >= 0 && static_cast<std::size_t>(period) != session_.view().period)
    session_.apply(ws::commands::set_period(static_cast<std::size_t>(period)));
  showCurrent();
}

void PeriodBox::chooseBase(int row) {
  if (!session_.isOpen() || row < 0) return;
  const auto base = static_cast<std::size_t>(row);
  // The one before is what it is without a choice.
  session_.apply(
      ws::commands::set_base_period(base + 1 == session_.view().period ? std::nullopt : std::optional(base)));
  showCurrent();
}

void PeriodBox::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) fill();
  QWidget::changeEvent(event);
}

}  // namespace vicinia::desktop
