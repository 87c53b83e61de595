// vicinia robustness: how often agglomerations and their members survive when the rules vary.
#include "command.h"
#include "rule_options.h"
#include "vicinia/workspace/robustness.h"

namespace vicinia::cli {
namespace {

class Robustness : public Command {
 public:
  void setup(CLI::App& program) override {
    app_ = program.add_subcommand("robustness", "How often agglomerations and their members survive when the rules vary");
    dataset_.setup(*app_);
    rules_.setup(*app_);
    app_->add_option("--sector", sector_, "Number or name of the sector; default: all");
    app_->add_option("--core-share", options_.core_share, "A member is core if it survives at this share of the rules tried, else fringe")
        ->check(CLI::Range(0.0, 1.0))
        ->capture_default_str();
    app_->add_option("--format", format_, "csv or json")->check(CLI::IsMember({"csv", "json"}))->capture_default_str();
    app_->footer(
        "The rules given are the reference. Tried are, in all combinations: 0.7 to 1.5 times their least LQ; at least 0, 500, 1,000\n"
        "and 5,000 employees; edges and corners; borders longer than 0 and 1 km. An agglomeration survives where one shares more than\n"
        "half of the units of both with it (Jaccard above 0.5); \"near\" are units that would join it.\n"
        "Examples: vicinia robustness --sector I\n"
        "          vicinia robustness --sector I --lq-min 2 --core-share 0.9 --format json");
  }

  core::Status run() override {
    const auto open = dataset_.open();
    if (!open) return core::fail(open.error());
    workspace::Workspace& workspace = **open;
    const auto sectors = chosen_sectors(workspace.dataset(), sector_);
    if (!sectors) return core::fail(sectors.error());
    const auto contiguity = rules_.apply(workspace);
    if (!contiguity) return core::fail(contiguity.error());
    std::vector<std::string> tables;
    for (const auto sector : *sectors) {
      if (auto ok = workspace.apply(workspace::commands::set_sector(sector)); !ok) return ok;
      const auto report = workspace::assess_robustness(workspace.document(), *contiguity, options_);
      if (!report) return core::fail(report.error());
      const auto table = format_ == "json" ? workspace::robustness_json(workspace.document(), *report)
                                           : workspace::robustness_csv(workspace.document(), *report);
      if (!table) return core::fail(table.error());
      tables.push_back(*table);
    }
    return write_output("", format_ == "json" ? joined_json(tables) : joined_csv(tables));
  }

 private:
  DatasetOptions dataset_;
  RuleOptions rules_;
  core::agglomeration::RobustnessOptions options_;
  std::string sector_, format_ = "csv";
};

}  // namespace

std::unique_ptr<Command> make_robustness_command() { return std::make_unique<Robustness>(); }

}  // namespace vicinia::cli
