/// \file help_window.h
/// The manual, in the language of the window, as a window of its own beside it: its contents, a line that searches it, and the text.
#pragma once

#include <QLineEdit>
#include <QListWidget>
#include <QTextBrowser>
#include <QWidget>
#include <vector>

#include "session/session.h"
#include "terms/terms.h"

namespace vicinia::desktop {

/// Shows, of a picture of the window, the one that looks like this window: light or dark.
class HelpText : public QTextBrowser {
  Q_OBJECT

 public:
  using QTextBrowser::QTextBrowser;

  /// A chapter that the manual ends with, as HTML.
  void setLastChapter(const QString& html) { last_ = html; }

 protected:
  QVariant loadResource(int type, const QUrl& name) override;

 private:
  QString last_;
};

class HelpWindow : public QWidget {
  Q_OBJECT

 public:
  /// `session` must outlive the window. `parent` owns it, but it stands on its own.
  explicit HelpWindow(const Session& session, QWidget* parent = nullptr);

  /// Of a chapter or a term, by its name in the manual: "charts", "term-lq" …
  void showChapter(const QString& anchor);

 protected:
  void changeEvent(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  struct Chapter {
    QString anchor, title, searchable;
    QString name{};       ///< of a term, as searches look through it
    bool isTerm = false;  ///< found by search, not listed among the contents
  };
  void retranslateUi();
  void readChapters(const QString& html);
  void addTerms(const Terms& terms);
  void scrollTo(const QString& anchor);
  void search();
  void goTo(const QListWidgetItem* item);
  void markFound();

  const Session& session_;
  QLineEdit* search_;
  QListWidget* contents_;
  HelpText* text_;
  std::vector<Chapter> chapters_;
  QString at_;  ///< what was scrolled to; empty once the reader has gone on from there
};

}  // namespace vicinia::desktop
