/// \file format_test.cpp
/// What the formats promise: TIFF its physical size, all of them the view that they came from, a project that plain QGIS reads.
#include <gdal_priv.h>
#include <zlib.h>

#include <fstream>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "gis/engine/engine_fixture.h"
#include "gis/engine/page_sample.h"
#include "gis/engine/picture.h"

namespace vicinia::test {
namespace {

using namespace gis::map;

class Format : public EngineTest {
 protected:
  [[nodiscard]] FigureSpec sample(FigureFormat format, const std::string& name) const {
    return page_sample(squares(), "half-page", "vi", format, scratch_.path() / name);
  }
};

TEST_F(Format, TiffHasItsPixelsAndSaysHowLargeTheyAre) {
  FigureSpec figure = sample(FigureFormat::tiff, "figure.tiff");
  figure.dpi = 120;
  const auto written = client_->export_figure(figure, {});
  ASSERT_TRUE(written) << text_of(written);
  GDALAllRegister();
  const std::unique_ptr<GDALDataset> tiff(GDALDataset::Open(figure.file.c_str(), GDAL_OF_RASTER));
  ASSERT_TRUE(tiff);
  EXPECT_NEAR(tiff->GetRasterXSize(), figure.page.width_mm / 25.4 * 120, 1);
  EXPECT_NEAR(tiff->GetRasterYSize(), figure.page.height_mm / 25.4 * 120, 1);
  EXPECT_EQ(tiff->GetRasterCount(), 3);
  EXPECT_STREQ(tiff->GetMetadataItem("TIFFTAG_XRESOLUTION"), "120");
  EXPECT_STREQ(tiff->GetMetadataItem("TIFFTAG_RESOLUTIONUNIT"), "2 (pixels/inch)");
}

TEST_F(Format, TheViewStandsInTheMetadataOfEachWhereAScannerFindsIt) {
  for (const auto& [format, name] : {std::pair{FigureFormat::pdf, "f.pdf"},
                                     {FigureFormat::svg, "f.svg"},
                                     {FigureFormat::png, "f.png"},
                                     {FigureFormat::tiff, "f.tiff"}}) {
    const FigureSpec figure = sample(format, name);
    const auto written = client_->export_figure(figure, {});
    ASSERT_TRUE(written) << text_of(written);
    const std::string bytes = bytes_of(figure.file);
    EXPECT_NE(bytes.find("<vicinia:view>eyJmb3JtYXQiOiJ2aWNpbmlhLXZpZXciLCJ2ZXJzaW9uIjoxfQ==</vicinia:view>"),
              std::string::npos)
        << name;
    Picture picture;
    if (format == FigureFormat::png) {
      EXPECT_TRUE(load(figure.file, picture)) << "the metadata broke it";
    }
  }
}

/// Streams of a PDF that zlib unpacks, unpacked, and how large they are in the file.
struct UnpackedStreams {
  std::vector<std::string> streams{};
  std::size_t packed = 0;
};
UnpackedStreams unpacked_streams(const std::string& pdf) {
  UnpackedStreams found;
  const std::string_view begin = "stream\n", end = "\nendstream";
  for (std::size_t at = pdf.find(begin); at != std::string::npos; at = pdf.find(begin, at + 1)) {
    if (at > 2 && pdf.substr(at - 3, 3) == "end") continue;
    const std::size_t first = at + begin.size(), last = pdf.find(end, first);
    if (last == std::string::npos) break;
    std::string unpacked(64 << 20, '\0');
    uLongf size = unpacked.size();
    if (::uncompress(reinterpret_cast<Bytef*>(unpacked.data()), &size,
                     reinterpret_cast<const Bytef*>(pdf.data() + first), last - first) != Z_OK)
      continue;
    unpacked.resize(size);
    found.streams.push_back(std::move(unpacked));
    found.packed += last - first;
  }
  return found;
}

std::size_t packed_size(const std::vector<std::string>& streams, int level) {
  std::size_t sum = 0;
  for (const std::string& stream : streams) {
    uLongf size = ::compressBound(stream.size());
    std::string packed(size, '\0');
    EXPECT_EQ(::compress2(reinterpret_cast<Bytef*>(packed.data()), &size,
                          reinterpret_cast<const Bytef*>(stream.data()), stream.size(), level),
              Z_OK);
    sum += size;
  }
  return sum;
}

TEST_F(Format, APdfIsHardlyLargerThanAtZlibsOwnLevelThoughItIsWrittenFaster) {
  const FigureSpec figure = sample(FigureFormat::pdf, "packed.pdf");
  const auto written = client_->export_figure(figure, {});
  ASSERT_TRUE(written) << text_of(written);
  const std::string pdf = bytes_of(figure.file);
  const UnpackedStreams found = unpacked_streams(pdf);
  ASSERT_GE(found.streams.size(), 2u);
  const std::size_t fast = packed_size(found.streams, 4), usual = packed_size(found.streams, 6);
  EXPECT_LT(static_cast<double>(fast), 1.12 * static_cast<double>(usual));
  EXPECT_NEAR(static_cast<double>(found.packed), static_cast<double>(fast), 0.02 * static_cast<double>(fast))
      << "it is not written at the level that pdf_compression.cpp sets";
}

TEST_F(Format, AProjectOpensInPlainQgisWithTheSameClassesAndLayout) {
  const FigureSpec figure = sample(FigureFormat::project, "hình số 1.qgz");
  const auto written = client_->export_figure(figure, {});
  ASSERT_TRUE(written) << text_of(written);
  EXPECT_TRUE(std::filesystem::exists(scratch_.path() / "hình số 1.gpkg"));
  // Both files go elsewhere together, and find each other.
  const auto elsewhere = scratch_.path() / "elsewhere";
  std::filesystem::create_directory(elsewhere);
  for (const char* name : {"hình số 1.qgz", "hình số 1.gpkg"})
    std::filesystem::rename(scratch_.path() / name, elsewhere / name);
  const std::string found =
      printed_by(std::string(VICINIA_DESCRIBE_PROJECT) + " '" + (elsewhere / "hình số 1.qgz").native() + "'");
  std::size_t layers = 0;
  std::vector<std::string> classes;
  std::istringstream lines(found);
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("layer|")) {
      ++layers;
      EXPECT_NE(line.find("|valid|"), std::string::npos) << line;
    }
    if (line.starts_with("class|")) classes.push_back(line);
  }
  EXPECT_EQ(layers, 4u) << found;
  const auto& layer = std::get<GraduatedLayer>(figure.map.layers.front());
  ASSERT_EQ(classes.size(), layer.classes.size() + 1) << found;
  EXPECT_EQ(classes[0], "class|0|0|không có|#f0f0c8");
  EXPECT_EQ(classes[1], "class|1|2|1 đến 2|#28783c");
  EXPECT_EQ(classes[2], "class|0|1|dưới 1|#c8e6c8");
  EXPECT_NE(found.find("|1 maps|4 layers"), std::string::npos) << found;
  // Plain QGIS has none of our drawing, and must still tell what is not published from a white zero.
  EXPECT_NE(found.find(": " + layer.not_published.label + "|lines"), std::string::npos) << found;
  EXPECT_EQ(found.find("|lines", found.find("|lines") + 1), std::string::npos) << found;
  const std::string project = printed_by("unzip -p '" + (elsewhere / "hình số 1.qgz").native() + "' '*.qgs'");
  for (const std::string& telling : {scratch_.path().native(), std::string(".part"), std::string("saveUser")})
    EXPECT_EQ(project.find(telling), std::string::npos) << telling;
}

