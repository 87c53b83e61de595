#include <qgsgraduatedsymbolrenderer.h>
#include <qgsproperty.h>
#include <qgspropertytransformer.h>
#include <qgssinglesymbolrenderer.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <memory>

#include "layers/layer_kinds.h"
#include "markers.h"
#include "qgis_names.h"
#include "text.h"

namespace vicinia::gis::engine {
namespace {

constexpr double largest_marker_mm = 100;

core::Status check(const map::Marker& marker) {
  if (marker.size_mm > 0 && marker.size_mm <= largest_marker_mm) return {};
  return core::fail(bad_map("marker", "its size may be up to 100 mm, and not 0"));
}

/// Where a feature is marked: at the same place at every scale, on the screen and on paper.
QgsFeature point_of(LoadedLayer& source, std::size_t index, const QgsFields& fields) {
  QgsFeature feature(fields);
  feature.setGeometry(QgsGeometry::fromPointXY(source.label_point(index, 0)));
  return feature;
}

/// What it amounts to, what its symbol is as large as (a small one is drawn larger than it is), and what its class is of.
const QString size_field = QStringLiteral("magnitude"), drawn_field = QStringLiteral("drawn_as"),
              class_field = QStringLiteral("value");

core::Status check(const map::ProportionalSymbolLayer& spec, const LoadedLayer& source) {
  if (spec.values.size() != source.size() || spec.states.size() != source.size())
    return core::fail(bad_map("values", std::to_string(spec.values.size()) + " values and " +
                                            std::to_string(spec.states.size()) + " states for " +
                                            std::to_string(source.size()) + " features of source \"" +
                                            spec.source + "\""));
  if (!(spec.largest_mm > 0 && spec.largest_mm <= largest_marker_mm))
    return core::fail(bad_map("largest_mm", "a size may be up to 100 mm, and not 0"));
  if (!(spec.smallest_mm >= 0 && spec.smallest_mm <= spec.largest_mm))
    return core::fail(bad_map("smallest_mm", "a size may be up to that of the largest symbol"));
  if (!spec.class_values.empty() && spec.class_values.size() != source.size())
    return core::fail(bad_map("class_values", std::to_string(spec.class_values.size()) + " for " +
                                                  std::to_string(source.size()) + " features"));
  for (std::size_t i = 1; i < spec.classes.size(); ++i)
    if (!(spec.classes[i].lower >= spec.classes[i - 1].upper))
      return core::fail(
          bad_map("classes", "class " + std::to_string(i) + " begins below the end of the one before"));
  for (std::size_t i = 0; i < spec.values.size(); ++i) {
    if (spec.states[i] != map::ValueState::value) continue;
    const double value = spec.values[i];
    if (!(std::abs(value) <= spec.largest_value) || !std::isfinite(spec.largest_value))
      return core::fail(bad_map("values", "feature " + std::to_string(i) + " has " + std::to_string(value) +
                                              ", and the largest symbol stands for " +
                                              std::to_string(spec.largest_value)));
    if (spec.class_values.empty() && !spec.classes.empty() &&
        !(value >= spec.classes.front().lower && value <= spec.classes.back().upper))
      return core::fail(
          bad_map("values", "no class for " + std::to_string(value) + " of feature " + std::to_string(i)));
  }
  return {};
}

/// QGIS's own proportional symbol, so that a project goes on with it: by area, from nothing to the largest.
std::unique_ptr<QgsMarkerSymbol> sized_symbol(const map::ProportionalSymbolLayer& spec,
                                              const map::Colour& fill) {
  map::Marker largest = spec.marker;
  largest.size_mm = spec.largest_mm;
  largest.fill = fill;
  auto symbol = marker_symbol(largest);
  QgsProperty size = QgsProperty::fromField(drawn_field);
  size.setTransformer(
      new QgsSizeScaleTransformer(QgsSizeScaleTransformer::Area, 0, spec.largest_value, 0, spec.largest_mm));
  symbol->setDataDefinedSize(size);
  return symbol;
}

std::unique_ptr<QgsFeatureRenderer> sized_symbols(const map::ProportionalSymbolLayer& spec) {
  if (spec.classes.empty())
    return std::make_unique<QgsSingleSymbolRenderer>(sized_symbol(spec, spec.marker.fill).release());
  QgsRangeList ranges;  // the first that holds a value has it: a boundary belongs to the upper class
  for (auto style = spec.classes.rbegin(); style != spec.classes.rend(); ++style)
    ranges << QgsRendererRange(style->lower, style->upper, sized_symbol(spec, style->fill.colour).release(),
                               qt(style->label));
  if (!spec.class_values.empty()) {  // last: what no class holds
    constexpr double most = std::numeric_limits<double>::max();
    ranges << QgsRendererRange(-most, most, sized_symbol(spec, spec.marker.fill).release(), QString());
  }
  return std::make_unique<QgsGraduatedSymbolRenderer>(class_field, ranges);
}

}  // namespace

core::Status add_layer(const map::ProportionalSymbolLayer& spec, const LayerContext& context) {
  const auto source = source_of(context.spec, spec.source, context.cache);
  if (!source) return core::fail(source.error());
  if (const core::Status good = check(spec, **source); !good) return good;
  std::vector<std::size_t> with_value, not_published;
  for (std::size_t i = 0; i < spec.states.size(); ++i) {
    if (spec.states[i] == map::ValueState::value && spec.values[i] != 0) with_value.push_back(i);
    if (spec.states[i] == map::ValueState::not_published) not_published.push_back(i);
  }
  std::ranges::stable_sort(with_value, std::greater{},
                           [&](std::size_t i) { return std::abs(spec.values[i]); });
  const auto add = [&](const QString& name, const QgsFields& fields, QgsFeatureList& features,
                       std::unique_ptr<QgsFeatureRenderer> renderer) {
    if (features.isEmpty()) return;
    QgisLayer layer =
        memory_layer(name, fields, crs_for(context.frame, **source), features, qgis_names::WkbType::Point);
    layer->setRenderer(renderer.release());
    context.onto.push_back(std::move(layer));
  };
  if (spec.not_published.size_mm > 0) {
    if (const core::Status good = check(spec.not_published); !good) return good;
    QgsFeatureList missing;
    for (const std::size_t i : not_published) missing << point_of(**source, i, {});
    add(qt(spec.name) + QStringLiteral(": ") + qt(spec.not_published_label), {}, missing,
        std::make_unique<QgsSingleSymbolRenderer>(marker_symbol(spec.not_published).release()));
  }
  QgsFields fields;
  for (const QString& name : {size_field, drawn_field, class_field})
    fields.append(QgsField(name, qgis_names::number_field));
  QgsFeatureList sized;
  for (const std::size_t i : with_value) {
    QgsFeature feature = point_of(**source, i, fields);
    feature.setAttribute(0, std::abs(spec.values[i]));
    feature.setAttribute(1, spec.drawn_as(spec.values[i]));
    feature.setAttribute(2, spec.class_values.empty() ? spec.values[i] : spec.class_values[i]);
    sized << feature;
  }
  add(qt(spec.name), fields, sized, sized_symbols(spec));
  return {};
}

core::Status add_layer(const map::PointLayer& spec, const LayerContext& context) {
  const auto source = source_of(context.spec, spec.source, context.cache);
  if (!source) return core::fail(source.error());
  if (const core::Status good = check(spec.marker); !good) return good;
  const auto features = chosen(spec.features, **source);
  if (!features) return core::fail(features.error());
  QgsFeatureList shown;
  for (const std::size_t index : *features) shown << point_of(**source, index, {});
  if (shown.isEmpty()) return {};
  QgisLayer layer =
      memory_layer(qt(spec.name), {}, crs_for(context.frame, **source), shown, qgis_names::WkbType::Point);
  layer->setRenderer(new QgsSingleSymbolRenderer(marker_symbol(spec.marker).release()));
  context.onto.push_back(std::move(layer));
  return {};
}

core::Status add_layer(const map::BadgeLayer& spec, const LayerContext& context) {
  if (!(spec.badge.diameter_mm > 0 && spec.badge.diameter_mm <= 100))
    return core::fail(bad_map("badge", "its diameter may be up to 100 mm, and not 0"));
  QgsFeatureList shown;
  for (const map::Position& at : spec.at) {
    if (!std::isfinite(at.x) || !std::isfinite(at.y))
      return core::fail(bad_map("badge", "a place is no number"));
    QgsFeature feature{QgsFields()};
    feature.setGeometry(QgsGeometry::fromPointXY({at.x, at.y}));
    shown << feature;
  }
  if (shown.isEmpty()) return {};
  QgisLayer layer = memory_layer(qt(spec.name), {}, context.frame.crs, shown, qgis_names::WkbType::Point);
  layer->setRenderer(new QgsSingleSymbolRenderer(badge_symbol(spec.badge, true).release()));
  context.onto.push_back(std::move(layer));
  return {};
}

}  // namespace vicinia::gis::engine
