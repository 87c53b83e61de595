// Six maps that are compared beside one map alone, in one run at 1600 × 1000: from a moved break, another extent or another sector until every
// frame is painted, and until the first map is; aim: all six within 2.5 times of one, and the first as soon as alone. Beside each, the longest
// time for which the window answered nothing meanwhile. Medians. VICINIA_BENCH_DATASET names another data set, "communes" 3,306 of them with 7
// million vertices. Runs without a display.
#include <QApplication>
#include <QEventLoop>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "../bench_layer.h"
#include "../need.h"
#include "main_window/main_window.h"
#include "text/qt_text.h"
#include "vicinia/workspace/document/resource_paths.h"

namespace {

using namespace vicinia;
using bench_support::give_up;
using bench_support::need;
using Clock = std::chrono::steady_clock;
namespace ws = workspace;

constexpr int repetitions = 25;

double ms_since(Clock::time_point begin) {
  return std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
}

double median(std::vector<double> times) {
  std::ranges::sort(times);
  return times[times.size() / 2];
}

struct Measured {
  double first_ms = 0, all_ms = 0, longest_block_ms = 0;
};

class Bench {
 public:
  Bench() {
    auto engine = need(
        gis::client::EngineClient::start({.program = need(gis::client::find_engine(ws::running_program()))}));
    window_ = std::make_unique<desktop::MainWindow>(
        desktop::WindowParts{session_, languages_, timings_, std::move(engine)}, false);
    window_->resize(1600, 1000);
    window_->opener().openDataset(dataset());
    window_->show();
    settle();
  }

  void run() {
    using Change = std::function<void(int)>;
    const std::vector<std::pair<const char*, Change>> changes{
        {"a break", [this](int i) { moveBreak(i); }},
        {"the extent", [this](int i) { moveMap(i); }},
        {"the sector of the first map", [this](int i) { changeSector(i); }}};
    std::vector<Measured> alone;
    for (const auto& [what, change] : changes) alone.push_back(measure(change));
    for (std::size_t map = 1; map < ws::most_compared_maps; ++map)
      session_.apply(
          ws::commands::add_map(ws::ComparedMap{.sector = map % session_.dataset().sectors.size()}));
    settle();
    std::printf("%zu units; one map alone, and six of %d x %d\n", session_.choropleth().units.size(),
                window_->canvas().width(), window_->canvas().height());
    for (std::size_t i = 0; i < changes.size(); ++i) {
      const Measured six = measure(changes[i].second);
      std::printf(
          "%-30s one %7.1f ms   six %7.1f ms, %4.2f times (aim 2.5)   the first of six %7.1f ms, %4.2f times "
          "(aim 1)   longest block %6.1f ms (one map: %6.1f)\n",
          changes[i].first, alone[i].all_ms, six.all_ms, six.all_ms / alone[i].all_ms, six.first_ms,
          six.first_ms / alone[i].first_ms, six.longest_block_ms, alone[i].longest_block_ms);
      std::fflush(stdout);
    }
  }

 private:
  void settle() {
    if (!QTest::qWaitFor(
            [this] {
              return session_.isOpen() && window_->board().isComplete() &&
                     window_->agglomerations().isSettled();
            },
            120'000))
      give_up({.code = core::ErrorCode::internal, .detail = "the window was not ready in time"});
    QTest::qWait(120);
  }

  Measured measure(const std::function<void(int)>& change) {
    std::vector<double> first, all, blocks;
    for (int i = 0; i < repetitions; ++i) {
      settle();
      Clock::time_point last = Clock::now();
      double block = 0;
      QTimer watchdog;  // asleep between its ticks, so that the engine has the cores to itself
      watchdog.setTimerType(Qt::PreciseTimer);
      QObject::connect(&watchdog, &QTimer::timeout, [&] {
        block = std::max(block, ms_since(last) - 5);
        last = Clock::now();
      });
      watchdog.start(5);
      QEventLoop until_complete;
      std::optional<double> first_at;
      const auto begin = Clock::now();
      const auto hear_first = QObject::connect(&window_->map(), &desktop::MapController::mapComplete, [&] {
        if (!first_at) first_at = ms_since(begin);
      });
      const auto hear_all = QObject::connect(&window_->board(), &desktop::MapBoard::mapsComplete,
                                             &until_complete, &QEventLoop::quit);
      change(i);
      QTimer::singleShot(60'000, &until_complete, [&] { until_complete.exit(1); });
      if (until_complete.exec() != 0)
        give_up({.code = core::ErrorCode::internal, .detail = "the maps were not finished in time"});
      all.push_back(ms_since(begin));
      first.push_back(first_at.value_or(all.back()));
      block = std::max(block, ms_since(last) - 5);
      blocks.push_back(block);
      QObject::disconnect(hear_first);
      QObject::disconnect(hear_all);
    }
    return {median(first), median(all), *std::ranges::max_element(blocks)};
  }

  void moveBreak(int i) {
    session_.apply(ws::commands::set_classification(
        {.method = core::stats::ClassMethod::manual, .manual_breaks = {0.5, 1, 2 + 0.01 * (i + 1), 4}}));
  }
  void moveMap(int i) {
    const auto extent = window_->canvas().extent();
    const double by = (i % 2 == 0 ? 1 : -1) * extent.width() / 20;
    session_.apply(ws::commands::set_extent(
        gis::map::Extent{extent.min_x + by, extent.min_y, extent.max_x + by, extent.max_y}));
  }
  /// Never the one that is shown.
  void changeSector(int) {
    const std::size_t sectors = session_.dataset().sectors.size();
    session_.apply(ws::commands::set_sector((session_.view().sector + 1) % sectors));
  }

  std::filesystem::path dataset() {
    const char* const other = std::getenv("VICINIA_BENCH_DATASET");
    if (other == nullptr) return need(ws::built_in_dataset());
    if (std::string(other) != "communes") return other;
    bench::write_communes_dataset(desktop::toPath(folder_.path()), bench::communes_of_a_country, 22, 1);
    return desktop::toPath(folder_.path());
  }

  QTemporaryDir folder_;
  desktop::Session session_{ws::Language::vi};
  desktop::LanguageSwitch languages_{ws::Language::vi};
  desktop::Timings timings_{QString()};
  std::unique_ptr<desktop::MainWindow> window_;
};

}  // namespace

int main(int argc, char** argv) {
  if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
  QApplication application(argc, argv);
  Bench().run();
}
