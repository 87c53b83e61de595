#include "shown_texts.h"

#include <QtWidgets>

namespace vicinia::desktop::test {

namespace {

QString plain(QString text) {
  if (Qt::mightBeRichText(text)) text = QTextDocumentFragment::fromHtml(text).toPlainText();
  static const QRegularExpression mark(QStringLiteral("&(?!&)"));
  return text.remove(mark).simplified();
}

/// Cells as far as a reader would look: a list of thousands says the same in its first rows.
void add_cells(const QAbstractItemModel& model, const QModelIndex& parent, QSet<QString>& texts) {
  constexpr int most_rows = 60;
  for (int row = 0; row < std::min(model.rowCount(parent), most_rows); ++row)
    for (int column = 0; column < model.columnCount(parent); ++column) {
      const QModelIndex index = model.index(row, column, parent);
      for (const int role : {Qt::DisplayRole, Qt::ToolTipRole, Qt::AccessibleTextRole})
        texts << plain(index.data(role).toString());
      if (column == 0) add_cells(model, index, texts);
    }
}

void add_headers(const QAbstractItemModel& model, QSet<QString>& texts) {
  for (int column = 0; column < model.columnCount(); ++column)
    for (const int role : {Qt::DisplayRole, Qt::ToolTipRole})
      texts << plain(model.headerData(column, Qt::Horizontal, role).toString());
}

void add(const QWidget& widget, QSet<QString>& texts) {
  texts << plain(widget.toolTip()) << plain(widget.accessibleName()) << plain(widget.accessibleDescription())
        << plain(widget.whatsThis()) << plain(widget.statusTip());
  if (widget.isWindow() || qobject_cast<const QDockWidget*>(&widget)) texts << plain(widget.windowTitle());
  if (const auto* label = qobject_cast<const QLabel*>(&widget)) texts << plain(label->text());
  if (const auto* button = qobject_cast<const QAbstractButton*>(&widget)) texts << plain(button->text());
  if (const auto* line = qobject_cast<const QLineEdit*>(&widget))
    texts << plain(line->placeholderText()) << plain(line->text());
  if (const auto* group = qobject_cast<const QGroupBox*>(&widget)) texts << plain(group->title());
  if (const auto* text = qobject_cast<const QTextEdit*>(&widget))
    texts << plain(text->toPlainText()) << plain(text->placeholderText());
  if (const auto* box = qobject_cast<const QComboBox*>(&widget))
    for (int i = 0; i < box->count(); ++i) texts << plain(box->itemText(i));
  if (const auto* bar = qobject_cast<const QTabBar*>(&widget))
    for (int i = 0; i < bar->count(); ++i) texts << plain(bar->tabText(i)) << plain(bar->tabToolTip(i));
  if (const auto* view = qobject_cast<const QAbstractItemView*>(&widget);
      view && view->model() && qobject_cast<const QHeaderView*>(&widget) == nullptr) {
    add_cells(*view->model(), {}, texts);
    add_headers(*view->model(), texts);
  }
  for (const QAction* const action : widget.actions())
    texts << plain(action->text()) << plain(action->toolTip()) << plain(action->statusTip());
}

}  // namespace

QSet<QString> shown_texts(const QWidget& window) {
  QSet<QString> texts;
  add(window, texts);
  for (const QWidget* const widget : window.findChildren<QWidget*>())
    if (widget->window() == window.window() &&
        (widget->isVisibleTo(&window) || qobject_cast<const QMenu*>(widget)))
      add(*widget, texts);
  texts.remove(QString());
  return texts;
}

}  // namespace vicinia::desktop::test
