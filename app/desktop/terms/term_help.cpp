#include "terms/term_help.h"

#include <QApplication>
#include <QComboBox>
#include <QCursor>
#include <QDockWidget>
#include <QHeaderView>
#include <QKeyEvent>

#include "models/table_model.h"
#include "terms/term_mark.h"

namespace vicinia::desktop {

namespace {

std::optional<FoundTerm> found(const QString& id, const QWidget& in, const QRect& place) {
  if (id.isEmpty()) return std::nullopt;
  return FoundTerm{id, QRect(in.mapToGlobal(place.topLeft()), place.size())};
}

QString headTerm(const QAbstractItemModel* model, int column) {
  return model != nullptr && column >= 0
             ? model->headerData(column, Qt::Horizontal, TableModel::termRole).toString()
             : QString();
}

std::optional<FoundTerm> termOfHead(const QHeaderView& header, int section) {
  const QRect place(header.sectionViewportPosition(section), 0, header.sectionSize(section),
                    header.viewport()->height());
  return found(headTerm(header.model(), section), *header.viewport(), place);
}

/// A row may be about a term of its own; else what its column is of.
std::optional<FoundTerm> termOfCell(const QAbstractItemView& view, const QModelIndex& index) {
  if (!index.isValid()) return std::nullopt;
  QString id = index.data(TableModel::termRole).toString();
  if (id.isEmpty()) id = headTerm(view.model(), index.column());
  return found(id, *view.viewport(), view.visualRect(index));
}

/// Of the control alone.
std::optional<FoundTerm> termOfControl(const QWidget& widget) {
  if (const auto* const box = qobject_cast<const QComboBox*>(&widget))
    if (const auto entry = found(box->currentData(TableModel::termRole).toString(), widget, widget.rect()))
      return entry;
  return found(termOf(&widget), widget, widget.rect());
}

}  // namespace

TermHelp::TermHelp(const Session& session, QWidget& window)
    : QObject(&window), session_(session), window_(window) {
  qApp->installEventFilter(this);
}

TermHelp* TermHelp::of(const QWidget* widget) {
  for (; widget != nullptr; widget = widget->parentWidget())
    if (auto* const help = widget->findChild<TermHelp*>(QString(), Qt::FindDirectChildrenOnly)) return help;
  return nullptr;
}

const Terms& TermHelp::terms() {
  const core::Dataset* const data = session_.isOpen() ? &session_.dataset() : nullptr;
  if (!terms_ || termsOf_ != data || language_ != session_.language()) {
    terms_.emplace(session_.language(), data != nullptr ? data->provenance : core::Provenance{});
    termsOf_ = data;
    language_ = session_.language();
  }
  return *terms_;
}

void TermHelp::show(const QString& id, const QRect& word) {
  const Term* const term = terms().find(id);
  if (term == nullptr) return;
  if (!popover_) {
    popover_ = new DefinitionPopover(&window_);
    connect(popover_, &DefinitionPopover::chapterWanted, this, &TermHelp::chapterWanted);
  }
  popover_->disconnect(this, nullptr);
  connect(popover_, &DefinitionPopover::chapterWanted, this, &TermHelp::chapterWanted);
  // The other word takes the place of this one, beside the same word of the window.
  connect(popover_, &DefinitionPopover::termWanted, this,
          [this, word](const QString& other) { show(other, word); });
  popover_->show(terms(), *term, word);
}

void TermHelp::showWanted() {
  const QPoint mouse = QCursor::pos();
  auto wanted = termOfFocus(QApplication::focusWidget());
  if (const auto over = termAt(QApplication::widgetAt(mouse), mouse); over && !wanted) wanted = over;
  if (wanted)
    show(wanted->id, wanted->place);
  else
    Q_EMIT chapterWanted(QStringLiteral("terms"));
}

std::optional<FoundTerm> TermHelp::termAt(const QWidget* widget, const QPoint& global) {
  for (; widget != nullptr && !widget->isWindow() && qobject_cast<const QDockWidget*>(widget) == nullptr;
       widget = widget->parentWidget()) {
    std::optional<FoundTerm> term;
    if (const auto* const header = qobject_cast<const QHeaderView*>(widget)) {
      const int section = header->logicalIndexAt(header->viewport()->mapFromGlobal(global));
      if (section >= 0) return termOfHead(*header, section);
      return std::nullopt;
    }
    if (const auto* const view = qobject_cast<const QAbstractItemView*>(widget))
      term = termOfCell(*view, view->indexAt(view->viewport()->mapFromGlobal(global)));
    if (!term) term = termOfControl(*widget);
    if (term) return term;
  }
  return std::nullopt;
}

std::optional<FoundTerm> TermHelp::termOfFocus(const QWidget* widget) {
  for (; widget != nullptr && !widget->isWindow(); widget = widget->parentWidget()) {
    std::optional<FoundTerm> term;
    if (const auto* const view = qobject_cast<const QAbstractItemView*>(widget))
      term = termOfCell(*view, view->currentIndex());
    if (!term) term = termOfControl(*widget);
    if (!term) continue;
    // Of a panel, its heading.
    if (qobject_cast<const QDockWidget*>(widget) != nullptr) term->place.setHeight(24);
    return term;
  }
  return std::nullopt;
}

// F1 is the manual, unless the mouse is over a word that has a definition.
bool TermHelp::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() != QEvent::ShortcutOverride) return QObject::eventFilter(watched, event);
  auto& key = static_cast<QKeyEvent&>(*event);
  if (key.key() != Qt::Key_F1 || key.modifiers() != Qt::NoModifier)
    return QObject::eventFilter(watched, event);
  const QPoint mouse = QCursor::pos();
  const QWidget* const over = QApplication::widgetAt(mouse);
  if (over == nullptr || of(over) != this) return QObject::eventFilter(watched, event);
  const auto term = termAt(over, mouse);
  if (!term) return QObject::eventFilter(watched, event);
  event->accept();
  show(term->id, term->place);
  return true;
}

}  // namespace vicinia::desktop
