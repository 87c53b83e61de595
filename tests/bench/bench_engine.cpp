// A national choropleth at 1600 × 1200: through the client and the engine, and by a plain QGIS program, side by side: of districts, and of
// 3,306 communes with 7 million vertices, all of them and those of a province; each frame of another sector and place, and the first one.
//   VICINIA_BENCH_LAYER=file  polygons; default: the built-in districts, else a grid with ragged borders, made here
#include <benchmark/benchmark.h>
#include <qgsapplication.h>
#include <qgsfillsymbol.h>
#include <qgsfillsymbollayer.h>
#include <qgsgraduatedsymbolrenderer.h>
#include <qgsmaprendererparalleljob.h>
#include <qgsmapsettings.h>
#include <qgsvectorlayer.h>

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <memory>

#include "bench_layer.h"
#include "qgis_names.h"
#include "vicinia/gis/client/engine_client.h"

namespace {

using namespace vicinia::gis;

constexpr std::uint32_t width_px = 1600, height_px = 1200;
constexpr int class_count = 5;

struct BenchLayer {
  std::string file{}, crs{};
  std::size_t feature_count = 0;
  map::Extent extent{};
};
/// What is looked at: all of a layer, or a part of it that is pushed a little from frame to frame.
struct Scene {
  std::string name{};
  BenchLayer layer{};
  double zoom = 1;
};
client::EngineClient* engine =
    nullptr;  // NOLINT: what main() started, for the benchmarks that the library calls

map::Extent extent_of(const Scene& scene, int frame) {
  const map::Extent& all = scene.layer.extent;
  const double half_width = all.width() / 2 / scene.zoom, half_height = all.height() / 2 / scene.zoom;
  const double x = all.min_x + all.width() / 2 + 0.02 * half_width * (frame % 20),
               y = all.min_y + all.height() / 2;
  return {x - half_width, y - half_height, x + half_width, y + half_height};
}

double value_of(std::size_t unit, int sector) {
  return std::fmod(0.618 * static_cast<double>(unit + 1) * (sector + 1), 1.0);
}

map::Colour colour_of(int index) {
  return {static_cast<std::uint8_t>(230 - 40 * index), static_cast<std::uint8_t>(245 - 25 * index),
          static_cast<std::uint8_t>(225 - 35 * index)};
}

map::MapSpec spec_of(const Scene& scene, int sector) {
  map::GraduatedLayer layer;
  layer.source = "layer";
  for (int i = 0; i < class_count; ++i)
    layer.classes.push_back({0.2 * i, 0.2 * (i + 1), {map::FillPattern::solid, colour_of(i), {}}, ""});
  layer.not_published = {0, 0, {map::FillPattern::hatched, {150, 150, 150}, {255, 255, 255}}, ""};
  for (std::size_t unit = 0; unit < scene.layer.feature_count; ++unit) {
    layer.values.push_back(value_of(unit, sector));
    layer.states.push_back(unit % 10 == 0 ? map::ValueState::not_published : map::ValueState::value);
  }
  layer.border = {{110, 110, 110}, 0.1};
  return {scene.layer.crs,
          extent_of(scene, sector),
          width_px,
          height_px,
          96,
          {255, 255, 255},
          {{"layer", scene.layer.file, scene.layer.file}},
          {layer}};
}

/// A new sector and place each time: what a person waits for when browsing. One unit in ten is hatched.
void engine_through_client(benchmark::State& state, const Scene& scene) {
  int sector = 0;
  double in_engine = 0;
  for (auto _ : state) {
    const auto frame = engine->render_now(spec_of(scene, ++sector));
    if (!frame) {
      state.SkipWithError(frame.error().detail.c_str());
      return;
    }
    in_engine += (*frame)->engine_ms;
  }
  state.counters["in_engine_ms"] = benchmark::Counter(in_engine, benchmark::Counter::kAvgIterations);
}

QgsRangeList plain_ranges() {
  QgsRangeList ranges;
  for (int i = 0; i < class_count; ++i) {
    const map::Colour fill = colour_of(i);
    auto* symbol_layer = new QgsSimpleFillSymbolLayer(
        QColor(fill.red, fill.green, fill.blue), Qt::SolidPattern, QColor(110, 110, 110), Qt::SolidLine, 0.1);
    ranges << QgsRendererRange(0.2 * i, 0.2 * (i + 1),
                               new QgsFillSymbol(QgsSymbolLayerList() << symbol_layer), {});
  }
  return ranges;
}

void draw_plainly(QgsVectorLayer& layer, const Scene& scene, int sector, const QgsRangeList& ranges) {
  // The values of a sector as an expression, which is how they reach a layer that is not edited.
  layer.setRenderer(new QgsGraduatedSymbolRenderer(
      QStringLiteral("(0.618 * ($id + 1) * %1) - floor(0.618 * ($id + 1) * %1)").arg(sector + 1), ranges));
  QgsVectorSimplifyMethod simplify;
  simplify.setSimplifyHints(qgis_names::Simplification::FullSimplification);
  simplify.setThreshold(1.0F);
  layer.setSimplifyMethod(simplify);
  const map::Extent extent = extent_of(scene, sector);
  QgsMapSettings settings;
  settings.setLayers({&layer});
  settings.setDestinationCrs(layer.crs());
  settings.setOutputSize({width_px, height_px});
  settings.setExtent(QgsRectangle(extent.min_x, extent.min_y, extent.max_x, extent.max_y));
  settings.setFlag(Qgis::MapSettingsFlag::Antialiasing, true);
  settings.setFlag(Qgis::MapSettingsFlag::UseRenderingOptimization, true);
  QgsMapRendererParallelJob job(settings);
  job.start();
  job.waitForFinished();
  benchmark::DoNotOptimize(job.renderedImage().constBits());
}

/// As a person would write it with QGIS: the layer by its provider, a graduated renderer, QGIS's own simplification; no hatches.
void plain_qgis(benchmark::State& state, const Scene& scene) {
  QgsVectorLayer layer(QString::fromStdString(scene.layer.file), QStringLiteral("layer"),
                       QStringLiteral("ogr"));
  const QgsRangeList ranges = plain_ranges();
  int sector = 0;
  for (auto _ : state) draw_plainly(layer, scene, ++sector, ranges);
}

void engine_start_to_first_map(benchmark::State& state, const Scene& scene) {
  for (auto _ : state) {
    auto started = client::EngineClient::start({.program = VICINIA_BENCH_ENGINE});
    if (!started || !(*started)->render_now(spec_of(scene, 1))) state.SkipWithError("no engine");
  }
}

/// An engine that is up and has not seen the layer: what a person waits for after the data are read.
void engine_first_map_of_a_layer(benchmark::State& state, const Scene& scene) {
  int time = 0;
  for (auto _ : state) {
    auto spec = spec_of(scene, 1);
    spec.sources[0].content_hash += "#" + std::to_string(++time);
    if (!engine->render_now(std::move(spec))) state.SkipWithError("not drawn");
  }
}
void plain_qgis_first_map_of_a_layer(benchmark::State& state, const Scene& scene) {
  const QgsRangeList ranges = plain_ranges();
  for (auto _ : state) {
    QgsVectorLayer layer(QString::fromStdString(scene.layer.file), QStringLiteral("layer"),
                         QStringLiteral("ogr"));
    draw_plainly(layer, scene, 1, ranges);
  }
}

BenchLayer looked_at(const std::string& file) {
  const QgsVectorLayer layer(QString::fromStdString(file), QStringLiteral("layer"), QStringLiteral("ogr"));
  const QgsRectangle box = layer.extent();
  return {file, layer.crs().authid().toStdString(), static_cast<std::size_t>(layer.featureCount()),
          map::fitted({box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum()}, width_px, height_px)};
}

template <class Function>
void add(const char* name, const Scene& scene, Function function, int iterations = 0) {
  auto* added = benchmark::RegisterBenchmark((std::string(name) + "/" + scene.name).c_str(),
                                             [=](benchmark::State& state) { function(state, scene); });
  added->Unit(benchmark::kMillisecond)->UseRealTime();
  if (iterations > 0) added->Iterations(iterations);
}

}  // namespace

