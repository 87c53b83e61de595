/// \file province_box.h
/// A choice of province: "Whole country", then the provinces that have districts, in the order of the alphabet.
#pragma once

#include <QComboBox>

#include "session/session.h"

namespace vicinia::desktop {

class ProvinceBox : public QComboBox {
  Q_OBJECT

 public:
  /// `session` must outlive the box.
  explicit ProvinceBox(Session& session, QWidget* parent = nullptr);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void fill();
  void showCurrent();

  Session& session_;
};

}  // namespace vicinia::desktop
