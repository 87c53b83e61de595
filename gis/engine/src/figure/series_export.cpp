#include "figure/series_export.h"

#include <qgsabstractlayoutiterator.h>
#include <qgsfeedback.h>

#include <QFile>
#include <cerrno>
#include <cstring>
#include <fstream>

#include "figure/export.h"
#include "figure/finished_pdf.h"
#include "figure/layout.h"
#include "part_file.h"
#include "vicinia/gis/protocol/convert.h"

namespace vicinia::gis::engine {
namespace {

core::Error series_failed(const map::SeriesSpec& spec, std::string detail) {
  return {
      .code = core::ErrorCode::export_failed, .subject = {.file = spec.file}, .detail = std::move(detail)};
}

core::Error series_not_writable(const map::SeriesSpec& spec, int reason) {
  return {.code = core::ErrorCode::file_not_writable,
          .subject = {.file = spec.file},
          .detail = std::strerror(reason)};
}

core::Result<map::FigureSpec> read_page(const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  protocol::message::FigureSpec message;
  if (!in || !message.ParseFromIstream(&in))
    return core::fail({.code = core::ErrorCode::file_not_readable,
                       .subject = {.file = file},
                       .detail = "a page of a series"});
  return protocol::from_message(message);
}

/// What QGIS takes an atlas for.
class SeriesPages final : public QgsAbstractLayoutIterator {
 public:
  SeriesPages(const map::SeriesSpec& spec, LayerCache& cache, const core::Task& task)
      : spec_(spec), cache_(cache), task_(task) {}

  QgsLayout* layout() override { return figure_.layout.get(); }
  bool beginRender() override { return true; }
  bool endRender() override { return true; }
  int count() const override { return static_cast<int>(spec_.page_files.size()); }
  QString filePath(const QString& base, const QString& extension) override { return base + extension; }
  bool next() override {
    if (page_ >= spec_.page_files.size() || error_ || task_.stop.stop_requested()) return false;
    task_.at(0.02 + 0.9 * static_cast<double>(page_) / static_cast<double>(spec_.page_files.size()), "draw");
    cache_.trim();
    auto page = read_page(spec_.page_files[page_++]);
    if (!page) return refuse(std::move(page).error());
    figure_.layout.reset();  // before the layers that it shows
    if (page_ == 1) first_view_ = page->view;
    names_.push_back({page->title, page->subtitle});
    stock_.project = std::move(figure_.project);
    auto figure = figure_of(*page, cache_, stock_, task_);
    if (!figure) return refuse(std::move(figure).error());
    figure_ = *std::move(figure);
    return true;
  }
  [[nodiscard]] const std::optional<core::Error>& error() const { return error_; }
  /// What the file can be opened again with.
  [[nodiscard]] const std::string& first_view() const { return first_view_; }
  [[nodiscard]] const std::vector<PageName>& names() const { return names_; }

 private:
  bool refuse(core::Error error) {
    error_ = std::move(error);
    return false;
  }
  const map::SeriesSpec& spec_;
  LayerCache& cache_;
  const core::Task& task_;
  PageStock stock_;
  Figure figure_;
  std::size_t page_ = 0;
  std::string first_view_;
  std::vector<PageName> names_;
  std::optional<core::Error> error_;
};

bool pdf_has_its_end(const QString& name) {
  QFile file(name);
  if (!file.open(QIODevice::ReadOnly) || file.size() < 64 || !file.read(8).startsWith("%PDF-")) return false;
  file.seek(std::max<qint64>(0, file.size() - 1024));
  return file.readAll().contains("%%EOF");
}

}  // namespace

core::Status export_series(const map::SeriesSpec& spec, const std::string& part_file, LayerCache& cache,
                           const core::Task& task) {
  if (spec.page_files.empty()) return core::fail(series_failed(spec, "it has no pages"));
  const PartFile part(part_file);
  if (const int reason = part.create(); reason != 0) return core::fail(series_not_writable(spec, reason));
  const QString file = QString::fromStdString(part.path().native());
  SeriesPages pages(spec, cache, task);
  QString wrong;
  const auto result = QgsLayoutExporter::exportToPdf(&pages, file, pdf_settings(), wrong, nullptr);
  if (task.stop.stop_requested()) return core::fail(core::Error{.code = core::ErrorCode::cancelled});
  if (pages.error()) return core::fail(*pages.error());
  const bool is_whole = result == QgsLayoutExporter::Success && pdf_has_its_end(file);
  if (!is_whole && disk_is_full(part.path())) return core::fail(series_not_writable(spec, ENOSPC));
  if (result != QgsLayoutExporter::Success)
    return core::fail(series_failed(spec, wrong.isEmpty() ? reason_of(result) : wrong.toStdString()));
  if (!is_whole) return core::fail(series_failed(spec, "the file was cut short"));
  const AboutFigure about{.title = spec.title,
                          .author = spec.author,
                          .subject = spec.subject,
                          .language = spec.language,
                          .view = pages.first_view()};
  if (const QString bad = finish_pdf(file, about, bookmarks_of(pages.names())); !bad.isEmpty()) {
    if (disk_is_full(part.path())) return core::fail(series_not_writable(spec, ENOSPC));
    return core::fail(series_failed(spec, bad.toStdString()));
  }
  task.at(0.97, "save");
  if (core::Status placed = part.take_place_of(spec.file); !placed) return placed;
  task.at(1.0, "done");
  return {};
}

}  // namespace vicinia::gis::engine
