// Maps side by side in the window: another map and its end, one ground under all of them, what is selected and pointed at in all, heads and
// legends, swiping, and classes in common.
#include <QAccessible>

#include "charts/chart_view.h"
#include "comparison/chooser_button.h"
#include "dialogs/export_figure/export_figure_dialog.h"
#include "panels/charts/chart_panel.h"
#include "vicinia/workspace/document/comparison.h"
#include "vicinia/workspace/document/resource_paths.h"
#include "vicinia/workspace/saving/workspace_file.h"
#include "window_fixture.h"

namespace vicinia::desktop {

namespace ws = workspace;
using core::values::Variable;

class Compared : public WindowTest {
 protected:
  void SetUp() override {
    WindowTest::SetUp();
    window->resize(1280, 800);
    window->activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(window.get()));
    waitForMaps();
  }
  MapBoard& board() { return window->board(); }
  MapCanvas& canvas(std::size_t map) { return *board().canvases().at(map); }
  MapHead& head(std::size_t map) {
    std::vector<MapHead*> heads;
    for (auto* one : window->findChildren<MapHead*>())
      if (one->isVisible()) heads.push_back(one);
    std::ranges::sort(heads, {}, [](MapHead* one) { return std::pair(one->y(), one->x()); });
    return *heads.at(map);
  }
  template <class Widget>
  Widget& inHead(std::size_t map, const char* name) {
    auto* const widget = head(map).findChild<Widget*>(QLatin1String(name));
    EXPECT_TRUE(widget) << name;
    return *widget;
  }
  void waitForMaps() {
    ASSERT_TRUE(waitFor([this] { return board().isComplete() && window->agglomerations().isSettled(); }))
        << "the maps were not finished";
  }
  void pressCompare() { QTest::keyClick(window.get(), Qt::Key_M, Qt::ControlModifier); }
  void addMaps(std::size_t wanted) {
    while (ws::map_count(session.view()) < wanted) pressCompare();
    waitForMaps();
  }
  /// As the entry of a menu is chosen that has just been opened.
  static void choose(ChooserButton& button, int row) {
    Q_EMIT button.menu()->aboutToShow();
    button.menu()->actions().at(row)->trigger();
  }
  QPoint within(std::size_t map, const char* code) {
    const auto extent = ws::unit_extent(session.dataset(), unit(code));
    return canvas(map)
        .transform()
        .toCanvas(QPointF((extent.min_x + extent.max_x) / 2, (extent.min_y + extent.max_y) / 2))
        .toPoint();
  }
  /// The frame, and what is painted over it.
  QImage painted(std::size_t map) { return canvas(map).grab().toImage(); }

  QTemporaryDir folder_;  ///< goes after the window, which holds a lock in it
};

TEST_F(Compared, ACommandPutsAMapBesideTheFirstAndUndoTakesItAway) {
  pressCompare();
  ASSERT_EQ(board().canvases().size(), 2u);
  EXPECT_EQ(window->focusWidget()->objectName(), QStringLiteral("sectorChooser"))
      << "what it shows is chosen now";
  waitForMaps();
  EXPECT_EQ(canvas(0).size(), canvas(1).size());
  EXPECT_EQ(canvas(0).frame(), canvas(1).frame()) << "it begins as what there was";
  choose(inHead<ChooserButton>(1, "sectorChooser"), 1);
  waitForMaps();
  EXPECT_EQ(session.view().sector, 0u);
  EXPECT_EQ(session.view().comparison.others.at(0).sector, 1u);
  EXPECT_NE(canvas(0).frame(), canvas(1).frame());
  EXPECT_TRUE(inHead<ChooserButton>(1, "sectorChooser").text().contains(QStringLiteral("Textiles")));
  window->actions().undo->trigger();
  window->actions().undo->trigger();
  EXPECT_EQ(board().canvases().size(), 1u);
  EXPECT_EQ(canvas(0).geometry(), board().rect());
  window->actions().redo->trigger();
  window->actions().redo->trigger();
  ASSERT_EQ(board().canvases().size(), 2u);
  EXPECT_EQ(session.view().comparison.others.at(0).sector, 1u);
  waitForMaps();
}

