#include "jobs/figures/figure_maker.h"

#include <utility>

#include "vicinia/gis/client/figure_folder.h"

namespace vicinia::desktop {

namespace ws = workspace;
using gis::map::FigureFormat;

const char* extension_of(FigureFormat format) {
  switch (format) {
    case FigureFormat::pdf: return ".pdf";
    case FigureFormat::svg: return ".svg";
    case FigureFormat::png: return ".png";
    case FigureFormat::tiff: return ".tiff";
    case FigureFormat::project: break;
  }
  return ".qgz";
}

FigureMaker::FigureMaker(ws::Document document, ws::MapSources sources, ContiguityPtr contiguity)
    : document_(std::move(document)), sources_(std::move(sources)), contiguity_(std::move(contiguity)) {}

core::Result<FigurePagesPtr> FigureMaker::pages(const FigureRequest& request, const core::Task& task) {
  const ws::FigureWish wish{request.kind, request.series, request.page.figure.language};
  const std::lock_guard lock(mutex_);
  if (pages_ && wish == wish_ && request.shown == shown_) return pages_;
  if (!contiguity_) {
    auto found =
        ws::Contiguity::build(*document_.data->dataset, document_.view.agglomerations.tolerance_m, task);
    if (!found) return core::fail(found.error());
    contiguity_ = std::make_shared<const ws::Contiguity>(*std::move(found));
  }
  ws::Document shown = document_;  // the window's own stays as it is
  shown.view.labels = request.shown.labels;
  shown.view.outlines = request.shown.outlines;
  if (!request.shown.selection) shown.view.selected = {};
  auto pages = ws::FigurePages::lay_out(shown, contiguity_, wish);
  if (!pages) return core::fail(pages.error());
  wish_ = wish;
  shown_ = request.shown;
  return pages_ = std::make_shared<const ws::FigurePages>(*std::move(pages));
}

core::Status FigureMaker::write(gis::client::EngineClient& client, const FigureRequest& request,
                                const FigureTarget& target, const core::Task& task) {
  const auto made = pages(request, task);
  if (!made) return core::fail(made.error());
  const ws::FigurePages& all = **made;
  ws::PageOptions options = request.page;
  options.figure.format = target.format;
  options.figure.file = target.file;
  if (target.is_folder)
    return gis::client::export_folder(
        client, target.file, all.size(),
        [&](std::size_t page) {
          options.figure.file = all.file_stem(page) + extension_of(target.format);
          return all.page(page, sources_, options);
        },
        task);
  if (request.kind == ws::FigureKind::series || request.kind == ws::FigureKind::brief)
    return client.export_series(
        ws::about_series(*document_.data->dataset, options.figure.language, options.figure.title,
                         target.file),
        all.size(), [&](std::size_t page) { return all.page(page, sources_, options); }, task);
  const auto figure = all.page(0, sources_, options);
  if (!figure) return core::fail(figure.error());
  return client.export_figure(*figure, task);
}

}  // namespace vicinia::desktop
