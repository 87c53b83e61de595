#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <fstream>

#include "gis/engine/engine_fixture.h"

namespace vicinia::test {
namespace {

using namespace gis::map;
using core::ErrorCode;

std::string content_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string output_of(const std::string& command) {
  std::string text;
  FILE* pipe = ::popen(command.c_str(), "r");
  std::array<char, 4096> buffer{};
  while (pipe != nullptr) {
    const std::size_t count = std::fread(buffer.data(), 1, buffer.size(), pipe);
    if (count == 0) break;
    text.append(buffer.data(), count);
  }
  if (pipe != nullptr) ::pclose(pipe);
  return text;
}

std::uint32_t big_endian(const std::string& bytes, std::size_t at) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < 4; ++i) value = value << 8 | static_cast<unsigned char>(bytes.at(at + i));
  return value;
}

class Figure : public EngineTest {
 protected:
  [[nodiscard]] std::filesystem::path target(const std::string& name) const { return scratch_.path() / name; }
  [[nodiscard]] std::size_t files() const {
    return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(scratch_.path()), {}));
  }
};

TEST_F(Figure, PdfHasItsTextAsTextAndItsFontsEmbedded) {
  const auto file = target("figure.pdf");
  const auto written = client_->export_figure(sample_figure(squares(), FigureFormat::pdf, file), {});
  ASSERT_TRUE(written) << text_of(written);
  EXPECT_TRUE(content_of(file).starts_with("%PDF-"));
  const std::string text = output_of("pdftotext -layout '" + file.native() + "' -");
  for (const char* expected : {"Cụm công nghiệp dệt may ở Việt Nam", "Thương số vị trí", "không công bố",
                               "Nguồn: Tổng cục Thống kê", "Quần đảo Trường Sa", "km"})
    EXPECT_NE(text.find(expected), std::string::npos) << expected << " is not in:\n" << text;
  const std::string fonts = output_of("pdffonts '" + file.native() + "' | tail -n +3");
  EXPECT_NE(fonts.find("NotoSans"), std::string::npos) << fonts;
  EXPECT_EQ(fonts.find(" no  no "), std::string::npos) << fonts;
  const std::string info = output_of("pdfinfo '" + file.native() + "'");
  EXPECT_NE(info.find("Cụm công nghiệp dệt may"), std::string::npos) << info;
  EXPECT_NE(info.find("Author:          Vicinia"), std::string::npos) << info;
  EXPECT_NE(info.find("Thử nghiệm"), std::string::npos) << info;
  EXPECT_NE(info.find("(A4)"), std::string::npos) << info;
}

TEST_F(Figure, SvgHasItsTextAsText) {
  const auto file = target("figure.svg");
  const auto written = client_->export_figure(sample_figure(squares(), FigureFormat::svg, file), {});
  ASSERT_TRUE(written) << text_of(written);
  const std::string svg = content_of(file);
  EXPECT_TRUE(svg.starts_with("<?xml"));
  EXPECT_NE(svg.find("<text"), std::string::npos);
  EXPECT_NE(svg.find("Noto Sans"), std::string::npos);
  EXPECT_NE(svg.find("width=\"210mm\""), std::string::npos);
  EXPECT_NE(svg.find("<title>Cụm công nghiệp dệt may ở Việt Nam</title>"), std::string::npos);
}

TEST_F(Figure, PngHasThePixelsOfItsPageAndSaysHowLargeTheyAre) {
  const auto file = target("figure.png");
  FigureSpec figure = sample_figure(squares(), FigureFormat::png, file);
  figure.page = {254, 127};
  figure.dpi = 100;
  const auto written = client_->export_figure(figure, {});
  ASSERT_TRUE(written) << text_of(written);
  const std::string png = content_of(file);
  ASSERT_TRUE(png.starts_with("\x89PNG"));
  EXPECT_EQ(big_endian(png, 16), 1000u);
  EXPECT_EQ(big_endian(png, 20), 500u);
  const std::size_t physical = png.find("pHYs");
  ASSERT_NE(physical, std::string::npos);
  EXPECT_NEAR(big_endian(png, physical + 4), 100 / 0.0254, 1);
}

