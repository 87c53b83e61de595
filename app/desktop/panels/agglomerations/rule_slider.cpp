#include "panels/agglomerations/rule_slider.h"

#include <QSignalBlocker>
#include <utility>

#include "text/plain_text.h"
#include "text/qt_text.h"

namespace vicinia::desktop {

namespace {

constexpr qint64 same_run_ms = 700;  ///< keys and wheel notches that follow so soon are one step

}  // namespace

RuleSlider::RuleSlider(const char* name, SliderScale scale, int decimals, double most, QObject* parent)
    : QObject(parent),
      scale_(std::move(scale)),
      label_(new PlainLabel),
      slider_(new QSlider(Qt::Horizontal)),
      box_(new QDoubleSpinBox) {
  const QString id = QString::fromLatin1(name);
  slider_->setObjectName(id + QStringLiteral("Slider"));
  slider_->setRange(0, scale_.last());
  slider_->setPageStep(std::max(1, scale_.last() / 20));
  slider_->setMinimumWidth(40);
  box_->setObjectName(id + QStringLiteral("Box"));
  box_->setDecimals(decimals);
  box_->setRange(0, most);
  box_->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
  box_->setKeyboardTracking(false);
  box_->setGroupSeparatorShown(true);
  box_->setAlignment(Qt::AlignRight);
  label_->setBuddy(box_);
  connect(slider_, &QSlider::sliderPressed, this, [this] {
    inStep_ = false;
    since_.invalidate();
  });
  connect(slider_, &QSlider::sliderReleased, this, [this] {
    inStep_ = false;
    since_.invalidate();
  });
  connect(slider_, &QSlider::valueChanged, this, [this](int position) {
    const double value = scale_.valueAt(position);
    const QSignalBlocker quiet(box_);
    box_->setValue(value);
    change(value);
  });
  connect(box_, &QDoubleSpinBox::valueChanged, this, [this](double value) {
    const QSignalBlocker quiet(slider_);
    slider_->setValue(scale_.nearest(value));
    change(value);
  });
}

void RuleSlider::change(double value) {
  const bool isRun = !slider_->isSliderDown() && since_.isValid() && since_.elapsed() < same_run_ms;
  const bool continues = slider_->isSliderDown() ? std::exchange(inStep_, true) : isRun;
  since_.start();
  Q_EMIT changed(value, continues);
}

void RuleSlider::show(double value) {
  const QSignalBlocker quietSlider(slider_), quietBox(box_);
  if (box_->value() != value) box_->setValue(value);
  // A value between two stops leaves the handle where a drag has put it.
  if (scale_.valueAt(slider_->value()) != value) slider_->setValue(scale_.nearest(value));
}

void RuleSlider::setTexts(const QString& label, const QString& accessibleName, const QString& toolTip) {
  label_->setText(label);
  slider_->setAccessibleName(accessibleName);
  box_->setAccessibleName(accessibleName);
  for (QWidget* widget :
       {static_cast<QWidget*>(label_), static_cast<QWidget*>(slider_), static_cast<QWidget*>(box_)})
    widget->setToolTip(toolTip);
}

void RuleSlider::setLanguage(workspace::Language language) { box_->setLocale(localeOf(language)); }

}  // namespace vicinia::desktop
