// A national choropleth at 1600 × 1200: through the client and the engine, and by a plain QGIS program, side by side.
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
#include "vicinia/gis/client/engine_client.h"

namespace {

using namespace vicinia::gis;

constexpr std::uint32_t width_px = 1600, height_px = 1200;
constexpr int class_count = 5;

std::string layer_file;          // NOLINT: what main() found, for the benchmarks that the library calls
std::string layer_crs;           // NOLINT
std::size_t feature_count = 0;   // NOLINT
map::Extent layer_extent;        // NOLINT
client::EngineClient* engine = nullptr;  // NOLINT

double value_of(std::size_t unit, int sector) { return std::fmod(0.618 * static_cast<double>(unit + 1) * (sector + 1), 1.0); }

map::Colour colour_of(int index) {
  return {static_cast<std::uint8_t>(230 - 40 * index), static_cast<std::uint8_t>(245 - 25 * index),
          static_cast<std::uint8_t>(225 - 35 * index)};
}

map::MapSpec spec_of(int sector) {
  map::ChoroplethLayer layer;
  layer.source = {layer_file, "bench"};
  for (int i = 0; i < class_count; ++i)
    layer.classes.push_back({0.2 * i, 0.2 * (i + 1), {map::FillPattern::solid, colour_of(i), {}}, ""});
  for (std::size_t unit = 0; unit < feature_count; ++unit) layer.values.push_back(value_of(unit, sector));
  layer.states.assign(feature_count, map::ValueState::value);
  layer.border = {{110, 110, 110}, 0.1};
  return {layer_crs, layer_extent, width_px, height_px, 96, {255, 255, 255}, {layer}};
}

/// A new sector each time: what a person waits for when browsing.
void engine_through_client(benchmark::State& state) {
  int sector = 0;
  double in_engine = 0;
  for (auto _ : state) {
    const auto frame = engine->render_now(spec_of(++sector));
    if (!frame) {
      state.SkipWithError(frame.error().detail.c_str());
      return;
    }
    in_engine += (*frame)->engine_ms;
  }
  state.counters["in_engine_ms"] = benchmark::Counter(in_engine, benchmark::Counter::kAvgIterations);
}
BENCHMARK(engine_through_client)->Unit(benchmark::kMillisecond)->UseRealTime();

/// As a person would write it with QGIS: the layer by its provider, a graduated renderer, QGIS's own simplification.
void plain_qgis(benchmark::State& state) {
  QgsVectorLayer layer(QString::fromStdString(layer_file), QStringLiteral("layer"), QStringLiteral("ogr"));
  QgsRangeList ranges;
  for (int i = 0; i < class_count; ++i) {
    const map::Colour fill = colour_of(i);
    auto* symbol_layer = new QgsSimpleFillSymbolLayer(QColor(fill.red, fill.green, fill.blue), Qt::SolidPattern,
                                                      QColor(110, 110, 110), Qt::SolidLine, 0.1);
    ranges << QgsRendererRange(0.2 * i, 0.2 * (i + 1), new QgsFillSymbol(QgsSymbolLayerList() << symbol_layer), {});
  }
  QgsVectorSimplifyMethod simplify;
  simplify.setSimplifyHints(QgsVectorSimplifyMethod::FullSimplification);
  simplify.setThreshold(1.0F);
  layer.setSimplifyMethod(simplify);
  QgsMapSettings settings;
  settings.setLayers({&layer});
  settings.setDestinationCrs(layer.crs());
  settings.setOutputSize({width_px, height_px});
  settings.setExtent(QgsRectangle(layer_extent.min_x, layer_extent.min_y, layer_extent.max_x, layer_extent.max_y));
  settings.setFlag(Qgis::MapSettingsFlag::Antialiasing, true);
  settings.setFlag(Qgis::MapSettingsFlag::UseRenderingOptimization, state.range(0) == 1);
  int sector = 0;
  for (auto _ : state) {
    ++sector;
    // The values of a sector as an expression, which is how they reach a layer that is not edited.
    layer.setRenderer(new QgsGraduatedSymbolRenderer(
        QStringLiteral("(0.618 * ($id + 1) * %1) - floor(0.618 * ($id + 1) * %1)").arg(sector + 1), ranges));
    QgsMapRendererParallelJob job(settings);
    job.start();
    job.waitForFinished();
    benchmark::DoNotOptimize(job.renderedImage().constBits());
  }
}
BENCHMARK(plain_qgis)->ArgName("simplified")->Arg(1)->Arg(0)->Unit(benchmark::kMillisecond)->UseRealTime();

void engine_start_to_first_map(benchmark::State& state) {
  for (auto _ : state) {
    auto started = client::EngineClient::start({.program = VICINIA_BENCH_ENGINE});
    if (!started || !(*started)->render_now(spec_of(1))) state.SkipWithError("no engine");
  }
}
BENCHMARK(engine_start_to_first_map)->Unit(benchmark::kMillisecond)->UseRealTime()->Iterations(5);

}  // namespace

int main(int argc, char** argv) {
  qputenv("QT_QPA_PLATFORM", "offscreen");
  const auto home = std::filesystem::temp_directory_path() / "vicinia-bench-engine";
  std::filesystem::create_directories(home);
  QgsApplication application(argc, argv, true, QString::fromStdString(home.native()));
  QgsApplication::initQgis();
  const char* given = std::getenv("VICINIA_BENCH_LAYER");
  if (given != nullptr) {
    layer_file = given;
  } else if (std::filesystem::exists(VICINIA_BENCH_DISTRICTS)) {
    layer_file = VICINIA_BENCH_DISTRICTS;
  } else {
    layer_file = (home / "ragged_grid.fgb").native();
    vicinia::bench::write_ragged_grid(layer_file);
  }
  {
    const QgsVectorLayer layer(QString::fromStdString(layer_file), QStringLiteral("layer"), QStringLiteral("ogr"));
    const QgsRectangle box = layer.extent();
    layer_crs = layer.crs().authid().toStdString();
    feature_count = static_cast<std::size_t>(layer.featureCount());
    layer_extent = map::fitted({box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum()}, width_px, height_px);
  }
  auto started = client::EngineClient::start({.program = VICINIA_BENCH_ENGINE});
  if (!started || !(*started)->render_now(spec_of(0))) {
    std::fprintf(stderr, "the engine does not draw %s\n", layer_file.c_str());
    return 1;
  }
  engine = started->get();
  benchmark::Initialize(&argc, argv);
  benchmark::AddCustomContext("layer", layer_file);
  benchmark::RunSpecifiedBenchmarks();
  started->reset();
  QgsApplication::exitQgis();
  std::filesystem::remove_all(home);
  return 0;
}
