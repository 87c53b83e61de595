#include <cmath>
#include <fstream>
#include <limits>

#include "gis/engine/engine_fixture.h"

namespace vicinia::test {
namespace {

using namespace gis::map;
using core::ErrorCode;

class Refusal : public EngineTest {
 protected:
  /// Must be refused, naming the member at fault, without costing an engine.
  void expect_refused(const MapSpec& spec, std::string_view field) {
    const unsigned before = client_->restarts();
    const auto frame = client_->render_now(spec);
    ASSERT_FALSE(frame);
    EXPECT_EQ(frame.error().code, ErrorCode::render_failed) << text_of(frame);
    EXPECT_EQ(frame.error().subject.field, field) << text_of(frame);
    EXPECT_FALSE(frame.error().detail.empty());
    EXPECT_EQ(client_->restarts(), before);
    EXPECT_TRUE(client_->render_now(map()));
  }
  static GraduatedLayer& choropleth(MapSpec& spec) { return std::get<GraduatedLayer>(spec.layers.front()); }
};

TEST_F(Refusal, MissingFile) {
  MapSpec spec = map();
  spec.sources = {{"squares", "/nowhere/at/all.fgb", "another"}};
  expect_refused(spec, "layers");
}

TEST_F(Refusal, NotALayer) {
  const auto file = scratch_.path() / "broken.fgb";
  std::ofstream(file) << "fgb? no";
  MapSpec spec = map();
  spec.sources = {{"squares", file.native(), "broken"}};
  expect_refused(spec, "layers");
}

TEST_F(Refusal, TruncatedLayer) {
  const auto file = scratch_.path() / "short.fgb";
  std::filesystem::copy_file(squares(), file);
  std::filesystem::resize_file(file, std::filesystem::file_size(file) / 2);
  MapSpec spec = map();
  spec.sources = {{"squares", file.native(), "short"}};
  const auto frame = client_->render_now(spec);
  ASSERT_FALSE(frame);
  EXPECT_EQ(frame.error().code, ErrorCode::render_failed) << text_of(frame);
}

TEST_F(Refusal, FewerValuesThanFeatures) {
  MapSpec spec = map();
  choropleth(spec).values.pop_back();
  choropleth(spec).states.pop_back();
  expect_refused(spec, "values");
}

TEST_F(Refusal, FewerStatesThanValues) {
  MapSpec spec = map();
  choropleth(spec).states.pop_back();
  expect_refused(spec, "values");
}

TEST_F(Refusal, AValueThatIsNoNumber) {
  MapSpec spec = map();
  choropleth(spec).values[0] = std::nan("");
  expect_refused(spec, "values");
}

TEST_F(Refusal, AValueWithoutAClass) {
  MapSpec spec = map();
  choropleth(spec).values[0] = 17;
  expect_refused(spec, "values");
}

TEST_F(Refusal, OverlappingClasses) {
  MapSpec spec = map();
  choropleth(spec).classes[1].lower = 0.9;
  expect_refused(spec, "classes");
}

TEST_F(Refusal, UnknownCrs) {
  for (const char* crs : {"", "EPSG:0", "somewhere"}) {
    MapSpec spec = map();
    spec.crs = crs;
    expect_refused(spec, "crs");
  }
}

TEST_F(Refusal, ExtentThatIsNoRectangle) {
  const double infinite = std::numeric_limits<double>::infinity();
  for (const Extent extent :
       {Extent{}, Extent{std::nan(""), 0, 1, 1}, Extent{0, 0, infinite, 1}, Extent{5, 5, 1, 9}}) {
    MapSpec spec = map();
    spec.extent = extent;
    expect_refused(spec, "extent");
  }
}

TEST_F(Refusal, SizeOfNothingOrTooMuch) {
  for (const std::uint32_t side : {0u, max_side_px + 1, std::numeric_limits<std::uint32_t>::max()}) {
    MapSpec spec = map();
    spec.width_px = side;
    expect_refused(spec, "size");
  }
}

TEST_F(Refusal, ImpossibleDpi) {
  for (const double dpi : {0.0, -96.0, std::nan(""), 1e9}) {
    MapSpec spec = map();
    spec.dpi = dpi;
    expect_refused(spec, "dpi");
  }
}

TEST_F(Refusal, FeatureThatIsNotThere) {
  MapSpec spec = map();
  OutlineLayer outline;
  outline.source = choropleth(spec).source;
  outline.features = {units};
  spec.layers.emplace_back(outline);
  expect_refused(spec, "features");
}

TEST_F(Refusal, LinesWithoutTwoPositions) {
  for (const Polyline& line :
       {Polyline{}, Polyline{{west_m, south_m}}, Polyline{{west_m, south_m}, {std::nan(""), south_m}}}) {
    MapSpec spec = map();
    spec.layers.emplace_back(LineLayer{"lines", {line}, {{255, 0, 0}, 1.0}, {}});
    expect_refused(spec, "lines");
  }
}

TEST_F(Refusal, LabelFieldThatIsNotThere) {
  MapSpec spec = map();
  LabelLayer labels;
  labels.source = choropleth(spec).source;
  labels.field = "name_fr";
  spec.layers.emplace_back(labels);
  expect_refused(spec, "field");
}

}  // namespace
}  // namespace vicinia::test
