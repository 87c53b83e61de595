// vicinia borders, dissolve, check: what the topology of any layer of areas tells.
#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>
#include <vector>

#include "command.h"
#include "vicinia/core/topology/borders.h"
#include "vicinia/core/topology/check.h"
#include "vicinia/core/topology/dissolve.h"
#include "vicinia/gis/io/vector_layer.h"
#include "vicinia/workspace/csv.h"

namespace vicinia::cli {
namespace {

using core::ErrorCode;
using workspace::csv_field;

/// A layer with its topology: the common start of the three commands.
class Boundaries {
 public:
  void setup(CLI::App& app) {
    app.add_option("--boundaries", file_, "Layer of areas: shapefile, GeoPackage, GeoJSON …")->required()->type_name("FILE");
    app.add_option("--layer", layer_, "Layer, in a file with several");
    app.add_option("--snap", snap_m_, "Borders this close are one, in metres")->check(CLI::Range(0.0, 5000.0))->capture_default_str();
    app.add_option("--source-crs", source_crs_, "Coordinate system of the file, where it states none");
    app.add_option("--crs", crs_, "Projection to measure in; default: the UTM zone of the layer's centre");
  }
  core::Status open() {
    auto read = gis::io::read_polygons(file_, {.layer = layer_, .source_crs = source_crs_, .target_crs = crs_});
    if (!read) return core::fail(read.error());
    layer = std::move(*read);
    auto built = core::topology::build_topology(layer.areas, {.tolerance_m = snap_m_});
    if (!built) {
      core::Error error = built.error();
      error.subject.file = file_;
      return core::fail(error);
    }
    topology = std::move(*built);
    return {};
  }
  /// The value of a field, or the feature's number where no field is named.
  [[nodiscard]] core::Result<std::vector<std::string>> names(const std::string& field) const {
    std::vector<std::string> names;
    if (field.empty()) {
      for (std::size_t i = 0; i < layer.areas.size(); ++i) names.push_back(std::to_string(i + 1));
      return names;
    }
    const auto column = layer.attributes.column(field, file_);
    if (!column) return core::fail(column.error());
    for (const auto& row : layer.attributes.rows) names.push_back(row[*column]);
    return names;
  }

  gis::io::PolygonLayer layer;
  core::topology::Topology topology;

 private:
  std::string file_, layer_, source_crs_, crs_;
  double snap_m_ = 0;
};

class Borders : public Command {
 public:
  void setup(CLI::App& program) override {
    app_ = program.add_subcommand("borders", "Which areas share a border, and how long it is");
    boundaries_.setup(*app_);
    app_->add_option("--id", id_, "Field that names the areas; default: the number of the feature")->type_name("FIELD");
    app_->add_option("--link-units", linked_, "Link two areas by hand, e.g. over a river mouth: their ids; may be repeated")->type_name("A B");
    app_->add_option("--cut-units", cut_, "Leave out the link between two areas; wins over --link-units; may be repeated")->type_name("A B");
    app_->add_option("--format", format_, "csv or json")->check(CLI::IsMember({"csv", "json"}))->capture_default_str();
    app_->footer("Kinds: edge (a line), corner (points only), snapped (a line, one side of which was moved by up to snap_m), manual.\n"
                 "Example: vicinia borders --boundaries districts.shp --id code --snap 10");
  }
  core::Status run() override {
    if (auto ok = boundaries_.open(); !ok) return ok;
    const auto names = boundaries_.names(id_);
    if (!names) return core::fail(names.error());
    const auto linked = positions(linked_, *names), cut = positions(cut_, *names);
    if (!linked) return core::fail(linked.error());
    if (!cut) return core::fail(cut.error());
    const auto borders = core::topology::with_links(core::topology::borders(boundaries_.topology), {*linked, *cut}, names->size());
    if (!borders) return core::fail(borders.error());
    std::string csv = "id_a,id_b,kind,length_m,snap_m\n";
    auto json = nlohmann::ordered_json::array();
    for (const core::topology::Border& border : *borders) {
      const std::string kind(core::topology::name_of(border.kind));
      if (format_ == "json")
        json.push_back({{"id_a", (*names)[border.a]}, {"id_b", (*names)[border.b]}, {"kind", kind},
                        {"length_m", border.length_m}, {"snap_m", border.distance_m}});
      else
        csv += csv_field((*names)[border.a]) + "," + csv_field((*names)[border.b]) + "," + kind + "," +
               csv_field(border.length_m) + "," + csv_field(border.distance_m) + "\n";
    }
    return write_output("", format_ == "json" ? json.dump(2) + "\n" : csv);
  }

 private:
  using Pairs = std::vector<std::pair<core::topology::UnitIndex, core::topology::UnitIndex>>;

  [[nodiscard]] static core::Result<Pairs> positions(const std::vector<std::pair<std::string, std::string>>& pairs,
                                                     const std::vector<std::string>& names) {
    Pairs result;
    for (const auto& [a, b] : pairs) {
      const auto first = std::ranges::find(names, a), second = std::ranges::find(names, b);
      if (first == names.end() || second == names.end())
        return core::fail({.code = ErrorCode::unknown_name,
                           .subject = {.field = "area", .id = first == names.end() ? a : b},
                           .detail = some_of(names)});
      if (first == second)
        return core::fail({.code = ErrorCode::invalid_argument, .subject = {.field = "link-units"}, .detail = a + " " + b});
      result.emplace_back(static_cast<core::topology::UnitIndex>(first - names.begin()),
                          static_cast<core::topology::UnitIndex>(second - names.begin()));
    }
    return result;
  }

