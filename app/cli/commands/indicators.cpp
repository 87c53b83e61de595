// vicinia indicators: the table of a sector.
#include <vector>

#include "command.h"
#include "vicinia/workspace/find.h"
#include "vicinia/workspace/indicator_table.h"

namespace vicinia::cli {
namespace {

class Indicators : public Command {
 public:
  void setup(CLI::App& program) override {
    app_ = program.add_subcommand("indicators", "LQ, shares and counts of every unit that the source lists");
    dataset_.setup(*app_);
    app_->add_option("--sector", sector_, "Number or name of the sector; default: all");
    app_->add_option("--province", province_, "Only the districts of this province (name or code)");
    app_->add_option("--format", format_, "csv or json")->check(CLI::IsMember({"csv", "json"}))->capture_default_str();
    app_->add_option("--out", out_, "File to write; default: the terminal")->type_name("FILE");
  }

  core::Status run() override {
    const auto open = dataset_.open();
    if (!open) return core::fail(open.error());
    workspace::Workspace& workspace = **open;
    const auto sectors = chosen_sectors(workspace.dataset(), sector_);
    if (!sectors) return core::fail(sectors.error());
    if (!province_.empty()) {
      const auto province = workspace::find_province(workspace.dataset(), province_);
      if (!province) return core::fail(province.error());
      if (auto ok = workspace.apply(workspace::commands::set_province(*province)); !ok) return ok;
    }
    const auto table = format_ == "json" ? workspace::indicators_json(workspace.document(), *sectors)
                                         : workspace::indicators_csv(workspace.document(), *sectors);
    if (!table) return core::fail(table.error());
    return write_output(out_, *table);
  }

 private:
  DatasetOptions dataset_;
  std::string sector_, province_, format_ = "csv", out_;
};

}  // namespace

std::unique_ptr<Command> make_indicators_command() { return std::make_unique<Indicators>(); }

}  // namespace vicinia::cli
