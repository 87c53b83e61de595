#include "panels/tables/list_table.h"

#include <QHeaderView>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>
#include <algorithm>

namespace vicinia::desktop {

/// Paints the head of the name where the name stays, and takes the mouse for it.
class ListTable::Header : public QHeaderView {
 public:
  explicit Header(ListTable& table) : QHeaderView(Qt::Horizontal, &table), table_(table) {
    setSectionsClickable(true);
    setHighlightSections(false);
  }

 protected:
  void paintEvent(QPaintEvent* event) override {
    QHeaderView::paintEvent(event);
    const int width = table_.stuckWidth();
    if (width == 0) return;
    QPainter painter(viewport());
    const QRect place(0, 0, width, height());
    painter.fillRect(place, palette().button());
    paintSection(&painter, place, table_.nameColumn_);
  }

  bool viewportEvent(QEvent* event) override {
    if (event->type() == QEvent::ToolTip) {
      auto& help = static_cast<QHelpEvent&>(*event);
      QHelpEvent moved(QEvent::ToolTip, help.pos() + QPoint(shiftAt(help.pos().x()), 0), help.globalPos());
      return QHeaderView::viewportEvent(&moved);
    }
    return QHeaderView::viewportEvent(event);
  }
  void mousePressEvent(QMouseEvent* event) override {
    shift_ = shiftAt(event->position().toPoint().x());
    pass(event, &Header::basePress);
  }
  void mouseMoveEvent(QMouseEvent* event) override {
    if (event->buttons() == Qt::NoButton) shift_ = shiftAt(event->position().toPoint().x());
    pass(event, &Header::baseMove);
  }
  void mouseReleaseEvent(QMouseEvent* event) override { pass(event, &Header::baseRelease); }

 private:
  void basePress(QMouseEvent* event) { QHeaderView::mousePressEvent(event); }
  void baseMove(QMouseEvent* event) { QHeaderView::mouseMoveEvent(event); }
  void baseRelease(QMouseEvent* event) { QHeaderView::mouseReleaseEvent(event); }

  /// From where the head is painted to where its section is.
  [[nodiscard]] int shiftAt(int x) const {
    return x < table_.stuckWidth() ? sectionViewportPosition(table_.nameColumn_) : 0;
  }
  void pass(QMouseEvent* event, void (Header::*on)(QMouseEvent*)) {
    if (shift_ == 0) return (this->*on)(event);
    QMouseEvent moved(event->type(), event->position() + QPointF(shift_, 0), event->scenePosition(),
                      event->globalPosition(), event->button(), event->buttons(), event->modifiers());
    (this->*on)(&moved);
  }

