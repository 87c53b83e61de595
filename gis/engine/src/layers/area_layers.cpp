#include <qgscategorizedsymbolrenderer.h>
#include <qgsgraduatedsymbolrenderer.h>
#include <qgssinglesymbolrenderer.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>

#include "layers/layer_kinds.h"
#include "qgis_names.h"
#include "symbols.h"
#include "text.h"

namespace vicinia::gis::engine {
namespace {

const QString value_field = QStringLiteral("value"), category_field = QStringLiteral("category");

/// Is there a class for it? The top one includes its upper bound.
bool has_class(const map::GraduatedLayer& spec, double value) {
  for (std::size_t i = 0; i < spec.classes.size(); ++i) {
    const map::ClassStyle& style = spec.classes[i];
    if (value >= style.lower &&
        (value < style.upper || (i + 1 == spec.classes.size() && value == style.upper)))
      return true;
  }
  return false;
}

core::Error wrong_length(const map::AreaLayer& spec, const char* what, std::size_t length,
                         const LoadedLayer& source) {
  return bad_map(what, std::to_string(length) + " " + what + " and " + std::to_string(spec.states.size()) +
                           " states for " + std::to_string(source.size()) + " features of source \"" +
                           spec.source + "\"");
}

core::Status check(const map::GraduatedLayer& spec, const LoadedLayer& source) {
  if (spec.values.size() != source.size() || spec.states.size() != source.size())
    return core::fail(wrong_length(spec, "values", spec.values.size(), source));
  for (std::size_t i = 1; i < spec.classes.size(); ++i)
    if (!(spec.classes[i].lower >= spec.classes[i - 1].upper))
      return core::fail(
          bad_map("classes", "class " + std::to_string(i) + " begins below the end of the one before"));
  for (std::size_t i = 0; i < spec.values.size(); ++i) {
    const bool is_zero = spec.states[i] == map::ValueState::zero;
    if (spec.states[i] != map::ValueState::value && (!is_zero || spec.has_zero_class)) continue;
    const double value = is_zero ? 0 : spec.values[i];
    if (!std::isfinite(value))
      return core::fail(bad_map("values", "feature " + std::to_string(i) + " has no number"));
    if (!has_class(spec, value))
      return core::fail(
          bad_map("values", "no class for " + std::to_string(value) + " of feature " + std::to_string(i)));
  }
  return {};
}

core::Status check(const map::CategoricalLayer& spec, const LoadedLayer& source) {
  if (spec.categories_of.size() != source.size() || spec.states.size() != source.size())
    return core::fail(wrong_length(spec, "categories_of", spec.categories_of.size(), source));
  for (std::size_t i = 0; i < spec.states.size(); ++i) {
    if (spec.states[i] == map::ValueState::zero)
      return core::fail(bad_map("states", "feature " + std::to_string(i) + " is zero, which no category is"));
    if (spec.states[i] == map::ValueState::value && spec.categories_of[i] >= spec.categories.size())
      return core::fail(bad_map("categories_of", "category " + std::to_string(spec.categories_of[i]) +
                                                     " of feature " + std::to_string(i) + ": the layer has " +
                                                     std::to_string(spec.categories.size())));
  }
  for (std::size_t i = 0; i < spec.categories.size(); ++i)
    for (std::size_t j = 0; j < i; ++j)
      if (spec.categories[i].label == spec.categories[j].label)
        return core::fail(bad_map("categories", "two are called \"" + spec.categories[i].label + "\""));
  return {};
}

/// What tells one kind of coloured areas from the other.
struct Colouring {
  QgsField field;  ///< of what is coloured by it
  std::function<QVariant(std::size_t feature)> value_of;
  std::function<std::uint32_t(std::size_t feature)> class_of;
  std::function<std::unique_ptr<QgsFeatureRenderer>(const map::Stroke& edge)> renderer;
};

/// Neighbours in the list that have the same colour are drawn without a change of pen and brush, which a PDF would spell out each
/// time.
std::vector<std::size_t> classes_together(const Colouring& colouring, std::vector<std::size_t> seen,
                                          std::size_t features) {
  std::vector<std::uint32_t> class_of(features);
  for (const std::size_t i : seen) class_of[i] = colouring.class_of(i);
  std::ranges::stable_sort(seen, {}, [&](std::size_t i) { return class_of[i]; });
  return seen;
}

/// QGIS takes the first range that holds a value, both ends included: from the top down, a value on a boundary goes
/// to the upper class. Zero comes before all others.
std::unique_ptr<QgsFeatureRenderer> classes(const map::GraduatedLayer& spec, Seam seam,
                                            const map::Stroke& border) {
  QgsRangeList ranges;
  const auto add = [&](double lower, double upper, const map::ClassStyle& style) {
    ranges << QgsRendererRange(lower, upper, fill_symbol(style.fill, seam, border).release(),
                               qt(style.label));
  };
  if (spec.has_zero_class) add(0, 0, spec.zero);
  for (auto style = spec.classes.rbegin(); style != spec.classes.rend(); ++style)
    add(style->lower, style->upper, *style);
  return std::make_unique<QgsGraduatedSymbolRenderer>(value_field, ranges);
}

/// The categories by their names, which is what a person who opens the layer in QGIS reads.
std::unique_ptr<QgsFeatureRenderer> categories(const map::CategoricalLayer& spec, Seam seam,
                                               const map::Stroke& border) {
  QgsCategoryList list;
  for (const map::CategoryStyle& style : spec.categories)
    list << QgsRendererCategory(qt(style.label), fill_symbol(style.fill, seam, border).release(),
                                qt(style.label));
  return std::make_unique<QgsCategorizedSymbolRenderer>(category_field, list);
}

std::vector<std::size_t> features_in_sight(const LoadedLayer& source, const MapFrame& frame) {
  std::vector<std::size_t> seen;
  for (std::size_t i = 0; i < source.size(); ++i)
    if (in_sight(frame, source, i)) seen.push_back(i);
  return seen;
}

/// Each border once, above the areas.
core::Status add_borders(const map::AreaLayer& spec, LoadedLayer& source, const MapFrame& frame,
                         std::vector<QgisLayer>& onto) {
  if (!is_visible(spec.border)) return {};
  QgsFeatureList borders;
  for (const QgsGeometry& lines :
       source.borders(features_in_sight(source, frame), detail_for(frame, source))) {
    if (lines.isNull()) continue;
    QgsFeature border;
    border.setGeometry(lines);
    borders << border;
  }
  if (borders.isEmpty()) return {};
  QgisLayer layer = memory_layer(qt(spec.name) + QStringLiteral(": borders"), {}, crs_for(frame, source),
                                 borders, qgis_names::WkbType::MultiLineString);
  layer->setRenderer(new QgsSingleSymbolRenderer(line_symbol(spec.border).release()));
  onto.push_back(std::move(layer));
  return {};
}

core::Status add_areas(const map::AreaLayer& spec, LoadedLayer& source, const Colouring& colouring,
                       const LayerContext& context) {
  const MapFrame& frame = context.frame;
  const double detail = detail_for(frame, source);

  enum Group : std::size_t { outside, not_published, undefined, coloured, group_count };
  std::array<QgsFeatureList, group_count> groups;
  QgsFields fields;
  fields.append(colouring.field);
  std::vector<int> named;
  if (frame.with_names)
    for (const char* name : {"code", "name_vi", "name_en"})
      if (const int column = source.fields().lookupField(QString::fromLatin1(name)); column >= 0) {
        named.push_back(column);
        fields.append(QgsField(QString::fromLatin1(name), qgis_names::text_field));
      }
  // Pixels get each border once, lest shared ones be darker. Vector formats have it as the polygons' edge: fewer coordinates, and
  // what one edits in a drawing program or in QGIS is a unit with its border.
  const map::Stroke edge = frame.seam == Seam::own_edge ? spec.border : map::Stroke{{}, 0};
  const std::vector<std::size_t> seen = features_in_sight(source, frame);
  source.prepare(seen, detail);
  for (const std::size_t i : classes_together(colouring, seen, source.size())) {
    QgsFeature feature(fields);
    feature.setGeometry(source.geometry(i, detail));
    Group group = coloured;
    switch (spec.states[i]) {
      case map::ValueState::outside: group = outside; break;
      case map::ValueState::not_published: group = not_published; break;
      case map::ValueState::undefined: group = undefined; break;
      case map::ValueState::zero:
      case map::ValueState::value: feature.setAttribute(0, colouring.value_of(i)); break;
    }
    for (std::size_t n = 0; n < named.size(); ++n)
      feature.setAttribute(static_cast<int>(n) + 1, source.feature(i).attribute(named[n]).toString());
    groups[group] << feature;
  }
  const QgsCoordinateReferenceSystem crs = crs_for(frame, source);
  const QString name = qt(spec.name);
  const auto add = [&](QgsFeatureList& features, const QString& suffix,
                       std::unique_ptr<QgsFeatureRenderer> renderer) {
    if (features.isEmpty()) return;
    QgisLayer layer =
        memory_layer(suffix.isEmpty() ? name : name + QStringLiteral(": ") + suffix, fields, crs, features);
    layer->setRenderer(renderer.release());
    context.onto.push_back(std::move(layer));
  };
  const auto single = [&](const map::Fill& fill) {
    return std::make_unique<QgsSingleSymbolRenderer>(fill_symbol(fill, frame.seam, edge).release());
  };
  add(groups[outside], QStringLiteral("outside"), single(spec.outside_fill));
  add(groups[not_published], qt(spec.not_published.label), single(spec.not_published.fill));
  add(groups[undefined], qt(spec.undefined.label), single(spec.undefined.fill));
  add(groups[coloured], {}, colouring.renderer(edge));
  return is_visible(edge) ? core::Status() : add_borders(spec, source, frame, context.onto);
}

}  // namespace

core::Status add_layer(const map::GraduatedLayer& spec, const LayerContext& context) {
  const auto source = context.source(spec.source, Shape::areas);
  if (!source) return core::fail(source.error());
  if (context.frame.only_borders) return add_borders(spec, **source, context.frame, context.onto);
  if (const core::Status good = check(spec, **source); !good) return good;
  const auto value_of = [&](std::size_t i) {
    return spec.states[i] == map::ValueState::zero ? 0 : spec.values[i];
  };
  return add_areas(
      spec, **source,
      {.field = QgsField(value_field, qgis_names::number_field),
       .value_of = [&](std::size_t i) { return QVariant(value_of(i)); },
       .class_of =
           [&](std::size_t i) {
             return static_cast<std::uint32_t>(std::ranges::count_if(
                 spec.classes, [&](const map::ClassStyle& style) { return value_of(i) >= style.lower; }));
           },
       .renderer = [&](const map::Stroke& edge) { return classes(spec, context.frame.seam, edge); }},
      context);
}

core::Status add_layer(const map::CategoricalLayer& spec, const LayerContext& context) {
  const auto source = context.source(spec.source, Shape::areas);
  if (!source) return core::fail(source.error());
  if (context.frame.only_borders) return add_borders(spec, **source, context.frame, context.onto);
  if (const core::Status good = check(spec, **source); !good) return good;
  return add_areas(
      spec, **source,
      {.field = QgsField(category_field, qgis_names::text_field),
       .value_of = [&](std::size_t i) { return QVariant(qt(spec.categories[spec.categories_of[i]].label)); },
       .class_of = [&](std::size_t i) { return spec.categories_of[i]; },
       .renderer = [&](const map::Stroke& edge) { return categories(spec, context.frame.seam, edge); }},
      context);
}

}  // namespace vicinia::gis::engine
