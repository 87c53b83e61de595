#include "panels/document/notes_panel.h"

#include <QKeyEvent>

#include "text/qt_text.h"

namespace vicinia::desktop {

namespace ws = workspace;

// What is typed in one go is one step of the document's history, and its undo takes the place of the field's own.
NotesPanel::NotesPanel(Session& session, QWidget* parent) : QPlainTextEdit(parent), session_(session) {
  setObjectName(QStringLiteral("notes"));
  setUndoRedoEnabled(false);
  setTabChangesFocus(true);
  connect(this, &QPlainTextEdit::textChanged, this, [this] {
    if (isShowing_) return;
    session_.apply(ws::commands::set_notes(utf8(toPlainText()), isTyping_));
    isTyping_ = true;
  });
  connect(&session_, &Session::changed, this, [this](const ws::Touched& touched) {
    setEnabled(session_.isOpen());
    if (touched.notes) showNotes();
  });
  setEnabled(session_.isOpen());
  retranslateUi();
  if (session_.isOpen()) showNotes();
}

void NotesPanel::showNotes() {
  const QString notes = qs(session_.view().notes);
  if (notes == toPlainText()) return;  // it was typed here
  isTyping_ = false;
  isShowing_ = true;
  setPlainText(notes);
  isShowing_ = false;
}

void NotesPanel::retranslateUi() {
  setAccessibleName(tr("Notes"));
  setPlaceholderText(tr("Notes on this work. They are saved with the workspace and go into no figure."));
}

void NotesPanel::focusOutEvent(QFocusEvent* event) {
  isTyping_ = false;
  QPlainTextEdit::focusOutEvent(event);
}

// Undo and redo are the window's.
bool NotesPanel::event(QEvent* event) {
  if (event->type() == QEvent::ShortcutOverride) {
    const auto& key = static_cast<QKeyEvent&>(*event);
    if (key.matches(QKeySequence::Undo) || key.matches(QKeySequence::Redo)) {
      event->ignore();
      return false;
    }
  }
  return QPlainTextEdit::event(event);
}

void NotesPanel::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslateUi();
  QPlainTextEdit::changeEvent(event);
}

}  // namespace vicinia::desktop
