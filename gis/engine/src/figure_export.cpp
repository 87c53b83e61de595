#include "figure_export.h"

#include <qgslayoutexporter.h>
#include <qgslayoutrendercontext.h>

#include <QFile>
#include <cstring>

#include "figure_layout.h"
#include "figure_svg.h"
#include "part_file.h"

namespace vicinia::gis::engine {
namespace {

core::Error failed(const map::FigureSpec& spec, std::string detail) {
  return {.code = core::ErrorCode::export_failed, .subject = {.file = spec.file}, .detail = std::move(detail)};
}

core::Error not_writable(const map::FigureSpec& spec, int reason) {
  return {.code = core::ErrorCode::file_not_writable, .subject = {.file = spec.file}, .detail = std::strerror(reason)};
}

/// Of what a layered export holds.
SvgPage svg_page(const map::FigureSpec& spec, const Figure& figure) {
  SvgPage page{.size = {spec.page.width_mm, spec.page.height_mm},
               .title = QString::fromStdString(spec.title),
               .language = QString::fromStdString(spec.language),
               .map_item = figure.map->displayName(),
               .map_frame = {figure.map->pagePos(), figure.map->rect().size()}};
  for (const QgisLayer& layer : figure.layers) page.map_layers << layer->name();
  return page;
}

QgsLayoutExporter::ExportResult write(const map::FigureSpec& spec, QgsPrintLayout& layout, const QString& file) {
  QgsLayoutExporter exporter(&layout);
  QgsLayoutRenderContext::Flags flags(QgsLayoutRenderContext::FlagAntialiasing);
  flags.setFlag(QgsLayoutRenderContext::FlagUseAdvancedEffects);
  flags.setFlag(QgsLayoutRenderContext::FlagLosslessImageRendering);
  switch (spec.format) {
    case map::FigureFormat::pdf: {
      QgsLayoutExporter::PdfExportSettings settings;
      settings.dpi = spec.dpi;
      settings.flags = flags;
      settings.forceVectorOutput = true;
      settings.appendGeoreference = false;
      settings.exportMetadata = true;
      settings.simplifyGeometries = false;  // the layers hold what shows
      settings.textRenderFormat = Qgis::TextRenderFormat::AlwaysText;
      return exporter.exportToPdf(file, settings);
    }
    case map::FigureFormat::svg: {
      QgsLayoutExporter::SvgExportSettings settings;
      settings.exportAsLayers = true;  // named groups: the map's can be cut to its frame, and all be found in a drawing program
      settings.dpi = spec.dpi;
      settings.flags = flags;
      settings.forceVectorOutput = true;
      settings.exportMetadata = true;
      settings.simplifyGeometries = false;
      settings.textRenderFormat = Qgis::TextRenderFormat::AlwaysText;
      return exporter.exportToSvg(file, settings);
    }
    case map::FigureFormat::png: break;
  }
  QgsLayoutExporter::ImageExportSettings settings;
  settings.dpi = spec.dpi;
  settings.flags = flags;
  settings.generateWorldFile = false;
  return exporter.exportToImage(file, settings);
}

std::string reason_of(QgsLayoutExporter::ExportResult result) {
  switch (result) {
    case QgsLayoutExporter::Success: return {};
    case QgsLayoutExporter::MemoryError: return "not enough memory";
    case QgsLayoutExporter::FileError: return "the file could not be written";
    case QgsLayoutExporter::PrintError: return "the page could not be printed to the file";
    default: return "QGIS could not write the page (" + std::to_string(static_cast<int>(result)) + ")";
  }
}

/// A full disk cuts a file short, and not every writer of Qt notices: what ends as its format ends is whole.
bool is_whole(const map::FigureSpec& spec, const QString& path) {
  QFile file(path);
  if (!file.open(QIODevice::ReadOnly) || file.size() < 64) return false;
  const QByteArray head = file.read(8);
  file.seek(std::max<qint64>(0, file.size() - 1024));
  const QByteArray tail = file.readAll();
  switch (spec.format) {
    case map::FigureFormat::pdf: return head.startsWith("%PDF-") && tail.contains("%%EOF");
    case map::FigureFormat::svg: return tail.contains("</svg>");
    case map::FigureFormat::png: return head.startsWith("\x89PNG") && tail.contains("IEND");
  }
  return false;
}

}  // namespace

core::Status export_figure(const map::FigureSpec& spec, const std::string& part_file, LayerCache& cache,
                           const core::Task& task) {
  const auto stopped = [&] { return task.stop.stop_requested(); };
  const core::Error cancelled{.code = core::ErrorCode::cancelled};
  if (stopped()) return core::fail(cancelled);
  const PartFile part(part_file);
  if (const int reason = part.create(); reason != 0) return core::fail(not_writable(spec, reason));
  task.at(0.05, "compose");
  auto figure = figure_of(spec, cache);
  if (!figure) return core::fail(std::move(figure).error());
  if (stopped()) return core::fail(cancelled);
  task.at(0.25, "draw");
  const QString file = QString::fromStdString(part.path().native());
  const auto result = write(spec, *figure->layout, file);
  if (stopped()) return core::fail(cancelled);
  if (result != QgsLayoutExporter::Success) return core::fail(failed(spec, reason_of(result)));
  if (spec.format == map::FigureFormat::svg)
    if (const QString wrong = mend_svg(file, svg_page(spec, *figure)); !wrong.isEmpty())
      return core::fail(failed(spec, wrong.toStdString()));
  if (!is_whole(spec, file)) return core::fail(failed(spec, "the file was cut short; is the disk full?"));
  task.at(0.95, "save");
  if (stopped()) return core::fail(cancelled);
  if (const int reason = part.sync_and_rename(spec.file); reason != 0) return core::fail(not_writable(spec, reason));
  task.at(1.0, "done");
  return {};
}

}  // namespace vicinia::gis::engine
