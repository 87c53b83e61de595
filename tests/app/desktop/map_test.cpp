// The canvas: colours, pointing, selecting, moving and zooming.
#include "window_fixture.h"

namespace vicinia::desktop {

class Map : public WindowTest {};

TEST_F(Map, ChoosingASectorInTheListRecoloursTheMap) {
  const QColor before = colourIn("11");
  auto* list = find<QTreeView>("sectorList");
  const QRect row = list->visualRect(list->model()->index(1, 1));
  QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, row.center());
  EXPECT_EQ(session.view().sector, 1u);
  waitForMap();
  EXPECT_NE(colourIn("11"), before);
}

TEST_F(Map, ChoosingAMeasureByKeyboardRecoloursTheMapAndTheLegend) {
  const auto before = window->canvas().frame().copy();
  auto* legend = find<QTableView>("legendTable");
  const QString label = legend->model()->index(0, 0).data().toString();
  auto* box = find<QComboBox>("variableBox");
  box->setFocus();
  QTest::keyClick(box, Qt::Key_Down);
  EXPECT_EQ(session.view().variable, core::values::Variable::employees);
  waitForMap();
  EXPECT_NE(window->canvas().frame(), before);
  EXPECT_NE(legend->model()->index(0, 0).data().toString(), label);
}

TEST_F(Map, HoveringNamesTheUnitWithItsValues) {
  QTest::mouseMove(&window->canvas(), within("22"));
  ASSERT_TRUE(waitFor([this] { return window->canvas().hovered().has_value(); }));
  EXPECT_EQ(window->canvas().hovered(), unit("22"));
  const QString name = qs(workspace::name_of(session.dataset().frame[unit("22")], workspace::Language::en));
  EXPECT_TRUE(window->canvas().tip().contains(name)) << utf8(window->canvas().tip());
  EXPECT_TRUE(window->canvas().tip().contains(QStringLiteral("1,200"))) << utf8(window->canvas().tip());
}

TEST_F(Map, ClickingSelectsAndFillsTheUnitPanelAndEscapeClears) {
  QTest::mouseClick(&window->canvas(), Qt::LeftButton, {}, within("31"));
  EXPECT_EQ(session.view().selected.current(), unit("31"));
  auto* table = find<QTableView>("unitTable");
  EXPECT_EQ(table->model()->rowCount(), 3);
  EXPECT_EQ(find<QLabel>("unitName")->text(),
            qs(workspace::name_of(session.dataset().frame[unit("31")], workspace::Language::en)));
  QTest::keyClick(&window->canvas(), Qt::Key_Escape);
  EXPECT_FALSE(session.view().selected.current());
  EXPECT_EQ(table->model()->rowCount(), 0);
}

TEST_F(Map, CtrlAndShiftAddUnitsToTheSelectionAndTakeThemOut) {
  QTest::mouseClick(&window->canvas(), Qt::LeftButton, {}, within("31"));
  QTest::mouseClick(&window->canvas(), Qt::LeftButton, Qt::ControlModifier, within("22"));
  QTest::mouseClick(&window->canvas(), Qt::LeftButton, Qt::ShiftModifier, within("11"));
  EXPECT_EQ(session.view().selected, workspace::Selection({unit("31"), unit("22"), unit("11")}));
  EXPECT_EQ(find<QLabel>("unitName")->text(),
            qs(workspace::name_of(session.dataset().frame[unit("11")], workspace::Language::en)));
  EXPECT_TRUE(find<QLabel>("unitFacts")->text().contains(QStringLiteral("One of 3 selected units")))
      << utf8(find<QLabel>("unitFacts")->text());
  QTest::mouseClick(&window->canvas(), Qt::LeftButton, Qt::ControlModifier, within("22"));
  EXPECT_EQ(session.view().selected, workspace::Selection({unit("31"), unit("11")}));
  QTest::mouseClick(&window->canvas(), Qt::LeftButton, {}, within("22"));
  EXPECT_EQ(session.view().selected, workspace::Selection(unit("22")));
}

