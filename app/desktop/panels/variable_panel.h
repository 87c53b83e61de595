/// \file variable_panel.h
/// What of the sector is shown, of when and where: variable with its definition, period, province.
#pragma once

#include <QLabel>
#include <QWidget>

#include "panels/period_box.h"
#include "panels/province_box.h"
#include "panels/variable_box.h"
#include "session/session.h"

namespace vicinia::desktop {

class VariablePanel : public QWidget {
  Q_OBJECT

 public:
  /// `session` must outlive the panel.
  explicit VariablePanel(Session& session, QWidget* parent = nullptr);

  [[nodiscard]] VariableBox* variableBox() const { return variable_; }
  [[nodiscard]] PeriodBox* periodBox() const { return period_; }
  [[nodiscard]] ProvinceBox* provinceBox() const { return province_; }

 protected:
  void changeEvent(QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  void retranslateUi();
  void showDefinition();
  void keepDefinitionWhole();

  Session& session_;
  QLabel *variableLabel_, *definition_, *provinceLabel_;
  VariableBox* variable_;
  PeriodBox* period_;
  ProvinceBox* province_;
};

}  // namespace vicinia::desktop
