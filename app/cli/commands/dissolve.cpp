// vicinia dissolve: joins areas that have the same value in a field.
#include "vicinia/core/topology/dissolve.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <utility>
#include <vector>

#include "boundaries.h"
#include "command.h"
#include "out_crs.h"
#include "output.h"
#include "vicinia/core/base/ascii.h"
#include "vicinia/gis/io/vector_layer.h"
#include "vicinia/workspace/base/language.h"
#include "vicinia/workspace/maps/whole_outlines.h"
#include "vicinia/workspace/words/boundary_notes.h"

namespace vicinia::cli {
namespace {

using core::topology::GroupIndex;
using workspace::BoundaryNote;
using Type = gis::io::FieldDefinition::Type;

/// Features by the value that they share, ascending by it; the empty value is one too.
struct Groups {
  std::vector<std::string> values{};                ///< [group]
  std::vector<std::vector<std::size_t>> members{};  ///< [group] → features, ascending
  std::vector<GroupIndex> of_feature{};
};

Groups groups_of(const std::vector<std::string>& values) {
  std::map<std::string, std::vector<std::size_t>> members;
  for (std::size_t feature = 0; feature < values.size(); ++feature)
    members[values[feature]].push_back(feature);
  Groups groups{.of_feature = std::vector<GroupIndex>(values.size())};
  for (auto& [value, features] : members) {
    for (const std::size_t feature : features)
      groups.of_feature[feature] = static_cast<GroupIndex>(groups.values.size());
    groups.values.push_back(value);
    groups.members.push_back(std::move(features));
  }
  return groups;
}

/// The value of a field that all members have; nullopt: they differ.
std::optional<std::string> agreed(const std::vector<std::string>& values,
                                  const std::vector<std::size_t>& members) {
  const bool same =
      std::ranges::all_of(members, [&](std::size_t member) { return values[member] == values[members[0]]; });
  return same ? std::optional(values[members[0]]) : std::nullopt;
}

/// Names that a GeoPackage keeps for its own columns, and names that were there already.
class FieldNames {
 public:
  explicit FieldNames(const std::string& file) {
    if (!gis::io::writes_shapefile(file) && !gis::io::writes_geojson(file)) taken_ = {"fid", "geom"};
  }
  [[nodiscard]] bool take(const std::string& name) { return taken_.insert(core::ascii_lower(name)).second; }

 private:
  std::set<std::string> taken_;
};

class Dissolve : public Command {
 public:
  void setup(CLI::App& program) override {
    app_ = program.add_subcommand("dissolve", "Joins areas that have the same value in a field");
    boundaries_.setup(*app_);
    app_->add_option("--by", by_,
                     "Field whose value the joined areas share; blanks around it and the Unicode normal form "
                     "do not count")
        ->required()
        ->type_name("FIELD");
    app_->add_option("--out", out_, "Layer to write: .shp, .gpkg, .geojson, .fgb")
        ->required()
        ->type_name("FILE");
    out_crs_.setup(*app_);
    app_->footer(
        "Ground that members of several groups cover counts for one of them, and is told.\n"
        "The result has the field of --by, each field on whose value the members of a group agree, and "
        "member_count.\n"
        "Each outline is valid and has the area of its members, or nothing is written and the place is "
        "named.\n"
        "Example: vicinia dissolve --boundaries districts.shp --by province --out provinces.gpkg");
  }
  core::Status run() override {
    if (auto ok = gis::io::check_layer_format(out_); !ok) return ok;
    if (auto ok = check_output(out_, {boundaries_.file()}); !ok) return ok;
    if (auto ok = out_crs_.tell(out_, environment_language()); !ok) return ok;
    if (auto ok = boundaries_.read(); !ok) return ok;
    const auto values = boundaries_.values(by_);
    if (!values) return core::fail(values.error());
    const Groups groups = groups_of(*values);
    tell_of_values(*values);
    if (auto ok = boundaries_.match(); !ok) return ok;
    tell_of_ground(groups);
    auto outlines = core::topology::dissolve(boundaries_.topology, groups.of_feature);
    if (!outlines) return core::fail(outlines.error());
    const auto title = [&](std::size_t group) {
      return groups.values[group].empty() ? "\"\"" : groups.values[group];
    };
    if (auto whole = workspace::check_areas(boundaries_.topology, groups.of_feature, *outlines, title);
        !whole)
      return core::fail(whole.error());
    gis::io::LayerToWrite layer{.name = std::filesystem::path(out_).stem().string(),
                                .crs = boundaries_.layer.crs,
                                .target_crs = out_crs_.crs(),
                                .areas = std::move(*outlines)};
    for (std::size_t group = 0; group < groups.values.size(); ++group) layer.ids.push_back(title(group));
    add_fields(layer, groups);
    return gis::io::write_polygons(out_, layer);
  }

