/// \file comparison_bar.h
/// Above several maps: another map, how they are arranged, whether they have the same classes, and the end of it.
#pragma once

#include <QCheckBox>
#include <QComboBox>
#include <QToolButton>
#include <QWidget>

#include "session/session.h"

namespace vicinia::desktop {

class ComparisonBar : public QWidget {
  Q_OBJECT

 public:
  /// `session` must outlive the bar.
  explicit ComparisonBar(Session& session, QWidget* parent = nullptr);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void showCurrent();

  Session& session_;
  QToolButton* add_;
  QComboBox* arrangement_;
  QCheckBox* sameClasses_;
  QToolButton* end_;
};

}  // namespace vicinia::desktop
