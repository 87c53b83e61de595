#include "vicinia/workspace/maps/surroundings.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "maps/palette.h"
#include "vicinia/core/geom/measures.h"
#include "vicinia/core/names/folding.h"
#include "vicinia/gis/io/vector_layer.h"
#include "vicinia/workspace/document/extents.h"
#include "vicinia/workspace/document/resource_paths.h"

namespace vicinia::workspace::inline maps {
namespace {

constexpr std::string_view sea_code = "sea", country_code = "704";
constexpr double country_area_m2 = 3.29e11;

double area_of(const core::geom::MultiPolygon& area) { return core::geom::area_m2(area).value_or(0); }

/// In a projection made for another part of the world the country comes out at another size, and the land around it anywhere.
bool fits(const core::geom::MultiPolygon& country, const gis::map::Extent& data) {
  constexpr double distortion = 0.1, far_m = 2.5e6;
  const auto box = core::geom::bounds(country);
  if (!box || std::abs(area_of(country) / country_area_m2 - 1) > distortion) return false;
  const double x = (data.min_x + data.max_x) / 2, y = (data.min_y + data.max_y) / 2;
  return x > box->min_corner().x() - far_m && x < box->max_corner().x() + far_m &&
         y > box->min_corner().y() - far_m && y < box->max_corner().y() + far_m;
}

/// Do the units cover the country, but for its far islands and the differences of two sources?
bool is_whole_country(const core::Dataset& dataset, const gis::map::Extent& extent,
                      const core::geom::MultiPolygon& country) {
  const auto box = core::geom::bounds(country);
  constexpr double most = 0.93;
  if (extent.height() < most * (box->max_corner().y() - box->min_corner().y())) return false;
  double area = 0;
  for (const core::admin::UnitIndex unit : dataset.frame.at_level(core::admin::Levels::coarsest()))
    area += area_of(dataset.areas[unit]);
  return area > most * area_of(country);
}

std::optional<std::filesystem::path> own_file() {
  const auto resources = resources_folder();
  if (!resources) return std::nullopt;
  return *resources / "data" / "surroundings" / "surroundings.shp";
}

}  // namespace

SurroundingAreas read_surroundings(const core::Dataset& dataset, const std::filesystem::path& file) {
  auto layer = gis::io::read_polygons(file, {.target_crs = dataset.crs});
  if (!layer) return {};
  const auto code = layer->attributes.column("code", file.string());
  const auto name_vi = layer->attributes.column("name_vi", file.string()),
             name_en = layer->attributes.column("name_en", file.string());
  if (!code || !name_vi || !name_en) return {};
  SurroundingAreas result;
  const core::geom::MultiPolygon* country = nullptr;
  for (std::size_t i = 0; i < layer->areas.size(); ++i) {
    const std::vector<std::string>& row = layer->attributes.rows[i];
    const bool is_country = row[*code] == country_code;
    if (is_country) country = &layer->areas[i];
    result.kinds.push_back(is_country               ? SurroundingAreas::Kind::country
                           : row[*code] == sea_code ? SurroundingAreas::Kind::sea
                                                    : SurroundingAreas::Kind::neighbour);
    result.codes.push_back(row[*code]);
    result.names.push_back({row[*name_vi], row[*name_en]});
  }
  const gis::map::Extent extent = full_extent(dataset);
  if (country == nullptr || !fits(*country, extent)) return {};
  result.is_whole_country = is_whole_country(dataset, extent, *country);
  result.areas = std::move(layer->areas);
  return result;
}

SurroundingAreas read_surroundings(const core::Dataset& dataset) {
  const auto file = own_file();
  return file ? read_surroundings(dataset, *file) : SurroundingAreas{};
}

Surroundings write_surroundings(const core::Dataset& dataset, const std::filesystem::path& file,
                                const std::filesystem::path& folder) {
  const SurroundingAreas read = read_surroundings(dataset, file);
  if (read.empty()) return {};
  Surroundings result;
  for (std::size_t i = 0; i < read.areas.size(); ++i) {
    const auto feature = static_cast<std::uint32_t>(i);
    switch (read.kinds[i]) {
      case SurroundingAreas::Kind::sea: result.seas.push_back(feature); break;
      case SurroundingAreas::Kind::neighbour: result.neighbours.push_back(feature); break;
      case SurroundingAreas::Kind::country:
        if (!read.is_whole_country) result.country.push_back(feature);
        break;
    }
  }
  // The same for all data sets in one projection; one without a short name has them for itself.
  const std::string projection =
      dataset.crs.size() <= 20 ? core::names::file_stem(dataset.crs) : dataset.content_hash;
  const std::string hash = projection + "-surroundings";
  const std::filesystem::path written = folder / (hash + ".fgb");
  if (std::error_code error; !std::filesystem::exists(written, error)) {
    gis::io::LayerToWrite target{.name = "surroundings",
                                 .crs = dataset.crs,
                                 .fields = {{.name = "code"}, {.name = "name_vi"}, {.name = "name_en"}},
                                 .check_validity = false};  // it is only drawn
    for (std::size_t i = 0; i < read.areas.size(); ++i)
      target.rows.push_back({read.codes[i], read.names[i].vi, read.names[i].en});
    if (!gis::io::write_polygons(written, target, read.areas)) return {};
  }
  result.source = {"surroundings", written.string(), hash};
  return result;
}

Surroundings write_surroundings(const core::Dataset& dataset, const std::filesystem::path& folder) {
  const auto file = own_file();
  return file ? write_surroundings(dataset, *file, folder) : Surroundings{};
}

void add_land(const Surroundings& surroundings, gis::map::MapSpec& map) {
  if (surroundings.empty()) return;
  map.sources.push_back(surroundings.source);
  const auto add = [&](const std::string& name, const std::vector<std::uint32_t>& features,
                       const gis::map::Colour& fill) {
    if (features.empty()) return;
    map.layers.push_back(gis::map::OutlineLayer{.source = surroundings.source.id,
                                                .name = name,
                                                .features = features,
                                                .stroke = {palette::neighbour_border, 0.1},
                                                .fill = {gis::map::FillPattern::solid, fill, {}},
                                                .slot = gis::map::Slot::base});
  };
  add("neighbours", surroundings.neighbours, palette::neighbour);
  add("country", surroundings.country, palette::outside);
}

void add_names_around(const Surroundings& surroundings, Language language, gis::map::MapSpec& map) {
  if (surroundings.empty()) return;
  const std::string field = language == Language::vi ? "name_vi" : "name_en";
  const auto add = [&](const std::string& name, const std::vector<std::uint32_t>& features,
                       const gis::map::Colour& colour, bool italic, double size_pt) {
    if (features.empty()) return;
    map.layers.push_back(gis::map::LabelLayer{.source = surroundings.source.id,
                                              .name = name,
                                              .field = field,
                                              .features = features,
                                              .size_pt = size_pt,
                                              .italic = italic,
                                              .colour = colour,
                                              .halo = {255, 255, 255, 0},
                                              .max_scale = 3e7,
                                              .priority = 1,
                                              .anywhere_within = true});
  };
  add("names of seas", surroundings.seas, palette::sea_text, true, 9);
  add("names of neighbours", surroundings.neighbours, palette::neighbour_text, false, 8);
}

}  // namespace vicinia::workspace::inline maps
