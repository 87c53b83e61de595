#include "panels/tables/table_kit.h"

#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QKeySequence>
#include <QLocale>
#include <QStringList>
#include <algorithm>
#include <utility>

#include "models/table_model.h"
#include "terms/term_help.h"

namespace vicinia::desktop {

namespace {

QStringList numbers(const std::vector<int>& list) {
  QStringList texts;
  for (const int one : list) texts << QString::number(one);
  return texts;
}

}  // namespace

TableKit::TableKit(QAbstractItemView& view, QHeaderView& header, int nameColumn, QAction* first)
    : QObject(&view),
      view_(view),
      header_(header),
      nameColumn_(nameColumn),
      copyChosen_(new QAction(this)),
      copyAll_(new QAction(this)),
      export_(new QAction(this)),
      columns_(new QAction(this)) {
  copyChosen_->setShortcut(QKeySequence::Copy);
  copyAll_->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C));
  for (QAction* const action : {copyChosen_, copyAll_}) action->setShortcutContext(Qt::WidgetShortcut);
  export_->setObjectName(QStringLiteral("exportTable"));
  columns_->setMenu(&menu_);
  connect(copyChosen_, &QAction::triggered, this, &TableKit::copyChosen);
  connect(copyAll_, &QAction::triggered, this, &TableKit::copyAll);
  connect(export_, &QAction::triggered, this, &TableKit::exportWanted);
  connect(&menu_, &QMenu::aboutToShow, this, &TableKit::fillMenu);
  if (first != nullptr) view_.addAction(first);
  view_.addActions({copyChosen_, copyAll_, export_, columns_});
  view_.setContextMenuPolicy(Qt::ActionsContextMenu);
  header_.setSectionsMovable(true);
  header_.setContextMenuPolicy(Qt::CustomContextMenu);
  connect(&header_, &QWidget::customContextMenuRequested, this, [this](const QPoint& at) {
    asked_ = header_.logicalIndexAt(at);
    menu_.popup(header_.viewport()->mapToGlobal(at));
  });
  view_.installEventFilter(this);
  retranslate();
}

void TableKit::retranslate() {
  copyChosen_->setText(tr("&Copy the rows"));
  copyAll_->setText(tr("Copy the &whole list"));
  export_->setText(tr("&Export this table…"));
  columns_->setText(tr("C&olumns"));
}

void TableKit::fillMenu() {
  menu_.clear();
  const QAbstractItemModel& model = *view_.model();
  const int asked = std::exchange(asked_, -1);
  if (const QString term = model.headerData(asked, Qt::Horizontal, TableModel::termRole).toString();
      asked >= 0 && !term.isEmpty()) {
    const QRect place(header_.sectionViewportPosition(asked), 0, header_.sectionSize(asked),
                      header_.height());
    QAction* const what = menu_.addAction(tr("&What is this?"));
    what->setObjectName(QStringLiteral("whatIsThisColumn"));
    connect(what, &QAction::triggered, this, [this, term, place] {
      if (TermHelp* const help = TermHelp::of(&view_))
        help->show(term, QRect(header_.viewport()->mapToGlobal(place.topLeft()), place.size()));
    });
    menu_.addSeparator();
  }
  for (int visual = 0; visual < header_.count(); ++visual) {
    const int column = header_.logicalIndex(visual);
    QString name = model.headerData(column, Qt::Horizontal).toString();
    if (name.isEmpty()) name = model.headerData(column, Qt::Horizontal, Qt::AccessibleTextRole).toString();
    QAction* const action = menu_.addAction(name.replace(QLatin1Char('&'), QStringLiteral("&&")));
    action->setData(column);
    action->setCheckable(true);
    action->setChecked(!header_.isSectionHidden(column));
    action->setEnabled(column != nameColumn_);
    connect(action, &QAction::toggled, this,
            [this, column](bool isShown) { header_.setSectionHidden(column, !isShown); });
  }
  menu_.addSeparator();
  connect(menu_.addAction(tr("All columns in their &usual order")), &QAction::triggered, this,
          &TableKit::showUsualColumns);
}

void TableKit::showUsualColumns() {
  for (int column = 0; column < header_.count(); ++column) {
    header_.setSectionHidden(column, false);
    header_.moveSection(header_.visualIndex(column), column);
  }
}

