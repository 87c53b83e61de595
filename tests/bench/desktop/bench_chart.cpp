// A chart of 10,000 bubbles: a step of the brush until map and chart are painted (aim 16 ms), its end until the selection is, another variable
// until the chart is painted; and the chart as SVG, beside R's ggplot2 drawing the same 10,000 points as SVG, if Rscript is there. Runs
// without a display.
#include <QApplication>
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <memory>
#include <vector>

#include "../bench_layer.h"
#include "../need.h"
#include "charts/chart_picture.h"
#include "main_window/main_window.h"
#include "panels/charts/chart_panel.h"
#include "text/qt_text.h"
#include "vicinia/workspace/document/resource_paths.h"

namespace {

using namespace vicinia;
using bench_support::give_up;
using bench_support::need;
using Clock = std::chrono::steady_clock;
namespace ws = workspace;
using desktop::utf8;

constexpr bench::GridSize ten_thousand_units{100, 100, 4, 1'000};
constexpr int repetitions = 25;

double ms_since(Clock::time_point begin) {
  return std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
}

void measure(const char* what, double aim_ms, const std::function<void(int)>& once) {
  std::vector<double> times;
  for (int i = 0; i < repetitions; ++i) {
    const auto begin = Clock::now();
    once(i);
    times.push_back(ms_since(begin));
  }
  std::ranges::sort(times);
  if (aim_ms > 0)
    std::printf("%-52s median %7.1f ms, longest %7.1f (aim %.0f)\n", what, times[times.size() / 2],
                times.back(), aim_ms);
  else
    std::printf("%-52s median %7.1f ms, longest %7.1f\n", what, times[times.size() / 2], times.back());
  std::fflush(stdout);
}

/// R draws once in a process of its own; what it says is what drawing took, without its start.
void measure_peer(const ws::Chart& chart, const core::Dataset& data, const QString& folder) {
  if (std::system("Rscript -e 'library(ggplot2)' >/dev/null 2>&1") != 0) {
    std::puts("ggplot2: Rscript with ggplot2 is not installed (r-base-core, r-cran-ggplot2)");
    return;
  }
  std::ofstream(utf8(folder + "/points.csv")) << ws::chart_table(chart, data).csv();
  std::ofstream(utf8(folder + "/draw.R"))
      << "library(ggplot2)\np <- read.csv('points.csv', encoding = 'UTF-8')\ntimes <- numeric(0)\nfor (i in 1:5) {\n"
         "  begin <- Sys.time()\n  svg('peer.svg', width = 7.9, height = 5)\n"
         "  print(ggplot(p, aes(x, y, size = size, fill = x)) + geom_point(shape = 21) + scale_size_area(max_size = 9))\n"
         "  dev.off()\n  times <- c(times, as.numeric(Sys.time() - begin, units = 'secs') * 1000)\n}\n"
         "cat(sprintf('ggplot2: the same points as SVG                       median %7.1f ms, %.1f MB\\n', median(times), file.size('peer.svg') / 1e6))\n";
  const std::string run = "cd '" + utf8(folder) + "' && Rscript draw.R 2>/dev/null";
  std::fflush(stdout);
  if (std::system(run.c_str()) != 0) std::puts("ggplot2: it failed");
}

void run() {
  const QTemporaryDir folder;
  bench::write_communes_dataset(desktop::toPath(folder.path()), ten_thousand_units, 22, 1);
  desktop::Session session(ws::Language::vi);
  desktop::LanguageSwitch languages(ws::Language::vi);
  const desktop::Timings timings{QString()};
  auto engine = need(
      gis::client::EngineClient::start({.program = need(gis::client::find_engine(ws::running_program()))}));
  desktop::MainWindow window({session, languages, timings, std::move(engine)}, false);
  window.resize(1600, 1000);
  window.opener().openDataset(desktop::toPath(folder.path()));
  window.show();
  const auto settle = [&] {
    if (!QTest::qWaitFor(
            [&] {
              return session.isOpen() && window.map().isComplete() && window.agglomerations().isSettled();
            },
            120'000))
      give_up({.code = core::ErrorCode::internal, .detail = "the window was not ready in time"});
    QTest::qWait(100);
  };
  settle();
  window.panels().show("values");
  window.panels().show("chart");
  session.apply(ws::commands::set_chart({.kind = ws::ChartKind::bubbles}));
  settle();
  auto& view = *window.findChild<desktop::ChartPanel*>()->view();
  const auto& bubbles = std::get<ws::ChartBubbles>(view.chart().content()->content).bubbles;
  std::printf("%zu bubbles, chart %d x %d, map %d x %d\n", bubbles.size(), view.width(), view.height(),
              window.canvas().width(), window.canvas().height());

  const QRectF plot = view.chart().plotArea();
  const QPoint from = plot.bottomLeft().toPoint() + QPoint(2, -2);
  const auto move = [&](const QPoint& to) {
    QMouseEvent event(QEvent::MouseMove, to, view.viewport()->mapToGlobal(to), Qt::NoButton, Qt::LeftButton,
                      {});
    QCoreApplication::sendEvent(view.viewport(), &event);
  };
  QTest::mousePress(view.viewport(), Qt::LeftButton, {}, from);
  QPoint to;
  measure("a step of the brush, until the map has painted it", 16, [&](int i) {
    to = from + QPoint(static_cast<int>(plot.width() * (0.1 + 0.03 * i)),
                       -static_cast<int>(plot.height() * (0.2 + 0.025 * i)));
    move(to);
    window.canvas().repaint();
  });
  std::printf("%zu of them were brushed at the end\n", session.brushed().size());
  measure("the chart beneath the brush, painted", 0, [&](int) { view.viewport()->repaint(); });
  QTest::mouseRelease(view.viewport(), Qt::LeftButton, {}, to);
  settle();
  measure("another variable against it, until it is painted", 100, [&](int i) {
    auto chart = session.view().chart;
    chart.against = i % 2 == 0 ? core::values::Variable::enterprises : core::values::Variable::sector_share;
    session.apply(ws::commands::set_chart(chart));
    view.viewport()->repaint();
  });
  measure("the chart as SVG", 0, [&](int) {
    auto picture = need(desktop::chartPicture(session.document(), session.choropleth(), ws::Language::vi));
    if (picture.svg().isEmpty()) give_up({.code = core::ErrorCode::internal, .detail = "an empty drawing"});
  });
  measure_peer(*view.chart().content(), session.dataset(), folder.path());
}

}  // namespace

int main(int argc, char** argv) {
  qputenv("QT_QPA_PLATFORM", "offscreen");
  QApplication application(argc, argv);
  run();
  return 0;
}
