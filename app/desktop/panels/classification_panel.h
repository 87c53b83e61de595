/// \file classification_panel.h
/// How values become classes: method, number of classes, or breaks typed by hand; and the colours of these.
#pragma once

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>
#include <QWidget>

#include "models/break_text.h"
#include "panels/palette_box.h"
#include "session/session.h"

namespace vicinia::desktop {

class ClassificationPanel : public QWidget {
  Q_OBJECT

 public:
  /// `session` must outlive the panel.
  explicit ClassificationPanel(Session& session, QWidget* parent = nullptr);

 protected:
  void changeEvent(QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  void retranslateUi();
  void showCurrent();
  void warnOfGrey();
  void chooseMethod(core::stats::ClassMethod method);
  void applyBreaks();
  void showFault(const Breaks& breaks);
  [[nodiscard]] std::vector<double> shownBreaks() const;

  Session& session_;
  QLabel *methodLabel_, *classesLabel_, *breaksLabel_, *fault_, *paletteLabel_, *grey_;
  QComboBox* method_;
  QSpinBox* classes_;
  QLineEdit* breaks_;
  PaletteBox* palette_;
  QCheckBox* own_;  ///< where a province is shown alone
};

}  // namespace vicinia::desktop
