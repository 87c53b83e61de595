// The first day with the program: the welcome, the tour, layouts, what a word means, and the help found by search.
#include "day_window.h"
#include "dialogs/help_window.h"
#include "terms/term_mark.h"

namespace vicinia::desktop {

class WelcomeDay : public Day {
 protected:
  /// Moves nothing of Qt's own: waits until menus, docks and the map have come to rest.
  void settle() {
    waitUntilSettled();
    QTest::qWait(60);
  }
  [[nodiscard]] DefinitionPopover* popover() const { return window->findChild<DefinitionPopover*>(); }
};

TEST_F(WelcomeDay, TheThreeWaysInAndTheTour) {
  window->welcome().showAtStart();
  WelcomeDialog* welcome = nullptr;
  ASSERT_TRUE(
      waitFor([&] { return (welcome = window->findChild<WelcomeDialog*>()) && welcome->isVisible(); }));
  picture("12-welcome");
  auto* const tour = welcome->findChild<QPushButton*>(QStringLiteral("welcomeTour"));
  tour->setFocus();
  pressIn(tour, Qt::Key_Space);
  ASSERT_TRUE(waitFor([&] { return window->tour().isRunning(); }));
  settle();
  picture("12-tour-1");
  pressIn(window->focusWidget(), Qt::Key_Return);
  settle();
  picture("12-tour-2");
  pressIn(window->focusWidget(), Qt::Key_Return);
  settle();
  picture("12-tour-3");
  pressIn(window->focusWidget(), Qt::Key_Escape);
  EXPECT_FALSE(window->tour().isRunning());
  window->setGeometry(0, 0, 1280, 720);
  window->actions().welcome->trigger();
  settle();
  picture("12-welcome-720");
}

TEST_F(WelcomeDay, WelcomeToLayoutsAndTheMapAlone) {
  press(Qt::Key_2, Qt::ControlModifier | Qt::AltModifier);
  settle();
  picture("12-audit");
  press(Qt::Key_3, Qt::ControlModifier | Qt::AltModifier);
  settle();
  picture("12-figures");
  press(Qt::Key_F11);
  settle();
  picture("12-map-alone");
  press(Qt::Key_F11);
  press(Qt::Key_1, Qt::ControlModifier | Qt::AltModifier);
  settle();
  picture("12-browse");
  window->setGeometry(0, 0, 1280, 720);
  press(Qt::Key_2, Qt::ControlModifier | Qt::AltModifier);
  settle();
  picture("12-audit-720");
  press(Qt::Key_3, Qt::ControlModifier | Qt::AltModifier);
  settle();
  picture("12-figures-720");
}

TEST_F(WelcomeDay, WelcomeToADefinitionAndItsPlaceInTheHelp) {
  auto* const mark = find<QLabel>("legendTitle")->findChild<TermMark*>();
  ASSERT_TRUE(mark);
  QTest::mouseClick(mark, Qt::LeftButton);
  ASSERT_TRUE(waitFor([&] { return popover() && popover()->isVisible(); }));
  picture("12-definition");
  Q_EMIT popover()
      ->findChild<QLabel*>(QStringLiteral("definitionText"))
      ->linkActivated(QStringLiteral("pooled-lq"));
  picture("12-definition-2");
  Q_EMIT popover()
      ->findChild<QLabel*>(QStringLiteral("definitionText"))
      ->linkActivated(QStringLiteral("#term-pooled-lq"));
  HelpWindow* help = nullptr;
  ASSERT_TRUE(waitFor([&] { return (help = window->findChild<HelpWindow*>()) && help->isVisible(); }));
  help->setGeometry(window->geometry().adjusted(60, 20, -60, -20));
  picture("12-help-term");
  auto* const line = help->findChild<QLineEdit*>(QStringLiteral("helpSearch"));
  type(line, isVietnamese() ? QStringLiteral("do vung") : QStringLiteral("robustness"));
  EXPECT_GE(help->findChild<QListWidget*>(QStringLiteral("helpContents"))->count(), 2);
  picture("12-help-search");
  window->panels().show("rules");
  settle();
  help->close();
  picture("12-rules");
}

}  // namespace vicinia::desktop
