#include "vicinia/workspace/maps/agglomeration_outlines.h"

#include <cassert>
#include <cmath>
#include <utility>

#include "base/phrase.h"
#include "maps/agglomeration_layer.h"
#include "vicinia/core/topology/dissolve.h"
#include "vicinia/gis/io/vector_layer.h"
#include "vicinia/workspace/base/csv.h"
#include "vicinia/workspace/maps/whole_outlines.h"

namespace vicinia::workspace::inline maps {

using core::topology::GroupIndex;

namespace {

/// [unit of the topology] → position of its agglomeration. Members without an area are in no topology.
std::vector<GroupIndex> group_of_unit(const Contiguity& contiguity,
                                      const std::vector<AgglomerationReport>& reports) {
  std::vector<GroupIndex> in_frame(contiguity.frame_size(), core::topology::no_group);
  for (std::size_t i = 0; i < reports.size(); ++i)
    for (const auto member : reports[i].found.members) in_frame[member] = static_cast<GroupIndex>(i);
  std::vector<GroupIndex> groups;
  for (const auto unit : contiguity.units()) groups.push_back(in_frame[unit]);
  return groups;
}

constexpr const char* between_names = ", ";

std::string names_of_units(const core::admin::Frame& frame, const auto& units, Language language) {
  std::string text;
  for (const auto unit : units) text += (text.empty() ? "" : between_names) + name_of(frame[unit], language);
  return text;
}

std::string codes_of_units(const core::admin::Frame& frame, const auto& units) {
  std::string text;
  for (const auto unit : units) text += (text.empty() ? "" : " ") + frame[unit].code;
  return text;
}

std::string whole_number(core::Cell cell) {
  return cell.has_number() ? std::to_string(std::llround(cell.number())) : std::string();
}

std::string feature_title(const core::industry::Sector& sector, std::size_t id, Language language) {
  static constexpr Phrase title{"quần tụ {id} (ngành {sector})", "agglomeration {id} (sector {sector})"};
  return title.in(language, {{"{id}", std::to_string(id)}, {"{sector}", sector.code}});
}

using gis::io::FieldDefinition;
using Type = FieldDefinition::Type;

std::vector<FieldDefinition> feature_fields() {
  return {{Type::text, "sector_no"},
          {Type::integer, "id"},
          {Type::text, "members"},
          {Type::text, "member_codes", "memb_codes"},
          {Type::integer, "member_count", "memb_count"},
          {Type::text, "carried"},
          {Type::text, "provinces"},
          {Type::text, "province_codes", "prov_codes"},
          {Type::boolean, "crosses_provinces", "crosses"},
          {Type::integer, "employees"},
          {Type::integer, "enterprises", "firms"},
          {Type::integer, "smes"},
          {Type::integer, "fdi_enterprises", "fdi_firms"},
          {Type::real, "lq"},
          {Type::real, "lq_low"},
          {Type::real, "lq_high"},
          {Type::real, "sector_share_pct", "sect_pct"},
          {Type::real, "sector_share_pct_low", "sect_low"},
          {Type::real, "sector_share_pct_high", "sect_high"},
          {Type::real, "district_share_pct", "dist_pct"},
          {Type::real, "district_share_pct_low", "dist_low"},
          {Type::real, "district_share_pct_high", "dist_high"},
          {Type::real, "tolerance_m", "toler_m"},
          {Type::text, "period"}};
}

/// Value, low and high.
void append_range(std::vector<std::string>& row, const std::optional<core::stats::Interval>& value) {
  if (value)
    row.insert(row.end(), {csv_field(value->middle()), csv_field(value->low), csv_field(value->high)});
  else
    row.insert(row.end(), 3, std::string());
}

std::vector<std::string> feature_row(const AgglomerationFeature& feature) {
  const core::agglomeration::Sums& sums = feature.sums;
  std::vector<std::string> row{feature.sector_code,
                               std::to_string(feature.id),
                               feature.members,
                               feature.member_codes,
                               std::to_string(feature.member_count),
                               feature.carried,
                               feature.provinces,
                               feature.province_codes,
                               feature.crosses_provinces ? "1" : "0",
                               whole_number(sums.employees),
                               whole_number(sums.enterprises),
                               whole_number(sums.smes),
                               whole_number(sums.fdi_enterprises)};
  append_range(row, feature.pooled.lq);
  append_range(row, feature.pooled.sector_share_pct);
  append_range(row, feature.pooled.district_share_pct);
  row.push_back(csv_field(feature.tolerance_m));
  row.push_back(feature.period);
  return row;
}

/// Cuts a list of names to what a shapefile holds, between two names.
void shorten_list(std::string& list, const char* field, const std::string& title,
                  std::vector<core::Finding>& findings) {
  constexpr std::size_t most = gis::io::shapefile_longest_text;
  static const std::string cut_mark = " …";
  if (list.size() <= most) return;
  findings.push_back({.code = core::ErrorCode::text_shortened,
                      .subject = {.field = field, .id = title},
                      .detail = std::to_string(list.size()) + "|" + std::to_string(most)});
  const std::size_t end = list.rfind(between_names, most - cut_mark.size() - 1);
  list = (end == std::string::npos ? std::string() : list.substr(0, end + 1)) + cut_mark;
}

}  // namespace

std::vector<core::topology::OutlineLines> agglomeration_lines(
    const core::Dataset& dataset, const Contiguity& contiguity,
    const std::vector<AgglomerationReport>& reports) {
  std::vector<GroupIndex> province;
  for (const auto unit : contiguity.units()) {
    const auto parent = dataset.frame.parent(unit);
    const bool is_province = dataset.frame[unit].level == core::admin::Levels::coarsest();
    // Between districts of no known province no line is the boundary of one.
    province.push_back(parent || is_province ? static_cast<GroupIndex>(parent.value_or(unit))
                                             : core::topology::no_group);
  }
  auto lines =
      core::topology::outline_lines(contiguity.topology(), group_of_unit(contiguity, reports), province);
  assert(lines);                  // both are as long as the contiguity has units
  lines->resize(reports.size());  // the last may have no area
  return *std::move(lines);
}

core::Result<std::vector<AgglomerationFeature>> agglomeration_features(
    const Document& document, const Contiguity& contiguity, const std::vector<AgglomerationReport>& reports,
    Language language) {
  const core::Dataset& data = *document.data->dataset;
  const std::vector<GroupIndex> groups = group_of_unit(contiguity, reports);
  auto areas = core::topology::dissolve(contiguity.topology(), groups);
  if (!areas) return core::fail(areas.error());
  areas->resize(reports.size());
  const core::industry::Sector& sector = data.sectors[document.view.sector];
  if (auto whole = check_areas(contiguity.topology(), groups, *areas,
                               [&](std::size_t group) { return feature_title(sector, group + 1, language); });
      !whole)
    return core::fail(whole.error());
  std::vector<AgglomerationFeature> features;
  for (std::size_t i = 0; i < reports.size(); ++i) {
    const AgglomerationReport& report = reports[i];
    features.push_back({.sector_code = sector.code,
                        .period = data.periods[document.view.period],
                        .id = i + 1,
                        .title = feature_title(sector, i + 1, language),
                        .members = names_of_units(data.frame, report.found.members, language),
                        .member_codes = codes_of_units(data.frame, report.found.members),
                        .carried = codes_of_units(data.frame, report.found.carried),
                        .provinces = names_of_units(data.frame, report.provinces, language),
                        .province_codes = codes_of_units(data.frame, report.provinces),
                        .member_count = report.found.members.size(),
                        .crosses_provinces = report.provinces.size() > 1,
                        .sums = report.found.sums,
                        .pooled = report.pooled,
                        .tolerance_m = report.tolerance_m,
                        .area = std::move((*areas)[i])});
  }
  return features;
}

gis::io::LayerToWrite agglomeration_layer(const std::string& crs,
                                          std::vector<AgglomerationFeature> features) {
  gis::io::LayerToWrite layer{.name = "agglomerations", .crs = crs, .fields = feature_fields()};
  for (AgglomerationFeature& feature : features) {
    layer.rows.push_back(feature_row(feature));
    layer.areas.push_back(std::move(feature.area));
    layer.ids.push_back(std::move(feature.title));
  }
  return layer;
}

core::Status write_agglomeration_features(const FeatureFile& file, std::vector<AgglomerationFeature> features,
                                          std::vector<core::Finding>* findings, const core::Task& task) {
  if (findings != nullptr && gis::io::writes_shapefile(file.file))
    for (AgglomerationFeature& feature : features) {
      shorten_list(feature.members, "members", feature.title, *findings);
      shorten_list(feature.provinces, "provinces", feature.title, *findings);
    }
  gis::io::LayerToWrite layer = agglomeration_layer(file.crs, std::move(features));
  layer.target_crs = file.target_crs;
  return gis::io::write_polygons(file.file, layer, task);
}

core::Status write_agglomeration_features(const std::filesystem::path& file, const std::string& crs,
                                          std::vector<AgglomerationFeature> features,
                                          const core::Task& task) {
  return write_agglomeration_features({.file = file, .crs = crs}, std::move(features), nullptr, task);
}

}  // namespace vicinia::workspace::inline maps
