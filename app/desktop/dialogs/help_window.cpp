#include "dialogs/help_window.h"

#include <QEvent>
#include <QFile>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QRegularExpression>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QSplitter>
#include <QTextDocumentFragment>
#include <QTimer>
#include <QUrl>
#include <QVBoxLayout>
#include <algorithm>

#include "drawing/themed_icon.h"
#include "text/qt_text.h"
#include "text/search_words.h"
#include "vicinia/workspace/document/resource_paths.h"
#include "vicinia/workspace/words/texts.h"

namespace vicinia::desktop {

namespace {

constexpr int anchorRole = Qt::UserRole;

}  // namespace

QVariant HelpText::loadResource(int type, const QUrl& name) {
  if (type == QTextDocument::HtmlResource && !last_.isEmpty()) {
    QString manual = QString::fromUtf8(QTextBrowser::loadResource(type, name).toByteArray());
    return manual.insert(manual.lastIndexOf(QLatin1String("</body>")), last_);
  }
  QString path = name.toString();
  if (isDarkTheme()) path.replace(QStringLiteral("-light/"), QStringLiteral("-dark/"));
  return QTextBrowser::loadResource(type, QUrl(path));
}

HelpWindow::HelpWindow(const Session& session, QWidget* parent)
    : QWidget(parent, Qt::Window),
      session_(session),
      search_(new QLineEdit),
      contents_(new QListWidget),
      text_(new HelpText) {
  setObjectName(QStringLiteral("helpWindow"));
  search_->setObjectName(QStringLiteral("helpSearch"));
  search_->setClearButtonEnabled(true);
  search_->installEventFilter(this);
  contents_->setObjectName(QStringLiteral("helpContents"));
  contents_->setWordWrap(true);
  contents_->setFrameShape(QFrame::NoFrame);
  text_->setObjectName(QStringLiteral("helpText"));
  text_->setOpenExternalLinks(true);
  text_->document()->setDocumentMargin(16);

  auto* const side = new QWidget;
  auto* const column = new QVBoxLayout(side);
  column->setContentsMargins(8, 8, 0, 8);
  column->addWidget(search_);
  column->addWidget(contents_, 1);
  auto* const both = new QSplitter;
  both->addWidget(side);
  both->addWidget(text_);
  both->setStretchFactor(1, 1);
  both->setSizes({250, 720});
  both->setChildrenCollapsible(false);
  auto* const row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->addWidget(both);
  resize(QSize(980, 760).boundedTo(parent != nullptr ? parent->size() - QSize(40, 60) : QSize(980, 760)));

  connect(search_, &QLineEdit::textChanged, this, &HelpWindow::search);
  connect(search_, &QLineEdit::returnPressed, this, [this] { goTo(contents_->currentItem()); });
  connect(contents_, &QListWidget::currentItemChanged, this,
          [this](const QListWidgetItem* item) { goTo(item); });
  connect(text_->verticalScrollBar(), &QScrollBar::actionTriggered, this, [this] { at_.clear(); });
  text_->viewport()->installEventFilter(this);
  retranslateUi();
}

void HelpWindow::retranslateUi() {
  setWindowTitle(tr("Vicinia – Help"));
  text_->setAccessibleName(tr("Help"));
  search_->setPlaceholderText(tr("Search the help"));
  search_->setAccessibleName(tr("Search the help"));
  contents_->setAccessibleName(tr("Contents of the help"));
  chapters_.clear();
  const auto language = session_.language();
  if (const auto folder = workspace::resources_folder()) {
    const QString file = pathText(*folder / "help" / workspace::code_of(language) / "index.html");
    const Terms terms(language, session_.isOpen() ? session_.dataset().provenance : core::Provenance{});
    text_->setLastChapter(terms.chapter(tr("Terms"), tr("Denominator: %1"), tr("See also:")));
    // The same name in another language is another text.
    text_->setSource(QUrl());
    text_->setSource(QUrl::fromLocalFile(file));
    if (QFile manual(file); manual.open(QIODevice::ReadOnly))
      readChapters(QString::fromUtf8(manual.readAll()));
    addTerms(terms);
  } else {
    text_->setPlainText(qs(workspace::error_text(folder.error(), language)));
  }
  search();
}

// A chapter is what stands from its heading to the next.
void HelpWindow::readChapters(const QString& html) {
  static const QRegularExpression heading(QStringLiteral(R"re(<h2><a name="([^"]+)"></a>(.*?)</h2>)re"),
                                          QRegularExpression::DotMatchesEverythingOption);
  const auto plain = [](const QString& part) { return QTextDocumentFragment::fromHtml(part).toPlainText(); };
  auto found = heading.globalMatch(html);
  while (found.hasNext()) {
    const QRegularExpressionMatch match = found.next();
    const qsizetype end = found.hasNext() ? found.peekNext().capturedStart() : html.size();
    const QString body = html.mid(match.capturedStart(), end - match.capturedStart());
    chapters_.push_back({match.captured(1), plain(match.captured(2)), searchable(utf8(plain(body))), {}});
  }
}

void HelpWindow::addTerms(const Terms& terms) {
  chapters_.push_back({QStringLiteral("terms"), tr("Terms"), {}});
  for (const Term& term : terms.all())
    chapters_.push_back({Terms::anchorOf(term.id), tr("Term: %1").arg(term.name),
                         searchable(utf8(term.name + QLatin1Char(' ') + term.definition)),
                         searchable(utf8(term.name)), true});
}

// Terms that are called so, then the chapters that have all of the words, in their order, then other terms; where none has, what to try stands
// in their place.
void HelpWindow::search() {
  const SearchWords words(search_->text());
  const QSignalBlocker quiet(contents_);
  contents_->clear();
  const auto list = [&](const auto& isListed) {
    for (const Chapter& chapter : chapters_) {
      if (!isListed(chapter)) continue;
      auto* const item = new QListWidgetItem(chapter.title, contents_);
      item->setData(anchorRole, chapter.anchor);
    }
  };
  const auto isCalledSo = [&](const Chapter& chapter) { return chapter.isTerm && words.areIn(chapter.name); };
  const auto isFound = [&](const Chapter& chapter) { return words.areIn(chapter.searchable); };
  if (!words.isEmpty()) list(isCalledSo);
  list([&](const Chapter& chapter) { return !chapter.isTerm && (words.isEmpty() || isFound(chapter)); });
  if (!words.isEmpty())
    list([&](const Chapter& chapter) { return chapter.isTerm && isFound(chapter) && !isCalledSo(chapter); });
  if (contents_->count() == 0) {
    auto* const item = new QListWidgetItem(tr("Nothing found: try fewer words, or another one"), contents_);
    item->setFlags(Qt::NoItemFlags);
  } else if (!words.isEmpty()) {
    contents_->setCurrentRow(0);
    goTo(contents_->item(0));
  }
  if (words.isEmpty()) text_->setExtraSelections({});
}

void HelpWindow::goTo(const QListWidgetItem* item) {
  if (item == nullptr || !item->data(anchorRole).isValid()) return;
  scrollTo(item->data(anchorRole).toString());
  markFound();
}

void HelpWindow::showChapter(const QString& anchor) {
  search_->clear();
  scrollTo(anchor);
}

// It stays there while the text is broken into other lines.
void HelpWindow::scrollTo(const QString& anchor) {
  at_ = anchor;
  text_->scrollToAnchor(anchor);
}

// As they are typed: letters without diacritics find more than can be marked.
void HelpWindow::markFound() {
  QList<QTextEdit::ExtraSelection> marks;
  const QStringList words = search_->text().split(QLatin1Char(' '), Qt::SkipEmptyParts);
  for (const QString& word : words) {
    QTextCursor at(text_->document());
    while (!(at = text_->document()->find(word, at)).isNull()) {
      QTextEdit::ExtraSelection mark;
      mark.cursor = at;
      mark.format.setBackground(QColor(255, 224, 130));
      mark.format.setForeground(Qt::black);
      marks << mark;
    }
  }
  text_->setExtraSelections(marks);
}

void HelpWindow::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslateUi();
  QWidget::changeEvent(event);
}

void HelpWindow::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Escape)
    close();
  else if (event->matches(QKeySequence::Find))
    search_->setFocus();
  else
    QWidget::keyPressEvent(event);
}

// Up and down go through what was found while it is typed.
bool HelpWindow::eventFilter(QObject* watched, QEvent* event) {
  if (watched == text_->viewport()) {
    if (event->type() == QEvent::Wheel || event->type() == QEvent::MouseButtonPress) at_.clear();
    if (event->type() == QEvent::Resize && !at_.isEmpty())
      QTimer::singleShot(0, this, [this] {
        if (!at_.isEmpty()) text_->scrollToAnchor(at_);
      });
    return QWidget::eventFilter(watched, event);
  }
  if (watched == search_ && event->type() == QEvent::KeyPress) {
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (key == Qt::Key_Down || key == Qt::Key_Up) {
      const int row = contents_->currentRow() + (key == Qt::Key_Down ? 1 : -1);
      contents_->setCurrentRow(std::clamp(row, 0, contents_->count() - 1));
      return true;
    }
  }
  return QWidget::eventFilter(watched, event);
}

}  // namespace vicinia::desktop
