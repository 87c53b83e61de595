#include <algorithm>

#include "gis/engine/engine_fixture.h"
#include "gis/engine/page_sample.h"

namespace vicinia::test {
namespace {

using namespace gis::map;

class Series : public EngineTest {
 protected:
  [[nodiscard]] SeriesSpec series() const {
    return {
        .title = "Loạt bản đồ", .author = "Vicinia", .subject = "S", .file = scratch_.path() / "series.pdf"};
  }
  [[nodiscard]] auto page() const {
    return [this](std::size_t number) -> core::Result<FigureSpec> {
      FigureSpec figure = page_sample(squares(), number % 2 == 0 ? "a4-portrait" : "a4-landscape", "vi",
                                      FigureFormat::pdf, "");
      figure.title = "Trang số " + std::to_string(number + 1);
      return figure;
    };
  }
  [[nodiscard]] std::size_t files() const {
    return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(scratch_.path()), {}));
  }
};

TEST_F(Series, IsOnePdfWithAPagePerFigureInOrder) {
  std::vector<double> shares;
  const auto written = client_->export_series(
      series(), 5, page(), {{}, [&](double share, std::string_view) { shares.push_back(share); }});
  ASSERT_TRUE(written) << text_of(written);
  const std::string info = printed_by("pdfinfo -l 5 '" + series().file + "'");
  EXPECT_NE(info.find("Pages:           5"), std::string::npos) << info;
  EXPECT_NE(info.find("Loạt bản đồ"), std::string::npos) << info;
  EXPECT_NE(info.find("Page    1 size:  595"), std::string::npos) << info;
  EXPECT_NE(info.find("Page    2 size:  842"), std::string::npos) << info;
  for (int number = 1; number <= 5; ++number) {
    const std::string p = std::to_string(number);
    const std::string text = printed_by("pdftotext -f " + p + " -l " + p + " '" + series().file + "' -");
    EXPECT_NE(text.find("Trang số " + p), std::string::npos) << text;
  }
  EXPECT_TRUE(std::ranges::is_sorted(shares));
  EXPECT_DOUBLE_EQ(shares.back(), 1.0);
  EXPECT_EQ(files(), 2u);
}

TEST_F(Series, HasABookmarkForEveryPage) {
  ASSERT_TRUE(client_->export_series(series(), 3, page(), {}));
  const std::string contents = printed_by("pdftohtml -xml -i -stdout '" + series().file + "' -");
  const auto outline = contents.find("<outline>");
  ASSERT_NE(outline, std::string::npos) << contents;
  std::size_t at = outline;
  for (int number = 1; number <= 3; ++number) {
    at = contents.find("Trang số " + std::to_string(number), at);
    ASSERT_NE(at, std::string::npos) << number;
    EXPECT_NE(contents.rfind("page=\"" + std::to_string(number) + "\"", at), std::string::npos);
  }
}

TEST_F(Series, AStopLeavesNoFile) {
  std::stop_source stop;
  const auto written =
      client_->export_series(series(), 40, page(), {stop.get_token(), [&](double share, std::string_view) {
                                                      if (share > 0.3) stop.request_stop();
                                                    }});
  ASSERT_FALSE(written);
  EXPECT_EQ(written.error().code, core::ErrorCode::cancelled) << text_of(written);
  EXPECT_EQ(files(), 1u);
}

TEST_F(Series, APageThatCannotBeDrawnLeavesNoFile) {
  const auto written =
      client_->export_series(series(), 3,
                             [&](std::size_t number) -> core::Result<FigureSpec> {
                               auto figure = page()(number);
                               if (number == 2)
                                 std::get<GraduatedLayer>(figure->map.layers.front()).values.pop_back();
                               return figure;
                             },
                             {});
  ASSERT_FALSE(written);
  EXPECT_EQ(written.error().code, core::ErrorCode::render_failed) << text_of(written);
  EXPECT_EQ(files(), 1u);
}

TEST_F(Series, SmallMapsStandOnOnePage) {
  FigureSpec figure =
      page_sample(squares(), "a4-portrait", "vi", FigureFormat::pdf, scratch_.path() / "grid.pdf");
  for (int i = 1; i <= 22; ++i) figure.panels.push_back({"Ngành " + std::to_string(i), figure.map});
  const auto written = client_->export_figure(figure, {});
  ASSERT_TRUE(written) << text_of(written);
  const std::string text = printed_by("pdftotext -layout '" + figure.file + "' -");
  for (int i = 1; i <= 22; ++i) EXPECT_NE(text.find("Ngành " + std::to_string(i)), std::string::npos) << i;
  figure.format = FigureFormat::svg;
  figure.file = scratch_.path() / "grid.svg";
  ASSERT_TRUE(client_->export_figure(figure, {}));
  EXPECT_NE(bytes_of(figure.file).find("map-frame-22"), std::string::npos);
}

TEST_F(Series, MapsOnOnePageHaveALegendEach) {
  FigureSpec figure =
      page_sample(squares(), "a4-landscape", "vi", FigureFormat::svg, scratch_.path() / "each.svg");
  const Legend legend = std::exchange(figure.legend, {});
  for (int i = 1; i <= 6; ++i) {
    MapPanel panel{"Bản đồ " + std::to_string(i), figure.map, legend};
    for (LegendEntry& entry : panel.legend.entries) entry.label += " [" + std::to_string(i) + "]";
    figure.panels.push_back(std::move(panel));
  }
  const auto written = client_->export_figure(figure, {});
  ASSERT_TRUE(written) << text_of(written);
  const std::string drawn = bytes_of(figure.file);
  for (int i = 1; i <= 6; ++i)
    for (const std::string& wanted : {"Bản đồ " + std::to_string(i), " [" + std::to_string(i) + "]"})
      EXPECT_NE(drawn.find(wanted), std::string::npos) << wanted;
  figure.panels.front().legend = {};
  EXPECT_TRUE(client_->export_figure(figure, {})) << "one of them may have none";
}

}  // namespace
}  // namespace vicinia::test
