#include "jobs/figures/print_job.h"

#include <utility>

#include "text/qt_text.h"

namespace vicinia::desktop {

namespace {

constexpr double print_dpi = 300;  ///< what office printers tell apart

core::Result<PrintablePages> draw_pages(gis::client::EngineClient& client, FigureMaker& maker,
                                        const FigureRequest& request, const core::Task& task) {
  const auto made = maker.pages(request, task);
  if (!made) return core::fail(made.error());
  const auto folder = std::make_shared<const QTemporaryDir>();
  if (!folder->isValid())
    return core::fail(
        {.code = core::ErrorCode::file_not_writable, .subject = {.file = utf8(folder->path())}});
  PrintablePages printable{.folder = folder};
  const std::size_t count = (*made)->size();
  for (std::size_t i = 0; i < count; ++i) {
    if (task.stop.stop_requested()) return core::fail({.code = core::ErrorCode::cancelled});
    task.at(static_cast<double>(i) / static_cast<double>(count), "draw");
    auto figure = (*made)->page(i, maker.sources(), request.page);
    if (!figure) return core::fail(figure.error());
    if (i == 0) printable.title = qs(figure->title);
    figure->format = gis::map::FigureFormat::png;
    figure->dpi = print_dpi;
    const QString file = folder->filePath(QStringLiteral("%1.png").arg(i));
    figure->file = utf8(file);
    if (auto written = client.export_figure(*figure, {task.stop, {}}); !written)
      return core::fail(written.error());
    printable.pages.push_back({file, {figure->page.width_mm, figure->page.height_mm}});
  }
  return printable;
}

}  // namespace

PrintJob::PrintJob(gis::client::EngineClient& client, FigureMakerPtr maker, FigureRequest request,
                   QObject* parent)
    : Job(parent) {
  runOrFail([&client, maker = std::move(maker), request = std::move(request)](
                const core::Task& task) { return draw_pages(client, *maker, request, task); },
            [this](const PrintablePages& pages) { Q_EMIT drawn(pages); });
}

}  // namespace vicinia::desktop
