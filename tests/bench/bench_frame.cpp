// From the choice of another sector to its complete new frame at 1600 × 1200, as the window does it: command, classes, map
// specification, engine, shared memory. Beside it, how that time divides, and the memory of the engine.
#include <benchmark/benchmark.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>

#include "need.h"
#include "vicinia/gis/client/engine_client.h"
#include "vicinia/workspace/map_builder.h"
#include "vicinia/workspace/resource_paths.h"

namespace {

using namespace vicinia;
using bench_support::give_up;
using bench_support::need;

struct Session {
  workspace::Workspace workspace{need(workspace::load(need(workspace::built_in_dataset())))};
  std::unique_ptr<gis::client::EngineClient> engine = need(
      gis::client::EngineClient::start({.program = need(gis::client::find_engine(workspace::running_program()))}));
  workspace::MapSources sources = need(workspace::write_sources(workspace.dataset(), engine->private_folder()));

  [[nodiscard]] gis::map::MapSpec spec() const {
    const auto choropleth = need(workspace::make_choropleth(workspace.document()));
    return workspace::make_map_spec(workspace.document(), choropleth, sources, {1600, 1200, 96}, workspace::Language::vi);
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
    engine_ms += need(session().engine->render_now(session().spec()))->engine_ms;
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

}  // namespace

BENCHMARK_MAIN();
