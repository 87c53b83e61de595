// Definitions: every word that the window marks has one in both languages, as has every variable that it offers; they are a click or a key
// away, and the help finds them.
#include <set>

#include "dialogs/help_window.h"
#include "models/table_model.h"
#include "terms/term_help.h"
#include "terms/term_mark.h"
#include "vicinia/core/values/variable.h"
#include "vicinia/workspace/document/resource_paths.h"
#include "window_fixture.h"

namespace vicinia::desktop {

namespace ws = workspace;

class DefinedTerms : public WindowTest {
 protected:
  void SetUp() override {
    WindowTest::SetUp();
    session.apply(ws::commands::select_unit(unit("21")));
    window->resize(1400, 900);
    window->activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(window.get()));
  }

  static void collect(const QAbstractItemModel& model, const QModelIndex& parent, std::set<QString>& ids) {
    for (int column = 0; column < model.columnCount(parent); ++column)
      ids.insert(model.headerData(column, Qt::Horizontal, TableModel::termRole).toString());
    for (int row = 0; row < model.rowCount(parent); ++row)
      for (int column = 0; column < model.columnCount(parent); ++column) {
        const QModelIndex index = model.index(row, column, parent);
        ids.insert(index.data(TableModel::termRole).toString());
        if (column == 0 && model.hasChildren(index)) collect(model, index, ids);
      }
  }

  /// Whatever widget, head, row or entry of the window has a term.
  std::set<QString> usedTerms() {
    std::set<QString> ids;
    for (const PanelInfo& panel : all_panels()) {
      window->panels().show(panel.id);
      if (panel.term != nullptr) ids.insert(QLatin1String(panel.term));
    }
    EXPECT_TRUE(waitFor([this] { return window->map().isComplete(); }));
    for (const QWidget* const widget : window->findChildren<QWidget*>()) {
      ids.insert(termOf(widget));
      if (const auto* const view = qobject_cast<const QAbstractItemView*>(widget); view && view->model())
        collect(*view->model(), {}, ids);
      if (const auto* const box = qobject_cast<const QComboBox*>(widget))
        for (int row = 0; row < box->count(); ++row)
          ids.insert(box->itemData(row, TableModel::termRole).toString());
    }
    ids.erase(QString());
    return ids;
  }

  DefinitionPopover* popover() { return window->findChild<DefinitionPopover*>(); }
  QString shownTerm() { return popover() && popover()->isVisible() ? popover()->shownTerm() : QString(); }
};

TEST_F(DefinedTerms, OfEveryWordThatTheWindowMarksThereIsOneInBothLanguages) {
  const std::set<QString> used = usedTerms();
  EXPECT_GE(used.size(), 40u);
  for (const ws::Language language : {ws::Language::vi, ws::Language::en}) {
    const Terms terms(language);
    for (const QString& id : used) {
      const Term* const term = terms.find(id);
      ASSERT_TRUE(term) << utf8(id);
      EXPECT_FALSE(term->name.isEmpty()) << utf8(id);
      EXPECT_GE(term->definition.size(), 20) << utf8(id);
    }
  }
}

TEST_F(DefinedTerms, OfEveryVariableThatIsOfferedThereIsOneInBothLanguages) {
  for (const ws::Language language : {ws::Language::vi, ws::Language::en}) {
    const Terms terms(language);
    for (const auto& info : core::values::all_variables()) {
      const Term* const term = terms.find(qs(info.id));
      ASSERT_TRUE(term) << info.id;
      EXPECT_FALSE(term->definition.isEmpty()) << info.id;
    }
  }
}

