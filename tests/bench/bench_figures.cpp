// 22 sector maps as A4 PDF: as one series through the client and the engine, and by a plain QGIS program that exports 22 layouts
// one after another. One figure of 300 dpi; and the engine's memory over 500 pages.
#include <benchmark/benchmark.h>
#include <qgsapplication.h>
#include <qgsfillsymbol.h>
#include <qgsfillsymbollayer.h>
#include <qgsgraduatedsymbolrenderer.h>
#include <qgslayoutexporter.h>
#include <qgslayoutitemlabel.h>
#include <qgslayoutitemlegend.h>
#include <qgslayoutitemmap.h>
#include <qgslayoutitemscalebar.h>
#include <qgsprintlayout.h>
#include <qgsproject.h>
#include <qgsvectorlayer.h>

#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <cstdlib>
#include <string>

#include "vicinia/gis/client/engine_client.h"

namespace {

using namespace vicinia::gis;

constexpr int class_count = 5, sector_count = 22;

std::string layer_file, layer_crs;       // NOLINT: what main() found, for the benchmarks that the library calls
std::size_t feature_count = 0;           // NOLINT
map::Extent layer_extent;                // NOLINT
std::filesystem::path home;              // NOLINT
client::EngineClient* engine = nullptr;  // NOLINT

map::Colour colour_of(int index) {
  return {static_cast<std::uint8_t>(230 - 40 * index), static_cast<std::uint8_t>(245 - 25 * index), static_cast<std::uint8_t>(225 - 35 * index)};
}

map::FigureSpec figure_of(int sector, map::FigureFormat format = map::FigureFormat::pdf) {
  map::ChoroplethLayer layer;
  layer.source = {layer_file, "bench"};
  map::FigureSpec figure;
  for (int i = 0; i < class_count; ++i) {
    const map::Fill fill{map::FillPattern::solid, colour_of(i), {}};
    layer.classes.push_back({0.2 * i, 0.2 * (i + 1), fill, std::to_string(0.2 * i)});
    figure.legend.entries.push_back({fill, std::to_string(0.2 * i), "100"});
  }
  for (std::size_t unit = 0; unit < feature_count; ++unit)
    layer.values.push_back(std::fmod(0.618 * static_cast<double>(unit + 1) * (sector + 1), 1.0));
  layer.states.assign(feature_count, map::ValueState::value);
  layer.border = {{110, 110, 110}, 0.1};
  figure.map = {layer_crs, layer_extent, 1000, 1000, 96, {255, 255, 255}, {layer}};
  figure.format = format;
  figure.title = "Sector " + std::to_string(sector);
  figure.legend.title = "Value";
  figure.notes = {"Source: made up"};
  figure.file = (home / ("one." + std::string(format == map::FigureFormat::png ? "png" : "pdf"))).native();
  return figure;
}

void series_of_22(benchmark::State& state) {
  for (auto _ : state) {
    const auto written = engine->export_series({.title = "Series", .file = (home / "series.pdf").native()}, sector_count,
                                               [](std::size_t page) { return figure_of(static_cast<int>(page)); }, {});
    if (!written) state.SkipWithError(written.error().detail.c_str());
  }
}
BENCHMARK(series_of_22)->Unit(benchmark::kMillisecond)->UseRealTime()->Iterations(3);

/// As a person would write it with QGIS: the layer by its provider, a layout for each sector, exported.
void plain_qgis_22_layouts(benchmark::State& state) {
  QgsProject project;
  auto* layer = new QgsVectorLayer(QString::fromStdString(layer_file), QStringLiteral("layer"), QStringLiteral("ogr"));
  project.addMapLayer(layer);
  project.setCrs(layer->crs());
  QgsRangeList ranges;
  for (int i = 0; i < class_count; ++i) {
    const map::Colour fill = colour_of(i);
    auto* symbol = new QgsSimpleFillSymbolLayer(QColor(fill.red, fill.green, fill.blue), Qt::SolidPattern, QColor(110, 110, 110), Qt::SolidLine, 0.1);
    ranges << QgsRendererRange(0.2 * i, 0.2 * (i + 1), new QgsFillSymbol(QgsSymbolLayerList() << symbol), QString::number(0.2 * i));
  }
  for (auto _ : state)
    for (int sector = 0; sector < sector_count; ++sector) {
      layer->setRenderer(new QgsGraduatedSymbolRenderer(QStringLiteral("(0.618 * ($id + 1) * %1) - floor(0.618 * ($id + 1) * %1)").arg(sector + 1), ranges));
      QgsPrintLayout layout(&project);
      layout.initializeDefaults();
      const auto add = [&](QgsLayoutItem* item, const QRectF& where) {
        layout.addLayoutItem(item);
        item->attemptSetSceneRect(where);
      };
      auto* map = new QgsLayoutItemMap(&layout);
      add(map, {14, 30, 269, 150});
      map->setLayers({layer});
      map->zoomToExtent(QgsRectangle(layer_extent.min_x, layer_extent.min_y, layer_extent.max_x, layer_extent.max_y));
      auto* title = new QgsLayoutItemLabel(&layout);
      title->setText(QStringLiteral("Sector %1").arg(sector));
      add(title, {14, 10, 200, 15});
      auto* legend = new QgsLayoutItemLegend(&layout);
      legend->setLinkedMap(map);
      add(legend, {16, 32, 50, 60});
      auto* bar = new QgsLayoutItemScaleBar(&layout);
      bar->setLinkedMap(map);
      bar->applyDefaultSize();
      add(bar, {16, 165, 60, 12});
      QgsLayoutExporter::PdfExportSettings settings;
      settings.forceVectorOutput = true;
      if (QgsLayoutExporter(&layout).exportToPdf(QString::fromStdString((home / ("plain-" + std::to_string(sector) + ".pdf")).native()), settings) !=
          QgsLayoutExporter::Success)
        state.SkipWithError("QGIS could not export");
    }
}
BENCHMARK(plain_qgis_22_layouts)->Unit(benchmark::kMillisecond)->UseRealTime()->Iterations(3);

void one_figure_300_dpi(benchmark::State& state) {
  int sector = 0;
  for (auto _ : state)
    if (const auto written = engine->export_figure(figure_of(++sector, state.range(0) == 1 ? map::FigureFormat::png : map::FigureFormat::pdf), {}); !written)
      state.SkipWithError(written.error().detail.c_str());
}
BENCHMARK(one_figure_300_dpi)->ArgName("png")->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond)->UseRealTime();