TEST_F(Format, AProjectHoldsCategoriesPointsLinesAndSizesAsPlainQgisHasThem) {
  FigureSpec figure = sample(FigureFormat::project, "kinds.qgz");
  write_points(scratch_.path() / "points.fgb");
  write_lines(scratch_.path() / "lines.fgb");
  figure.map.sources.push_back({"points", (scratch_.path() / "points.fgb").native(), "points"});
  figure.map.sources.push_back({"lines", (scratch_.path() / "lines.fgb").native(), "lines"});
  CategoricalLayer stages;
  static_cast<AreaLayer&>(stages) = std::get<GraduatedLayer>(figure.map.layers.front());
  stages.name = "stages";
  stages.states.assign(units, ValueState::value);
  stages.categories = {{{FillPattern::solid, {200, 30, 30}, {}}, "tăng trưởng"},
                       {{FillPattern::solid, {30, 30, 200}, {}}, "suy thoái"}};
  stages.categories_of.assign(units, 1);
  ProportionalSymbolLayer people{
      .source = "points", .name = "people", .values = std::vector<double>(units, 25)};
  people.states.assign(units, ValueState::value);
  people.largest_value = 100;
  figure.map.layers = {people, stages,
                       PointLayer{.source = "points", .name = "ports", .marker = {.size_mm = 2}},
                       LineLayer{.name = "roads", .stroke = {{90, 90, 90}, 0.4}, .source = "lines"}};
  const auto written = client_->export_figure(figure, {});
  ASSERT_TRUE(written) << text_of(written);
  const std::string found = printed_by(std::string(VICINIA_DESCRIBE_PROJECT) + " '" + figure.file + "'");
  for (const char* line : {"layer|stages|valid|12", "layer|people|valid|12", "layer|ports|valid|12",
                           "layer|roads|valid|3", "category|tăng trưởng|tăng trưởng",
                           "category|suy thoái|suy thoái", "by area|people|drawn_as|100|8 mm"})
    EXPECT_NE(found.find(line), std::string::npos) << line << " is not in\n" << found;
}