TEST_F(Compared, OneGroundLiesUnderAllOfThem) {
  addMaps(3);
  const auto expectSame = [&] {
    for (std::size_t map = 1; map < 3; ++map) EXPECT_EQ(canvas(map).extent(), canvas(0).extent()) << map;
  };
  expectSame();
  const auto whole = canvas(0).extent();
  const QPointF pointer = within(1, "11");
  QWheelEvent wheel(pointer, canvas(1).mapToGlobal(pointer), {}, {0, 240}, {}, {}, Qt::NoScrollPhase, false);
  QApplication::sendEvent(&canvas(1), &wheel);
  EXPECT_LT(canvas(0).extent().width(), whole.width());
  expectSame();
  const auto before = canvas(0).extent();
  const QPoint from = canvas(2).rect().center(), to = from + QPoint(50, 30);
  QTest::mousePress(&canvas(2), Qt::LeftButton, {}, from);
  QTest::mouseMove(&canvas(2), from + QPoint(25, 15));
  QTest::mouseMove(&canvas(2), to);
  QTest::mouseRelease(&canvas(2), Qt::LeftButton, {}, to);
  EXPECT_LT(canvas(0).extent().min_x, before.min_x);
  expectSame();
  QTest::keyClick(&canvas(1), Qt::Key_Home);
  expectSame();
  waitForMaps();
  EXPECT_NEAR(canvas(2).extent().width(), whole.width(), 1.0);
}

TEST_F(Compared, WhatIsSelectedPointedAtOrBrushedIsMarkedOnAllMaps) {
  addMaps(2);
  const QImage plain = painted(1);
  QTest::mouseClick(&canvas(0), Qt::LeftButton, {}, within(0, "22"));
  EXPECT_EQ(session.view().selected, ws::Selection(unit("22")));
  const QImage selected = painted(1);
  EXPECT_NE(selected, plain) << "selected on the first, outlined on the second";
  QTest::mouseClick(&canvas(1), Qt::LeftButton, Qt::ControlModifier, within(1, "31"));
  EXPECT_EQ(session.view().selected, ws::Selection({unit("22"), unit("31")}));
  EXPECT_NE(painted(1), selected);
  QTest::mouseMove(&canvas(1), within(1, "11"));
  ASSERT_TRUE(waitFor([&] { return canvas(1).hovered() == unit("11"); }));
  EXPECT_EQ(canvas(0).hovered(), unit("11"));
  EXPECT_FALSE(canvas(0).tip().isEmpty()) << "what it is worth there";
  EXPECT_TRUE(canvas(0).tip().contains(QStringLiteral("LQ"))) << utf8(canvas(0).tip());
  session.setBrushed({unit("21"), unit("22")});
  EXPECT_EQ(canvas(1).brushed(), session.brushed());
  pressCompare();
  EXPECT_EQ(canvas(2).brushed(), session.brushed()) << "of a map that comes meanwhile, too";
  session.setBrushed({});
  waitForMaps();
}

TEST_F(Compared, AnAreaDrawnOnAnyOfThemSelects) {
  addMaps(2);
  window->actions().selectRectangle->trigger();
  EXPECT_TRUE(canvas(0).drawing() && canvas(1).drawing());
  const QPoint low = canvas(1).rect().topLeft() + QPoint(3, 3),
               high = canvas(1).rect().bottomRight() - QPoint(3, 3);
  QTest::mousePress(&canvas(1), Qt::LeftButton, {}, low);
  QTest::mouseMove(&canvas(1), canvas(1).rect().center());
  QTest::mouseMove(&canvas(1), high);
  QTest::mouseRelease(&canvas(1), Qt::LeftButton, {}, high);
  EXPECT_EQ(session.view().selected.size(), session.choropleth().units.size());
  EXPECT_FALSE(canvas(0).drawing() || canvas(1).drawing());
  EXPECT_FALSE(window->actions().selectRectangle->isChecked());
}

