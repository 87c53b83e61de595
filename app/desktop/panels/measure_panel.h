/// \file measure_panel.h
/// What of the sector is shown, and where: measure with its definition, province.
#pragma once

#include <QComboBox>
#include <QLabel>
#include <QWidget>

#include "panels/province_box.h"
#include "session/session.h"

namespace vicinia::desktop {

class MeasurePanel : public QWidget {
  Q_OBJECT

 public:
  /// `session` must outlive the panel.
  explicit MeasurePanel(Session& session, QWidget* parent = nullptr);

  [[nodiscard]] QComboBox* measureBox() const { return measure_; }
  [[nodiscard]] ProvinceBox* provinceBox() const { return province_; }

 protected:
  void changeEvent(QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  void retranslateUi();
  void showCurrent();
  void keepDefinitionWhole();

  Session& session_;
  QLabel *measureLabel_, *definition_, *provinceLabel_;
  QComboBox* measure_;
  ProvinceBox* province_;
};

}  // namespace vicinia::desktop