TEST_F(DefinedTerms, TheLanguagesDefineTheSameWordsAndEveryWayFromThemLeadsSomewhere) {
  const Terms vietnamese(ws::Language::vi), english(ws::Language::en);
  ASSERT_EQ(vietnamese.all().size(), english.all().size());
  const auto manual = [](const char* language) {
    const auto folder = ws::resources_folder();
    QFile file(pathText(*folder / "help" / language / "index.html"));
    EXPECT_TRUE(file.open(QIODevice::ReadOnly));
    return QString::fromUtf8(file.readAll());
  };
  const QString manuals[] = {manual("vi"), manual("en")};
  for (const Terms* const terms : {&vietnamese, &english})
    for (const Term& term : terms->all()) {
      EXPECT_TRUE((terms == &vietnamese ? english : vietnamese).find(term.id)) << utf8(term.id);
      for (const QString& other : term.see) {
        EXPECT_TRUE(terms->find(other)) << utf8(term.id) << " → " << utf8(other);
        EXPECT_NE(other, term.id);
      }
      EXPECT_TRUE(manuals[terms == &english].contains(QStringLiteral("<a name=\"%1\">").arg(term.chapter)))
          << utf8(term.id) << " → " << utf8(term.chapter);
    }
}

TEST_F(DefinedTerms, AClickOnTheMarkBehindAWordShowsItAndEscCloses) {
  auto* const mark = find<QComboBox>("methodBox")->parentWidget()->findChild<TermMark*>();
  ASSERT_TRUE(mark);
  EXPECT_TRUE(mark->isVisible());
  EXPECT_FALSE(mark->accessibleName().isEmpty());
  QTest::mouseClick(mark, Qt::LeftButton);
  EXPECT_EQ(shownTerm(), QStringLiteral("classes"));
  EXPECT_FALSE(popover()->geometry().intersects(QRect(mark->mapToGlobal(QPoint()), mark->size())));
  const auto* const text = popover()->findChild<QLabel*>(QStringLiteral("definitionText"));
  EXPECT_GE(text->height(), text->heightForWidth(text->width()));
  QTest::keyClick(popover(), Qt::Key_Escape);
  EXPECT_TRUE(shownTerm().isEmpty());
}

TEST_F(DefinedTerms, TheMarkOfAHeadingSpeaksOfItsPanel) {
  window->panels().show("rules");
  QCoreApplication::processEvents();
  auto* const mark = find<QDockWidget>("rulesDock")->titleBarWidget()->findChild<TermMark*>();
  ASSERT_TRUE(mark);
  QTest::mouseClick(mark, Qt::LeftButton);
  EXPECT_EQ(shownTerm(), QStringLiteral("rules"));
}

TEST_F(DefinedTerms, TheWordOfTheShownVariableFollowsIt) {
  session.apply(ws::commands::set_variable(core::values::Variable::sector_share));
  ASSERT_TRUE(waitFor([this] { return window->map().isComplete(); }));
  EXPECT_EQ(termOf(find<QLabel>("legendTitle")), QStringLiteral("sector-share"));
}

TEST_F(DefinedTerms, ShiftF1ShowsWhatTheKeyboardIsIn) {
  find<QComboBox>("methodBox")->setFocus();
  QTest::keyClick(window->focusWidget(), Qt::Key_F1, Qt::ShiftModifier);
  const QString method = find<QComboBox>("methodBox")->currentData(TableModel::termRole).toString();
  EXPECT_FALSE(method.isEmpty());
  EXPECT_EQ(shownTerm(), method);
  popover()->close();
  window->panels().show("agglomerations");
  auto* const list = find<QTableView>("agglomerationList");
  ASSERT_TRUE(waitFor([&] { return list->model()->rowCount() > 0; }));
  list->setFocus();
  list->setCurrentIndex(list->model()->index(0, 4));
  const QString head = list->model()->headerData(4, Qt::Horizontal, TableModel::termRole).toString();
  QTest::keyClick(list, Qt::Key_F1, Qt::ShiftModifier);
  EXPECT_EQ(shownTerm(), head);
}

