#include "panels/list_table.h"

#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QHeaderView>
#include <QKeySequence>

#include "models/table_text.h"

namespace vicinia::desktop {

ListTable::ListTable(QWidget* parent)
    : QTableView(parent), copyRow_(new QAction(this)), copyAll_(new QAction(this)) {
  setSelectionBehavior(QAbstractItemView::SelectRows);
  setSelectionMode(QAbstractItemView::SingleSelection);
  setAlternatingRowColors(true);
  setShowGrid(false);
  setTabKeyNavigation(false);
  setWordWrap(false);
  setTextElideMode(Qt::ElideRight);
  setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
  verticalHeader()->hide();
  verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
  verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
  horizontalHeader()->setHighlightSections(false);
  copyRow_->setShortcut(QKeySequence::Copy);
  copyAll_->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C));
  for (QAction* action : {copyRow_, copyAll_}) action->setShortcutContext(Qt::WidgetShortcut);
  connect(copyRow_, &QAction::triggered, this, [this] {
    QApplication::clipboard()->setText(tableText(*model(), selectionModel()->selectedIndexes()));
  });
  connect(copyAll_, &QAction::triggered, this,
          [this] { QApplication::clipboard()->setText(tableText(*model())); });
  setContextMenuPolicy(Qt::ActionsContextMenu);
  retranslateUi();
}

void ListTable::setList(QAbstractItemModel& model, int sortColumn, Qt::SortOrder order, QAction* first) {
  setModel(&model);
  setSortingEnabled(true);
  sortByColumn(sortColumn, order);
  addActions({first, copyRow_, copyAll_});
}

void ListTable::retranslateUi() {
  copyRow_->setText(tr("&Copy the row"));
  copyAll_->setText(tr("Copy the &whole list"));
}

void ListTable::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslateUi();
  QTableView::changeEvent(event);
}

// Qt would make the first row the current one, and so choose it: to look at a list is no choice. The first arrow key is.
void ListTable::focusInEvent(QFocusEvent* event) {
  if (currentIndex().isValid()) return QTableView::focusInEvent(event);
  QAbstractScrollArea::focusInEvent(event);
  viewport()->update();
}

}  // namespace vicinia::desktop
