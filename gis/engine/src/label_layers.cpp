#include <qgsnullsymbolrenderer.h>
#include <qgspallabeling.h>
#include <qgstextbuffersettings.h>
#include <qgstextformat.h>
#include <qgsvectorlayerlabeling.h>

#include "map_layers.h"
#include "symbols.h"
#include "text.h"

namespace vicinia::gis::engine {
namespace {

const QString text_field = QStringLiteral("label");
constexpr double halo_mm = 0.55, halo_opacity = 0.85;

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
  settings.placement = QgsPalLayerSettings::Horizontal;
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

  const std::vector<QgsGeometry>& geometries = geometries_for(frame, source);
  QgsFields fields;
  fields.append(QgsField(text_field, QVariant::String));
  QgsFeatureList named;
  for (const std::size_t index : *features) {
    const QString text = source.feature(index).attribute(column).toString();
    if (text.isEmpty() || !in_sight(frame, source, index)) continue;
    QgsFeature feature(fields);
    feature.setGeometry(geometries[index]);
    feature.setAttribute(0, text);
    named << feature;
  }
  if (named.isEmpty()) return {};
  QgisLayer layer = memory_layer(QString::fromStdString(spec.name), fields, crs_for(frame, source), named);
  layer->setRenderer(new QgsNullSymbolRenderer());
  layer->setLabeling(new QgsVectorLayerSimpleLabeling(settings_of(spec)));
  layer->setLabelsEnabled(true);
  onto.push_back(std::move(layer));
  return {};
}

}  // namespace vicinia::gis::engine
