// vicinia series: a figure for each sector, province or agglomeration, or small maps on one page. vicinia brief: a page for each
// province and sector.
#include "command.h"
#include "figure_options.h"
#include "progress_line.h"
#include "stop_on_interrupt.h"
#include "vicinia/workspace/figures/figure_series.h"
#include "vicinia/workspace/figures/grey_print.h"

namespace vicinia::cli {
namespace {

using gis::map::FigureSpec;
using gis::map::SeriesSpec;

SeriesSpec about_series(const workspace::Workspace& workspace, workspace::Language language, const std::string& out, const std::string& title) {
  const core::Provenance& provenance = workspace.dataset().provenance;
  return {.title = title.empty() ? pick(provenance.title, language) : title,
          .author = "Vicinia",
          .subject = pick(provenance.survey, language),
          .language = std::string(workspace::code_of(language)),
          .file = std::filesystem::absolute(out).string()};
}

/// Once for all pages: nobody reads the same line fifty times.
void warn_of_grey(const std::vector<workspace::NamedPage>& pages, workspace::Language language) {
  if (const auto warning = workspace::grey_print_warning(pages, language); !warning.empty()) std::cerr << "vicinia: " << warning << '\n';
}

class Series : public Command {
 public:
  void setup(CLI::App& program) override {
    app_ = program.add_subcommand("series", "A figure for each sector, province or agglomeration: one PDF, or one file each");
    dataset_.setup(*app_, DatasetOptions::Languages::one_or_both);
    app_->add_option("--per", per_, "sector, province or agglomeration")->check(CLI::IsMember({"sector", "province", "agglomeration"}))->required();
    app_->add_option("--sector", options_.sector, "Number or name of the sector, for provinces and agglomerations");
    app_->add_option("--out", out_, "A PDF for all pages, or a folder for one file each")->type_name("FILE|DIR")->required();
    app_->add_option("--format", format_, "Of the files in a folder")->check(CLI::IsMember({"pdf", "svg", "png", "tiff", "qgz"}))->capture_default_str();
    app_->add_flag("--same-classes", series_.same_classes, "The same classes on every page");
    app_->add_flag("--same-scale", series_.same_scale, "The same scale on every page");
    app_->add_flag("--multiples", multiples_, "Small maps on one page, under the same classes");
    options_.setup(*app_, dataset_);
  }

  core::Status run() override {
    if (out_.ends_with(".pdf") || multiples_)
      if (auto ok = require_file(out_); !ok) return ok;
    auto page = options_.page();
    if (!page) return core::fail(page.error());
    const auto open = dataset_.open();
    if (!open) return core::fail(open.error());
    workspace::Workspace& workspace = **open;
    const auto contiguity = options_.choose_view(workspace);
    if (!contiguity) return core::fail(contiguity.error());
    series_.per = per_ == "sector" ? workspace::SeriesPer::sector
                  : per_ == "province" ? workspace::SeriesPer::province : workspace::SeriesPer::agglomeration;
    series_.same_classes = series_.same_classes || multiples_;
    const auto items = workspace::series_items(workspace.document(), *contiguity, series_, dataset_.language());
    if (!items) return core::fail(items.error());
    const auto engine = FigureEngine::start(workspace.dataset());
    if (!engine) return core::fail(engine.error());
    std::vector<workspace::NamedPage> named;
    for (const workspace::SeriesItem& item : *items) named.push_back({item.name, &item.document});
    warn_of_grey(named, dataset_.language());
    const StopOnInterrupt interrupt;
    ProgressLine line;
    const core::Task task{interrupt.token(), [&line](double share, std::string_view) { line.show(share); }};
    if (multiples_) return export_multiples(*items, *engine, *contiguity, *page, task);
    if (!out_.ends_with(".pdf")) return export_files(*items, *engine, *contiguity, *page, task);
    return engine->client->export_series(
        about_series(workspace, dataset_.language(), out_, page->figure.title), items->size(),
        [&](std::size_t i) { return workspace::make_series_page((*items)[i], engine->sources, *contiguity, series_, *page); }, task);
  }

 private:
  core::Status export_multiples(const std::vector<workspace::SeriesItem>& items, const FigureEngine& engine, const workspace::Contiguity& contiguity,
                                workspace::PageOptions page, const core::Task& task) const {
    const auto format = workspace::figure_format_of(out_);
    if (!format) return core::fail(format.error());
    page.figure.file = std::filesystem::absolute(out_);
    page.figure.format = *format;
    const auto figure = workspace::make_multiples_page(items, engine.sources, contiguity, page);
    if (!figure) return core::fail(figure.error());
    return engine.client->export_figure(*figure, task);
  }

  core::Status export_files(const std::vector<workspace::SeriesItem>& items, const FigureEngine& engine, const workspace::Contiguity& contiguity,
                            workspace::PageOptions page, const core::Task& task) const {
    const std::filesystem::path folder = std::filesystem::absolute(out_);
    std::error_code failed;
    std::filesystem::create_directories(folder, failed);
    if (failed) return core::fail({.code = core::ErrorCode::file_not_writable, .subject = {.file = out_}, .detail = failed.message()});
    for (std::size_t i = 0; i < items.size(); ++i) {
      task.at(static_cast<double>(i) / static_cast<double>(items.size()), "draw");
      page.figure.file = folder / (items[i].file_stem + "." + format_);
      page.figure.format = *workspace::figure_format_of(page.figure.file);
      const auto figure = workspace::make_series_page(items[i], engine.sources, contiguity, series_, page);
      if (!figure) return core::fail(figure.error());
      if (auto ok = engine.client->export_figure(*figure, {.stop = task.stop}); !ok) return ok;
    }
    return {};
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
  }

  core::Status run() override {
    if (auto ok = require_file(out_); !ok) return ok;
    auto page = options_.page();
    if (!page) return core::fail(page.error());
    const auto open = dataset_.open();
    if (!open) return core::fail(open.error());
    const auto contiguity = options_.choose_view(**open);
    if (!contiguity) return core::fail(contiguity.error());
    const auto pages = workspace::brief_pages((*open)->document(), *contiguity);
    if (!pages) return core::fail(pages.error());
    const auto engine = FigureEngine::start((*open)->dataset());
    if (!engine) return core::fail(engine.error());
    std::vector<workspace::NamedPage> named;
    for (const workspace::BriefPage& one : *pages)
      named.push_back({dataset_.language() == workspace::Language::vi ? one.title_vi : one.title_en, &one.document});
    warn_of_grey(named, dataset_.language());
    const StopOnInterrupt interrupt;
    ProgressLine line;
    const core::Task task{interrupt.token(), [&line](double share, std::string_view) { line.show(share); }};
    return engine->client->export_series(
        about_series(**open, dataset_.language(), out_, page->figure.title), pages->size(),
        [&](std::size_t i) { return workspace::make_brief_page((*pages)[i], engine->sources, *contiguity, *page); }, task);
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
