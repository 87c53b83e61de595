#include "text/plain_text.h"

#include <QAbstractItemView>
#include <QHeaderView>
#include <QHelpEvent>
#include <QToolTip>

namespace vicinia::desktop {
namespace {

QString toolTipAt(const QWidget& widget, const QPoint& place) {
  auto* const view = qobject_cast<QAbstractItemView*>(widget.parentWidget());
  if (view == nullptr || view->viewport() != &widget) return widget.toolTip();
  QVariant text;
  if (const auto* const header = qobject_cast<QHeaderView*>(view)) {
    if (const int section = header->logicalIndexAt(place); section >= 0 && header->model() != nullptr)
      text = header->model()->headerData(section, header->orientation(), Qt::ToolTipRole);
  } else {
    text = view->indexAt(place).data(Qt::ToolTipRole);
  }
  return text.toString();
}

}  // namespace

// Whatever is plain already takes its usual way.
bool PlainToolTips::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() != QEvent::ToolTip || !watched->isWidgetType())
    return QObject::eventFilter(watched, event);
  auto& widget = static_cast<QWidget&>(*watched);
  const auto& help = static_cast<const QHelpEvent&>(*event);
  const QString text = toolTipAt(widget, help.pos());
  if (!Qt::mightBeRichText(text)) return QObject::eventFilter(watched, event);
  QToolTip::showText(help.globalPos(), asPlainText(text), &widget);
  return true;
}

}  // namespace vicinia::desktop
