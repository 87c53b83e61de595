/// \file period_box.h
/// The period that is shown, and the one that change is counted from. With one period it is said; with several it is chosen, from a list or
/// along a slider.
#pragma once

#include <QComboBox>
#include <QLabel>
#include <QSlider>
#include <QWidget>

#include "session/session.h"

namespace vicinia::desktop {

class PeriodBox : public QWidget {
  Q_OBJECT

 public:
  /// `session` must outlive the box.
  explicit PeriodBox(Session& session, QWidget* parent = nullptr);

  [[nodiscard]] QComboBox* periodBox() const { return period_; }
  [[nodiscard]] QComboBox* baseBox() const { return base_; }
  [[nodiscard]] QSlider* slider() const { return slider_; }

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void fill();
  void showCurrent();
  void choosePeriod(int period);
  void chooseBase(int row);

  Session& session_;
  QLabel *periodLabel_, *only_, *baseLabel_;
  QComboBox *period_, *base_;
  QSlider* slider_;
};

}  // namespace vicinia::desktop
