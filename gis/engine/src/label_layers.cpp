#include <qgsnullsymbolrenderer.h>
#include <qgspallabeling.h>
#include <qgstextbuffersettings.h>
#include <qgstextformat.h>
#include <qgsvectorlayerlabeling.h>

#include "drawing_levels.h"
#include "map_layers.h"
#include "symbols.h"
#include "text.h"

namespace vicinia::gis::engine {
namespace {

const QString text_field = QStringLiteral("label");
constexpr double halo_mm = 0.65, halo_opacity = 0.92;

QgsPalLayerSettings settings_of(const map::LabelLayer& spec) {
  QgsTextFormat format;
  format.setFont(text_font(spec.size_pt, spec.bold));
  format.setSize(spec.size_pt);
  format.setSizeUnit(QgsUnitTypes::RenderPoints);
  format.setColor(to_qt(spec.colour));
  QgsTextBufferSettings halo;
  halo.setEnabled(true);
  halo.setSize(halo_mm);
  halo.setSizeUnit(QgsUnitTypes::RenderMillimeters);
  halo.setColor(Qt::white);
  halo.setOpacity(halo_opacity);
  format.setBuffer(halo);

  QgsPalLayerSettings settings;
  settings.fieldName = text_field;
  settings.placement = QgsPalLayerSettings::OverPoint;
  settings.priority = spec.priority;
  settings.displayAll = false;
  settings.scaleVisibility = spec.max_scale > 0;
  settings.minimumScale = spec.max_scale;  // QGIS calls the largest denominator the minimum scale
  settings.maximumScale = 0;
  settings.obstacleSettings().setIsObstacle(false);
  settings.setFormat(format);
  return settings;
}

}  // namespace

core::Status add_labels(const map::LabelLayer& spec, LoadedLayer& source, const MapFrame& frame,
                        std::vector<QgisLayer>& onto) {
  const auto features = chosen(spec.features, source);
  if (!features) return core::fail(features.error());
  const int column = source.fields().lookupField(QString::fromStdString(spec.field));
  if (column < 0) return core::fail(bad_map("field", "no field \"" + spec.field + "\" in " + spec.source.file));
  if (!(spec.size_pt > 0 && spec.size_pt < 1000)) return core::fail(bad_map("size_pt", std::to_string(spec.size_pt)));

  // One point each, known beforehand: QGIS's own search inside the polygons takes a second for 700 names, and sets
  // them elsewhere from one drawing to the next.
  const std::vector<QgsGeometry>& geometries = geometries_for(frame, source);
  const auto place = [&](std::size_t index) {
    if (frame.extent.contains(source.box(index)) || !same_crs(frame, source))
      return source.label_point(index, same_crs(frame, source) ? frame.units_per_pixel : 0);
    QgsGeometry shape = geometries[index];
    const QgsGeometry seen = shape.clipped(frame.extent);
    return best_label_point(seen.isEmpty() ? shape : seen);
  };
  QgsFields fields;
  fields.append(QgsField(text_field, QVariant::String));
  QgsFeatureList named;
  for (const std::size_t index : *features) {
    const QString text = source.feature(index).attribute(column).toString();
    if (text.isEmpty() || !in_sight(frame, source, index)) continue;
    QgsFeature feature(fields);
    feature.setGeometry(QgsGeometry::fromPointXY(place(index)));
    feature.setAttribute(0, text);
    named << feature;
  }
  if (named.isEmpty()) return {};
  QgisLayer layer = memory_layer(QString::fromStdString(spec.name), fields, crs_for(frame, source), named,
                                 QgsWkbTypes::Point);
  layer->setRenderer(new QgsNullSymbolRenderer());
  layer->setLabeling(new QgsVectorLayerSimpleLabeling(settings_of(spec)));
  layer->setLabelsEnabled(true);
  onto.push_back(std::move(layer));
  return {};
}

}  // namespace vicinia::gis::engine