TEST_F(Compared, SixAreAllowedAndASeventhSaysWhyNot) {
  addMaps(ws::most_compared_maps);
  ASSERT_EQ(board().canvases().size(), 6u);
  for (std::size_t map = 0; map < 6; ++map) {
    EXPECT_EQ(canvas(map).size(), canvas(0).size());
    EXPECT_GE(canvas(map).width(), 190);
    EXPECT_TRUE(board().rect().contains(canvas(map).geometry()));
    for (std::size_t other = 0; other < map; ++other)
      EXPECT_FALSE(canvas(map).geometry().intersects(canvas(other).geometry()));
  }
  EXPECT_FALSE(find<QToolButton>("addMap")->isEnabled());
  EXPECT_FALSE(find<QToolButton>("addMap")->toolTip().isEmpty());
  pressCompare();
  auto* const box = window->findChild<QMessageBox*>(QStringLiteral("errorMessage"));
  ASSERT_TRUE(box);
  EXPECT_EQ(box->informativeText(),
            QStringLiteral("More than 6 maps cannot be compared. Take one away first."));
  box->close();
  EXPECT_EQ(ws::map_count(session.view()), 6u);
}

TEST_F(Compared, AMapIsTakenAwayOrMadeTheFirst) {
  addMaps(3);
  choose(inHead<ChooserButton>(1, "sectorChooser"), 1);
  choose(inHead<ChooserButton>(2, "sectorChooser"), 2);
  waitForMaps();
  const QImage second = canvas(1).frame().copy(), first = canvas(0).frame().copy();
  session.apply(ws::commands::make_map_first(1));
  waitForMaps();
  EXPECT_EQ(session.view().sector, 1u);
  EXPECT_EQ(canvas(0).frame(), second);
  EXPECT_EQ(canvas(1).frame(), first);
  inHead<QToolButton>(0, "removeMap").click();
  EXPECT_EQ(board().canvases().size(), 2u);
  EXPECT_EQ(session.view().sector, 0u) << "the next one takes its place";
  find<QToolButton>("endComparison")->click();
  EXPECT_EQ(board().canvases().size(), 1u);
  EXPECT_FALSE(find<QWidget>("comparisonBar")->isVisible());
  waitForMaps();
}

TEST_F(Compared, TheHandleIsDraggedWithTheMouseAndMovedByKeys) {
  addMaps(3);
  auto* const arrangement = find<QComboBox>("arrangement");
  ASSERT_EQ(arrangement->count(), 3);
  arrangement->setFocus();
  QTest::keyClick(arrangement, Qt::Key_Down);
  QTest::keyClick(arrangement, Qt::Key_Down);
  EXPECT_EQ(session.view().comparison.swiped_with, 2u);
  waitForMaps();
  ASSERT_EQ(board().canvases().size(), 2u) << "the third alone lies beneath the first";
  SwipeHandle& handle = board().handle();
  ASSERT_TRUE(handle.isVisible());
  EXPECT_EQ(canvas(0).geometry(), canvas(1).geometry());
  const auto isFirstShownTo = [&](int x) {
    return canvas(0).mask().contains(QPoint(x - 2, 100)) && !canvas(0).mask().contains(QPoint(x + 2, 100));
  };
  EXPECT_TRUE(isFirstShownTo(handle.position() - canvas(0).x()));
  const int before = handle.position();
  const QPoint middle = handle.rect().center();
  QTest::mousePress(&handle, Qt::LeftButton, {}, middle);
  QTest::mouseMove(&handle, middle + QPoint(60, 0));
  QTest::mouseRelease(&handle, Qt::LeftButton);
  EXPECT_NEAR(handle.position(), before + 60, 2);
  EXPECT_TRUE(isFirstShownTo(handle.position() - canvas(0).x()));
  handle.setFocus();
  const int dragged = handle.value();
  QTest::keyClick(&handle, Qt::Key_Left);
  EXPECT_LT(handle.value(), dragged);
  QTest::keyClick(&handle, Qt::Key_Home);
  EXPECT_EQ(handle.value(), 0);
  QTest::keyClick(&handle, Qt::Key_End);
  EXPECT_EQ(handle.value(), SwipeHandle::most);
  // Beneath, the other map is the one that is pointed at.
  handle.setValue(SwipeHandle::most / 4);
  QWidget* const under = board().childAt(canvas(0).geometry().center());
  EXPECT_EQ(under, &canvas(1));
  QTest::keyClick(arrangement, Qt::Key_Home);
  EXPECT_EQ(board().canvases().size(), 3u);
  EXPECT_FALSE(handle.isVisible());
  EXPECT_TRUE(canvas(0).mask().isEmpty());
  waitForMaps();
}

