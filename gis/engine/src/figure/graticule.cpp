#include <qgslayoutitemmapgrid.h>
#include <qgslinesymbol.h>
#include <qgslinesymbollayer.h>
#include <qgstextbuffersettings.h>
#include <qgstextformat.h>

#include <algorithm>
#include <array>

#include "figure/parts.h"
#include "qgis_names.h"
#include "text.h"

namespace vicinia::gis::engine {
namespace {

constexpr double metres_per_degree = 111'000, lines_wanted = 3.5, number_pt = 6, number_gap = 0.6;

double interval_for(const map::Extent& extent) {
  const double wanted = std::min(extent.width(), extent.height()) / metres_per_degree / lines_wanted;
  constexpr std::array steps{0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0};
  for (const double step : steps)
    if (step >= wanted) return step;
  return steps.back();
}

}  // namespace

double graticule_margin(double scale) {
  return text_size(QStringLiteral("0°"), {number_pt * scale}).height() + number_gap;
}

void add_graticule(QgsLayoutItemMap& map, const map::Extent& extent, double scale,
                   const std::string& language) {
  auto* grid = new QgsLayoutItemMapGrid(QStringLiteral("graticule"), &map);
  const double interval = interval_for(extent);
  const QColor ink(0x70, 0x78, 0x80);
  grid->setCrs(QgsCoordinateReferenceSystem(QStringLiteral("EPSG:4326")));
  grid->setIntervalX(interval);
  grid->setIntervalY(interval);
  grid->setStyle(qgis_names::grid_lines);
  grid->setLineSymbol(new QgsLineSymbol(QgsSymbolLayerList() << new QgsSimpleLineSymbolLayer(ink, 0.1)));
  grid->setAnnotationEnabled(true);
  grid->setAnnotationFormat(qgis_names::GridNumberFormat::CustomFormat);
  const bool vi = language != "en";
  grid->setAnnotationExpression(
      QStringLiteral(
          "replace(to_string(round(@grid_number, 2)), '.', '%1') || '°' || if(@grid_axis = 'x', '%2', '%3')")
          .arg(vi ? "," : ".", vi ? "Đ" : "E", vi ? "B" : "N"));
  QgsTextFormat text;
  text.setFont(text_font(number_pt * scale));
  text.setSize(number_pt * scale);
  text.setSizeUnit(qgis_names::points);
  text.setColor(QColor(0x44, 0x4a, 0x50));
  grid->setAnnotationTextFormat(text);
  grid->setAnnotationFrameDistance(number_gap);
  using qgis_names::GridSide;
  using Direction = qgis_names::GridNumberDirection;
  using Shown = qgis_names::GridNumbersShown;
  for (const auto side : {GridSide::Left, GridSide::Right, GridSide::Top, GridSide::Bottom}) {
    grid->setAnnotationPosition(qgis_names::GridNumberPosition::OutsideMapFrame, side);
    const bool is_parallel = side == GridSide::Left || side == GridSide::Right;
    grid->setAnnotationDirection(is_parallel ? Direction::Vertical : Direction::Horizontal, side);
    grid->setAnnotationDisplay(is_parallel ? Shown::LatitudeOnly : Shown::LongitudeOnly, side);
  }
  map.grids()->addGrid(grid);
}

}  // namespace vicinia::gis::engine