  ListTable& table_;
  int shift_ = 0;  ///< of the drag that is going on
};

ListTable::ListTable(QWidget* parent) : QTableView(parent), header_(new Header(*this)) {
  setHorizontalHeader(header_);
  setSelectionBehavior(QAbstractItemView::SelectRows);
  setSelectionMode(QAbstractItemView::SingleSelection);
  setAlternatingRowColors(true);
  setShowGrid(false);
  setTabKeyNavigation(false);
  setWordWrap(false);
  setTextElideMode(Qt::ElideRight);
  constexpr int measured_rows = 60;  // beside those in sight, of thousands
  horizontalHeader()->setResizeContentsPrecision(measured_rows);
  setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
  verticalHeader()->hide();
  verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
  verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
}

void ListTable::setList(TableFilter& model, int nameColumn, int sortColumn, Qt::SortOrder order,
                        QAction* first) {
  nameColumn_ = nameColumn;
  setModel(&model);
  setSortingEnabled(true);
  sortByColumn(sortColumn, order);
  kit_ = new TableKit(*this, *header_, nameColumn, first);
}

int ListTable::stuckWidth() const {
  if (nameColumn_ < 0 || model() == nullptr || isColumnHidden(nameColumn_)) return 0;
  if (columnViewportPosition(nameColumn_) >= 0) return 0;
  return std::min(columnWidth(nameColumn_), viewport()->width() / 2);
}

QModelIndex ListTable::indexAt(const QPoint& at) const {
  const QModelIndex index = QTableView::indexAt(at);
  if (at.x() < 0 || at.x() >= stuckWidth()) return index;
  const int row = rowAt(at.y());
  return row < 0 ? QModelIndex() : model()->index(row, nameColumn_, rootIndex());
}

QRect ListTable::visualRect(const QModelIndex& index) const {
  QRect rect = QTableView::visualRect(index);
  if (const int width = stuckWidth(); width > 0 && index.column() == nameColumn_) {
    rect.moveLeft(0);
    rect.setWidth(width);
  }
  return rect;
}

// The name is in sight wherever the list is scrolled; another cell must not end up under it.
void ListTable::scrollTo(const QModelIndex& index, ScrollHint hint) {
  QScrollBar& bar = *horizontalScrollBar();
  const int before = bar.value();
  QTableView::scrollTo(index, hint);
  if (index.column() == nameColumn_) return bar.setValue(before);
  const int under = stuckWidth() - columnViewportPosition(index.column());
  if (stuckWidth() > 0 && under > 0) bar.setValue(bar.value() - under);
}

void ListTable::paintEvent(QPaintEvent* event) {
  QTableView::paintEvent(event);
  if (stuckWidth() > 0) paintStuck(event->rect());
  if (pointedRow_ < 0 || model() == nullptr || pointedRow_ >= model()->rowCount()) return;
  QColor light = palette().color(QPalette::Highlight);
  light.setAlphaF(0.18F);
  QPainter(viewport())
      .fillRect(QRect(0, rowViewportPosition(pointedRow_), viewport()->width(), rowHeight(pointedRow_)),
                light);
}

void ListTable::setPointedRow(int row) {
  if (std::exchange(pointedRow_, row) != row) viewport()->update();
}

void ListTable::paintStuck(const QRect& exposed) {
  const int width = stuckWidth();
  if (exposed.left() > width || model() == nullptr) return;
  QPainter painter(viewport());
  painter.setClipRect(QRect(0, exposed.top(), width + 1, exposed.height()));
  QStyleOptionViewItem option;
  initViewItemOption(&option);
  const int first = std::max(0, rowAt(exposed.top()));
  int bottom = exposed.top();
  for (int row = first; row < model()->rowCount(rootIndex()); ++row) {
    const QModelIndex index = model()->index(row, nameColumn_, rootIndex());
    QStyleOptionViewItem cell(option);
    cell.rect = QRect(0, rowViewportPosition(row), width, rowHeight(row));
    if (cell.rect.top() > exposed.bottom()) break;
    bottom = cell.rect.bottom() + 1;
    const bool isOdd = row % 2 == 1;
    painter.fillRect(cell.rect, palette().brush(isOdd ? QPalette::AlternateBase : QPalette::Base));
    if (isOdd) cell.features |= QStyleOptionViewItem::Alternate;
    if (selectionModel()->isSelected(index)) cell.state |= QStyle::State_Selected;
    if (hasFocus() && currentIndex() == index) cell.state |= QStyle::State_HasFocus;
    if (!isEnabled()) cell.state &= ~QStyle::State_Enabled;
    style()->drawPrimitive(QStyle::PE_PanelItemViewRow, &cell, &painter, this);
    itemDelegateForIndex(index)->paint(&painter, cell, index);
  }
  painter.fillRect(QRect(0, bottom, width, exposed.bottom() + 1 - bottom), palette().base());
  painter.setPen(palette().color(QPalette::Mid));
  painter.drawLine(width, exposed.top(), width, std::min(bottom, exposed.bottom()));
}

// What was painted over is not what scrolls.
void ListTable::scrollContentsBy(int dx, int dy) {
  QTableView::scrollContentsBy(dx, dy);
  if (dx == 0 || nameColumn_ < 0) return;
  const int reach = columnWidth(nameColumn_) + std::abs(dx) + 2;
  viewport()->update(0, 0, reach, viewport()->height());
  header_->viewport()->update();
}

// Qt would make the first row the current one, and so choose it: to look at a list is no choice. The first arrow key is.
void ListTable::focusInEvent(QFocusEvent* event) {
  if (currentIndex().isValid()) return QTableView::focusInEvent(event);
  QAbstractScrollArea::focusInEvent(event);
  viewport()->update();
}

}  // namespace vicinia::desktop
