// The window with 10,000 units and every list of it open: pointing at a unit on the map (aim 16 ms), moving and zooming the map (aim 30 frames a
// second), another sector until its frame is complete, sorting the list of values by a click (aim 100 ms), selecting by lasso, and the rules by
// slider. Beside each, the longest time for which the window answered nothing meanwhile (aim 100 ms): a timer of the window itself says how
// late it comes. VICINIA_BENCH_DATASET names another data set, "built-in" that of the program, "communes" 3,306 of them with 7 million
// vertices; VICINIA_BENCH_TIMINGS a file for the times of each frame. Runs without a display.
#include <QApplication>
#include <QEventLoop>
#include <QHeaderView>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <memory>
#include <vector>

#include "../bench_layer.h"
#include "../need.h"
#include "main_window/main_window.h"
#include "panels/tables/list_table.h"
#include "text/qt_text.h"
#include "vicinia/workspace/document/resource_paths.h"

namespace {

using namespace vicinia;
using bench_support::give_up;
using bench_support::need;
using Clock = std::chrono::steady_clock;
namespace ws = workspace;

constexpr bench::GridSize ten_thousand_units{100, 100, 4, 1'000};
constexpr int repetitions = 15;

double ms_since(Clock::time_point begin) {
  return std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
}

/// How late a timer of the window comes at most.
class Watchdog {
 public:
  Watchdog() {
    timer_.setTimerType(Qt::PreciseTimer);
    QObject::connect(&timer_, &QTimer::timeout, [this] {
      longest_ms_ = std::max(longest_ms_, ms_since(last_) - every_ms);
      last_ = Clock::now();
    });
    timer_.start(every_ms);
  }
  void forget() {
    longest_ms_ = 0;
    last_ = Clock::now();
  }
  [[nodiscard]] double longest_ms() const { return std::max(0.0, longest_ms_); }

 private:
  static constexpr int every_ms = 5;
  QTimer timer_;
  Clock::time_point last_ = Clock::now();
  double longest_ms_ = 0;
};

/// Names the events that take long, if VICINIA_BENCH_SLOW_EVENTS gives a limit in ms: which widget or job blocked the window.
class Application : public QApplication {
 public:
  using QApplication::QApplication;
  bool notify(QObject* to, QEvent* event) override {
    if (limit_ms_ <= 0) return QApplication::notify(to, event);
    const auto type = event->type();
    const QByteArray name = to->metaObject()->className() + QByteArray(" ") + to->objectName().toUtf8();
    const auto begin = Clock::now();
    const bool done = QApplication::notify(to, event);
    if (const double took = ms_since(begin); took > limit_ms_)
      std::fprintf(stderr, "  %7.1f ms: event %d to %s\n", took, static_cast<int>(type), name.constData());
    return done;
  }

 private:
  double limit_ms_ = qEnvironmentVariable("VICINIA_BENCH_SLOW_EVENTS").toDouble();
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
    for (const char* panel : {"grades", "values", "province", "agglomerations"})
      window_->panels().show(panel);
    window_->panels().show("values");
    settle();
  }

  void settle() {
    const auto is_done = [this] {
      return session_.isOpen() && window_->map().isComplete() && window_->agglomerations().isSettled();
    };
    if (!QTest::qWaitFor(is_done, 120'000))
      give_up({.code = core::ErrorCode::internal, .detail = "the window was not ready in time"});
    QTest::qWait(300);
  }

  /// Median of what `once` takes, and the longest block meanwhile. `once` is given the number of the repetition.
  void measure(const char* what, double aim_ms, const std::function<void(int)>& once) {
    std::vector<double> times;
    double longest_block = 0;
    for (int i = 0; i < repetitions; ++i) {
      settle();
      watchdog_.forget();
      const auto begin = Clock::now();
      once(i);
      times.push_back(ms_since(begin));
      QTest::qWait(60);  // what was begun and goes on
      longest_block = std::max(longest_block, watchdog_.longest_ms());
    }
    std::ranges::sort(times);
    std::printf("%-44s %8.1f ms (aim %5.0f)   longest block %7.1f ms (aim 100)\n", what,
                times[times.size() / 2], aim_ms, longest_block);
    std::fflush(stdout);
  }

  void run() {
    auto& canvas = window_->canvas();
    const double w = canvas.width(), h = canvas.height();
    std::printf("%zu units, %zu sectors, canvas %.0f x %.0f\n", session_.choropleth().units.size(),
                session_.dataset().sectors.size(), w, h);
    measure("point at a unit, until it is painted", 16, [&](int i) {
      move({w * (0.2 + 0.04 * i), h * (0.3 + 0.02 * i)}, Qt::NoButton);
      canvas.repaint();
    });
    measure("move the map by a step of a drag", 33, [&](int i) {
      press({w / 2, h / 2});
      move({w / 2 + 6 * (i % 2 == 0 ? 1 : -1), h / 2 + 4}, Qt::LeftButton);
      canvas.repaint();
      release({w / 2 + 6, h / 2 + 4});
    });
    measure("zoom by a step, until the map answers", 33, [&](int i) {
      i % 2 == 0 ? canvas.zoomIn() : canvas.zoomOut();
      canvas.repaint();
    });
    measure("another sector, until its frame is complete", 120, [&](int) {
      const auto sectors = session_.dataset().sectors.size();
      session_.apply(ws::commands::set_sector((session_.view().sector + 1) % sectors));
      QEventLoop until_complete;  // QTest's waiting sleeps for 10 ms at a time
      QObject::connect(&window_->map(), &desktop::MapController::mapComplete, &until_complete,
                       &QEventLoop::quit);
      QTimer::singleShot(60'000, &until_complete, [&] { until_complete.exit(1); });
      if (until_complete.exec() != 0)
        give_up({.code = core::ErrorCode::internal, .detail = "the map was not finished in time"});
    });
    auto* const values = window_->findChild<desktop::ListTable*>(QStringLiteral("valuesList"));
    measure("sort the list of values by the unit's name", 100, [&](int i) {
      values->sortByColumn(0, i % 2 == 0 ? Qt::AscendingOrder : Qt::DescendingOrder);
      values->viewport()->repaint();
    });
    measure("select a quarter of the map by lasso", 100, [&](int i) {
      const double left = i % 2 == 0 ? 0.1 : 0.5;
      press({w * left, h * 0.1}, Qt::ControlModifier);
      for (const auto& [x, y] : {std::pair{0.4, 0.1}, std::pair{0.4, 0.6}, std::pair{0.0, 0.6}})
        move({w * (left + x), h * y}, Qt::LeftButton, Qt::ControlModifier);
      release({w * left, h * 0.6}, Qt::ControlModifier);
    });
    measure("the rules by a step of the slider", 100, [&](int i) {
      auto settings = session_.view().agglomerations;
      settings.rules.lq_min = 1 + 0.05 * (i % 8);
      session_.apply(ws::commands::set_agglomerations(settings, true));
    });
    measure("undo and redo", 100, [&](int i) { i % 2 == 0 ? session_.undo() : session_.redo(); });
  }

 private:
  std::filesystem::path dataset() {
    const char* const other = std::getenv("VICINIA_BENCH_DATASET");
    if (other != nullptr && std::string(other) == "built-in") return need(ws::built_in_dataset());
    if (other != nullptr && std::string(other) == "communes") {
      bench::write_communes_dataset(desktop::toPath(folder_.path()), bench::communes_of_a_country, 22, 1);
      return desktop::toPath(folder_.path());
    }
    if (other != nullptr) return other;
    bench::write_communes_dataset(desktop::toPath(folder_.path()), ten_thousand_units, 22, 1);
    return desktop::toPath(folder_.path());
  }
  void send(QEvent::Type type, const QPointF& at, Qt::MouseButton button, Qt::MouseButtons buttons,
            Qt::KeyboardModifiers keys) {
    QMouseEvent event(type, at, window_->canvas().mapToGlobal(at), button, buttons, keys);
    QCoreApplication::sendEvent(&window_->canvas(), &event);
  }
  void press(const QPointF& at, Qt::KeyboardModifiers keys = {}) {
    send(QEvent::MouseButtonPress, at, Qt::LeftButton, Qt::LeftButton, keys);
  }
  void move(const QPointF& at, Qt::MouseButtons buttons, Qt::KeyboardModifiers keys = {}) {
    send(QEvent::MouseMove, at, Qt::NoButton, buttons, keys);
  }
  void release(const QPointF& at, Qt::KeyboardModifiers keys = {}) {
    send(QEvent::MouseButtonRelease, at, Qt::LeftButton, Qt::NoButton, keys);
  }

  QTemporaryDir folder_;
  desktop::Session session_{ws::Language::vi};
  desktop::LanguageSwitch languages_{ws::Language::vi};
  desktop::Timings timings_{qEnvironmentVariable("VICINIA_BENCH_TIMINGS")};
  std::unique_ptr<desktop::MainWindow> window_;
  Watchdog watchdog_;
};

}  // namespace

int main(int argc, char** argv) {
  if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
  Application application(argc, argv);
  Bench().run();
}
