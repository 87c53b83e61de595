#include "vicinia/workspace/maps/map_builder.h"

#include <algorithm>
#include <functional>
#include <system_error>

#include "base/phrase.h"
#include "maps/palette.h"
#include "vicinia/core/geom/measures.h"
#include "vicinia/core/names/folding.h"
#include "vicinia/core/unit_areas.h"
#include "vicinia/gis/io/vector_layer.h"
#include "vicinia/workspace/maps/cartogram.h"
#include "vicinia/workspace/maps/symbol_map.h"
#include "vicinia/workspace/words/texts.h"

namespace vicinia::workspace::inline maps {
namespace {

using core::CellState;
using core::admin::Level;
using core::admin::UnitIndex;
using gis::map::Extent;
using gis::map::ValueState;

core::Result<gis::map::LayerSource> write_source(const core::Dataset& data, Level level,
                                                 const std::vector<UnitIndex>& units,
                                                 std::span<const core::geom::MultiPolygon> areas,
                                                 const std::filesystem::path& folder,
                                                 const std::string& drawing = {}) {
  const std::string name = data.frame.levels()[level].id + "s";
  const std::string frame = data.frame_id.empty() ? "" : "-" + core::names::file_stem(data.frame_id);
  const std::string hash = data.content_hash + frame + "-" + name + drawing;
  const std::filesystem::path file = folder / (hash + ".fgb");
  if (std::error_code error; std::filesystem::exists(file, error))
    return gis::map::LayerSource{name, file.string(), hash};
  gis::io::LayerToWrite layer{.name = name,
                              .crs = data.crs,
                              .fields = {{.name = "code"}, {.name = "name_vi"}, {.name = "name_en"}},
                              .check_validity = false};  // the reader did
  for (const UnitIndex unit : units) {
    const core::admin::Unit& u = data.frame[unit];
    layer.rows.push_back({u.code, name_of(u, Language::vi), name_of(u, Language::en)});
  }
  if (core::Status ok = gis::io::write_polygons(file, layer, areas); !ok) return core::fail(ok.error());
  return gis::map::LayerSource{name, file.string(), hash};
}

std::vector<UnitIndex> drawn(const core::Dataset& data, Level level) {
  std::vector<UnitIndex> units = data.frame.at_level(level);
  std::erase_if(units, [&](UnitIndex unit) { return data.areas[unit].empty(); });
  return units;
}

gis::map::ClassStyle style_of(const LegendRow& row, const Choropleth& choropleth, const View& view,
                              Language language) {
  return {row.lower, row.upper, row.fill, legend_label(row, choropleth, view, language)};
}

/// What it shows where it does not show a number or a category.
void describe_areas(gis::map::AreaLayer& layer, const Document& document, const Choropleth& choropleth,
                    const MapSources& sources, Language language) {
  const bool is_coarsest = choropleth.level == core::admin::Levels::coarsest();
  layer.source = sources.of(choropleth.level).source.id;
  layer.name = legend_title(document, language);
  layer.border = {palette::district_border, is_coarsest ? 0.15 : 0.06};
  if (choropleth.cartogram) {  // over the lines of the country, which stay where they are
    layer.border = {palette::text, 0.15};
    layer.slot = gis::map::Slot::symbols;
  }
  layer.outside_fill = {gis::map::FillPattern::solid, palette::outside, {}};
  if (!choropleth.around.empty()) layer.outside_fill.pattern = gis::map::FillPattern::none;
  for (const LegendRow& row : choropleth.legend) {
    if (row.kind == LegendRow::Kind::not_published)
      layer.not_published = style_of(row, choropleth, document.view, language);
    if (row.kind == LegendRow::Kind::undefined)
      layer.undefined = style_of(row, choropleth, document.view, language);
  }
  std::vector<bool> is_coloured(document.data->dataset->frame.size());
  for (const UnitIndex unit : choropleth.units) is_coloured[unit] = true;
  for (const UnitIndex unit : sources.of(choropleth.level).units)
    layer.states.push_back(is_coloured[unit] ? value_state_of(choropleth.values[unit].value)
                                             : ValueState::outside);
}

gis::map::GraduatedLayer graduated_layer(const Document& document, const Choropleth& choropleth,
                                         const MapSources& sources, Language language) {
  gis::map::GraduatedLayer layer;
  describe_areas(layer, document, choropleth, sources, language);
  for (const LegendRow& row : choropleth.legend) {
    if (row.kind == LegendRow::Kind::value_class)  // they ascend in a map, whatever the order of the legend
      layer.classes.insert(
          std::ranges::upper_bound(layer.classes, row.lower, {}, &gis::map::ClassStyle::lower),
          style_of(row, choropleth, document.view, language));
    if (row.kind == LegendRow::Kind::zero) {
      layer.has_zero_class = true;
      layer.zero = style_of(row, choropleth, document.view, language);
    }
  }
  for (const UnitIndex unit : sources.of(choropleth.level).units) {
    const core::Cell cell = choropleth.values[unit].value;
    layer.values.push_back(cell.has_number() ? cell.number() : 0.0);
  }
  return layer;
}

/// The categories of a variable are numbered from 1.
gis::map::CategoricalLayer categorical_layer(const Document& document, const Choropleth& choropleth,
                                             const MapSources& sources, Language language) {
  gis::map::CategoricalLayer layer;
  describe_areas(layer, document, choropleth, sources, language);
  layer.categories.resize(core::values::info_of(document.view.variable).categories.size());
  for (const LegendRow& row : choropleth.legend)
    if (row.kind == LegendRow::Kind::category)
      layer.categories.at(static_cast<std::size_t>(row.lower) - 1) = {
          row.fill, legend_label(row, choropleth, document.view, language)};
  for (const UnitIndex unit : sources.of(choropleth.level).units) {
    const core::Cell cell = choropleth.values[unit].value;
    layer.categories_of.push_back(cell.has_number() ? static_cast<std::uint32_t>(cell.number()) - 1 : 0);
  }
  return layer;
}

gis::map::Layer area_layer(const Document& document, const Choropleth& choropleth, const MapSources& sources,
                           Language language) {
  if (core::values::info_of(document.view.variable).is_category())
    return categorical_layer(document, choropleth, sources, language);
  return graduated_layer(document, choropleth, sources, language);
}

/// The units around the province that is shown, in the same classes, faded; what is not published there is plain land.
gis::map::Layer layer_around(const Document& document, const Choropleth& choropleth,
                             const MapSources& sources, Language language) {
  gis::map::Layer any = area_layer(document, choropleth, sources, language);
  std::vector<bool> is_around(document.data->dataset->frame.size());
  for (const UnitIndex unit : choropleth.around) is_around[unit] = true;
  const std::vector<UnitIndex>& units = sources.of(choropleth.level).units;
  const auto fade = [&](gis::map::AreaLayer& layer) {
    layer.name += Phrase{" – vùng xung quanh", " – around"}.in(language);
    layer.slot = gis::map::Slot::base;
    layer.outside_fill = {gis::map::FillPattern::none, {}, {}};
    layer.not_published.fill = {gis::map::FillPattern::solid, palette::outside, {}};
    layer.undefined.fill = layer.not_published.fill;
    for (std::size_t i = 0; i < units.size(); ++i)
      layer.states[i] =
          is_around[units[i]] ? value_state_of(choropleth.values[units[i]].value) : ValueState::outside;
  };
  if (auto* const graduated = std::get_if<gis::map::GraduatedLayer>(&any)) {
    fade(*graduated);
    for (gis::map::ClassStyle& style : graduated->classes) style.fill = faded(style.fill);
    graduated->zero.fill = faded(graduated->zero.fill);
    // Of a zero that the province has none of, nothing is said.
    if (!graduated->has_zero_class) {
      graduated->has_zero_class = true;
      graduated->zero = {
          0,
          0,
          {gis::map::FillPattern::solid, faded({gis::map::FillPattern::solid, palette::zero, {}}).colour, {}},
          number_text(0, 0, language)};
    }
  } else {
    auto& categorical = std::get<gis::map::CategoricalLayer>(any);
    fade(categorical);
    for (gis::map::CategoryStyle& style : categorical.categories) style.fill = faded(style.fill);
  }
  return any;
}

/// Positions in the source of the units that `wanted` accepts.
template <class Wanted>
std::vector<std::uint32_t> features_where(const std::vector<UnitIndex>& units, Wanted wanted) {
  std::vector<std::uint32_t> features;
  for (std::size_t i = 0; i < units.size(); ++i)
    if (wanted(units[i])) features.push_back(static_cast<std::uint32_t>(i));
  return features;
}

/// What layers are called in a project.
std::string several(const core::admin::Levels& levels, Level level) { return levels[level].plural.en; }

void add_labels(const Document& document, const Choropleth& choropleth, const MapSources& sources,
                Language language, std::vector<gis::map::Layer>& layers) {
  const std::string field = language == Language::vi ? "name_vi" : "name_en";
  const auto& view = document.view;
  const core::admin::Levels& levels = document.data->dataset->frame.levels();
  const bool is_coarsest = choropleth.level == core::admin::Levels::coarsest();
  const MapSources::OfLevel& above =
      is_coarsest ? sources.of(choropleth.level) : sources.above(choropleth.level);
  if (view.province) {
    const MapSources::OfLevel& whole = sources.of(document.data->dataset->frame[*view.province].level);
    if (const auto others =
            features_where(whole.units, [&](UnitIndex unit) { return unit != *view.province; });
        !others.empty())
      layers.push_back(gis::map::LabelLayer{.source = whole.source.id,
                                            .name = "around",
                                            .field = field,
                                            .features = others,
                                            .size_pt = 7.5,
                                            .colour = palette::faint_text,
                                            .max_scale = 1.1e7,
                                            .priority = 2});
  }
  if (!above.units.empty() && !view.province && !choropleth.cartogram)
    layers.push_back(gis::map::LabelLayer{
        .source = above.source.id,
        .name = several(levels, document.data->dataset->frame[above.units.front()].level),
        .field = field,
        .size_pt = 7.5,
        .bold = !is_coarsest,
        .colour = is_coarsest ? palette::text : palette::province_text,
        .max_scale = 1.1e7,  // the whole country on a screen of 768 lines
        .priority = 6});
  const MapSources::OfLevel& fine = sources.of(choropleth.level);
  if (is_coarsest || fine.units.empty()) return;
  std::vector<bool> is_coloured(document.data->dataset->frame.size());
  for (const UnitIndex unit : choropleth.units) is_coloured[unit] = true;
  const auto with_values = features_where(fine.units, [&](UnitIndex unit) {
    return is_coloured[unit] && choropleth.values[unit].value.has_number();
  });
  const auto without = features_where(fine.units, [&](UnitIndex unit) {
    return is_coloured[unit] && !choropleth.values[unit].value.has_number();
  });
  if (!with_values.empty())
    layers.push_back(gis::map::LabelLayer{.source = fine.source.id,
                                          .name = several(levels, choropleth.level) + " with values",
                                          .field = field,
                                          .features = with_values,
                                          .size_pt = 7.5,
                                          .colour = palette::text,
                                          .max_scale = choropleth.cartogram ? 0 : 1.8e6,
                                          .priority = 8});
  if (!without.empty())
    layers.push_back(gis::map::LabelLayer{.source = fine.source.id,
                                          .name = several(levels, choropleth.level),
                                          .field = field,
                                          .features = without,
                                          .size_pt = 7,
                                          .colour = palette::faint_text,
                                          .max_scale = 9e5,
                                          .priority = 3});
}

}  // namespace

core::Result<MapSources> write_sources(const core::Dataset& dataset, const std::filesystem::path& folder) {
  MapSources sources;
  for (const Level level : dataset.frame.levels().all()) {
    MapSources::OfLevel& of_level = sources.levels.emplace_back();
    of_level.units = drawn(dataset, level);
    if (of_level.units.empty()) continue;
    const core::UnitAreas areas(dataset, of_level.units);
    auto source = write_source(dataset, level, of_level.units, areas.span(), folder);
    if (!source) return core::fail(source.error());
    of_level.source = std::move(*source);
  }
  sources.surroundings = write_surroundings(dataset, folder);
  sources.folder = folder;
  return sources;
}

MapSources drawn_sources(const Document& document, const Choropleth& choropleth, const MapSources& sources) {
  if (!choropleth.cartogram) return sources;
  MapSources drawn = sources;
  MapSources::OfLevel& of_level = drawn.levels.at(choropleth.level.rank);
  of_level.units = choropleth.cartogram->units;
  of_level.source = {};
  if (of_level.units.empty()) return drawn;
  std::vector<core::geom::MultiPolygon> circles;
  circles.reserve(of_level.units.size());
  for (const UnitIndex unit : of_level.units) circles.push_back(choropleth.cartogram->areas[unit]);
  // Named by what is drawn, not by the fields of the view that it follows from: none can be forgotten.
  std::string drawn_bytes;
  for (std::size_t i = 0; i < circles.size(); ++i) {
    drawn_bytes += document.data->dataset->frame[of_level.units[i]].code + '\0';
    for (const auto& point : circles[i].front().outer())
      for (const double part : {point.x(), point.y()})
        drawn_bytes.append(reinterpret_cast<const char*>(&part), sizeof part);
  }
  auto source =
      write_source(*document.data->dataset, choropleth.level, of_level.units, circles, sources.folder,
                   "-circles-" + std::to_string(std::hash<std::string>{}(drawn_bytes)));
  if (source) of_level.source = std::move(*source);
  return drawn;
}

ValueState value_state_of(const core::Cell& cell) {
  switch (cell.state()) {
    case CellState::not_published: return ValueState::not_published;
    case CellState::zero: return ValueState::zero;
    case CellState::value: return ValueState::value;
    case CellState::undefined: return ValueState::undefined;
  }
  return ValueState::not_published;
}

std::vector<gis::map::LayerSource> layer_sources(const MapSources& sources) {
  std::vector<gis::map::LayerSource> written;
  for (const MapSources::OfLevel& level : sources.levels)
    if (!level.source.id.empty()) written.push_back(level.source);
  return written;
}

const MapSources::OfLevel& MapSources::of(Level level) const {
  static const OfLevel none;
  return level.rank < levels.size() ? levels[level.rank] : none;
}

const MapSources::OfLevel& MapSources::above(Level level) const {
  for (int rank = level.rank - 1; rank >= 0; --rank)
    if (const OfLevel& coarser = of({static_cast<std::uint8_t>(rank)}); !coarser.units.empty())
      return coarser;
  static const OfLevel none;
  return none;
}

gis::map::MapSpec make_map_spec(const Document& document, const Choropleth& choropleth,
                                const MapSources& of_areas, const MapSize& size, Language language) {
  const MapSources sources = drawn_sources(document, choropleth, of_areas);
  const View& view = document.view;
  gis::map::MapSpec spec;
  spec.crs = document.data->dataset->crs;
  spec.width_px = size.width_px;
  spec.height_px = size.height_px;
  spec.dpi = size.dpi;
  spec.background = palette::sea;
  spec.extent = view.extent ? gis::map::fitted(*view.extent, size.width_px, size.height_px, 0.0)
                            : gis::map::fitted(full_drawn_extent(document, choropleth), size.width_px,
                                               size.height_px, margin_around(document));
  spec.sources = layer_sources(sources);

  add_land(sources.surroundings, spec);
  const MapSources::OfLevel &coloured = sources.of(choropleth.level), &coarsest = sources.of({});
  if (!coarsest.units.empty())  // land beneath: a unit may be larger than its parts
    spec.layers.push_back(gis::map::OutlineLayer{.source = coarsest.source.id,
                                                 .name = "land",
                                                 .stroke = {palette::province_border, 0.0},
                                                 .fill = {gis::map::FillPattern::solid, palette::land, {}},
                                                 .slot = gis::map::Slot::base});
  if (!coloured.units.empty() && !choropleth.around.empty() && !choropleth.cartogram)
    spec.layers.push_back(layer_around(document, choropleth, sources, language));
  if (!coloured.units.empty()) spec.layers.push_back(area_layer(document, choropleth, sources, language));
  const core::admin::Frame& frame = document.data->dataset->frame;
  // The coarser the level, the stronger its lines, over those of finer ones.
  constexpr double border_mm = 0.18, more_mm = 0.12;
  double width_mm = border_mm;
  for (int rank = choropleth.level.rank - 1; rank >= 0; --rank) {
    const Level level{static_cast<std::uint8_t>(rank)};
    if (sources.of(level).units.empty()) continue;
    spec.layers.push_back(gis::map::OutlineLayer{.source = sources.of(level).source.id,
                                                 .name = several(frame.levels(), level),
                                                 .stroke = {palette::province_border, width_mm}});
    width_mm += more_mm;
  }
  if (view.province) {
    const MapSources::OfLevel& whole = sources.of(frame[*view.province].level);
    const auto shown = features_where(whole.units, [&](UnitIndex unit) { return unit == *view.province; });
    if (!shown.empty())
      spec.layers.push_back(gis::map::OutlineLayer{.source = whole.source.id,
                                                   .name = frame.level_of(*view.province).name.en,
                                                   .features = shown,
                                                   .stroke = {palette::text, 0.5}});
  }
  if (auto symbols = shown_symbols(document, choropleth, sources, language))
    spec.layers.emplace_back(std::move(symbols->layer));
  if (view.labels) {
    add_labels(document, choropleth, sources, language, spec.layers);
    add_names_around(sources.surroundings, language, spec);
  }
  return spec;
}

}  // namespace vicinia::workspace::inline maps
