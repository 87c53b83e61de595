/// \file memory_layer.h
/// Layers that live for one request. Geometries are shared with the cache, not copied.
#pragma once

#include <qgsfeature.h>
#include <qgsvectorlayer.h>

#include <memory>

namespace vicinia::gis::engine {

using QgisLayer = std::unique_ptr<QgsVectorLayer>;

[[nodiscard]] QgisLayer memory_layer(const QString& name, const QgsFields& fields,
                                     const QgsCoordinateReferenceSystem& crs, QgsFeatureList& features,
                                     QgsWkbTypes::Type type = QgsWkbTypes::MultiPolygon);

}  // namespace vicinia::gis::engine
