#include "vicinia/workspace/agglomeration_outlines.h"

#include <cassert>
#include <cmath>
#include <utility>

#include "vicinia/core/topology/dissolve.h"
#include "vicinia/gis/io/vector_layer.h"

namespace vicinia::workspace {

using core::topology::GroupIndex;

namespace {

/// [unit of the topology] → position of its agglomeration. Members without an area are in no topology.
std::vector<GroupIndex> group_of_unit(const Contiguity& contiguity, const std::vector<AgglomerationReport>& reports) {
  std::vector<GroupIndex> in_frame(contiguity.frame_size(), core::topology::no_group);
  for (std::size_t i = 0; i < reports.size(); ++i)
    for (const auto member : reports[i].found.members) in_frame[member] = static_cast<GroupIndex>(i);
  std::vector<GroupIndex> groups;
  for (const auto unit : contiguity.units()) groups.push_back(in_frame[unit]);
  return groups;
}

std::string joined(const core::admin::Frame& frame, const auto& units, Language language) {
  std::string text;
  for (const auto unit : units) text += (text.empty() ? "" : ", ") + name_of(frame[unit], language);
  return text;
}

std::string whole_number(core::Cell cell) {
  return cell.has_number() ? std::to_string(std::llround(cell.number())) : std::string();
}

}  // namespace

std::vector<core::topology::OutlineLines> agglomeration_lines(const core::Dataset& dataset, const Contiguity& contiguity,
                                                              const std::vector<AgglomerationReport>& reports) {
  std::vector<GroupIndex> province;
  for (const auto unit : contiguity.units()) {
    const auto parent = dataset.frame.parent(unit);
    const bool is_province = dataset.frame[unit].level == core::admin::Level::province;
    // Between districts of no known province no line is the boundary of one.
    province.push_back(parent || is_province ? static_cast<GroupIndex>(parent.value_or(unit)) : core::topology::no_group);
  }
  auto lines = core::topology::outline_lines(contiguity.topology(), group_of_unit(contiguity, reports), province);
  assert(lines);  // both are as long as the contiguity has units
  lines->resize(reports.size());  // the last may have no area
  return *std::move(lines);
}

core::Result<std::vector<AgglomerationFeature>> agglomeration_features(const Document& document, const Contiguity& contiguity,
                                                                       const std::vector<AgglomerationReport>& reports,
                                                                       Language language) {
  const core::Dataset& data = *document.data->dataset;
  auto areas = core::topology::dissolve(contiguity.topology(), group_of_unit(contiguity, reports));
  if (!areas) return core::fail(areas.error());
  areas->resize(reports.size());
  std::vector<AgglomerationFeature> features;
  for (std::size_t i = 0; i < reports.size(); ++i)
    features.push_back({data.sectors[document.view.sector].code, i + 1, joined(data.frame, reports[i].provinces, language),
                        joined(data.frame, reports[i].found.members, language), reports[i].found.sums.employees,
                        std::move((*areas)[i])});
  return features;
}

core::Status write_agglomeration_features(const std::filesystem::path& file, const std::string& crs,
                                          std::vector<AgglomerationFeature> features, const core::Task& task) {
  using Type = gis::io::FieldDefinition::Type;
  gis::io::LayerToWrite layer{.name = "agglomerations",
                              .crs = crs,
                              .fields = {{.name = "sector_no"},
                                         {.type = Type::integer, .name = "id"},
                                         {.name = "provinces"},
                                         {.name = "members"},
                                         {.type = Type::integer, .name = "employees"}}};
  for (AgglomerationFeature& feature : features) {
    layer.rows.push_back({std::move(feature.sector_code), std::to_string(feature.id), std::move(feature.provinces),
                          std::move(feature.members), whole_number(feature.employees)});
    layer.areas.push_back(std::move(feature.area));
  }
  return gis::io::write_polygons(file, layer, task);
}

}  // namespace vicinia::workspace