int main(int argc, char** argv) {
  qputenv("QT_QPA_PLATFORM", "offscreen");
  const auto home = std::filesystem::temp_directory_path() / "vicinia-bench-engine";
  std::filesystem::create_directories(home);
  QgsApplication application(argc, argv, true, QString::fromStdString(home.native()));
  QgsApplication::initQgis();
  std::string districts = home / "districts.fgb", communes = home / "communes.fgb";
  if (const char* given = std::getenv("VICINIA_BENCH_LAYER"))
    districts = given;
  else if (std::filesystem::exists(VICINIA_BENCH_DISTRICTS))
    districts = VICINIA_BENCH_DISTRICTS;
  else
    vicinia::bench::write_ragged_grid(districts);
  vicinia::bench::write_ragged_grid(communes, vicinia::bench::communes_of_a_country);
  const Scene country{"country", looked_at(districts)}, large{"communes", looked_at(communes)},
      province{"communes_of_a_province", large.layer, 8};
  auto started = client::EngineClient::start({.program = VICINIA_BENCH_ENGINE});
  if (!started || !(*started)->render_now(spec_of(country, 0)) ||
      !(*started)->render_now(spec_of(large, 0))) {
    std::fprintf(stderr, "the engine does not draw %s or %s\n", districts.c_str(), communes.c_str());
    return 1;
  }
  engine = started->get();
  for (const Scene& scene : {country, large, province}) {
    add("engine_through_client", scene, engine_through_client);
    add("plain_qgis", scene, plain_qgis);
  }
  for (const Scene& scene : {country, large}) {
    add("engine_first_map_of_a_layer", scene, engine_first_map_of_a_layer, 5);
    add("plain_qgis_first_map_of_a_layer", scene, plain_qgis_first_map_of_a_layer, 5);
  }
  add("engine_start_to_first_map", country, engine_start_to_first_map, 5);
  benchmark::Initialize(&argc, argv);
  benchmark::AddCustomContext("country", districts);
  benchmark::AddCustomContext("communes", "3,306 units with 7 million vertices, made here");
  benchmark::RunSpecifiedBenchmarks();
  started->reset();
  QgsApplication::exitQgis();
  std::filesystem::remove_all(home);
  return 0;
}
