// vicinia thiessen: areas nearest to each point, within regions.
#include <algorithm>
#include <map>
#include <vector>

#include "command.h"
#include "out_crs.h"
#include "output.h"
#include "vicinia/core/geom/measures.h"
#include "vicinia/core/geom/thiessen.h"
#include "vicinia/gis/io/vector_layer.h"
#include "vicinia/workspace/words/boundary_notes.h"

namespace vicinia::cli {
namespace {

using core::ErrorCode;
using gis::io::PointLayer;
using gis::io::PolygonLayer;

/// A column of the points that becomes a field of the areas.
struct Kept {
  std::size_t column;
  std::string name;
};

class Thiessen : public Command {
 public:
  void setup(CLI::App& program) override {
    app_ =
        program.add_subcommand("thiessen", "Areas nearest to each point (Thiessen polygons), within regions");
    app_->add_option("--points", points_, "CSV with lon, lat (or x, y), or a vector layer of points")
        ->required()
        ->type_name("FILE");
    app_->add_option("--within", within_, "Layer of the regions that are divided")
        ->required()
        ->type_name("FILE");
    app_->add_option("--out", out_, "Layer to write: .shp, .gpkg, .geojson, .fgb")
        ->required()
        ->type_name("FILE");
    app_->add_option("--by", by_,
                     "Column of the points that names their region; default: the region around them")
        ->type_name("COLUMN");
    app_->add_option("--key", key_, "Field of the regions that --by refers to")
        ->capture_default_str()
        ->type_name("FIELD");
    app_->add_option("--where", where_, "Use only points with this value: COLUMN=VALUE");
    app_->add_option("--fields", fields_, "Columns to keep, comma-separated, old:new to rename; default: all")
        ->delimiter(',');
    app_->add_option("--crs", crs_,
                     "Projection to measure distances in; default: the UTM zone of the regions");
    app_->add_option("--within-layer", regions_in_.layer, "Layer of the regions, in a file with several")
        ->type_name("NAME");
    app_->add_option("--within-crs", regions_in_.source_crs,
                     "Coordinate system of the regions; wins over what the file says")
        ->type_name("CRS");
    app_->add_option("--points-layer", points_in_.layer, "Layer of the points, in a file with several")
        ->type_name("NAME");
    app_->add_option("--points-crs", points_in_.source_crs,
                     "Coordinate system of the points; wins over what the file says")
        ->type_name("CRS");
    out_crs_.setup(*app_, "EPSG:4326");
  }

  core::Status run() override {
    if (auto ok = gis::io::check_layer_format(out_); !ok) return ok;
    if (auto ok = check_output(out_, {points_, within_}); !ok) return ok;
    if (auto ok = out_crs_.tell(out_, environment_language()); !ok) return ok;
    regions_in_.target_crs = crs_;
    auto regions = gis::io::read_polygons(within_, regions_in_);
    if (!regions) return core::fail(regions.error());
    points_in_.target_crs = regions->crs;
    auto points = gis::io::read_points(points_, points_in_);
    if (!points) return core::fail(points.error());
    const auto kept = kept_columns(*points);
    if (!kept) return core::fail(kept.error());
    const auto chosen = chosen_points(*points);
    if (!chosen) return core::fail(chosen.error());
    const auto groups = grouped(*points, *chosen, *regions);
    if (!groups) return core::fail(groups.error());

    std::vector<core::geom::MultiPolygon> areas(points->points.size());
    for (const auto& [region, members] : *groups) {
      std::vector<core::geom::Point> sites;
      for (const std::size_t member : members) sites.push_back(points->points[member]);
      auto parts = core::geom::thiessen_areas(sites, regions->areas[region]);
      if (!parts) return core::fail(placed(parts.error(), members));
      for (std::size_t i = 0; i < members.size(); ++i) areas[members[i]] = std::move((*parts)[i]);
    }
    tell_of_regions_without_points(*regions, *groups);
    return write(*points, *chosen, *kept, areas, regions->crs);
  }

 private:
  using Groups = std::map<std::size_t, std::vector<std::size_t>>;  ///< region → its points

  core::Result<std::vector<Kept>> kept_columns(const PointLayer& points) const {
    std::vector<Kept> kept;
    if (fields_.empty())
      for (std::size_t c = 0; c < points.attributes.fields.size(); ++c)
        kept.push_back({c, points.attributes.fields[c]});
    for (const std::string& field : fields_) {
      const auto colon = field.find(':');
      const auto column = points.attributes.column(field.substr(0, colon), points_);
      if (!column) return core::fail(column.error());
      kept.push_back({*column, colon == std::string::npos ? field : field.substr(colon + 1)});
    }
    return kept;
  }

