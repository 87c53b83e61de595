#include "vicinia/workspace/maps/symbol_map.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>
#include <variant>

#include "vicinia/workspace/document/extents.h"
#include "vicinia/workspace/document/values.h"
#include "vicinia/workspace/words/texts.h"
#include "vicinia/workspace/words/variable_texts.h"

namespace vicinia::workspace::inline maps {
namespace {

using core::Cell;
using core::CellState;
using core::admin::UnitIndex;
using gis::map::Colour;
using gis::map::LegendEntry;
using gis::map::MarkerShape;
using gis::map::ValueState;

// A blue and a red that eyes without red or green tell apart; what lies beneath a large symbol shines through.
constexpr Colour more_fill{33, 102, 172, 200}, less_fill{178, 24, 43, 200},
    symbol_edge_colour{255, 255, 255, 255}, unclassed_fill{128, 128, 132, 200}, dark_edge{50, 50, 54, 255},
    missing_line{110, 108, 104, 255};
constexpr double largest_symbol_mm = 7, smallest_symbol_mm = 1.2;

/// The largest number 1, 2 or 5 times a power of ten that is not above it.
double round_below(double value) {
  const double power = std::pow(10, std::floor(std::log10(value)));
  for (const double digit : {5.0, 2.0})
    if (digit * power <= value) return digit * power;
  return power;
}

/// Of the symbols that the view asks for.
core::values::Variable symbol_variable(const View& view) {
  return is_quantity(view.variable) ? view.variable : core::values::Variable::employees;
}

/// The largest number that a symbol of the compared maps stands for, where they have sizes in common; else 0.
double largest_of_others(const Document& document, core::values::Variable variable,
                         const std::vector<UnitIndex>& units) {
  double largest = 0;
  if (!document.view.comparison.same_classes) return largest;
  for (std::size_t map = 1; map < map_count(document.view); ++map) {
    const Document shown = document_of(document, map);
    if (symbol_variable(shown.view) != variable) continue;
    const auto values = values_of(shown, variable);
    if (!values) continue;
    for (const UnitIndex unit : units)
      if (const Cell cell = (*values)[unit].value; cell.has_number())
        largest = std::max(largest, std::abs(cell.number()));
  }
  return largest;
}

void add_legend(SymbolMap& map, const std::vector<ValueState>& states, const core::values::VariableInfo& info,
                double largest_of_all, Language language) {
  const auto row = [&](double value) {
    map.legend.push_back(
        {.label = number_text(value, info.decimals, language), .marker = map.layer.symbol_of(value)});
  };
  const auto& layer = map.layer;
  double highest = largest_of_all, lowest = 0;
  for (std::size_t i = 0; i < states.size(); ++i)
    if (states[i] == ValueState::value) {
      highest = std::max(highest, layer.values[i]);
      lowest = std::min(lowest, layer.values[i]);
    }
  // Below it, symbols are drawn larger than they are: no size to compare with.
  const double smallest_true_to_size =
      layer.largest_value * std::pow(layer.smallest_mm / layer.largest_mm, 2);
  const double step = std::max(std::pow(10, -info.decimals), smallest_true_to_size);
  for (const double value : legend_values(highest, step)) row(value);
  for (const double value : legend_values(-lowest, step)) row(-value);
  const auto without = [&](ValueState state, const std::string& label, LegendEntry entry) {
    const auto count = std::ranges::count(states, state);
    if (count == 0) return;
    entry.label = label;
    entry.count = number_text(static_cast<double>(count), 0, language);
    map.legend.push_back(std::move(entry));
  };
  without(ValueState::zero, number_text(0, info.decimals, language),
          {.fill = {gis::map::FillPattern::none, {}, {}}});
  without(ValueState::not_published, not_published_text(language), {.marker = layer.not_published});
}

/// In the classes of the variable that the areas show: a district too small to be seen has its colour in its symbol.
void colour_by_class(gis::map::ProportionalSymbolLayer& layer, const Document& document,
                     const Choropleth& choropleth, const MapSources& sources) {
  const bool has_more_and_less = !layer.classes.empty();
  if (has_more_and_less || choropleth.classes.size() == 0 ||
      core::values::info_of(document.view.variable).is_category())
    return;
  for (const LegendRow& row : choropleth.legend)
    if (row.kind == LegendRow::Kind::value_class)
      layer.classes.insert(
          layer.classes.begin(),
          {row.lower, row.upper, row.fill, legend_label(row, choropleth, document.view, Language::en)});
  for (const UnitIndex unit : sources.of(choropleth.level).units) {
    const Cell cell = choropleth.values[unit].value;
    layer.class_values.push_back(cell.state() == CellState::value ? cell.number()
                                                                  : std::numeric_limits<double>::lowest());
  }
  layer.marker.fill = unclassed_fill;
  layer.marker.edge = {dark_edge, 0.25};
}

}  // namespace

bool is_quantity(core::values::Variable variable) { return core::values::info_of(variable).is_count(); }

std::vector<double> legend_values(double largest, double smallest_step) {
  constexpr std::size_t most = 3;
  std::vector<double> values;
  for (double next = largest; values.size() < most && next >= smallest_step; next = values.back() / 4)
    values.push_back(round_below(next));
  std::erase_if(values, [&](double value) { return value < smallest_step; });
  return values;
}

core::Result<SymbolMap> proportional_symbols(const Document& document, const Choropleth& choropleth,
                                             const MapSources& sources, core::values::Variable variable,
                                             Language language) {
  const core::values::VariableInfo& info = core::values::info_of(variable);
  if (!is_quantity(variable))
    return core::fail({.code = core::ErrorCode::invalid_argument,
                       .subject = {.field = "variable", .id = std::string(info.id)},
                       .detail = "symbols in proportion need a quantity"});
  const auto values = values_of(document, variable);
  if (!values) return core::fail(values.error());
  const MapSources::OfLevel& areas = sources.of(choropleth.level);
  SymbolMap map;
  gis::map::ProportionalSymbolLayer& layer = map.layer;
  layer.source = areas.source.id;
  layer.name = variable_name(document.data->dataset->provenance, variable, language);
  layer.largest_mm = largest_symbol_mm;
  layer.smallest_mm = smallest_symbol_mm;
  layer.marker = {MarkerShape::circle, 0, more_fill, {symbol_edge_colour, 0.2}};
  layer.not_published = {MarkerShape::cross, 1.2, {}, {missing_line, 0.2}};
  layer.not_published_label = not_published_text(language);
  std::vector<bool> is_shown(document.data->dataset->frame.size());
  for (const UnitIndex unit : choropleth.units) is_shown[unit] = true;
  double lowest = 0;
  for (const UnitIndex unit : areas.units) {
    const Cell cell = (*values)[unit].value;
    const double value = cell.has_number() ? cell.number() : 0;
    layer.values.push_back(value);
    layer.states.push_back(is_shown[unit] ? value_state_of(cell) : ValueState::outside);
    if (!is_shown[unit]) continue;
    layer.largest_value = std::max(layer.largest_value, std::abs(value));
    lowest = std::min(lowest, value);
  }
  const double of_others = largest_of_others(document, variable, choropleth.units);
  layer.largest_value = std::max(layer.largest_value, of_others);
  if (lowest < 0)
    layer.classes = {{-layer.largest_value, 0, {gis::map::FillPattern::solid, less_fill, {}}, "< 0"},
                     {0, layer.largest_value, {gis::map::FillPattern::solid, more_fill, {}}, "> 0"}};
  add_legend(map, layer.states, info, of_others, language);
  return map;
}

std::optional<double> specks_beyond_m(const Document& document, const Choropleth& choropleth) {
  constexpr std::size_t few = 4;  // of as many units, one has a value
  constexpr double speck = 0.02;  // of the map's longer side
  std::vector<UnitIndex> with_values;
  for (const UnitIndex unit : choropleth.units)
    if (choropleth.values[unit].value.state() == CellState::value) with_values.push_back(unit);
  if (with_values.empty() || with_values.size() * few > choropleth.units.size()) return std::nullopt;
  std::vector<double> longer_sides;
  for (const UnitIndex unit : with_values) {
    const gis::map::Extent own = unit_extent(*document.data->dataset, unit);
    longer_sides.push_back(std::max(own.width(), own.height()));
  }
  std::ranges::sort(longer_sides);
  return longer_sides[(longer_sides.size() + 1) / 2 - 1] / speck;  // half of them are no longer
}

bool areas_are_too_small(const Document& document, const Choropleth& choropleth) {
  const auto beyond_m = specks_beyond_m(document, choropleth);
  if (!beyond_m) return false;
  const gis::map::Extent shown = document.view.extent.value_or(full_extent(document));
  return std::max(shown.width(), shown.height()) > *beyond_m;
}

bool wants_symbols(const Document& document, const Choropleth& choropleth) {
  if (choropleth.cartogram) return false;  // each circle is its own symbol
  return document.view.symbols.value_or(false) ||
         (!document.view.symbols && areas_are_too_small(document, choropleth));
}

void scale_symbols(gis::map::MapSpec& map, double share) {
  for (gis::map::Layer& layer : map.layers)
    if (auto* symbols = std::get_if<gis::map::ProportionalSymbolLayer>(&layer)) {
      symbols->largest_mm *= share;
      symbols->smallest_mm *= share;
    }
}

void scale_symbols(gis::map::Legend& legend, double share) {
  for (gis::map::LegendEntry& entry : legend.entries) entry.marker.size_mm *= share;
}

std::optional<SymbolMap> shown_symbols(const Document& document, const Choropleth& choropleth,
                                       const MapSources& sources, Language language) {
  if (!wants_symbols(document, choropleth)) return std::nullopt;
  auto map = proportional_symbols(document, choropleth, sources, symbol_variable(document.view), language);
  if (!map || map->layer.largest_value == 0) return std::nullopt;
  colour_by_class(map->layer, document, choropleth, sources);
  for (gis::map::LegendEntry& row : map->legend)  // of sizes: colours have their own rows
    if (!map->layer.class_values.empty() && row.marker.size_mm > 0) {
      row.marker.fill = map->layer.marker.fill;
      row.marker.edge = map->layer.marker.edge;
    }
  // The areas beneath say already what is not published.
  map->layer.not_published = {};
  const std::string not_published = not_published_text(language);
  std::erase_if(map->legend, [&](const gis::map::LegendEntry& row) {
    return row.marker.size_mm == 0 || row.label == not_published;
  });
  // Where they come by themselves, one size to compare with is enough, and a small page has no room for more.
  if (!document.view.symbols && map->legend.size() > 1) map->legend.resize(1);
  return *std::move(map);
}

}  // namespace vicinia::workspace::inline maps
