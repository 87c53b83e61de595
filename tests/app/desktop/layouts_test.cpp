// Arrangements of the panels, sides that fold away, the map alone: from menu and keys, on small screens, from one window to the next.
#include "main_window/layout_menu.h"
#include "main_window/window_memory.h"
#include "window_fixture.h"

namespace vicinia::desktop {

using Side = FoldedSides::Side;

class Layouts : public WindowTest {
 protected:
  void SetUp() override {
    WindowTest::SetUp();
    window->resize(1366, 740);
    window->activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(window.get()));
  }
  QAction* action(const char* name) { return find<QAction>(name); }
  [[nodiscard]] std::set<std::string> open() const {
    std::set<std::string> names;
    for (const QDockWidget* dock : window->findChildren<QDockWidget*>())
      if (!dock->isHidden()) names.insert(utf8(dock->objectName()));
    return names;
  }
  bool isSeen(const char* dock) { return !find<QDockWidget>(dock)->visibleRegion().isEmpty(); }
  static void settle() {
    for (int i = 0; i < 3; ++i) QCoreApplication::processEvents();
  }
};

TEST_F(Layouts, TheWindowBeginsWithTheFirst) {
  EXPECT_TRUE(action("layout-browse")->isChecked());
  EXPECT_FALSE(action("layout-audit")->isChecked());
  EXPECT_TRUE(isSeen("variableDock"));
  EXPECT_TRUE(isSeen("agglomerationsDock"));
}

TEST_F(Layouts, EachOpensItsPanelsAndClosesAllOthersByItsKey) {
  QTest::keyClick(window.get(), Qt::Key_2, Qt::ControlModifier | Qt::AltModifier);
  settle();
  EXPECT_EQ(open(), (std::set<std::string>{"legendDock", "valuesDock", "auditDock"}));
  EXPECT_TRUE(isSeen("auditDock"));
  EXPECT_GT(find<QDockWidget>("auditDock")->height(), window->height() * 4 / 10) << "the list is large";
  EXPECT_TRUE(action("layout-audit")->isChecked());
  EXPECT_FALSE(action("layout-browse")->isChecked());
  QTest::keyClick(window.get(), Qt::Key_3, Qt::ControlModifier | Qt::AltModifier);
  settle();
  EXPECT_EQ(open(), (std::set<std::string>{"legendDock", "variableDock", "chartDock"}));
  const auto before = find<QDockWidget>("legendDock")->size();
  QTest::keyClick(window.get(), Qt::Key_1, Qt::ControlModifier | Qt::AltModifier);
  settle();
  EXPECT_TRUE(action("layout-browse")->isChecked());
  EXPECT_TRUE(isSeen("sectorDock"));
  EXPECT_TRUE(isSeen("variableDock"));
  EXPECT_NE(find<QDockWidget>("legendDock")->size(), before);
}

TEST_F(Layouts, PanelsThatWereMovedAwayComeHome) {
  auto* const legend = find<QDockWidget>("legendDock");
  legend->setFloating(true);
  window->addDockWidget(Qt::LeftDockWidgetArea, find<QDockWidget>("unitDock"));
  action("layout-browse")->trigger();
  settle();
  EXPECT_FALSE(legend->isFloating());
  EXPECT_EQ(window->dockWidgetArea(find<QDockWidget>("unitDock")), Qt::RightDockWidgetArea);
  EXPECT_TRUE(isSeen("legendDock"));
}

TEST_F(Layouts, FitASmallScreenInBothLanguagesAndLeaveRoomForTheMap) {
  for (const bool vietnamese : {false, true}) {
    (vietnamese ? window->actions().vietnamese : window->actions().english)->trigger();
    for (const QSize screen : {QSize(1280, 720), QSize(1366, 768)})
      for (const PanelLayout& layout : all_layouts()) {
        action(("layout-" + std::string(layout.id)).c_str())->trigger();
        settle();
        window->resize(screen);
        settle();
        EXPECT_EQ(window->size(), screen) << layout.id;
        EXPECT_GE(window->canvas().width(), 400) << layout.id;
        EXPECT_GE(window->canvas().height(), 190) << layout.id;
      }
  }
}

TEST_F(Layouts, WhatIsOpenNowIsCheckedHoweverItCameToThat) {
  find<QDockWidget>("legendDock")->close();
  settle();
  EXPECT_FALSE(action("layout-browse")->isChecked());
  find<QDockWidget>("legendDock")->show();
  settle();
  EXPECT_TRUE(action("layout-browse")->isChecked());
}