TEST_F(DefinedTerms, OverAHeadOfATableAndInItsMenuStandsWhatTheColumnIs) {
  window->panels().show("agglomerations");
  QCoreApplication::processEvents();
  auto* const list = find<QTableView>("agglomerationList");
  ASSERT_TRUE(waitFor([&] { return list->model()->rowCount() > 0; }));
  QHeaderView* const header = list->horizontalHeader();
  const QPoint at(header->sectionViewportPosition(0) + 5, header->height() / 2);
  const auto term = TermHelp::termAt(header->viewport(), header->viewport()->mapToGlobal(at));
  ASSERT_TRUE(term);
  EXPECT_EQ(term->id, QStringLiteral("agglomeration"));
  Q_EMIT header->customContextMenuRequested(at);
  auto* const what = window->findChild<QAction*>(QStringLiteral("whatIsThisColumn"));
  QAction* shown = what;
  if (shown == nullptr)
    for (QWidget* const top : QApplication::topLevelWidgets())
      if (auto* const action = top->findChild<QAction*>(QStringLiteral("whatIsThisColumn"))) shown = action;
  ASSERT_TRUE(shown);
  shown->trigger();
  EXPECT_EQ(shownTerm(), QStringLiteral("agglomeration"));
  if (QWidget* const menu = QApplication::activePopupWidget()) menu->close();
}

TEST_F(DefinedTerms, OneLeadsToAnotherAndIntoTheHelp) {
  window->terms().show(QStringLiteral("lq"), QRect(window->mapToGlobal(QPoint(300, 300)), QSize(20, 20)));
  ASSERT_EQ(shownTerm(), QStringLiteral("lq"));
  auto* const text = popover()->findChild<QLabel*>(QStringLiteral("definitionText"));
  EXPECT_TRUE(text->text().contains(QStringLiteral("÷"))) << "with its formula in words";
  Q_EMIT text->linkActivated(QStringLiteral("pooled-lq"));
  ASSERT_EQ(shownTerm(), QStringLiteral("pooled-lq"));
  Q_EMIT text->linkActivated(QStringLiteral("#term-pooled-lq"));
  EXPECT_TRUE(shownTerm().isEmpty());
  auto* const help = window->findChild<HelpWindow*>();
  ASSERT_TRUE(help);
  EXPECT_TRUE(help->isVisible());
  EXPECT_GT(help->findChild<QTextBrowser*>()->verticalScrollBar()->value(), 0);
}

TEST_F(DefinedTerms, TheHelpListsTheirChapterAndItsSearchFindsEach) {
  window->actions().help->trigger();
  auto* const help = window->findChild<HelpWindow*>();
  ASSERT_TRUE(help);
  auto* const contents = help->findChild<QListWidget*>(QStringLiteral("helpContents"));
  EXPECT_EQ(contents->item(contents->count() - 1)->text(), QStringLiteral("Terms"));
  const int chapters = contents->count();
  help->findChild<QLineEdit*>(QStringLiteral("helpSearch"))->setText(QStringLiteral("pooled lq"));
  QStringList found;
  for (int row = 0; row < contents->count(); ++row) found << contents->item(row)->text();
  EXPECT_TRUE(found.contains(QStringLiteral("Term: Pooled LQ"))) << utf8(found.join(QLatin1Char('|')));
  help->findChild<QLineEdit*>(QStringLiteral("helpSearch"))->clear();
  EXPECT_EQ(contents->count(), chapters);
  window->actions().vietnamese->trigger();
  QCoreApplication::processEvents();
  help->findChild<QLineEdit*>(QStringLiteral("helpSearch"))->setText(QStringLiteral("lq gop"));
  found.clear();
  for (int row = 0; row < contents->count(); ++row) found << contents->item(row)->text();
  EXPECT_TRUE(found.contains(QStringLiteral("Thuật ngữ: LQ gộp"))) << utf8(found.join(QLatin1Char('|')));
  EXPECT_TRUE(help->findChild<QTextBrowser*>()->toPlainText().contains(QStringLiteral("LQ gộp")));
}

}  // namespace vicinia::desktop
