/// \file chooser_button.h
/// A flat button that says what is chosen, cut short where it has no room, and opens the list to choose from. The list is made when it opens.
#pragma once

#include <QMenu>
#include <QStyleOptionToolButton>
#include <QStylePainter>
#include <QToolButton>
#include <functional>

namespace vicinia::desktop {

class ChooserButton : public QToolButton {
  Q_OBJECT

 public:
  ChooserButton(const char* name, std::function<void(QMenu&)> fill, QWidget* parent = nullptr)
      : QToolButton(parent) {
    setObjectName(QLatin1String(name));
    setPopupMode(QToolButton::InstantPopup);
    setToolButtonStyle(Qt::ToolButtonTextOnly);
    setAutoRaise(true);
    setFocusPolicy(Qt::StrongFocus);
    auto* const menu = new QMenu(this);
    menu->setToolTipsVisible(true);
    connect(menu, &QMenu::aboutToShow, this, [menu, fill = std::move(fill)] {
      menu->clear();
      fill(*menu);
    });
    setMenu(menu);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
  }

  /// `kind`: what is chosen with it, for those who hear the button. `hint`: more of what is chosen.
  void say(const QString& kind, const QString& chosen, const QString& hint = {}) {
    if (text() != chosen) setText(chosen);
    setAccessibleName(kind + QStringLiteral(": ") + chosen);
    setToolTip(hint.isEmpty() ? kind + QStringLiteral(": ") + chosen : hint);
    updateGeometry();
  }

  [[nodiscard]] QSize minimumSizeHint() const override {
    constexpr int letters = 4;
    const QSize whole = sizeHint();
    return {std::min(whole.width(), whole.width() - fontMetrics().horizontalAdvance(text()) +
                                        letters * fontMetrics().averageCharWidth()),
            whole.height()};
  }

 protected:
  void paintEvent(QPaintEvent*) override {
    QStylePainter painter(this);
    QStyleOptionToolButton option;
    initStyleOption(&option);
    const int missing = sizeHint().width() - width();
    if (missing > 0)
      option.text = fontMetrics().elidedText(
          text(), Qt::ElideRight, std::max(8, fontMetrics().horizontalAdvance(text()) - missing));
    painter.drawComplexControl(QStyle::CC_ToolButton, option);
  }
};

}  // namespace vicinia::desktop