TEST_F(Format, AProjectThatCannotBeWrittenLeavesNothing) {
  const FigureSpec figure = sample(FigureFormat::project, "no/such/folder/a.qgz");
  const auto written = client_->export_figure(figure, {});
  ASSERT_FALSE(written);
  EXPECT_EQ(written.error().code, core::ErrorCode::file_not_writable) << text_of(written);
}

TEST_F(Format, APageThatTakesLongerThanTheEngineMayBeSilentIsFinished) {
  auto client = gis::client::EngineClient::start(
      {.program = engine_program(), .longest_silence = std::chrono::milliseconds(600)});
  ASSERT_TRUE(client) << text_of(client);
  FigureSpec figure = sample(FigureFormat::png, "slow.png");
  figure.dpi = 1200;
  const auto written = (*client)->export_figure(figure, {});
  EXPECT_TRUE(written) << text_of(written);
  EXPECT_EQ((*client)->restarts(), 0U);
}

TEST_F(Format, AFullDiskLeavesAClearMessageAndNoFile) {
  FigureSpec figure = sample(FigureFormat::pdf, "a.pdf");
  // The engine writes beside the target; a limit on file size is what a full disk looks like to it.
  const std::string program = "ulimit -f 20; exec " + engine_program().native() + " \"$@\"";
  const auto limited = scratch_.path() / "limited.sh";
  std::ofstream(limited) << "#!/bin/sh\ntrap '' XFSZ\n" << program << "\n";
  std::filesystem::permissions(limited, std::filesystem::perms::owner_all);
  auto client = gis::client::EngineClient::start({.program = limited});
  ASSERT_TRUE(client) << text_of(client);
  figure.format = FigureFormat::png;
  figure.dpi = 300;
  const auto written = (*client)->export_figure(figure, {});
  ASSERT_FALSE(written);
  EXPECT_EQ(written.error().code, core::ErrorCode::export_failed) << text_of(written);
  EXPECT_FALSE(std::filesystem::exists(figure.file));
}

}  // namespace
}  // namespace vicinia::test
