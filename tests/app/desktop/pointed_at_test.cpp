// What is pointed at in one view lights up in all.
#include "panels/tables/list_table.h"
#include "window_fixture.h"

namespace vicinia::desktop {

class PointedAt : public WindowTest {
 protected:
  ListTable& list() {
    window->panels().show("values");
    auto* const values = window->findChild<ListTable*>(QStringLiteral("valuesList"));
    EXPECT_TRUE(waitFor([&] { return values->isVisible() && values->model()->rowCount() > 0; }));
    return *values;
  }
};

TEST_F(PointedAt, ARowLightsUpItsUnitOnTheMapAndTheMapItsRow) {
  ListTable& values = list();
  waitForMap();
  const QModelIndex second = values.model()->index(1, 0);
  QTest::mouseMove(values.viewport(), values.visualRect(second).center());
  ASSERT_TRUE(waitFor([&] { return session.pointedAt().has_value(); }));
  EXPECT_EQ(window->canvas().hovered(), session.pointedAt());
  EXPECT_EQ(values.pointedRow(), 1);
  EXPECT_TRUE(session.view().selected.empty()) << "it is no selection";
  QEvent leaves(QEvent::Leave);
  QCoreApplication::sendEvent(values.viewport(), &leaves);
  EXPECT_EQ(window->canvas().hovered(), std::nullopt);
  EXPECT_EQ(values.pointedRow(), -1);

  QTest::mouseMove(&window->canvas(), within("12"));
  ASSERT_TRUE(waitFor([&] { return session.pointedAt() == unit("12"); }));
  ASSERT_GE(values.pointedRow(), 0);
  EXPECT_EQ(values.model()->index(values.pointedRow(), 0).data().toString(),
            qs(workspace::name_of(session.dataset().frame[unit("12")], session.language())));
}

}  // namespace vicinia::desktop