TEST_F(Compared, ABreakDraggedInTheHistogramMovesOnAllMapsOfTheSameClasses) {
  addMaps(2);
  choose(inHead<ChooserButton>(1, "sectorChooser"), 1);
  find<QCheckBox>("sameClassesOnAllMaps")->click();
  ASSERT_TRUE(session.view().comparison.same_classes);
  waitForMaps();
  EXPECT_EQ(board().legend(0).bounds(), board().legend(1).bounds());
  EXPECT_EQ(board().legend(0).fills(), board().legend(1).fills());
  session.apply(ws::commands::set_chart({.kind = ws::ChartKind::histogram}));
  window->panels().show("chart");
  auto* const panel = window->findChild<ChartPanel*>();
  ASSERT_TRUE(panel);
  ASSERT_TRUE(waitFor([&] { return panel->view()->isVisible() && panel->view()->chart().content(); }));
  waitForMaps();
  std::size_t which = 0;
  const auto breaks = std::get<ws::ChartHistogram>(panel->view()->chart().content()->content).breaks;
  while (which < breaks.size() && !panel->view()->chart().isMovable(which)) ++which;
  ASSERT_LT(which, breaks.size());
  const QImage before[] = {canvas(0).frame().copy(), canvas(1).frame().copy()};
  const QStringList bounds = board().legend(1).bounds();
  const QPoint from = panel->view()->placeOf({ChartHit::Kind::class_break, which});
  QWidget* const on = panel->view()->viewport();
  QTest::mousePress(on, Qt::LeftButton, {}, from);
  for (const int right : {12, 24, 36}) {
    const QPoint at = from + QPoint(right, 0);
    QMouseEvent move(QEvent::MouseMove, at, on->mapToGlobal(at), Qt::NoButton, Qt::LeftButton, {});
    QCoreApplication::sendEvent(on, &move);
  }
  QTest::mouseRelease(on, Qt::LeftButton, {}, from + QPoint(36, 0));
  waitForMaps();
  EXPECT_EQ(session.view().classification().method, core::stats::ClassMethod::manual);
  EXPECT_NE(board().legend(1).bounds(), bounds);
  EXPECT_EQ(board().legend(0).bounds(), board().legend(1).bounds());
  EXPECT_TRUE(canvas(0).frame() != before[0] || canvas(1).frame() != before[1]);
  session.undo();
  waitForMaps();
  EXPECT_EQ(board().legend(1).bounds(), bounds) << "one step";
  EXPECT_EQ(canvas(0).frame(), before[0]);
  EXPECT_EQ(canvas(1).frame(), before[1]);
}

TEST_F(Compared, ChartsAndListsAreAboutTheFirstMapAndSelectOnAll) {
  addMaps(2);
  session.apply(ws::commands::in_map(1, ws::commands::set_variable(Variable::enterprises)));
  waitForMaps();
  auto* const box = find<QComboBox>("variableBox");
  const QString shown = box->currentText();
  QTest::mouseClick(&canvas(1), Qt::LeftButton, {}, within(1, "22"));
  EXPECT_EQ(box->currentText(), shown);
  EXPECT_EQ(find<QLabel>("unitName")->text(),
            qs(ws::name_of(session.dataset().frame[unit("22")], ws::Language::en)));
  box->setFocus();
  QTest::keyClick(box, Qt::Key_Down);
  waitForMaps();
  EXPECT_EQ(session.view().comparison.others.at(0).variable, Variable::enterprises);
  EXPECT_NE(session.view().variable, Variable::location_quotient);
}

TEST_F(Compared, LanguagesSwitchInHeadsLegendsAndNames) {
  addMaps(2);
  const QString sector = inHead<ChooserButton>(1, "sectorChooser").text();
  const QString legend = board().legend(1).accessibleDescription();
  window->actions().vietnamese->trigger();
  QCoreApplication::processEvents();
  waitForMaps();
  EXPECT_EQ(inHead<ChooserButton>(1, "sectorChooser").text(), QStringLiteral("Chế biến thực phẩm"));
  EXPECT_EQ(find<QToolButton>("addMap")->text(), QStringLiteral("Thêm bản đồ"));
  EXPECT_TRUE(canvas(1).accessibleName().startsWith(QStringLiteral("Bản đồ 2: ")))
      << utf8(canvas(1).accessibleName());
  EXPECT_NE(board().legend(1).accessibleDescription(), legend);
  window->actions().english->trigger();
  QCoreApplication::processEvents();
  waitForMaps();
  EXPECT_EQ(inHead<ChooserButton>(1, "sectorChooser").text(), sector);
  EXPECT_EQ(board().legend(1).accessibleDescription(), legend);
}

