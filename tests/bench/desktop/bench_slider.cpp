// One step of the LQ slider, at 1600 × 1000: from the change of the rules to agglomerations found and the canvas with their outlines
// and the list painted again. Median over the steps of a drag from 0 to 4 and back. Aim: 50 ms. Beside it, how the time divides, and
// the same with every district a member, so that outlines are many and long. Runs without a display.
#include <benchmark/benchmark.h>

#include <QApplication>
#include <QTest>
#include <cstdlib>
#include <iostream>
#include <memory>

#include "../need.h"
#include "main_window/main_window.h"
#include "vicinia/workspace/document/resource_paths.h"
#include "vicinia/workspace/maps/agglomeration_outlines.h"

namespace {

using namespace vicinia;
using bench_support::give_up;
using bench_support::need;

class Bench {
 public:
  Bench() {
    auto engine = need(gis::client::EngineClient::start(
        {.program = need(gis::client::find_engine(workspace::running_program()))}));
    window_ = std::make_unique<desktop::MainWindow>(
        desktop::WindowParts{session_, languages_, timings_, std::move(engine)}, false);
    window_->resize(1600, 1000);
    window_->opener().openDataset(folder());
    window_->show();
    const bool ready =
        wait([this] { return window_->map().isComplete() && window_->agglomerations().isSettled(); });
    if (!ready) give_up({.code = core::ErrorCode::internal, .detail = "the window was not ready in time"});
  }

  /// The built-in data set, or the folder that VICINIA_BENCH_DATASET names.
  static std::filesystem::path folder() {
    const char* other = std::getenv("VICINIA_BENCH_DATASET");
    return other ? std::filesystem::path(other) : need(workspace::built_in_dataset());
  }

  void apply(double lq_min) {
    auto settings = session_.view().agglomerations;
    settings.rules.lq_min = lq_min;
    session_.apply(workspace::commands::set_agglomerations(std::move(settings), true));
  }
  /// Whatever was marked for repainting is painted before this returns.
  void paint() {
    window_->canvas().repaint();
    QCoreApplication::sendPostedEvents();
    QCoreApplication::processEvents();
  }
  [[nodiscard]] const desktop::FoundAgglomerations& found() { return *window_->agglomerations().found(); }
  [[nodiscard]] desktop::Session& session() { return session_; }
  [[nodiscard]] desktop::MainWindow& window() { return *window_; }

  static bool wait(const std::function<bool()>& until) { return QTest::qWaitFor(until, 60'000); }

 private:
  desktop::Session session_{workspace::Language::vi};
  desktop::LanguageSwitch languages_{workspace::Language::vi};
  desktop::Timings timings_{QString()};
  std::unique_ptr<desktop::MainWindow> window_;
};

std::unique_ptr<Bench> bench;

double lq_of_step(int step) { return 0.05 * (step < 80 ? step : 160 - step); }

void slider_step_to_canvas_repainted(benchmark::State& state) {
  int step = 0;
  for (auto _ : state) {
    bench->apply(lq_of_step(step = (step + 1) % 160));
    bench->paint();
  }
  state.counters["agglomerations"] = static_cast<double>(bench->found().reports().size());
}

void command_and_agglomerations_alone(benchmark::State& state) {
  int step = 0;
  for (auto _ : state) bench->apply(lq_of_step(step = (step + 1) % 160));
}

void painting_alone(benchmark::State& state) {
  bench->apply(0);
  for (auto _ : state) bench->window().canvas().repaint();
  state.counters["agglomerations"] = static_cast<double>(bench->found().reports().size());
}

void panning_over_outlines(benchmark::State& state) {
  bench->apply(0);
  auto& canvas = bench->window().canvas();
  const auto extent = canvas.extent();
  int step = 0;
  for (auto _ : state) {
    const double by = (++step % 2 == 0 ? 1 : -1) * extent.width() / 200;
    canvas.setExtent({extent.min_x + by, extent.min_y, extent.max_x + by, extent.max_y});
    canvas.repaint();
  }
  canvas.setExtent(extent);
}

void contiguity_of_the_data_set(benchmark::State& state) {
  for (auto _ : state)
    benchmark::DoNotOptimize(need(workspace::Contiguity::build(bench->session().dataset())));
}

void borders_in_all_detail(benchmark::State& state) {
  const auto contiguity = std::make_shared<const workspace::Contiguity>(
      need(workspace::Contiguity::build(bench->session().dataset())));
  for (auto _ : state) benchmark::DoNotOptimize(need(desktop::ArcDetail::simplify(contiguity)));
  state.counters["vertices"] = static_cast<double>(contiguity->topology().point_count());
}

void values_of_a_sector(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(need(workspace::sector_values(bench->session().document())));
}

void with_median(benchmark::internal::Benchmark* benchmark) {
  benchmark->Unit(benchmark::kMillisecond)
      ->UseRealTime()
      ->Repetitions(25)
      ->Iterations(20)
      ->ReportAggregatesOnly();
}
BENCHMARK(slider_step_to_canvas_repainted)->Apply(with_median);
BENCHMARK(command_and_agglomerations_alone)->Apply(with_median);
BENCHMARK(painting_alone)->Apply(with_median);
BENCHMARK(panning_over_outlines)->Apply(with_median);
BENCHMARK(contiguity_of_the_data_set)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(borders_in_all_detail)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(values_of_a_sector)->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace

int main(int argc, char** argv) {
  if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
  QApplication application(argc, argv);
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 1;
  bench = std::make_unique<Bench>();
  benchmark::RunSpecifiedBenchmarks();
  bench.reset();
}
