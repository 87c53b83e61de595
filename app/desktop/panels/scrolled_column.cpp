#include "panels/scrolled_column.h"

#include <QEvent>
#include <QScrollBar>

namespace vicinia::desktop {

UprightScrollArea::UprightScrollArea(QWidget* parent) : QScrollArea(parent) {
  setWidgetResizable(true);
  setFrameShape(QFrame::NoFrame);
  setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  setFocusPolicy(Qt::NoFocus);
}

QSize UprightScrollArea::minimumSizeHint() const {
  const int content = widget() != nullptr ? widget()->minimumSizeHint().width() : 0;
  return {content + verticalScrollBar()->sizeHint().width(), QScrollArea::minimumSizeHint().height()};
}

bool UprightScrollArea::eventFilter(QObject* watched, QEvent* event) {
  if (watched == widget() && event->type() == QEvent::LayoutRequest) updateGeometry();
  return QScrollArea::eventFilter(watched, event);
}

QVBoxLayout* makeScrolledColumn(QWidget& panel) {
  auto* const inside = new QWidget;
  auto* const scroller = new UprightScrollArea;
  scroller->setWidget(inside);
  auto* const around = new QVBoxLayout(&panel);
  around->setContentsMargins({});
  around->addWidget(scroller);
  auto* const column = new QVBoxLayout(inside);
  column->setContentsMargins(8, 6, 8, 6);
  column->setSpacing(4);
  return column;
}

}  // namespace vicinia::desktop
