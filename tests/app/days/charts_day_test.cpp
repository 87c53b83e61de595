// A day with charts: what stands out in a picture, the break moved in the histogram, the chart onto a page.
#include "charts/chart_view.h"
#include "day_window.h"
#include "dialogs/export_figure/export_figure_dialog.h"
#include "dialogs/print/print_preview.h"
#include "panels/charts/chart_panel.h"

namespace vicinia::desktop {

namespace ws = workspace;
using Kind = ChartHit::Kind;

class ChartDay : public Day {
 protected:
  void openChart(ws::ChartKind kind) {
    if (panel == nullptr) press(Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
    panel = window->findChild<ChartPanel*>();
    ASSERT_TRUE(panel);
    auto* const box = panel->kindBox();
    box->setFocus();
    while (box->currentData().toInt() != static_cast<int>(kind))
      pressIn(box, box->currentData().toInt() < static_cast<int>(kind) ? Qt::Key_Down : Qt::Key_Up);
    ASSERT_TRUE(waitFor([&] { return panel->view()->isVisible() && panel->view()->chart().content(); }));
  }
  void moveTo(const QPoint& place, Qt::MouseButtons buttons) const {
    QMouseEvent move(QEvent::MouseMove, place, panel->view()->viewport()->mapToGlobal(place), Qt::NoButton,
                     buttons, {});
    QCoreApplication::sendEvent(panel->view()->viewport(), &move);
  }
  ChartPanel* panel = nullptr;
};

// Who is specialised and weighs much in the country's garments? Brushed in the chart, seen on the map and in the list, onto an A4 page.
TEST_F(ChartDay, ABubbleChartBrushedOntoAFigure) {
  openChart(ws::ChartKind::ranking);
  waitUntilSettled();
  picture("7-ranking");
  openChart(ws::ChartKind::bubbles);
  waitUntilSettled();
  const QRectF plot = panel->view()->chart().plotArea();
  const QPointF corner = panel->view()->chart().placeOf(2, 3);
  const QPoint from = corner.toPoint(), to = plot.topRight().toPoint() - QPoint(2, -2);
  QWidget* const on = panel->view()->viewport();
  QTest::mousePress(on, Qt::LeftButton, {}, from);
  for (int step = 1; step <= 3; ++step) moveTo(from + (to - from) * step / 3, Qt::LeftButton);
  EXPECT_GE(session->brushed().size(), 3u);
  picture("7-brush");
  QTest::mouseRelease(on, Qt::LeftButton, {}, to);
  const auto chosen = session->view().selected.units();
  EXPECT_GE(chosen.size(), 3u);
  window->panels().show("selection");
  waitUntilSettled();
  picture("7-selected");
  press(Qt::Key_E, Qt::ControlModifier);
  ExportFigureDialog* dialog = nullptr;
  ASSERT_TRUE(waitFor([&] { return (dialog = window->findChild<ExportFigureDialog*>()) != nullptr; }));
  ASSERT_TRUE(waitFor([&] { return dialog->isPreviewSettled(); }));
  for (const char* box : {"withChart", "withSelection"}) {
    auto* const option = dialog->findChild<QCheckBox*>(QLatin1String(box));
    option->setFocus();
    pressIn(option, Qt::Key_Space);
    EXPECT_TRUE(option->isChecked());
  }
  ASSERT_TRUE(waitFor([&] { return dialog->isPreviewSettled(); }));
  auto* const line = dialog->findChild<QLineEdit*>(QStringLiteral("exportFile"));
  line->setText(QStringLiteral("biểu đồ.pdf"));
  picture("7-figure");
  line->setText(folder.filePath(QStringLiteral("biểu đồ.pdf")));
  QSignalSpy written(dialog, &ExportFigureDialog::written);
  QTest::mouseClick(dialog->findChild<QPushButton*>(QStringLiteral("exportButton")), Qt::LeftButton);
  ASSERT_TRUE(waitFor([&] { return written.count() == 1; }));
}

// A class break where the histogram has its gap; the map follows, and one step takes it back.
TEST_F(ChartDay, ABreakDraggedInTheHistogram) {
  openChart(ws::ChartKind::histogram);
  waitUntilSettled();
  picture("8-histogram");
  const auto before = session->view().classification();
  const QPoint handle = panel->view()->placeOf({Kind::class_break, 1});
  QWidget* const on = panel->view()->viewport();
  QTest::mousePress(on, Qt::LeftButton, {}, handle);
  for (int step = 1; step <= 4; ++step) moveTo(handle + QPoint(8 * step, 0), Qt::LeftButton);
  QTest::mouseRelease(on, Qt::LeftButton, {}, handle + QPoint(32, 0));
  EXPECT_EQ(session->view().classification().method, core::stats::ClassMethod::manual);
  waitUntilSettled();
  picture("8-break");
  session->undo();
  EXPECT_EQ(session->view().classification(), before);
}

// Two sectors side by side, under the same classes: a break dragged in the histogram moves on both maps. Then six, one swiped over another, and the page.
TEST_F(ChartDay, TwoSectorsCompared) {
  press(Qt::Key_M, Qt::ControlModifier);
  EXPECT_EQ(session->view().comparison.others.size(), 1u);
  waitUntilSettled();
  auto* const chooser = qobject_cast<QToolButton*>(window->focusWidget());
  ASSERT_TRUE(chooser);
  QTimer::singleShot(0, chooser, [&] {
    picture("11-sectors");
    chooser->menu()->actions().at(1)->trigger();
    chooser->menu()->close();
  });
  pressIn(chooser, Qt::Key_Space);
  ASSERT_TRUE(waitFor([&] { return session->view().comparison.others.at(0).sector == 1; }));
  waitUntilSettled();
  picture("11-two");
  auto* const same = find<QCheckBox>("sameClassesOnAllMaps");
  same->setFocus();
  pressIn(same, Qt::Key_Space);
  openChart(ws::ChartKind::histogram);
  waitUntilSettled();
  const QPoint handle = panel->view()->placeOf({Kind::class_break, 1});
  const QStringList before = window->board().legend(1).bounds();
  QWidget* const on = panel->view()->viewport();
  QTest::mousePress(on, Qt::LeftButton, {}, handle);
  for (int step = 1; step <= 4; ++step) moveTo(handle + QPoint(8 * step, 0), Qt::LeftButton);
  QTest::mouseRelease(on, Qt::LeftButton, {}, handle + QPoint(32, 0));
  waitUntilSettled();
  EXPECT_NE(window->board().legend(1).bounds(), before);
  EXPECT_EQ(window->board().legend(1).bounds(), window->board().legend(0).bounds());
  picture("11-break");
  find<QDockWidget>("chartDock")->close();
  session->apply(ws::commands::select_unit(unit("Thuận An", "Bình Dương")));
  for (std::size_t map = 2; map < ws::most_compared_maps; ++map) {
    press(Qt::Key_M, Qt::ControlModifier);
    session->apply(ws::commands::in_map(map, ws::commands::set_sector(map + 1)));
  }
  waitUntilSettled();
  picture("11-six");
  auto* const arrangement = find<QComboBox>("arrangement");
  arrangement->setFocus();
  pressIn(arrangement, Qt::Key_Down);
  waitUntilSettled();
  picture("11-swipe");
  pressIn(arrangement, Qt::Key_Up);
  press(Qt::Key_E, Qt::ControlModifier);
  ExportFigureDialog* dialog = nullptr;
  ASSERT_TRUE(waitFor([&] { return (dialog = window->findChild<ExportFigureDialog*>()) != nullptr; }));
  ASSERT_TRUE(waitFor([&] { return dialog->isPreviewSettled(); }, long_patience_ms));
  dialog->findChild<QLineEdit*>(QStringLiteral("exportFile"))->setText(QStringLiteral("so sánh.pdf"));
  picture("11-page");
  dialog->close();
  find<QToolButton>("endComparison")->click();
  waitUntilSettled();
  EXPECT_EQ(window->board().canvases().size(), 1u);
}

// A brief, looked at as a printer would print it; a slide that fills its page.
TEST_F(ChartDay, ABriefInThePrintPreviewAndASlide) {
  press(Qt::Key_P, Qt::ControlModifier);
  ExportFigureDialog* dialog = nullptr;
  ASSERT_TRUE(waitFor([&] { return (dialog = window->findChild<ExportFigureDialog*>()) != nullptr; }));
  ASSERT_TRUE(waitFor([&] { return dialog->isPreviewSettled(); }));
  auto* const kinds = dialog->findChild<QComboBox*>(QStringLiteral("figurePages"));
  ASSERT_TRUE(kinds);
  kinds->setFocus();
  pressIn(kinds, Qt::Key_End);
  ASSERT_TRUE(waitFor([&] { return dialog->isPreviewSettled(); }));
  auto* const button = dialog->findChild<QPushButton*>(QStringLiteral("printButton"));
  QTest::mouseClick(button, Qt::LeftButton);
  PrintPreview* preview = nullptr;
  ASSERT_TRUE(
      waitFor([&] { return (preview = dialog->findChild<PrintPreview*>()) != nullptr; }, long_patience_ms));
  EXPECT_GT(preview->pages(), 20u);
  ASSERT_TRUE(waitFor([&] { return preview->isVisible(); }));
  preview->setGeometry(window->geometry().adjusted(40, 20, -40, -20));
  picture("9-print");
  preview->close();
  kinds->setFocus();
  pressIn(kinds, Qt::Key_Home);
  auto* const page = dialog->findChild<QComboBox*>(QStringLiteral("figureTemplate"));
  page->setFocus();
  for (int i = 0; i < page->count() && page->currentData().toString() != QLatin1String("slide"); ++i)
    pressIn(page, Qt::Key_Down);
  ASSERT_TRUE(waitFor([&] { return dialog->isPreviewSettled(); }));
  auto* const line = dialog->findChild<QLineEdit*>(QStringLiteral("exportFile"));
  line->setText(QStringLiteral("trang chiếu.svg"));
  picture("9-slide");
}

// Help, found by a word typed without diacritics.
TEST_F(ChartDay, HelpFoundBySearch) {
  press(Qt::Key_F1);
  QLineEdit* line = nullptr;
  ASSERT_TRUE(waitFor([&] {
    return (line = window->findChild<QLineEdit*>(QStringLiteral("helpSearch"))) != nullptr &&
           line->isVisible();
  }));
  line->window()->setGeometry(window->geometry().adjusted(60, 20, -60, -20));
  type(line, isVietnamese() ? QStringLiteral("bieu do") : QStringLiteral("chart"));
  pressIn(line, Qt::Key_Return);
  EXPECT_GE(window->findChild<QListWidget*>(QStringLiteral("helpContents"))->count(), 1);
  picture("10-help");
}

}  // namespace vicinia::desktop