TEST_F(Compared, EverythingHasANameAndAPlaceInTheTabOrder) {
  addMaps(2);
  QStringList names;
  for (MapCanvas* const one : board().canvases()) names << one->accessibleName();
  EXPECT_EQ(names, (QStringList{QStringLiteral("Map 1: Food products – LQ, 2007"),
                                QStringLiteral("Map 2: Food products – LQ, 2007")}))
      << utf8(names.join(QLatin1Char('|')));
  for (const std::size_t maps :
       std::initializer_list<std::size_t>{6, 2, 5, 2}) {  // those that go take what is told of them along
    while (ws::map_count(session.view()) > maps)
      session.apply(ws::commands::remove_map(ws::map_count(session.view()) - 1));
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    addMaps(maps);
    for (QWidget* const widget : board().findChildren<QWidget*>()) {
      const QAccessibleInterface* const told = QAccessible::queryAccessibleInterface(widget);
      ASSERT_TRUE(told);
      ASSERT_EQ(told->object(), widget);
      if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus || !widget->isEnabled()) continue;
      EXPECT_FALSE(told->text(QAccessible::Name).isEmpty()) << utf8(widget->objectName());
    }
  }
  // From the bar above through the first map to the second, in the order in which they are seen.
  QStringList order;
  find<QToolButton>("addMap")->setFocus();
  for (int i = 0; i < 30 && board().isAncestorOf(window->focusWidget()); ++i) {
    order << window->focusWidget()->objectName();
    QTest::keyClick(window->focusWidget(), Qt::Key_Tab);
  }
  const auto firstMap = order.indexOf(canvas(0).objectName()),
             secondMap = order.indexOf(canvas(1).objectName());
  ASSERT_GE(firstMap, 0) << utf8(order.join(QLatin1Char(' ')));
  EXPECT_LT(firstMap, secondMap) << utf8(order.join(QLatin1Char(' ')));
  EXPECT_EQ(order.count(QStringLiteral("sectorChooser")), 2);
}

TEST_F(Compared, ASavedWorkspaceBringsTheMapsBack) {
  addMaps(3);
  choose(inHead<ChooserButton>(1, "sectorChooser"), 1);
  session.apply(ws::commands::set_swiped_with(2));
  const ws::View view = session.view();
  const auto file = toPath(folder_.filePath(QStringLiteral("so sánh.vicinia")));
  QSignalSpy written(&window->documentFile(), &DocumentFile::written);
  window->documentFile().save(file);
  ASSERT_TRUE(waitFor([&] { return written.count() == 1; }));
  session.apply(ws::commands::end_comparison());
  waitForMaps();
  window->documentCommands().openFile(file);
  ASSERT_TRUE(waitFor([&] { return session.isOpen() && ws::map_count(session.view()) == 3; }));
  EXPECT_EQ(session.view().comparison, view.comparison);
  EXPECT_TRUE(board().handle().isVisible());
  waitForMaps();
}

TEST_F(Compared, OtherDataWithOnePeriodAndFewerSectorsAreCompared) {
  const auto first = session.document().data;
  window->opener().openDataset(std::filesystem::path(VICINIA_TEST_DATA_DIR) / "matrix-long");
  ASSERT_TRUE(waitFor([&] { return session.document().data != first; }));
  addMaps(2);
  EXPECT_TRUE(inHead<ChooserButton>(1, "periodChooser").isVisible());
  session.apply(ws::commands::in_map(1, ws::commands::set_period(0)));
  waitForMaps();
  EXPECT_NE(session.view().period, 0u);
  const auto second = session.document().data;
  window->opener().openDataset(mini());
  ASSERT_TRUE(waitFor([&] { return session.document().data != second; }));
  waitForMaps();
  for (std::size_t map = 0; map < board().canvases().size(); ++map)
    EXPECT_FALSE(inHead<ChooserButton>(map, "periodChooser").isVisible()) << "there is nothing to choose";
}

