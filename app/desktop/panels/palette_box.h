/// \file palette_box.h
/// A choice of colours for the classes: the palettes that suit the measure, each with a ramp. Its owner names it.
#pragma once

#include <QComboBox>

#include "session/session.h"

namespace vicinia::desktop {

class PaletteBox : public QComboBox {
  Q_OBJECT

 public:
  /// `session` must outlive the box.
  explicit PaletteBox(Session& session, QWidget* parent = nullptr);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void fill();
  void showCurrent();

  Session& session_;
};

}  // namespace vicinia::desktop
