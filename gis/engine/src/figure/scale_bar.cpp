#include <qgsbasicnumericformat.h>
#include <qgsdistancearea.h>
#include <qgsfillsymbol.h>
#include <qgsfillsymbollayer.h>
#include <qgslayoutitemscalebar.h>
#include <qgslinesymbol.h>
#include <qgslinesymbollayer.h>
#include <qgsproject.h>
#include <qgstextformat.h>

#include <cmath>

#include "figure/parts.h"
#include "qgis_names.h"
#include "text.h"

namespace vicinia::gis::engine {
namespace {

constexpr int segments = 2;
constexpr double bar_height = 1.4, label_gap = 1, label_pt = 7, side_room = 8;

/// 1, 2 or 5 times a power of ten, at most so much.
double round_below(double value) {
  const double power = std::pow(10.0, std::floor(std::log10(value)));
  for (const double factor : {5.0, 2.0})
    if (factor * power <= value) return factor * power;
  return power;
}

double segment_km(double metres_per_mm, double longest, double scale) {
  return round_below(metres_per_mm * (longest - 2 * side_room * scale) / segments / 1000);
}

std::unique_ptr<QgsFillSymbol> solid(const QColor& colour) {
  return std::make_unique<QgsFillSymbol>(
      QgsSymbolLayerList() << new QgsSimpleFillSymbolLayer(colour, Qt::SolidPattern, colour, Qt::NoPen));
}

/// Of the settings or of the item: they have the same setters.
template <class Bar>
void style(Bar& bar, double km, double scale, const std::string& language) {
  const QColor ink(0x33, 0x33, 0x33);
  bar.setUnits(qgis_names::kilometres);
  bar.setMapUnitsPerScaleBarUnit(1);
  bar.setUnitLabel(QStringLiteral("km"));
  bar.setNumberOfSegmentsLeft(0);
  bar.setNumberOfSegments(segments);
  bar.setUnitsPerSegment(km);
  bar.setHeight(bar_height * scale);
  bar.setLabelBarSpace(label_gap * scale);
  bar.setBoxContentSpace(0.5);
  QgsTextFormat text;
  text.setFont(text_font(label_pt * scale));
  text.setSize(label_pt * scale);
  text.setSizeUnit(qgis_names::points);
  text.setColor(ink);
  bar.setTextFormat(text);
  bar.setFillSymbol(solid(ink).release());
  bar.setAlternateFillSymbol(solid(Qt::white).release());
  bar.setLineSymbol(new QgsLineSymbol(QgsSymbolLayerList() << new QgsSimpleLineSymbolLayer(ink, 0.2)));
  auto numbers = std::make_unique<QgsBasicNumericFormat>();
  const bool english = language == "en";
  numbers->setThousandsSeparator(QLatin1Char(english ? ',' : '.'));
  numbers->setDecimalSeparator(QLatin1Char(english ? '.' : ','));
  numbers->setShowThousandsSeparator(true);
  numbers->setNumberDecimalPlaces(3);
  numbers->setShowTrailingZeros(false);
  bar.setNumericFormat(numbers.release());
}

/// Along the lower edge of the map, as QGIS's own scale bars are measured.
double ellipsoidal_km_per_mm(const QgsLayoutItemMap& map) {
  const QgsRectangle extent = map.extent();
  QgsDistanceArea area;
  area.setSourceCrs(map.crs(), map.layout()->project()->transformContext());
  area.setEllipsoid(map.layout()->project()->ellipsoid());
  const double length =
      area.measureLine({extent.xMinimum(), extent.yMinimum()}, {extent.xMaximum(), extent.yMinimum()});
  return area.convertLengthMeasurement(length, qgis_names::kilometres) / map.rect().width();
}

}  // namespace

QSizeF scale_bar_size(double metres_per_mm, double longest, double scale) {
  const double bar = segment_km(metres_per_mm, longest, scale) * 1000 / metres_per_mm * segments;
  return {bar + 1.35 * side_room *
                    scale,  // the bar begins at its left end; half a number reaches out at its right

          (bar_height + label_gap + 2) * scale + text_size(QStringLiteral("0"), {label_pt * scale}).height()};
}

void add_scale_bar(QgsLayoutItemMap& map, double metres_per_mm, double longest, double scale,
                   const std::string& language, QPointF at, PageItems& page) {
  const double km = segment_km(metres_per_mm, longest, scale);
  if (page.become() == PartsBecome::one_item) {
    ScaleBarPart part{at, km / ellipsoidal_km_per_mm(map), {}};
    style(part.settings, km, scale, language);
    page.scale_bar(std::move(part));
    return;
  }
  auto* bar = page.add<QgsLayoutItemScaleBar>({at, scale_bar_size(metres_per_mm, longest, scale)});
  bar->setStyle(QStringLiteral("Single Box"));
  bar->setLinkedMap(&map);
  style(*bar, km, scale, language);
  bar->setId(QStringLiteral("scalebar"));
  bar->update();
}

}  // namespace vicinia::gis::engine