TEST_F(Compared, TheNoteOnBoundariesIsSaidOnceAndIslandsCoverNoLand) {
  const auto first = session.document().data;
  window->opener().openDataset(ws::built_in_dataset().value());
  ASSERT_TRUE(waitFor([&] { return session.document().data != first; }));
  waitForMaps();
  const auto alone = canvas(0).covered();
  addMaps(ws::most_compared_maps);
  auto* const note = find<QLabel>("boundaryNote");
  EXPECT_TRUE(note->isVisible());
  EXPECT_GE(note->height(), note->heightForWidth(note->width()));
  for (std::size_t map = 0; map < 6; ++map) {
    EXPECT_FALSE(canvas(map).geometry().intersects(note->geometry()));
    const auto covered = canvas(map).covered();
    ASSERT_FALSE(covered.empty());
    if (covered.size() < 2) continue;
    const QRectF islands = covered[1];
    EXPECT_LT(islands.width(), alone[1].width());
    EXPECT_TRUE(QRectF(canvas(map).rect()).contains(islands.center()));
    int onLand = 0;
    UnitShapes land(session.document().data->dataset, session.choropleth().units);
    for (double x = 0.1; x < 1; x += 0.2)
      for (double y = 0.1; y < 1; y += 0.1)
        onLand += land.at(canvas(map).transform().toGround(
                              islands.topLeft() + QPointF(x * islands.width(), y * islands.height())))
                      .has_value();
    EXPECT_LE(onLand, 1) << "an islet may lie between the points that are looked at; map " << map;
  }
  session.apply(ws::commands::end_comparison());
  EXPECT_FALSE(note->isVisible());
  waitForMaps();
}

TEST_F(Compared, TheWindowFitsASmallScreenWithAPanelBelowThem) {
  constexpr QSize smallest{1280, 720};
  window->resize(smallest);
  addMaps(2);
  find<QCheckBox>("sameClassesOnAllMaps")->click();
  window->panels().show("chart");
  QTest::qWait(50);  // docks have their places a turn later
  waitForMaps();
  EXPECT_EQ(window->size(), smallest);
  const QSize needed = window->layout()->minimumSize();
  EXPECT_LE(needed.height(), smallest.height());
  for (const QDockWidget* dock : window->findChildren<QDockWidget*>())
    if (dock->isVisible() && needed.height() > smallest.height())
      ADD_FAILURE() << utf8(dock->objectName()) << " needs " << dock->minimumSizeHint().height();
}

TEST_F(Compared, AllOfThemAreCopiedAsOnePicture) {
  addMaps(2);
  window->actions().copyMap->trigger();
  const QImage copied = QApplication::clipboard()->image();
  EXPECT_GE(copied.width(), board().width());
  EXPECT_LT(copied.height(), board().height() * copied.width() / board().width()) << "without the bar above";
}

TEST_F(Compared, TheyAreExportedAsOnePage) {
  addMaps(2);
  choose(inHead<ChooserButton>(1, "sectorChooser"), 1);
  waitForMaps();
  window->actions().exportFigure->trigger();
  auto* const dialog = window->findChildren<ExportFigureDialog*>().constLast();
  ASSERT_TRUE(waitFor([&] { return dialog->isPreviewSettled(); }));
  auto* const pages = dialog->findChild<QComboBox*>(QStringLiteral("figurePages"));
  EXPECT_EQ(pages->currentText(), QStringLiteral("The compared maps on one page"));
  const QTemporaryDir folder;
  const QString file = folder.filePath(QStringLiteral("so sánh.svg"));
  dialog->findChild<QLineEdit*>(QStringLiteral("exportFile"))->setText(file);
  QSignalSpy written(dialog, &ExportFigureDialog::written);
  QTest::mouseClick(dialog->findChild<QPushButton*>(QStringLiteral("exportButton")), Qt::LeftButton);
  ASSERT_TRUE(waitFor([&] { return written.count() == 1; }))
      << utf8(dialog->findChild<QLabel*>(QStringLiteral("exportMessage"))->text());
  QFile svg(file);
  ASSERT_TRUE(svg.open(QIODevice::ReadOnly));
  const QString text = QString::fromUtf8(svg.readAll());
  for (const char* sector : {"Food products", "Textiles"})
    EXPECT_TRUE(text.contains(QLatin1String(sector))) << sector;
}

}  // namespace vicinia::desktop