 private:
  /// Ground that one group has and another covers as well: its outline is smaller than its members' own.
  void tell_of_ground(const Groups& groups) const {
    const auto language = environment_language();
    constexpr double least_m2 = 10'000;
    std::vector<std::string> given;
    for (const core::topology::Healed& healed : boundaries_.topology.healed()) {
      if (healed.kind != core::topology::Healed::Kind::overlap || healed.area_m2 < least_m2) continue;
      std::set<std::string> covering;
      for (const auto unit : healed.units) covering.insert(groups.values[groups.of_feature[unit]]);
      if (covering.size() < 2) continue;
      std::string which;
      for (const std::string& group : covering) which += (which.empty() ? "" : " + ") + group;
      given.push_back(which + ": " + workspace::number_text(healed.area_m2 / 1e6, 2, language) + " km² → " +
                      groups.values[groups.of_feature[healed.given_to]]);
    }
    tell(workspace::boundary_note(BoundaryNote::ground_given, given, language));
  }

  void tell_of_values(const std::vector<std::string>& values) const {
    const auto column = boundaries_.layer.attributes.column(by_, boundaries_.file());
    std::map<std::string, std::set<std::string>> spellings;
    std::vector<std::string> without, folded;
    for (std::size_t feature = 0; feature < values.size(); ++feature) {
      if (values[feature].empty())
        without.push_back(Boundaries::number_of(feature));
      else
        spellings[values[feature]].insert(boundaries_.layer.attributes.rows[feature][*column]);
    }
    for (const auto& [value, written] : spellings)
      if (written.size() > 1) folded.push_back("\"" + value + "\"");
    tell(workspace::boundary_note(BoundaryNote::folded, folded, environment_language()));
    tell(workspace::boundary_note(BoundaryNote::no_group, without, environment_language()));
  }

  /// A field stays where the members of most groups agree on it; a group whose members do not has none there.
  void add_fields(gis::io::LayerToWrite& layer, const Groups& groups) const {
    FieldNames names(out_);
    const auto add = [&](const std::string& name, Type type, const std::vector<std::string>& column) {
      layer.fields.push_back({.type = type, .name = name});
      layer.rows.resize(groups.values.size());
      for (std::size_t group = 0; group < column.size(); ++group) layer.rows[group].push_back(column[group]);
    };
    std::vector<std::string> dropped, emptied, renamed;
    (void)names.take(by_);
    add(by_, Type::text, groups.values);
    for (const std::string& field : boundaries_.layer.attributes.fields) {
      if (!names.take(field)) continue;
      const auto values = boundaries_.values(field);
      if (!values) continue;
      std::vector<std::string> column, without;
      std::size_t with_several = 0;
      for (std::size_t group = 0; group < groups.values.size(); ++group) {
        const auto value = agreed(*values, groups.members[group]);
        with_several += groups.members[group].size() > 1 ? 1 : 0;
        if (!value) without.push_back(groups.values[group] + ": " + field);
        column.push_back(value.value_or(""));
      }
      if (2 * without.size() > with_several) {
        dropped.push_back(field);
        continue;
      }
      add(field, Type::text, column);
      std::ranges::move(without, std::back_inserter(emptied));
    }
    std::vector<std::string> counts;
    for (const auto& members : groups.members) counts.push_back(std::to_string(members.size()));
    std::string count_name = "member_count";
    while (!names.take(count_name)) count_name += "_";
    add(count_name, Type::integer, counts);
    if (gis::io::writes_shapefile(out_))
      for (const std::size_t i : gis::io::shorten_field_names(layer.fields))
        renamed.push_back(layer.fields[i].name + ": " + layer.fields[i].short_name);
    tell(workspace::boundary_note(BoundaryNote::fields_dropped, dropped, environment_language()));
    tell(workspace::boundary_note(BoundaryNote::fields_emptied, emptied, environment_language()));
    tell(workspace::boundary_note(BoundaryNote::names_shortened, renamed, environment_language()));
  }

  Boundaries boundaries_;
  OutCrsOption out_crs_;
  std::string by_, out_;
};

}  // namespace

std::unique_ptr<Command> make_dissolve_command() { return std::make_unique<Dissolve>(); }

}  // namespace vicinia::cli