  core::Result<std::vector<std::size_t>> chosen_points(const PointLayer& points) const {
    std::vector<std::size_t> chosen;
    const auto equals = where_.find('=');
    if (!where_.empty() && equals == std::string::npos)
      return core::fail(
          {.code = ErrorCode::invalid_argument, .subject = {.field = "--where"}, .detail = where_});
    std::size_t column = 0;
    if (!where_.empty()) {
      const auto found = points.attributes.column(where_.substr(0, equals), points_);
      if (!found) return core::fail(found.error());
      column = *found;
    }
    for (std::size_t i = 0; i < points.points.size(); ++i)
      if (where_.empty() || points.attributes.rows[i][column] == where_.substr(equals + 1))
        chosen.push_back(i);
    if (chosen.empty()) return core::fail({.code = ErrorCode::no_values, .subject = {.file = points_}});
    return chosen;
  }

  core::Result<Groups> grouped(const PointLayer& points, const std::vector<std::size_t>& chosen,
                               const PolygonLayer& regions) const {
    Groups groups;
    std::map<std::string, std::size_t> region_by_key;
    std::size_t by = 0;
    if (!by_.empty()) {
      const auto by_column = points.attributes.column(by_, points_);
      if (!by_column) return core::fail(by_column.error());
      by = *by_column;
      const auto key_column = regions.attributes.column(key_, within_);
      if (!key_column) return core::fail(key_column.error());
      for (std::size_t r = 0; r < regions.areas.size(); ++r)
        region_by_key.emplace(regions.attributes.rows[r][*key_column], r);
    }
    for (const std::size_t i : chosen) {
      std::size_t region = regions.areas.size();
      if (by_.empty()) {
        for (std::size_t r = 0; r < regions.areas.size() && region == regions.areas.size(); ++r)
          if (core::geom::covers(regions.areas[r], points.points[i])) region = r;
      } else if (const auto at = region_by_key.find(points.attributes.rows[i][by]);
                 at != region_by_key.end()) {
        region = at->second;
      }
      if (region == regions.areas.size())
        return core::fail(
            {.code = ErrorCode::point_outside,
             .subject = {.file = points_, .row = i + 2, .id = points.attributes.rows[i][0]},
             .detail =
                 by_.empty() ? within_ : within_ + " (" + key_ + " " + points.attributes.rows[i][by] + ")"});
      groups[region].push_back(i);
    }
    return groups;
  }

  /// The error of a group in terms of the file: positions become lines.
  core::Error placed(core::Error error, const std::vector<std::size_t>& members) const {
    const auto line = [&](const std::string& position) {
      const auto i = static_cast<std::size_t>(std::strtoull(position.c_str(), nullptr, 10));
      const char* line_word = environment_language() == workspace::Language::vi ? "dòng " : "line ";
      return i < members.size() ? line_word + std::to_string(members[i] + 2) : position;
    };
    if (error.code == ErrorCode::duplicate_point) {
      error.subject.id = line(error.subject.id);
      error.detail = line(error.detail);
    }
    error.subject.file = points_;
    return error;
  }

  void tell_of_regions_without_points(const PolygonLayer& regions, const Groups& groups) const {
    const auto column = regions.attributes.column(key_, within_);
    std::vector<std::string> empty;
    for (std::size_t r = 0; r < regions.areas.size(); ++r)
      if (!groups.contains(r))
        empty.push_back("#" + std::to_string(r + 1) +
                        (column ? " (" + regions.attributes.rows[r][*column] + ")" : ""));
    tell(workspace::boundary_note(workspace::BoundaryNote::no_point, empty, environment_language()));
  }

  core::Status write(const PointLayer& points, const std::vector<std::size_t>& chosen,
                     const std::vector<Kept>& kept, const std::vector<core::geom::MultiPolygon>& areas,
                     const std::string& crs) const {
    gis::io::LayerToWrite layer{
        .name = std::filesystem::path(out_).stem().string(), .crs = crs, .target_crs = out_crs_.crs()};
    std::vector<std::string> without_area;
    for (const Kept& k : kept) layer.fields.push_back({.name = k.name});
    for (const std::size_t i : chosen) {
      std::vector<std::string> row;
      for (const Kept& k : kept) row.push_back(points.attributes.rows[i][k.column]);
      layer.rows.push_back(std::move(row));
      layer.areas.push_back(areas[i]);
      if (areas[i].empty()) without_area.push_back("#" + std::to_string(i + 1));
    }
    tell(workspace::boundary_note(workspace::BoundaryNote::nowhere_nearest, without_area,
                                  environment_language()));
    std::vector<std::string> renamed;
    if (gis::io::writes_shapefile(out_))
      for (const std::size_t i : gis::io::shorten_field_names(layer.fields))
        renamed.push_back(layer.fields[i].name + ": " + layer.fields[i].short_name);
    tell(workspace::boundary_note(workspace::BoundaryNote::names_shortened, renamed, environment_language()));
    return gis::io::write_polygons(out_, layer);
  }

  std::string points_, within_, out_, by_, key_ = "code", where_, crs_;
  OutCrsOption out_crs_;
  gis::io::ReadOptions regions_in_, points_in_;
  std::vector<std::string> fields_;
};

}  // namespace

std::unique_ptr<Command> make_thiessen_command() { return std::make_unique<Thiessen>(); }

}  // namespace vicinia::cli
