// vicinia agglomerations: connected sets of districts, wherever the province boundary runs.
#include <algorithm>
#include <iterator>

#include "command.h"
#include "rule_options.h"
#include "vicinia/workspace/agglomeration_outlines.h"
#include "vicinia/workspace/agglomerations.h"
#include "vicinia/workspace/find.h"

namespace vicinia::cli {
namespace {

class Agglomerations : public Command {
 public:
  void setup(CLI::App& program) override {
    app_ = program.add_subcommand("agglomerations", "Agglomerations of a sector, across province boundaries, largest first");
    dataset_.setup(*app_);
    rules_.setup(*app_);
    app_->add_option("--sector", sector_, "Number or name of the sector; default: all");
    app_->add_option("--format", format_, "csv or json")->check(CLI::IsMember({"csv", "json"}))->capture_default_str();
    app_->add_option("--out", out_, "Also write their outlines: .gpkg, .geojson, .shp or .fgb")->type_name("FILE");
    app_->footer(
        "Examples: vicinia agglomerations --sector I --lq-min 1.5 --employees-min 1000 --out textile.gpkg\n"
        "          vicinia agglomerations --sector I --cut-units \"Dĩ An\" \"Biên Hòa\" --format json");
  }

  core::Status run() override {
    const auto open = dataset_.open();
    if (!open) return core::fail(open.error());
    workspace::Workspace& workspace = **open;
    const auto sectors = chosen_sectors(workspace.dataset(), sector_);
    if (!sectors) return core::fail(sectors.error());
    const auto contiguity = rules_.apply(workspace);
    if (!contiguity) return core::fail(contiguity.error());
    std::vector<workspace::AgglomerationFeature> outlines;
    std::vector<std::string> tables;
    for (const auto sector : *sectors) {
      if (auto ok = workspace.apply(workspace::commands::set_sector(sector)); !ok) return ok;
      const auto reports = workspace::find_agglomerations(workspace.document(), *contiguity);
      if (!reports) return core::fail(reports.error());
      if (auto ok = add_outlines(workspace.document(), *contiguity, *reports, outlines); !ok) return ok;
      const auto part = format_ == "json" ? workspace::agglomerations_json(workspace.document(), *reports)
                                          : workspace::agglomerations_csv(workspace.document(), *reports);
      if (!part) return core::fail(part.error());
      tables.push_back(*part);
    }
    if (!out_.empty())
      if (auto ok = workspace::write_agglomeration_features(out_, workspace.dataset().crs, std::move(outlines)); !ok)
        return ok;
    return write_output("", format_ == "json" ? joined_json(tables) : joined_csv(tables));
  }

 private:
  core::Status add_outlines(const workspace::Document& document, const workspace::Contiguity& contiguity,
                            const std::vector<workspace::AgglomerationReport>& reports,
                            std::vector<workspace::AgglomerationFeature>& all) const {
    if (out_.empty()) return {};
    auto features = workspace::agglomeration_features(document, contiguity, reports, dataset_.language());
    if (!features) return core::fail(features.error());
    std::ranges::move(*features, std::back_inserter(all));
    return {};
  }

  DatasetOptions dataset_;
  RuleOptions rules_;
  std::string sector_, format_ = "csv", out_;
};

}  // namespace

std::unique_ptr<Command> make_agglomerations_command() { return std::make_unique<Agglomerations>(); }

}  // namespace vicinia::cli