  [[nodiscard]] static std::string some_of(const std::vector<std::string>& names) {
    std::string some;
    for (std::size_t i = 0; i < std::min<std::size_t>(names.size(), 5); ++i) some += (i == 0 ? "" : ", ") + names[i];
    return some + (names.size() > 5 ? " …" : "");
  }

  Boundaries boundaries_;
  std::vector<std::pair<std::string, std::string>> linked_, cut_;
  std::string id_, format_ = "csv";
};

class Dissolve : public Command {
 public:
  void setup(CLI::App& program) override {
    app_ = program.add_subcommand("dissolve", "Joins areas that have the same value in a field");
    boundaries_.setup(*app_);
    app_->add_option("--by", by_, "Field whose value the joined areas share")->required()->type_name("FIELD");
    app_->add_option("--out", out_, "Layer to write: .shp, .gpkg, .geojson, .fgb")->required()->type_name("FILE");
  }
  core::Status run() override {
    if (auto ok = boundaries_.open(); !ok) return ok;
    const auto values = boundaries_.names(by_);
    if (!values) return core::fail(values.error());
    std::map<std::string, core::topology::GroupIndex> group_of;
    for (const std::string& value : *values) group_of.emplace(value, 0);
    core::topology::GroupIndex next = 0;
    for (auto& [value, group] : group_of) group = next++;
    std::vector<core::topology::GroupIndex> groups;
    for (const std::string& value : *values) groups.push_back(group_of[value]);
    auto areas = core::topology::dissolve(boundaries_.topology, groups);
    if (!areas) return core::fail(areas.error());
    gis::io::LayerToWrite layer{.name = std::filesystem::path(out_).stem().string(),
                                .crs = boundaries_.layer.crs,
                                .fields = {{.name = by_}},
                                .areas = std::move(*areas)};
    for (const auto& [value, group] : group_of) layer.rows.push_back({value});
    return gis::io::write_polygons(out_, layer);
  }

 private:
  Boundaries boundaries_;
  std::string by_, out_;
};

/// Something to look at, as a table shows it; the repairs of the reader have no place.
struct CheckRow {
  std::string kind;
  std::vector<std::string> units;
  std::optional<core::geom::Point> place{};
  double size = 0;
};

std::string as_csv(const std::vector<CheckRow>& rows) {
  std::string csv = "kind,units,x_m,y_m,size\n";
  for (const CheckRow& row : rows) {
    std::string units;
    for (const std::string& unit : row.units) units += (units.empty() ? "" : " ") + unit;
    csv += row.kind + "," + csv_field(units) + ",";
    csv += row.place ? csv_field(row.place->x()) + "," + csv_field(row.place->y()) + "," + csv_field(row.size) : ",,";
    csv += "\n";
  }
  return csv;
}

std::string as_json(const std::vector<CheckRow>& rows) {
  auto json = nlohmann::ordered_json::array();
  for (const CheckRow& row : rows) {
    json.push_back({{"kind", row.kind}, {"units", row.units}, {"x_m", nullptr}, {"y_m", nullptr}, {"size", nullptr}});
    if (row.place) json.back().update({{"x_m", row.place->x()}, {"y_m", row.place->y()}, {"size", row.size}});
  }
  return json.dump(2) + "\n";
}

class Check : public Command {
 public:
  void setup(CLI::App& program) override {
    app_ = program.add_subcommand("check", "Overlaps, gaps, slivers, invalid rings, islands and enclosed areas, each with its place");
    boundaries_.setup(*app_);
    app_->add_option("--id", id_, "Field that names the areas; default: the number of the feature")->type_name("FIELD");
    app_->add_option("--format", format_, "csv or json")->check(CLI::IsMember({"csv", "json"}))->capture_default_str();
    app_->footer("Example: vicinia check --boundaries districts.shp --id code --format json");
  }
  core::Status run() override {
    if (auto ok = boundaries_.open(); !ok) return ok;
    const auto names = boundaries_.names(id_);
    if (!names) return core::fail(names.error());
    const auto findings = core::topology::check(boundaries_.topology);
    if (!findings) return core::fail(findings.error());
    std::vector<CheckRow> rows;
    for (const core::Finding& repaired : boundaries_.layer.findings)
      if (repaired.code == ErrorCode::invalid_ring && repaired.subject.row)
        rows.push_back({.kind = "repaired_ring", .units = {(*names)[*repaired.subject.row - 1]}});
    for (const core::topology::Finding& finding : *findings) {
      rows.push_back({.kind = std::string(core::topology::name_of(finding.kind)), .units = {}, .place = finding.place, .size = finding.size});
      for (const auto unit : finding.units) rows.back().units.push_back((*names)[unit]);
    }
    return write_output("", format_ == "json" ? as_json(rows) : as_csv(rows));
  }

 private:
  Boundaries boundaries_;
  std::string id_, format_ = "csv";
};

}  // namespace

std::unique_ptr<Command> make_borders_command() { return std::make_unique<Borders>(); }
std::unique_ptr<Command> make_dissolve_command() { return std::make_unique<Dissolve>(); }
std::unique_ptr<Command> make_check_command() { return std::make_unique<Check>(); }

}  // namespace vicinia::cli
