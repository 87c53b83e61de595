#include "jobs/figures/preview_job.h"

#include <algorithm>
#include <system_error>
#include <utility>

#include "text/qt_text.h"
#include "vicinia/workspace/figures/grey_print.h"

namespace vicinia::desktop {

namespace ws = workspace;

namespace {

constexpr double mm_per_inch = 25.4;

double dpi_for(const PreviewScale& scale, const gis::map::Page& page) {
  if (scale.frame_px.isEmpty()) return std::clamp(scale.dpi, least_preview_dpi, most_preview_dpi);
  const double fits =
      std::min(scale.frame_px.width() / page.width_mm, scale.frame_px.height() / page.height_mm) *
      mm_per_inch;
  return std::clamp(fits, least_preview_dpi, most_preview_dpi);
}

/// A name of its own for each, since one that was given up may still be on its way out.
std::filesystem::path preview_file(const gis::client::EngineClient& client, FigureMaker& maker) {
  return client.private_folder() / ("preview-" + std::to_string(maker.next_number()) + ".png");
}

core::Result<DrawnPage> draw_page(gis::client::EngineClient& client, FigureMaker& maker,
                                  const FigureRequest& request, std::size_t wanted, const PreviewScale& scale,
                                  ws::Language language, const core::Task& task) {
  const auto pages = maker.pages(request, task);
  if (!pages) return core::fail(pages.error());
  DrawnPage drawn{.number = std::min(wanted, (*pages)->size() - 1), .count = (*pages)->size()};
  drawn.name = qs((*pages)->name(drawn.number));
  auto figure = (*pages)->page(drawn.number, maker.sources(), request.page);
  if (!figure) return core::fail(figure.error());
  if (task.stop.stop_requested()) return core::fail({.code = core::ErrorCode::cancelled});
  figure->format = gis::map::FigureFormat::png;
  drawn.dpi = figure->dpi = dpi_for(scale, figure->page);
  drawn.title = qs(figure->title);
  drawn.subtitle = qs(figure->subtitle);
  const std::filesystem::path file = preview_file(client, maker);
  figure->file = file.string();
  if (auto written = client.export_figure(*figure, task); !written) return core::fail(written.error());
  const bool loaded = drawn.image.load(pathText(file), "PNG");
  std::error_code ignored;
  std::filesystem::remove(file, ignored);
  if (!loaded)
    return core::fail({.code = core::ErrorCode::file_not_readable, .subject = {.file = file.string()}});
  const ws::Document& document = (*pages)->document(drawn.number);
  if (const auto choropleth = ws::make_choropleth(document))
    drawn.grey_warning = qs(ws::grey_print_warning(document, *choropleth, language));
  return drawn;
}

}  // namespace

PreviewJob::PreviewJob(gis::client::EngineClient& client, FigureMakerPtr maker, FigureRequest request,
                       std::size_t page, PreviewScale scale, ws::Language language, QObject* parent)
    : Job(parent) {
  runOrFail(
      [&client, maker = std::move(maker), request = std::move(request), page, scale, language](
          const core::Task& task) { return draw_page(client, *maker, request, page, scale, language, task); },
      [this](const DrawnPage& page_drawn) { Q_EMIT drawn(page_drawn); });
}

}  // namespace vicinia::desktop
