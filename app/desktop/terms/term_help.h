/// \file term_help.h
/// Answers “what is this?” for one window: finds the term of what the mouse is over or the keyboard is in, be it a label, a control, a head
/// or a row of a table, a name in a list or a panel, and shows its definition beside it.
#pragma once

#include <QAbstractItemView>
#include <QObject>
#include <QPointer>
#include <QRect>
#include <optional>

#include "session/session.h"
#include "terms/definition_popover.h"
#include "terms/terms.h"

namespace vicinia::desktop {

/// A word with a definition, and where it stands on the screen.
struct FoundTerm {
  QString id;
  QRect place;
};

class TermHelp : public QObject {
  Q_OBJECT

 public:
  /// Both must outlive it.
  TermHelp(const Session& session, QWidget& window);
  /// That of the window which the widget belongs to, a dialog's too; nullptr: it has none.
  [[nodiscard]] static TermHelp* of(const QWidget* widget);

  /// Nothing where the term is not known.
  void show(const QString& id, const QRect& word);
  /// What the keyboard is in; else its panel; else what the mouse is over.
  void showWanted();
  [[nodiscard]] const Terms& terms();

  /// Under a point of the screen, without the panel around it.
  [[nodiscard]] static std::optional<FoundTerm> termAt(const QWidget* widget, const QPoint& global);
  /// Of the current row, entry or control; with the panel around it.
  [[nodiscard]] static std::optional<FoundTerm> termOfFocus(const QWidget* widget);

 Q_SIGNALS:
  void chapterWanted(const QString& anchor);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  const Session& session_;
  QWidget& window_;
  QPointer<DefinitionPopover> popover_;
  std::optional<Terms> terms_;
  const core::Dataset* termsOf_ = nullptr;
  workspace::Language language_ = workspace::Language::en;
};

}  // namespace vicinia::desktop
