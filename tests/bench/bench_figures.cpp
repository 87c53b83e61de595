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
#include <qgslayoutitempage.h>
#include <qgslayoutitemscalebar.h>
#include <qgslayoutpagecollection.h>
#include <qgsprintlayout.h>
#include <qgsproject.h>
#include <qgsvectorfilewriter.h>
#include <qgsvectorlayer.h>

#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include "qgis_names.h"
#include "vicinia/gis/client/engine_client.h"

namespace {

using namespace vicinia::gis;

constexpr int class_count = 5, sector_count = 22;

std::string layer_file, layer_crs;  // NOLINT: what main() found, for the benchmarks that the library calls
std::size_t feature_count = 0;      // NOLINT
map::Extent layer_extent;           // NOLINT
std::filesystem::path home;         // NOLINT
client::EngineClient* engine = nullptr;  // NOLINT

map::Colour colour_of(int index) {
  return {static_cast<std::uint8_t>(230 - 40 * index), static_cast<std::uint8_t>(245 - 25 * index),
          static_cast<std::uint8_t>(225 - 35 * index)};
}

map::FigureSpec figure_of(int sector, map::FigureFormat format = map::FigureFormat::pdf) {
  map::GraduatedLayer layer;
  layer.source = "layer";
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
  figure.map = {layer_crs, layer_extent, 1000, 1000, 96, {255, 255, 255}, {{"layer", layer_file, "bench"}},
                {layer}};
  figure.format = format;
  figure.title = "Sector " + std::to_string(sector);
  figure.legend.title = "Value";
  figure.notes = {"Source: made up"};
  figure.file = (home / ("one." + std::string(format == map::FigureFormat::png ? "png" : "pdf"))).native();
  return figure;
}

/// Of the process so far, in milliseconds.
double cpu_ms(pid_t pid) {
  std::ifstream stat("/proc/" + std::to_string(pid) + "/stat");
  std::string line;
  std::getline(stat, line);
  std::istringstream fields(line.substr(line.rfind(')') + 1));
  std::string skipped;
  for (int i = 0; i < 11; ++i) fields >> skipped;
  double user = 0, system = 0;
  fields >> user >> system;
  return (user + system) * 1000 / static_cast<double>(::sysconf(_SC_CLK_TCK));
}

/// What a busy machine does not stretch: processor time of the engine and of this program together, for each iteration.
class CpuTime {
 public:
  CpuTime() : from_(now()) {}
  void tell(benchmark::State& state) const {
    state.counters["cpu_ms"] = benchmark::Counter(now() - from_, benchmark::Counter::kAvgIterations);
  }

