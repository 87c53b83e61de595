/// \file definition_popover.h
/// What a word means, in a small frame beside it, that a click elsewhere or Esc closes; with the words that help to understand it, and the way
/// into the manual.
#pragma once

#include <QFrame>
#include <QLabel>
#include <QRect>

#include "terms/terms.h"

namespace vicinia::desktop {

class DefinitionPopover : public QFrame {
  Q_OBJECT

 public:
  explicit DefinitionPopover(QWidget* parent);

  /// Beside `word`, in coordinates of the screen; it never covers it.
  void show(const Terms& terms, const Term& term, const QRect& word);
  [[nodiscard]] QString shownTerm() const { return shown_; }

 Q_SIGNALS:
  void termWanted(const QString& id);
  void chapterWanted(const QString& anchor);

 protected:
  void changeEvent(QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;

 private:
  QLabel *name_, *text_;
  QString shown_;
};

}  // namespace vicinia::desktop