TEST_F(Map, TheWheelZoomsAboutThePointer) {
  const QPointF pointer = within("11");
  const QPointF ground = window->canvas().transform().toGround(pointer);
  const double width = window->canvas().extent().width();
  QWheelEvent wheel(pointer, window->canvas().mapToGlobal(pointer), {}, {0, 120}, {}, {}, Qt::NoScrollPhase,
                    false);
  QApplication::sendEvent(&window->canvas(), &wheel);
  EXPECT_LT(window->canvas().extent().width(), width);
  const QPointF now = window->canvas().transform().toCanvas(ground);
  EXPECT_NEAR(now.x(), pointer.x(), 0.5);
  EXPECT_NEAR(now.y(), pointer.y(), 0.5);
  waitForMap();
}

TEST_F(Map, DraggingMovesTheGroundWithThePointer) {
  const QPoint from = within("11"), to = from + QPoint(90, 40);
  const QPointF ground = window->canvas().transform().toGround(from);
  QTest::mousePress(&window->canvas(), Qt::LeftButton, {}, from);
  QTest::mouseMove(&window->canvas(), from + QPoint(40, 20));
  QTest::mouseMove(&window->canvas(), to);
  QTest::mouseRelease(&window->canvas(), Qt::LeftButton, {}, to);
  const QPointF now = window->canvas().transform().toCanvas(ground);
  EXPECT_NEAR(now.x(), to.x(), 1.0);
  EXPECT_NEAR(now.y(), to.y(), 1.0);
  EXPECT_FALSE(session.view().selected.current()) << "a drag is not a click";
  waitForMap();
}

TEST_F(Map, KeysDoubleClickAndFitChangeTheExtent) {
  auto& canvas = window->canvas();
  const auto whole = canvas.extent();
  QTest::keyClick(&canvas, Qt::Key_Plus);
  EXPECT_LT(canvas.extent().width(), whole.width());
  const auto closer = canvas.extent();
  QTest::keyClick(&canvas, Qt::Key_Left);
  EXPECT_LT(canvas.extent().min_x, closer.min_x);
  const double width = canvas.extent().width();
  QTest::mouseDClick(&canvas, Qt::LeftButton, {}, canvas.rect().center());
  EXPECT_NEAR(canvas.extent().width(), width / 2, width * 0.01);
  QTest::mouseDClick(&canvas, Qt::LeftButton, Qt::ShiftModifier, canvas.rect().center());
  EXPECT_NEAR(canvas.extent().width(), width, width * 0.01);
  QTest::keyClick(&canvas, Qt::Key_Home);
  EXPECT_NEAR(canvas.extent().width(), whole.width(), 1.0);
  waitForMap();
  EXPECT_EQ(canvas.frame().size(), canvas.size() * canvas.devicePixelRatioF());
}

TEST_F(Map, WhatWasLookedAtBeforeComesBackAndForth) {
  auto& canvas = window->canvas();
  const auto& actions = window->actions();
  const auto whole = canvas.extent();
  EXPECT_FALSE(actions.lookBack->isEnabled());
  QTest::keyClick(&canvas, Qt::Key_Plus);
  QTest::keyClick(&canvas, Qt::Key_Plus);
  const auto near = canvas.extent();
  session.apply(workspace::commands::select_unit(unit("21")));
  EXPECT_FALSE(actions.undo->isEnabled()) << "looking is no work";
  actions.lookBack->trigger();
  EXPECT_TRUE(session.view().selected.empty());
  EXPECT_NEAR(canvas.extent().width(), near.width(), 1.0);
  actions.lookBack->trigger();
  EXPECT_NEAR(canvas.extent().width(), whole.width(), 1.0) << "a move that goes on is one place";
  EXPECT_FALSE(actions.lookBack->isEnabled());
  actions.lookForward->trigger();
  actions.lookForward->trigger();
  EXPECT_TRUE(session.view().selected.contains(unit("21")));
  EXPECT_NEAR(canvas.extent().width(), near.width(), 1.0);
  EXPECT_FALSE(actions.lookForward->isEnabled());
  waitForMap();
}

}  // namespace vicinia::desktop
