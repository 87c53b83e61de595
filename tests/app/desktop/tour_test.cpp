// The tour: three steps beside the widgets that they speak of, by mouse and by keys, in either language, and everything as before at its end.
#include "main_window/layout_menu.h"
#include "window_fixture.h"

namespace vicinia::desktop {

class TourOfTheWindow : public WindowTest {
 protected:
  void SetUp() override {
    WindowTest::SetUp();
    window->resize(1280, 720);
    window->activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(window.get()));
    settle();
  }
  static void settle() {
    for (int i = 0; i < 4; ++i) QCoreApplication::processEvents();
  }
  TourBubble* bubble() { return window->findChild<TourBubble*>(); }
  QString text(const char* name) { return bubble()->findChild<QLabel*>(QLatin1String(name))->text(); }
  QPushButton* button(const char* name) { return bubble()->findChild<QPushButton*>(QLatin1String(name)); }
  /// It is whole in the window, and covers nothing of what it speaks of.
  void expectBeside() {
    ASSERT_TRUE(bubble()->isVisible());
    const QRect target = window->tour().target();
    EXPECT_FALSE(target.isEmpty());
    EXPECT_FALSE(bubble()->geometry().intersects(target)) << window->tour().step();
    EXPECT_TRUE(window->rect().contains(bubble()->geometry())) << window->tour().step();
    for (const QLabel* const label : bubble()->findChildren<QLabel*>())
      if (label->wordWrap()) {
        EXPECT_GE(label->height(), label->heightForWidth(label->width())) << utf8(label->text());
      }
  }
  [[nodiscard]] std::set<QString> open() const {
    std::set<QString> names;
    for (const QDockWidget* dock : window->findChildren<QDockWidget*>())
      if (!dock->isHidden()) names.insert(dock->objectName());
    return names;
  }
};

TEST_F(TourOfTheWindow, StandsBesideWhatItSpeaksOfAtEveryStepInBothLanguages) {
  for (QAction* const language : {window->actions().english, window->actions().vietnamese}) {
    language->trigger();
    window->actions().tour->trigger();
    settle();
    expectBeside();
    EXPECT_TRUE(text("tourCount").startsWith(QLatin1Char('1')));
    EXPECT_FALSE(button("tourBack")->isEnabled());
    QTest::mouseClick(button("tourNext"), Qt::LeftButton);
    settle();
    expectBeside();
    QTest::mouseClick(button("tourNext"), Qt::LeftButton);
    settle();
    expectBeside();
    EXPECT_TRUE(text("tourCount").startsWith(QLatin1Char('3')));
    QTest::mouseClick(button("tourNext"), Qt::LeftButton);
    settle();
    EXPECT_FALSE(window->tour().isRunning());
    EXPECT_FALSE(bubble()->isVisible());
  }
}

TEST_F(TourOfTheWindow, GoesByKeys) {
  window->actions().tour->trigger();
  settle();
  const auto key = [this](Qt::Key pressed) {
    QTest::keyClick(window->focusWidget(), pressed);
    settle();
  };
  key(Qt::Key_Return);
  EXPECT_EQ(window->tour().step(), 1);
  key(Qt::Key_Right);
  EXPECT_EQ(window->tour().step(), 2);
  key(Qt::Key_Left);
  EXPECT_EQ(window->tour().step(), 1);
  key(Qt::Key_Tab);
  key(Qt::Key_Return);
  EXPECT_EQ(window->tour().step(), 0) << "Enter on “Back” goes back";
  key(Qt::Key_Escape);
  EXPECT_FALSE(window->tour().isRunning());
}

TEST_F(TourOfTheWindow, FollowsItsWidgetWhenTheWindowIsResized) {
  window->actions().tour->trigger();
  settle();
  QTest::mouseClick(button("tourNext"), Qt::LeftButton);
  settle();
  const QRect before = bubble()->geometry();
  window->resize(1500, 900);
  settle();
  expectBeside();
  EXPECT_NE(bubble()->geometry(), before);
  window->resize(1280, 720);
  settle();
  expectBeside();
}

TEST_F(TourOfTheWindow, SwitchesItsLanguageWhileItRuns) {
  window->actions().tour->trigger();
  settle();
  const QString heading = text("tourHeading"), next = button("tourNext")->text();
  window->actions().vietnamese->trigger();
  settle();
  EXPECT_NE(text("tourHeading"), heading);
  EXPECT_NE(button("tourNext")->text(), next);
  EXPECT_TRUE(bubble()->accessibleName().contains(text("tourHeading")));
  expectBeside();
}

TEST_F(TourOfTheWindow, OpensThePanelsThatItNeedsAndLeavesThemAsTheyWere) {
  find<QAction>("layout-audit")->trigger();
  settle();
  find<QAction>("fold-1")->trigger();
  settle();
  const auto before = open();
  const int height = find<QDockWidget>("auditDock")->height();
  window->actions().tour->trigger();
  settle();
  expectBeside();
  EXPECT_TRUE(find<QDockWidget>("sectorDock")->isVisible());
  QTest::mouseClick(button("tourNext"), Qt::LeftButton);
  settle();
  EXPECT_TRUE(find<QDockWidget>("agglomerationsDock")->isVisible());
  expectBeside();
  QTest::mouseClick(button("tourClose"), Qt::LeftButton);
  settle();
  EXPECT_EQ(open(), before);
  EXPECT_TRUE(window->folded().isFolded(FoldedSides::Side::right));
  EXPECT_NEAR(find<QDockWidget>("auditDock")->height(), height, 3);
}

TEST_F(TourOfTheWindow, ChangesNothingOfTheWork) {
  const auto view = session.view();
  window->actions().tour->trigger();
  settle();
  for (int step = 0; step < Tour::steps; ++step) {
    QTest::mouseClick(button("tourNext"), Qt::LeftButton);
    settle();
  }
  EXPECT_EQ(session.view(), view);
  EXPECT_FALSE(session.canUndo());
}

TEST(PlaceOfABubble, IsTheFirstSideWithRoomAndOffTheTarget) {
  const QRect room(0, 0, 1000, 700);
  const QSize bubble(300, 200);
  EXPECT_GE(bubblePlace(QRect(0, 50, 250, 600), bubble, room).left(), 250);
  EXPECT_LE(bubblePlace(QRect(700, 50, 300, 600), bubble, room).right(), 700);
  EXPECT_GE(bubblePlace(QRect(0, 0, 1000, 100), bubble, room).top(), 100);
  EXPECT_LE(bubblePlace(QRect(0, 600, 1000, 100), bubble, room).bottom(), 600);
  EXPECT_TRUE(room.contains(bubblePlace(room, bubble, room)))
      << "where the target fills the room, it is whole";
}

}  // namespace vicinia::desktop