 private:
  static double now() {
    const auto info = engine->info();
    return cpu_ms(::getpid()) + (info ? cpu_ms(info->pid) : 0);
  }
  double from_;
};

void series_of_22(benchmark::State& state) {
  const CpuTime cpu;
  for (auto _ : state) {
    const auto written =
        engine->export_series({.title = "Series", .file = (home / "series.pdf").native()}, sector_count,
                              [](std::size_t page) { return figure_of(static_cast<int>(page)); }, {});
    if (!written) state.SkipWithError(written.error().detail.c_str());
  }
  cpu.tell(state);
}
BENCHMARK(series_of_22)->Unit(benchmark::kMillisecond)->UseRealTime()->Iterations(5);

/// The same pages as a person would write them with QGIS: the layer by its provider, a layout for each sector, exported. The map has
/// the frame that the engine gives it; legend and scale bar are QGIS's own.
void plain_qgis_22_layouts(benchmark::State& state) {
  QgsProject project;
  auto* layer =
      new QgsVectorLayer(QString::fromStdString(layer_file), QStringLiteral("layer"), QStringLiteral("ogr"));
  project.addMapLayer(layer);
  project.setCrs(layer->crs());
  QgsRangeList ranges;
  for (int i = 0; i < class_count; ++i) {
    const map::Colour fill = colour_of(i);
    auto* symbol = new QgsSimpleFillSymbolLayer(QColor(fill.red, fill.green, fill.blue), Qt::SolidPattern,
                                                QColor(110, 110, 110), Qt::SolidLine, 0.1);
    ranges << QgsRendererRange(0.2 * i, 0.2 * (i + 1), new QgsFillSymbol(QgsSymbolLayerList() << symbol),
                               QString::number(0.2 * i));
  }
  const CpuTime cpu;
  for (auto _ : state)
    for (int sector = 0; sector < sector_count; ++sector) {
      layer->setRenderer(new QgsGraduatedSymbolRenderer(
          QStringLiteral("(0.618 * ($id + 1) * %1) - floor(0.618 * ($id + 1) * %1)").arg(sector + 1),
          ranges));
      QgsPrintLayout layout(&project);
      layout.initializeDefaults();
      layout.pageCollection()->page(0)->setPageSize(QgsLayoutSize(210, 297));
      const auto add = [&](QgsLayoutItem* item, const QRectF& where) {
        layout.addLayoutItem(item);
        item->attemptSetSceneRect(where);
      };
      const auto text = [&](const QString& words, double size, const QRectF& where) {
        auto* label = new QgsLayoutItemLabel(&layout);
        label->setText(words);
        qgis_names::set_style(*label, QFont(QStringLiteral("Noto Sans"), static_cast<int>(size)), Qt::black);
        add(label, where);
      };
      auto* map = new QgsLayoutItemMap(&layout);
      add(map, {14, 25, 182, 252});
      map->setFrameEnabled(true);
      map->setLayers({layer});
      map->zoomToExtent(
          QgsRectangle(layer_extent.min_x, layer_extent.min_y, layer_extent.max_x, layer_extent.max_y));
      text(QStringLiteral("Sector %1").arg(sector), 15, {14, 14, 182, 8});
      text(QStringLiteral("Source: made up"), 7, {14, 279, 182, 4});
      auto* legend = new QgsLayoutItemLegend(&layout);
      legend->setTitle(QStringLiteral("Value"));
      legend->setLinkedMap(map);
      add(legend, {17, 200, 50, 60});
      auto* bar = new QgsLayoutItemScaleBar(&layout);
      bar->setLinkedMap(map);
      bar->setUnits(qgis_names::kilometres);
      bar->setUnitLabel(QStringLiteral("km"));
      bar->setUnitsPerSegment(200);
      bar->setNumberOfSegments(2);
      bar->setNumberOfSegmentsLeft(0);
      add(bar, {17, 262, 60, 12});
      QgsLayoutExporter::PdfExportSettings settings;
      settings.forceVectorOutput = true;
      settings.textRenderFormat = Qgis::TextRenderFormat::AlwaysText;
      if (QgsLayoutExporter(&layout).exportToPdf(
              QString::fromStdString((home / ("plain-" + std::to_string(sector) + ".pdf")).native()),
              settings) != QgsLayoutExporter::Success)
        state.SkipWithError("QGIS could not export");
    }
  cpu.tell(state);
}
BENCHMARK(plain_qgis_22_layouts)->Unit(benchmark::kMillisecond)->UseRealTime()->Iterations(5);

void one_figure_300_dpi(benchmark::State& state) {
  int sector = 0;
  for (auto _ : state)
    if (const auto written = engine->export_figure(
            figure_of(++sector, state.range(0) == 1 ? map::FigureFormat::png : map::FigureFormat::pdf), {});
        !written)
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
      const auto written = engine->export_series(
          {.title = "Series", .file = (home / "long.pdf").native()}, pages,
          [](std::size_t page) { return figure_of(static_cast<int>(page % sector_count)); },
          {{}, [&](double, std::string_view) { most = std::max(most, resident_mb(info->pid)); }});
      if (!written) state.SkipWithError(written.error().detail.c_str());
      state.counters["MB_at_" + std::to_string(pages)] = most;
    }
}
BENCHMARK(memory_over_500_pages)->Unit(benchmark::kSecond)->UseRealTime()->Iterations(1);

/// In the projection of maps of Viet Nam, as data are that the program shows.
bool project_layer(const char* file) {
  QgsVectorLayer given(QString::fromUtf8(file), QStringLiteral("layer"), QStringLiteral("ogr"));
  const QgsCoordinateReferenceSystem crs(QStringLiteral("EPSG:3405"));
  QgsVectorFileWriter::SaveVectorOptions options;
  options.driverName = QStringLiteral("FlatGeobuf");
  options.ct = QgsCoordinateTransform(given.crs(), crs, QgsCoordinateTransformContext());
  layer_file = (home / "layer.fgb").native();
  if (QgsVectorFileWriter::writeAsVectorFormatV3(&given, QString::fromStdString(layer_file),
                                                 QgsCoordinateTransformContext(),
                                                 options) != QgsVectorFileWriter::NoError)
    return false;
  const QgsVectorLayer layer(QString::fromStdString(layer_file), QStringLiteral("layer"),
                             QStringLiteral("ogr"));
  const QgsRectangle box = layer.extent();
  layer_crs = crs.authid().toStdString();
  feature_count = static_cast<std::size_t>(layer.featureCount());
  layer_extent = {box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum()};
  return layer.isValid();
}

}  // namespace

int main(int argc, char** argv) {
  qputenv("QT_QPA_PLATFORM", "offscreen");
  home = std::filesystem::temp_directory_path() / ("vicinia-bench-figures-" + std::to_string(::getpid()));
  std::filesystem::create_directories(home);
  QgsApplication application(argc, argv, true, QString::fromStdString(home.native()));
  QgsApplication::initQgis();
  const char* given = std::getenv("VICINIA_BENCH_LAYER");
  if (!project_layer(given != nullptr ? given : VICINIA_BENCH_DISTRICTS)) {
    std::fprintf(stderr, "the layer cannot be read or projected\n");
    return 1;
  }
  auto started = client::EngineClient::start({.program = VICINIA_BENCH_ENGINE});
  if (!started || !(*started)->info()) {
    std::fprintf(stderr, "the engine does not start\n");
    return 1;
  }
  engine = started->get();
  benchmark::Initialize(&argc, argv);
  benchmark::AddCustomContext("layer", given != nullptr ? given : VICINIA_BENCH_DISTRICTS);
  benchmark::RunSpecifiedBenchmarks();
  started->reset();
  QgsApplication::exitQgis();
  std::filesystem::remove_all(home);
  return 0;
}