std::vector<int> TableKit::columns() const {
  std::vector<int> shown;
  for (int visual = 0; visual < header_.count(); ++visual)
    if (const int column = header_.logicalIndex(visual); !header_.isSectionHidden(column))
      shown.push_back(column);
  return shown;
}

workspace::ValueTable TableKit::shown() const {
  return shownTable(*view_.model(), allRows(*view_.model()), columns(), Codes::beside_names);
}

void TableKit::copy(const std::vector<QModelIndex>& rows, const std::vector<int>& columns) const {
  QApplication::clipboard()->setText(
      clipboardText(shownTable(*view_.model(), rows, columns, Codes::none), QLocale()));
}

void TableKit::copyAll() const { copy(allRows(*view_.model()), columns()); }

// Of rows every column; of cells the columns that they are in; all of it where one cell or none is chosen.
void TableKit::copyChosen() const {
  const QModelIndexList chosen = view_.selectionModel()->selectedIndexes();
  const bool byRows = view_.selectionBehavior() == QAbstractItemView::SelectRows;
  if (chosen.isEmpty() || (chosen.size() == 1 && !byRows)) return copyAll();
  const auto isChosen = [&](const QModelIndex& row) {
    return std::ranges::any_of(chosen, [&](const QModelIndex& index) {
      return index.row() == row.row() && index.parent() == row.parent();
    });
  };
  std::vector<QModelIndex> rows;
  if (chosen.size() > 100 * view_.model()->columnCount()) {  // most of a long list: by a mark for each row
    std::vector<bool> marked(static_cast<std::size_t>(view_.model()->rowCount()));
    for (const QModelIndex& index : chosen) marked[static_cast<std::size_t>(index.row())] = true;
    for (const QModelIndex& row : allRows(*view_.model()))
      if (marked[static_cast<std::size_t>(row.row())]) rows.push_back(row);
  } else {
    for (const QModelIndex& row : allRows(*view_.model()))
      if (isChosen(row)) rows.push_back(row);
  }
  std::vector<int> shown = columns();
  if (!byRows)
    std::erase_if(shown, [&](int column) {
      return std::ranges::none_of(chosen, [&](const QModelIndex& index) { return index.column() == column; });
    });
  copy(rows, shown);
}

void TableKit::save(QSettings& settings) const {
  std::vector<int> order, hidden;
  for (int visual = 0; visual < header_.count(); ++visual) {
    order.push_back(header_.logicalIndex(visual));
    if (header_.isSectionHidden(order.back())) hidden.push_back(order.back());
  }
  settings.beginGroup(QStringLiteral("tables/") + view_.objectName());
  settings.setValue(QStringLiteral("order"), numbers(order));
  settings.setValue(QStringLiteral("hidden"), numbers(hidden));
  if (header_.isSortIndicatorShown()) {
    settings.setValue(QStringLiteral("sortedBy"), header_.sortIndicatorSection());
    settings.setValue(QStringLiteral("descending"), header_.sortIndicatorOrder() == Qt::DescendingOrder);
  }
  settings.endGroup();
}

// What another version kept of other columns is passed over.
void TableKit::restore(const QSettings& settings) {
  const auto kept = [&](const char* key) {
    return settings.value(QStringLiteral("tables/%1/%2").arg(view_.objectName(), QLatin1String(key)));
  };
  const QStringList order = kept("order").toStringList();
  if (order.size() != header_.count()) return;
  for (int visual = 0; visual < header_.count(); ++visual) {
    const int column = order[visual].toInt();
    if (column < 0 || column >= header_.count()) return;
    header_.moveSection(header_.visualIndex(column), visual);
  }
  for (const QString& one : kept("hidden").toStringList())
    if (const int column = one.toInt(); column >= 0 && column < header_.count() && column != nameColumn_)
      header_.setSectionHidden(column, true);
  const QVariant sortedBy = kept("sortedBy");
  if (header_.isSortIndicatorShown() && sortedBy.isValid() && sortedBy.toInt() < header_.count())
    header_.setSortIndicator(sortedBy.toInt(),
                             kept("descending").toBool() ? Qt::DescendingOrder : Qt::AscendingOrder);
}

bool TableKit::eventFilter(QObject* watched, QEvent* event) {
  if (watched == &view_ && event->type() == QEvent::LanguageChange) retranslate();
  return QObject::eventFilter(watched, event);
}

}  // namespace vicinia::desktop
