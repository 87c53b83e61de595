/// \file memory_layer.h
/// Layers that live for one request. Geometries are shared with the cache, not copied.
#pragma once

#include <qgsfeature.h>
#include <qgsvectorlayer.h>

#include <memory>

#include "qgis_names.h"

namespace vicinia::gis::engine {

using QgisLayer = std::unique_ptr<QgsVectorLayer>;

[[nodiscard]] QgisLayer memory_layer(const QString& name, const QgsFields& fields,
                                     const QgsCoordinateReferenceSystem& crs, QgsFeatureList& features,
                                     qgis_names::WkbType type = qgis_names::WkbType::MultiPolygon);

}  // namespace vicinia::gis::engine
