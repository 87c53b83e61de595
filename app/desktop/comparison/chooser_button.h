/// \file chooser_button.h
/// A flat button that says what is chosen, cut short where it has no room, and opens the list to choose from. The list is made when it opens.
#pragma once

#include <QMenu>
#include <QToolButton>
#include <functional>

namespace vicinia::desktop {

class ChooserButton : public QToolButton {
  Q_OBJECT

 public:
  ChooserButton(const char* name, std::function<void(QMenu&)> fill, QWidget* parent = nullptr);

  /// `kind`: what is chosen with it, for those who hear the button. `hint`: more of what is chosen.
  void say(const QString& kind, const QString& chosen, const QString& hint = {});

  /// Four letters of what is chosen can be read.
  [[nodiscard]] QSize minimumSizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;
};

}  // namespace vicinia::desktop
