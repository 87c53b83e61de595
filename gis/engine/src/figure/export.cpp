#include "figure/export.h"

#include <qgslayoutitempage.h>
#include <qgslayoutpagecollection.h>
#include <qgslayoutrendercontext.h>

#include <QFile>
#include <cerrno>
#include <cstring>

#include "device_grid.h"
#include "figure/finished_pdf.h"
#include "figure/layout.h"
#include "figure/project_export.h"
#include "figure/stamp.h"
#include "figure/svg.h"
#include "part_file.h"
#include "qgis_names.h"
#include "text.h"

namespace vicinia::gis::engine {
namespace {

core::Error failed(const map::FigureSpec& spec, std::string detail) {
  return {
      .code = core::ErrorCode::export_failed, .subject = {.file = spec.file}, .detail = std::move(detail)};
}

core::Error not_writable(const map::FigureSpec& spec, int reason) {
  return {.code = core::ErrorCode::file_not_writable,
          .subject = {.file = spec.file},
          .detail = std::strerror(reason)};
}

/// Of what a layered export holds.
SvgPage svg_page(const map::FigureSpec& spec, const Figure& figure) {
  SvgPage page{.size = figure.layout->pageCollection()->page(0)->rect().size(),
               .title = qt(spec.title),
               .language = qt(spec.language),
               .metadata = QString::fromUtf8(xmp_element(about_figure(spec)))};
  for (const MapOnPage& map : figure.maps) {
    SvgMap& one = page.maps.emplace_back(
        SvgMap{map.item->displayName(), {map.item->pagePos(), map.item->rect().size()}, {}});
    for (std::size_t i = map.first_layer; i < map.end_layer; ++i) one.layers << figure.layers[i]->name();
  }
  return page;
}

qgis_names::RenderFlags render_flags() {
  qgis_names::RenderFlags flags(qgis_names::antialiasing);
  flags.setFlag(qgis_names::advanced_effects);
  flags.setFlag(qgis_names::lossless_images);
  return flags;
}

/// QGIS's own way to TIFF needs a plugin of Qt that is often missing.
QString write_tiff_of(const map::FigureSpec& spec, QgsPrintLayout& layout, const QString& file) {
  layout.renderContext().setDpi(spec.dpi);
  layout.renderContext().setFlags(render_flags());
  const QImage image = QgsLayoutExporter(&layout).renderPageToImage(0, QSize(), spec.dpi);
  if (image.isNull()) return QStringLiteral("not enough memory");
  return write_tiff(image, spec.dpi, file, about_figure(spec));
}

QgsLayoutExporter::ExportResult write(const map::FigureSpec& spec, QgsPrintLayout& layout,
                                      const QString& file) {
  QgsLayoutExporter exporter(&layout);
  switch (spec.format) {
    case map::FigureFormat::pdf: return exporter.exportToPdf(file, pdf_settings());
    case map::FigureFormat::svg: {
      QgsLayoutExporter::SvgExportSettings settings;
      settings.exportAsLayers =
          true;  // named groups: the map's can be cut to its frame, and all be found in a drawing program
      settings.dpi = spec.dpi;
      settings.flags = render_flags();
      settings.forceVectorOutput = true;
      settings.exportMetadata = true;
      settings.simplifyGeometries = false;
      settings.textRenderFormat = Qgis::TextRenderFormat::AlwaysText;
      layout.setName(
          layout.name()
              .toHtmlEscaped());  // Qt writes it into the file as it is, and QGIS then reads it as XML
      return exporter.exportToSvg(file, settings);
    }
    default: break;
  }
  QgsLayoutExporter::ImageExportSettings settings;
  settings.dpi = spec.dpi;
  settings.flags = render_flags();
  settings.generateWorldFile = false;
  return exporter.exportToImage(file, settings);
}

/// Writes the page and what it says about itself. \return what is wrong.
std::string write_file(const map::FigureSpec& spec, const Figure& figure, const QString& file) {
  if (spec.format == map::FigureFormat::tiff) return write_tiff_of(spec, *figure.layout, file).toStdString();
  if (const auto result = write(spec, *figure.layout, file); result != QgsLayoutExporter::Success)
    return reason_of(result);
  switch (spec.format) {
    case map::FigureFormat::pdf: return finish_pdf(file, about_figure(spec)).toStdString();
    case map::FigureFormat::svg: return mend_svg(file, svg_page(spec, figure)).toStdString();
    case map::FigureFormat::png: return stamp_png(file, about_figure(spec)).toStdString();
    default: return {};
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
    case map::FigureFormat::tiff:
      return head.startsWith("II*") || head.startsWith("MM") || head.startsWith("II+");
    case map::FigureFormat::project: return true;
    case map::FigureFormat::png: return head.startsWith("\x89PNG") && tail.contains("IEND");
  }
  return false;
}

}  // namespace

AboutFigure about_figure(const map::FigureSpec& spec) {
  return {.title = spec.title,
          .author = spec.author,
          .subject = spec.subject,
          .language = spec.language,
          .view = spec.view};
}

QgsLayoutExporter::PdfExportSettings pdf_settings() {
  QgsLayoutExporter::PdfExportSettings settings;
  settings.dpi = pdf_dpi;
  settings.flags = render_flags();
  settings.forceVectorOutput = true;
  settings.appendGeoreference = false;
  settings.exportMetadata = false;      // stamped afterwards, with what QGIS does not know
  settings.simplifyGeometries = false;  // the layers hold what shows
  settings.textRenderFormat = Qgis::TextRenderFormat::AlwaysText;
  return settings;
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

core::Status export_figure(const map::FigureSpec& spec, const std::string& part_file, LayerCache& cache,
                           const core::Task& task) {
  const auto stopped = [&] { return task.stop.stop_requested(); };
  const core::Error cancelled{.code = core::ErrorCode::cancelled};
  if (stopped()) return core::fail(cancelled);
  const bool is_project = spec.format == map::FigureFormat::project;
  const PartFile part(is_project ? std::filesystem::path() : std::filesystem::path(part_file));
  if (!is_project)
    if (const int reason = part.create(); reason != 0) return core::fail(not_writable(spec, reason));
  task.at(0.05, "compose");
  PageStock stock;
  auto figure = figure_of(spec, cache, stock, task);
  if (!figure) return core::fail(std::move(figure).error());
  if (stopped()) return core::fail(cancelled);
  task.at(0.25, "draw");
  if (is_project) return export_project(*std::move(figure), spec.file, part_file, task);
  const QString file = QString::fromStdString(part.path().native());
  const std::string wrong = write_file(spec, *figure, file);
  if (stopped()) return core::fail(cancelled);
  const bool is_cut_short = wrong.empty() && !is_whole(spec, file);
  if ((!wrong.empty() || is_cut_short) && disk_is_full(part.path()))
    return core::fail(not_writable(spec, ENOSPC));
  if (!wrong.empty()) return core::fail(failed(spec, wrong));
  if (is_cut_short) return core::fail(failed(spec, "the file was cut short"));
  task.at(0.95, "save");
  if (stopped()) return core::fail(cancelled);
  if (core::Status placed = part.take_place_of(spec.file); !placed) return placed;
  task.at(1.0, "done");
  return {};
}

}  // namespace vicinia::gis::engine
