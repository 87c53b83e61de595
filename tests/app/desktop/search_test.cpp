// One line to find everything, by the keyboard alone.
#include "window_fixture.h"

namespace vicinia::desktop {

class SearchInWindow : public WindowTest {
 protected:
  void type(const QString& text) {
    window->actions().search->trigger();
    auto* line = find<QLineEdit>("searchLine");
    ASSERT_TRUE(line->isVisible());
    QTest::keyClicks(line, text);
  }
  void press(Qt::Key key) { QTest::keyClick(find<QLineEdit>("searchLine"), key); }
  QStringList shown() {
    QStringList texts;
    const auto* list = find<QListWidget>("searchResults");
    for (int row = 0; row < list->count(); ++row) texts << list->item(row)->text();
    return texts;
  }
};

TEST_F(SearchInWindow, APlaceIsSelectedAndItsPanelShown) {
  type(qs(session.dataset().frame[unit("21")].name_en));
  press(Qt::Key_Return);
  EXPECT_FALSE(find<QLineEdit>("searchLine")->isVisible());
  EXPECT_TRUE(session.view().selected.contains(unit("21")));
  EXPECT_TRUE(find<QDockWidget>("unitDock")->isVisible());
  waitForMap();
}

TEST_F(SearchInWindow, ASectorIsShownAndArrowKeysChoose) {
  type(qs(session.dataset().sectors[2].name_en));
  ASSERT_FALSE(shown().isEmpty());
  press(Qt::Key_Down);
  press(Qt::Key_Up);
  press(Qt::Key_Return);
  EXPECT_EQ(session.view().sector, 2u);
  waitForMap();
}

TEST_F(SearchInWindow, ACommandIsDone) {
  const bool labels = session.view().labels;
  type(QStringLiteral("labels"));
  press(Qt::Key_Return);
  EXPECT_NE(session.view().labels, labels);
  waitForMap();
}

TEST_F(SearchInWindow, WithoutAnyResultItSaysWhatToTryAndEnterDoesNothing) {
  type(QStringLiteral("zzqqzzqqzz"));
  ASSERT_EQ(shown().size(), 1);
  EXPECT_TRUE(shown().front().startsWith(QStringLiteral("Nothing is called so.")));
  press(Qt::Key_Return);
  EXPECT_TRUE(find<QLineEdit>("searchLine")->isVisible());
  press(Qt::Key_Escape);
  EXPECT_FALSE(find<QLineEdit>("searchLine")->isVisible());
}

TEST_F(SearchInWindow, AnAgglomerationIsSelectedWithTheWholeOfItInSight) {
  ASSERT_TRUE(waitFor([this] { return window->agglomerations().isSettled(); }));
  ASSERT_TRUE(window->agglomerations().found());
  ASSERT_FALSE(window->agglomerations().found()->reports().empty());
  type(QStringLiteral("agglomeration 1"));
  press(Qt::Key_Return);
  EXPECT_EQ(window->agglomerations().selected(), 0u);
  waitForMap();
}

}  // namespace vicinia::desktop
