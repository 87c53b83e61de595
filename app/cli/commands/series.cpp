// vicinia series: a figure for each sector, province or agglomeration, or small maps on one page. vicinia brief: a page for each
// province and sector.
#include "command.h"
#include "figure_options.h"
#include "output.h"
#include "progress_line.h"
#include "stop_on_interrupt.h"
#include "vicinia/gis/client/figure_folder.h"
#include "vicinia/workspace/figures/figure_builder.h"
#include "vicinia/workspace/figures/figure_pages.h"

namespace vicinia::cli {
namespace {

using workspace::FigureKind;

/// A PDF of pages.
core::Status write_pdf(const workspace::FigurePages& pages, const FigureEngine& engine,
                       const core::Dataset& data, workspace::Language language, const std::string& out,
                       const workspace::PageOptions& options, const core::Task& task) {
  return engine.client->export_series(
      workspace::about_series(data, language, options.figure.title, std::filesystem::absolute(out)),
      pages.size(), [&](std::size_t i) { return pages.page(i, engine.sources, options); }, task);
}

/// Once for all pages: nobody reads the same line fifty times.
void warn_of_grey(const workspace::FigurePages& pages) { tell(pages.grey_warning()); }

class Series : public Command {
 public:
  void setup(CLI::App& program) override {
    app_ = program.add_subcommand(
        "series", "A figure for each sector, province or agglomeration: one PDF, or one file each");
    dataset_.setup(*app_, DatasetOptions::Languages::one_or_both);
    app_->add_option("--per", per_, "sector, province or agglomeration")
        ->check(CLI::IsMember({"sector", "province", "agglomeration"}))
        ->required();
    app_->add_option("--sector", options_.sector,
                     "Number or name of the sector, for provinces and agglomerations");
    app_->add_option("--out", out_, "A PDF for all pages, or a folder for one file each")
        ->type_name("FILE|DIR")
        ->required();
    app_->add_option("--format", format_, "Of the files in a folder")
        ->check(CLI::IsMember({"pdf", "svg", "png", "tiff", "qgz"}))
        ->capture_default_str();
    app_->add_flag("--same-classes", series_.same_classes, "The same classes on every page");
    app_->add_flag("--same-scale", series_.same_scale, "The same scale on every page");
    app_->add_flag("--small-multiples,--multiples", multiples_,
                   "Small maps on one page, under the same classes");
    options_.setup(*app_, dataset_);
  }

  core::Status run() override {
    const auto format = workspace::figure_format_of(out_);
    const bool one_file = multiples_ || format.has_value();
    if (!multiples_ && format && *format != gis::map::FigureFormat::pdf)
      return core::fail({.code = core::ErrorCode::unsupported_format,
                         .subject = {.file = out_, .field = "pages"},
                         .detail = std::filesystem::path(out_).extension().string() + "|.pdf"});
    if (multiples_ && !format) return core::fail(format.error());
    if (auto ok = one_file ? dataset_.check_output(out_) : check_output_folder(out_); !ok) return ok;
    auto page = options_.page();
    if (!page) return core::fail(page.error());
    const auto open = dataset_.open();
    if (!open) return core::fail(open.error());
    workspace::Workspace& workspace = **open;
    auto contiguity = options_.choose_view(workspace);
    if (!contiguity) return core::fail(contiguity.error());
    series_.per = per_ == "sector"     ? workspace::SeriesPer::sector
                  : per_ == "province" ? workspace::SeriesPer::province
                                       : workspace::SeriesPer::agglomeration;
    const auto pages = workspace::FigurePages::lay_out(
        workspace.document(), std::make_shared<const workspace::Contiguity>(*std::move(contiguity)),
        {multiples_ ? FigureKind::multiples : FigureKind::series, series_, dataset_.language()});
    if (!pages) return core::fail(pages.error());
    const auto engine = FigureEngine::start(workspace.dataset());
    if (!engine) return core::fail(engine.error());
    warn_of_grey(*pages);
    const StopOnInterrupt interrupt;
    ProgressLine line;
    const core::Task task{interrupt.token(), [&line](double share, std::string_view) { line.show(share); },
                          notes_on_stderr(dataset_.language())};
    if (multiples_) return write_one(*pages, *engine, *page, task);
    if (!one_file) return write_files(*pages, *engine, *page, task);
    return write_pdf(*pages, *engine, workspace.dataset(), dataset_.language(), out_, *page, task);
  }

 private:
  core::Status write_one(const workspace::FigurePages& pages, const FigureEngine& engine,
                         workspace::PageOptions page, const core::Task& task) const {
    const auto format = workspace::figure_format_of(out_);
    if (!format) return core::fail(format.error());
    page.figure.file = std::filesystem::absolute(out_);
    page.figure.format = *format;
    const auto figure = pages.page(0, engine.sources, page);
    if (!figure) return core::fail(figure.error());
    return engine.client->export_figure(*figure, task);
  }

  core::Status write_files(const workspace::FigurePages& pages, const FigureEngine& engine,
                           workspace::PageOptions page, const core::Task& task) const {
    return gis::client::export_folder(
        *engine.client, out_, pages.size(),
        [&](std::size_t i) {
          page.figure.file = pages.file_stem(i) + "." + format_;
          page.figure.format = *workspace::figure_format_of(page.figure.file);
          return pages.page(i, engine.sources, page);
        },
        task);
  }

  DatasetOptions dataset_;
  FigureOptions options_;
  workspace::SeriesOptions series_;
  std::string per_, out_, format_ = "pdf";
  bool multiples_ = false;
};

class Brief : public Command {
 public:
  void setup(CLI::App& program) override {
    app_ = program.add_subcommand("brief", "A PDF with one page for each province and each sector");
    dataset_.setup(*app_);
    app_->add_option("--out", out_, "PDF to write")->type_name("FILE")->required();
    options_.setup(*app_, dataset_);
    for (const char* settled :
         {"--measure", "--province", "--select", "--title", "--subtitle", "--dpi", "--overview", "--table"})
      app_->remove_option(
          app_->get_option(settled));  // each page has its own, and an option without effect misleads
  }

  core::Status run() override {
    if (auto ok = dataset_.check_output(out_); !ok) return ok;
    auto page = options_.page();
    if (!page) return core::fail(page.error());
    const auto open = dataset_.open();
    if (!open) return core::fail(open.error());
    auto contiguity = options_.choose_view(**open);
    if (!contiguity) return core::fail(contiguity.error());
    const auto pages = workspace::FigurePages::lay_out(
        (*open)->document(), std::make_shared<const workspace::Contiguity>(*std::move(contiguity)),
        {.kind = FigureKind::brief, .language = dataset_.language()});
    if (!pages) return core::fail(pages.error());
    const auto engine = FigureEngine::start((*open)->dataset());
    if (!engine) return core::fail(engine.error());
    warn_of_grey(*pages);
    const StopOnInterrupt interrupt;
    ProgressLine line;
    const core::Task task{interrupt.token(), [&line](double share, std::string_view) { line.show(share); },
                          notes_on_stderr(dataset_.language())};
    return write_pdf(*pages, *engine, (*open)->dataset(), dataset_.language(), out_, *page, task);
  }

 private:
  DatasetOptions dataset_;
  FigureOptions options_;
  std::string out_;
};

}  // namespace

std::unique_ptr<Command> make_series_command() { return std::make_unique<Series>(); }
std::unique_ptr<Command> make_brief_command() { return std::make_unique<Brief>(); }

}  // namespace vicinia::cli
