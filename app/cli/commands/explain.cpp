// vicinia explain: why a district is in an agglomeration, or what it lacks.
#include "command.h"
#include "rule_options.h"
#include "vicinia/workspace/document/agglomerations.h"
#include "vicinia/workspace/document/find.h"
#include "vicinia/workspace/words/explanation_text.h"

namespace vicinia::cli {
namespace {

class Explain : public Command {
 public:
  void setup(CLI::App& program) override {
    app_ = program.add_subcommand("explain", "Why a district is in an agglomeration, or what it lacks");
    dataset_.setup(*app_);
    rules_.setup(*app_);
    app_->add_option("--sector", sector_, "Number or name of the sector")->required();
    app_->add_option("--unit", unit_,
                     "Name or code of the district: \"Trảng Bàng\", \"Châu Thành, Bến Tre\", 712")
        ->required();
    app_->add_option("--format", format_, "text or json")
        ->check(CLI::IsMember({"text", "json"}))
        ->capture_default_str();
    app_->footer(
        "Examples: vicinia explain --sector I --unit \"Trảng Bàng\"\n"
        "          vicinia explain --sector I --unit \"Cần Giờ\" --link-units \"Cần Giờ\" \"Nhơn Trạch\"");
  }

  core::Status run() override {
    const auto open = dataset_.open();
    if (!open) return core::fail(open.error());
    workspace::Workspace& workspace = **open;
    if (auto ok = dataset_.show_level_of(workspace, sector_); !ok) return ok;
    const auto sector = workspace::find_sector(workspace.dataset(), sector_);
    if (!sector) return core::fail(sector.error());
    const auto unit = workspace::find_unit(workspace.dataset(), unit_);
    if (!unit) return core::fail(unit.error());
    if (auto ok = workspace.apply(workspace::commands::set_sector(*sector)); !ok) return ok;
    const auto contiguity = rules_.apply(workspace);
    if (!contiguity) return core::fail(contiguity.error());
    tell_of_borders(*contiguity, workspace.view().agglomerations, dataset_.language());
    const auto explanation = workspace::explain(workspace.document(), *contiguity, *unit);
    if (!explanation) return core::fail(explanation.error());
    if (format_ == "text")
      return write_output(
          "",
          period_line(workspace.document()) +
              workspace::plain_text(
                  workspace::explanation_text(workspace.dataset(), *explanation, dataset_.language()),
                  dataset_.language()),
          Content::text);
    const auto json = workspace::explanation_json(workspace.document(), *explanation);
    return json ? write_output("", *json) : core::fail(json.error());
  }

 private:
  /// Nothing where there is one period only.
  [[nodiscard]] std::string period_line(const workspace::Document& document) const {
    const core::Dataset& data = *document.data->dataset;
    if (data.periods.size() < 2) return {};
    return (dataset_.language() == workspace::Language::vi ? "Kỳ: " : "Period: ") +
           workspace::period_text(data, document.view.period, dataset_.language()) + "\n";
  }

  DatasetOptions dataset_;
  RuleOptions rules_;
  std::string sector_, unit_, format_ = "text";
};

}  // namespace

std::unique_ptr<Command> make_explain_command() { return std::make_unique<Explain>(); }

}  // namespace vicinia::cli
