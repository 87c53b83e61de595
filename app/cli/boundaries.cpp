#include "boundaries.h"

#include <algorithm>
#include <map>
#include <utility>

#include "command.h"
#include "tolerance_option.h"
#include "usage.h"
#include "vicinia/core/topology/border_match.h"
#include "vicinia/core/topology/dissolve.h"
#include "vicinia/workspace/words/border_match_text.h"
#include "vicinia/workspace/words/boundary_notes.h"
#include "vicinia/workspace/words/texts.h"

namespace vicinia::cli {

using core::ErrorCode;
using workspace::BoundaryNote;

namespace {

/// One outline of features that are parts of one area: they may touch or overlap.
core::Result<core::geom::MultiPolygon> joined(const std::vector<core::geom::MultiPolygon>& areas,
                                              const std::vector<std::size_t>& features) {
  std::vector<core::geom::MultiPolygon> parts;
  for (const std::size_t feature : features)
    if (!areas[feature].empty()) parts.push_back(areas[feature]);
  if (parts.empty()) return core::geom::MultiPolygon{};
  if (parts.size() == 1) return std::move(parts[0]);
  const auto topology = core::topology::build_topology(parts);
  if (!topology) return core::fail(topology.error());
  auto whole = core::topology::dissolve(*topology, std::vector<core::topology::GroupIndex>(parts.size(), 0));
  if (!whole) return core::fail(whole.error());
  return std::move(whole->front());
}

}  // namespace

void Boundaries::setup(CLI::App& app) {
  const OptionGroup group(app, "Layer of areas");
  app.add_option("--boundaries", file_, "Layer of areas: shapefile, GeoPackage, GeoJSON …")
      ->required()
      ->type_name("FILE");
  app.add_option("--layer", layer_, "Layer, in a file with several");
  add_tolerance_option(app, tolerance_m_);
  app.add_option("--source-crs", source_crs_, "Coordinate system of the file; wins over what the file says");
  app.add_flag("--notes", all_notes_, "Every note on the layer, rather than a line for each kind");
  app.add_option("--crs", crs_, "Projection to measure in; default: the UTM zone of the layer's centre");
}

core::Status Boundaries::read() {
  auto found =
      gis::io::read_polygons(file_, {.layer = layer_, .source_crs = source_crs_, .target_crs = crs_});
  if (!found) return core::fail(found.error());
  layer = std::move(*found);
  for (std::size_t i = 0; i < layer.areas.size(); ++i) {
    names.push_back(std::to_string(i + 1));
    features.push_back({i});
  }
  areas = std::move(layer.areas);
  const auto language = environment_language();
  std::vector<std::string> repaired, without_geometry;
  std::vector<core::Finding> others;
  for (const core::Finding& finding : layer.findings)
    if (finding.code == ErrorCode::invalid_ring && finding.subject.row)
      repaired.push_back(number_of(*finding.subject.row - 1) + " (" + finding.detail + ")");
    else if (finding.code == ErrorCode::empty_geometry && finding.subject.row)
      without_geometry.push_back(number_of(*finding.subject.row - 1));
    else
      others.push_back(finding);
  if (all_notes_) {
    for (const core::Finding& finding : layer.findings) tell(workspace::error_text(finding, language));
    return {};
  }
  const bool has_more =
      tell_summed_up(others, language) || std::max(repaired.size(), without_geometry.size()) > 3;
  tell(workspace::boundary_note(BoundaryNote::repaired, repaired, language));
  tell(workspace::boundary_note(BoundaryNote::no_geometry, without_geometry, language));
  if (has_more)
    tell(language == workspace::Language::vi ? "Xem cả các ghi chú: thêm --notes"
                                             : "All of these notes: add --notes");
  return {};
}

core::Status Boundaries::join(const std::string& id_field) {
  if (id_field.empty()) return {};
  const auto ids = values(id_field);
  if (!ids) return core::fail(ids.error());
  std::vector<core::geom::MultiPolygon> of_features = std::exchange(areas, {});
  names.clear();
  features.clear();
  std::map<std::string, std::size_t> area_of;
  std::vector<std::string> repeated, empty;
  for (std::size_t i = 0; i < ids->size(); ++i) {
    const std::string& id = (*ids)[i];
    if (id.empty()) empty.push_back(number_of(i));
    const auto [at, is_new] = area_of.try_emplace(id.empty() ? number_of(i) : id, names.size());
    if (is_new) {
      names.push_back(at->first);
      features.emplace_back();
    }
    features[at->second].push_back(i);
  }
  for (std::size_t area = 0; area < names.size(); ++area) {
    if (features[area].size() > 1) repeated.push_back(names[area]);
    auto whole = features[area].size() > 1
                     ? joined(of_features, features[area])
                     : core::Result<core::geom::MultiPolygon>(std::move(of_features[features[area][0]]));
    if (!whole) {
      core::Error error = whole.error();
      error.subject = {.file = file_, .row = features[area][0] + 1, .id = names[area]};
      return core::fail(std::move(error));
    }
    areas.push_back(*std::move(whole));
  }
  tell(workspace::boundary_note(BoundaryNote::same_id, repeated, environment_language()));
  tell(workspace::boundary_note(BoundaryNote::empty_id, empty, environment_language()));
  return {};
}

core::Status Boundaries::match(bool always) {
  auto built = core::topology::build_topology(areas, {.tolerance_m = tolerance_m_});
  if (!built) {
    core::Error error = built.error();
    error.subject.file = file_;
    if (error.subject.row) error.subject.row = features[*error.subject.row - 1][0] + 1;
    return core::fail(error);
  }
  topology = std::move(*built);
  const auto how = core::topology::match_borders(topology);
  if (always || !workspace::all_shared_exactly(how, topology.tolerance_m()))
    tell(workspace::border_match_text(how, topology.tolerance_m(), environment_language()));
  return {};
}

core::Result<std::vector<std::string>> Boundaries::values(const std::string& field) const {
  const auto column = layer.attributes.column(field, file_);
  if (!column) return core::fail(column.error());
  std::vector<std::string> found;
  for (const auto& row : layer.attributes.rows) found.push_back(workspace::normal_form(row[*column]));
  return found;
}

}  // namespace vicinia::cli
