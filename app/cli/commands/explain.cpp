// vicinia explain: why a district is in an agglomeration, or what it lacks.
#include "command.h"
#include "rule_options.h"
#include "vicinia/workspace/agglomerations.h"
#include "vicinia/workspace/find.h"
#include "vicinia/workspace/texts.h"

namespace vicinia::cli {
namespace {

class Explain : public Command {
 public:
  void setup(CLI::App& program) override {
    app_ = program.add_subcommand("explain", "Why a district is in an agglomeration, or what it lacks");
    dataset_.setup(*app_);
    rules_.setup(*app_);
    app_->add_option("--sector", sector_, "Number or name of the sector")->required();
    app_->add_option("--unit", unit_, "Name or code of the district: \"Trảng Bàng\", \"Châu Thành, Bến Tre\", 712")->required();
  }

  core::Status run() override {
    const auto open = dataset_.open();
    if (!open) return core::fail(open.error());
    workspace::Workspace& workspace = **open;
    const auto sector = workspace::find_sector(workspace.dataset(), sector_);
    if (!sector) return core::fail(sector.error());
    const auto unit = workspace::find_unit(workspace.dataset(), unit_);
    if (!unit) return core::fail(unit.error());
    if (auto ok = workspace.apply(workspace::commands::set_sector(*sector)); !ok) return ok;
    if (auto ok = workspace.apply(workspace::commands::set_agglomerations(rules_.settings())); !ok) return ok;
    const auto contiguity = workspace::Contiguity::of(workspace.dataset(), workspace.view().agglomerations.snap_m);
    if (!contiguity) return core::fail(contiguity.error());
    const auto explanation = workspace::explain(workspace.document(), *contiguity, *unit);
    if (!explanation) return core::fail(explanation.error());
    return write_output("", as_text(workspace.dataset(), *explanation));
  }

 private:
  std::string as_text(const core::Dataset& data, const workspace::Explanation& e) const {
    const workspace::Language language = dataset_.language();
    const bool vi = language == workspace::Language::vi;
    const auto say = [&](const char* in_vi, const char* in_en) { return std::string(vi ? in_vi : in_en); };
    const auto name = [&](core::admin::UnitIndex unit) {
      const auto parent = data.frame.parent(unit);
      return workspace::name_of(data.frame[unit], language) +
             (parent ? ", " + workspace::name_of(data.frame[*parent], language) : "");
    };
    std::string text = name(e.unit) + ": ";
    if (!e.agglomeration)
      text += say("không thuộc cụm nào\n", "in no agglomeration\n");
    else
      text += say("thuộc cụm ", "in agglomeration ") + std::to_string(*e.agglomeration + 1) +
              (e.is_carried ? say(" (nhờ các huyện lân cận)", " (carried by its neighbours)") : "") + "\n";
    for (const auto& check : e.checks)
      text += std::string("  ") + (check.passed ? "✓ " : "✗ ") + check.rule + " " +
              workspace::number_text(check.threshold, 1, language) + ": " + workspace::cell_text(check.figure, 1, language) + "\n";
    text += say("Láng giềng liên kết:\n", "Linked neighbours:\n");
    if (e.links.empty()) text += say("  không có\n", "  none\n");
    for (const auto& link : e.links)
      text += "  " + name(link.neighbour) + ": " +
              workspace::number_text(link.border.length_m / 1000, 1, language) + " km (" +
              std::string(core::topology::name_of(link.border.kind)) + ")" +
              (link.is_member ? say(", cùng cụm", ", in the same agglomeration") : "") + "\n";
    return text;
  }

  DatasetOptions dataset_;
  RuleOptions rules_;
  std::string sector_, unit_;
};

}  // namespace

std::unique_ptr<Command> make_explain_command() { return std::make_unique<Explain>(); }

}  // namespace vicinia::cli