TEST_F(Layouts, ASideFoldsToNamesAtTheEdgeAndComesBackByOneOfThem) {
  const int width = find<QDockWidget>("legendDock")->width(), canvas = window->canvas().width();
  const auto before = open();
  action("fold-1")->trigger();
  settle();
  EXPECT_GT(window->canvas().width(), canvas + width / 2);
  EXPECT_FALSE(isSeen("legendDock"));
  auto* const strip = find<QToolBar>("rightStrip");
  ASSERT_TRUE(strip->isVisible());
  auto* const names = strip->findChild<QTabBar*>();
  EXPECT_EQ(names->count(), 7);
  EXPECT_FALSE(names->accessibleName().isEmpty());
  EXPECT_EQ(names->tabText(0), find<QDockWidget>("legendDock")->windowTitle());
  int unit = 0;
  while (names->tabText(unit) != find<QDockWidget>("unitDock")->windowTitle()) ++unit;
  QTest::mouseClick(names, Qt::LeftButton, {}, names->tabRect(unit).center());
  settle();
  EXPECT_EQ(open(), before);
  EXPECT_TRUE(isSeen("unitDock")) << "the one whose name was clicked";
  EXPECT_TRUE(isSeen("legendDock"));
  EXPECT_FALSE(strip->isVisible());
  EXPECT_NEAR(find<QDockWidget>("legendDock")->width(), width, 12);
}

TEST_F(Layouts, AFoldedSideComesBackWhenOneOfItsPanelsIsAskedFor) {
  action("fold-1")->trigger();
  settle();
  window->panels().show("province");
  settle();
  EXPECT_TRUE(isSeen("provinceDock"));
  EXPECT_TRUE(isSeen("legendDock"));
  EXPECT_FALSE(find<QToolBar>("rightStrip")->isVisible());
  EXPECT_FALSE(action("fold-1")->isChecked());
}

TEST_F(Layouts, TheKeyboardBringsAFoldedSideBack) {
  action("fold-0")->trigger();
  settle();
  auto* const names = find<QToolBar>("leftStrip")->findChild<QTabBar*>();
  names->setFocus();
  QTest::keyClick(names, Qt::Key_Return);
  settle();
  EXPECT_TRUE(isSeen("sectorDock"));
}

TEST_F(Layouts, TheMapAloneAndBackByTheSameKey) {
  window->panels().show("chart");
  settle();
  const auto before = open();
  QTest::keyClick(window.get(), Qt::Key_F11);
  settle();
  EXPECT_TRUE(open().empty());
  EXPECT_TRUE(action("mapAlone")->isChecked());
  EXPECT_GT(window->canvas().width(), window->width() - 80);
  QTest::keyClick(window.get(), Qt::Key_F11);
  settle();
  EXPECT_EQ(open(), before);
  EXPECT_TRUE(isSeen("chartDock"));
  EXPECT_TRUE(isSeen("variableDock"));
  EXPECT_FALSE(action("mapAlone")->isChecked());
}

TEST_F(Layouts, WhereEveryPanelWasClosedTheWayBackIsTheFirstLayout) {
  for (QDockWidget* dock : window->findChildren<QDockWidget*>()) dock->close();
  settle();
  EXPECT_TRUE(action("mapAlone")->isChecked());
  action("mapAlone")->trigger();
  settle();
  EXPECT_TRUE(action("layout-browse")->isChecked());
}

TEST_F(Layouts, AreRememberedWithTheWindowFoldedSidesToo) {
  QSettings().clear();
  auto& files = *window->findChild<FileDialogs*>();
  action("layout-figures")->trigger();
  action("fold-0")->trigger();
  settle();
  rememberWindow(*window, files);
  action("layout-browse")->trigger();
  settle();
  restoreWindow(*window, files);
  settle();
  EXPECT_EQ(open(), (std::set<std::string>{"legendDock", "chartDock"}));
  EXPECT_TRUE(find<QToolBar>("leftStrip")->isVisible());
  EXPECT_FALSE(find<QToolBar>("rightStrip")->isVisible());
  action("fold-0")->trigger();
  settle();
  EXPECT_TRUE(action("layout-figures")->isChecked());
  QSettings().clear();
}

TEST_F(Layouts, TheirNamesFollowTheLanguage) {
  action("fold-0")->trigger();
  settle();
  auto* const names = find<QToolBar>("leftStrip")->findChild<QTabBar*>();
  const QString english = action("layout-browse")->text(), panel = names->tabText(0);
  window->actions().vietnamese->trigger();
  settle();
  EXPECT_NE(action("layout-browse")->text(), english);
  EXPECT_NE(names->tabText(0), panel);
}

}  // namespace vicinia::desktop
