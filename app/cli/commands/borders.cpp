// vicinia borders: which areas of a layer share a border.
#include "vicinia/core/topology/borders.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>
#include <vector>

#include "boundaries.h"
#include "command.h"
#include "output.h"
#include "table_output.h"
#include "vicinia/workspace/base/json_text.h"
#include "vicinia/workspace/base/value_table.h"

namespace vicinia::cli {
namespace {

using core::ErrorCode;

class Borders : public Command {
 public:
  void setup(CLI::App& program) override {
    app_ = program.add_subcommand("borders", "Which areas share a border, and how long it is");
    boundaries_.setup(*app_);
    app_->add_option("--id", id_,
                     "Field that names the areas; features with the same are parts of one. Default: the "
                     "number of the feature")
        ->type_name("FIELD");
    app_->add_option("--link-units", linked_,
                     "Link two areas by hand, e.g. over a river mouth: their ids; may be repeated")
        ->type_name("A B");
    app_->add_option("--cut-units", cut_,
                     "Leave out the link between two areas; wins over --link-units; may be repeated")
        ->type_name("A B");
    output_.setup(*app_);
    app_->footer(
        "Kinds: edge (a line that is shared), overlap (they cover area_m2 of ground both, along length_m), "
        "near (they run beside each\n"
        "other for length_m, with nothing between; a tolerance of distance_m links them), corner (they meet "
        "at points only, or come\n"
        "within distance_m there), manual.\n"
        "Example: vicinia borders --boundaries districts.shp --id code --tolerance 100");
  }
  core::Status run() override {
    if (auto ok = check_output(output_.file(), {boundaries_.file()}); !ok) return ok;
    if (auto ok = boundaries_.read(); !ok) return ok;
    if (auto ok = boundaries_.join(id_); !ok) return ok;
    const std::vector<std::string>& names = boundaries_.names;
    const auto linked = positions(linked_, names), cut = positions(cut_, names);
    if (!linked) return core::fail(linked.error());
    if (!cut) return core::fail(cut.error());
    if (auto ok = boundaries_.match(); !ok) return ok;
    const auto borders = core::topology::with_links(core::topology::borders(boundaries_.topology),
                                                    {*linked, *cut}, names.size());
    if (!borders) return core::fail(borders.error());
    workspace::ValueTable table{.columns = {"id_a", "id_b", "kind", "length_m", "distance_m", "area_m2"}};
    for (const core::topology::Border& border : *borders)
      table.rows.push_back({names[border.a], names[border.b],
                            std::string(core::topology::name_of(border.kind)),
                            core::Cell::of(border.length_m), core::Cell::of(border.distance_m),
                            core::Cell::of(border.area_m2)});
    return output_.as_json() ? output_.write(workspace::json_text(table.json()))
                             : output_.write(table, "borders");
  }

 private:
  using Pairs = std::vector<std::pair<core::topology::UnitIndex, core::topology::UnitIndex>>;

  [[nodiscard]] static core::Result<Pairs> positions(
      const std::vector<std::pair<std::string, std::string>>& pairs, const std::vector<std::string>& names) {
    Pairs result;
    for (const auto& [a, b] : pairs) {
      const auto first = std::ranges::find(names, a), second = std::ranges::find(names, b);
      if (first == names.end() || second == names.end())
        return core::fail({.code = ErrorCode::unknown_name,
                           .subject = {.field = "area", .id = first == names.end() ? a : b},
                           .detail = some_of(names)});
      if (first == second)
        return core::fail(
            {.code = ErrorCode::invalid_argument, .subject = {.field = "link-units"}, .detail = a + " " + b});
      result.emplace_back(static_cast<core::topology::UnitIndex>(first - names.begin()),
                          static_cast<core::topology::UnitIndex>(second - names.begin()));
    }
    return result;
  }

  [[nodiscard]] static std::string some_of(const std::vector<std::string>& names) {
    std::string some;
    for (std::size_t i = 0; i < std::min<std::size_t>(names.size(), 5); ++i)
      some += (i == 0 ? "" : ", ") + names[i];
    return some + (names.size() > 5 ? " …" : "");
  }

  Boundaries boundaries_;
  std::vector<std::pair<std::string, std::string>> linked_, cut_;
  std::string id_;
  TableOutput output_;
};

}  // namespace

std::unique_ptr<Command> make_borders_command() { return std::make_unique<Borders>(); }

}  // namespace vicinia::cli
