/// \file classification_panel.h
/// How values become classes: method, number of classes, or breaks typed by hand.
#pragma once

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>
#include <QWidget>

#include "models/break_text.h"
#include "session/session.h"

namespace vicinia::desktop {

class ClassificationPanel : public QWidget {
  Q_OBJECT

 public:
  /// `session` must outlive the panel.
  explicit ClassificationPanel(Session& session, QWidget* parent = nullptr);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void retranslateUi();
  void showCurrent();
  void chooseMethod(core::stats::ClassMethod method);
  void applyBreaks();
  void showFault(const Breaks& breaks);
  [[nodiscard]] std::vector<double> shownBreaks() const;

  Session& session_;
  QLabel *methodLabel_, *classesLabel_, *breaksLabel_, *fault_;
  QComboBox* method_;
  QSpinBox* classes_;
  QLineEdit* breaks_;
};

}  // namespace vicinia::desktop