TEST_F(Figure, TellsHowFarItIs) {
  std::vector<double> shares;
  const core::Task task{{}, [&](double share, std::string_view) { shares.push_back(share); }};
  ASSERT_TRUE(client_->export_figure(sample_figure(squares(), FigureFormat::pdf, target("a.pdf")), task));
  ASSERT_GE(shares.size(), 3u);
  EXPECT_TRUE(std::is_sorted(shares.begin(), shares.end()));
  EXPECT_DOUBLE_EQ(shares.back(), 1.0);
}

TEST_F(Figure, ReplacesAnOlderFileAndLeavesNoOther) {
  std::ofstream(target("a.pdf")) << "old";
  ASSERT_TRUE(client_->export_figure(sample_figure(squares(), FigureFormat::pdf, target("a.pdf")), {}));
  EXPECT_TRUE(content_of(target("a.pdf")).starts_with("%PDF-"));
  EXPECT_EQ(files(), 2u);
}

TEST_F(Figure, AFailureKeepsTheOlderFile) {
  std::ofstream(target("a.pdf")) << "old";
  FigureSpec figure = sample_figure(squares(), FigureFormat::pdf, target("a.pdf"));
  std::get<GraduatedLayer>(figure.map.layers.front()).values.pop_back();
  const auto written = client_->export_figure(figure, {});
  ASSERT_FALSE(written);
  EXPECT_EQ(written.error().code, ErrorCode::render_failed);
  EXPECT_EQ(content_of(target("a.pdf")), "old");
  EXPECT_EQ(files(), 2u);
}

TEST_F(Figure, AStopKeepsTheOlderFile) {
  std::ofstream(target("a.pdf")) << "old";
  std::stop_source stop;
  const core::Task task{stop.get_token(), [&](double, std::string_view) { stop.request_stop(); }};
  // The stop comes with the first word of progress; drawing a fine page takes longer than to hear of it.
  FigureSpec figure = sample_figure(squares(), FigureFormat::png, target("a.pdf"));
  figure.dpi = 600;
  const auto written = client_->export_figure(figure, task);
  ASSERT_FALSE(written);
  EXPECT_EQ(written.error().code, ErrorCode::cancelled) << text_of(written);
  EXPECT_EQ(content_of(target("a.pdf")), "old");
  EXPECT_EQ(files(), 2u);
}

TEST_F(Figure, SaysThatAFolderIsMissing) {
  const auto written =
      client_->export_figure(sample_figure(squares(), FigureFormat::pdf, target("no/such/folder/a.pdf")), {});
  ASSERT_FALSE(written);
  EXPECT_EQ(written.error().code, ErrorCode::file_not_writable) << text_of(written);
  EXPECT_FALSE(written.error().detail.empty());
}

TEST_F(Figure, SaysThatATargetCannotBeReplaced) {
  std::filesystem::create_directory(target("a.pdf"));
  const auto written =
      client_->export_figure(sample_figure(squares(), FigureFormat::pdf, target("a.pdf")), {});
  ASSERT_FALSE(written);
  EXPECT_EQ(written.error().code, ErrorCode::file_not_writable) << text_of(written);
  EXPECT_TRUE(std::filesystem::is_directory(target("a.pdf")));
  EXPECT_EQ(files(), 2u);
}

TEST_F(Figure, RefusesPagesThatCannotBe) {
  for (const Page page : {Page{0, 0}, Page{210, 1e9}, Page{-5, 297}}) {
    FigureSpec figure = sample_figure(squares(), FigureFormat::pdf, target("a.pdf"));
    figure.page = page;
    const auto written = client_->export_figure(figure, {});
    ASSERT_FALSE(written);
    EXPECT_EQ(written.error().code, ErrorCode::export_failed) << text_of(written);
    EXPECT_EQ(written.error().subject.field, "page");
  }
  EXPECT_EQ(files(), 1u);
}

}  // namespace
}  // namespace vicinia::test
