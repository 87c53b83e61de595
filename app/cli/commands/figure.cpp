// vicinia figure: one map as PDF, SVG or PNG, drawn by the map engine.
#include <algorithm>
#include <array>
#include <vector>

#include "command.h"
#include "rule_options.h"
#include "vicinia/gis/client/engine_client.h"
#include "vicinia/workspace/choropleth.h"
#include "vicinia/workspace/figure_outlines.h"
#include "vicinia/workspace/find.h"
#include "vicinia/workspace/map_builder.h"
#include "vicinia/workspace/resource_paths.h"

namespace vicinia::cli {
namespace {

constexpr std::array methods{"quantile", "equal-interval", "natural-breaks", "manual"};

class Figure : public Command {
 public:
  void setup(CLI::App& program) override {
    app_ = program.add_subcommand("figure", "A map of one sector for a report, as PDF, SVG or PNG");
    dataset_.setup(*app_);
    app_->add_option("--sector", sector_, "Number or name of the sector")->required();
    std::vector<std::string> measures;
    for (const auto& info : core::indicators::all_measures()) measures.emplace_back(info.id);
    app_->add_option("--measure", measure_, "What to show")->check(CLI::IsMember(measures))->capture_default_str();
    app_->add_option("--out", out_, "File to write: .pdf, .svg or .png")->type_name("FILE")->required();
    app_->add_option("--dpi", dpi_, "Resolution of PNG")->check(CLI::Range(36.0, 1200.0))->capture_default_str();
    app_->add_option("--province", province_, "Only this province (name or code)");
    app_->add_option("--method", method_, "Classes by quantile, equal-interval or natural-breaks")
        ->check(CLI::IsMember({methods[0], methods[1], methods[2]}))
        ->capture_default_str();
    app_->add_option("--classes", classes_, "Number of classes")
        ->check(CLI::Range(std::size_t{1}, core::stats::max_classes))
        ->capture_default_str();
    app_->add_option("--breaks", breaks_, "Own inner class breaks, ascending: 0.5,1,2,5")->delimiter(',');
    app_->add_option("--title", title_, "Title; default: sector and measure");
    app_->add_option("--subtitle", subtitle_, "Subtitle; default: province and survey");
    app_->add_flag("--landscape", landscape_, "Page in landscape");
    app_->add_flag("!--no-labels", labels_, "Leave out the names on the map");
    app_->add_flag("!--no-outlines", outlines_, "Leave out the outlines of agglomerations");
    rules_.setup(*app_);
  }

  core::Status run() override {
    const auto format = workspace::figure_format_of(out_);
    if (!format) return core::fail(format.error());
    auto open = dataset_.open();
    if (!open) return core::fail(open.error());
    workspace::Workspace& workspace = **open;
    if (auto ok = choose_view(workspace); !ok) return ok;

    const auto choropleth = workspace::make_choropleth(workspace.document());
    if (!choropleth) return core::fail(choropleth.error());
    const auto program = gis::client::find_engine(workspace::running_program());
    if (!program) return core::fail(program.error());
    auto engine = gis::client::EngineClient::start({.program = *program});
    if (!engine) return core::fail(engine.error());
    const auto sources = workspace::write_sources(workspace.dataset(), (*engine)->private_folder());
    if (!sources) return core::fail(sources.error());
    const workspace::FigureOptions options{.file = std::filesystem::absolute(out_),
                                           .format = *format,
                                           .dpi = dpi_,
                                           .landscape = landscape_,
                                           .language = dataset_.language(),
                                           .title = title_,
                                           .subtitle = subtitle_};
    auto figure = workspace::make_figure_spec(workspace.document(), *choropleth, *sources, options);
    if (outlines_) {
      const auto contiguity = rules_.apply(workspace);
      if (!contiguity) return core::fail(contiguity.error());
      if (auto ok = workspace::add_outlines(figure, workspace.document(), *contiguity, dataset_.language()); !ok) return ok;
    }
    return (*engine)->export_figure(std::move(figure), {});
  }

 private:
  core::Status choose_view(workspace::Workspace& workspace) const {
    namespace commands = workspace::commands;
    const core::Dataset& data = workspace.dataset();
    const auto sector = workspace::find_sector(data, sector_);
    if (!sector) return core::fail(sector.error());
    std::vector<workspace::Command> steps{commands::set_sector(*sector),
                                          commands::set_measure(*core::indicators::measure_by_id(measure_)),
                                          commands::set_labels(labels_)};
    workspace::Classification classification{.classes = classes_, .manual_breaks = breaks_};
    const auto at = std::ranges::find(methods, method_);
    classification.method = breaks_.empty() ? static_cast<core::stats::ClassMethod>(at - methods.begin())
                                            : core::stats::ClassMethod::manual;
    steps.push_back(commands::set_classification(classification));
    if (!province_.empty()) {
      const auto province = workspace::find_province(data, province_);
      if (!province) return core::fail(province.error());
      steps.push_back(commands::set_province(*province));
    }
    for (const workspace::Command& step : steps)
      if (auto ok = workspace.apply(step); !ok) return ok;
    return {};
  }

  DatasetOptions dataset_;
  std::string sector_, measure_ = "lq", out_, province_, method_ = "quantile", title_, subtitle_;
  double dpi_ = 300;
  std::size_t classes_ = 5;
  std::vector<double> breaks_;
  bool landscape_ = false, labels_ = true, outlines_ = true;
  RuleOptions rules_;
};

}  // namespace

std::unique_ptr<Command> make_figure_command() { return std::make_unique<Figure>(); }

}  // namespace vicinia::cli