double resident_mb(pid_t pid) {
  std::ifstream status("/proc/" + std::to_string(pid) + "/status");
  for (std::string line; std::getline(status, line);)
    if (line.starts_with("VmRSS:")) return std::stod(line.substr(6)) / 1024;
  return 0;
}

/// Memory after 50 pages and after 500: the same, or a series could be too long.
void memory_over_500_pages(benchmark::State& state) {
  const auto info = engine->info();
  if (!info) return state.SkipWithError("no engine");
  for (auto _ : state)
    for (const std::size_t pages : {50, 500}) {
      double most = 0;
      const auto written = engine->export_series({.title = "Series", .file = (home / "long.pdf").native()}, pages,
                                                 [](std::size_t page) { return figure_of(static_cast<int>(page % sector_count)); },
                                                 {{}, [&](double, std::string_view) { most = std::max(most, resident_mb(info->pid)); }});
      if (!written) state.SkipWithError(written.error().detail.c_str());
      state.counters["MB_at_" + std::to_string(pages)] = most;
    }
}
BENCHMARK(memory_over_500_pages)->Unit(benchmark::kSecond)->UseRealTime()->Iterations(1);

}  // namespace

int main(int argc, char** argv) {
  qputenv("QT_QPA_PLATFORM", "offscreen");
  home = std::filesystem::temp_directory_path() / ("vicinia-bench-figures-" + std::to_string(::getpid()));
  std::filesystem::create_directories(home);
  QgsApplication application(argc, argv, true, QString::fromStdString(home.native()));
  QgsApplication::initQgis();
  const char* given = std::getenv("VICINIA_BENCH_LAYER");
  layer_file = given != nullptr ? given : VICINIA_BENCH_DISTRICTS;
  {
    const QgsVectorLayer layer(QString::fromStdString(layer_file), QStringLiteral("layer"), QStringLiteral("ogr"));
    const QgsRectangle box = layer.extent();
    layer_crs = layer.crs().authid().toStdString();
    feature_count = static_cast<std::size_t>(layer.featureCount());
    layer_extent = {box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum()};
  }
  auto started = client::EngineClient::start({.program = VICINIA_BENCH_ENGINE});
  if (!started || !(*started)->info()) {
    std::fprintf(stderr, "the engine does not start\n");
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
