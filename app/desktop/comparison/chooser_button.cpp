#include "comparison/chooser_button.h"

#include <QStyleOptionToolButton>
#include <QStylePainter>
#include <algorithm>
#include <utility>

namespace vicinia::desktop {

ChooserButton::ChooserButton(const char* name, std::function<void(QMenu&)> fill, QWidget* parent)
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

void ChooserButton::say(const QString& kind, const QString& chosen, const QString& hint) {
  if (text() != chosen) setText(chosen);
  setAccessibleName(kind + QStringLiteral(": ") + chosen);
  setToolTip(hint.isEmpty() ? kind + QStringLiteral(": ") + chosen : hint);
  updateGeometry();
}

QSize ChooserButton::minimumSizeHint() const {
  constexpr int letters = 4;
  const QSize whole = sizeHint();
  return {std::min(whole.width(), whole.width() - fontMetrics().horizontalAdvance(text()) +
                                      letters * fontMetrics().averageCharWidth()),
          whole.height()};
}

void ChooserButton::paintEvent(QPaintEvent*) {
  constexpr int least_px = 8;
  QStylePainter painter(this);
  QStyleOptionToolButton option;
  initStyleOption(&option);
  const int missing = sizeHint().width() - width();
  if (missing > 0)
    option.text = fontMetrics().elidedText(
        text(), Qt::ElideRight, std::max(least_px, fontMetrics().horizontalAdvance(text()) - missing));
  painter.drawComplexControl(QStyle::CC_ToolButton, option);
}

}  // namespace vicinia::desktop
