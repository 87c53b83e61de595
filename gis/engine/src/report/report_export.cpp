#include "report/report_export.h"

#include <QFile>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <cstring>

#include "part_file.h"
#include "report/report_pages.h"
#include "text.h"

namespace vicinia::gis::engine {
namespace {

constexpr int report_dpi = 1200;  ///< the grain of positions; nothing is rasterised

core::Error report_failed(const map::ReportSpec& spec, std::string detail) {
  return {
      .code = core::ErrorCode::export_failed, .subject = {.file = spec.file}, .detail = std::move(detail)};
}

core::Error report_not_writable(const map::ReportSpec& spec, int reason) {
  return {.code = core::ErrorCode::file_not_writable,
          .subject = {.file = spec.file},
          .detail = std::strerror(reason)};
}

/// A full disk cuts a file short, and Qt does not notice.
bool is_whole_pdf(const QString& name) {
  QFile file(name);
  if (!file.open(QIODevice::ReadOnly) || file.size() < 64 || !file.read(8).startsWith("%PDF-")) return false;
  file.seek(std::max<qint64>(0, file.size() - 1024));
  return file.readAll().contains("%%EOF");
}

bool report_side_is_good(double side_mm) { return side_mm >= 100 && side_mm <= 2000; }

}  // namespace

core::Status export_report(const map::ReportSpec& spec, const std::string& part_file,
                           const core::Task& task) {
  const core::Error cancelled{.code = core::ErrorCode::cancelled};
  const auto stopped = [&] { return task.stop.stop_requested(); };
  if (stopped()) return core::fail(cancelled);
  if (!report_side_is_good(spec.page.width_mm) || !report_side_is_good(spec.page.height_mm))
    return core::fail(report_failed(spec, "a side of the page may be 100 to 2000 mm"));
  const PartFile part(part_file);
  if (const int reason = part.create(); reason != 0) return core::fail(report_not_writable(spec, reason));
  const QString file = QString::fromStdString(part.path().native());
  bool drawn = false;
  {
    QPdfWriter writer(file);
    writer.setResolution(report_dpi);
    writer.setPageSize(QPageSize(QSizeF(spec.page.width_mm, spec.page.height_mm), QPageSize::Millimeter));
    writer.setPageMargins(QMarginsF(0, 0, 0, 0));
    writer.setTitle(qt(spec.title));
    writer.setCreator(qt(spec.creator));
    QPainter painter;
    if (!painter.begin(&writer)) return core::fail(report_failed(spec, "the file could not be written"));
    drawn = draw_report(spec, writer, painter, [&](double share_done) {
      task.at(0.1 + 0.8 * share_done, "draw");
      return !stopped() && writer.newPage();
    });
    drawn = painter.end() && drawn;
  }
  if (stopped()) return core::fail(cancelled);
  if (!drawn || !is_whole_pdf(file))
    return core::fail(report_failed(spec, "the file was cut short; is the disk full?"));
  task.at(0.95, "save");
  if (core::Status placed = part.take_place_of(spec.file); !placed) return placed;
  task.at(1.0, "done");
  return {};
}

}  // namespace vicinia::gis::engine
