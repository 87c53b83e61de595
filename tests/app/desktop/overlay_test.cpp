// What the window paints over the map, against what the engine draws on figures: lines, badges, outlines, and the names above them.
#include "canvas/overlay/layer_painter.h"
#include "canvas/overlay/outline_shapes.h"
#include "drawing/stroke_pen.h"
#include "vicinia/workspace/figures/figure_outlines.h"
#include "vicinia/workspace/maps/audit_marks.h"
#include "vicinia/workspace/maps/cartogram.h"
#include "vicinia/workspace/maps/map_builder.h"
#include "vicinia/workspace/maps/outline_style.h"
#include "window_fixture.h"

namespace vicinia::desktop {
namespace {

namespace ws = workspace;
namespace style = workspace::outline_style;

constexpr int blockPx = 8;           // over which the antialiasing of two painters evens out
constexpr double mostDifferent = 9;  // of 255, in the mean of a block

double meanDifference(const QImage& a, const QImage& b, const QPoint& at) {
  double sum = 0;
  for (int y = 0; y < blockPx; ++y)
    for (int x = 0; x < blockPx; ++x) {
      const QColor one = a.pixelColor(at + QPoint(x, y)), other = b.pixelColor(at + QPoint(x, y));
      sum += one.red() - other.red() + one.green() - other.green() + one.blue() - other.blue();
    }
  return std::abs(sum) / (3 * blockPx * blockPx);
}

void expectAlike(const QImage& a, const QImage& b) {
  ASSERT_EQ(a.size(), b.size());
  for (int y = 0; y + blockPx <= a.height(); y += blockPx)
    for (int x = 0; x + blockPx <= a.width(); x += blockPx)
      ASSERT_LT(meanDifference(a, b, {x, y}), mostDifferent) << "around " << x << ", " << y;
}

int inkOf(const QImage& image) {
  int ink = 0;
  for (int y = 0; y < image.height(); ++y)
    for (int x = 0; x < image.width(); ++x) ink += image.pixelColor(x, y) != QColor(Qt::white) ? 1 : 0;
  return ink;
}

QImage whitePaper(const QSize& size) {
  QImage paper(size, QImage::Format_ARGB32_Premultiplied);
  paper.fill(Qt::white);
  return paper;
}

}  // namespace

class Overlay : public WindowTest {
 protected:
  /// As many layers as there are, by the engine and by the window, on white.
  void expectBothAlike(const std::vector<gis::map::Layer>& layers, const gis::map::Extent& extent,
                       const QSize& size) {
    auto engine = gis::client::EngineClient::start(
        {.program = std::filesystem::path(VICINIA_BIN_DIR) / "vicinia-map-engine"});
    ASSERT_TRUE(engine);
    gis::map::MapSpec spec{.crs = "EPSG:32648",
                           .extent = extent,
                           .width_px = static_cast<std::uint32_t>(size.width()),
                           .height_px = static_cast<std::uint32_t>(size.height())};
    spec.layers = layers;
    const auto frame = (*engine)->render_now(spec);
    ASSERT_TRUE(frame) << frame.error().detail;
    const QImage drawn(reinterpret_cast<const uchar*>((*frame)->pixels().data()), size.width(), size.height(),
                       QImage::Format_ARGB32_Premultiplied);
    QImage painted = whitePaper(size);
    {
      QPainter painter(&painted);
      for (const auto& layer : layers) paintLayer(painter, layer, ViewTransform(extent, size));
    }
    EXPECT_GT(inkOf(painted), 200);
    expectAlike(drawn, painted);
  }
  [[nodiscard]] FoundPtr found() const {
    auto contiguity = ws::Contiguity::build(session.dataset());
    const auto arcs = ArcDetail::simplify(std::make_shared<const ws::Contiguity>(std::move(*contiguity)));
    return FoundAgglomerations::find(
               session.document(), arcs.value(),
               std::make_shared<const ws::SectorValues>(*ws::sector_values(session.document())))
        .value();
  }
};

TEST_F(Overlay, LinesAndBadgesLookAsTheEngineDrawsThem) {
  const gis::map::Extent extent{500'000, 2'000'000, 540'000, 2'030'000};
  const auto at = [](double x, double y) { return gis::map::Position{500'000 + x, 2'000'000 + y}; };
  expectBothAlike(
      {gis::map::LineLayer{
           .lines = {{at(2000, 3000), at(15'000, 26'000), at(30'000, 9000), at(38'000, 28'000)},
                     {at(3000, 20'000), at(37'000, 15'000)}},
           .stroke = style::crossing_agglomeration,
           .casing = style::halo_of(style::crossing_agglomeration)},
       gis::map::LineLayer{.lines = {{at(5000, 5000), at(35'000, 4000)}},
                           .stroke = style::crossed_boundary,
                           .casing = style::crossed_boundary_casing},
       gis::map::LineLayer{.lines = {{at(4000, 28'000), at(36'000, 27'000)}},
                           .stroke = {style::ink, 0.6, true},
                           .casing = style::halo_of(style::manual_cut)},
       gis::map::BadgeLayer{.badge = style::link_end(), .at = {at(5000, 5000), at(35'000, 4000)}},
       ws::audit_mark_layer({{0, {512'000, 2'012'000}}, {1, {529'000, 2'020'000}}}, ws::Language::en)},
      extent, {400, 300});
}

TEST_F(Overlay, LinksAndCutsByHandLookAsTheEngineDrawsThem) {
  const auto a = unit("21"), b = unit("22"), c = unit("31");
  const auto marks = ws::hand_marks(
      session.dataset(), found()->contiguity(),
      {.linked = {{std::min(a, c), std::max(a, c)}}, .cut = {{std::min(a, b), std::max(a, b)}}});
  ASSERT_EQ(marks.size(), 2u);
  const QSize size(480, 360);
  const auto extent = gis::map::fitted(ws::full_extent(session.dataset()), size.width(), size.height());
  const double metresPerMm = extent.width() / size.width() * 96 / 25.4;
  expectBothAlike(ws::hand_mark_layers(marks, metresPerMm, ws::Language::en), extent, size);
}

TEST_F(Overlay, TheWindowPaintsTheOutlinesThatAFigureHolds) {
  const FoundPtr agglomerations = found();
  gis::map::FigureSpec figure;
  figure.map.extent = ws::full_extent(session.dataset());
  ws::add_outlines(figure, session.document(), agglomerations->contiguity(), agglomerations->reports(),
                   agglomerations->lines(), ws::Language::en);
  ASSERT_FALSE(figure.map.layers.empty());
  const QSize size(800, 600);
  const auto extent = gis::map::fitted(figure.map.extent, size.width(), size.height());
  const ViewTransform transform(extent, size);
  const auto drawing =
      ws::outline_drawing(agglomerations->reports(), agglomerations->lines(), agglomerations->reaching({}));
  ASSERT_EQ(figure.map.layers.size(), drawing.passes.size());
  // The figure's lines are as wide as its own scale asks for; on the canvas they get the width of the canvas's.
  const double here = style::width_share(transform.metresPerPixel() * px_per_mm);
  QImage ofFigure = whitePaper(size), ofWindow = whitePaper(size);
  {
    QPainter painter(&ofFigure);
    for (std::size_t i = 0; i < drawing.passes.size(); ++i) {
      auto layer = std::get<gis::map::LineLayer>(figure.map.layers[i]);
      const double there = layer.stroke.width_mm / drawing.passes[i].stroke.width_mm;
      layer.stroke = style::scaled(layer.stroke, here / there);
      layer.casing = style::scaled(layer.casing, here / there);
      paintLayer(painter, layer, transform);
    }
    QPainter other(&ofWindow);
    OutlineShapes(agglomerations, agglomerations->reaching({})).paint(other, transform, size, std::nullopt);
  }
  EXPECT_GT(inkOf(ofWindow), 1000);
  expectAlike(ofWindow, ofFigure);
}

TEST_F(Overlay, NamesStandAboveOutlinesAndTheSelectedUnit) {
  ASSERT_TRUE(session.view().labels);
  QTest::mouseClick(&window->canvas(), Qt::LeftButton, {}, within("31"));
  waitForMap();
  ASSERT_TRUE(window->canvas().hasOutlines());
  const QImage names = window->canvas().upperFrame().copy(), seen = window->canvas().grab().toImage();
  ASSERT_EQ(names.size(), seen.size()) << "the map has names";
  int opaque = 0, covered = 0;
  for (int y = 0; y < names.height(); ++y)
    for (int x = 0; x < names.width(); ++x) {
      const QRgb name = names.pixel(x, y);
      if (qAlpha(name) < 255) continue;
      ++opaque;
      covered += (name & 0xffffffU) != (seen.pixel(x, y) & 0xffffffU) ? 1 : 0;
    }
  EXPECT_GT(opaque, 300);
  EXPECT_LT(covered, opaque / 50) << "no more than signs, the scale bar and the notes stand on";
}

TEST_F(Overlay, OfACartogramCirclesAreClickedAndNoOutlinesStand) {
  ASSERT_TRUE(found());
  window->actions().cartogram->trigger();
  waitForMap();
  ASSERT_TRUE(session.choropleth().cartogram);
  EXPECT_FALSE(window->canvas().hasOutlines());
  const auto* const legend = find<QTableView>("legendTable")->model();
  for (int row = 0; row < legend->rowCount(); ++row)
    EXPECT_FALSE(legend->index(row, 0).data().toString().startsWith("Agglomeration")) << "not drawn";
  for (const auto circled : session.choropleth().cartogram->units) {
    const auto extent = ws::drawn_extent(session.dataset(), session.choropleth(), circled);
    const QPointF middle((extent.min_x + extent.max_x) / 2, (extent.min_y + extent.max_y) / 2);
    QTest::mouseClick(&window->canvas(), Qt::LeftButton, {},
                      window->canvas().transform().toCanvas(middle).toPoint());
    EXPECT_EQ(session.view().selected.current(), circled);
  }
  session.undo();
  waitForMap();
  EXPECT_FALSE(session.choropleth().cartogram);
  EXPECT_TRUE(window->canvas().hasOutlines());
  EXPECT_FALSE(window->actions().cartogram->isChecked());
}

TEST_F(Overlay, WithoutNamesNothingIsLaidOverTheOutlines) {
  session.apply(ws::commands::set_labels(false));
  waitForMap();
  EXPECT_TRUE(window->canvas().upperFrame().isNull());
}

}  // namespace vicinia::desktop
