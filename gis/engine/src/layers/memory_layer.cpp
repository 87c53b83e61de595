#include "layers/memory_layer.h"

#include <qgsmemoryproviderutils.h>
#include <qgsvectordataprovider.h>

namespace vicinia::gis::engine {

QgisLayer memory_layer(const QString& name, const QgsFields& fields, const QgsCoordinateReferenceSystem& crs,
                       QgsFeatureList& features, qgis_names::WkbType type) {
  QgisLayer layer(QgsMemoryProviderUtils::createMemoryLayer(name, fields, type, crs));
  layer->dataProvider()->addFeatures(features, QgsFeatureSink::FastInsert);
  layer->updateExtents();
  // The geometries come from the cache with just the vertices that show: a second simplification would gain nothing.
  QgsVectorSimplifyMethod none;
  none.setSimplifyHints(qgis_names::Simplification::NoSimplification);
  layer->setSimplifyMethod(none);
  return layer;
}

}  // namespace vicinia::gis::engine
