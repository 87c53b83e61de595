// vicinia figure: one map, or several that are compared, as PDF, SVG, PNG, TIFF or QGIS project, drawn by the map engine.
#include "command.h"
#include "compare_options.h"
#include "figure_options.h"
#include "stop_on_interrupt.h"
#include "vicinia/workspace/figures/comparison_page.h"
#include "vicinia/workspace/figures/figure_builder.h"
#include "vicinia/workspace/figures/grey_print.h"

namespace vicinia::cli {
namespace {

class Figure : public Command {
 public:
  void setup(CLI::App& program) override {
    app_ = program.add_subcommand("figure",
                                  "A map of one sector for a report: PDF, SVG, PNG, TIFF or a QGIS project");
    dataset_.setup(*app_, DatasetOptions::Languages::one_or_both);
    app_->add_option("--sector", options_.sector, "Number or name of the sector")->required();
    app_->add_option("--out", out_,
                     "File to write: .pdf, .svg, .png, .tiff or .qgz (with its data in a .gpkg beside it)")
        ->type_name("FILE")
        ->required();
    compare_.setup(*app_);
    options_.setup(*app_, dataset_);
  }

  core::Status run() override {
    const auto format = workspace::figure_format_of(out_);
    if (!format) return core::fail(format.error());
    if (auto ok = dataset_.check_output(out_); !ok) return ok;
    auto page = options_.page();
    if (!page) return core::fail(page.error());
    const auto open = dataset_.open();
    if (!open) return core::fail(open.error());
    const auto contiguity = options_.choose_view(**open);
    if (!contiguity) return core::fail(contiguity.error());
    if (auto ok = compare_.apply(**open); !ok) return ok;
    page->figure.file = std::filesystem::absolute(out_);
    page->figure.format = *format;
    const auto engine = FigureEngine::start((*open)->dataset());
    if (!engine) return core::fail(engine.error());
    const auto figure =
        workspace::make_page_of_view((*open)->document(), engine->sources, *contiguity, *page);
    if (!figure) return core::fail(figure.error());
    tell_of_classes((*open)->document());
    const StopOnInterrupt interrupt;
    return engine->client->export_figure(
        *figure, {.stop = interrupt.token(), .note = notes_on_stderr(dataset_.language())});
  }

 private:
  void tell_of_classes(const workspace::Document& document) const {
    const auto choropleth = workspace::make_choropleth(document);
    if (!choropleth) return;
    tell(workspace::merged_classes_text(*choropleth, dataset_.language()));
    if (const auto warning = workspace::grey_print_warning(document, *choropleth, dataset_.language());
        !warning.empty())
      tell(warning);
  }

  DatasetOptions dataset_;
  FigureOptions options_;
  CompareOptions compare_;
  std::string out_;
};

}  // namespace

std::unique_ptr<Command> make_figure_command() { return std::make_unique<Figure>(); }

}  // namespace vicinia::cli
