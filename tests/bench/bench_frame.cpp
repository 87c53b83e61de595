// From the choice of another sector to its complete new frame at 1600 × 1200, as the window does it: command, classes, map
// specification, engine, shared memory. Beside it, how that time divides, and the memory of the engine.
// And the steps of opening 3,306 communes with 7 million vertices, whose provinces are put together, beside GDAL reading the file alone.
#include <benchmark/benchmark.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>

#include "bench_layer.h"
#include "need.h"
#include "vicinia/gis/client/engine_client.h"
#include "vicinia/workspace/document/agglomerations.h"
#include "vicinia/workspace/document/resource_paths.h"
#include "vicinia/workspace/maps/map_builder.h"

namespace {

using namespace vicinia;
using bench_support::give_up;
using bench_support::need;

struct Session {
  workspace::Workspace workspace{need(workspace::load(need(workspace::built_in_dataset())))};
  std::unique_ptr<gis::client::EngineClient> engine = need(gis::client::EngineClient::start(
      {.program = need(gis::client::find_engine(workspace::running_program()))}));
  workspace::MapSources sources =
      need(workspace::write_sources(workspace.dataset(), engine->private_folder()));

  [[nodiscard]] gis::map::MapSpec spec() const {
    const auto choropleth = need(workspace::make_choropleth(workspace.document()));
    return workspace::make_map_spec(workspace.document(), choropleth, sources, {1600, 1200, 96},
                                    workspace::Language::vi);
  }
  void next_sector() {
    const auto next = (workspace.view().sector + 1) % workspace.dataset().sectors.size();
    if (const auto ok = workspace.apply(workspace::commands::set_sector(next)); !ok) give_up(ok.error());
  }
};

Session& session() {
  static Session the_session;
  return the_session;
}

double resident_mb(pid_t process) {
  std::ifstream status("/proc/" + std::to_string(process) + "/status");
  for (std::string word; status >> word;)
    if (word == "VmRSS:") {
      double kb = 0;
      status >> kb;
      return kb / 1024;
    }
  return 0;
}

void sector_change_to_complete_frame(benchmark::State& state) {
  double engine_ms = 0;
  for (auto _ : state) {
    session().next_sector();
    engine_ms += need(session().engine->render_now(session().spec(), {.upper_from = gis::map::Slot::symbols}))
                     ->engine_ms;
  }
  state.counters["engine_ms"] = benchmark::Counter(engine_ms, benchmark::Counter::kAvgIterations);
  state.counters["engine_rss_MB"] = resident_mb(need(session().engine->info()).pid);
}
BENCHMARK(sector_change_to_complete_frame)->Unit(benchmark::kMillisecond)->UseRealTime()->MinTime(2);

void specification_alone(benchmark::State& state) {
  for (auto _ : state) {
    session().next_sector();
    benchmark::DoNotOptimize(session().spec());
  }
}
BENCHMARK(specification_alone)->Unit(benchmark::kMillisecond)->UseRealTime();

void load_built_in_data_set(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(need(workspace::load(need(workspace::built_in_dataset()))));
}
BENCHMARK(load_built_in_data_set)->Unit(benchmark::kMillisecond)->UseRealTime();

namespace fs = std::filesystem;

/// The data set of the communes, made when it is first asked for.
class Communes {
 public:
  Communes() { bench::write_communes_dataset(folder()); }
  ~Communes() { fs::remove_all(root_); }
  Communes(const Communes&) = delete;
  Communes& operator=(const Communes&) = delete;
  [[nodiscard]] fs::path folder() const { return root_ / "communes"; }
  /// One that is empty.
  [[nodiscard]] fs::path engines() const {
    fs::remove_all(root_ / "engine");
    fs::create_directories(root_ / "engine");
    return root_ / "engine";
  }

 private:
  fs::path root_ = fs::temp_directory_path() / ("vicinia-bench-frame-" + std::to_string(::getpid()));
};

const Communes& communes() {
  static const Communes the_communes;
  return the_communes;
}

const std::shared_ptr<const workspace::OpenDataset>& open_communes() {
  static const auto data = need(workspace::load(communes().folder()));
  return data;
}

void communes_load(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(need(workspace::load(communes().folder())));
}
BENCHMARK(communes_load)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime()
    ->MeasureProcessCPUTime()
    ->Iterations(5);

/// The peer: every geometry read, nothing projected, checked or put together.
void communes_read_by_gdal(benchmark::State& state) {
  GDALAllRegister();
  for (auto _ : state) {
    const std::unique_ptr<GDALDataset> file(
        GDALDataset::Open((communes().folder() / "communes.gpkg").c_str(), GDAL_OF_VECTOR));
    double points = 0;
    for (const auto& feature : file->GetLayer(0))
      points += feature->GetGeometryRef()->toPolygon()->getExteriorRing()->getNumPoints();
    benchmark::DoNotOptimize(points);
  }
}
BENCHMARK(communes_read_by_gdal)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime()
    ->MeasureProcessCPUTime()
    ->Iterations(5);

void communes_written_for_the_engine(benchmark::State& state) {
  for (auto _ : state) {
    state.PauseTiming();
    const fs::path folder = communes().engines();
    state.ResumeTiming();
    benchmark::DoNotOptimize(need(workspace::write_sources(*open_communes()->dataset, folder)));
  }
}
BENCHMARK(communes_written_for_the_engine)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime()
    ->MeasureProcessCPUTime()
    ->Iterations(5);

void communes_neighbours(benchmark::State& state) {
  for (auto _ : state)
    benchmark::DoNotOptimize(need(workspace::Contiguity::build(*open_communes()->dataset)));
}
BENCHMARK(communes_neighbours)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime()
    ->MeasureProcessCPUTime()
    ->Iterations(5);

}  // namespace

BENCHMARK_MAIN();
