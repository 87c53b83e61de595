// vicinia web-page: one HTML file that shows every sector and variable to people without the program.
#include <optional>

#include "command.h"
#include "own_rule_options.h"
#include "rule_options.h"
#include "stop_on_interrupt.h"
#include "usage.h"
#include "vicinia/workspace/document/find.h"
#include "vicinia/workspace/figures/figure_view.h"
#include "vicinia/workspace/saving/workspace_file.h"
#include "vicinia/workspace/web/web_page.h"

namespace vicinia::cli {
namespace {

class WebPage : public Command {
 public:
  void setup(CLI::App& program) override {
    app_ = program.add_subcommand(
        "web-page",
        "One HTML file with the map, the tables and the agglomerations of all sectors, for any browser");
    dataset_.setup(*app_);
    app_->add_option("--out", out_, "File to write: .html")->type_name("FILE")->required();
    {
      const OptionGroup group(*app_, "What it opens with");
      app_->add_option(
              "--view", view_,
              "A figure that Vicinia has made, or a workspace (.vicinia): its classes, colours, rules and place; "
              "options of the rules are then those of the view")
          ->type_name("FILE");
      app_->add_option("--sector", sector_,
                       "Number or name of the sector; default: the first, or that of the view");
      std::vector<std::string> ids;
      for (const auto& info : core::values::all_variables()) ids.emplace_back(info.id);
      app_->add_option("--variable", variable_,
                       "What to show; \"vicinia variables\" lists them; default: lq, or that of the view")
          ->check(CLI::IsMember(ids).description(""))
          ->type_name("NAME");
      app_->add_option("--province", province_, "Only this province is coloured (name or code)");
      app_->add_option("--select", select_, "The unit that is selected (name or code)");
    }
    own_rule_.setup(*app_);
    rules_.setup(*app_);
    app_->footer(
        "The page needs no server and asks for nothing over a network. Lines are as fine as its deepest zoom shows them; where areas have\n"
        "more than 250,000 vertices even so, that zoom is less deep. Once the values are more than four megabytes, further variables\n"
        "are left out and told.\n"
        "Example: vicinia web-page --sector I --language vi --out textile.html");
  }

  core::Status run() override {
    if (!out_.ends_with(".html") && !out_.ends_with(".htm"))
      return core::fail({.code = core::ErrorCode::unsupported_format,
                         .subject = {.file = out_},
                         .detail = std::filesystem::path(out_).extension().string() + "|.html"});
    if (auto ok = dataset_.check_output(out_); !ok) return ok;
    const auto open = dataset_.open();
    if (!open) return core::fail(open.error());
    workspace::Workspace& workspace = **open;
    if (auto ok = open_view(workspace); !ok) return ok;
    if (auto ok = choose(workspace); !ok) return ok;
    const auto contiguity =
        view_.empty()
            ? rules_.apply(workspace)
            : workspace::Contiguity::build(workspace.dataset(), workspace.view().agglomerations.tolerance_m);
    if (!contiguity) return core::fail(contiguity.error());
    tell_of_borders(*contiguity, workspace.view().agglomerations, dataset_.language());
    const StopOnInterrupt interrupt;
    const auto page =
        workspace::write_web_page(out_, workspace.document(), *contiguity, {.language = dataset_.language()},
                                  {.stop = interrupt.token()});
    if (!page) return core::fail(page.error());
    tell(workspace::left_out_text(workspace.document(), *page, dataset_.language()));
    return {};
  }

 private:
  core::Status open_view(workspace::Workspace& workspace) const {
    if (view_.empty()) return {};
    const auto stored =
        view_.ends_with(".vicinia")
            ? workspace::read_workspace(view_).map([](auto saved) { return std::move(saved.view); })
            : workspace::view_from_figure(view_);
    if (!stored) return core::fail(stored.error());
    const auto view = workspace::view_on(*stored, workspace.dataset());
    if (!view) return core::fail(view.error());
    return workspace.apply(workspace::commands::open_view(*view));
  }

  core::Status choose(workspace::Workspace& workspace) const {
    namespace commands = workspace::commands;
    if (auto ok = dataset_.show_level_of(workspace, sector_); !ok) return ok;
    std::vector<workspace::Command> steps;
    if (!sector_.empty()) {
      const auto sector = workspace::find_sector(workspace.dataset(), sector_);
      if (!sector) return core::fail(sector.error());
      steps.push_back(commands::set_sector(*sector));
    }
    if (view_.empty()) steps.push_back(commands::set_own_rule(own_rule_.rule()));
    if (!variable_.empty()) steps.push_back(commands::set_variable(*core::values::variable_by_id(variable_)));
    if (!province_.empty()) {
      const auto province = workspace::find_province(workspace.dataset(), province_);
      if (!province) return core::fail(province.error());
      steps.push_back(commands::set_province(*province));
    }
    if (!select_.empty()) {
      const auto unit = workspace::find_unit(workspace.dataset(), select_);
      if (!unit) return core::fail(unit.error());
      steps.push_back(commands::select_unit(*unit));
    }
    for (const workspace::Command& step : steps)
      if (auto ok = workspace.apply(step); !ok) return ok;
    return {};
  }

  DatasetOptions dataset_;
  OwnRuleOptions own_rule_;
  RuleOptions rules_;
  std::string out_, view_, sector_, variable_, province_, select_;
};

}  // namespace

std::unique_ptr<Command> make_web_page_command() { return std::make_unique<WebPage>(); }

}  // namespace vicinia::cli
