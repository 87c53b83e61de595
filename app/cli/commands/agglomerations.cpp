// vicinia agglomerations: connected sets of districts, wherever the province boundary runs.
#include "command.h"
#include "rule_options.h"
#include "vicinia/core/topology/dissolve.h"
#include "vicinia/gis/io/vector_layer.h"
#include "vicinia/workspace/agglomerations.h"
#include "vicinia/workspace/find.h"

namespace vicinia::cli {
namespace {

using workspace::AgglomerationReport;

std::string joined(const core::admin::Frame& frame, const auto& units, workspace::Language language) {
  std::string text;
  for (const auto unit : units) text += (text.empty() ? "" : ", ") + workspace::name_of(frame[unit], language);
  return text;
}

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
    gis::io::LayerToWrite outlines{.name = "agglomerations",
                                   .crs = workspace.dataset().crs,
                                   .fields = {{.name = "sector_no"}, {.type = gis::io::FieldDefinition::Type::integer, .name = "id"},
                                              {.name = "provinces"}, {.name = "members"},
                                              {.type = gis::io::FieldDefinition::Type::integer, .name = "employees"}}};
    std::vector<std::string> tables;
    for (const auto sector : *sectors) {
      if (auto ok = workspace.apply(workspace::commands::set_sector(sector)); !ok) return ok;
      const auto reports = workspace::find_agglomerations(workspace.document(), *contiguity);
      if (!reports) return core::fail(reports.error());
      if (auto ok = add_outlines(workspace, *contiguity, *reports, outlines); !ok) return ok;
      const auto part = format_ == "json" ? workspace::agglomerations_json(workspace.document(), *reports)
                                          : workspace::agglomerations_csv(workspace.document(), *reports);
      if (!part) return core::fail(part.error());
      tables.push_back(*part);
    }
    if (!out_.empty())
      if (auto ok = gis::io::write_polygons(out_, outlines); !ok) return ok;
    return write_output("", format_ == "json" ? joined_json(tables) : joined_csv(tables));
  }

 private:
  core::Status add_outlines(const workspace::Workspace& workspace, const workspace::Contiguity& contiguity,
                            const std::vector<AgglomerationReport>& reports, gis::io::LayerToWrite& layer) const {
    if (out_.empty()) return {};
    const core::Dataset& data = workspace.dataset();
    std::vector<core::topology::GroupIndex> group_of_unit(data.frame.size(), core::topology::no_group);
    for (std::size_t i = 0; i < reports.size(); ++i)
      for (const auto member : reports[i].found.members) group_of_unit[member] = static_cast<core::topology::GroupIndex>(i);
    std::vector<core::topology::GroupIndex> groups;
    for (const auto unit : contiguity.units()) groups.push_back(group_of_unit[unit]);
    auto outlines = core::topology::dissolve(contiguity.topology(), groups);
    if (!outlines) return core::fail(outlines.error());
    for (std::size_t i = 0; i < reports.size(); ++i) {
      const auto& found = reports[i].found;
      layer.rows.push_back({data.sectors[workspace.view().sector].code, std::to_string(i + 1),
                            joined(data.frame, reports[i].provinces, dataset_.language()),
                            joined(data.frame, found.members, dataset_.language()),
                            found.sums.employees.has_number()
                                ? workspace::number_text(found.sums.employees.number(), 0, workspace::Language::en)
                                : ""});
      std::erase(layer.rows.back()[4], ',');
      layer.areas.push_back(std::move((*outlines)[i]));
    }
    return {};
  }

  DatasetOptions dataset_;
  RuleOptions rules_;
  std::string sector_, format_ = "csv", out_;
};

}  // namespace

std::unique_ptr<Command> make_agglomerations_command() { return std::make_unique<Agglomerations>(); }

}  // namespace vicinia::cli
