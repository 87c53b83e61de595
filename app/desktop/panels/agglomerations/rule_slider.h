/// \file rule_slider.h
/// A threshold: a slider for the eye, a spin box for the number. One drag, one run of keys or one turn of the wheel is one step.
#pragma once

#include <QDoubleSpinBox>
#include <QElapsedTimer>
#include <QLabel>
#include <QObject>
#include <QSlider>

#include "models/slider_scale.h"
#include "vicinia/workspace/base/language.h"

namespace vicinia::desktop {

/// Three widgets for a row of a grid; whoever puts them into a layout owns them.
class RuleSlider : public QObject {
  Q_OBJECT

 public:
  RuleSlider(const char* name, SliderScale scale, int decimals, double most, QObject* parent);

  [[nodiscard]] QLabel* label() const { return label_; }
  [[nodiscard]] QSlider* slider() const { return slider_; }
  [[nodiscard]] QDoubleSpinBox* box() const { return box_; }

  void setTexts(const QString& label, const QString& accessibleName, const QString& toolTip);
  void setLanguage(workspace::Language language);
  void setSuffix(const QString& suffix) { box_->setSuffix(suffix); }
  /// Shows a value; emits nothing.
  void show(double value);

 Q_SIGNALS:
  /// `continues`: the same step as the change before.
  void changed(double value, bool continues);

 private:
  void change(double value);

  SliderScale scale_;
  QLabel* label_;
  QSlider* slider_;
  QDoubleSpinBox* box_;
  QElapsedTimer since_;  ///< the last change
  bool inStep_ = false;  ///< a drag that has changed something already
};

}  // namespace vicinia::desktop
