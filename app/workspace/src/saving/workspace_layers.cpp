#include "saving/workspace_layers.h"

#include <string>
#include <utility>
#include <variant>

#include "maps/agglomeration_layer.h"
#include "vicinia/workspace/base/csv.h"
#include "vicinia/workspace/document/agglomerations.h"
#include "vicinia/workspace/maps/agglomeration_outlines.h"
#include "vicinia/workspace/tables/variable_table.h"

namespace vicinia::workspace::inline saving {
namespace {

using gis::io::FieldDefinition;

std::string text_of(const TableValue& value) {
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  if (const auto* cell = std::get_if<core::Cell>(&value))
    return cell->has_number() ? csv_field(cell->number()) : std::string();
  if (const auto* truth = std::get_if<Truth>(&value)) return *truth ? (**truth ? "1" : "0") : std::string();
  std::string joined;
  if (const auto& names = std::get<Names>(value))
    for (const std::string& name : *names) joined += (joined.empty() ? "" : " ") + name;
  return joined;
}

/// As the first row has it; of a column every row holds the same kind.
FieldDefinition::Type type_of(const ValueTable& table, std::size_t column) {
  if (table.rows.empty()) return FieldDefinition::Type::text;
  const TableValue& value = table.rows.front()[column];
  return std::holds_alternative<core::Cell>(value) ? FieldDefinition::Type::real
         : std::holds_alternative<Truth>(value)    ? FieldDefinition::Type::boolean
                                                   : FieldDefinition::Type::text;
}

void add_units(const Document& document, WorkspaceLayers& layers) {
  const auto table = values_table(document);
  if (!table) return;
  const core::Dataset& data = *document.data->dataset;
  gis::io::LayerToWrite layer{.name = "units", .crs = data.crs, .check_validity = false};
  for (std::size_t i = 0; i < table->columns.size(); ++i)
    layer.fields.push_back({type_of(*table, i), table->columns[i]});
  for (const TableRow& row : table->rows) {
    std::vector<std::string> texts;
    for (const TableValue& value : row) texts.push_back(text_of(value));
    const auto unit = data.frame.find(texts.front());
    layers.units.push_back(unit ? data.areas[*unit] : core::geom::MultiPolygon{});
    layer.rows.push_back(std::move(texts));
  }
  layers.layers.push_back({.layer = std::move(layer), .areas = layers.units});
}

void add_agglomerations(const Document& document, WorkspaceLayers& layers) {
  const core::Dataset& data = *document.data->dataset;
  const auto contiguity = Contiguity::build(data, document.view.agglomerations.tolerance_m);
  if (!contiguity) return;
  const auto reports = find_agglomerations(document, *contiguity);
  if (!reports || reports->empty()) return;
  auto features = agglomeration_features(document, *contiguity, *reports, Language::vi);
  if (!features) return;
  gis::io::LayerToWrite layer = agglomeration_layer(data.crs, *std::move(features));
  layers.agglomerations = std::move(layer.areas);
  layers.layers.push_back({.layer = std::move(layer), .areas = layers.agglomerations});
}

}  // namespace

WorkspaceLayers layers_of(const Document& document) {
  WorkspaceLayers layers;
  add_units(document, layers);
  add_agglomerations(document, layers);
  return layers;
}

}  // namespace vicinia::workspace::inline saving
