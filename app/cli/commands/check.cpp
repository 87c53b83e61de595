// vicinia check: what is wrong or remarkable with a layer of areas, worst first.
#include "vicinia/core/topology/check.h"

#include <iostream>
#include <vector>

#include "boundaries.h"
#include "check_rows.h"
#include "command.h"
#include "output.h"
#include "table_output.h"
#include "vicinia/core/topology/border_match.h"
#include "vicinia/workspace/base/printable.h"

namespace vicinia::cli {
namespace {

class Check : public Command {
 public:
  void setup(CLI::App& program) override {
    app_ = program.add_subcommand("check",
                                  "Invalid rings, identical areas, overlaps, gaps, slivers, borders that do "
                                  "not meet, islands: each with its place, worst first");
    boundaries_.setup(*app_);
    app_->add_option("--id", id_,
                     "Field that names the areas; features with the same are parts of one. Default: the "
                     "number of the feature")
        ->type_name("FIELD");
    app_->add_option("--parent", parent_,
                     "Field with the province, say: where units of different ones meet, a row says seam")
        ->type_name("FIELD");
    output_.setup(*app_);
    app_->footer(
        "Kinds, worst first, the largest of each first: repaired_ring, invalid_ring, empty (no geometry), "
        "zero_area, duplicate (identical\n"
        "areas), duplicate_id, empty_id, overlap, gap, sliver, near (borders that run beside each other and "
        "do not meet: size is the\n"
        "length along which, distance_m how far apart), island, enclosed. Totals and a proposed tolerance "
        "come on stderr.\n"
        "JSON: {\"crs\", \"tolerance_m\", \"proposed_tolerance_m\", \"totals\": {kind: {\"count\", "
        "\"at_seams\", \"area_m2\" or \"length_m\"}},\n"
        "\"findings\": [{\"kind\", \"units\", \"x_m\", \"y_m\", \"size\", \"size_unit\", \"distance_m\", "
        "\"seam\", \"reason\"}]}; places are in \"crs\".\n"
        "Example: vicinia check --boundaries districts.shp --id code --parent province --format json");
  }
  core::Status run() override {
    if (auto ok = check_output(output_.file(), {boundaries_.file()}); !ok) return ok;
    if (auto ok = boundaries_.read(); !ok) return ok;
    if (auto ok = boundaries_.join(id_); !ok) return ok;
    const auto parents = parents_of_areas();
    if (!parents) return core::fail(parents.error());
    if (auto ok = boundaries_.match(true); !ok) return ok;
    const auto findings = core::topology::check(boundaries_.topology);
    if (!findings) return core::fail(findings.error());
    const auto language = environment_language();
    const CheckReport report = check_report(
        boundaries_, *findings, core::topology::match_borders(boundaries_.topology), *parents, language);
    if (auto ok =
            output_.as_json() ? output_.write(as_json(report)) : output_.write(as_table(report), "check");
        !ok)
      return ok;
    std::cerr << workspace::printable(summary_text(report, language));
    return {};
  }

 private:
  [[nodiscard]] core::Result<std::vector<std::string>> parents_of_areas() const {
    std::vector<std::string> parents;
    if (parent_.empty()) return parents;
    const auto values = boundaries_.values(parent_);
    if (!values) return core::fail(values.error());
    for (const auto& features : boundaries_.features) parents.push_back((*values)[features[0]]);
    return parents;
  }

  Boundaries boundaries_;
  std::string id_, parent_;
  TableOutput output_;
};

}  // namespace

std::unique_ptr<Command> make_check_command() { return std::make_unique<Check>(); }

}  // namespace vicinia::cli
