/// \file qgis_names.h
/// What is called otherwise in QGIS 3.22 (Debian 12), 3.40 (Debian 13), 3.44 and 4, each under one name. No other file of the project asks
/// for QGIS's version.
/// Source:  QGIS's headers; for 4 its source, since no Debian has it yet.
#pragma once

#include <qgis.h>
#include <qgsfield.h>
#include <qgslabelingenginesettings.h>
#include <qgslayoutitemlabel.h>
#include <qgslayoutitemmapgrid.h>
#include <qgslayoutrendercontext.h>
#include <qgsmarkersymbollayer.h>
#include <qgspallabeling.h>
#include <qgsrendercontext.h>
#include <qgstextformat.h>
#include <qgsunittypes.h>
#include <qgsvectorsimplifymethod.h>
#include <qgswkbtypes.h>

#include <QColor>
#include <QFont>
#include <QMetaType>
#include <QVariant>

namespace vicinia::gis::qgis_names {

// The enumerators of a geometry's type have the same names everywhere: WkbType::MultiPolygon.
#if _QGIS_VERSION_INT >= 33000
using WkbType = Qgis::WkbType;
inline constexpr auto polygons = Qgis::GeometryType::Polygon;
inline constexpr auto lines = Qgis::GeometryType::Line;
inline constexpr auto point_shapes = Qgis::GeometryType::Point;
inline constexpr auto millimetres = Qgis::RenderUnit::Millimeters;
inline constexpr auto points = Qgis::RenderUnit::Points;
inline constexpr auto kilometres = Qgis::DistanceUnit::Kilometers;
using LabelingFlag = Qgis::LabelingFlag;
#else
using WkbType = QgsWkbTypes::Type;
inline constexpr auto polygons = QgsWkbTypes::PolygonGeometry;
inline constexpr auto lines = QgsWkbTypes::LineGeometry;
inline constexpr auto point_shapes = QgsWkbTypes::PointGeometry;
inline constexpr auto millimetres = QgsUnitTypes::RenderMillimeters;
inline constexpr auto points = QgsUnitTypes::RenderPoints;
inline constexpr auto kilometres = QgsUnitTypes::DistanceKilometers;
using LabelingFlag = QgsLabelingEngineSettings::Flag;
#endif

#if _QGIS_VERSION_INT >= 33800
inline constexpr auto text_field = QMetaType::Type::QString;
inline constexpr auto number_field = QMetaType::Type::Double;
using Simplification = Qgis::VectorRenderingSimplificationFlag;
#else
inline constexpr auto text_field = QVariant::String;
inline constexpr auto number_field = QVariant::Double;
using Simplification = QgsVectorSimplifyMethod::SimplifyHint;
#endif

#if _QGIS_VERSION_INT >= 32400
using MarkerShape = Qgis::MarkerShape;
#else
using MarkerShape = QgsSimpleMarkerSymbolLayerBase::Shape;
#endif

#if _QGIS_VERSION_INT >= 32600
inline constexpr auto over_point = Qgis::LabelPlacement::OverPoint;
#else
inline constexpr auto over_point = QgsPalLayerSettings::OverPoint;
#endif

#if _QGIS_VERSION_INT >= 34400
using RenderFlags = Qgis::LayoutRenderFlags;
inline constexpr auto antialiasing = Qgis::LayoutRenderFlag::Antialiasing;
inline constexpr auto advanced_effects = Qgis::LayoutRenderFlag::UseAdvancedEffects;
inline constexpr auto lossless_images = Qgis::LayoutRenderFlag::LosslessImageRendering;
#else
using RenderFlags = QgsLayoutRenderContext::Flags;
inline constexpr auto antialiasing = QgsLayoutRenderContext::FlagAntialiasing;
inline constexpr auto advanced_effects = QgsLayoutRenderContext::FlagUseAdvancedEffects;
inline constexpr auto lossless_images = QgsLayoutRenderContext::FlagLosslessImageRendering;
#endif

#if _QGIS_VERSION_INT >= 40000
inline constexpr auto grid_lines = Qgis::MapGridStyle::Lines;
using GridSide = Qgis::MapGridBorderSide;
using GridNumberFormat = Qgis::MapGridAnnotationFormat;
using GridNumberPosition = Qgis::MapGridAnnotationPosition;
using GridNumberDirection = Qgis::MapGridAnnotationDirection;
using GridNumbersShown = Qgis::MapGridComponentVisibility;
#else
inline constexpr auto grid_lines = QgsLayoutItemMapGrid::Solid;
using GridSide = QgsLayoutItemMapGrid::BorderSide;
using GridNumberFormat = QgsLayoutItemMapGrid::AnnotationFormat;
using GridNumberPosition = QgsLayoutItemMapGrid::AnnotationPosition;
using GridNumberDirection = QgsLayoutItemMapGrid::AnnotationDirection;
using GridNumbersShown = QgsLayoutItemMapGrid::DisplayMode;
#endif

/// Every label is drawn, also where it lies on another.
inline void let_labels_overlap(QgsPalLayerSettings& labels) {
#if _QGIS_VERSION_INT >= 32600
  labels.placementSettings().setOverlapHandling(Qgis::LabelOverlapHandling::AllowOverlapIfRequired);
#else
  labels.displayAll = true;
#endif
}

inline void force_vectors(QgsRenderContext& context) {
#if _QGIS_VERSION_INT >= 34400
  context.setRasterizedRenderingPolicy(Qgis::RasterizedRenderingPolicy::ForceVector);
#else
  context.setForceVectorOutput(true);
#endif
}

inline void set_style(QgsLayoutItemLabel& label, const QFont& font, const QColor& colour) {
#if _QGIS_VERSION_INT >= 32400
  QgsTextFormat format = QgsTextFormat::fromQFont(font);
  format.setColor(colour);
  label.setTextFormat(format);
#else
  label.setFont(font);
  label.setFontColor(colour);
#endif
}

}  // namespace vicinia::gis::qgis_names
