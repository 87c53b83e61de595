/// \file option_box.h
/// A check box that remembers what the user wants while there is no room for it.
#pragma once

#include <QCheckBox>

#include "dialogs/export_figure/page_room.h"

namespace vicinia::desktop {

class OptionBox : public QCheckBox {
 public:
  OptionBox(const QString& text, const QString& hint, const char* name) : QCheckBox(text), hint_(hint) {
    setObjectName(QString::fromLatin1(name));
    setAccessibleName(QString(text).remove(QLatin1Char('&')));
    setAccessibleDescription(hint);
    setToolTip(hint);
    connect(this, &QCheckBox::clicked, this, [this](bool checked) { wanted_ = checked; });
  }

  [[nodiscard]] bool isWanted() const { return wanted_; }
  void want(bool wanted) {
    wanted_ = wanted;
    setChecked(wanted);
  }
  void offerWhatFits(const Room& room) {
    setEnabled(room.isFree());
    setChecked(room.isFree() ? wanted_ : room.always_has);
    setToolTip(room.isFree() ? hint_ : room.why_not);
    setAccessibleDescription(toolTip());
  }

 private:
  QString hint_;
  bool wanted_ = false;
};

}  // namespace vicinia::desktop
