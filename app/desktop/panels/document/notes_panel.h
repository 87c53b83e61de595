/// \file notes_panel.h
/// Notes on the work, kept with the workspace: plain text. They go into no figure.
#pragma once

#include <QPlainTextEdit>

#include "session/session.h"

namespace vicinia::desktop {

class NotesPanel : public QPlainTextEdit {
  Q_OBJECT

 public:
  /// `session` must outlive the panel.
  explicit NotesPanel(Session& session, QWidget* parent = nullptr);

 protected:
  void changeEvent(QEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;
  bool event(QEvent* event) override;

 private:
  void retranslateUi();
  void showNotes();

  Session& session_;
  bool isShowing_ = false;
  bool isTyping_ = false;  ///< the next key belongs to the step before
};

}  // namespace vicinia::desktop
