// Charts in the window: what they point at, select, brush and drag; and the files that they become.
#include <QXmlStreamReader>

#include "charts/chart_picture.h"
#include "panels/charts/chart_panel.h"
#include "vicinia/workspace/document/values.h"
#include "window_fixture.h"

namespace vicinia::desktop {

namespace ws = workspace;
using core::admin::UnitIndex;
using Kind = ChartHit::Kind;

class Charts : public WindowTest {
 protected:
  void SetUp() override {
    WindowTest::SetUp();
    window->resize(1200, 900);
    window->panels().show("chart");
    panel = window->findChild<ChartPanel*>();
    ASSERT_TRUE(panel);
    ASSERT_TRUE(waitFor([&] { return panel->view()->isVisible() && panel->view()->chart().content(); }));
  }
  void choose(ws::ChartKind kind) {
    auto* const box = panel->kindBox();
    box->setFocus();
    while (box->currentData().toInt() != static_cast<int>(kind))
      QTest::keyClick(box, box->currentData().toInt() < static_cast<int>(kind) ? Qt::Key_Down : Qt::Key_Up);
    EXPECT_EQ(session.view().chart.kind, kind);
  }
  [[nodiscard]] QPoint at(Kind kind, std::size_t index) const {
    return panel->view()->placeOf({kind, index});
  }
  void moveTo(const QPoint& place, Qt::MouseButtons buttons = {}) const {
    QMouseEvent move(QEvent::MouseMove, place, panel->view()->viewport()->mapToGlobal(place), Qt::NoButton,
                     buttons, {});
    QCoreApplication::sendEvent(panel->view()->viewport(), &move);
  }
  void drag(const QPoint& from, const QPoint& to) const {
    QWidget* const on = panel->view()->viewport();
    QTest::mousePress(on, Qt::LeftButton, {}, from);
    for (int step = 1; step <= 4; ++step) moveTo(from + (to - from) * step / 4, Qt::LeftButton);
  }
  void release(const QPoint& place) const {
    QTest::mouseRelease(panel->view()->viewport(), Qt::LeftButton, {}, place);
  }
  [[nodiscard]] const ws::Chart& chart() const { return *panel->view()->chart().content(); }
  ChartPanel* panel = nullptr;
};

TEST_F(Charts, PointingAtABarLightsItUpOnTheMapAndAClickSelects) {
  const auto& bars = std::get<ws::ChartBars>(chart().content);
  ASSERT_GT(bars.bars.size(), 1u);
  moveTo(at(Kind::bar, 1));
  EXPECT_EQ(session.pointedAt(), bars.bars[1].subject.unit);
  EXPECT_EQ(window->canvas().hovered(), bars.bars[1].subject.unit);
  EXPECT_TRUE(panel->view()->tip().contains(qs(bars.bars[1].subject.name))) << utf8(panel->view()->tip());
  QTest::mouseClick(panel->view()->viewport(), Qt::LeftButton, {}, at(Kind::bar, 1));
  EXPECT_EQ(session.view().selected.current(), bars.bars[1].subject.unit);
  QTest::mouseClick(panel->view()->viewport(), Qt::LeftButton, Qt::ControlModifier, at(Kind::bar, 0));
  EXPECT_EQ(session.view().selected.size(), 2u);
}

TEST_F(Charts, TheKeyboardAloneWalksThroughTheMarksAndSelects) {
  const auto& bars = std::get<ws::ChartBars>(chart().content);
  panel->view()->setFocus();
  QTest::keyClick(panel->view(), Qt::Key_Down);
  EXPECT_EQ(session.pointedAt(), bars.bars[0].subject.unit);
  QTest::keyClick(panel->view(), Qt::Key_Down);
  EXPECT_EQ(session.pointedAt(), bars.bars[1].subject.unit);
  EXPECT_FALSE(panel->view()->accessibleDescription().isEmpty());
  QTest::keyClick(panel->view(), Qt::Key_Return);
  EXPECT_EQ(session.view().selected.current(), bars.bars[1].subject.unit);
}

TEST_F(Charts, ABrushMarksTheUnitsOnTheMapWhileItMovesAndSelectsThemAtItsEnd) {
  choose(ws::ChartKind::bubbles);
  const auto& bubbles = std::get<ws::ChartBubbles>(chart().content);
  ASSERT_GT(bubbles.bubbles.size(), 2u);
  const QRectF plot = panel->view()->chart().plotArea();
  const QPoint from = plot.topLeft().toPoint() + QPoint(1, 1),
               to = plot.bottomRight().toPoint() - QPoint(1, 1);
  drag(from, to);
  EXPECT_TRUE(panel->view()->isBrushing());
  EXPECT_EQ(session.brushed().size(), bubbles.bubbles.size());
  EXPECT_EQ(window->canvas().brushed(), session.brushed());
  EXPECT_TRUE(session.view().selected.empty()) << "not before the button is let go";
  release(to);
  EXPECT_TRUE(session.brushed().empty());
  EXPECT_EQ(session.view().selected.size(), bubbles.bubbles.size());
  drag(from, from + QPoint(30, 8));
  QTest::keyClick(panel->view(), Qt::Key_Escape);
  EXPECT_FALSE(panel->view()->isBrushing());
  EXPECT_EQ(session.view().selected.size(), bubbles.bubbles.size())
      << "Escape takes the brush away, and nothing else";
}

TEST_F(Charts, ABreakThatIsDraggedChangesTheMapAndOneUndoTakesItBack) {
  choose(ws::ChartKind::histogram);
  const auto before = session.view().classification();
  const std::size_t steps = session.position();
  const auto breaks = std::get<ws::ChartHistogram>(chart().content).breaks;
  ASSERT_FALSE(breaks.empty());
  std::size_t which = 0;
  while (which < breaks.size() && !panel->view()->chart().isMovable(which)) ++which;
  ASSERT_LT(which, breaks.size());
  const QPoint handle = at(Kind::class_break, which);
  drag(handle, handle + QPoint(24, 0));
  release(handle + QPoint(24, 0));
  waitForMap();
  ASSERT_EQ(session.view().classification().method, core::stats::ClassMethod::manual);
  ASSERT_EQ(session.view().classification().manual_breaks.size(), breaks.size());
  for (std::size_t i = 0; i < breaks.size(); ++i) {
    const double now = session.view().classification().manual_breaks[i];
    EXPECT_TRUE(i == which ? now > breaks[i] : now == breaks[i]) << "only that which is dragged moves";
  }
  EXPECT_EQ(session.position(), steps + 1) << "the whole drag is one step";
  EXPECT_EQ(std::get<ws::ChartHistogram>(chart().content).breaks,
            session.view().classification().manual_breaks);
  session.undo();
  EXPECT_EQ(session.view().classification(), before);
}

TEST_F(Charts, SayWhyThereIsNone) {
  choose(ws::ChartKind::profile);
  EXPECT_FALSE(panel->view()->isVisible());
  EXPECT_TRUE(panel->hint().contains(QStringLiteral("Select a unit"))) << utf8(panel->hint());
  session.apply(ws::commands::select_unit(unit("22")));
  EXPECT_TRUE(panel->view()->isVisible());
  EXPECT_EQ(panel->hint(), QString());
}

/// Every circle and rectangle that an SVG of Qt draws, in its own coordinates.
struct DrawnShapes {
  std::vector<QRectF> circles, rectangles;
};
DrawnShapes shapesOf(const QByteArray& svg) {
  DrawnShapes shapes;
  QXmlStreamReader xml(svg);
  std::vector<QTransform> transforms{QTransform()};
  while (!xml.atEnd()) {
    xml.readNext();
    const auto value = [&](const char* name) {
      return xml.attributes().value(QLatin1String(name)).toDouble();
    };
    if (xml.isStartElement()) {
      QTransform own;
      const QString matrix = xml.attributes().value(QLatin1String("transform")).toString();
      if (matrix.startsWith(QLatin1String("matrix("))) {
        const QStringList n = matrix.mid(7).chopped(1).split(QLatin1Char(','));
        own = QTransform(n[0].toDouble(), n[1].toDouble(), n[2].toDouble(), n[3].toDouble(), n[4].toDouble(),
                         n[5].toDouble());
      }
      transforms.push_back(own * transforms.back());
      if (xml.name() == QLatin1String("circle"))
        shapes.circles.push_back(transforms.back().mapRect(
            QRectF(value("cx") - value("r"), value("cy") - value("r"), 2 * value("r"), 2 * value("r"))));
      if (xml.name() == QLatin1String("ellipse"))
        shapes.circles.push_back(transforms.back().mapRect(
            QRectF(value("cx") - value("rx"), value("cy") - value("ry"), 2 * value("rx"), 2 * value("ry"))));
      if (xml.name() == QLatin1String("rect"))
        shapes.rectangles.push_back(
            transforms.back().mapRect(QRectF(value("x"), value("y"), value("width"), value("height"))));
    }
    if (xml.isEndElement()) transforms.pop_back();
  }
  EXPECT_FALSE(xml.hasError()) << utf8(xml.errorString());
  return shapes;
}

TEST_F(Charts, TheSvgOfBubblesHoldsEachWhereItsTableSays) {
  choose(ws::ChartKind::bubbles);
  const auto picture = chartPicture(session.document(), session.choropleth(), ws::Language::vi);
  ASSERT_TRUE(picture);
  const DrawnShapes shapes = shapesOf(picture->svg());
  const ws::ValueTable table = ws::chart_table(*picture->chart, session.dataset());
  ASSERT_GE(shapes.circles.size(), table.rows.size());
  // One straight line maps what the table says to where the circles are, in each direction.
  const auto number = [&](std::size_t row, std::size_t column) {
    return std::get<core::Cell>(table.rows[row][column]).number();
  };
  const auto fits = [&](std::size_t column, auto place) {
    const std::size_t last = table.rows.size() - 1;
    std::size_t a = 0, b = last;
    for (std::size_t i = 0; i <= last; ++i) {
      if (number(i, column) < number(a, column)) a = i;
      if (number(i, column) > number(b, column)) b = i;
    }
    const double slope = (place(b) - place(a)) / (number(b, column) - number(a, column));
    for (std::size_t i = 0; i <= last; ++i)
      EXPECT_NEAR(place(i), place(a) + slope * (number(i, column) - number(a, column)), 0.6) << "row " << i;
    return slope;
  };
  EXPECT_GT(fits(3, [&](std::size_t i) { return shapes.circles[i].center().x(); }), 0);
  EXPECT_LT(fits(4, [&](std::size_t i) { return shapes.circles[i].center().y(); }), 0);
}

TEST_F(Charts, TheSvgOfARankingHasBarsAsLongAsTheirValues) {
  const auto picture = chartPicture(session.document(), session.choropleth(), ws::Language::en);
  ASSERT_TRUE(picture);
  const DrawnShapes shapes = shapesOf(picture->svg());
  const auto& bars = std::get<ws::ChartBars>(picture->chart->content).bars;
  std::size_t found = 0;
  // The longest that is as long as the highest value, and all others in proportion: looked for among what else is drawn.
  for (const QRectF& longest : shapes.rectangles) {
    const double scale = longest.width() / bars.front().value.value.number();
    std::size_t fitting = 0;
    for (const ws::ChartBar& bar : bars)
      fitting += std::ranges::any_of(shapes.rectangles, [&](const QRectF& rect) {
        return std::abs(rect.left() - longest.left()) < 0.5 &&
               std::abs(rect.height() - longest.height()) < 0.5 &&
               std::abs(rect.width() - scale * bar.value.value.number()) < 0.6;
      });
    found = std::max(found, fitting);
  }
  EXPECT_EQ(found, bars.size());
}

TEST_F(Charts, AreExportedAsDrawingPictureAndTable) {
  const QTemporaryDir folder;
  FileExport* const file = window->exports().chart;
  for (const char* name : {"biểu đồ.svg", "biểu đồ.png", "biểu đồ.pdf", "biểu đồ.csv", "biểu đồ.xlsx"}) {
    QSignalSpy written(file, &FileExport::written);
    file->write(folder.filePath(QString::fromUtf8(name)));
    ASSERT_TRUE(waitFor([&] { return written.count() == 1; })) << name;
    EXPECT_GT(QFileInfo(folder.filePath(QString::fromUtf8(name))).size(), 100) << name;
  }
  QSignalSpy failed(file, &FileExport::failed);
  file->write(folder.filePath(QStringLiteral("chart.docx")));
  ASSERT_TRUE(waitFor([&] { return failed.count() == 1; }));
}

}  // namespace vicinia::desktop
