// Another variable is chosen, on 3,306 communes × 22 sectors × 2 years: until values, classes and legend are there, and until the frame of
// the engine is painted on the canvas. Medians; aim: 50 ms to the frame. VICINIA_BENCH_DATASET names another data set. Runs without a display.
#include <benchmark/benchmark.h>

#include <QApplication>
#include <QTemporaryDir>
#include <QTimer>
#include <cstdlib>
#include <memory>

#include "../bench_layer.h"
#include "../need.h"
#include "main_window/main_window.h"
#include "text/qt_text.h"
#include "vicinia/workspace/document/resource_paths.h"
#include "vicinia/workspace/document/values.h"

namespace {

using namespace vicinia;
using bench_support::give_up;
using bench_support::need;
using core::values::Variable;

class Bench {
 public:
  Bench() {
    auto engine = need(gis::client::EngineClient::start(
        {.program = need(gis::client::find_engine(workspace::running_program()))}));
    window_ = std::make_unique<desktop::MainWindow>(
        desktop::WindowParts{session_, languages_, timings_, std::move(engine)}, false);
    window_->resize(1600, 1000);
    window_->opener().openDataset(dataset());
    window_->show();
    if (!wait([this] { return window_->map().isComplete() && window_->agglomerations().isSettled(); }))
      give_up({.code = core::ErrorCode::internal, .detail = "the window was not ready in time"});
  }

  void choose(Variable variable) { session_.apply(workspace::commands::set_variable(variable)); }
  [[nodiscard]] bool paint() {
    return wait([this] { return window_->map().isComplete(); });
  }
  [[nodiscard]] desktop::Session& session() { return session_; }

 private:
  std::filesystem::path dataset() {
    if (const char* other = std::getenv("VICINIA_BENCH_DATASET")) return other;
    bench::write_communes_dataset(desktop::toPath(folder_.path()), bench::outlined_communes, 22, 2);
    return desktop::toPath(folder_.path());
  }
  /// As the window does: asleep until something happens, so that the engine has the cores to itself.
  static bool wait(const std::function<bool()>& until) {
    constexpr int patience_ms = 60'000;
    QTimer end_of_patience;
    end_of_patience.setSingleShot(true);
    end_of_patience.start(patience_ms);
    while (!until() && end_of_patience.isActive())
      QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    return until();
  }

  QTemporaryDir folder_;
  desktop::Session session_{workspace::Language::vi};
  desktop::LanguageSwitch languages_{workspace::Language::vi};
  desktop::Timings timings_{qEnvironmentVariable("VICINIA_BENCH_TIMINGS")};
  std::unique_ptr<desktop::MainWindow> window_;
};

std::unique_ptr<Bench> the_bench;

void to_values_and_legend(benchmark::State& state, Variable variable) {
  auto document = the_bench->session().document();
  document.view.variable = variable;
  for (auto _ : state) benchmark::DoNotOptimize(need(workspace::make_choropleth(document)));
}

void to_the_frame(benchmark::State& state, Variable variable) {
  for (auto _ : state) {
    state.PauseTiming();
    the_bench->choose(variable == Variable::employees ? Variable::enterprises : Variable::employees);
    if (!the_bench->paint()) return state.SkipWithError("the map was not finished");
    state.ResumeTiming();
    the_bench->choose(variable);
    if (!the_bench->paint()) return state.SkipWithError("the map was not finished");
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
  QApplication application(argc, argv);
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 1;
  the_bench = std::make_unique<Bench>();
  for (const auto& info : core::values::all_variables()) {
    if (workspace::availability_of(the_bench->session().document(), info.variable) !=
        workspace::Availability::available)
      continue;
    const std::string id(info.id);
    for (const auto& [name, run] :
         {std::pair{"values/" + id, &to_values_and_legend}, std::pair{"frame/" + id, &to_the_frame}})
      benchmark::RegisterBenchmark(name.c_str(), run, info.variable)
          ->Unit(benchmark::kMillisecond)
          ->UseRealTime()
          ->Repetitions(7)
          ->Iterations(1)
          ->ReportAggregatesOnly();
  }
  benchmark::RunSpecifiedBenchmarks();
  the_bench.reset();
}
