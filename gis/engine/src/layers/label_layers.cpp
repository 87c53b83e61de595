#include <qgsnullsymbolrenderer.h>
#include <qgspallabeling.h>
#include <qgstextbuffersettings.h>
#include <qgstextformat.h>
#include <qgsvectorlayerlabeling.h>

#include <QFontMetricsF>
#include <algorithm>
#include <cmath>
#include <iterator>
#include <optional>
#include <vector>

#include "drawing_levels.h"
#include "layers/layer_kinds.h"
#include "qgis_names.h"
#include "symbols.h"
#include "text.h"

namespace vicinia::gis::engine {
namespace {

const QString text_field = QStringLiteral("label");
constexpr double halo_mm =
    0.65;  ///< opaque: Qt spells out the outline of a translucent stroke in a PDF, at ten times the size

QgsPalLayerSettings settings_of(const map::LabelLayer& spec, bool show_all) {
  QgsTextFormat format;
  format.setFont(text_font(spec.size_pt, spec.bold, spec.italic));
  format.setSize(spec.size_pt);
  format.setSizeUnit(qgis_names::points);
  format.setColor(to_qt(spec.colour));
  QgsTextBufferSettings halo;
  halo.setEnabled(spec.halo.alpha > 0);
  halo.setSize(halo_mm);
  halo.setSizeUnit(qgis_names::millimetres);
  halo.setColor(to_qt(spec.halo));
  format.setBuffer(halo);

  QgsPalLayerSettings settings;
  settings.fieldName = text_field;
  settings.placement = qgis_names::over_point;
  settings.priority = spec.priority;
  if (show_all) qgis_names::let_labels_overlap(settings);
  settings.scaleVisibility = spec.max_scale > 0 && !show_all;
  settings.minimumScale = spec.max_scale;  // QGIS calls the largest denominator the minimum scale
  settings.maximumScale = 0;
  settings.obstacleSettings().setIsObstacle(false);
  settings.setFormat(format);
  return settings;
}

/// How much ground a name needs.
QSizeF ground_size(const QString& text, const map::LabelLayer& layer, const LayerContext& context) {
  constexpr double points_per_inch = 72, measured_larger = 20;  // where hinting does not round widths
  QFont font = text_font(layer.size_pt, layer.bold, layer.italic);
  font.setPixelSize(std::max(1, static_cast<int>(std::lround(layer.size_pt * measured_larger))));
  const QFontMetricsF metrics(font);
  return QSizeF(metrics.horizontalAdvance(text), metrics.height()) / measured_larger / points_per_inch *
         context.spec.dpi * context.frame.units_per_pixel;
}

bool meets(const map::Extent& covered, const QgsPointXY& middle, const QSizeF& size) {
  return middle.x() - size.width() / 2 < covered.max_x && middle.x() + size.width() / 2 > covered.min_x &&
         middle.y() - size.height() / 2 < covered.max_y && middle.y() + size.height() / 2 > covered.min_y;
}

/// The place itself, or one beside what covers it: the name reaches onto no ground that the map's reader cannot see, and its middle stays
/// within its feature. Nothing where there is none.
std::optional<QgsPointXY> clear_place(const QString& text, const QgsPointXY& middle, LoadedLayer& source,
                                      std::size_t index, const map::LabelLayer& layer,
                                      const LayerContext& context) {
  const MapFrame& frame = context.frame;
  if (context.spec.without_names.empty() || !(frame.units_per_pixel > 0)) return middle;
  constexpr double widest_px = 300;
  const double widest = widest_px * frame.units_per_pixel * context.spec.dpi / 96;
  std::vector<map::Extent> near;  // measuring is dear
  std::ranges::copy_if(context.spec.without_names, std::back_inserter(near), [&](const map::Extent& covered) {
    return meets(covered, middle, 2 * QSizeF(widest, widest));
  });
  if (near.empty()) return middle;
  const QSizeF size = ground_size(text, layer, context);
  const auto is_clear = [&](const QgsPointXY& at) {
    return std::ranges::none_of(near, [&](const map::Extent& covered) { return meets(covered, at, size); });
  };
  if (is_clear(middle)) return middle;
  if (source.shape() != Shape::areas || !same_crs(frame, source)) return std::nullopt;
  const QgsGeometry feature = source.geometry(index, frame.units_per_pixel);
  for (const PlaceBeside& beside : places_beside) {
    const QgsPointXY at(middle.x() + beside.right * size.width(), middle.y() - beside.down * size.height());
    if (is_clear(at) && feature.contains(&at)) return at;
  }
  return std::nullopt;
}

/// The middle of what is seen of land or sea, as nearly as a name needs it; nothing where the name has no room there. Such shapes are
/// large, and other ones from frame to frame: they are looked at coarsely.
std::optional<QgsPointXY> place_within_sight(const QString& text, LoadedLayer& source, std::size_t index,
                                             const map::LabelLayer& layer, const LayerContext& context) {
  const MapFrame& frame = context.frame;
  QgsGeometry shape = source.geometry(index, frame.units_per_pixel);  // QGIS clips without const
  const QgsGeometry seen = shape.clipped(frame.extent);
  if (seen.isEmpty()) return std::nullopt;
  const QgsRectangle box = seen.boundingBox();
  const QSizeF size = ground_size(text, layer, context);
  if (box.width() < size.width() || box.height() < size.height()) return std::nullopt;
  constexpr double cells = 64, precision = 24;
  const double longer = std::max(box.width(), box.height());
  const auto coarse = on_grid(seen, grid_step(longer / cells));
  const QgsGeometry pole =
      (coarse ? *coarse : seen)
          .poleOfInaccessibility(std::max(longer / precision, std::min(box.width(), box.height()) / 8));
  if (pole.isNull()) return std::nullopt;
  const QgsPointXY middle = pole.asPoint();
  const QgsRectangle name = QgsRectangle::fromCenterAndSize(middle, size.width(), size.height());
  return frame.extent.contains(name) ? std::optional(middle) : std::nullopt;
}

}  // namespace

// One point each, known beforehand: QGIS's own search inside the polygons takes a second for 700 names, and sets
// them elsewhere from one drawing to the next.
QgsPointXY label_place(const MapFrame& frame, LoadedLayer& source, std::size_t index) {
  const double units_per_pixel = frame.chosen_names.value_or(frame.units_per_pixel);
  if (source.shape() != Shape::areas || frame.extent.contains(source.box(index)))
    return source.label_point(index, units_per_pixel);
  QgsGeometry shape = source.geometry(index, units_per_pixel);  // QGIS clips without const
  const QgsGeometry seen = shape.clipped(frame.extent);
  return best_label_point(seen.isEmpty() ? shape : seen);
}

core::Status add_layer(const map::LabelLayer& spec, const LayerContext& context) {
  const MapFrame& frame = context.frame;
  const auto loaded = source_of(context.spec, spec.source, context.cache);
  if (!loaded) return core::fail(loaded.error());
  LoadedLayer& source = **loaded;
  const auto features = chosen(spec.features, source);
  if (!features) return core::fail(features.error());
  const int column = source.fields().lookupField(QString::fromStdString(spec.field));
  if (column < 0)
    return core::fail(bad_map("field", "no field \"" + spec.field + "\" in source \"" + spec.source + "\""));
  if (!(spec.size_pt > 0 && spec.size_pt < 1000))
    return core::fail(bad_map("size_pt", std::to_string(spec.size_pt)));
  if (!spec.at.empty() && spec.at.size() != features->size())
    return core::fail(bad_map(
        "at", std::to_string(spec.at.size()) + " places for " + std::to_string(features->size()) + " names"));

  QgsFields fields;
  fields.append(QgsField(text_field, qgis_names::text_field));
  QgsFeatureList named;
  for (std::size_t i = 0; i < features->size(); ++i) {
    const std::size_t index = (*features)[i];
    const QString text = source.feature(index).attribute(column).toString();
    if (text.isEmpty() || !in_sight(frame, source, index)) continue;
    QgsFeature feature(fields);
    std::optional<QgsPointXY> middle;
    if (!spec.at.empty())
      middle = QgsPointXY(spec.at[i].x, spec.at[i].y);
    else if (!same_crs(frame, source))
      middle = source.label_point(index, 0);
    else if (spec.anywhere_within && frame.units_per_pixel > 0)
      middle = place_within_sight(text, source, index, spec, context);
    else
      middle = label_place(frame, source, index);
    if (middle) middle = clear_place(text, *middle, source, index, spec, context);
    if (!middle) continue;
    feature.setGeometry(QgsGeometry::fromPointXY(*middle));
    feature.setAttribute(0, text);
    named << feature;
  }
  if (named.isEmpty()) return {};
  QgisLayer layer = memory_layer(qt(spec.name), fields, spec.at.empty() ? crs_for(frame, source) : frame.crs,
                                 named, qgis_names::WkbType::Point);
  layer->setRenderer(new QgsNullSymbolRenderer());
  layer->setLabeling(new QgsVectorLayerSimpleLabeling(settings_of(spec, frame.chosen_names.has_value())));
  layer->setLabelsEnabled(true);
  context.onto.push_back(std::move(layer));
  return {};
}

}  // namespace vicinia::gis::engine
